"""The gate: the view of an instrument at a moment, by the first vendor that serves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial

import numpy as np

from generator.errors import PriceError
from generator.market.bars import Bars
from generator.market.gates.doubts import Moment, late, unusable
from generator.market.gates.marks import RECENT
from generator.market.gates.ready import Ready, ready
from generator.market.gates.scale import Kept
from generator.market.gates.vendors import borrowed, misnamed, sources
from generator.market.indicators import Ints
from generator.market.panel import Panel
from generator.market.sessions import (
    Calendar,
    aware,
    calendar,
    closes_of,
    known_at,
    naive,
)
from generator.market.view import View
from generator.model.market import Gap, Instrument

TOLD = ("lost", "recent")  # the weights of what a note must tell


@dataclass(frozen=True, eq=False)
class Gated:
    """What may be used of one instrument at a moment, and what may not.

    `of` are all the file's rows that lie on a session, clean, later ones too; `kept`
    are those of them that the view has. `plain` says that the view holds them as they
    are and that they begin the rows which the end of the file keeps, so that a feature
    of `of` over those rows, computed once, holds for the view. The gaps are told when
    they are first asked for; the last one of an instrument without a view says why.
    """

    view: View | None
    tell: Callable[[], Iterable[Gap]]
    of: Bars | None = None
    kept: Ints | None = None
    plain: bool = False

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """A Gap for each thing that is odd, of every weight."""
        return tuple(self.tell())


def views_at(panel: Panel, as_of: datetime) -> tuple[dict[str, View], tuple[Gap, ...]]:
    """Each instrument's view at a moment, and the gaps; PriceError if none has bars."""
    gated = {name: gate(panel, name, as_of) for name in panel.bars}
    views = {name: one.view for name, one in gated.items() if one.view}
    lost = [
        Gap(name, "its price file cannot be used", "lost") for name in panel.unusable
    ]
    every = [*lost, *(gap for one in gated.values() for gap in one.gaps)]
    gaps = tuple(gap for gap in every if gap.weight in TOLD)
    if not views:
        raise PriceError(nothing_at(panel, as_of, gaps))
    return views, gaps


def nothing_at(panel: Panel, as_of: datetime, gaps: tuple[Gap, ...]) -> str:
    """Why no instrument can be used, in one line."""
    if not panel.bars:
        why = f" ({panel.faults[0]})" if panel.faults else ""
        return f"prices: no usable price file{why}"
    firsts = [
        first_known(bars[0], panel.instruments[name])
        for name, bars in panel.bars.items()
    ]
    if as_of < min(firsts):
        return (
            f"prices: nothing is known at {as_of:%Y-%m-%dT%H:%MZ}; the first bar is "
            f"known at {min(firsts):%Y-%m-%dT%H:%MZ}, give a later --as-of"
        )
    return f"prices: no instrument can be used ({gaps[0].subject}: {gaps[0].reason})"


def first_known(bars: Bars, instrument: Instrument) -> datetime:
    """When the first bar was known."""
    table = calendar(instrument.calendar, bars.day(0), bars.day(0))
    return aware(known_at(bars.dates[:1], instrument, table)[0])


def gate(panel: Panel, name: str, as_of: datetime) -> Gated:
    """The view of one instrument with the rows known at `as_of`, and its gaps.

    Of several vendors the first whose bars can be used is taken and compared with the
    others.
    """
    instrument = panel.instruments[name]
    vendors = panel.bars[name]
    lost: list[Gap] = []
    for bars in vendors:
        found = judged(bars, instrument, as_of)
        if found.view is not None:
            told = partial(beside, panel, found, (bars, as_of), lost)
            return replace(found, tell=told)
        lost += [vouched(gap, bars, vendors) for gap in found.gaps]
    return Gated(None, lambda: lost)


def vouched(gap: Gap, bars: Bars, vendors: tuple[Bars, ...]) -> Gap:
    """The gap with the vendor's name, where there is more than one."""
    if len(vendors) == 1:
        return gap
    return replace(gap, reason=f"{bars.vendor}: {gap.reason}")


