"""Which candidates are one level, and which levels a table shows."""

import itertools
from pathlib import Path

import pytest

from generator.market.levels import Candidate, candidates, chosen, zones
from generator.market.levels.choice import Zone, score
from generator.market.view import View
from tests.builders import some_bars
from tests.market.levels.hand import DAYS, SIZE, a_view, quiet


@pytest.fixture
def view(tmp_path: Path) -> View:
    return a_view(tmp_path, quiet())  # closes at 100, ATR 2


def a_price(price: float, kind: str = "swing", age: int = 30) -> Candidate:
    row = len(DAYS) - 1 - age
    side = "high" if price > 100 else "low"
    return Candidate(
        f"{kind}.{price}", kind, price, f"{kind} {side}", (row,), (row, row), "x"
    )


def test_what_lies_within_half_an_atr_is_one_level_by_its_best_name(view: View) -> None:
    found = [a_price(104, "pivot"), a_price(104.9), a_price(104.2, "round number")]
    (zone,) = zones(view, found, SIZE)
    assert zone.head.kind == "swing"
    assert [one.kind for one in zone.others] == ["pivot", "round number"]
    assert zone.prices == (104, 104.9)


def test_what_lies_farther_is_another_level(view: View) -> None:
    told = zones(view, [a_price(104, "record"), a_price(105.1)], SIZE)
    assert sorted(zone.head.price for zone in told) == [104, 105.1]
    assert all(not zone.others for zone in told)


def test_a_zone_never_reaches_over_the_close(view: View) -> None:
    told = zones(view, [a_price(100.4), a_price(99.7)], SIZE)
    assert sorted(zone.head.price for zone in told) == [99.7, 100.4]


@pytest.mark.parametrize(("price", "count"), [(100.19, 0), (100.21, 1), (100.0, 0)])
def test_a_price_at_the_close_is_no_level(view: View, price: float, count: int) -> None:
    assert len(zones(view, [a_price(price)], SIZE)) == count


def test_at_most_three_a_side_the_nearest_first(view: View) -> None:
    prices = [100 + 1.5 * step for step in (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)]
    told = chosen(view, zones(view, [a_price(one) for one in prices], SIZE), SIZE)
    assert list(told) == ["resistance", "support"]
    for side, known in told.items():
        away = [abs(zone.head.price - 100) for zone in known]
        assert len(away) == 3
        assert away == sorted(away)
        assert all((one.head.price > 100) == (side == "resistance") for one in known)


def best(view: View, *found: Candidate) -> float:
    """The price of the level that ranks first of many, three others aside."""
    told = chosen(view, zones(view, list(found), SIZE), SIZE)
    assert all(len(known) <= 3 for known in told.values())
    merged = zones(view, list(found), SIZE)
    return max(merged, key=lambda zone: score(view, zone, SIZE)).head.price


def test_a_better_name_a_nearer_price_and_a_fresher_date_rank_higher(
    view: View,
) -> None:
    assert best(view, a_price(104, "swing"), a_price(106, "record")) == 106
    assert best(view, a_price(103), a_price(108)) == 103
    assert best(view, a_price(103, age=400), a_price(104, age=6)) == 104
    assert best(view, a_price(103, "pivot"), a_price(106.5)) == 106.5


def test_an_old_high_under_the_close_ranks_lower_than_an_old_low(view: View) -> None:
    low, high = a_price(96), a_price(97)._replace(method="swing high")
    assert best(view, high, low._replace(price=96.5)) == 96.5


def test_company_ranks_a_level_higher(view: View) -> None:
    lone, strong = a_price(103), a_price(104.5)
    friends = [a_price(104.6, "mean"), a_price(104.7, "10-day"), a_price(105, "pivot")]
    assert best(view, lone, strong) == 103
    assert best(view, lone, strong, *friends) == 104.5


def test_what_an_ordinary_day_walks_through_ranks_lower(view: View) -> None:
    assert best(view, a_price(100.25), a_price(102.5)) == 102.5


def test_a_table_is_not_of_one_kind_alone(view: View) -> None:
    gaps = [a_price(price, "gap edge", age=1) for price in (102, 103.5, 105, 106.5)]
    mean = a_price(108, "mean", age=0)
    told = chosen(view, zones(view, [*gaps, mean], SIZE), SIZE)["resistance"]
    assert [zone.head.kind for zone in told] == ["gap edge", "gap edge", "mean"]


def test_a_cluster_counts_for_more_the_more_often_it_was_touched() -> None:
    few, many = (
        Candidate(
            "cluster.1", "swing cluster", 1.0, "", tuple(range(count)), (0, 9), ""
        )
        for count in (3, 6)
    )
    assert few.strength < many.strength


def test_the_touches_of_a_cluster_are_kept_under_another_name(view: View) -> None:
    cluster = a_price(104, "swing cluster")._replace(made=(300, 200, 100))
    zone = Zone(a_price(104.4, "record"), (cluster,))
    assert zone.touched == (300, 200, 100)
    assert Zone(a_price(104), ()).touched == ()


def test_no_two_levels_of_a_side_lie_within_half_an_atr(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    size = 0.015 * view.close
    merged = zones(view, candidates(view, size), size)
    assert len(merged) > 6
    for side in (1, -1):
        own = sorted(
            zone.head.price
            for zone in merged
            if (zone.head.price - view.close) * side > 0
        )
        assert all(b - a > size / 2 for a, b in itertools.pairwise(own))


def test_the_order_of_the_candidates_changes_nothing(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    found = candidates(view, 2.0)
    turned = chosen(view, zones(view, found[::-1], 2.0), 2.0)
    straight = chosen(view, zones(view, found, 2.0), 2.0)
    for side, known in straight.items():
        prices = [zone.head.price for zone in known]
        assert [zone.head.price for zone in turned[side]] == prices
