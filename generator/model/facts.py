"""Facts: every figure a note may print, bound to its subject and its window."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Window:
    """The sessions a figure spans; `sessions` counts steps from first to last."""

    first: date
    last: date
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where a computed figure comes from, enough to compute it again."""

    window: Window
    known_at: datetime
    provider: str
    vendor: str
    adjusted: str
    formula: str
    bars_sha256: str
    history_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceFact(Proof):
    """A figure computed from bars; `made` holds the dates it names, if any."""

    id: str
    kind: Literal["price"] = "price"
    subject: str
    against: str | None = None
    metric: str
    value: float
    unit: str
    made: tuple[date, ...] = ()
    renderings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFact(Proof):
    """A price on the chart with the method and the dates that made it.

    `group` is the kind of level by which its record is counted. `zone` is the lowest
    and highest of the prices that are this one level, `others` the methods of the
    rest of them, `touched` the days of the swing points of a cluster among them.
    `hold` and `control_hold` are its kind's own record and that of random levels like
    it; None until there is one.
    """

    id: str
    kind: Literal["level"] = "level"
    subject: str
    metric: str
    value: float
    unit: str
    method: str
    made: tuple[date, ...]
    distance_atr: float
    distance: float
    renderings: tuple[str, ...] = ()
    group: str = ""
    zone: tuple[float, float] | None = None
    others: tuple[str, ...] = ()
    touched: tuple[date, ...] = ()
    hold: float | None = None
    control_hold: float | None = None

    @property
    def is_tabled(self) -> bool:
        """Whether it stands in a note's table of levels, above the close or below."""
        return self.metric != "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedFact:
    """A figure copied from a headline; `at` are offsets in the field named."""

    id: str
    kind: Literal["quoted"] = "quoted"
    source: str
    field: Literal["title", "summary"]
    at: tuple[int, int]
    value: float
    unit: str
    renderings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFact:
    """How many headlines or publishers of the day speak of a subject."""

    id: str
    kind: Literal["count"] = "count"
    subject: str
    metric: str
    value: float
    unit: str
    sources: tuple[str, ...] = ()
    renderings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One component of a score; `percentile` is on the scale of 0 to 100."""

    name: str
    raw: float
    percentile: float
    weight: float
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFact:
    """Pulse or Threat with the parts that make it and those that are missing."""

    id: str
    kind: Literal["score"] = "score"
    value: int
    parts: tuple[Part, ...]
    missing: tuple[str, ...] = ()
    method: str
    made: tuple[date, ...] = ()
    renderings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFact:
    """A named release ahead, from a headline or the calendar.

    `origin` says where its day comes from: the calendar's list, a rule that computes
    it, or a headline. Where these disagree `days` holds each, the one of the headline
    published latest first, and `first` and `last` span them all. `at_risk` says that
    a headline doubts the day; then it is only the first on which the release may come.
    """

    id: str
    kind: Literal["event"] = "event"
    name: str
    first: date
    last: date
    sources: tuple[str, ...] = ()
    renderings: tuple[str, ...] = ()
    origin: Literal["", "listed", "rule", "headline"] = ""
    days: tuple[date, ...] = ()
    at_risk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFact:
    """A figure that the editor answers for, with the reason."""

    id: str
    kind: Literal["own"] = "own"
    text: str
    reason: str
    by: str = "editor"


Fact = PriceFact | LevelFact | QuotedFact | CountFact | ScoreFact | EventFact | OwnFact
