"""A publication time is read from its raw string, or called unknown."""

from datetime import date

import pytest

from generator.news.dates import day_of, moment_of
from generator.plain.clock import stamp

KNOWN = {
    "Sun, 08 Feb 2026 17:00:00 +0000": "2026-02-08T17:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 -0500": "2026-02-08T22:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 EST": "2026-02-08T22:00:00Z",
    "Sun, 8 Feb 26 17:00 ET": "2026-02-08T22:00:00Z",
    "Wed, 08 Jul 2026 17:00:00 ET": "2026-07-08T21:00:00Z",
    "Wed, 08 Jul 2026 17:00:00 EDT": "2026-07-08T21:00:00Z",
    "Wed, 08 Jul 2026 17:00:00 BST": "2026-07-08T16:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 PST": "2026-02-09T01:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 CET": "2026-02-08T16:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 UT": "2026-02-08T17:00:00Z",
    "Sun, 08-Feb-2026 17:00:00 GMT": "2026-02-08T17:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 GMT+0200": "2026-02-08T15:00:00Z",
    "Sun, 08 Feb 2026 17:00:00 -0500 (EST)": "2026-02-08T22:00:00Z",
    "Sun Feb  8 17:00:00 EST 2026": "2026-02-08T22:00:00Z",
    "February 8, 2026 at 5:00 p.m. ET": "2026-02-08T22:00:00Z",
    "Sun, 08 Feb 2026 12:30 AM GMT": "2026-02-08T00:30:00Z",
    "2026-02-08T17:00:00-05:00": "2026-02-08T22:00:00Z",
    "2026-02-08T17:00:00.123+05:30": "2026-02-08T11:30:00Z",
    "2026-02-08T17:00Z": "2026-02-08T17:00:00Z",
    "2026-02-08 17:00:00 UTC": "2026-02-08T17:00:00Z",
    "20260208T170000Z": "2026-02-08T17:00:00Z",
    "Sat, 31 Dec 2016 23:59:60 GMT": "2016-12-31T23:59:59Z",
}
UNKNOWN = (
    "Sun, 08 Feb 2026 17:00:00",  # no zone
    "2026-02-08T17:00:00",
    "2026-02-08",  # no hour
    "Sun, 08 Feb 2026 17:00:00 IST",  # India, Israel or Ireland
    "Sun, 08 Feb 2026 17:00:00 A",
    "Sun, 08 Feb 2026 17:00:00 +9900",
    "Tue, 31 Feb 2026 10:00:00 GMT",
    "Thu, 01 Jan 2026 24:00:00 GMT",
    "Mon, 01 Jan 0001 00:00:00 +0000",
    "02/08/2026 5:00 PM ET",  # February or August
    "8 février 2026 17:00 CET",
    "yesterday",
    "",
    "9" * 10_000,
)


@pytest.mark.parametrize(("raw", "told"), KNOWN.items())
def test_a_date_with_a_zone_is_read_exactly(raw: str, told: str) -> None:
    moment = moment_of(raw)
    assert moment is not None
    assert stamp(moment) == told


@pytest.mark.parametrize("raw", UNKNOWN)
def test_a_date_in_doubt_is_unknown(raw: str) -> None:
    assert moment_of(raw) is None


def test_the_day_is_kept_where_only_the_hour_is_in_doubt() -> None:
    assert day_of("Sun, 08 Feb 2026 17:00:00 IST") == date(2026, 2, 8)
    assert day_of("Sat, Dec 16 2023 02:02:33 PM") == date(2023, 12, 16)
    assert day_of("2026-02-08") == date(2026, 2, 8)
    assert day_of("Tue, 31 Feb 2026") is None
