"""Channels, crosses, streaks and seasons: what the usual indicators say of a day."""

from collections.abc import Iterator

from generator.market.features import FEATURES, month_season
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
SIGNED = {  # features that count sessions, minus below -> what each side is called
    "channel_run.20": ("channel_over.20", "channel_under.20"),
    "channel_back.20": ("back_from_over.20", "back_from_under.20"),
    "cross.50.200": ("cross_over.50.200", "cross_under.50.200"),
    "rsi_divergence.14": ("divergence_low.14", "divergence_high.14"),
}
LEAST_CASES = 10  # years before a season is told


def facts(scene: Scene) -> Figures:
    """All of them for one instrument; nothing for what is no price."""
    view = scene.view
    if view.is_gauge:
        return
    if view.as_traded:
        for name, sides in SIGNED.items():
            yield from signed(view, name, sides)
    for name in ("streak_up", "streak_down"):
        yield from told(view, name, "sessions")
    yield from told(view, "return.qtd", "ratio")
    yield from season(view)


def told(view: View, name: str, unit: str) -> Figures:
    """A feature of the last row, where it has a value above nothing at all."""
    value = view.feature(name)
    if value is None or (unit == "sessions" and not value):
        return
    yield view.figure(
        name, value, unit, rows_of(view, name), formula=FEATURES[name].formula
    )


def rows_of(view: View, name: str) -> tuple[int, int]:
    """The rows that a feature's last value rests on."""
    if name.startswith("streak"):
        return (0, view.last)
    return (max(view.last - FEATURES[name].bars + 1, 0), view.last)


def signed(view: View, name: str, sides: tuple[str, str]) -> Figures:
    """A count of sessions under the name of its side."""
    value = view.feature(name)
    if value:
        side = sides[0] if value > 0 else sides[1]
        rows, formula = (0, view.last), FEATURES[name].formula
        yield view.figure(side, abs(value), "sessions", rows, formula=formula)
        if name.startswith("channel_back"):
            line = "channel_upper" if value > 0 else "channel_lower"
            count = name.rpartition(".")[2]
            yield from told(view, f"{line}.{count}", view.instrument.unit)


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
