"""Moments and days, written for people and read from their prose."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plain import clock

FRIDAY = date(2026, 2, 6)
SECONDS = st.integers(631152000, 2177452799)  # 1990 to 2038
DAYS = st.dates(date(1990, 1, 1), date(2039, 12, 31))


def read(text: str) -> list[str]:
    """The dates of a text as printed there."""
    return [one.text for one in clock.days(text)]


@given(DAYS)
def test_a_day_in_full_reads_back_as_printed(day: date) -> None:
    for form in clock.dates_of(day)[:13]:
        assert read(f"On {form}, it fell.") == [form]


@given(SECONDS.map(lambda second: datetime.fromtimestamp(second, UTC)))
def test_a_stamp_reads_back_to_the_second(when: datetime) -> None:
    assert clock.moment(clock.stamp(when)) == when


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="names no time zone"):
        clock.moment("2026-02-08T22:00")


def test_a_moment_in_another_zone_is_told_in_utc() -> None:
    late = datetime(2026, 2, 8, 20, tzinfo=timezone(timedelta(hours=-5)))
    assert clock.clock(late) == "Mon 9 Feb 2026 01:00Z"
    assert clock.moment("2026-02-08T20:00-05:00") == late


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sun 8 Feb 2026 22:00Z", ["Sun 8 Feb 2026", "22:00Z"]),
        ("between 9 February and 13 February.", ["9 February", "13 February"]),
        ("on Feb. 6, or February 6, 2026", ["Feb. 6", "February 6, 2026"]),
        ("since March 2009 and since 2009", ["March 2009", "2009"]),
        ("in 2021 and 2021\u2019s mania, pre-2022", ["2021", "2021", "2022"]),
        ("On Friday and Monday's open", ["Friday", "Monday"]),
        ("2018-12-26T22:00:00Z", ["2018-12-26T22:00:00Z"]),
    ],
)
def test_a_date_is_found_as_printed(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Support sits at 2040.",
        "the 2030 level",
        "a target of $2025",
        "They may rise; the sun set.",
        "in 2000.5 points",
        "from 2,040 to 2,100",
    ],
)
def test_a_price_like_a_year_is_no_date(text: str) -> None:
    assert read(text) == []
