"""Titles of headlines as clauses of running prose; None where that is not safe."""

from generator.writing.clauses.clause import Clause, clause

__all__ = ["Clause", "clause"]
