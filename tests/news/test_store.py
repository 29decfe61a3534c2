"""The headlines a desk has seen, and since when."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.errors import DiskError
from generator.news import keep, kept
from tests.builders import NOW, a_headline

HOUR = timedelta(hours=1)
ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from itertools import count
from pathlib import Path
from generator.news import keep
from tests.builders import a_headline
for batch in count():
    keep(Path(sys.argv[1]), [a_headline(id=f"{batch}.{n}") for n in range(200)])
    print(batch, flush=True)
"""


def test_what_was_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "headlines.sqlite"
    known = a_headline("S&P 500's Δ", id="a")
    undated = a_headline(id="b", published=None)
    assert keep(path, [known, undated]) == 2
    assert kept(path, NOW) == (known, undated)


def test_who_else_printed_a_headline_is_kept_from_when_that_was_known(
    tmp_path: Path,
) -> None:
    path = tmp_path / "headlines.sqlite"
    first = a_headline(id="a", published=NOW - HOUR)
    keep(path, [first])
    keep(path, [replace(first, publisher="Later", family="l", fetched=NOW + HOUR)])
    assert kept(path, NOW) == (first,)
    (after,) = kept(path, NOW + HOUR)
    assert [one.publisher for one in after.carriers] == ["Later"]
    assert after.families == {"seeking-alpha", "l"}


def test_a_headline_keeps_the_time_it_was_first_known(tmp_path: Path) -> None:
    path = tmp_path / "headlines.sqlite"
    first = a_headline(id="a")
    assert keep(path, [first]) == 1
    assert keep(path, [replace(first, fetched=NOW + HOUR)]) == 0
    assert kept(path, NOW + HOUR)[0].fetched == NOW


def test_what_became_known_later_is_not_known_yet(tmp_path: Path) -> None:
    path = tmp_path / "headlines.sqlite"
    keep(path, [a_headline(id="a", fetched=NOW)])
    assert kept(path, NOW - HOUR) == ()


def test_what_is_too_old_is_not_given(tmp_path: Path) -> None:
    path = tmp_path / "headlines.sqlite"
    keep(path, [a_headline(id="a", published=NOW - timedelta(hours=80))])
    assert kept(path, NOW) == ()
    assert len(kept(path, NOW, timedelta(hours=96))) == 1


def test_a_store_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert kept(tmp_path / "headlines.sqlite", NOW) == ()


def test_a_killed_writer_leaves_whole_batches_and_a_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "headlines.sqlite"
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.kill()
    with sqlite3.connect(path) as base:
        assert base.execute("pragma integrity_check").fetchone() == ("ok",)
        (count,) = base.execute("select count(*) from headlines").fetchone()
    assert count > 0
    assert count % 200 == 0


def test_a_file_that_is_no_store_is_named_with_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "headlines.sqlite"
    path.write_bytes(b"not a database, by any means" * 50)
    with pytest.raises(DiskError, match=r"headlines\.sqlite.*move a broken file aside"):
        keep(path, [a_headline()])


def test_two_writers_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "headlines.sqlite"

    def write(number: int) -> int:
        return keep(path, [a_headline(id=str(number)), a_headline(id=str(number + 1))])

    with ThreadPoolExecutor(2) as writers:
        assert sum(writers.map(write, range(20))) == 21
    assert len(kept(path, NOW)) == 21
