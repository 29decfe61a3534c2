"""Each lens on a day that it was made for, and silent on a dull one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import market
from generator.market import LENSES
from generator.model.market import Insight, Tape
from tests.builders import some_bars
from tests.market.scenes import SUNDAY, Rows, a_panel, lone, sessions

DAYS = sessions("2024-06-03", "2026-02-06")


def seen(tape: Tape, lens: str, subject: str = "RUT") -> Insight | None:
    """What a lens saw in an instrument."""
    found = [one for one in tape.insights if (one.lens, one.subject) == (lens, subject)]
    assert len(found) <= 1
    return found[0] if found else None


def tape_of(folder: Path, rows: Rows, **more: Any) -> Tape:
    """The tape of one instrument."""
    return market.read(a_panel(folder, (lone(**more), rows)), SUNDAY)


@pytest.mark.parametrize("name", ["boxing_day", "sunday"])
def test_every_fact_that_an_insight_names_is_on_the_tape(
    name: str, request: pytest.FixtureRequest
) -> None:
    tape: Tape = request.getfixturevalue(name)
    assert tape.insights
    for insight in tape.insights:
        assert insight.lens in LENSES
        assert insight.facts
        assert set(insight.facts.values()) <= set(tape.facts)
        assert 0 <= insight.surprise < 1, insight
        assert insight.why
        assert "\n" not in insight.why


REAL = [
    ("2026-02-08T22:00", "RUT", "move_rank", {"move", "zscore", "best_since", "count"}),
    ("2026-02-08T22:00", "RUT", "without_day", {"whole", "part", "day"}),
    (
        "2026-02-08T22:00",
        "RUT",
        "benchmark_explains",
        {"move", "bench_move", "explained", "residual", "beta"},
    ),
    ("2026-02-08T22:00", "RUT", "precedent", {"count", "episodes", "up", "base"}),
    ("2025-10-31T22:00", "AMZN", "volume_rank", {"since", "volume_ratio"}),
    ("2026-02-08T22:00", "AMZN", "extreme_since", {"close", "since"}),
    ("2019-07-15T22:00", "RUT", "ratio_extreme", {"ratio", "count"}),
    ("2020-03-09T21:00", "TLT", "open_close", {"gap", "intraday", "move"}),
    ("2020-03-09T21:00", "SPX", "drawdown_speed", {"drawdown", "sessions", "rank"}),
    ("2020-03-09T21:00", "SPX", "options_delivered", {"implied", "delivered"}),
    ("2026-02-08T22:00", "GLD", "long_run", {"run", "mean", "gap"}),
]


QUIET, PANIC = "2019-07-15T21:00", "2020-03-09T22:00"
GOLD, AMAZON, SMALL = "2025-10-27T21:00", "2025-10-31T21:00", "2026-02-08T22:00"
REAL += [
    (AMAZON, "AMZN", "day_of_year", {"whole", "part", "points", "share"}),
    (AMAZON, "AMZN", "hole", {"width", "days", "low", "high"}),
    (AMAZON, "META", "ladder", {"apart", "first", "last", "percentile"}),
    (GOLD, "GLD", "week_rank", {"move", "beyond", "count", "worst_since"}),
    (GOLD, "GLD", "refund", {"climb", "refund", "start", "left"}),
    (GOLD, "GLD", "swings_apart", {"times", "own", "bench_swings"}),
    (GOLD, "AMD", "days_won", {"won", "lead"}),
    (SMALL, "XLP", "lead_extreme", {"lead", "percentile", "bench_move"}),
    (QUIET, "SPX", "range_rank", {"range", "rank", "sessions"}),
    (QUIET, "SPX", "dispersion", {"size", "times", "up", "down", "count"}),
    (PANIC, "SPX", "all_extreme", {"extreme", "members", "count"}),
]
REAL += [
    (GOLD, "GLD", "same_state", {"count", "episodes", "share", "base"}),
    (GOLD, "GLD", "stretched", {"size", "days", "peak", "recovery"}),
    (QUIET, "SPX", "joint_novelty", {"both", "first", "second", "sessions"}),
    (SMALL, "RUT", "threat_aftermath", {"level", "count", "drop", "base"}),
    (PANIC, "SPX", "largest_before", {"previous", "after", "size"}),
    (PANIC, "SPX", "falls_before", {"drawdown", "before", "deeper"}),
]
REAL += [
    (SMALL, "IXIC", "channel_return", {"sessions", "line", "close"}),
    (SMALL, "TLT", "mean_cross", {"cross", "mean", "short"}),
    (GOLD, "RUT", "divergence", {"close", "rsi"}),
    (QUIET, "SPX", "streak", {"streak", "week", "close"}),
    ("2025-07-01T21:00", "SPX", "season", {"up", "mean", "count"}),
]


@pytest.mark.parametrize(("moment", "subject", "lens", "roles"), REAL)
def test_a_lens_sees_the_day_it_was_made_for(
    every_at: Callable[[str], Tape],
    moment: str,
    subject: str,
    lens: str,
    roles: set[str],
) -> None:
    insight = seen(every_at(moment), lens, subject)
    assert insight
    assert roles <= set(insight.facts)


def test_first_since_sees_a_mean_crossed_after_a_long_run(tmp_path: Path) -> None:
    closes = [100.0] * (len(DAYS) - 61) + [90.0] * 60 + [120.0]
    tape = tape_of(tmp_path, list(zip(DAYS, closes, strict=True)))
    insight = seen(tape, "first_since")
    assert insight
    assert set(insight.facts) >= {"run", "above", "mean"}


def test_every_lens_has_an_example_here() -> None:
    shown = {lens for _, _, lens, _ in REAL} | {"first_since"}
    assert shown == set(LENSES)


def test_a_dull_day_surprises_nobody(tmp_path: Path) -> None:
    flat = [(day, 100, 102, 99, 100 + n % 2, 10) for n, day in enumerate(DAYS)]
    flat[-1] = (DAYS[-1], 100, 102, 99, flat[-2][4], 10)
    assert tape_of(tmp_path, flat).insights == ()


def test_rarer_is_more_surprising(tmp_path: Path) -> None:
    rows = some_bars(DAYS)

    def surprise(jump: float) -> float:
        close = round(float(str(rows[-2][4])) * (1 + jump), 2)
        last = (DAYS[-1], close, close, close, close, 1)
        tape = tape_of(tmp_path / str(jump), [*rows[:-1], last])
        insight = seen(tape, "move_rank")
        return insight.surprise if insight else 0.0

    assert surprise(0.002) < surprise(0.015) < surprise(0.05)


def test_a_half_day_is_not_called_quiet(tmp_path: Path) -> None:
    days = sessions("2024-06-03", "2025-12-24")
    rows = some_bars(days)
    rows[-1] = (*rows[-1][:5], 100)
    panel = a_panel(tmp_path, (lone(), rows))
    half = market.read(panel, SUNDAY.replace(year=2025, month=12, day=24))
    assert half.sessions["RUT"].closed_at.hour == 18  # not 21
    assert seen(half, "volume_rank") is None


def with_last(rows: Rows, move: float, **more: float) -> list[tuple[object, ...]]:
    """The rows with another last day: a close that far on, and a high and a low."""
    day, close = rows[-1][0], float(str(rows[-2][4])) * (1 + move)
    high, low = more.get("high", close), more.get("low", close)
    return [*map(tuple, rows[:-1]), (day, close, high, low, close, 1_000_000)]


def evening(folder: Path, days: list[date], rows: Rows) -> Tape:
    """The tape of one instrument on the evening of the last of some days."""
    day = days[-1]
    moment = SUNDAY.replace(year=day.year, month=day.month, day=day.day)
    return market.read(a_panel(folder, (lone(), rows)), moment)


@pytest.mark.parametrize(
    ("last", "told"), [("2026-02-06", False), ("2026-04-10", True)]
)
def test_a_year_of_a_few_weeks_is_not_made_by_a_day(
    last: str, *, told: bool, tmp_path: Path
) -> None:
    days = sessions("2024-06-03", last)
    rows = with_last(some_bars(days), 0.12)
    insight = seen(evening(tmp_path, days, rows), "day_of_year")
    assert (insight is not None) == told


def test_a_week_is_told_only_where_few_went_as_far(tmp_path: Path) -> None:
    rows = some_bars(DAYS)
    calm = seen(evening(tmp_path / "calm", DAYS, with_last(rows, 0.001)), "week_rank")
    wild = seen(evening(tmp_path / "wild", DAYS, with_last(rows, 0.12)), "week_rank")
    assert calm is None
    assert wild
    assert wild.surprise > 0.99


@pytest.mark.parametrize(("low", "told"), [(1.0005, False), (1.03, True)])
def test_a_sliver_between_two_ranges_is_no_hole(
    low: float, *, told: bool, tmp_path: Path
) -> None:
    rows = some_bars(DAYS)
    top = float(str(rows[-2][2]))
    move = top * 1.04 / float(str(rows[-2][4])) - 1
    last = with_last(rows, move, low=top * low, high=top * 1.05)
    insight = seen(evening(tmp_path, DAYS, last), "hole")
    assert (insight is not None) == told


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("2025-12-18", True),
        ("2025-11-28", False),  # a half day
        ("2025-12-26", False),  # between Christmas and New Year
    ],
)
def test_a_lull_is_not_called_narrow(last: str, *, told: bool, tmp_path: Path) -> None:
    days = sessions("2024-01-02", last)
    rows = some_bars(days)
    close = float(str(rows[-2][4]))
    narrow = with_last(rows, 0.0, high=close + 0.01, low=close - 0.01)
    insight = seen(evening(tmp_path, days, narrow), "range_rank")
    assert (insight is not None) == told


def test_one_price_all_day_is_no_narrow_session(tmp_path: Path) -> None:
    days = sessions("2024-01-02", "2025-12-18")
    rows = with_last(some_bars(days), 0.0)
    assert seen(evening(tmp_path, days, rows), "range_rank") is None


def test_the_same_fall_in_fewer_sessions_is_steeper(tmp_path: Path) -> None:
    def surprise(count: int) -> float:
        days = sessions("2021-06-01", "2026-02-06")
        walk = some_bars(days[: -count - 60])
        climb = [float(str(row[4])) for row in walk]
        top = max(climb)
        climb += [top * (1 + 0.001 * step) for step in range(1, 61)]
        down = [climb[-1] * (1 - 0.05 * step / count) for step in range(1, count + 1)]
        rows = list(zip(days, [*climb, *down], strict=True))
        insight = seen(evening(tmp_path / str(count), days, rows), "refund")
        return insight.surprise if insight else 0.0

    assert surprise(3) > surprise(12)


def test_a_stand_in_benchmark_is_not_asked_for_a_second_opinion(
    every_at: Callable[[str], Tape],
) -> None:
    tape = every_at(SMALL)
    beside = ("lead_extreme", "swings_apart", "days_won")
    told = [one for one in tape.insights if one.lens in beside]
    assert len(told) > 10
    for one in told:
        known = tape.instruments[one.subject]
        facts = [tape.facts[name] for name in one.facts.values()]
        against = {getattr(fact, "against", None) for fact in facts} - {None}
        assert against <= {known.benchmarks[0], *known.rivals}, one


def test_a_lead_among_several_surprises_less_than_it_would_alone(
    every_at: Callable[[str], Tape],
) -> None:
    tape = every_at(SMALL)
    leads = [one for one in tape.insights if one.lens == "lead_extreme"]
    alone = [
        abs(1 - 2 * tape.facts[one.facts["percentile"]].value / 100) for one in leads
    ]
    gaps = [rare - one.surprise for one, rare in zip(leads, alone, strict=True)]
    assert len(gaps) > 5
    assert min(gaps) >= 0
    assert max(gaps) > 0.01


def test_the_ends_of_a_ladder_are_of_the_same_sessions(
    every_at: Callable[[str], Tape],
) -> None:
    tape = every_at(AMAZON)
    ladders = [one for one in tape.insights if one.lens == "ladder"]
    assert ladders
    for one in ladders:
        first, last = (tape.facts[one.facts[end]] for end in ("first", "last"))
        assert first.window == last.window
        assert first.value > last.value
        assert one.subject in {first.subject, last.subject}


def test_a_flat_index_over_quiet_parts_is_no_news(
    every_at: Callable[[str], Tape],
) -> None:
    told = seen(every_at(QUIET), "dispersion", "SPX")
    assert told
    share = every_at(QUIET).facts[told.facts["percentile"]].value
    assert share > 50
    # Of all its days, not of its flat ones alone: rarer than the percentile says.
    assert told.surprise > share / 100
