"""Each lens on a day that it was made for, and silent on a dull one."""

from collections.abc import Callable
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
    (GOLD, "KO", "days_won", {"won", "lead"}),
    (SMALL, "XLP", "lead_extreme", {"lead", "percentile", "bench_move"}),
    (QUIET, "SPX", "range_rank", {"range", "rank", "sessions"}),
    (QUIET, "SPX", "dispersion", {"size", "times", "up", "down", "count"}),
    (PANIC, "SPX", "all_extreme", {"extreme", "members", "count"}),
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
