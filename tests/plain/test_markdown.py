"""A note.md apart and together again."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import NoteError
from generator.plain.markdown import joined, lines, section_name, split

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(
        ["ON", "NO", "yes", "null", "~", "1e5", "2026-02-08", "12:30", "#"]
    ),
    st.integers(0, 2**31).map(lambda second: datetime.fromtimestamp(second, UTC)),
    st.dates(date(1990, 1, 1)),
)
KEYS = st.text("abcdefghij_", min_size=1, max_size=8)
VALUES = st.one_of(
    SCALARS,
    st.lists(SCALARS, max_size=3),
    st.lists(st.dictionaries(KEYS, SCALARS, min_size=1, max_size=3), max_size=3),
)


@given(st.dictionaries(KEYS, VALUES, max_size=6), st.text(max_size=60))
def test_what_was_joined_splits_again(front: dict[str, Any], body: str) -> None:
    assert split(joined(front, body)) == (front, body)


NOTE = """---
title: "Four words or more"
as_of: 2018-12-26T22:00:00Z
published: null
instruments: [SPX, ON]
sources:
  - {id: s1, publisher: "Demo Wire", link: "https://example.com/a?b=c"}
own: []
---

## Strykr Analysis

A line.

## Sources (1)

1. [Title](<https://example.com>)

**Prices:** to Friday.
"""


def test_front_matter_keeps_tickers_times_and_nothing() -> None:
    front, body = split(NOTE)
    assert front["instruments"] == ["SPX", "ON"]
    assert front["as_of"] == datetime(2018, 12, 26, 22, tzinfo=UTC)
    assert front["published"] is None
    assert body.startswith("\n## Strykr Analysis")


def test_front_matter_is_written_as_it_was_read() -> None:
    again = joined(*split(NOTE))
    assert again.replace('"ON"', "ON") == NOTE


def test_a_line_knows_its_number_its_offset_and_its_section() -> None:
    for line in lines(NOTE):
        assert NOTE[line.start : line.end] == line.text
        assert NOTE.split("\n")[line.number - 1] == line.text
    sections = {line.text: line.section for line in lines(NOTE) if line.text}
    assert sections["A line."] == "analysis"
    assert sections["1. [Title](<https://example.com>)"] == "sources"
    assert sections["**Prices:** to Friday."] == "foot"


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Strykr Analysis", "analysis"), ("Sources (5)", "sources"), ("7", "")],
)
def test_a_section_is_named_by_the_last_word_of_its_heading(
    heading: str, name: str
) -> None:
    assert section_name(heading) == name


def test_a_file_without_front_matter_is_all_body() -> None:
    assert split("## Analysis\n") == ({}, "## Analysis\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\ntitle: x\n", "no closing ---"),
        ("---\ntitle: [\n---\n", "line 3"),
        ("---\n- a\n- b\n---\n", "not `key: value`"),
        ("---\na: 2026-99-99\n---\n", "front matter"),
        ("---\na: !!python/object:x {}\n---\n", "line 2"),
    ],
)
def test_front_matter_that_cannot_be_read_is_one_line(text: str, says: str) -> None:
    with pytest.raises(NoteError, match=says) as error:
        split(text)
    assert "\n" not in str(error.value)
