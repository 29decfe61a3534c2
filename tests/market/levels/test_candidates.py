"""Each kind of level, on bars made by hand."""

from datetime import date
from pathlib import Path

import pytest

from generator.market.levels import KINDS, candidates
from tests.builders import some_bars
from tests.market.levels.hand import DAYS, SIZE, a_view, days_of, named, quiet
from tests.market.scenes import Rows, at, sessions


def test_three_swing_points_within_one_atr_are_a_cluster(tmp_path: Path) -> None:
    rows = quiet(high={-90: 103, -60: 104.5, -30: 103.75})
    view = a_view(tmp_path, rows)
    (cluster,) = named(view, "cluster").values()
    assert cluster.price == 103.75  # of the newest touch
    assert days_of(view, cluster) == [DAYS[-30], DAYS[-60], DAYS[-90]]
    assert cluster.method == "swing cluster"


@pytest.mark.parametrize(
    "highs",
    [{-60: 104.5, -30: 103.75}, {-90: 102.4, -60: 104.5, -30: 103.75}],
    ids=["only two", "wider than an ATR"],
)
def test_fewer_or_farther_points_are_none(
    tmp_path: Path, highs: dict[int, float]
) -> None:
    assert not named(a_view(tmp_path, quiet(high=highs)), "cluster")


def test_highs_and_lows_touch_one_price_alike(tmp_path: Path) -> None:
    # The price lies over the cluster before and under it after.
    rows = quiet(high={-90: 101.5, -60: 101.75}, low={-30: 98.5})
    (cluster,) = named(a_view(tmp_path, rows), "cluster", 4.0).values()
    assert (cluster.price, len(cluster.made)) == (98.5, 3)


def test_a_swing_is_known_when_five_bars_stand_after_it(tmp_path: Path) -> None:
    early = a_view(tmp_path / "early", quiet(high={-5: 103}))
    late = a_view(tmp_path / "late", quiet(high={-6: 103}))
    assert not named(early, "swing.high")
    assert [one.price for one in named(late, "swing.high").values()] == [103]


def test_swings_are_numbered_from_the_newest(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(low={-100: 96, -40: 97}))
    found = named(view, "swing.low")
    assert {name: one.price for name, one in found.items()} == {"1": 97, "2": 96}


def test_an_old_swing_stands_out_from_ten_bars(tmp_path: Path) -> None:
    # Two highs of two years ago; the smaller one is within ten bars of the other.
    view = a_view(tmp_path, quiet(high={-300: 104, -293: 103}))
    (found,) = named(view, "swing.high").values()
    assert found.price == 104
    assert found.rows == (len(DAYS) - 310, len(DAYS) - 290)


def test_a_flat_top_is_one_swing_and_flat_bars_are_none(tmp_path: Path) -> None:
    flat = a_view(tmp_path / "flat", quiet())
    double = a_view(tmp_path / "double", quiet(high={-40: 103, -39: 103}))
    assert not named(flat, "swing")
    (swing,) = named(double, "swing.high").values()
    assert days_of(double, swing) == [DAYS[-40]]


def test_a_closing_swing_is_of_closes_alone(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(close={-40: 100.5}, high={-40: 101}))
    (swing,) = named(view, "closing_swing").values()
    assert (swing.price, swing.method) == (100.5, "closing swing high")
    assert not named(view, "swing.high")


def test_floor_pivots_are_of_the_last_session(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(high={-1: 104}, low={-1: 98}, close={-1: 101}))
    found = {name: one.price for name, one in named(view, "pivot").items()}
    assert found == {  # P = (104 + 98 + 101) / 3
        "second_resistance": 107,
        "first_resistance": 104,
        "point": 101,
        "first_support": 98,
        "second_support": 95,
    }


def test_both_edges_of_an_open_gap_of_any_age(tmp_path: Path) -> None:
    up = range(-100, 0)
    rows = gapped(up)
    view = a_view(tmp_path / "open", rows)
    found = named(view, "gap")
    assert {name: one.price for name, one in found.items()} == {
        "1.lower": 101,
        "1.upper": 103,
    }
    made = [days_of(view, one) for one in found.values()]
    assert made == [[DAYS[-101]], [DAYS[-100]]]
    filled = [*rows[:-5], (DAYS[-5], 104, 105, 101, 104, 10), *rows[-4:]]
    assert not named(a_view(tmp_path / "filled", filled), "gap")


