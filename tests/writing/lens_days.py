"""Example days on which each lens speaks: the Facts that it names, by their role.

`EXAMPLES` maps a lens to its days; a role that begins with `base_` is a slot of the
note and none of the lens. `base` gives what every note has.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import product, starmap
from typing import Any

from generator.model.facts import PriceFact, Window
from generator.model.market import fact_id
from tests.builders import FRIDAY, a_price

SECTORS = "sector-funds"
CLIMB = (date(2026, 1, 9), date(2026, 1, 20))
DAY = Window(date(2026, 2, 5), FRIDAY, 1)
Roles = dict[str, PriceFact]


def fact(name: str, value: float, unit: str = "ratio", **more: Any) -> PriceFact:
    """A Fact of the Russell 2000, or of another subject: `fact("return.5", 0.02)`."""
    metric, *rest = name.split(".")
    steps = [int(one) if one.isdigit() else one for one in rest]
    made: PriceFact = a_price(
        more.pop("subject", "RUT"), metric, *steps, value=value, unit=unit, **more
    )
    return made


USUAL: Mapping[str, tuple[float, str]] = {  # what every note has -> value and unit
    "close": (2670.34, "points"),
    "previous_close": (2577.65, "points"),
    "open": (2600.0, "points"),
    "low": (2590.0, "points"),
    "high": (2680.0, "points"),
    "atr.14": (47.08, "points"),
    "rsi.14": (59, "index"),
    "usual.1": (0.0114, "ratio"),
    "zscore.1": (1.9, "sigmas"),
    "zscore.5": (0.9, "sigmas"),
    "sma.50": (2576.42, "points"),
    "sma.200": (2340.0, "points"),
    "sma_gap.50": (0.0364, "ratio"),
    "sma_gap.200": (0.141, "ratio"),
    "drawdown": (-0.004, "ratio"),
    "close_in_range": (0.5, "ratio"),
    "volatility.20": (0.17, "ratio"),
    "return.1": (0.036, "ratio"),
    "return.5": (0.0217, "ratio"),
    "return.21": (0.09, "ratio"),
}


def base(roles: Mapping[str, PriceFact]) -> Roles:
    """What every note has, with a lens's own values where it names the same Fact."""
    own = {one.id: one for one in roles.values()}
    found = {}
    for name, (value, unit) in USUAL.items():
        more = {"window": DAY} if name == "return.1" else {}
        told = own.get(fact_id("RUT", name)) or fact(name, value, unit, **more)
        found[name.replace(".", "_")] = told
    given = (name for name in roles if name.startswith("base_"))
    return found | {name.removeprefix("base_"): roles[name] for name in given}


def move(size: float, usual: float, rank: int) -> Roles:
    """A day's move, in usual days, its rank, and since when none was larger."""
    word = "best_since" if size > 0 else "worst_since"
    return {
        "move": fact("return.1", size, window=DAY),
        "usual": fact("usual.1", 0.0114),
        "zscore": fact("zscore.1", usual if size > 0 else -usual, "sigmas"),
        "rank": fact("rank.1", rank, "count"),
        "count": fact("rank_count.1", 3974, "count"),
        word: fact(f"{word}.1", 90, "sessions", made=CLIMB[:1]),
    }


def rate(size: float) -> Roles:
    """The same of a rate, which changes and has no return."""
    return move(size, 1.6, 40) | {"move": fact("change.1", size, "pct_points")}


def part(whole: float, rest: float, share: float | None = None) -> Roles:
    """A month with its last session and without it."""
    told = {
        "whole": fact("return.21", whole),
        "part": fact("without_day.21", rest),
        "day": fact("return.1", whole - rest, window=DAY),
    }
    return told | ({"share": fact("day_share.21", share)} if share else {})


