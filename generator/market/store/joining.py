"""How new bars join those in the store: added, corrected or restated, never lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.market.bars import FIELDS, PUBLISHED, Bars, Restated, Revisions
from generator.market.indicators import Floats, Ints
from generator.market.sessions import Moments, aware, naive

SAME = 1e-7  # of a price: what a vendor's 32-bit floats may differ by
MANY, MOST = 5, 0.5  # closes that moved, and their share of those up to the last one
ALIKE = 1e-3  # of a factor: scaled closes are rounded
SECOND = np.timedelta64(1, "s")
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What new bars changed in the store: rows added, each correction, a new scale."""

    new: int = 0
    filled: int = 0
    corrected: tuple[str, ...] = ()
    refused: int = 0
    restated: str = ""

    def __bool__(self) -> bool:
        return bool(self.new or self.filled or self.corrected or self.restated)


@dataclass(frozen=True, eq=False)
class Match:
    """New bars beside those that stand; every mask has one value a new row."""

    old: Bars
    fresh: Bars

    @cached_property
    def rows(self) -> Ints:
        """The old row of the same session, -1 where there is none."""
        rows = np.searchsorted(self.old.dates, self.fresh.dates)
        inside = np.minimum(rows, len(self.old) - 1)
        return np.where(self.old.dates[inside] == self.fresh.dates, inside, -1)

    @property
    def shared(self) -> Mask:
        """The sessions that both have."""
        return self.rows >= 0

    @property
    def before(self) -> Mask:
        """The sessions older than all that stand."""
        older: Mask = self.fresh.dates < self.old.dates[0]
        return older

    @property
    def after(self) -> Mask:
        """The sessions younger than all that stand."""
        younger: Mask = self.fresh.dates > self.old.dates[-1]
        return younger

    @property
    def inside(self) -> Mask:
        """The sessions that were a hole."""
        return ~(self.shared | self.before | self.after)

    def differs(self, name: str) -> Mask:
        """Where a field of a shared session is another than before."""
        mine = getattr(self.fresh, name)
        theirs = getattr(self.old, name)[self.rows]
        same: Mask = np.isclose(mine, theirs, rtol=SAME, atol=0, equal_nan=True)
        return self.shared & ~same

    @cached_property
    def changed(self) -> Mask:
        """Where any field of a shared session is another than before."""
        every: Mask = np.logical_or.reduce([self.differs(name) for name in FIELDS])
        return every

    @cached_property
    def moved(self) -> Ints:
        """The rows whose close is another than before."""
        return np.flatnonzero(self.differs("close"))

    @property
    def is_restated(self) -> bool:
        """Whether the history as a whole moved, not a session or two of it."""
        if len(self.moved) < MANY:
            return False
        until = int(self.shared[: self.moved[-1] + 1].sum())
        return len(self.moved) >= MOST * until

    @property
    def has_moved(self) -> bool:
        """Whether the whole history is needed to go on: it moved, or none is shared."""
        return self.is_restated or not self.shared.any()

    @property
    def ratios(self) -> Floats:
        """Each close that moved, by what it was before; NaN by zero."""
        was = self.old.close[self.rows[self.moved]]
        with np.errstate(divide="ignore", invalid="ignore"):
            ratios: Floats = self.fresh.close[self.moved] / was
        return np.where(np.isfinite(ratios), ratios, np.nan)


def begun(fresh: Bars, published: Moments) -> tuple[Revisions, Change]:
    """The first rows of an instrument, each known when it was published."""
    why = np.full(len(fresh), PUBLISHED)
    change = Change(new=len(fresh), refused=int(fresh.refused.sum()))
    return Revisions(fresh, published, why), change


def joined(
    kept: Revisions, fresh: Bars, published: Moments, now: datetime
) -> tuple[Revisions, Change]:
    """What the store holds with the new bars in it; the same if nothing is new.

    A row after the last, or before the first, is known from its publication. One that
    fills a hole or differs from the row that stands is known from `now`: notes were
    made without it. A history in a new scale is known from its first new bar on, so
    that no moment sees two scales.
    """
    match = Match(kept.bars, fresh)
    change = change_of(match, kept)
    if not change:
        return kept, change
    scaled = match.is_restated
    moment = since(match, kept, published[match.after], now)
    stood = match.after | (match.before & (not scaled and not kept.restated))
    known = np.where(stood, published, moment)
    if scaled:
        known = np.maximum(known, moment)
    later = "restated" if scaled else "corrected"
    why = np.select([stood, match.changed], [PUBLISHED, later], "filled")
    added = ~match.shared | match.changed
    new = Revisions(fresh.taken(added), known[added], why[added])
    if not scaled:
        return merged(kept, new), change
    told = (kept.rows.splits, kept.rows.dividends)
    restated = (*kept.restated, Restated(aware(moment), change.restated, *told))
    whole = merged(kept, new, withdrawn(match, moment))
    return whole._replace(restated=restated), change


