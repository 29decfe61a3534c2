"""Threat: the fifth of the mean, and what raises it."""

import pytest

from generator.scores.threat import threat
from tests.builders import a_price, a_tape


@pytest.mark.parametrize(
    ("implied", "realised", "level"),
    [(10, 20, 1), (58.4, 74.9, 4), (99, 99, 5), (100, 100, 5), (20, 20, 2), (0, 0, 1)],
)
def test_threat_is_the_fifth_that_holds_the_mean(
    implied: float, realised: float, level: int
) -> None:
    tape = a_tape(
        a_price("RUT", "threat", "implied", value=implied),
        a_price("RUT", "threat", "realised", value=realised),
    )
    assert threat(tape, "RUT", ()).value == level


def test_mostly_negative_headlines_raise_it_by_one_and_never_past_five() -> None:
    tape = a_tape(a_price("RUT", "threat", "realised", value=50.0))
    bad = (-1.0,) * 8 + (1.0,) * 2
    assert threat(tape, "RUT", bad).value == 4
    assert threat(tape, "RUT", bad[:9]).value == 3
    top = a_tape(a_price("RUT", "threat", "realised", value=99.0))
    assert threat(top, "RUT", bad).value == 5


def test_a_missing_part_is_named() -> None:
    tape = a_tape(a_price("RUT", "threat", "realised", value=50.0))
    assert threat(tape, "RUT", ()).missing == ("implied volatility",)