def year(whole: float, rest: float, share: float | None = None) -> Roles:
    """A year with its last session and without it."""
    begun = Window(date(2025, 12, 31), FRIDAY, 25)
    told = {
        "whole": fact("return.ytd", whole, window=begun),
        "part": fact("without_day.ytd", rest),
        "points": fact("day_points.ytd", 100 * (whole - rest), "pct_points"),
        "day": fact("return.1", whole - rest, window=DAY),
        "sessions": fact("year_sessions", 109, "count"),
    }
    return told | ({"share": fact("day_share.ytd", share)} if share else {})


def week(size: float, beyond: int, since: int = 700) -> Roles:
    """Five sessions, how many went further, and since when none did."""
    word = "best_since" if size > 0 else "worst_since"
    return {
        "move": fact("return.5", size),
        "beyond": fact("beyond.5", beyond, "count"),
        "count": fact("beyond_count.5", 3974, "count"),
        word: fact(f"{word}.5", since, "sessions", made=CLIMB[:1]),
        "base_zscore_5": fact("zscore.5", 60 * size, "sigmas"),
    }


def own(size: float, due: float, other: float, beta: float = 1.2) -> Roles:
    """A move, what the S&P 500's explains of it, and the rest."""
    return {
        "move": fact("return.1", size, window=DAY),
        "explained": fact("explained.1.spx", due, against="SPX"),
        "residual": fact(
            "residual.1.spx", 100 * (size - due), "pct_points", against="SPX"
        ),
        "beta": fact("beta.60.spx", beta, "correlation", against="SPX"),
        "bench_move": fact("return.1", other, subject="SPX", window=DAY),
    }


def crossing(side: str, gap: float) -> Roles:
    """The first close across the 50-day mean after a long run."""
    return {
        "run": fact("run_ended.50", 46, "sessions", made=CLIMB),
        side: fact(f"run_{side}.50", 1, "sessions", made=CLIMB[:1]),
        "mean": fact("sma.50", 2576.42, "points"),
        "gap": fact("sma_gap.50", gap),
    }


def run(side: str, count: int, gap: float, **more: PriceFact) -> Roles:
    """A run on one side of the 50-day mean."""
    return {
        "run": fact(f"run_{side}.50", count, "sessions", made=CLIMB[:1]),
        "mean": fact("sma.50", 2576.42, "points"),
        "gap": fact("sma_gap.50", gap),
        **more,
    }


def top(side: str, **more: PriceFact) -> Roles:
    """The highest or lowest close of all bars."""
    end = fact(f"{side}.all", 2670.34, "points", made=(FRIDAY,))
    return {"close": fact("close", 2670.34, "points"), "extreme": end, **more}


def far(side: str) -> Roles:
    """The highest or lowest close for more than a quarter."""
    away = -0.03 if side == "high" else -0.12
    month = 0.04 if side == "high" else -0.04
    return {
        "close": fact("close", 2670.34, "points"),
        "since": fact(f"{side}_since", 90, "sessions", made=CLIMB[:1]),
        "base_drawdown": fact("drawdown", away, made=CLIMB[:1]),
        "base_return_5": fact("return.5", month / 2),
        "base_return_21": fact("return.21", month),
    }


def pair(word: str, *, ever: bool) -> Roles:
    """The ratio to the S&P 500 at an end of its past."""
    name, role = (
        (f"ratio_{word}", "count") if ever else (f"ratio_{word}_since", "since")
    )
    ratio = fact("ratio.spx", 0.3852, against="SPX")
    count = fact(f"{name}.spx", 2398, "sessions", against="SPX", made=CLIMB[:1])
    return {"ratio": replace(ratio, renderings=("0.3852",)), role: count}


def opened(gap: float, day: float) -> Roles:
    """An opening gap and what the session made of it."""
    return {
        "gap": fact("gap.1", gap, window=DAY),
        "intraday": fact("intraday.1", day, window=DAY),
        "move": fact("return.1", gap + day, window=DAY),
    }


