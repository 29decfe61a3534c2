"""The bench of stories: B-cubed by hand, what is left out, and the last line."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.stories import agreement, moment, result, rows, stream, told_line
from generator.plain.names import lexicon
from generator.stories.group import groups

HEADER = "title\tlead\tts\tsource\tcat\tstory\n"
MERGER = (
    "Chiquita and Fyffes to merge in banana deal",
    "Banana giants Chiquita and Fyffes agree to merge",
)
OTHER = "Typhoon closes the port of Manila"


def a_file(folder: Path, *lines: str, header: str = HEADER) -> Path:
    path = folder / "stories.tsv"
    path.write_text(header + "".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_b_cubed_and_pairs_are_as_by_hand() -> None:
    told = agreement([(0, 1, 2), (3,)], ["a", "a", "b", "b"])
    assert told.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert told.recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert told.pairs == pytest.approx(2 * (1 / 3) * (1 / 2) / (1 / 3 + 1 / 2))


def test_what_agrees_wholly_is_one_and_singles_have_no_pair_to_miss() -> None:
    assert agreement([(0, 1), (2,)], ["a", "a", "b"]).tree() == {
        "b3_precision": 1.0,
        "b3_recall": 1.0,
        "b3_f1": 1.0,
        "pair_f1": 1.0,
    }
    assert agreement([(0,), (1,)], ["a", "b"]).pairs == 1.0


def test_rows_without_a_title_or_a_story_are_named(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"{OTHER}\t\t0\t\t\ts1", "\t\t0\t\t\ts1", "A\t\t0\t\t\t")
    left_out: list[str] = []
    assert len(rows(path, left_out)) == 1
    assert left_out == ["stories.tsv:3: no title", "stories.tsv:4: no story"]


def test_fewer_columns_and_stray_quotes_are_read(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'Say "when\ts1', "B\ts2", header="title\tstory\n")
    first, second = rows(path, [])
    assert first.text.title == 'Say "when'
    assert (second.text.summary, second.text.published, second.story) == (
        "",
        None,
        "s2",
    )


@pytest.mark.parametrize(
    ("stamp", "when"),
    [
        ("", None),
        ("0", None),
        ("0.0", None),
        ("soon", None),
        ("nan", None),
        ("1e300", None),
        ("1394493709", datetime(2014, 3, 10, 23, 21, 49, tzinfo=UTC)),
        ("1394493709000", datetime(2014, 3, 10, 23, 21, 49, tzinfo=UTC)),
        ("2014-03-10", datetime(2014, 3, 10, tzinfo=UTC)),
    ],
)
def test_a_stamp_is_seconds_milliseconds_a_date_or_nothing(
    stamp: str, when: datetime | None
) -> None:
    assert moment(stamp) == when


def test_each_category_is_judged_by_its_own_rows(tmp_path: Path) -> None:
    path = a_file(
        tmp_path,
        f"{MERGER[0]}\t\t0\tA\tb\ts1",
        f"{MERGER[1]}\t\t0\tB\tb\ts1",
        f"{OTHER}\t\t0\tC\te\ts2",
        f"{OTHER} again\t\t0\tD\te\ts3",
    )
    told = result(rows(path, []), lexicon([]))
    assert told.categories["b"].f1 == 1.0
    assert told.categories["e"].precision == 0.5
    assert told.whole.precision == 0.75


def test_the_last_line_is_json_with_the_agreed_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(
        tmp_path,
        *(f"{title}\t\t0\t\t\ts1" for title in MERGER),
        f"{OTHER}\t\t0\t\t\ts2",
    )
    assert told_line([str(path), str(path)]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["bench"] == "stories"
    keys = {"b3_precision", "b3_recall", "b3_f1", "pair_f1", "per_s"}
    assert keys <= set(told)
    assert keys <= set(told["files"][str(path)])
    assert told["b3_f1"] == 1.0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name\tgroup\nA\tB\n", "no title and story"),
        (b"title\tstory\n", "no row"),
        (b"title\tstory\n\xff\xfe\tA\n", "UTF-8"),
        (b"", "no title and story"),
    ],
)
def test_a_wrong_file_is_one_line_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    path = tmp_path / "wrong.tsv"
    path.write_bytes(content)
    assert told_line([str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert says in line


def test_a_file_that_is_absent_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told_line([str(tmp_path / "none.tsv")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "none.tsv" in line


def test_a_made_up_stream_is_the_same_each_time_and_has_stories() -> None:
    texts = stream(400)
    assert texts == stream(400)
    assert 40 < len(groups(texts)) < 250
