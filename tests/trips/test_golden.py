"""Whole notes as they read now: renewed with `make golden`, and read in review."""

import json
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from tests.trips.days import ROOT, a_workspace, strykr, the_day

GOLDEN = ROOT / "tests" / "golden"
Day = tuple[str, dict[str, object], int]  # when, what is asked for, how it ends
QUIET: Day = (
    "2017-07-14T22:00Z",
    {"subject": "SPX"},
    0,
)  # a record that nobody noticed
HIGH: Day = ("2018-01-26T22:00Z", {}, 0)  # the last of a long run of records
CRASH: Day = (
    "2008-10-15T22:00Z",
    {},
    3,
)  # minus nine percent, years before the VIX begins


@pytest.fixture(scope="module", params=[QUIET, HIGH, CRASH], ids=lambda day: day[0])
def day(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day of prices without a headline, drafted."""
    as_of, asked, code = request.param
    folder = tmp_path_factory.mktemp("day")
    (folder / "feeds").mkdir()
    given = {"feeds": folder / "feeds", "as_of": as_of, **asked}
    ended = strykr(*the_day("draft", a_workspace(folder, ""), **given))
    assert (ended.code, ended.err) == (code, ""), ended
    return folder


def agree(workspace: Path, request: pytest.FixtureRequest) -> None:
    """Compare the notes of a workspace with the golden ones, or write those anew."""
    (edition,) = (workspace / "notes").iterdir()
    golden = GOLDEN / edition.name
    notes = {f"{path.parent.name}.md": path for path in edition.glob("*/note.md")}
    texts = {name: path.read_text("utf-8") for name, path in sorted(notes.items())}
    if request.config.getoption("--golden"):
        golden.mkdir(parents=True, exist_ok=True)
        for path in golden.glob("*.md"):
            path.unlink()
        for name, text in texts.items():
            (golden / name).write_text(text, "utf-8")
    held = {path.name: path.read_text("utf-8") for path in golden.glob("*.md")}
    lines = [
        line
        for name in sorted({*texts, *held})
        for line in unified_diff(
            held.get(name, "").splitlines(),
            texts.get(name, "").splitlines(),
            fromfile=f"golden/{edition.name}/{name}",
            tofile="now",
            lineterm="",
            n=0,
        )
    ]
    if lines:
        told = "\n".join(["read the difference, then `make golden`:", *lines])
        pytest.fail(told, pytrace=False)


def test_the_recorded_day_reads_as_it_did(
    drafted: Path, request: pytest.FixtureRequest
) -> None:
    agree(drafted, request)


def test_a_day_without_headlines_reads_as_it_did(
    day: Path, request: pytest.FixtureRequest
) -> None:
    agree(day, request)


def test_a_day_without_headlines_takes_the_brief_form(day: Path) -> None:
    for path in day.glob("notes/*/*/note.md"):
        body = path.read_text("utf-8").split("\n---\n", 1)[1]
        told = body.split("\n## Sources", 1)[0]
        words = [word for word in told.split() if any(map(str.isalpha, word))]
        assert len(words) <= 450, f"{path.parent.name}: {len(words)} words"
        ledger = json.loads((path.parent / "ledger.json").read_text())
        assert ledger["sources"] == []
        assert ledger["call"]["horizon_sessions"] == 10
