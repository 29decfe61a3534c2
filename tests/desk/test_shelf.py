"""Drafts laid down, kept where a person wrote, taken up again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.desk import Shelf, diff
from generator.errors import NoteError
from generator.model.facts import OwnFact
from generator.model.note import Draft
from tests.builders import a_draft

NEXT = datetime(2026, 2, 9, 22, tzinfo=UTC)


def retold(draft: Draft, **more: object) -> Draft:
    """The draft under another head."""
    note = replace(draft.ledger.note, **more)  # type: ignore[arg-type]
    return replace(draft, ledger=replace(draft.ledger, note=note))


def test_a_saved_draft_loads_as_it_was(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    saved = shelf.save(draft)
    assert saved.path == tmp_path / "notes/2026-02-08/small-caps"
    assert not saved.kept
    assert shelf.load("small-caps") == draft


def test_a_draft_lies_there_with_its_ledger_its_chart_and_its_first_text(
    tmp_path: Path,
) -> None:
    folder = Shelf(tmp_path).save(a_draft()).path
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert names == {"note.md", "generated.md", "ledger.json", "charts/rut.svg"}


def test_saving_again_rewrites_nothing(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    folder = shelf.save(draft).path
    before = {path: path.stat().st_ino for path in folder.rglob("*")}
    assert shelf.save(draft).why == "unchanged"
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before


def test_a_new_text_takes_the_place_of_one_that_nobody_edited(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    shelf.save(draft)
    newer = replace(draft, markdown=draft.markdown + "\nMore.\n", charts={})
    saved = shelf.save(newer)
    assert (saved.kept, saved.why) == (False, "")
    assert shelf.load("small-caps") == newer


def test_an_edited_draft_is_kept_and_that_is_said(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    note = shelf.save(draft).path / "note.md"
    note.write_text(draft.markdown.replace("one good day", "one fine day"))
    edited = note.read_bytes()
    saved = shelf.save(replace(draft, markdown="another text"))
    assert saved.kept
    assert "edited" in saved.why
    assert note.read_bytes() == edited


def test_a_file_that_an_editor_put_beside_the_draft_stays(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    folder = shelf.save(draft).path
    (folder / "remarks.txt").write_text("ask about the 2,700 line")
    shelf.save(replace(draft, markdown=draft.markdown + "\nMore.\n"))
    assert (folder / "remarks.txt").read_text() == "ask about the 2,700 line"


def test_a_released_note_is_kept_and_that_is_said(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    folder = shelf.save(draft).path
    shelf.release(draft, published=NEXT, render=lambda _: {}, by="editor")
    saved = shelf.save(replace(draft, markdown="another text"))
    assert saved.kept
    assert "released" in saved.why
    assert (folder / "note.md").read_text() == draft.markdown


@pytest.mark.parametrize("slug", ["../up", "A", "", "a/b", ".hidden", "x\n"])
def test_a_slug_that_is_no_plain_name_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(NoteError, match="slug"):
        Shelf(tmp_path).save(retold(a_draft(), slug=slug))


def test_a_chart_cannot_leave_its_folder(tmp_path: Path) -> None:
    draft = replace(a_draft(), charts={"../../../evil.svg": "<svg/>"})
    folder = Shelf(tmp_path / "desk").save(draft).path
    assert [path.name for path in tmp_path.rglob("evil.svg")] == ["evil.svg"]
    assert (folder / "charts/evil.svg").is_file()


def test_a_note_is_found_by_slug_folder_file_and_edition(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    folder = shelf.save(draft).path
    names: list[str | Path] = [
        "small-caps",
        folder,
        folder / "note.md",
        "2026-02-08/small-caps",
    ]
    names += ["notes/2026-02-08/small-caps", "2026-02-08"]
    assert all(shelf.load(name) == draft for name in names)


def test_a_slug_means_its_newest_edition(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    later = retold(draft, edition=date(2026, 2, 9))
    shelf.save(later)
    shelf.save(draft)
    assert shelf.load("small-caps").ledger.note.edition == date(2026, 2, 9)


@pytest.mark.parametrize("named", ["small-caps", "2026-02-15/small-caps"])
def test_a_note_without_its_ledger_is_refused_and_no_older_one_taken(
    tmp_path: Path, named: str
) -> None:
    shelf = Shelf(tmp_path)
    shelf.save(a_draft())
    shelf.save(a_draft(edition=date(2026, 2, 15)))
    folder = tmp_path / "notes" / "2026-02-15" / "small-caps"
    (folder / "ledger.json").unlink()
    with pytest.raises(NoteError, match=r"restore ledger\.json, or draft") as raised:
        shelf.load(named)
    assert str(folder) in str(raised.value)


def test_an_absent_note_is_named_with_its_near_ones(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.save(a_draft())
    with pytest.raises(NoteError, match="near ones: small-caps"):
        shelf.load("small-cap")


def test_an_empty_workspace_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(NoteError, match="strykr draft"):
        Shelf(tmp_path).load("small-caps")


def test_an_edition_of_several_notes_asks_which(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    shelf.save(draft)
    shelf.save(retold(draft, slug="gold"))
    with pytest.raises(NoteError, match="2026-02-08/gold, 2026-02-08/small-caps"):
        shelf.load("2026-02-08")


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("ledger.json", b"{", "ledger.json"),
        ("ledger.json", b'{"schema": "ledger/1"}', "ledger.json: note"),
        ("note.md", b"---\ntitle: [\n---\n", "note.md: line"),
        ("note.md", b"---\ntitle: x\n", "no closing"),
        ("note.md", b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_broken_file_is_one_line_with_its_place(
    tmp_path: Path, name: str, body: bytes, says: str
) -> None:
    shelf = Shelf(tmp_path)
    (shelf.save(a_draft()).path / name).write_bytes(body)
    with pytest.raises(NoteError, match=says) as error:
        shelf.load("small-caps")
    assert "\n" not in str(error.value)


def test_an_editors_own_figures_stand_in_the_loaded_ledger(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    note = shelf.save(draft).path / "note.md"
    own = 'own: [{text: "2,700", reason: desk target}]'
    kept = 'accepted: [{text: "Reuters", reason: "seen on paper"}]'
    note.write_text(
        draft.markdown.replace("own: []", own).replace("accepted: []", kept)
    )
    ledger = shelf.load("small-caps").ledger
    assert ledger.fact("own.1") == OwnFact(
        id="own.1", text="2,700", reason="desk target"
    )
    assert [(one.text, one.reason) for one in ledger.accepted] == [
        ("Reuters", "seen on paper")
    ]


def test_a_diff_shows_what_the_editor_changed(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    folder = shelf.save(draft).path
    assert diff(folder) == ""
    edited = draft.markdown.replace("one good day", "one fine day")
    (folder / "note.md").write_text(edited)
    made = diff(folder)
    assert "-Opinion: one good day" in made
    assert "+Opinion: one fine day" in made
    with pytest.raises(NoteError, match="has no v1"):
        diff(folder, "v1")


def test_the_past_is_of_earlier_editions_only_newest_first(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    for day in (6, 7, 8, 9):
        shelf.save(retold(draft, edition=date(2026, 2, day)))
    past = shelf.past(date(2026, 2, 8))
    assert [note.edition.day for note in past] == [7, 6]
    assert past[0].subject == "RUT"
    assert past[0].pulse == 55
    assert past[0].parts["momentum20"] == 61.0
    levels = {one.id: one.value for one in past[0].levels}
    assert levels["rut.support.1"] == 2576.42


def test_the_past_holds_twenty_notes_a_subject_at_most(tmp_path: Path) -> None:
    shelf, draft = Shelf(tmp_path), a_draft()
    for day in range(1, 24):
        shelf.save(retold(draft, edition=date(2026, 1, day)))
    shelf.save(retold(draft, edition=date(2026, 1, 1), slug="spx", subject="SPX"))
    assert len(shelf.past(date(2026, 2, 8), "RUT")) == 20
    assert [one.subject for one in shelf.past(date(2026, 2, 8))].count("SPX") == 1
    assert shelf.past(date(2026, 2, 8), "GOLD") == ()
