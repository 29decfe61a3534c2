"""Frozen records of the standard library; one is here only when two wings use it."""