def change_of(match: Match, kept: Revisions) -> Change:
    """What the new bars add, correct or restate."""
    scaled = match.is_restated
    added = ~match.shared | match.changed
    return Change(
        new=int((match.before | match.after).sum()),
        filled=int(match.inside.sum()),
        corrected=() if scaled else tuple(corrections(match)),
        refused=int(match.fresh.refused[added].sum()),
        restated=why_restated(match, kept.rows) if scaled else "",
    )


def since(
    match: Match, kept: Revisions, younger: Moments, now: datetime
) -> np.datetime64:
    """From when what is not plainly new is known: after all that was known before."""
    first = min([naive(now), *younger]) if match.is_restated else naive(now)
    latest: np.datetime64 = max(first, kept.known.max() + SECOND)
    return latest


def merged(kept: Revisions, *more: Revisions) -> Revisions:
    """All rows together, by session and then by when they became known."""
    parts = (kept, *more)
    days = np.concatenate([part.rows.dates for part in parts])
    known = np.concatenate([part.known for part in parts])
    order = np.lexsort((known, days))
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(part.rows, name) for part in parts])[order]
        for name in ("dates", *FIELDS, "refused")
    }
    old, fresh = kept.rows, more[0].rows
    rows = replace(
        fresh,
        **columns,
        splits={**old.splits, **fresh.splits},
        dividends={**old.dividends, **fresh.dividends},
    )
    why = np.concatenate([part.why for part in parts])[order]
    return Revisions(rows, known[order], why, kept.restated)


def withdrawn(match: Match, moment: np.datetime64) -> Revisions:
    """The sessions that a restated history lacks, without prices of another scale."""
    lacks = ~np.isin(match.old.dates, match.fresh.dates)
    rows = match.old.taken(lacks)
    empty: dict[str, Any] = dict.fromkeys(FIELDS, np.full(len(rows), np.nan))
    bare = replace(rows, **empty)
    why = np.full(len(rows), "withdrawn")
    return Revisions(bare, np.full(len(rows), moment), why)


def corrections(match: Match) -> Iterator[str]:
    """Each session whose bar is another than before: `2026-02-06 close 20.37 -> 17.76`.

    The close speaks for the bar where it moved, else the first field that did.
    """
    differing = {name: match.differs(name) for name in ("close", *FIELDS)}
    for row in np.flatnonzero(match.changed).tolist():
        name = next(name for name, where in differing.items() if where[row])
        was = getattr(match.old, name)[match.rows[row]]
        now = getattr(match.fresh, name)[row]
        yield f"{match.fresh.day(row)} {name} {was:.12g} -> {now:.12g}"


def why_restated(match: Match, old: Bars) -> str:
    """What made a vendor scale its history anew, as far as it tells."""
    ratio = float(match.ratios[0])
    splits = splits_of(match.fresh, ratio)
    if splits:
        return f"{' and '.join(splits)}, history restated"
    until = match.fresh.day(int(match.moved[-1]))
    size = f"by a factor of {ratio:.6g}"
    if not np.ptp(match.ratios) <= ALIKE * abs(ratio):
        most = float(np.nanmax(np.abs(match.ratios - 1)))
        size = f"in {len(match.moved)} closes, by {most:.2%} at most"
    paid = sorted(match.fresh.dividends.keys() - old.dividends.keys())
    if paid and "dividend" in match.fresh.adjusted:
        return f"dividend of {paid[-1]}, history to {until} restated {size}"
    return f"history to {until} restated {size}, and no split was told"


def splits_of(fresh: Bars, ratio: float) -> list[str]:
    """The last splits that together scale a history by that ratio; none if none do."""
    told: list[str] = []
    product = ratio
    for day, size in sorted(fresh.splits.items(), reverse=True):
        product *= size
        told = [f"{as_split(size)} split on {day}", *told]
        if abs(product - 1) < ALIKE:
            return told
    return []


def as_split(size: float) -> str:
    """`4:1`, or `1:10` where ten old shares became one."""
    exact = Fraction(size).limit_denominator(100)
    return f"{exact.numerator}:{exact.denominator}"
