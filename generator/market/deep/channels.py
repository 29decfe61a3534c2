"""Channels, crosses, streaks and seasons: what the usual indicators say of a day."""

from collections.abc import Iterator

from generator.market.features import month_season
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
FAST, SLOW, CHANNEL = 50, 200, 20
LEAST_CASES = 10  # years before a season is told


def facts(scene: Scene) -> Figures:
    """All of them for one instrument; nothing for what is no price."""
    view = scene.view
    if view.is_gauge:
        return
    if view.as_traded:
        yield from outside(view)
        yield from back_inside(view)
        yield from crossed(view)
        yield from diverging(view)
    yield from streaks(view)
    yield from season(view)


def outside(view: View) -> Figures:
    """Closes in a row beyond a broken line of the channel."""
    count = int(view.feature(f"channel_run.{CHANNEL}") or 0)
    if count:
        side, word = ("over", "above") if count > 0 else ("under", "below")
        broke = view.last - abs(count) + 1
        yield view.figure(
            f"channel_{side}.{CHANNEL}",
            abs(count),
            "sessions",
            (max(broke - CHANNEL, 0), view.last),
            formula=f"closes in a row {word} the broken line of {CHANNEL} bars",
            made=(view.bars.day(broke),),
        )


def back_inside(view: View) -> Figures:
    """On the first close back inside: how long it was outside, and of which line."""
    count = int(view.feature(f"channel_back.{CHANNEL}") or 0)
    if not count:
        return
    side, line = ("over", "upper") if count > 0 else ("under", "lower")
    broke = view.last - abs(count)
    made = (view.bars.day(broke),)
    yield view.figure(
        f"back_from_{side}.{CHANNEL}",
        abs(count),
        "sessions",
        (max(broke - CHANNEL, 0), view.last),
        formula=f"closes that the broken line of {CHANNEL} bars had been passed for",
        made=made,
    )
    word = "max(high" if count > 0 else "min(low"
    yield view.figure(
        f"channel_{line}.{CHANNEL}",
        float(view.column(f"channel_{line}.{CHANNEL}")[broke]),
        view.instrument.unit,
        (max(broke - CHANNEL, 0), broke - 1),
        formula=f"{word}, {CHANNEL} bars before the break)",
    )


def crossed(view: View) -> Figures:
    """Sessions in a row with the one mean on its side of the other."""
    count = int(view.feature(f"cross.{FAST}.{SLOW}") or 0)
    if count:
        side, word = ("over", "above") if count > 0 else ("under", "below")
        first = view.last - abs(count) + 1
        yield view.figure(
            f"cross_{side}.{FAST}.{SLOW}",
            abs(count),
            "sessions",
            (max(first - SLOW, 0), view.last),
            formula=f"sessions in a row with mean(close, {FAST}) {word} "
            f"mean(close, {SLOW})",
            made=(view.bars.day(first),),
        )


def diverging(view: View) -> Figures:
    """1 where the close is a 20-day extreme and its RSI is not."""
    value = view.feature("rsi_divergence.14")
    if value:
        side, word = ("low", "lowest") if value > 0 else ("high", "highest")
        formula = f"close[last] the {word} of 20, rsi.14 not"
        yield view.figure(
            f"divergence_{side}.14", 1, "count", (0, view.last), formula=formula
        )


def streaks(view: View) -> Figures:
    """Closes in a row in one direction."""
    for way in ("up", "down"):
        count = int(view.feature(f"streak_{way}") or 0)
        first = view.last - count
        if count:
            yield view.figure(
                f"streak_{way}",
                count,
                "sessions",
                (first, view.last),
                formula=f"sessions in a row that closed {way}",
                made=(view.bars.day(first + 1),),
            )


def season(view: View) -> Figures:
    """What this month did in the years before, told on its first session."""
    months = view.bars.dates[-2:].astype("datetime64[M]")
    if len(months) < 2 or months[0] == months[1]:
        return
    found = month_season(view.frames, view.id, view.last)
    if found is None or found.count < LEAST_CASES:
        return
    rows, what = (0, view.last), "this month of earlier years"
    parts = {
        "mean": (found.mean, "ratio", f"mean(return of {what})"),
        "up": (found.share_up, "ratio", f"share(return > 0 of {what})"),
        "count": (found.count, "count", f"count({what})"),
    }
    for part, (value, unit, formula) in parts.items():
        name = f"season_{part}.month"
        yield view.figure(name, value, unit, rows, formula=formula)
