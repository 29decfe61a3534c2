"""Features computed once for a panel, and Facts made when they are asked for."""

import numpy as np
import pytest

from generator.market import Panel
from generator.market.gates import views_at
from generator.market.lazily import Lazily
from generator.market.tracks import tracked, tracks
from generator.model.market import Tape
from tests.market.scenes import BOXING_DAY, at


def test_a_view_reads_the_frames_of_the_whole_file(seeds: Panel) -> None:
    views = tracked(seeds, views_at(seeds, at("2012-05-15T22:00"))[0])
    assert all(view.frames is tracks(seeds) for view in views.values())


def test_they_have_the_values_of_frames_of_its_own(seeds: Panel) -> None:
    usable, _ = views_at(seeds, at("2012-05-15T22:00"))
    for name, view in tracked(seeds, usable).items():
        alone = usable[name]
        assert alone.frames is not view.frames
        for feature in ("sma.50", "rsi.14", "atr.14", "ewvol.8", "channel_back.20"):
            np.testing.assert_array_equal(view.column(feature), alone.column(feature))


def test_nobody_can_write_to_what_is_shared(seeds: Panel) -> None:
    view = tracked(seeds, views_at(seeds, BOXING_DAY)[0])["SPX"]
    for values in (view.column("sma.50"), view.moves, view.returns(7)):
        with pytest.raises(ValueError, match="read-only"):
            values[-1] = 1.0


def test_a_value_is_made_when_it_is_asked_for_and_only_once() -> None:
    asked: list[str] = []

    def made(name: str) -> int:
        asked.append(name)
        return len(name)

    found = Lazily(["a", "bb"], made)
    assert (list(found), len(found), "bb" in found, asked) == (["a", "bb"], 2, True, [])
    assert found["bb"] == found["bb"] == 2
    assert asked == ["bb"]
    with pytest.raises(KeyError):
        found["c"]


def test_reading_a_tape_makes_no_fact(boxing_day: Tape) -> None:
    assert isinstance(boxing_day.facts, Lazily)
    assert len(boxing_day.facts) > 500
    assert boxing_day.facts["spx.close"] is boxing_day.facts["spx.close"]
