"""Precedents: counted by hand on hand-made bars, and on days that were told before."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import market
from generator.market import Panel
from generator.market.deep import memory, precedents
from generator.market.deep.aftermath import (
    HORIZONS,
    Past,
    extremes_after,
    groups,
    returns_after,
)
from generator.market.deep.expanding import at_or_below, below
from generator.market.deep.joints import MET, OFTEN
from generator.market.deep.kinds import STATES
from generator.market.tape import rivals
from generator.market.view import Figure, Scene
from tests.builders import some_bars
from tests.market.scenes import (
    SUNDAY,
    Rows,
    a_panel,
    at,
    known_instruments,
    lone,
    sessions,
)

QUIET, PANIC = "2019-07-15T21:00", "2020-03-09T22:00"
GOLD, AMAZON, SMALL = "2025-10-27T21:00", "2025-10-31T21:00", "2026-02-08T22:00"
NAMES = "SPX RUT VIX HYG TLT IXIC SPY QQQ AMZN GLD USO XLE XLF".split()
DAYS = sessions("2023-06-01", "2026-02-06")
Figures = dict[str, Figure]


@pytest.fixture(scope="module")
def scene_at(shared: Path) -> Callable[[str, str], Scene]:
    known = known_instruments()
    told = {name: known[name] for name in NAMES}
    panel = market.load([shared / "prices", shared / "prices-second-vendor"], told)
    return cache(lambda name, moment: scene_of(panel, name, moment))


def scene_of(panel: Panel, name: str, moment: str) -> Scene:
    """One instrument among its rivals, as of a moment."""
    views = rivals(panel, name, at(moment))
    return Scene(views[name], views)


def found(scene: Scene) -> Figures:
    """The figures of an instrument's precedents, without its name."""
    stem = len(scene.view.id) + 1
    figures = (*precedents.facts(scene), *memory.facts(scene))
    return {one.id[stem:]: one for one in figures}


def figures_of(folder: Path, rows: Rows, **more: Any) -> Figures:
    """The figures of one hand-made instrument."""
    panel = a_panel(folder, (lone(**more), rows))
    return found(scene_of(panel, "RUT", SUNDAY.isoformat()))


def closes_of(closes: Sequence[float], before: float = 100.0) -> Rows:
    """Bars with these last closes, and one close on all days before."""
    told = [before] * (len(DAYS) - len(closes)) + list(closes)
    return list(zip(DAYS, told, strict=True))


