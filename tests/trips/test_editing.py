"""An editor's day: a figure changed, named, owned, released, corrected, explained."""

import json
import os
from pathlib import Path

import pytest

from tests.trips.days import EDITION, PRICES, differing, strykr, the_day, tree

CLOSE, TYPED = "2,467.70", "2,467.90"  # of the S&P 500, and a slip of the editor's
KEYS = "line start end text verdict rule fact nearest why".split()


def note_of(desk: Path, slug: str = "sp-500") -> Path:
    """A note's folder."""
    return desk / "notes" / EDITION / slug


def edited(desk: Path, old: str, new: str) -> Path:
    """The note.md with the first of a text replaced."""
    path = note_of(desk) / "note.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def owned(desk: Path, text: str, reason: str) -> None:
    """A figure marked as the editor's own."""
    edited(desk, "own: []", f'own:\n  - {{text: "{text}", reason: "{reason}"}}')


def test_an_unedited_note_has_no_finding(desk: Path) -> None:
    ended = strykr("check", "sp-500", "--workspace", desk)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("same, 0 to look at\n")


def test_a_changed_figure_is_named_with_its_line_and_the_true_one(desk: Path) -> None:
    path = edited(desk, CLOSE, TYPED)
    line = path.read_text("utf-8").split(TYPED)[0].count("\n") + 1
    ended = strykr("check", "sp-500", "--workspace", desk)
    assert ended.code == 1
    first = ended.out.splitlines()[0]
    assert first.startswith(f"{path}:{line}:")
    for word in ("CHANGED", TYPED, CLOSE):
        assert word in first


def test_the_findings_as_json_have_their_published_keys(desk: Path) -> None:
    edited(desk, CLOSE, TYPED)
    ended = strykr("check", "sp-500", "--workspace", desk, "--json")
    told = json.loads(ended.out)
    assert list(told) == ["findings"]
    assert all(list(one) == KEYS for one in told["findings"])
    (changed,) = [one for one in told["findings"] if one["verdict"] != "SAME"]
    assert (changed["text"], changed["fact"]) == (TYPED, "spx.close")
    assert (ended.code, ended.err) == (1, "")


def test_a_changed_figure_is_not_released_until_someone_answers_for_it(
    desk: Path,
) -> None:
    edited(desk, CLOSE, TYPED)
    refused = strykr("release", "sp-500", "--workspace", desk)
    assert refused.code == 1
    assert TYPED in refused.complaint
    assert "`own`" in refused.complaint
    owned(desk, TYPED, "the desk's own print")
    told = strykr("explain", "sp-500", TYPED, "--workspace", desk, "--prices", PRICES)
    assert "the desk's own print" in told.out
    assert strykr("release", "sp-500", "--workspace", desk).code == 0
    release = note_of(desk) / "release" / "v1"
    for name in ("note.md", "note.html", "ledger.json"):
        assert "own print" in (release / name).read_text("utf-8"), name


def test_a_release_stays_and_a_correction_is_the_next_version(desk: Path) -> None:
    release = note_of(desk) / "release"
    words = ("sp-500", "--workspace", desk, "--as-of", "2018-12-27T09:00Z")
    assert "release" in strykr("correct", *words).complaint
    assert strykr("release", *words).code == 0
    first = tree(release)
    assert "v1/note.pdf" in first
    assert "unchanged" in strykr("release", *words).complaint
    assert "edit it first" in strykr("correct", *words).complaint
    edited(desk, "## Risks", "## Risks\n\nMind the gap.")
    assert "strykr correct" in strykr("release", *words).complaint
    assert strykr("correct", *words).code == 0
    after = tree(release)
    assert {name: after[name] for name in first} == first
    assert b"\nversion: 2\n" in after["v2/note.md"]
    assert b"Mind the gap." in after["v2/note.html"]


def test_running_again_leaves_an_edited_draft_and_says_so(desk: Path) -> None:
    path = edited(desk, CLOSE, TYPED)
    text = path.read_text("utf-8")
    ended = strykr(*the_day("draft", desk))
    assert path.read_text("utf-8") == text
    (line,) = [line for line in ended.out.splitlines() if "sp-500" in line]
    assert "edited by hand" in line