def traded(name: str, size: float) -> Roles:
    """The busiest or the quietest session for a quarter."""
    times = 2.4 if name == "volume_since" else 0.5
    return {
        "since": fact(name, 90, "sessions", made=CLIMB[:1]),
        "volume_ratio": fact("volume_ratio.1.20", times, "times"),
        "move": fact("return.1", size, window=DAY),
    }


def fall(rank: int, week: float, month: float) -> Roles:
    """A fall of 10% from a top, and how fast the earlier ones were."""
    return {
        "drawdown": fact("drawdown", -0.135, made=CLIMB[:1]),
        "sessions": fact("fall_speed.10", 28, "sessions", made=CLIMB),
        "rank": fact("fall_rank.10", rank, "count"),
        "count": fact("fall_count.10", 5, "count"),
        "base_return_5": fact("return.5", week),
        "base_return_21": fact("return.21", month),
    }


def priced(premium: float, delivered: float) -> Roles:
    """What options expect beside what was delivered."""
    close = 100 * delivered + premium
    return {
        "premium": fact("implied_premium", premium, "points", against="VIX"),
        "delivered": fact("volatility.20", delivered),
        "implied": fact("close", close, "points", subject="VIX"),
    }


def blank(side: str, days: float) -> Roles:
    """A hole over or under the day before."""
    return {
        "width": fact(f"hole.{side}", 40.0, "points"),
        "share": fact(f"hole_share.{side}", 0.015),
        "days": fact(f"hole_atr.{side}", days, "atr"),
        "low": fact("past_low.1", 2540.0, "points"),
        "high": fact("past_high.1", 2600.0, "points"),
        "move": fact("return.1", 0.03, window=DAY),
        "base_low": fact("low", 2640.0, "points"),
        "base_high": fact("high", 2500.0, "points"),
    }


def climb(up: int, down: int, left: float) -> Roles:
    """A climb of so many sessions, handed back in so many."""
    return {
        "climb": fact("climb_sessions", up, "sessions", made=CLIMB),
        "refund": fact("refund_sessions", down, "sessions", made=CLIMB),
        "start": fact("climb_from", 2660.0, "points", made=CLIMB[:1]),
        "left": fact("climb_left", left, made=CLIMB),
        "drawdown": fact("drawdown", -0.0896, made=CLIMB[1:]),
        "close": fact("close", 2670.34, "points"),
    }


def span(word: str, place: float) -> Roles:
    """The narrowest or widest session, and where in it the close was."""
    return {
        "range": fact("range", 9.03, "points"),
        "rank": fact(f"range_rank.{word}.ytd", 1, "count"),
        "sessions": fact("year_sessions", 134, "count"),
        "base_close_in_range": fact("close_in_range", place),
    }


def lead(size: float, other: float) -> Roles:
    """A lead over the S&P 500 or a lag behind it, with both legs."""
    ahead = 100 * (size - other)
    place = 99.3 if ahead > 0 else 0.6
    return {
        "lead": fact("relative_return.5.spx", ahead, "pct_points", against="SPX"),
        "move": fact("return.5", size),
        "percentile": fact("lead_percentile.5.spx", place, "percentile", against="SPX"),
        "bench_move": fact("return.5", other, subject="SPX"),
    }


def swings(times: float, place: float) -> Roles:
    """Swings beside the S&P 500's."""
    return {
        "times": fact("ewvol_ratio.8.spx", times, "times", against="SPX"),
        "own": fact("ewvol.8", 0.14 * times),
        "percentile": fact(
            "ewvol_ratio_percentile.8.spx", place, "percentile", against="SPX"
        ),
        "bench_swings": fact("ewvol.8", 0.14, subject="SPX"),
    }


def days(won: int, ahead: float) -> Roles:
    """Days won of five, and the week's lead."""
    return {
        "won": fact("wins.5.spx", won, "count", against="SPX"),
        "lead": fact("relative_return.5.spx", ahead, "pct_points", against="SPX"),
        "same": fact("agreement.5.spx", 4, "count", against="SPX"),
    }