def gapped(up: range, by: float = 3) -> Rows:
    """Bars of which some stand higher, as after a gap."""
    prices = {"open": 101, "high": 102, "low": 100, "close": 101}
    odd = {name: dict.fromkeys(up, price + by) for name, price in prices.items()}
    return quiet(**odd)


def test_a_hairline_is_no_gap(tmp_path: Path) -> None:
    view = a_view(tmp_path, gapped(range(-100, 0), by=1.1))
    assert not named(view, "gap")


def test_weeks_are_calendar_weeks(tmp_path: Path) -> None:
    # The last session is a Friday; -6 to -10 are the week before.
    rows = quiet(high={-3: 102, -8: 103, -12: 104}, low={-5: 98, -10: 97})
    view = a_view(tmp_path, rows)
    assert {name: one.price for name, one in named(view, "week").items()} == {
        "high": 102,
        "low": 98,
    }
    prior = named(view, "prior_week")
    assert (prior["high"].price, prior["low"].price) == (103, 97)
    assert days_of(view, prior["high"]) == [date(2026, 1, 28)]
    assert prior["high"].method == "prior week's high"


def test_a_week_of_one_session_says_no_more_than_the_session(tmp_path: Path) -> None:
    monday = quiet(sessions("2024-06-03", "2026-02-02"))
    view = a_view(tmp_path, monday, as_of=at("2026-02-03T12:00"))
    assert not named(view, "week")
    assert named(view, "session")


def test_the_last_sessions_and_the_close_between_them(tmp_path: Path) -> None:
    rows = quiet(high={-1: 102, -2: 103}, low={-2: 98}, close={-2: 99.5})
    view = a_view(tmp_path, rows)
    found = {one.name: one for one in candidates(view, SIZE)}
    assert found["session.high"].price == 102
    assert found["before.high"].price == 103
    assert found["before.low"].price == 98
    assert found["before.close"].price == 99.5
    assert found["before.close"].method == "close of the session before"


def test_extremes_of_days_need_every_session(tmp_path: Path) -> None:
    whole = a_view(tmp_path / "whole", quiet(high={-9: 102, -15: 103, -50: 104}))
    found = {one.name: one.price for one in candidates(whole, SIZE)}
    assert found["days.10.high"] == 102
    assert found["days.20.high"] == 103
    assert found["days.55.high"] == 104
    rows = [row for number, row in enumerate(quiet()) if number != len(DAYS) - 30]
    broken = {one.name for one in candidates(a_view(tmp_path / "hole", rows), SIZE)}
    assert "days.20.high" in broken
    assert "days.55.high" not in broken
    assert "mean.50" not in broken


def test_the_20_days_before_the_last_session(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(high={-1: 105, -7: 103}))
    assert named(view, "prior.20")["high"].price == 103
    assert named(view, "days.20")["high"].price == 105


def test_a_year_and_the_bars(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(high={-200: 104, -300: 106}, low={-10: 96}))
    year, bars = named(view, "year"), named(view, "record")
    assert (year["high"].price, year["low"].price) == (104, 96)
    assert (bars["high"].price, bars["low"].price) == (106, 96)
    assert year["high"].method == "52-week high"
    assert days_of(view, bars["high"]) == [DAYS[-300]]


def test_a_record_is_said_only_of_bars_that_reach_the_first_day(tmp_path: Path) -> None:
    rows = quiet(high={-40: 103})
    born = a_view(tmp_path / "born", rows, inception=DAYS[0])
    later = a_view(tmp_path / "later", rows, inception=date(1980, 1, 2))
    words = {one.method for one in candidates(born, SIZE)}
    assert {"record high", "record close", "record low"} <= words
    methods = {one.method for one in candidates(later, SIZE)}
    assert not [one for one in methods if "record" in one]
    assert "highest price since June 2024" in methods
    assert "lowest close since June 2024" in methods


def test_the_round_number_over_a_record_is_named_so(tmp_path: Path) -> None:
    rows = quiet(high={-40: 103})
    born = a_view(tmp_path / "born", rows, inception=DAYS[0], round=2.0)
    over = named(born, "round")["over"]
    assert (over.price, over.method) == (104, "round number over the record high")
    assert days_of(born, over) == [DAYS[-40]]
    later = a_view(tmp_path / "later", rows, round=2.0)
    assert named(later, "round")["over"].method == "round number"
    assert over.strength > named(later, "round")["above.1"].strength