def test_an_unattended_run_holds_a_note_with_findings_and_goes_on(desk: Path) -> None:
    (desk / "strykr.toml").write_text('[desk]\nrelease = "auto"\n')
    edited(desk, CLOSE, TYPED)
    ended = strykr(*the_day("run", desk))
    assert ended.code == 3
    held = f"held      {note_of(desk)}"
    assert held in ended.out.splitlines()
    assert (note_of(desk, "nasdaq-composite") / "release" / "v1").is_dir()
    assert "DRAFT" in (desk / "notes" / EDITION / "brief.html").read_text("utf-8")


def test_an_edit_after_the_release_does_not_stop_an_unattended_run(
    released: Path, tmp_path: Path
) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "strykr.toml").write_text((released / "strykr.toml").read_text())
    for name, body in tree(released / "notes").items():
        path = desk / "notes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    edited(desk, CLOSE, TYPED)
    ended = strykr(*the_day("run", desk))
    assert (ended.code, ended.err) == (0, "")
    only = [f"notes/{EDITION}/sp-500/note.md"]
    assert differing(desk, released) == only


@pytest.mark.parametrize("figure", ["4.96%", "spx.return.1"])
def test_a_figure_is_explained_by_its_bars_and_computed_anew(
    drafted: Path, figure: str
) -> None:
    words = ("explain", "sp-500", figure, "--workspace", drafted, "--prices", PRICES)
    told = strykr(*words)
    assert (told.code, told.err) == (0, "")
    for word in (
        "SPX",
        "return",
        "1 session, 24 Dec 2018 to 26 Dec 2018",
        "close[last]/close[first]-1",
        "yahoo (folder)",
        "(agrees)",
        "2018-12-26,2363.12,2467.76,2346.58,2467.7,",
    ):
        assert word in told.out, word


def test_explain_asks_for_the_prices_it_computes_from(drafted: Path) -> None:
    ended = strykr("explain", "sp-500", "4.96%", "--workspace", drafted)
    assert ended.code == 1
    assert "--prices" in ended.complaint


def test_explain_says_when_the_bars_have_changed_since(
    drafted: Path, tmp_path: Path
) -> None:
    (tmp_path / "prices").mkdir()
    for path in PRICES.iterdir():
        text = path.read_text().replace("2018-12-24,2400.56", "2018-12-24,2400.57")
        (tmp_path / "prices" / path.name).write_text(text.replace("2351.10", "2351.40"))
    told = strykr(
        "explain", "sp-500", "4.96%", "--workspace", drafted, "--prices",
        tmp_path / "prices", "--json",
    )  # fmt: skip
    assert [one["agrees"] for one in json.loads(told.out)] == [False]


def test_diff_shows_what_a_person_changed(desk: Path) -> None:
    assert strykr("diff", "sp-500", "--workspace", desk).out == ""
    edited(desk, CLOSE, TYPED)
    lines = strykr("diff", "sp-500", "--workspace", desk).out.splitlines()
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in "+++---"]
    assert [line[0] for line in changed] == ["-", "+"]
    assert TYPED in changed[1]


def test_edit_opens_the_note_and_checks_it_after(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nsed -i "s/{CLOSE}/{TYPED}/" "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"{editor} --wait")
    ended = strykr("edit", "sp-500", "--workspace", desk)
    assert ended.code == 1
    assert TYPED in ended.out


def test_a_note_whose_front_matter_is_broken_can_still_be_opened(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(desk, "stance: ", "stance: [")
    assert (
        "mend the front matter"
        in strykr("check", "sp-500", "--workspace", desk).complaint
    )
    monkeypatch.setenv("VISUAL", "sed -i 's/^stance: \\[/stance: /'")
    assert strykr("edit", "sp-500", "--workspace", desk).code == 0


def test_an_editor_that_is_not_there_is_named(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", os.devnull)
    assert "set $EDITOR" in strykr("edit", "sp-500", "--workspace", desk).complaint