TOLD = [  # moment, instrument, figure, value, first and last case
    (QUIET, "SPX", "base_mean.10", 0.00439125, "2010-01-04", "2019-06-28"),
    (QUIET, "SPX", "base_swing.10", 0.724456, "2010-01-04", "2019-06-28"),
    (QUIET, "SPX", "joint.n.highest.ratio_high", 2, "2019-07-11", "2019-07-15"),
    (QUIET, "RUT", "joint.n.bench_highest.ratio_low", 2, "2019-07-11", "2019-07-15"),
    (QUIET, "RUT", "precedent.n.ratio_low.21", 58, "2011-09-20", "2019-06-11"),
    (QUIET, "RUT", "precedent.episodes.ratio_low.21", 10, "2011-09-20", "2019-06-11"),
    (QUIET, "RUT", "precedent_ahead_count.ratio_low.21.spx", 41, None, None),
    (QUIET, "RUT", "precedent_ahead.ratio_low.21.spx", 0.706897, None, None),
    (QUIET, "RUT", "base_ahead.21.spx", 0.519983, "2010-01-04", "2019-06-13"),
    (QUIET, "XLF", "zscore60.1", 0.642877, None, None),
    (PANIC, "SPX", "precedent.size.implied_level", 40, None, None),
    (PANIC, "SPX", "precedent.n.implied_level.21", 15, "2010-05-07", "2015-08-24"),
    (PANIC, "SPX", "precedent.episodes.implied_level.21", 4, None, None),
    (PANIC, "SPX", "precedent_up_count.implied_level.21", 14, None, None),
    (PANIC, "SPX", "precedent_mean.implied_level.21", 0.0615654, None, None),
    (PANIC, "SPX", "precedent.most.implied_level", 48, "2011-08-08", "2011-08-08"),
    (PANIC, "SPX", "base_mean.21", 0.00932892, None, None),
    (PANIC, "SPX", "precedent.n.hole_fall.10", 12, "2010-06-29", "2020-02-24"),
    (PANIC, "SPX", "precedent_refill_count.hole_fall.10", 7, None, None),
    (PANIC, "SPX", "previous_worst", -0.0666344, "2011-08-08", "2011-08-08"),
    (PANIC, "SPX", "after_previous_worst", 0.0474068, "2011-08-09", "2011-08-09"),
    (PANIC, "SPX", "zscore60.1", 5.27474, None, None),
    (PANIC, "SPX", "zrank60.1", 6, None, None),
    (PANIC, "SPX", "fall_speed_before.15.1", 63, "2018-09-20", "2018-12-20"),
    (PANIC, "SPX", "fall_speed_before.15.2", 69, "2011-04-29", "2011-08-08"),
    (PANIC, "SPX", "fall_speed_share.15", 0.206349, None, None),
    (PANIC, "SPX", "fall_deeper", 2, None, None),
    (PANIC, "HYG", "zscore60.1", 9.43472, None, None),
    (PANIC, "HYG", "zrank60.1", 1, None, None),
    (PANIC, "USO", "zscore60.1", 12.0888, None, None),
    (PANIC, "XLE", "zscore60.1", 10.7888, None, None),
    (AMAZON, "AMZN", "precedent.size.gap_up", 0.05, None, None),
    (AMAZON, "AMZN", "precedent.n.gap_up.10", 28, "2011-11-28", "2025-05-12"),
    (AMAZON, "AMZN", "precedent_ahead_count.gap_up.10.qqq", 12, None, None),
    (AMAZON, "AMZN", "precedent_ahead.gap_up.10.qqq", 0.428571, None, None),
    (AMAZON, "AMZN", "base_ahead.10.qqq", 0.523282, "2010-01-04", "2025-10-17"),
    (AMAZON, "AMZN", "precedent_refill_count.gap_up.10", 5, None, None),
    (GOLD, "GLD", "precedent.n.hole_down.10", 68, None, None),
    (GOLD, "GLD", "precedent_reclaim_count.hole_down.10", 24, None, None),
    (GOLD, "GLD", "precedent.n.week_loss.10", 5, "2011-09-23", "2020-03-13"),
    (GOLD, "GLD", "precedent_up_count.week_loss.10", 3, None, None),
    (GOLD, "GLD", "precedent_up_count.week_loss.21", 5, None, None),
    (GOLD, "GLD", "precedent_drawdown.week_loss", -0.134298, None, None),
    (GOLD, "GLD", "precedent_trend.week_loss", 0.0233556, None, None),
    (GOLD, "GLD", "stretch_size.over", 0.17, None, None),
    (GOLD, "GLD", "stretch_days.over", 3, "2011-08-22", "2025-10-20"),
    (GOLD, "GLD", "stretch_peak.over", 0.185875, "2025-10-20", "2025-10-20"),
    (GOLD, "GLD", "after_stretch.over.63", -0.0919335, None, None),
    (GOLD, "GLD", "stretch_recovery.over", 2248, "2011-08-22", "2020-07-29"),
    (GOLD, "GLD", "stretch_years.over", 14, None, None),
    (SMALL, "RUT", "precedent.n.highest.10", 234, "2011-01-03", None),
    (SMALL, "RUT", "precedent_up.highest.10", 0.491453, None, None),
    (SMALL, "RUT", "precedent_up_count.highest.10", 115, None, None),
    (SMALL, "RUT", "base_up_count.highest.10", 2147, None, None),
    (SMALL, "RUT", "base_up.highest.10", 0.56694, "2011-01-03", "2026-01-23"),
    (SMALL, "RUT", "base.n.highest.10", 3787, None, None),
    (SMALL, "RUT", "precedent.size.day_up", 0.035, None, None),
    (SMALL, "RUT", "precedent.n.day_up.10", 40, None, None),
    (SMALL, "RUT", "precedent.n.day_up_below.10", 31, None, None),
    (SMALL, "RUT", "precedent.n.day_up_above.10", 9, None, None),
    (SMALL, "RUT", "precedent_up_count.day_up_above.10", 6, None, None),
    (SMALL, "RUT", "base_up.10", 0.571924, "2010-01-04", "2026-01-23"),
    (SMALL, "RUT", "precedent.n.lead_high_21.10", 393, None, None),
    (SMALL, "RUT", "precedent_ahead.lead_high_21.10.spx", 0.437659, None, None),
    (SMALL, "RUT", "base_ahead.lead_high_21.10.spx", 0.486329, None, None),
    (SMALL, "RUT", "zscore60.1", 3.15131, None, None),
]


@pytest.mark.parametrize("told", TOLD)
def test_a_precedent_has_the_value_computed_by_hand(
    scene_at: Callable[[str, str], Scene],
    told: tuple[str, str, str, float, str | None, str | None],
) -> None:
    moment, name, figure, value, first, last = told
    one = found(scene_at(name, moment))[figure]
    assert one.value == pytest.approx(value, rel=5e-6)
    assert first in (None, one.made[0].isoformat() if one.made else "")
    assert last in (None, one.made[-1].isoformat() if one.made else "")
    fact = one.fact()
    assert fact.id == f"{name.lower()}.{figure}"
    assert fact.window.last <= at(moment).date()


