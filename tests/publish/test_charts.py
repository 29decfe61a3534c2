"""The charts: small, true to their series, told in words, safe in any page."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import isfinite, nan
from typing import Any

import pytest
from lxml import etree

from generator.model.facts import EventFact
from generator.model.market import Line, Mark, Series
from generator.plain.clock import brief_day
from generator.plain.figures import amount, figures
from generator.publish.charts import chart, marks, ratio, relative, volatility
from generator.publish.charts.words import figure
from generator.publish.look import inlined, printed
from tests.builders import (
    FRIDAY,
    a_claim,
    a_draft,
    a_level,
    a_price,
    a_series,
    some_levels,
)

SVG = "{http://www.w3.org/2000/svg}"
MOST = 12_000  # bytes
COUNTED = {20, 50, 80, 100, 200, 252}  # windows and percentiles that a chart names
NUMBER = re.compile(r"-?\.?\d+(?:\.\d+)?|-?\.\d+")
KINDS = ("price", "relative", "ratio", "volatility")
HOSTILE = (
    "</title><script>alert(1)</script>",
    'R" onload="x & <b>',
    "]]><!-- \\ url(http://x) @import 'y'",
    "\x00\x0b\u202eevil\u2066\ud800\ufffe",
    "مؤشر تاسي",
    "日経平均株価",
    "e\u0301\u0302" * 30,
    "x" * 400,
)


def a_price_series(count: int = 126, **more: Any) -> Series:
    """Closes with their means, volume and three marked days."""
    plain = a_series(count)
    told: dict[str, Any] = {
        "volumes": tuple(1e6 * (5 + step * 37 % 23) for step in range(count)),
        "means": {
            50: tuple(close - 30 for close in plain.closes),
            200: tuple(close - 80 for close in plain.closes),
        },
        "marks": (
            Mark("High", plain.dates[count // 2], plain.dates[count // 2]),
            Mark("CPI", FRIDAY + timedelta(5), FRIDAY + timedelta(5)),
            Mark("Fed decision", FRIDAY + timedelta(3), FRIDAY + timedelta(9)),
        ),
    }
    return replace(plain, **{**told, **more})


def a_pair(count: int = 126, **more: Any) -> Series:
    """Closes beside those of a benchmark."""
    others = tuple(6000 + 7.5 * step + step * 41 % 57 for step in range(count))
    second = Line("SPX", "S&P 500", others)
    return replace(a_series(count), **{"second": second, **more})


def a_fear(count: int = 126, **more: Any) -> Series:
    """Implied volatility beside a realised one."""
    closes = tuple(15 + step * 37 % 11 + step / 50 for step in range(count))
    told: dict[str, Any] = {
        "subject": "VIX",
        "name": "VIX",
        "closes": closes,
        "second": Line("RUT", "Russell 2000", tuple(value - 3.1 for value in closes)),
        "band": (16.25, 23.4),
    }
    return replace(a_series(count), **{**told, **more})


def drawn(kind: str, count: int = 126, **more: Any) -> str:
    """A chart of that kind."""
    if kind == "price":
        return chart(a_price_series(count, **more), some_levels())
    if kind == "volatility":
        return volatility(a_fear(count, **more))
    return {"relative": relative, "ratio": ratio}[kind](a_pair(count, **more))


def tree(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def words(svg: str, *without: str) -> list[str]:
    """The words written in the drawing, those of some groups left out."""
    return [
        str(node.text)
        for node in tree(svg).iter(f"{SVG}text")
        if node.getparent().get("class") not in without
    ]


def told(svg: str) -> str:
    """Title and description."""
    root = tree(svg)
    return f"{root.findtext(f'{SVG}title')}. {root.findtext(f'{SVG}desc')}"


def path(svg: str, kind: str) -> str:
    """The way of the first line of that kind that is not a sample of the key."""
    found = [str(node.get("d")) for node in tree(svg).iter(f"{SVG}path")
             if node.get("class") == kind]  # fmt: skip
    return max(found, key=len)


def points(way: str) -> list[list[tuple[float, float]]]:
    """The points of a way of M, l and h, each run apart."""
    runs = []
    for run in filter(None, way.split("M")):
        begun, _, steps = run.partition("l")
        x, y = map(float, NUMBER.findall(begun.partition("h")[0]))
        at = [(x, y)]
        told = iter(map(float, NUMBER.findall(steps)))
        for right, down in zip(told, told, strict=True):
            x, y = x + right, y + down
            at.append((x, y))
        runs.append(at)
    return runs


def allowed(series: Series) -> Iterator[float]:
    """All values that a chart of the series may print."""
    second = series.second.values if series.second else ()
    yield from (*series.closes, *second, *series.volumes, *(series.band or ()))
    yield from (one for mean in series.means.values() for one in mean)
    yield from (level.value for level in some_levels())
    pairs = [*zip(series.closes, second, strict=False)]
    yield from (100 * one / series.closes[0] for one in series.closes)
    yield from (100 * one / second[0] for one in second)
    quotients = [one / two for one, two in pairs]
    yield from quotients
    for row in range(20, len(quotients) + 1):
        yield sum(quotients[row - 20 : row]) / 20


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [126, 252])
def test_a_chart_is_small(kind: str, count: int) -> None:
    assert len(drawn(kind, count).encode()) <= MOST


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_says_in_words_what_it_shows_from_when_to_when(kind: str) -> None:
    series = a_series()
    said = told(drawn(kind, 106))
    for day in (series.dates[0], series.dates[-1]):
        assert said.count(brief_day(day)) >= 2, said


def test_the_words_of_a_price_hold_its_ends_means_levels_volume_and_days() -> None:
    series = a_price_series()
    said = told(chart(series, some_levels()))
    assert said.startswith("Russell 2000, daily closes from")
    for printed_value in (
        figure(series.closes[0], "points"),
        "2,670.34",
        "2,640.34",
        "2,590.34",
        "support 2,569.23 (swing low)",
        f"{series.volumes[-1]:,.0f} on the last day",
        "CPI 11 Feb 2026",
        "Fed decision 9 Feb 2026 to 15 Feb 2026",
    ):
        assert printed_value in said


def test_the_words_of_volatility_hold_both_lines_and_the_band() -> None:
    series = a_fear()
    said = told(volatility(series))
    assert series.second
    for value in (*series.closes[::125], *series.second.values[::125], 16.25, 23.4):
        assert figure(value + 1e-9, "points")[:5] in said


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_is_a_value_of_the_series_or_a_level(kind: str) -> None:
    makers = {"price": a_price_series, "volatility": a_fear}
    series = makers.get(kind, a_pair)(126)
    values = list(filter(isfinite, allowed(series)))
    svg = drawn(kind)
    lines = [told(svg), *words(svg, "tick", "when")]
    found = [one.text for line in lines for one in figures(line)]
    assert len(found) >= 6
    for text in found:
        value, _ = amount(text)
        last_digit = 10.0 ** -len(text.partition(".")[2])
        near = min(abs(value - one) for one in values)
        assert value in COUNTED or near <= 0.501 * last_digit, text


@pytest.mark.parametrize("kind", KINDS)
def test_the_scale_is_true(kind: str) -> None:
    nodes = tree(drawn(kind)).find(f"{SVG}g[@class='tick']")
    assert nodes is not None
    ticks = [(float(str(one.text).replace(",", "")), float(one.get("y", "")))
             for one in nodes]  # fmt: skip
    slopes = [(y - v) / (b - a) for (a, v), (b, y) in pairwise(ticks)]
    assert len(ticks) >= 3
    assert max(slopes) - min(slopes) <= abs(slopes[0]) * 0.02


@pytest.mark.parametrize("count", [2, 126, 252, 900])
def test_the_line_goes_through_every_close(count: int) -> None:
    series = a_series(count)
    [run] = points(path(chart(series, ()), "main"))
    assert len(run) == count
    (_, top), (_, low) = (run[series.closes.index(pick(series.closes))]
                          for pick in (max, min))  # fmt: skip
    share = (top - low) / (max(series.closes) - min(series.closes))
    for (_, y), close in zip(run, series.closes, strict=True):
        assert y == pytest.approx(low + share * (close - min(series.closes)), abs=0.11)


def test_a_hole_breaks_the_line_and_a_lone_close_is_a_dot() -> None:
    closes = list(a_series(60).closes)
    for row in (20, 21, 40, 42):
        closes[row] = nan
    way = path(chart(a_series(60, closes=tuple(closes)), ()), "main")
    assert [len(run) for run in points(way)] == [20, 18, 1, 17]
    assert way.count("h0") == 1


def test_a_mean_far_from_the_closes_leaves_the_frame_and_does_not_stretch_it() -> None:
    flat = a_series(60)
    low = (*(close - 600 for close in flat.closes[:-9]), *flat.closes[-9:])
    svg = chart(replace(flat, means={50: low}), ())
    assert [len(run) for run in points(path(svg, "fast"))] == [9]
    assert path(svg, "main") == path(chart(flat, ()), "main")


def test_two_means_are_drawn_in_two_ways() -> None:
    svg = drawn("price")
    assert path(svg, "fast") != path(svg, "slow")
    assert {"50-day", "200-day"} <= set(words(svg))


def test_volume_without_a_value_has_no_bar() -> None:
    full = tuple([5e6] * 59 + [10e6])
    holed = (*full[:30], nan, *full[31:])
    one, other = (
        path(chart(replace(a_series(60), volumes=given), ()), "volume")
        for given in (full, holed)
    )
    assert one.count("v") == other.count("v")
    assert other.count("v23h") == one.count("v23h") + 1  # down to the axis at the hole
    assert "Volume" not in words(chart(a_series(60), ()))


def test_both_lines_begin_at_one_hundred() -> None:
    svg = relative(a_pair())
    first, second = (points(path(svg, kind))[0][0] for kind in ("main", "other"))
    assert first == second
    assert "111.26" in words(svg)


def test_relative_strength_begins_where_both_have_a_price() -> None:
    pair = a_pair(60)
    assert pair.second
    late = replace(pair.second, values=(nan,) * 10 + pair.second.values[10:])
    svg = relative(replace(pair, second=late))
    assert f"100.00 on {brief_day(pair.dates[10])}" in told(svg)
    assert len(points(path(svg, "main"))[0]) == 50


def test_the_ratio_has_a_mean_from_its_twentieth_session() -> None:
    svg = ratio(a_pair(60))
    assert [len(run) for run in points(path(svg, "other"))] == [41]
    assert "mean of 20 sessions" in words(svg)


def test_the_band_lies_between_its_percentiles() -> None:
    svg = volatility(a_fear())
    assert {"80th 23.40", "20th 16.25"} <= set(words(svg))
    assert tree(svg).find(f"{SVG}rect[@class='band']") is not None
    assert "percentile" not in told(volatility(a_fear(band=None)))


@pytest.mark.parametrize("kind", KINDS)
def test_too_little_makes_no_chart(kind: str) -> None:
    assert not drawn(kind, 1)
    assert not drawn(kind, 60, closes=(nan,) * 59 + (5.0,))


def test_without_a_second_line_there_is_nothing_to_compare() -> None:
    assert not relative(a_series())
    assert not ratio(a_series())
    assert not volatility(a_series())


@pytest.mark.parametrize("kind", KINDS)
def test_closes_that_never_move_still_make_a_chart(kind: str) -> None:
    [run] = points(path(drawn(kind, 40, closes=(5.0,) * 40, means={}), "main"))
    assert len(run) == 40


@pytest.mark.parametrize("scale", [1e-9, 1e-4, 1.0, 1e4, 1e10])
def test_any_size_of_price_has_a_scale_and_a_printed_close(scale: float) -> None:
    closes = tuple(scale * close for close in a_series().closes)
    svg = chart(a_series(closes=closes), ())
    last = next(one for one in words(svg) if one.startswith("Close"))
    value, _ = amount(last.removeprefix("Close "))
    assert value == pytest.approx(closes[-1], rel=2e-4)
    ticks = tree(svg).find(f"{SVG}g[@class='tick']")
    assert ticks is not None
    assert len({node.text for node in ticks}) == len(ticks) >= 3


def test_a_price_under_zero_is_drawn() -> None:
    closes = (20.0, -37.63, 10.0)
    assert "-37.63" in told(chart(a_series(3, closes=closes), ()))
    assert not relative(a_pair(3, closes=(-1.0, -2.0, nan)))


def test_the_close_is_printed_as_its_fact_says() -> None:
    fact = replace(a_price("RUT", "close", value=2670.34), renderings=("2,670.3",))
    assert "Close 2,670.3" in words(chart(a_series(), (), fact))


def test_levels_are_printed_as_the_note_prints_them() -> None:
    svg = chart(a_series(), some_levels())
    margin = [one for one in words(svg, "tick", "when") if one != "Volume"]
    assert margin == [
        "R2 2,735.10", "R1 2,718.77", "Close 2,670.34", "S1 2,576.42", "S2 2,569.23",
    ]  # fmt: skip


def test_the_zone_of_a_level_is_shaded() -> None:
    wide = replace(a_level("RUT", "support", 1, value=2500), zone=(2480.0, 2510.0))
    line = replace(wide, zone=(2500.0, 2500.0))
    assert path(chart(a_series(), [wide]), "band").count("z") == 1
    assert 'class="band"' not in chart(a_series(), [line])


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_has_shapes_and_words_only(kind: str) -> None:
    svg = drawn(kind)
    assert not re.search(r"(?i)<script|href|url\(|@import|\bon\w+=|\bid=|var\(", svg)
    assert inlined(svg)
    assert printed(svg)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_words(kind: str, name: str) -> None:
    more: dict[str, Any] = {"name": name}
    if kind != "price":
        more["second"] = Line("SPX", name, tuple(map(float, range(1, 127))))
    svg = drawn(kind, **more)
    assert inlined(svg)
    assert {node.tag for node in tree(svg).iter()} <= {
        f"{SVG}{tag}" for tag in "svg title desc style rect g path circle text".split()
    }
    assert len(svg.encode()) <= MOST


@pytest.mark.parametrize("name", ["مؤشر تاسي", "日経平均株価", "x" * 400])
def test_a_name_that_paper_could_not_set_stands_in_the_title_only(name: str) -> None:
    svg = relative(a_pair(name=name))
    names = [one for one in words(svg, "tick", "when") if one.isupper()]
    assert names == ["RUT", "S&P 500"]
    assert name[:40] in told(svg)


def test_the_same_series_makes_the_same_bytes() -> None:
    assert [drawn(kind) for kind in KINDS] == [drawn(kind) for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_paper_reads_every_rule(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    import weasyprint

    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        raw = weasyprint.HTML(string=drawn(kind)).write_pdf()
    assert raw.startswith(b"%PDF")
    assert not [one.getMessage() for one in caplog.records]


def test_marks_are_releases_ahead_and_the_days_that_the_text_stands_on() -> None:
    peak = date(2026, 1, 22)
    told_high = a_price("RUT", "high.252", value=2718.77, made=(peak,))
    of_another = a_price("SPX", "high.252", value=7000.0, made=(FRIDAY,))
    not_told = a_price("RUT", "low.252", value=1800.0, made=(FRIDAY,))
    event = EventFact(id="cpi", name="CPI", first=FRIDAY, last=FRIDAY)
    claim = a_claim(
        "From [[2,718.77|rut.high.252]] and [[7,000|spx.high.252]] it fell."
    )
    ledger = replace(
        a_draft().ledger,
        facts=(told_high, of_another, not_told, event),
        claims=(claim,),
    )
    assert marks(ledger) == (Mark("High", peak, peak), Mark("CPI", FRIDAY, FRIDAY))
