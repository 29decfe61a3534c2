"""What followed a Threat: the days of other notes, and a ladder of calm and storm."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from generator import market
from generator.market import Panel, pulse
from generator.market.deep import threats
from generator.market.deep.aftermath import Past
from generator.market.tape import rivals
from generator.market.view import Scene
from tests.builders import some_bars
from tests.market.scenes import SUNDAY, a_panel, at, known_instruments, lone, sessions

QUIET, PANIC = "2019-07-15T21:00", "2020-03-09T22:00"
GOLD, SMALL = "2025-10-27T21:00", "2026-02-08T22:00"
DAYS = sessions("2023-06-01", "2026-02-06")


@pytest.fixture(scope="module")
def scene_at(shared: Path) -> Callable[[str, str], Scene]:
    known = known_instruments()
    told = {name: known[name] for name in ("SPX", "RUT", "VIX", "GLD", "HYG", "TLT")}
    panel = market.load([shared / "prices", shared / "prices-second-vendor"], told)
    return cache(lambda name, moment: scene_of(panel, name, moment))


def scene_of(panel: Panel, name: str, moment: str) -> Scene:
    """One instrument among its rivals, as of a moment."""
    views = rivals(panel, name, at(moment))
    return Scene(views[name], views)


def values(scene: Scene) -> dict[str, float]:
    """What followed its Threat, by metric."""
    stem = len(scene.view.id) + 1
    return {one.id[stem:]: one.value for one in threats.facts(scene)}


TOLD = [
    (GOLD, "GLD", "threat_days", 494),
    (GOLD, "GLD", "threat_drop.10", 62 / 494),
    (GOLD, "GLD", "threat_rise.10", 65 / 494),
    (GOLD, "GLD", "threat_base.n", 3719),
    (GOLD, "GLD", "threat_base_drop.10", 217 / 3719),
    (GOLD, "GLD", "threat_base_rise.10", 296 / 3719),
    (SMALL, "RUT", "threat_level", 4),
    (SMALL, "RUT", "threat_days", 644),
    (SMALL, "RUT", "threat_count_drop.10", 112),
    (SMALL, "RUT", "threat_base.n", 3789),
    (SMALL, "RUT", "threat_base_count_drop.10", 485),
    (QUIET, "SPX", "threat_level.own", 2),
    (QUIET, "SPX", "threat_days.own", 409),
    (QUIET, "SPX", "threat_drop.10.own", 0.0415648),
    (QUIET, "SPX", "threat_base_drop.10.own", 0.0579297),
    (PANIC, "SPX", "threat_days.own", 442),
    (PANIC, "SPX", "threat_drop.10.own", 0.149321),
    (PANIC, "SPX", "threat_base_drop.10.own", 0.060793),
]


@pytest.mark.parametrize(("moment", "name", "figure", "value"), TOLD)
def test_what_followed_a_threat_is_as_it_was_told(
    scene_at: Callable[[str, str], Scene],
    moment: str,
    name: str,
    figure: str,
    value: float,
) -> None:
    assert values(scene_at(name, moment))[figure] == pytest.approx(value, rel=2e-6)


@pytest.mark.parametrize("moment", [QUIET, PANIC, SMALL])
def test_the_level_is_the_fifth_of_the_percentiles_that_a_note_scores(
    scene_at: Callable[[str, str], Scene], moment: str
) -> None:
    scene = scene_at("RUT", moment)
    told = [one.value for one in pulse.facts(scene) if one.name.startswith("threat.")]
    assert len(told) == 2
    level = min(5, 1 + int(sum(told) / 2 // 20))
    assert values(scene)["threat_level"] == level


def test_without_implied_volatility_there_is_one_reading(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), some_bars(DAYS)))
    found = values(scene_of(panel, "RUT", SUNDAY.isoformat()))
    assert found["threat_level"] in range(1, 6)
    assert not [name for name in found if name.endswith(".own")]
    assert found["threat_base.n"] == len(DAYS) - 250 - 10


def test_a_short_past_has_no_threat(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), some_bars(DAYS)[-250:]))
    assert values(scene_of(panel, "RUT", SUNDAY.isoformat())) == {}


def test_falls_and_rises_of_five_percent_are_counted_from_closes(
    tmp_path: Path,
) -> None:
    closes = [100.0 + 0.01 * (n % 3) for n in range(len(DAYS))]
    closes[-40:] = [94.0 + 0.01 * (n % 3) for n in range(40)]
    panel = a_panel(tmp_path, (lone(), list(zip(DAYS, closes, strict=True))))
    found = values(scene_of(panel, "RUT", SUNDAY.isoformat()))
    assert found["threat_base_count_drop.10"] == 10  # the ten days before the step
    assert found["threat_base_count_rise.10"] == 0


def test_fifths_put_a_bound_into_the_one_above_it() -> None:
    told = threats.fifths(np.array([0.0, 19.9, 20, 79.9, 80, 100]))
    assert told.tolist() == [1, 1, 2, 4, 5, 5]


def test_a_past_that_is_not_known_yet_is_not_scored(
    scene_at: Callable[[str, str], Scene],
) -> None:
    early = threats.by_fifths(Past(scene_at("SPX", PANIC)))
    late = threats.by_fifths(Past(scene_at("SPX", SMALL)))
    assert early
    assert late
    size = len(early.levels)
    np.testing.assert_array_equal(early.levels, late.levels[:size])
    assert np.isnan(early.levels[:249]).all()
