"""Groups: breadth and distance, on hand-made members and on real days."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import market
from generator.market import Panel
from generator.market.bars import HEADER
from generator.model.facts import PriceFact
from generator.model.market import MarketFact, Tape
from tests.market.scenes import SUNDAY, a_panel, at, lone, sessions

DAYS = sessions("2026-01-02", "2026-02-06")
KNOWN: dict[str, dict[str, float]] = {  # computed by hand from the bars
    "2019-07-15T21:00": {
        "sector-funds.members.1": 8,
        "sector-funds.up.1": 5,
        "sector-funds.down.1": 3,
        "sector-funds.mean_size.1": 0.00421827,
        "sector-funds.multiple.1.spx": 23.9866,
        "sector-funds.place.1.xlu": 1,
    },
    "2020-03-09T22:00": {
        "sector-funds.worst_ever.1": 8,
        "stocks.members.1": 17,
        "stocks.flat.1": 1,
    },
    "2025-10-27T21:00": {"us-indices.at_top": 4},
    "2025-10-31T21:00": {"stocks.risen.1": 6, "megacaps.apart.3": 20.249},
}


@pytest.mark.parametrize("moment", KNOWN)
def test_a_group_has_the_values_computed_by_hand(
    every_at: Callable[[str], Tape], moment: str
) -> None:
    facts = every_at(moment).facts
    found = {name: facts[name].value for name in KNOWN[moment]}
    assert found == pytest.approx(KNOWN[moment], rel=2e-5)


def test_a_groups_figure_is_computed_anew_from_the_bars_of_all_members(
    every: Panel, every_at: Callable[[str], Tape]
) -> None:
    moment = "2019-07-15T21:00"
    fact = every_at(moment).facts["sector-funds.multiple.1.spx"]
    assert market.again(every, fact, at(moment)) == fact
    text = market.bars(every, fact).removeprefix(HEADER)
    assert isinstance(fact, PriceFact)
    assert hashlib.sha256(text.encode()).hexdigest() == fact.bars_sha256
    assert text.count("\n") == 2 * 9  # two sessions of eight funds and the index


def members(folder: Path, *lasts: float) -> dict[str, MarketFact]:
    """The Facts of stocks that closed at 100 and then at these."""
    told = []
    for number, last in enumerate(lasts):
        closes = [100.0] * (len(DAYS) - 1) + [last]
        rows = [(day, c, c, c, c, 1) for day, c in zip(DAYS, closes, strict=True)]
        told.append((lone(f"S{number}", kind="stock"), rows))
    return dict(market.read(a_panel(folder, *told), SUNDAY).facts)


def test_a_move_under_the_flat_line_is_up_and_flat_but_has_not_risen(
    tmp_path: Path,
) -> None:
    facts = members(tmp_path, 100.1, 101, 98)
    counts = {"up": 2, "down": 1, "flat": 1, "risen": 1, "fallen": 1}
    assert {name: facts[f"stocks.{name}.1"].value for name in counts} == counts
    assert facts["stocks.apart.1"].value == pytest.approx(3)


def test_two_members_are_no_group(tmp_path: Path) -> None:
    facts = members(tmp_path, 101, 99)
    assert not [name for name in facts if name.startswith("stocks.")]