def parts() -> Roles:
    """A flat index and the sector funds under it."""
    return {
        "size": fact("mean_size.1", 0.0042, subject=SECTORS),
        "times": fact("multiple.1.rut", 23.99, "times", subject=SECTORS, against="RUT"),
        "up": fact("up.1", 5, "count", subject=SECTORS),
        "down": fact("down.1", 3, "count", subject=SECTORS),
        "members": fact("members.1", 8, "count", subject=SECTORS),
        "count": fact("flat_count.1.rut", 520, "count", subject=SECTORS),
        "percentile": fact(
            "flat_size_percentile.1.rut", 67.0, "percentile", subject=SECTORS
        ),
        "move": fact("return.1", 0.0002, window=DAY),
    }


def extreme(word: str, count: int) -> Roles:
    """How many sector funds had their worst or best day."""
    return {
        "extreme": fact(f"{word}_ever.1", count, "count", subject=SECTORS),
        "members": fact("members.1", 8, "count", subject=SECTORS),
        "move": fact("return.1", -0.076 if word == "worst" else 0.09, window=DAY),
        "count": fact("rank_count.1", 2561, "count"),
    }


def rungs(first: str, last: str) -> Roles:
    """The first and the last of the US indices over five sessions."""
    group = "us-indices"
    return {
        "apart": fact("apart.5", 4.0, "pct_points", subject=group),
        "members": fact("members.1", 4, "count", subject=group),
        "percentile": fact("apart_percentile.5", 97.0, "percentile", subject=group),
        "first": fact("return.5", 0.022, subject=first),
        "last": fact("return.5", -0.018, subject=last),
    }


def broken(side: str, size: float) -> Roles:
    """A break of a channel, taken back."""
    return {
        "sessions": fact(f"back_from_{side}.20", 3, "sessions"),
        "line": fact("channel_upper.20", 2690.0, "points"),
        "move": fact("return.1", size, window=DAY),
    }


def crossed(side: str, close: float) -> Roles:
    """The 50-day mean across the 200-day one, and the close beside them."""
    return {
        "cross": fact(f"cross_{side}.50.200", 1, "sessions"),
        "short": fact("sma.50", 2600.0, "points"),
        "mean": fact("sma.200", 2598.0, "points"),
        "close": fact("close", close, "points"),
    }


def streak(way: str, size: float) -> Roles:
    """Closes in a row in one direction."""
    return {
        "streak": fact(f"streak_{way}", 7, "sessions"),
        "week": fact("return.5", size),
        "close": fact("close", 2670.34, "points"),
    }


def season(share: float, mean: float) -> Roles:
    """What the month did in earlier years."""
    return {
        "up": fact("season_up.month", share),
        "mean": fact("season_mean.month", mean),
        "count": fact("season_count.month", 15, "count"),
    }


def unconfirmed(word: str, size: float) -> Roles:
    """A close at an extreme that its RSI does not confirm."""
    return {
        "rsi": fact("rsi.14", 59, "index"),
        "since": fact(f"{word}_since", 90, "sessions", made=CLIMB[:1]),
        "base_return_5": fact("return.5", size),
    }


