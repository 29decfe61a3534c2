"""Candidates: prices that may be a level, the kinds of them, and how strong each is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.market.indicators import Floats
from generator.market.view import Rows, View

FIELDS = {  # what may be at an extreme: column, and which extreme
    "high": ("high", "max"),
    "low": ("low", "min"),
    "high close": ("close", "max"),
    "low close": ("close", "min"),
}
FAR = 5  # ATRs: what stands farther off is out of reach (T6)

# The strength of a kind's name orders the names within a zone and the levels of a
# table. It is a trader's habit and no chance of holding: see docs/levels.md.
KINDS: dict[str, float] = {
    "record": 1.0,  # highest or lowest close or price of the bars
    "swing cluster": 0.95,  # three or more swing points within one ATR, in a year
    "52-week": 0.9,  # highest or lowest close or price of 252 sessions
    "gap edge": 0.85,  # either edge of a gap that no later price has closed
    "previous record": 0.8,  # the highest close or price before the last move
    "swing": 0.75,  # a price that stands out from five bars either side, or from ten
    "55-day": 0.7,  # highest or lowest price of 55 sessions
    "mean": 0.7,  # of the last 50 or 200 closes
    "20-day": 0.65,  # of 20 sessions, and of the 20 before the last
    "since the peak": 0.6,  # highest or lowest price since the highest close
    "percent line": 0.6,  # 10% and 20% under the highest close
    "closing swing": 0.6,  # a close that stands out from five either side
    "10-day": 0.55,  # highest or lowest price of ten sessions
    "prior week": 0.55,  # high and low of the calendar week before
    "week": 0.5,  # high and low of the calendar week so far
    "round over the high": 0.5,  # the next round number over the highest price
    "session": 0.5,  # high and low of the last session
    "session before": 0.45,  # its high, low and close
    "big round number": 0.45,  # a multiple of ten steps
    "pivot": 0.35,  # the classic floor pivots of the last session
    "round number": 0.3,  # a multiple of the instrument's step
}


MANY, FEWER = 5, 0.1  # touches of a cluster at its strongest, and what each lacks


class Candidate(NamedTuple):
    """A price that may be a level, by a stable name.

    `made` are the rows that made it, first the one that printed the price; `rows` the
    first and last row of the bars it was computed from.
    """

    name: str
    kind: str
    price: float
    method: str
    made: tuple[int, ...]
    rows: Rows
    formula: str

    @property
    def strength(self) -> float:
        """How strong its name counts, 0 to 1; a cluster's grows with its touches."""
        missing = max(MANY - len(self.made), 0) if self.kind == "swing cluster" else 0
        return KINDS[self.kind] - FEWER * missing


Candidates = Iterator[Candidate]


def top(values: Floats) -> int:
    """The last row with the highest value."""
    return len(values) - 1 - int(values[::-1].argmax())


def start_of(view: View, field: str) -> int:
    """The first row in which a field is a traded price (T6)."""
    return view.priced_from if field.endswith("close") else view.whole_from


def raised(view: View, field: str, rows: slice) -> Floats:
    """The prices of some rows, turned over where lows are looked for."""
    column, kind = FIELDS[field]
    prices: Floats = getattr(view.bars, column)[rows]
    return prices if kind == "max" else -prices


def formula_of(field: str) -> str:
    """`max(high[first..last])`."""
    column, kind = FIELDS[field]
    return f"{kind}({column}[first..last])"


class Span(NamedTuple):
    """Rows that are searched for an extreme, under one name."""

    name: str
    kind: str
    rows: Rows

    def extremes(self, view: View, words: Mapping[str, str]) -> Candidates:
        """The extremes of these fields: `high`, `low`, `high close`, `low close`."""
        for field, method in words.items():
            yield self.extreme(view, field, method)

    def extreme(self, view: View, field: str, method: str) -> Candidate:
        """The last row on which a field was at its extreme."""
        first, last = self.rows
        values = raised(view, field, slice(first, last + 1))
        row = top(values)
        return Candidate(
            name=f"{self.name}.{field.replace(' ', '_')}",
            kind=self.kind,
            price=abs(float(values[row])),
            method=method,
            made=(first + row,),
            rows=self.rows,
            formula=formula_of(field),
        )
