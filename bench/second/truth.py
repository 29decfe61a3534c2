"""Truths: what a metric is asked of, and what the second path makes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bench.second.shelf import Both, Floats, Line, Moment


@dataclass(frozen=True, slots=True)
class Truth:
    """A recomputed figure: its value, the dates it names, where its bars begin.

    `spans` are the days of the window's ends, `choices` all values that may be printed
    for it beside the first, as a level's price, share and ATRs.
    """

    value: float
    made: tuple[date, ...] = ()
    since: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A metric of a subject at a moment; `args` are the rest of its name."""

    moment: Moment
    subject: str
    against: str | None
    metric: str
    args: tuple[str, ...]

    @property
    def line(self) -> Line:
        """The subject's bars; LookupError without them."""
        found = self.moment.line(self.subject)
        if found is None:
            raise LookupError(self.subject)
        return found

    @property
    def both(self) -> Both:
        """The subject beside the other; LookupError without both."""
        found = self.moment.both(self.subject, self.against or "")
        if found is None:
            raise LookupError(f"{self.subject} and {self.against}")
        return found

    @property
    def count(self) -> int:
        """The number in its name: 5 of `return.5`."""
        return int(next(one for one in self.args if one.isdigit()))

    @property
    def word(self) -> str:
        """The first part of the rest of its name."""
        return self.args[0] if self.args else ""


Metric = Callable[[Asked], Truth | None]
Table = Mapping[str, Metric]


def top(values: Floats) -> int:
    """The last row with the highest value."""
    return len(values) - 1 - int(np.nanargmax(values[::-1]))


def last_reached(values: Floats) -> int:
    """The last earlier row with a value as high as the last; -1 if none."""
    rows = np.flatnonzero(values[:-1] >= values[-1])
    return int(rows[-1]) if len(rows) else -1


def place(values: Floats) -> float:
    """The percentage of values at or below the last, of 252 or more."""
    known = values[np.isfinite(values)]
    if len(known) < 252 or not np.isfinite(values[-1]):
        return float("nan")
    return 100 * float(np.count_nonzero(known <= known[-1])) / len(known)


def spells(places: Sequence[int], apart: int = 21) -> int:
    """The groups of sessions that lie more than so many apart."""
    steps = np.diff(np.asarray(places))
    return int((steps > apart).sum()) + bool(len(places))