MARGIN = {
    "margin": fact("top_margin", 0.53, "points", made=CLIMB[:1]),
    "previous": fact("previous_top", 2669.81, "points", made=CLIMB[:1]),
}
LOSS = fact("return.5", -0.02)
DOWN = fact("drawdown", -0.12, made=CLIMB[:1])
FALL = {"base_return_21": fact("return.21", -0.09), "base_drawdown": DOWN}
ENDS = ("over", "under")
VOLUMES = ("volume_since", "volume_low_since")
RECORD = fact("record", 9000, "sessions", made=(FRIDAY,))
EXAMPLES: dict[str, list[Roles]] = {
    "move_rank": [
        *starmap(move, product((0.036, -0.036), (1.2, 3.1), (1, 9))),
        *map(rate, (0.1, -0.1)), *(move(n, 3.1, 9) | FALL for n in (0.036, -0.036)),
    ],
    "without_day": [
        part(0.0217, -0.0138), part(-0.0217, 0.0138), part(0.03, 0.009),
        part(-0.03, -0.009), part(0.03, 0.006, 0.8), part(-0.03, -0.006, 0.8),
        part(0.03, 0.0004),
    ],
    "day_of_year": [
        year(0.0127, -0.0069), year(-0.0089, 0.0019),
        year(0.1132, 0.0158, share=0.86), year(-0.0665, -0.0245, share=0.63),
    ],
    "week_rank": [
        *starmap(week, product((0.08, -0.08), (0, 11), (12, 700))),
        *(week(size, 11) | FALL for size in (0.08, -0.08)),
    ],
    "benchmark_explains": [
        own(0.036, 0.0237, 0.0197), own(-0.036, -0.0237, -0.0197),
        own(0.0237, 0.0236, 0.0197), own(0.0012, 0.0011, 0.0010),
        own(0.012, -0.01, -0.008), own(-0.012, 0.01, 0.008),
        own(0.012, 0.0008, 0.0007), own(-0.012, 0.0008, 0.0007),
        own(-0.004, -0.012, -0.01), own(0.004, 0.012, 0.01),
    ],
    "first_since": [crossing("above", 0.0035), crossing("below", -0.0035)],
    "extreme_since": [
        top("high", record=RECORD, **MARGIN), top("high", **MARGIN), top("low"),
        top("high", base_rsi_14=fact("rsi.14", 74, "index")), far("high"), far("low"),
    ],
    "long_run": [
        run("above", 113, 0.036), run("below", 113, -0.036), run("above", 60, 0.008),
        run("below", 60, -0.008), run("above", 60, 0.01, base_return_5=LOSS) | FALL,
    ],
    "ratio_extreme": [
        pair(word, ever=ever) | more
        for word, ever, more in product(("high", "low"), (True, False), ({}, FALL))
    ],
    "open_close": [*starmap(opened, ((0.012, -0.015), (0.012, -0.007))),
                   *starmap(opened, ((-0.012, 0.015), (-0.012, 0.007)))],
    "volume_rank": [*starmap(traded, product(VOLUMES, (0.01, -0.01)))],
    "drawdown_speed": [fall(1, -0.02, -0.05), fall(2, 0.01, 0.03)],
    "options_delivered": [priced(-7.39, 0.2819), priced(9.4, 0.0819)],
    "hole": [*starmap(blank, product(("up", "down"), (0.6, 1.2)))],
    "refund": [climb(33, 6, 0.0143)],
    "range_rank": [span("low", 0.5), *(span("high", n) for n in (0, 0.1, 0.5, 1))],
    "lead_extreme": [
        lead(0.05, -0.02), lead(-0.01, -0.06), lead(-0.04, 0.01), lead(0.06, 0.01),
        lead(-0.06, -0.01),
    ],
    "swings_apart": [
        swings(2.7, 99.2), swings(1.1, 97.0), swings(0.2, 1.0), swings(1.05, 2.0),
    ],
    "days_won": [days(1, 1.36), days(4, -0.99)],
    "dispersion": [parts()],
    "all_extreme": [*starmap(extreme, product(("worst", "best"), (6, 8)))],
    "ladder": [rungs("RUT", "SPX"), rungs("SPX", "RUT")],
    "channel_return": [*starmap(broken, product(ENDS, (-0.018, 0.022)))],
    "mean_cross": [*starmap(crossed, product(ENDS, (2500, 2700)))],
    "streak": [streak("up", 0.013), streak("down", -0.117), streak("down", -0.013)],
    "season": [season(0.87, 0.029), season(0.33, -0.005)],
    "divergence": [unconfirmed("high", 0.02), unconfirmed("low", -0.02)],
}  # fmt: skip
