"""The bench of tone: its figures, the files it reads, and what it says of others."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.tone import figures, main, places, rows

ROOT = Path(__file__).resolve().parents[2]
HEAD = "set\ttext\ttone\tentities\n"


def a_file(folder: Path, content: str) -> Path:
    """A labelled file of that content."""
    path = folder / "labels.tsv"
    path.write_text(content, encoding="utf-8")
    return path


def ran(*files: Path) -> subprocess.CompletedProcess[str]:
    """The bench as it is run on a command line."""
    return subprocess.run(
        [sys.executable, "-m", "bench.tone", *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_figures_are_those_of_the_counts() -> None:
    found = figures([(1, 1), (1, -1), (0, 0), (0, 1), (-1, -1)])
    assert (found.accuracy, found.wrong_sign) == (0.6, 0.2)
    assert found.macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 1 / 2) / 3)


def test_labels_are_words_or_numbers(tmp_path: Path) -> None:
    path = a_file(tmp_path, "text\ttone\nStocks rise\tPositive\nStocks fall\t-1\n")
    assert [(row.of, row.tone) for row in rows(path, [])] == [
        ("labels", 1),
        ("labels", -1),
    ]


def test_quoted_fields_hold_tabs_and_line_breaks(tmp_path: Path) -> None:
    path = a_file(tmp_path, HEAD + 'a\t"Stocks\n\t""rise"""\tpositive\t\n')
    assert [row.text for row in rows(path, [])] == ['Stocks\n\t"rise"']


def test_a_stray_quote_swallows_no_rows(tmp_path: Path) -> None:
    text = 'a\t" We grow , he said\t1\t\na\tStocks fall\t-1\t\n'
    found = rows(a_file(tmp_path, HEAD + text), [])
    assert [row.text for row in found] == ['" We grow , he said', "Stocks fall"]


def test_rows_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    unread: list[str] = []
    text = 'a\tStocks rise\tgood\t\na\tStocks fall\t-1\t{"Stocks"\n'
    assert len(rows(a_file(tmp_path, HEAD + text), unread)) == 1
    assert ["labels.tsv:2" in unread[0], "entities" in unread[1]] == [True, True]


def test_a_name_is_not_found_inside_a_longer_one() -> None:
    found = places("Bank Nifty up, Nifty down", ["Nifty", "Bank Nifty"])
    assert found == {"Bank Nifty": (0, 10), "Nifty": (15, 20)}


def test_the_report_has_a_block_for_each_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entities = json.dumps({"Gold": "positive", "Absent": "neutral"}).replace('"', '""')
    text = f'a\tGold rises\tpositive\t"{entities}"\nb\tStocks fall\tnegative\t\n'
    told = main([a_file(tmp_path, HEAD + text)])
    printed = capsys.readouterr().out
    assert [word in printed for word in ("a  ", "a, names", "b  ")] == [True] * 3
    assert (told["accuracy"], told["entity_accuracy"]) == (1.0, 1.0)
    assert (told["rows"], told["entities"], told["entities_absent"]) == (2, 1, 1)


def test_the_last_line_is_json(tmp_path: Path) -> None:
    done = ran(a_file(tmp_path, "text\ttone\nStocks rise\t1\n"))
    told = json.loads(done.stdout.splitlines()[-1])
    assert list(told)[:5] == ["bench", "accuracy", "macro_f1", "wrong_sign", "per_s"]


@pytest.mark.parametrize(
    "content", [None, b"", b"words\tlabel\nStocks rise\t1\n", b"\xff\xfe\x00"]
)
def test_a_file_that_cannot_be_read_is_one_line(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "labels.tsv"
    if content is not None:
        path.write_bytes(content)
    done = ran(path)
    assert done.returncode == 1
    assert (len(done.stderr.splitlines()), "Traceback" in done.stderr) == (1, False)
