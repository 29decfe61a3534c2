"""Figures: what was written reads back as the rounded value."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plain import figures
from generator.plain.figures import (
    FORMS,
    amount,
    kept,
    key,
    ordinal,
    percent,
    plain,
    renderings,
    rounded,
    share,
    signed,
    spelled,
    spoken,
)

VALUES = st.floats(-1e7, 1e7, allow_nan=False, allow_infinity=False).map(kept)
RATIOS = st.floats(-5, 5, allow_nan=False).map(kept)
DIGITS = st.integers(0, 4)


def read(text: str) -> list[str]:
    """The figures of a text as printed there."""
    return [one.text for one in figures.figures(text)]


@given(VALUES, DIGITS)
def test_a_plain_figure_reads_back_as_the_rounded_value(
    value: float, digits: int
) -> None:
    assert amount(plain(value, digits))[0] == kept(float(rounded(value, digits)))


@given(VALUES, DIGITS)
def test_a_signed_figure_reads_back_as_the_rounded_value(
    value: float, digits: int
) -> None:
    assert amount(signed(value, digits))[0] == kept(float(rounded(value, digits)))


@given(RATIOS, DIGITS)
def test_a_percentage_reads_back_as_the_rounded_ratio(
    ratio: float, digits: int
) -> None:
    number, unit = amount(percent(ratio, digits))
    assert unit == "ratio"
    assert math.isclose(number, float(rounded(kept(ratio * 100), digits)) / 100)


@given(RATIOS, DIGITS)
def test_a_share_reads_back_without_its_sign(ratio: float, digits: int) -> None:
    assert amount(share(ratio, digits))[0] == abs(amount(percent(ratio, digits))[0])


@given(st.integers(0, 9999))
def test_a_count_reads_back_in_every_form(count: int) -> None:
    forms = (spoken(count), spelled(count), ordinal(count), plain(count, 0))
    assert {amount(form) for form in forms} == {(float(count), "count")}


@given(st.sampled_from(sorted(FORMS)), st.floats(-200, 5000).map(kept))
def test_every_rendering_in_digits_is_found_in_a_sentence(
    unit: str, value: float
) -> None:
    for form in renderings(value, unit):
        if any(letter.isdigit() for letter in form):
            assert read(f"It printed {form}, once.") == [form]
            assert [one.key for one in figures.figures(f"({form})")] == [key(form)]


@given(st.sampled_from(sorted(FORMS)), VALUES)
def test_a_rendering_stands_once(unit: str, value: float) -> None:
    forms = renderings(value, unit)
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1.01"),
        (-0.001, 2, "0.00"),
        (2670.34, 2, "2,670.34"),
        (1e6, 0, "1,000,000"),
    ],
)
def test_a_half_is_rounded_away_from_zero(
    value: float, digits: int, printed: str
) -> None:
    assert plain(value, digits) == printed


@pytest.mark.parametrize(
    ("ratio", "digits", "printed"),
    [
        (0.0216548, 2, "+2.17%"),
        (-0.00105, 1, "-0.1%"),
        (0.285, 0, "+29%"),
        (-0.00001, 2, "0.00%"),
        (0.57, 1, "+57.0%"),
    ],
)
def test_a_ratio_is_scaled_before_it_is_rounded(
    ratio: float, digits: int, printed: str
) -> None:
    assert percent(ratio, digits) == printed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Dow gained 1,086 points.", ["1,086"]),
        ("It fell -0.10%.", ["-0.10%"]),
        ("a +2.3 % move", ["+2.3 %"]),
        ("a +2.3\u00a0% move", ["+2.3\u00a0%"]),
        ("a +2.3\u2009% move", ["+2.3\u2009%"]),
        ("a +2.3\u202f% move", ["+2.3\u202f%"]),
        ("a \u22121.05% move", ["\u22121.05%"]),
        ("drains $62 billion", ["$62 billion"]),
        ("a US$1.2tn fund, €5m, £80B", ["US$1.2tn", "€5m", "£80B"]),
        ("rose 2.2 percent or 2.2 per cent", ["2.2 percent", "2.2 per cent"]),
        ("up 2.2 percentage points", ["2.2"]),
        ("up 25 basis points, or 8bps", ["25 basis points", "8bps"]),
        ("19.8 % under its record", ["19.8 %"]),
        ("the 2,100 level, 2100 in all", ["2,100", "2100"]),
        ("Pulse 22/100 and Threat 5/5", ["22/100", "5/5"]),
        ("it pays 1.5 to 1, not 2 to 15", ["1.5 to 1", "2", "15"]),
        ("between 16.34-21.77 and 20\u201330%", ["16.34", "21.77", "20", "30%"]),
        ("an average day of 47.08 pts", ["47.08 pts"]),
        ("the 59th percentile, 1.15x the mean", ["59th", "1.15x"]),
        ("half of .5% is little", [".5%"]),
        ("2,1000 and 5,10 are typos", ["2", "1000", "5", "10"]),
        ("It fell (2.2%).", ["2.2%"]),
        ("closed at 2,670.34.", ["2,670.34"]),
        ("five sessions, nine of the last ten closes", ["five", "nine", "ten"]),
        ("sixty-one sessions", ["sixty-one"]),
    ],
)
def test_a_figure_is_found_as_printed(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "its 50-day mean and a 3-month view",
        "the S&P 500, the Russell 2000 and the Nasdaq 100",
        "the S&amp;P 500, the Nikkei 225 and the FTSE 100",
        "ATR(14) and RSI(14)",
        "on Fri 6 Feb 2026 at 22:00Z",
        "since 23 March 2009, or 2018-12-26T22:00:00Z",
        "in 2021, since 1999, pre-2022 and 2021\u2019s mania",
        "February 6, 2026 and Feb 6",
        "the one to watch, for one",
        "Companies such as 3M, a 10-K, the G7",
    ],
)
def test_names_windows_and_dates_hold_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+2.3 %", "+2.3%"),
        ("2.2 percent", "2.2%"),
        ("$62 billion", "$62bn"),
        ("US$62bn", "$62 B"),
        ("\u22121.05%", "-1.05%"),
        ("2,670.34", "2670.34"),
        ("1.5 to 1", "1.5"),
        ("Five", "five"),
    ],
)
def test_two_printings_of_one_figure_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("+2.3%", "-2.3%"), ("2.3%", "2.3"), ("$62bn", "$62mn"), ("2.30", "2.3")],
)
def test_two_figures_have_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$62 billion", 6.2e10, "USD"),
        ("€1.2tn", 1.2e12, "EUR"),
        ("$500 million", 5e8, "USD"),
        ("-0.10%", -0.001, "ratio"),
        ("5.1 %", 0.051, "ratio"),
        ("1,086", 1086.0, "count"),
        ("-8", -8.0, "count"),
        ("five", 5.0, "count"),
        ("59th", 59.0, "count"),
        ("22/100", 22.0, "count"),
    ],
)
def test_an_amount_has_value_and_unit(text: str, value: float, unit: str) -> None:
    assert amount(text) == (value, unit)


def test_an_amount_of_no_number_is_no_number() -> None:
    assert math.isnan(amount("plenty")[0])


def test_a_value_keeps_ten_digits_and_no_minus_before_zero() -> None:
    assert kept(0.123456789012) == 0.123456789
    assert str(kept(-0.0)) == "0.0"
