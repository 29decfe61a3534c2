"""Days that rules compute, against the days on which things did come out."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pandas.tseries.holiday import USFederalHolidayCalendar

from generator.market.sessions import calendar
from generator.model.playbook import Release, Rule
from generator.plain.calendar import holidays, is_open, is_rule, ruled, sessions
from generator.plain.calendar.due import known
from generator.plain.clock import moment
from generator.plain.places import SEEDS
from generator.plain.world import world

SEEDED = {
    one.name: one
    for one in world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    ).releases
}
# The days of the employment report by year, as the Bureau of Labor Statistics kept
# them: month and day.
PAYROLLS = {
    2015: "0109 0206 0306 0403 0508 0605 0702 0807 0904 1002 1106 1204",
    2016: "0108 0205 0304 0401 0506 0603 0708 0805 0902 1007 1104 1202",
    2017: "0106 0203 0310 0407 0505 0602 0707 0804 0901 1006 1103 1208",
    2018: "0105 0202 0309 0406 0504 0601 0706 0803 0907 1005 1102 1207",
    2019: "0104 0201 0308 0405 0503 0607 0705 0802 0906 1004 1101 1206",
    2020: "0110 0207 0306 0403 0508 0605 0702 0807 0904 1002 1106 1204",
    2021: "0108 0205 0305 0402 0507 0604 0702 0806 0903 1008 1105 1203",
    2022: "0107 0204 0304 0401 0506 0603 0708 0805 0902 1007 1104 1202",
    2023: "0106 0203 0310 0407 0505 0602 0707 0804 0901 1006 1103 1208",
    2024: "0105 0202 0308 0405 0503 0607 0705 0802 0906 1004 1101 1206",
    2025: "0110 0207 0307 0404 0502 0606 0703 0801 0905 1120 1216",
    2026: "0109 0211",
}
BEIGE_BOOKS = {
    2016: "0113 0302 0413 0601 0713 0907 1019 1130",
    2018: "0117 0307 0418 0530 0718 0912 1024 1205",
    2020: "0115 0304 0415 0527 0715 0902 1021 1202",
    2022: "0112 0302 0420 0601 0713 0907 1019 1130",
    2024: "0117 0306 0417 0529 0717 0904 1023 1204",
    2025: "0115 0305 0423 0604 0716 0903 1015 1126",
}
MINUTES = {
    2011: "0104 0216 0405 0518 0712 0830 1012 1122",
    2018: "0103 0221 0411 0523 0705 0822 1017 1129",
    2020: "0103 0219 0408 0520 0701 0819 1007 1125",
    2021: "0106 0217 0407 0519 0707 0818 1013 1124",
    2023: "0104 0222 0412 0524 0705 0816 1011 1121",
    2025: "0108 0219 0409 0528 0709 0820 1008 1119 1230",
}
FACTORIES = {
    2019: "0103 0201 0301 0401 0501 0603 0701 0801 0903 1001 1101 1202",
    2020: "0103 0203 0302 0401 0501 0601 0701 0803 0901 1001 1102 1201",
    2024: "0103 0201 0301 0401 0501 0603 0701 0801 0903 1001 1101 1202",
}
SERVICES = {
    2019: "0107 0205 0305 0403 0503 0605 0703 0805 0905 1003 1105 1204",
    2021: "0107 0203 0303 0405 0505 0603 0706 0804 0903 1005 1103 1203",
    2024: "0105 0205 0305 0403 0503 0605 0703 0805 0905 1003 1105 1204",
}
CONFIDENCE = {
    2019: "0129 0226 0326 0430 0528 0625 0730 0827 0924 1029 1126 1231",
    2024: "0130 0227 0326 0430 0528 0625 0730 0827 0924 1029 1126 1223",
}
# Only the weeks in which the claims did not come on a Thursday.
EARLY_CLAIMS = "20181121 20190703 20191127 20201125 20201223 20211110 20241127 20250108"


def days_of(release: Release, year: int) -> set[date]:
    """The days of a release in a year, as one knows them afterwards."""
    releases = [release, SEEDED["Fed decision"]]
    found: set[date] = set()
    for quarter in range(1, 13, 3):
        as_of = moment(f"{year}-{quarter:02}-05T00:00Z")
        found |= {
            one.day for one in known(releases, (), as_of) if one.name == release.name
        }
    return {day for day in found if day.year == year}


def listed(years: dict[int, str]) -> Iterator[tuple[int, set[date]]]:
    """The days of each year."""
    for year, days in years.items():
        yield (
            year,
            {date(year, int(day[:2]), int(day[2:])) for day in days.split()},
        )


def after_all(release: Release) -> Release:
    """A release whose moved days were known from the start."""
    moved = tuple(
        type(one)(day=one.day, to=one.to, known=None) for one in release.moved
    )
    return Release(
        name=release.name, dates=release.dates, rules=release.rules, moved=moved
    )


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Employment report", PAYROLLS),
        ("Beige Book", BEIGE_BOOKS),
        ("Fed minutes", MINUTES),
        ("ISM manufacturing index", FACTORIES),
        ("ISM services index", SERVICES),
        ("Consumer confidence", CONFIDENCE),
    ],
)
def test_a_rule_gives_the_days_on_which_it_came_out(
    name: str, years: dict[int, str]
) -> None:
    for year, days in listed(years):
        made = days_of(after_all(SEEDED[name]), year)
        last = max(days) if year == 2026 else date(year, 12, 31)
        assert {day for day in made if day <= last} == days, year


def test_the_bureaus_rule_is_truer_than_the_first_friday() -> None:
    bureau = Rule(day="third friday after the week of the 12th", holiday="before")
    plain = Rule(day="first friday")
    days = {day for year, found in listed(PAYROLLS) if year < 2025 for day in found}
    span = (date(2015, 1, 1), date(2024, 12, 31))
    hits = [len(days & set(ruled(rule, *span, {}))) for rule in (bureau, plain)]
    assert len(days) == hits[0] == 120
    assert hits[1] == 102


def test_claims_come_a_day_early_before_a_holiday() -> None:
    claims = after_all(SEEDED["Jobless claims"])
    for text in EARLY_CLAIMS.split():
        day = date.fromisoformat(text)
        days = days_of(claims, day.year)
        assert day in days
        assert not days & {day + timedelta(days=1)}


def test_the_shutdown_of_2025_stopped_the_claims_and_moved_the_reports() -> None:
    claims = days_of(after_all(SEEDED["Jobless claims"]), 2025)
    stopped = {day for day in claims if date(2025, 9, 26) <= day <= date(2025, 11, 19)}
    assert not stopped
    prices = days_of(after_all(SEEDED["CPI"]), 2025)
    assert {day for day in prices if day.month > 9} == {
        date(2025, 10, 24),
        date(2025, 12, 18),
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Option expiry", "2019-04-18 2022-04-14 2025-04-17 2019-07-19 2024-02-16"),
        (
            "Quarterly expiry of options and futures",
            "2008-03-20 2019-03-15 2020-03-20 2024-12-20 2026-06-18 2027-06-17",
        ),
        # A Tuesday where the Friday or the Wednesday is a holiday, Cboe says.
        ("VIX expiry", "2019-03-19 2022-03-15 2024-06-18 2025-03-18 2026-05-19"),
        ("VIX expiry", "2019-07-17 2020-02-19 2018-02-14 2025-10-22"),
        ("Quarter-end", "2018-03-29 2024-03-28 2018-12-31 2025-09-30 2023-06-30"),
        # After Labor Day, Veterans Day on a Tuesday, Juneteenth, Columbus Day.
    ],
)
def test_expiries_and_inventories_keep_clear_of_holidays(name: str, text: str) -> None:
    for day in map(date.fromisoformat, text.split()):
        span = (day - timedelta(days=4), day + timedelta(days=3))
        rules = SEEDED[name].rules
        assert [one for rule in rules for one in ruled(rule, *span, {})] == [day]


UNFORESEEN = (
    "2001-09-11 2001-09-12 2001-09-13 2001-09-14 2004-06-11 2007-01-02 2012-10-29 "
    "2012-10-30 2018-12-05 2025-01-09"
)


def test_the_governments_holidays_are_those_of_pandas() -> None:
    table = USFederalHolidayCalendar()
    days = {one.date() for one in table.holidays("2012-01-01", "2040-12-31")}
    mine = {day for year in range(2012, 2041) for day in holidays(year)}
    known = {day for day in days if day.weekday() < 5}
    assert known - mine == {date(2021, 6, 18)}  # of a law of the day before
    assert mine <= known


def test_the_exchanges_holidays_are_those_of_exchange_calendars() -> None:
    table = calendar("XNYS", date(2000, 1, 1), date(2026, 12, 31))
    assert table is not None
    days = set(table.days.tolist())
    last = table.until
    day, wrong = date(2000, 1, 3), []
    while day <= last:
        if is_open(day) != (day in days):
            wrong.append(day)
        day += timedelta(days=1)
    # Attacks, mourning and a hurricane: nobody knew of them beforehand.
    assert wrong == [*map(date.fromisoformat, UNFORESEEN.split())]


def test_a_window_counts_no_closing_that_nobody_knew_of() -> None:
    assert sessions(date(2012, 10, 26), date(2012, 11, 2)) == 5
    assert sessions(date(2001, 9, 10), date(2001, 9, 17)) == 5


def test_a_holiday_is_no_session() -> None:
    assert sessions(date(2026, 2, 6), date(2026, 2, 9)) == 1
    assert sessions(date(2026, 2, 8), date(2026, 2, 13)) == 5
    assert sessions(date(2026, 2, 13), date(2026, 2, 17)) == 1  # Presidents' Day
    assert sessions(date(2019, 4, 18), date(2019, 4, 22)) == 1  # Good Friday


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("third friday", True),
        ("last business day", True),
        ("every thursday", True),
        ("21 days after Fed decision", True),
        ("wednesday two weeks before Fed decision", True),
        ("Third Friday", False),
        ("friday", False),
        ("", False),
    ],
)
def test_a_rule_is_one_of_the_known_phrases(words: str, *, is_one: bool) -> None:
    assert is_rule(words) == is_one
    assert (
        is_one or ruled(Rule(day=words), date(2020, 1, 1), date(2020, 12, 31), {}) == []
    )


def test_a_rule_holds_in_its_years_and_months_only() -> None:
    rule = Rule(day="third friday", months=(3,), since=2019, until=2020)
    days = ruled(rule, date(2017, 1, 1), date(2023, 1, 1), {})
    assert days == [date(2019, 3, 15), date(2020, 3, 20)]


def test_decisions_stand_in_the_list_eight_times_a_year() -> None:
    for name, years in {
        "Fed decision": range(2010, 2027),
        "ECB decision": range(2015, 2027),
        "Bank of England decision": range(2018, 2027),
        "Bank of Japan decision": range(2018, 2027),
    }.items():
        days = SEEDED[name].dates
        assert [sum(day.year == year for day in days) for year in years] == [8] * len(
            years
        ), name
        assert all(day.weekday() < 5 for day in days)
    prices = SEEDED["CPI"].dates
    assert [sum(day.year == year for day in prices) for year in range(2015, 2027)] == [
        12
    ] * 12