def beside(
    panel: Panel, found: Gated, taken: tuple[Bars, datetime], lost: list[Gap]
) -> Iterator[Gap]:
    """The gaps of the vendor that is used, among the others and other instruments."""
    assert found.view is not None
    name = found.view.id
    used, as_of = taken
    others = [bars.at(as_of) for bars in panel.bars[name] if bars is not used]
    yield from (replace(gap, weight="recent") for gap in lost)
    yield from sources(found.view.bars, others, name)
    yield from volumes(panel, found.view)
    yield from found.gaps


def judged(bars: Bars, instrument: Instrument, as_of: datetime) -> Gated:
    """The view of one vendor's bars, and what is odd about them."""
    wrong = misnamed(bars, instrument)
    stood = bars.at(as_of)
    if wrong or not len(stood):
        return refused(instrument, wrong or "none of its bars is known yet")
    rows = ready(stood, instrument)
    told: list[Gap] = []
    if rows.strays(as_of):
        why = f"its bars do not follow the calendar {instrument.calendar}"
        told.append(Gap(instrument.id, why))
        rows = ready(stood, instrument, follow=False)
    count = rows.count(as_of)
    if not count:
        return refused(instrument, none_yet(stood, rows, as_of), *told)
    moment = Moment(instrument, calendar_at(rows, instrument, as_of), as_of)
    days, use = rows.bars.dates[:count], rows.kept(count)
    why = unusable(days, moment, refused=bool(rows.bars.refused[count - 1]))
    if why:
        return refused(instrument, why, *told, *use.gaps)
    if not len(use.rows) or use.rows[-1] != count - 1:
        return refused(instrument, "", *told, *use.gaps)
    return Gated(
        view_of(rows, use, moment),
        lambda: (
            *told,
            *late(days, moment, rows.early),
            *use.gaps,
            *rows.lines(days),
        ),
        rows.bars,
        use.rows,
        plain=is_plain(rows, use),
    )


def refused(instrument: Instrument, why: str, *told: Gap) -> Gated:
    """An instrument of which nothing can be used."""
    last = (Gap(instrument.id, why, "lost"),) if why else ()
    return Gated(None, lambda: (*told, *last))


def none_yet(stood: Bars, rows: Ready, as_of: datetime) -> str:
    """Why no row is known at a moment."""
    if len(rows.seen) and rows.seen[0] <= naive(as_of):
        return "none of its bars lies on a session"
    return "its bars begin after this moment"


def calendar_at(
    rows: Ready, instrument: Instrument, as_of: datetime
) -> Calendar | None:
    """The calendar that the rows follow, until a moment."""
    if rows.table is None:
        return None
    first = rows.bars.day(0)
    return calendar(instrument.calendar, first, max(first, as_of.date()))


def is_plain(rows: Ready, use: Kept) -> bool:
    """Whether the rows are as filed and begin those that the end of the file keeps."""
    if use.divisors is not None or rows.whole.divisors is not None:
        return False
    return np.array_equal(use.rows, rows.whole.rows[: len(use.rows)])


def view_of(rows: Ready, use: Kept, moment: Moment) -> View:
    """The view of rows that may be used; sessions are counted by the calendar."""
    bars, table = use.of(rows.bars), moment.table
    counts = table is not None and table.counts
    places = rows.places[use.rows] if counts else np.arange(len(bars))
    known = aware(rows.known[use.rows[-1]])
    return View(
        moment.instrument,
        bars,
        places,
        max(known, bars.revised or known),
        table,
        closes_of(bars.dates[-1:], table)[0],
    )


def volumes(panel: Panel, view: View) -> Iterator[Gap]:
    """An index whose volumes are those of one that comes before it."""
    if view.instrument.kind != "index":
        return
    last = view.bars.taken(slice(-RECENT, None))
    for name in panel.bars:
        other = panel.instruments[name]
        if name == view.id:
            return
        if other.kind == "index" and borrowed(last, panel.bars[name][0]):
            why = f"its volumes are those of the {other.name}, not its own"
            yield Gap(view.id, why)
            return