def test_five_losing_weeks_are_named_by_their_days(
    scene_at: Callable[[str, str], Scene],
) -> None:
    made = found(scene_at("GLD", GOLD))["precedent.n.week_loss.10"].made
    assert [day.isoformat() for day in made] == [
        "2011-09-23", "2011-12-14", "2013-04-15", "2013-06-26", "2020-03-13",
    ]  # fmt: skip


def test_narrow_records_are_counted_from_a_years_past_on(
    scene_at: Callable[[str, str], Scene],
) -> None:
    """A note once counted 82 since January 2010, of which ten had no year of past."""
    figures = found(scene_at("SPX", QUIET))
    assert figures["precedent.n.highest_narrow.10"].value == 72
    assert figures["precedent.n.highest_narrow.10"].made[0] == date(2011, 1, 18)
    assert figures["precedent_swing.highest_narrow.10"].value == pytest.approx(30 / 72)


@pytest.mark.parametrize("moment", [PANIC, SMALL])
@pytest.mark.parametrize("name", ["SPX", "RUT", "AMZN", "GLD"])
def test_each_state_that_is_told_is_there_today_or_a_step_away(
    scene_at: Callable[[str, str], Scene], name: str, moment: str
) -> None:
    past = Past(scene_at(name, moment))
    seen = 0
    for word, kind in STATES.items():
        state = kind.look(past)
        if state is None or not state.sequels or word == "highest":
            continue
        seen += 1
        every = state.flags if state.every is None else state.every
        assert every[-1], word
        assert len(state.flags) == len(past.view.bars)
        assert state.judged is None or not (state.flags & ~state.judged).any(), word
    assert seen


@pytest.mark.parametrize("name", ["SPX", "RUT", "AMZN"])
def test_no_case_is_changed_by_what_came_later(
    scene_at: Callable[[str, str], Scene], name: str
) -> None:
    early, late = Past(scene_at(name, PANIC)), Past(scene_at(name, AMAZON))
    size, both = len(early.view.bars), 0
    for word, kind in STATES.items():
        before, now = kind.look(early), kind.look(late)
        if before is None or now is None or before.size != now.size:
            continue
        if word in ("move", "week_loss", "week_gain"):  # as large as each last one
            continue
        assert (before.flags == now.flags[:size]).all(), word
        both += 1
    for horizon in HORIZONS:
        short, long = early.after(horizon), late.after(horizon)[:size]
        known = np.isfinite(short)
        assert (short[known] == long[known]).all()
        assert not np.isfinite(short[-horizon:]).any()
    assert both or name != "SPX"


def test_rows_after_the_moment_change_no_figure(tmp_path: Path) -> None:
    rows = some_bars(DAYS, swing=0.02)
    for cut in (len(DAYS) - 90, len(DAYS) - 31, len(DAYS) - 7):
        moment = f"{DAYS[cut - 1]}T23:00"
        whole = a_panel(tmp_path / f"{cut}", (lone(kind="etf"), rows))
        short = a_panel(tmp_path / f"{cut}-", (lone(kind="etf"), rows[:cut]))
        told = [
            {
                name: one.fact()
                for name, one in found(scene_of(panel, "RUT", moment)).items()
            }
            for panel in (whole, short)
        ]
        assert told[0] == told[1]
        assert told[0]


def test_cases_are_days_whose_later_sessions_are_known(tmp_path: Path) -> None:
    jump = [100.0] * 30 + [103.0] + [100.0] * 40 + [103.0] + [100.0] * 9 + [103.0]
    figures = figures_of(tmp_path, closes_of(jump))
    assert figures["precedent.size.day_up"].value == 0.03
    assert figures["precedent.days.day_up"].value == 3
    assert figures["precedent.n.day_up.5"].value == 2
    assert figures["precedent.n.day_up.10"].value == 2
    assert figures["precedent.n.day_up.21"].value == 1
    assert figures["precedent_up_count.day_up.5"].value == 0
    # Ten sessions after the second of them stands the last close.
    assert figures["precedent_up.day_up.10"].value == 0
    assert figures["precedent_mean.day_up.10"].value == pytest.approx(-0.03 / 1.03 / 2)


def test_episodes_lie_more_than_21_sessions_apart() -> None:
    assert groups(np.array([0, 21, 42, 64, 100]), 21).tolist() == [0, 3, 4]
    assert groups(np.array([7]), 21).tolist() == [0]
    assert groups(np.array([], dtype=np.int64), 21).tolist() == []


def test_a_size_is_the_largest_that_an_earlier_day_reached_too(tmp_path: Path) -> None:
    once = [100.0] * 30 + [102.2] + [100.0] * 40 + [109.0]
    figures = figures_of(tmp_path, closes_of(once))
    assert figures["precedent.size.day_up"].value == 0.02
    only = figures_of(tmp_path / "b", closes_of([100.0, 109.0]))
    assert not [name for name in only if "day_up" in name]


