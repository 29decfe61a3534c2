"""Releases: refused while findings stand, immutable once made."""

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

import generator
from generator.desk import Shelf, released
from generator.errors import DiskError, ReleaseError
from generator.model.note import Draft, Finding
from generator.plain.markdown import split
from tests.builders import a_draft

WHEN = datetime(2026, 2, 9, 6, 30, tzinfo=UTC)


def pages(draft: Draft) -> dict[str, bytes]:
    """What stands for HTML and PDF here."""
    return {"note.html": draft.markdown.encode(), "note.pdf": b"%PDF-"}


def a_shelf(root: Path) -> tuple[Shelf, Draft]:
    """A shelf with a draft on it."""
    shelf, draft = Shelf(root), a_draft()
    shelf.save(draft)
    return shelf, draft


def a_release(shelf: Shelf, draft: Draft) -> Path:
    """The draft, released."""
    return shelf.release(draft, published=WHEN, render=pages, by="editor")


def edited(shelf: Shelf, draft: Draft) -> Draft:
    """The draft after an editor's change on disk."""
    note = shelf.folder(draft) / "note.md"
    note.write_text(draft.markdown.replace("one good day", "one fine day"))
    return shelf.load("small-caps")


def test_a_release_says_so_in_text_and_ledger(tmp_path: Path) -> None:
    path = a_release(*a_shelf(tmp_path))
    front, _ = split((path / "note.md").read_text())
    assert path == tmp_path / "notes/2026-02-08/small-caps/release/v1"
    assert (front["status"], front["version"]) == ("released", 1)
    assert front["published"] == WHEN
    note = json.loads((path / "ledger.json").read_text())["note"]
    assert (note["status"], note["version"]) == ("released", 1)


def test_the_body_of_a_release_is_that_of_the_draft(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)
    path = a_release(shelf, draft)
    assert split((path / "note.md").read_text())[1] == split(draft.markdown)[1]


def test_a_manifest_holds_the_hash_and_size_of_every_file(tmp_path: Path) -> None:
    path = a_release(*a_shelf(tmp_path))
    manifest = json.loads((path / "manifest.json").read_text())
    found = {
        one.relative_to(path).as_posix(): one.read_bytes()
        for one in path.rglob("*")
        if one.is_file() and one.name != "manifest.json"
    }
    assert manifest["files"] == {
        name: {"sha256": sha256(body).hexdigest(), "bytes": len(body)}
        for name, body in found.items()
    }
    assert {"note.md", "note.html", "note.pdf", "ledger.json"} <= found.keys()
    assert manifest["as_of"] == "2026-02-08T22:00:00Z"
    assert manifest["program"] == f"strykr {generator.__version__}"


def test_the_files_of_a_release_cannot_be_written(tmp_path: Path) -> None:
    path = a_release(*a_shelf(tmp_path))
    modes = {stat.S_IMODE(one.stat().st_mode) for one in path.rglob("*.*")}
    assert modes == {0o444}


def test_the_same_draft_gives_the_same_release_byte_for_byte(tmp_path: Path) -> None:
    one, two = (a_release(*a_shelf(tmp_path / name)) for name in ("a", "b"))
    assert {p.name: p.read_bytes() for p in one.rglob("*.*")} == {
        p.name: p.read_bytes() for p in two.rglob("*.*")
    }


def test_a_release_is_refused_while_findings_stand(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)
    finding = Finding(line=40, start=1, end=6, text="2,100", verdict="NEW", rule="T1")
    with pytest.raises(ReleaseError, match=r"line 40.*'2,100' is NEW \(T1\)"):
        shelf.release(
            draft, published=WHEN, render=pages, by="editor", findings=[finding]
        )
    assert not (shelf.folder(draft) / "release").exists()


def test_a_second_release_of_the_same_text_says_so(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)
    path = a_release(shelf, draft)
    assert shelf.released_as(draft) == path
    with pytest.raises(ReleaseError, match="already released as v1"):
        a_release(shelf, draft)


def test_a_changed_text_asks_for_a_correction(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)
    first = a_release(shelf, draft)
    before = (first / "note.md").read_bytes()
    newer = edited(shelf, draft)
    assert shelf.released_as(newer) is None
    with pytest.raises(ReleaseError, match="strykr correct small-caps"):
        a_release(shelf, newer)
    path = shelf.correct(newer, published=WHEN, render=pages, by="editor")
    assert path.name == "v2"
    assert split((path / "note.md").read_text())[0]["version"] == 2
    assert (first / "note.md").read_bytes() == before


def test_there_is_nothing_to_correct_before_a_release_or_a_change(
    tmp_path: Path,
) -> None:
    shelf, draft = a_shelf(tmp_path)
    with pytest.raises(ReleaseError, match="not released yet"):
        shelf.correct(draft, published=WHEN, render=pages, by="editor")
    a_release(shelf, draft)
    with pytest.raises(ReleaseError, match="text is that of v1"):
        shelf.correct(draft, published=WHEN, render=pages, by="editor")


def test_a_note_of_another_workspace_is_not_released_here(tmp_path: Path) -> None:
    _, draft = a_shelf(tmp_path / "one")
    with pytest.raises(ReleaseError, match="--workspace"):
        a_release(Shelf(tmp_path / "two"), draft)
    assert not (tmp_path / "two").exists()


def test_a_page_that_fails_leaves_no_release(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)

    def full(_: Draft) -> dict[str, bytes]:
        raise DiskError("the disk is full")

    with pytest.raises(DiskError):
        shelf.release(draft, published=WHEN, render=full, by="editor")
    assert not (shelf.folder(draft) / "release").exists()


def test_what_is_released_is_the_newest_version_of_each_note(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)
    assert released(tmp_path) == []
    a_release(shelf, draft)
    newer = edited(shelf, draft)
    shelf.correct(newer, published=WHEN, render=pages, by="editor")
    other = replace(draft.ledger, note=replace(draft.ledger.note, slug="gold"))
    shelf.save(replace(draft, ledger=other))
    (found,) = released(tmp_path)
    assert (found.slug, found.version) == ("small-caps", 2)
    assert "one fine day" in found.draft.markdown
    assert found.draft.charts == draft.charts


def test_a_release_tells_what_its_later_versions_corrected(tmp_path: Path) -> None:
    shelf, draft = a_shelf(tmp_path)
    a_release(shelf, draft)
    assert released(tmp_path)[0].corrections == ()
    later = WHEN + timedelta(hours=2)
    shelf.correct(edited(shelf, draft), published=later, render=pages, by="editor")
    (found,) = released(tmp_path)
    (fix,) = found.corrections
    assert (found.published, fix.version, fix.at) == (WHEN, 2, later)
    ((old, new),) = fix.changed
    assert old.replace("one good day", "one fine day") == new != old
