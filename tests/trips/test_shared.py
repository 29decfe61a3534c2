"""Days of the public record, with headlines and prices that are not ours to ship."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.trips.days import Ended, a_copy, a_workspace, made_once, strykr

EDITION = "2026-02-08"
CLAIMS = (  # of the note to beat: none of them is true of the bars
    "The 2,100 level is the one to watch.",
    "The Russell 2000 is up +2.3% over the past two weeks.",
    "It closed above its 50-day average for the first time in months.",
    "The VIX sits around 15.",
)


def drafted(desk: Path, shared: Path, *words: object) -> Ended:
    """The drafts of the sample note's Sunday."""
    return strykr(
        "draft", "--workspace", desk, "--as-of", f"{EDITION}T22:00Z",
        "--feeds", shared / "editions" / EDITION / "feeds",
        "--prices", shared / "prices", *words,
    )  # fmt: skip


@pytest.fixture(scope="session")
def small_caps(shared: Path, shelf_of_the_suite: Path) -> Path:
    """The small-cap note, with a second vendor whose VIX is wrong."""
    second = shared / "prices-second-vendor"
    asked = ("--subject", "RUT", "--benchmark", "SPX", "--prices", second)

    def draft(folder: Path) -> Ended:
        return drafted(a_workspace(folder, ""), shared, *asked)

    desk = made_once(shelf_of_the_suite / "small-caps", draft)
    (note,) = desk.glob(f"notes/{EDITION}/*/note.md")
    return note.parent


@pytest.fixture(scope="module")
def ledger(small_caps: Path) -> Any:
    return json.loads((small_caps / "ledger.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def text(small_caps: Path) -> str:
    return (small_caps / "note.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rut.close", 2670.34),
        ("rut.return.5", 0.0217),
        ("rut.return.10", 0.0004),
        ("spx.close", 6932.30),
        ("spx.return.5", -0.0010),
        ("spx.return.10", 0.0024),
        ("vix.close", 17.76),
        ("rut.run_above.50", 50),
    ],
)
def test_the_known_figures_are_in_the_ledger(
    ledger: Any, name: str, value: float
) -> None:
    (fact,) = [fact for fact in ledger["facts"] if fact["id"] == name]
    assert round(fact["value"], 4 if abs(value) < 1 else 2) == value
    assert fact["window"]["last"] == "2026-02-06"


def test_no_level_is_far_from_the_close(ledger: Any) -> None:
    levels = [fact for fact in ledger["facts"] if fact["kind"] == "level"]
    assert levels
    assert max(abs(level["distance_atr"]) for level in levels) <= 5


def test_the_treasurys_billions_are_quoted_with_their_publisher(text: str) -> None:
    body = text.split("\n---\n", 1)[1]
    (said,) = re.findall(r"[^.\n]*“[^”]*\$62 billion[^”]*”[^.\n]*", body)
    assert "Seeking Alpha" in said


def test_the_named_releases_are_in_the_text(text: str) -> None:
    body = text.partition("\n---\n")[2].partition("\n## Sources")[0]
    assert "CPI" in body
    assert re.search(r"jobs|employment report", body)


def test_every_listed_source_is_used(ledger: Any, text: str) -> None:
    used = {name for claim in ledger["claims"] for name in claim["sources"]}
    assert used == {source["id"] for source in ledger["sources"]}
    assert f"## Sources ({len(used)})" in text


def test_vendors_that_disagree_are_named(text: str) -> None:
    (gaps,) = [line for line in text.splitlines() if line.startswith("**Gaps:**")]
    assert "cboe 17.76" in gaps
    assert "20.37" in gaps


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_sample_notes_claims_are_reported(
    small_caps: Path, tmp_path: Path, claim: str
) -> None:
    desk = a_copy(small_caps.parents[2], tmp_path / "desk")
    path = desk / "notes" / EDITION / small_caps.name / "note.md"
    path.write_text(path.read_text("utf-8").replace("## Risks", f"{claim}\n\n## Risks"))
    told = strykr("check", small_caps.name, "--workspace", desk, "--json")
    line = path.read_text("utf-8").split(claim)[0].count("\n") + 1
    findings = json.loads(told.out)["findings"]
    wrong = [one for one in findings if one["verdict"] != "SAME"]
    assert told.code == 1
    assert line in {one["line"] for one in wrong}
