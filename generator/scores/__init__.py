"""How the tape stands, and how much harm it may do.

`rate` gives a Rating for an angle: Pulse (0-100) is the mean of the components that
the data allows, Threat (1-5) the fifth that holds the mean of two volatility
percentiles. Neither is a forecast. Missing components are named, never guessed; with
none at all a `NoteError` says which prices are needed.
"""

from generator.scores.rating import rate

__all__ = ["rate"]
