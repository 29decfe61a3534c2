"""A kill at any moment, a full disk, a read-only folder: nothing half is left."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from generator.desk import Shelf, writable
from generator.errors import DiskError
from generator.model.note import Draft
from tests.builders import a_draft

WHEN = datetime(2026, 2, 9, 6, 30, tzinfo=UTC)
NOBODY = 65534
# What the interpreter reports before each deed on the disk; each is tried for a kill.
DEEDS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "open"}
MOST = 120  # deeds of one save, with room


def status_of(work: Callable[[], object]) -> int:
    """The exit status of a child that does the work: 0, 1 if it raised, 9 if killed."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - the child must never return to pytest
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(deed: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that dies before that deed; False if it ended before."""

    def mortal() -> None:
        count = 0

        def counted(event: str, _: object) -> None:
            nonlocal count
            count += event in DEEDS
            if count == deed:
                os._exit(9)

        sys.addaudithook(counted)
        work()

    return status_of(mortal) == 9


def newer(draft: Draft) -> Draft:
    """The draft with another text and one chart more."""
    charts = {**draft.charts, "spx.svg": "<svg/>"}
    return replace(draft, markdown=draft.markdown + "\nMore.\n", charts=charts)


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk: a killed process, unlike a power cut, loses no cache."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.usefixtures("quick_disk")
def test_a_save_killed_at_any_deed_leaves_the_old_note_or_the_new(
    tmp_path: Path,
) -> None:
    old, new = a_draft(), newer(a_draft())
    ended, mended = False, set()
    for deed in range(1, MOST):
        shelf = Shelf(tmp_path / str(deed))
        shelf.save(old)
        before = everything(shelf.root)
        if not killed_at(deed, partial(shelf.save, new)):
            ended = True
            break
        mended |= set(shelf.recover())
        after = everything(shelf.root)
        assert shelf.load("small-caps") in (old, new)
        assert after == before or len(after) == len(before) + 1
        shelf.save(new)
        assert shelf.load("small-caps") == new
        assert len(everything(shelf.root)) == len(before) + 1
    assert ended
    assert mended == {"small-caps"}


@pytest.mark.usefixtures("quick_disk")
def test_a_release_killed_at_any_deed_is_made_by_the_next_run(tmp_path: Path) -> None:
    draft = a_draft()
    pages = {"note.html": b"<p>", "note.pdf": b"%PDF"}

    def released(shelf: Shelf) -> Path:
        made = shelf.released_as(draft)
        return made or shelf.release(
            draft, published=WHEN, render=lambda _: pages, by="editor"
        )

    whole = Shelf(tmp_path / "whole")
    whole.save(draft)
    released(whole)
    for deed in range(1, MOST):
        shelf = Shelf(tmp_path / str(deed))
        shelf.save(draft)
        died = killed_at(deed, partial(released, shelf))
        shelf.recover()
        released(shelf)
        assert everything(shelf.root) == everything(whole.root)
        if not died:
            return
    pytest.fail("a release takes more deeds than were tried")


def test_recovering_a_quiet_workspace_changes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.recover() == []
    shelf.save(a_draft())
    before = everything(tmp_path)
    assert shelf.recover() == []
    assert everything(tmp_path) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if (
        os.geteuid()
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("needs the right to mount a file system")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_note_and_says_what_to_do(small_disk: Path) -> None:
    shelf, draft = Shelf(small_disk), a_draft(charts={})
    shelf.save(draft)
    before = everything(small_disk)
    large = replace(draft, charts={"rut.svg": "<svg/>" + " " * 60_000})
    with pytest.raises(DiskError, match="disk is full; make room") as error:
        shelf.save(large)
    assert "\n" not in str(error.value)
    assert everything(small_disk) == before


def test_a_full_disk_leaves_no_half_release(small_disk: Path) -> None:
    shelf, draft = Shelf(small_disk), a_draft(charts={})
    shelf.save(draft)
    before = everything(small_disk)
    with pytest.raises(DiskError, match="disk is full"):
        shelf.release(
            draft,
            published=WHEN,
            render=lambda _: {"note.pdf": b"0" * 60_000},
            by="editor",
        )
    assert everything(small_disk) == before


def test_a_read_only_disk_is_one_line(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(DiskError, match="read-only; choose another"):
        Shelf(small_disk).save(a_draft())
    with pytest.raises(DiskError, match="read-only; choose another"):
        writable(small_disk)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become another user")
def test_a_folder_of_somebody_else_is_one_line(tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch(0o666)
    told.chmod(0o666)
    folder = tmp_path / "theirs"
    folder.mkdir(0o755)
    draft = a_draft()

    def save() -> None:
        with told.open("w") as line:
            os.chdir(folder)  # the way to it is closed to others, the folder is not
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            try:
                Shelf(Path()).save(draft)
            except DiskError as error:
                line.write(str(error))

    assert status_of(save) == 0
    assert "no permission; change it" in told.read_text()
    assert list(folder.iterdir()) == []
