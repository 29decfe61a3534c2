"""Lenses on what followed: honest about episodes, rarity and chance."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from generator import market
from generator.market import Panel
from generator.market.deep import memory, precedents, threats
from generator.market.lenses import after
from generator.market.lenses.seen import Lens, Seen
from generator.market.moves import facts as moves_of
from generator.market.states import facts as states_of
from generator.market.tape import rivals
from generator.market.view import Scene
from generator.model.market import Insight
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
NAMES = "SPX RUT VIX HYG TLT IXIC QQQ AMZN GLD DJI".split()
DAYS = sessions("2023-06-01", "2026-02-06")
LENSES: Mapping[str, Lens] = {
    "precedent": after.precedent,
    "same_state": after.same_state,
    "joint_novelty": after.joint_novelty,
    "threat_aftermath": after.threat_aftermath,
    "stretched": after.stretched,
    "largest_before": after.largest_before,
    "falls_before": after.falls_before,
}


def seen(panel: Panel, name: str, moment: str) -> Seen:
    """One instrument with the figures that these lenses name."""
    views = rivals(panel, name, at(moment))
    scene = Scene(views[name], views)
    common = (moves_of, states_of, precedents.precedents)
    deep = (precedents.facts, threats.facts, memory.facts)
    return Seen(
        scene, {one.id: one for make in (*deep, *common) for one in make(scene)}
    )


@pytest.fixture(scope="module")
def seen_at(shared: Path) -> Callable[[str, str], Seen]:
    known = known_instruments()
    told = {name: known[name] for name in NAMES}
    panel = market.load([shared / "prices", shared / "prices-second-vendor"], told)
    return cache(lambda name, moment: seen(panel, name, moment))


def of_rows(folder: Path, rows: Rows) -> dict[str, Insight]:
    """What these lenses saw in one hand-made instrument."""
    looked = seen(a_panel(folder, (lone(), rows)), "RUT", SUNDAY.isoformat())
    found = {name: look(looked) for name, look in LENSES.items()}
    return {name: one for name, one in found.items() if one}


EXAMPLES = [
    (SMALL, "RUT", "precedent", {"count", "episodes", "up", "base", "up_21", "size"}),
    (SMALL, "RUT", "same_state", {"size", "count", "episodes", "share", "base"}),
    (GOLD, "GLD", "same_state", {"count", "of_them", "share", "mean", "base_mean"}),
    (QUIET, "SPX", "joint_novelty", {"both", "first", "second", "sessions"}),
    (PANIC, "SPX", "threat_aftermath", {"level", "drop", "base", "episodes"}),
    (GOLD, "GLD", "stretched", {"size", "days", "peak", "after", "recovery"}),
    (PANIC, "SPX", "largest_before", {"previous", "after", "size", "rank_60"}),
    (PANIC, "SPX", "falls_before", {"drawdown", "before", "before_that", "deeper"}),
]


@pytest.mark.parametrize(("moment", "name", "lens", "roles"), EXAMPLES)
def test_a_lens_on_what_followed_sees_its_day(
    seen_at: Callable[[str, str], Seen],
    moment: str,
    name: str,
    lens: str,
    roles: set[str],
) -> None:
    looked = seen_at(name, moment)
    insight = LENSES[lens](looked)
    assert insight
    assert roles <= set(insight.facts)
    assert set(insight.facts.values()) <= set(looked.figures)
    assert 0 <= insight.surprise < 1


def test_every_lens_on_what_followed_has_an_example_here() -> None:
    assert {lens for _, _, lens, _ in EXAMPLES} == set(LENSES)


@pytest.mark.parametrize("lens", ["precedent", "same_state", "threat_aftermath"])
def test_what_followed_is_never_called_a_forecast(
    seen_at: Callable[[str, str], Seen], lens: str
) -> None:
    insight = LENSES[lens](seen_at("RUT", SMALL))
    assert insight
    assert "no forecast" in insight.why
    assert "what followed" in insight.why


def test_the_threat_of_a_quiet_day_followed_by_the_usual_surprises_nobody(
    seen_at: Callable[[str, str], Seen],
) -> None:
    insight = after.threat_aftermath(seen_at("SPX", QUIET))
    assert insight
    assert insight.surprise < 0.01  # 5.7% of such days, 5.7% of all


def test_a_joint_names_both_states_by_the_days_of_each(
    seen_at: Callable[[str, str], Seen],
) -> None:
    insight = after.joint_novelty(seen_at("SPX", QUIET))
    assert insight
    assert insight.facts["both"] == "spx.joint.n.highest.ratio_high"
    assert insight.facts["first"] == "spx.precedent.days.highest"


def test_more_episodes_make_the_same_share_more_surprising() -> None:
    shares = [after.unlike(0.75, 0.5, cases) for cases in (3, 10, 30, 100)]
    assert shares == sorted(shares)
    assert after.unlike(0.5, 0.5, 100) == 0


@pytest.mark.parametrize("cases", [1, 3, 12])
def test_no_more_is_claimed_than_so_many_episodes_can_show(cases: int) -> None:
    assert after.unlike(1, 0.01, cases) == cases / (cases + 1)


def test_a_base_of_none_or_of_all_shows_nothing() -> None:
    assert after.unlike(0.3, 0.0, 50) == 0
    assert after.unlike(0.3, 1.0, 50) == 0


def test_the_best_of_many_states_surprises_less_than_a_single_one() -> None:
    one = after.Case("narrow", {}, rare=0.0, unlike=0.9)
    assert after.news(one, 1) == pytest.approx(0.9)
    assert after.news(one, 5) == pytest.approx(0.9**5)
    rare = after.Case("gap_up", {}, rare=0.999, unlike=0.0)
    assert after.news(rare, 1) == pytest.approx(0.999**after.LOOKED)


def test_a_day_without_a_like_is_news_by_that_alone(tmp_path: Path) -> None:
    rows = some_bars(DAYS)
    close = round(float(str(rows[-2][4])) * 1.2, 2)
    rows[-1] = (DAYS[-1], close, close, close, close, 1)
    insight = of_rows(tmp_path, rows)["precedent"]
    assert "episodes" not in insight.facts
    assert insight.surprise == pytest.approx(1 - 1 / (len(rows) + 1))


def test_few_episodes_say_nothing_of_what_follows(tmp_path: Path) -> None:
    rows = some_bars(DAYS)
    for row in (-60, -1):
        close = round(float(str(rows[row - 1][4])) * 1.2, 2)
        rows[row] = (DAYS[row], close, close, close, close, 1)
    insight = of_rows(tmp_path, rows)["precedent"]
    assert insight.facts["count"] == "rut.precedent.n"
    assert insight.surprise == pytest.approx(1 - 2 / (len(rows) + 1))


def test_an_old_fall_is_no_news(tmp_path: Path) -> None:
    first = [100.0] * 300 + [88.0] * 40 + [101.0] * 100
    rest = len(DAYS) - len(first)
    fresh = [*first, *[101.0] * (rest - 3), *[88.0] * 3]
    old = [*first, *[101.0] * (rest - 40), *[88.0] * 40]
    assert "falls_before" in of_rows(
        tmp_path / "a", list(zip(DAYS, fresh, strict=True))
    )
    assert "falls_before" not in of_rows(
        tmp_path / "b", list(zip(DAYS, old, strict=True))
    )


def test_a_dull_day_has_no_past_worth_telling(tmp_path: Path) -> None:
    flat = [(day, 100, 102, 99, 100 + n % 2, 10) for n, day in enumerate(DAYS)]
    flat[-1] = (DAYS[-1], 100, 102, 99, flat[-2][4], 10)
    assert of_rows(tmp_path, flat) == {}
