"""The tape: every Fact that prices give as of a moment, and what they cannot say."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from generator.errors import PriceError
from generator.market import levels, moves, pulse, relative, states
from generator.market.deep import DEEP, groups
from generator.market.deep.precedents import precedents
from generator.market.figure import Figure, Printable
from generator.market.gates import gate, views_at
from generator.market.lazily import Lazily
from generator.market.lenses import Seen, insights, premiums
from generator.market.panel import Panel
from generator.market.sessions import standing
from generator.market.states import atr
from generator.market.tracks import tracked
from generator.market.trades import trades
from generator.market.view import Scene, View
from generator.model.market import Gap, Tape

COMMON = (moves.facts, states.facts, relative.facts, pulse.facts, precedents)


def read(panel: Panel, as_of: datetime) -> Tape:
    """All that prices say at a moment; bars that were not yet known change nothing.

    Instruments that cannot be used are gaps. PriceError: nothing was known yet.
    """
    assert as_of.tzinfo, as_of
    usable, gaps = views_at(panel, as_of)
    views = tracked(panel, usable)
    scenes = {name: Scene(view, views) for name, view in views.items()}
    common = {one.id: one for scene in scenes.values() for one in figures_of(scene)}
    deep = {one.id: one for scene in scenes.values() for one in deep_of(scene)}
    deep |= {one.id: one for one in groups.figures(views)}
    figures: dict[str, Printable] = {**deep, **common}
    return Tape(
        as_of=as_of,
        instruments=panel.instruments,
        facts=Lazily(figures, lambda name: figures[name].fact()),
        sessions={
            name: standing(
                view.table,
                view.bars.dates[-1],
                as_of,
                lag=view.instrument.lag_minutes,
            )
            for name, view in views.items()
        },
        paths=Lazily(
            (name for name, scene in scenes.items() if not scene.view.is_gauge),
            lambda name: pulse.paths(scenes[name]),
        ),
        insights=tuple(
            insight
            for scene in scenes.values()
            for insight in insights(Seen(scene, figures))
        ),
        gaps=gaps + tuple(gap for view in views.values() for gap in silent(view)),
        rare=frozenset(deep.keys() - common.keys()),
    )


def figures_of(scene: Scene) -> Iterator[Printable]:
    """The figures of one instrument that any note may print."""
    for feature in COMMON:
        yield from feature(scene)
    yield from premium(scene)
    found = levels.table(scene)
    yield from found
    yield from trades(scene, found)


def deep_of(scene: Scene) -> Iterator[Printable]:
    """The figures of one instrument that only a lens asks for."""
    for feature in DEEP.values():
        yield from feature(scene)


def premium(scene: Scene) -> Iterator[Figure]:
    """Implied volatility less the last 20 sessions' own."""
    pair = scene.implied
    if pair is None or scene.view.is_gauge or not scene.view.unbroken(21):
        return
    if scene.view.id not in pair.against.instrument.benchmarks:
        return  # options on another index tell nothing of this one's swings
    values = premiums(pair)
    if len(values) and pair.left[-1] == scene.view.last:
        formula = "implied close - 100*volatility.20"
        value, rows = float(values[-1]), (max(pair.last - 20, 0), pair.last)
        yield pair.figure("implied_premium", value, "points", rows, formula=formula)


def silent(view: View) -> Iterator[Gap]:
    """What an instrument cannot say although its bars are used."""
    if view.is_gauge or not view.instrument.tradable:
        return
    if view.bars.adjusted == "unknown":
        why = "adjustment unknown; levels are of prices as the file has them"
        yield Gap(view.id, why)
    if not view.as_traded:
        yield Gap(
            view.id,
            "its prices are adjusted for dividends, so they are not those of the day: "
            "no levels, means or records",
        )
    elif atr(view) is None:
        whole = len(view.bars) - view.whole_from
        yield Gap(
            view.id,
            f"no levels: {whole} bars in a row with high and low, ATR(14) needs 100",
        )


def view_at(panel: Panel, subject: str, as_of: datetime) -> View:
    """The view of one instrument; PriceError says why there is none."""
    if subject not in panel.bars:
        raise PriceError(f"{subject}: no price file; add {subject}.csv to --prices")
    gated = gate(panel, subject, as_of)
    if gated.view is None:
        raise PriceError(f"{subject}: {gated.gaps[-1].reason}; give fresher prices")
    return gated.view


def rivals(panel: Panel, subject: str, as_of: datetime) -> Mapping[str, View]:
    """The views that the Facts of one instrument may need."""
    instrument = panel.instruments[subject]
    names = dict.fromkeys(
        (
            subject,
            *instrument.benchmarks,
            *instrument.rivals,
            *instrument.implied,
            pulse.FUND_BONDS,
            pulse.LONG_BONDS,
        )
    )
    gated = {name: gate(panel, name, as_of) for name in names if name in panel.bars}
    return {name: one.view for name, one in gated.items() if one.view}
