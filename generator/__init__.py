"""A day's headlines and prices, told as research notes whose figures can be trusted."""

__version__ = "0.1.0"
