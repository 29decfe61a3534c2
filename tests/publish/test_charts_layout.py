"""The layout of charts: no words touch, none leave the picture, leaders lead."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.model.market import Line, Mark, Series
from generator.publish.charts import chart, relative
from generator.publish.charts.layout import month_starts, spread
from generator.publish.charts.plot import TEXT, WIDTH, packed, tenths
from generator.publish.charts.words import room
from tests.builders import FRIDAY, a_level, a_series, some_levels

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float, str]  # left, right, top, bottom, words


def boxes(svg: str) -> list[Box]:
    """Where each text stands, at its largest."""
    found = []
    for node in etree.fromstring(svg.encode()).iter(f"{SVG}text"):
        x, y, words = float(node.get("x")), float(node.get("y")), str(node.text)
        anchor = node.get("text-anchor") or node.getparent().get("text-anchor")
        wide = room(words, TEXT)
        left = x - {"end": wide, "middle": wide / 2}.get(anchor, 0)
        found.append((left, left + wide, y - 0.72 * TEXT, y + 0.2 * TEXT, words))
    return found


def touching(svg: str) -> list[tuple[str, str]]:
    """The pairs of texts that overlap."""
    return [
        (one[4], other[4])
        for one, other in combinations(boxes(svg), 2)
        if one[0] < other[1] and other[0] < one[1]
        if one[2] < other[3] and other[2] < one[3]
    ]


def outside(svg: str) -> list[str]:
    """The texts that leave the picture."""
    root = etree.fromstring(svg.encode())
    height = float(root.get("viewBox").split()[-1])
    return [
        words
        for left, right, top, bottom, words in boxes(svg)
        if left < 0 or right > WIDTH or top < 0 or bottom > height
    ]


def marked(count: int, *days: tuple[str, int, int]) -> Series:
    """A series with a mark so many days before or after its end, from and to."""
    marks = (Mark(name, FRIDAY + timedelta(one), FRIDAY + timedelta(two))
             for name, one, two in days)  # fmt: skip
    return replace(a_series(count), marks=tuple(marks))


@given(st.lists(st.floats(2300, 3400), max_size=14))
@settings(max_examples=40, deadline=None)
def test_labels_never_touch_or_leave_the_picture(prices: list[float]) -> None:
    levels = [
        a_level("RUT", "support", rank, value=price)
        for rank, price in enumerate(prices)
    ]
    series = a_series(60)
    means = {50: tuple(close - 3 for close in series.closes)}
    svg = chart(replace(series, means=means), levels)
    assert not touching(svg)
    assert not outside(svg)


@given(st.lists(st.integers(-80, 14), max_size=7, unique=True), st.data())
@settings(max_examples=60, deadline=None)
def test_names_of_days_never_touch_or_leave_the_picture(
    days: list[int], data: st.DataObject
) -> None:
    names = st.sampled_from(["CPI", "Fed decision", "a name too long to be written"])
    series = marked(60, *((data.draw(names), day, day) for day in days))
    svg = chart(series, some_levels())
    assert not touching(svg)
    assert not outside(svg)


@pytest.mark.parametrize("count", [2, 5, 30, 126, 260, 900])
def test_months_stand_apart(count: int) -> None:
    assert not touching(chart(a_series(count), ()))


@pytest.mark.parametrize(
    "name", ["SPX", "A Fund Of 24 Wide Letters", "MMMMMMMMMMMMMMMM"]
)
def test_the_entries_of_a_key_stand_apart(name: str) -> None:
    second = Line("SPX", name, tuple(map(float, range(1, 61))))
    svg = relative(replace(a_series(60), name=name, second=second))
    assert not touching(svg)
    assert not outside(svg)


def test_the_close_and_the_nearest_levels_are_written_where_not_all_fit() -> None:
    levels = [a_level("RUT", "support", rank, value=2600 - rank) for rank in range(40)]
    written = [words for *_, words in boxes(chart(a_series(), levels))]
    assert "Close 2,670.34" in written
    assert "S0 2,600.00" in written
    assert "S39 2,561.00" not in written


def test_a_level_outside_the_closes_widens_the_range() -> None:
    svg = chart(a_series(), [a_level("RUT", "resistance", 1, value=4000)])
    assert "4,000" in [words for *_, words in boxes(svg)]


def test_close_labels_are_led_to_their_values() -> None:
    levels = [a_level("RUT", "support", 1, value=2669.0),
              a_level("RUT", "support", 2, value=2668.0)]  # fmt: skip
    root = etree.fromstring(chart(a_series(), levels).encode())
    leads = [node.get("d") for node in root.iter(f"{SVG}path")
             if node.get("class") == "lead"]  # fmt: skip
    assert len(leads) == 3
    assert sum(way.count("l") for way in leads) == 3


def test_a_release_ahead_stands_beyond_the_last_close() -> None:
    ahead, plain = chart(marked(60, ("CPI", 5, 5)), ()), chart(a_series(60), ())
    assert "CPI 11 Feb" in [words for *_, words in boxes(ahead)]
    assert dot(ahead) < dot(plain)


def test_a_window_is_named_by_its_end() -> None:
    svg = chart(marked(60, ("Fed", 3, 7)), ())
    assert "Fed by 13 Feb" in [words for *_, words in boxes(svg)]


@pytest.mark.parametrize("day", [-4000, 40, 4000])
def test_a_day_that_the_chart_does_not_reach_is_left_out(day: int) -> None:
    assert chart(marked(60, ("CPI", day, day)), ()) == chart(a_series(60), ())


def test_a_day_without_a_session_stands_at_the_next() -> None:
    sunday, monday = (
        chart(marked(60, ("x", day, day)), ()).split("</desc>")[1] for day in (-5, -4)
    )
    assert sunday.replace("1 Feb", "2 Feb") == monday


def dot(svg: str) -> float:
    """Where the last close stands, from the left."""
    node = etree.fromstring(svg.encode()).find(f"{SVG}circle")
    assert node is not None
    return float(node.get("cx"))


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 30)), min_size=1, max_size=9))
def test_things_spread_keep_their_order_apart_and_in_bounds(
    things: list[tuple[float, float]],
) -> None:
    centres = sorted(centre for centre, _ in things)
    sizes = [size for _, size in things]
    placed = spread(centres, sizes, 0, 300)
    ends = [
        (at - size / 2, at + size / 2) for at, size in zip(placed, sizes, strict=True)
    ]
    assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(ends))
    assert ends[0][0] >= -1e-6
    assert ends[-1][1] <= 300 + 1e-6


def test_things_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10, 50, 90], [20, 20, 20], 0, 100) == [10, 50, 90]
    assert spread([50, 52], [20, 20], 0, 100) == [41, 61]
    assert not spread([], [], 0, 100)


def test_a_number_takes_as_few_letters_as_it_can() -> None:
    written = [tenths(one) for one in (0, 5, -5, 10, -12, 1234)]
    assert written == ["0", ".5", "-.5", "1", "-1.2", "123.4"]
    assert packed([27, -14, 35, 5, 10, 5]) == "2.7-1.4 3.5.5 1 .5"


def test_long_charts_name_quarters_then_years() -> None:
    days = [date(2000, 1, 3) + timedelta(step) for step in range(0, 9000, 3)]
    named = month_starts(days, lambda index: 400 * index / len(days))
    assert {day.month for _, day in named} == {1}
    assert len(named) <= 8