def test_a_missing_bar_breaks_what_came_after() -> None:
    places = np.array([0, 1, 2, 4, 5, 6, 7])
    closes = np.array([10.0, 11, 12, 14, 15, 16, 17])
    after = returns_after(closes, places, 2)
    assert np.isfinite(after).tolist() == [True, False, True, True, True, False, False]
    assert after[2] == pytest.approx(14 / 12 - 1)
    worst = extremes_after(closes, places, 2, np.minimum)
    # Two sessions after row 2 there is a bar, but the one between them is missing.
    assert np.isfinite(worst).tolist() == [True, False, False, True, True, False, False]
    assert worst[3] == 15


def test_the_worst_of_the_next_sessions_leaves_the_day_itself_out() -> None:
    closes = np.array([5.0, 9, 8, 7, 6, 10])
    found_ = extremes_after(closes, np.arange(6), 3, np.minimum)
    assert found_[:3].tolist() == [7, 6, 6]
    assert np.isnan(found_[3:]).all()


def test_a_gap_that_was_traded_back_is_counted_as_refilled(tmp_path: Path) -> None:
    calm = [(100.0, 101.0, 99.0, 100.0)] * len(DAYS)
    opened = (102.5, 103.0, 102.0, 102.5)
    kept = [opened, *[(102.5, 103.0, 101.5, 102.5)] * 12, (100.0, 101.0, 99.0, 100.0)]
    lost = [opened, (102.0, 102.5, 99.5, 100.0)]
    rows = [*calm[: -len(kept) - len(lost) - 31], *kept, *lost, *calm[:30], opened]
    bars = [(day, *row, 1000) for day, row in zip(DAYS, rows, strict=True)]
    figures = figures_of(tmp_path, bars, kind="etf")
    assert figures["precedent.size.gap_up"].value == 0.02
    assert figures["precedent.n.gap_up.10"].value == 2
    assert figures["precedent_refill_count.gap_up.10"].value == 1
    index = figures_of(tmp_path / "index", bars, kind="index")
    assert not [name for name in index if "gap_up" in name]


def test_prices_adjusted_for_dividends_have_no_highest_close(tmp_path: Path) -> None:
    rows = [(day, 100 * 1.001**n) for n, day in enumerate(DAYS)]
    panel = a_panel(tmp_path, (lone(), rows))
    origins = (
        (tmp_path / "prices" / "manifest.tsv").read_text().replace("none", "dividends")
    )
    assert "precedent.n.highest.10" in found(scene_of(panel, "RUT", SUNDAY.isoformat()))
    (tmp_path / "prices" / "manifest.tsv").write_text(origins)
    adjusted = market.load([tmp_path / "prices"], {"RUT": lone()})
    assert not [
        name
        for name in found(scene_of(adjusted, "RUT", SUNDAY.isoformat()))
        if "highest" in name or "stretch" in name
    ]


def test_what_measures_volatility_has_no_precedents(
    scene_at: Callable[[str, str], Scene],
) -> None:
    assert list(precedents.facts(scene_at("VIX", SMALL))) == []


def test_two_states_that_meet_are_counted_with_the_last_day(
    scene_at: Callable[[str, str], Scene],
) -> None:
    figures = found(scene_at("SPX", QUIET))
    name = "highest.ratio_high"
    assert figures[f"joint.n.{name}"].value <= MET
    assert figures[f"joint.n.{name}"].made[-1] == date(2019, 7, 15)
    for state in name.split("."):
        assert figures[f"precedent.days.{state}"].value >= OFTEN
    # 252 sessions before a close may be called the highest so far.
    assert figures[f"joint.days.{name}"].value == 2398 - 252


def naive(values: list[float], *, strict: bool) -> list[float]:
    """The expanding shares, one by one."""
    shares = []
    for row, value in enumerate(values):
        known = [one for one in values[:row] if np.isfinite(one)]
        if not np.isfinite(value) or (strict and not known):
            shares.append(float("nan"))
        elif strict:
            shares.append(100 * sum(one < value for one in known) / len(known))
        else:
            under = 1 + sum(one <= value for one in known)
            shares.append(100 * under / (len(known) + 1))
    return shares


STEPS = st.lists(
    st.one_of(st.integers(0, 9).map(float), st.just(float("nan"))), max_size=150
)


@given(STEPS)
def test_expanding_shares_are_those_counted_one_by_one(values: list[float]) -> None:
    array = np.array(values, dtype=np.float64)
    np.testing.assert_array_equal(at_or_below(array), naive(values, strict=False))
    np.testing.assert_array_equal(below(array), naive(values, strict=True))
