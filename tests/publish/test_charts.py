"""The chart: readable at every width, its labels apart, its words inside."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.publish.charts import FLOOR, HEIGHT, ROW, TEXT, WIDTH, chart, room
from tests.builders import a_level, a_series, some_levels

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[tuple[float, float, float, str]]:
    """Left, right, baseline and words of every text, at its largest."""
    found = []
    for node in etree.fromstring(svg.encode()).iter(f"{SVG}text"):
        x, y, words = float(node.get("x")), float(node.get("y")), str(node.text)
        wide = room(words)
        shift = {"end": wide, "middle": wide / 2}.get(node.get("text-anchor"), 0)
        found.append((x - shift, x - shift + wide, y, words))
    return found


def margin(svg: str) -> list[tuple[float, float, float, str]]:
    """The labels of the levels and the close."""
    nodes = etree.fromstring(svg.encode()).iter(f"{SVG}text")
    kinds = [node.get("class") for node in nodes]
    pairs = zip(texts(svg), kinds, strict=True)
    return [text for text, kind in pairs if kind in {"named", "close"}]


@given(st.lists(st.floats(2300, 3400), max_size=12))
@settings(max_examples=40, deadline=None)
def test_labels_never_touch_or_leave_the_picture(prices: list[float]) -> None:
    levels = [
        a_level("RUT", "support", rank, value=price)
        for rank, price in enumerate(prices)
    ]
    svg = chart(a_series(), levels)
    heights = sorted(y for _, _, y, _ in margin(svg))
    gaps = pairwise(heights)
    assert all(below - above >= ROW - 0.11 for above, below in gaps)
    for left, right, y, words in texts(svg):
        assert left >= 0, words
        assert right <= WIDTH, words
        assert TEXT * 0.75 <= y <= HEIGHT, words


def test_months_stand_apart() -> None:
    for count in (2, 5, 30, 126, 260, 900):
        svg = chart(a_series(count), ())
        rows: dict[float, list[tuple[float, float]]] = {}
        for left, right, y, _ in texts(svg):
            if y > FLOOR + 10:
                rows.setdefault(y, []).append((left, right))
        for row in rows.values():
            pairs = pairwise(row)
            assert all(after[0] >= before[1] for before, after in pairs), count


def test_a_level_outside_the_closes_widens_the_range() -> None:
    low, high = (
        chart(a_series(), ()),
        chart(a_series(), [a_level("RUT", "r", 1, value=4000)]),
    )
    assert "4,000.00" in high
    assert low != high


def test_close_and_levels_are_printed_as_the_note_prints_them() -> None:
    words = [text for *_, text in margin(chart(a_series(), some_levels()))]
    assert words == [
        "R2 2,735.10", "R1 2,718.77", "Close 2,670.34", "S1 2,576.42", "S2 2,569.23",
    ]  # fmt: skip


def test_a_chart_is_small_and_says_what_it_shows() -> None:
    svg = chart(a_series(126), some_levels())
    root = etree.fromstring(svg.encode())
    assert len(svg) < 12_000
    assert root.findtext(f"{SVG}title", "").startswith(
        "Russell 2000, daily closes from"
    )
    assert "2,569.23 (swing low)" in root.findtext(f"{SVG}desc", "")


def test_too_few_closes_make_no_chart() -> None:
    assert not chart(a_series(1), some_levels())


@pytest.mark.parametrize("price", [0.0512, 1.0834, 104_345.12])
def test_any_size_of_price_has_a_scale(price: float) -> None:
    days = (date(2026, 2, 5), date(2026, 2, 6))
    series = a_series(dates=days, closes=(price * 0.99, price))
    assert len(texts(chart(series, ()))) >= 4


def test_closes_that_never_move_still_make_a_chart() -> None:
    assert "Close 5" in chart(a_series(40, closes=(5.0,) * 40), ())
