"""The colours of charts: read in the light, in the dark and without colour."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from generator.publish.charts import chart
from generator.publish.charts.rules import COLOURED, RULE, own_rules, parted
from generator.publish.look import sheet
from tests.builders import a_series, some_levels

FALLBACK = re.compile(r"var\(--([\w-]+), (#[0-9a-f]{6})\)")
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
TEXT, LINE = 4.5, 3.0  # least contrast (WCAG 2.2, 1.4.3 and 1.4.11)
GROUNDS = ("paper", "wash")
MODES = ("light", "dark", "file", "file in the dark")


@cache
def palette(mode: str) -> Mapping[str, str]:
    """The colours of a page in the light or dark, or of the chart's own file."""
    light, dark = (dict(COLOUR.findall(block)) for block in roots())
    own = dict(FALLBACK.findall(sheet("page/chart.css")))
    return {
        "light": light, "dark": {**light, **dark}, "file": own,
        "file in the dark": {**own, **dark},
    }[mode]  # fmt: skip


def roots() -> list[str]:
    """The two blocks of variables in the page's sheet."""
    return re.findall(r":root \{(.*?)\}", sheet("page/note.css"), re.DOTALL)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG defines it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def used() -> Iterator[tuple[str, str, str]]:
    """Selector, property and colour's name of every coloured rule."""
    plain, _ = parted(sheet("page/chart.css"))
    for selector, body in RULE.findall(plain):
        for what, name in COLOURED.findall(body):
            yield selector.strip(), what, name


@pytest.mark.parametrize("mode", MODES)
def test_words_and_lines_stand_out(mode: str) -> None:
    colours, checked = palette(mode), 0
    for selector, what, name in used():
        if name in GROUNDS:
            continue
        least = TEXT if " text" in selector else LINE
        assert contrast(colours[name], colours["paper"]) >= least, (selector, what)
        checked += 1
    assert checked >= 10


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "mute"])
def test_lines_stand_out_on_a_band(mode: str, name: str) -> None:
    assert contrast(palette(mode)[name], palette(mode)["wash"]) >= LINE


def test_lines_are_told_apart_without_colour() -> None:
    plain, _ = parted(sheet("page/chart.css"))
    dashes = {
        selector.strip(): re.findall(r"stroke-dasharray: ([\d ]+)", body)
        for selector, body in RULE.findall(plain)
    }
    kinds = [f".chart .{kind}" for kind in ("main", "fast", "slow", "level", "other")]
    patterns = [tuple(dashes[kind]) for kind in kinds]
    assert patterns[0] == ()
    assert len(set(patterns)) == len(patterns)


def test_every_variable_of_a_chart_is_a_colour_of_the_page() -> None:
    names = {name for name, _ in FALLBACK.findall(sheet("page/chart.css"))}
    assert names <= palette("light").keys()
    assert names <= palette("dark").keys()


def test_a_chart_carries_the_rules_that_it_uses_and_no_others() -> None:
    svg = chart(a_series(), some_levels())
    assert ".chart .main{" in svg
    assert ".chart .level{" in svg
    assert ".volume" not in svg
    assert ".band" not in svg


def test_the_file_is_plain_where_rules_are_few_and_dark_where_asked() -> None:
    rules = own_rules('<path class="main"/>')
    light, _, dark = rules.partition("@media screen and (prefers-color-scheme:dark)")
    assert ".chart .main{stroke:#1d1b18;" in light
    assert f".chart .main{{stroke:{palette('dark')['ink']}}}" in dark
    assert "var(" not in rules
