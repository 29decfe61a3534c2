"""Telling: the levels of a table, and every other line by its name."""

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator.market.levels.candidates import FAR, Candidate
from generator.market.levels.choice import Zone, candidates, chosen, zones
from generator.market.levels.line import Line
from generator.market.states import atr
from generator.market.view import Figure, Rows, Scene, View
from generator.model.facts import LevelFact

BEYOND = 0.5  # ATRs past a level at which whoever leaned on it was wrong
LEANED = frozenset(  # kinds of level that a stop is set behind
    (
        "record",
        "gap edge",
        "55-day",
        "20-day",
        "10-day",
        "prior week",
        "week",
        "session",
        "session before",
    )
)
OFFSETS = {"under": (-5, -7, -10), "over": (5,)}  # percent off the close


def levels(scene: Scene) -> list[LevelFact]:
    """At most three levels a side, the nearest first; none without an ATR."""
    return [line.fact() for line in table(scene)]


def table(scene: Scene) -> list[Line]:
    """The same, each to be made a Fact when somebody asks."""
    view, size = scene.view, width_of(scene.view)
    return rows_of(view, found_in(view, size[0]), size[0]) if size else []


_FOUND: WeakKeyDictionary[View, list[Candidate]] = WeakKeyDictionary()


def found_in(view: View, size: float) -> list[Candidate]:
    """The candidates of a view, looked for once."""
    if view not in _FOUND:
        _FOUND[view] = candidates(view, size)
    return _FOUND[view]


def rows_of(view: View, found: list[Candidate], size: float) -> list[Line]:
    """The candidates merged and ranked, by the name of `support.1`."""
    return [
        Line(view, f"{side}.{number}", zone, size)
        for side, known in chosen(view, zones(view, found, size), size).items()
        for number, zone in enumerate(known, 1)
    ]


def width_of(view: View) -> tuple[float, Rows] | None:
    """The ATR and its rows, where levels may be told (T6)."""
    return atr(view) if view.as_traded and not view.is_gauge else None


def lines(scene: Scene) -> Iterator[Line | Figure]:
    """Every candidate within reach by its name, and what is computed from it.

    `level.NAME` is the candidate, `level.NAME.stop` half an ATR beyond it where a
    trade may lean on it, also `level.support.1.stop`; `level.under.5` is 5% under the
    close; `touches.support.1` counts the swing points of the cluster in a level.
    """
    view, size = scene.view, width_of(scene.view)
    if not size:
        return
    found = found_in(view, size[0])
    for one in found:
        yield Line(view, f"level.{one.name}", Zone(one, ()), size[0])
        if one.kind in LEANED:
            yield from stop(view, one.name, one, size)
    for line in rows_of(view, found, size[0]):
        yield from stop(view, line.name, line.zone.head, size)
        yield from touches(line)
    yield from offsets(view)


def stop(
    view: View, name: str, one: Candidate, size: tuple[float, Rows]
) -> Iterator[Line]:
    """Half an ATR beyond a level, away from the close, if that is within reach."""
    width, rows = size
    sign = 1 if one.price > view.close else -1
    price = one.price + sign * BEYOND * width
    if one.price == view.close or abs(price - view.close) > FAR * width:
        return
    word = "over" if sign > 0 else "under"
    beyond = one._replace(
        price=price,
        method=f"half an ATR {word} the {one.method}",
        rows=(min(rows[0], one.rows[0]), view.last),
        formula=f"level.{one.name}{'+' if sign > 0 else '-'}{BEYOND}*atr.14",
    )
    yield Line(view, f"level.{name}.stop", Zone(beyond, ()), width)


def touches(line: Line) -> Iterator[Figure]:
    """How many swing points the cluster in a level's zone has, with their dates."""
    rows = line.zone.touched
    if rows:
        view = line.view
        yield view.figure(
            f"touches.{line.name}",
            len(rows),
            "count",
            (rows[-1], rows[0]),
            formula="swing points within one ATR",
            made=tuple(view.bars.day(row) for row in rows),
        )


def offsets(view: View) -> Iterator[Figure]:
    """Prices some percent off the last close."""
    rows = (view.last, view.last)
    for word, shares in OFFSETS.items():
        for percent in shares:
            factor = (100 + percent) / 100
            yield view.figure(
                f"level.{word}.{abs(percent)}",
                view.close * factor,
                view.instrument.unit,
                rows,
                formula=f"{factor:g}*close[last]",
                made=(view.bars.day(view.last),),
            )