def test_the_record_before_the_last_five_sessions(tmp_path: Path) -> None:
    rows = quiet(high={-90: 103, -5: 104}, close={-90: 102, -5: 103.5})
    view = a_view(tmp_path / "beaten", rows, inception=DAYS[0])
    found = named(view, "previous")
    assert (found["high"].price, found["high_close"].price) == (103, 102)
    assert found["high_close"].method == "previous record close"
    assert days_of(view, found["high_close"]) == [DAYS[-90]]
    unbeaten = quiet(high={-90: 104, -3: 103})
    assert not named(a_view(tmp_path / "unbeaten", unbeaten), "previous")
    settled = quiet(high={-90: 103, -6: 104})
    assert not named(a_view(tmp_path / "settled", settled), "previous")


def test_since_the_highest_close(tmp_path: Path) -> None:
    rows = quiet(close={-20: 101}, high={-30: 108, -12: 103}, low={-7: 97})
    view = a_view(tmp_path, rows)
    found = named(view, "since_peak")
    assert {name: one.price for name, one in found.items()} == {"high": 103, "low": 97}
    assert found["low"].method == "post-peak low"


def test_ten_and_twenty_percent_under_the_highest_close(tmp_path: Path) -> None:
    rows = quiet(close={-90: 110}, high={-90: 111})
    found = named(a_view(tmp_path / "long", rows), "line", 4.0)
    assert {name: one.price for name, one in found.items()} == {"10": 99, "20": 88}
    assert found["20"].method == "bear-market line"
    short = a_view(tmp_path / "short", rows[-200:])
    assert not named(short, "line", 4.0)


def test_means_of_the_last_closes(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(close={-1: 101, -60: 99}))
    found = named(view, "mean")
    assert found["50"].price == pytest.approx(100 + 1 / 50)
    assert found["200"].price == pytest.approx(100)
    assert found["50"].method == "50-day mean"


def test_round_numbers_a_side_and_a_big_one(tmp_path: Path) -> None:
    found = named(a_view(tmp_path, quiet(), round=0.75), "")
    told = {name: one.price for name, one in found.items() if "round" in name}
    assert told == {
        "round.above.1": 100.5,
        "round.above.2": 101.25,
        "round.below.1": 99.75,
        "round.below.2": 99,
        "round.over": 101.25,
        "big_round.above.1": 105,
        "big_round.below.1": 97.5,
    }


def test_no_step_no_round_numbers(tmp_path: Path) -> None:
    assert not named(a_view(tmp_path, quiet(), round=0.0), "round")


@pytest.mark.parametrize("times", [0.5, 4.0])
def test_levels_scale_with_the_prices_but_round_numbers(
    tmp_path: Path, times: float
) -> None:
    rows = some_bars(DAYS)
    scaled = [
        (day, *(float(str(price)) * times for price in prices), volume)
        for day, *prices, volume in rows
    ]
    one = a_view(tmp_path / "one", rows, round=0.0)
    many = a_view(tmp_path / "many", scaled, round=0.0)
    size = 0.02 * one.close
    left = {found.name: found for found in candidates(one, size)}
    right = {found.name: found for found in candidates(many, size * times)}
    assert left.keys() == right.keys()
    assert len(left) > 30
    for name, found in left.items():
        assert right[name].price == pytest.approx(found.price * times, rel=1e-9), name
        assert right[name].made == found.made, name


def test_every_candidate_is_of_a_known_kind_within_reach(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    size = 0.02 * view.close
    found = candidates(view, size)
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert one.kind in KINDS
        assert abs(one.price - view.close) <= 5 * size
        assert 0 <= one.rows[0] <= one.rows[1] <= view.last
        assert all(0 <= row <= view.last for row in one.made), one


@pytest.mark.parametrize("count", [1, 2, 11, 106, 240, 252, 262, 300])
def test_short_bars_give_what_they_can(tmp_path: Path, count: int) -> None:
    view = a_view(tmp_path, some_bars(DAYS)[-count:])
    found = candidates(view, 0.02 * view.close)
    assert len({one.name for one in found}) == len(found)
    assert "session.high" in {one.name for one in found}
