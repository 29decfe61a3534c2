"""Pulse: what it averages, what it names as missing, and how a stance is kept."""

from typing import Any

import pytest

from generator.errors import NoteError
from generator.model.facts import PriceFact
from generator.model.market import Tape
from generator.scores.pulse import pulse, stance, tone_score
from generator.settings import Scores
from tests.builders import a_price, a_tape

BANDS = Scores()


def parts(**percentiles: float) -> list[PriceFact]:
    raws: dict[str, tuple[Any, ...]] = {
        "trend": ("trend", 125),
        "momentum": ("momentum", 20),
        "strength": ("strength", 20, "SPX"),
    }
    facts = []
    for name, value in percentiles.items():
        facts.append(a_price("RUT", *raws[name], value=0.01))
        facts.append(a_price("RUT", "pulse", name, value=value))
    return facts


def test_pulse_is_the_mean_of_the_components_there_are() -> None:
    score = pulse(a_tape(*parts(trend=80.0, momentum=61.0)), "RUT", ())
    assert score.value == 71
    assert [part.name for part in score.parts] == ["trend", "momentum"]


def test_what_is_missing_is_named() -> None:
    score = pulse(a_tape(*parts(trend=80.0)), "RUT", ())
    assert score.missing == (
        "momentum",
        "relative strength",
        "implied volatility",
        "credit",
        "stocks over bonds",
        "news tone",
        "breadth",
    )


def test_news_tone_is_the_signed_root_of_the_net_share() -> None:
    assert tone_score([1, -1, -1, 0, 0]) == pytest.approx(27.6393, abs=1e-4)
    assert tone_score([1.0]) == 100
    assert tone_score([]) is None


def test_pulse_without_history_says_what_it_needs() -> None:
    with pytest.raises(NoteError, match="252 sessions"):
        pulse(a_tape(), "RUT", ())


def test_a_stance_is_kept_until_pulse_gives_back_three_points() -> None:
    def tape(*path: float) -> Tape:
        return a_tape(paths={"RUT": {"trend": path}})

    assert stance(tape(50, 61, 0), "RUT", 58, BANDS) == "Bullish"
    assert stance(tape(50, 61, 0), "RUT", 57, BANDS) == "Neutral"
    assert stance(tape(50, 50, 0), "RUT", 58, BANDS) == "Neutral"
    assert stance(tape(50, 39, 0), "RUT", 42, BANDS) == "Bearish"
