"""Files written whole or not at all, and one run at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import DiskError, LockError
from generator.plain.files import LOCK, atomic, errors_of, locked, writable

HOLD = """
import sys
from pathlib import Path
from generator.plain.files import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_an_atomic_write_makes_its_folder_and_leaves_nothing_aside(
    tmp_path: Path,
) -> None:
    path = tmp_path / "notes/2026-02-08/brief.pdf"
    atomic(path, b"one")
    atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["brief.pdf"]


def test_a_write_that_fails_leaves_the_old_bytes_and_nothing_aside(
    tmp_path: Path,
) -> None:
    path = tmp_path / "brief.pdf"
    path.mkdir()
    with pytest.raises(DiskError, match="move it away"):
        atomic(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("")
    with pytest.raises(DiskError, match="file stands where a folder belongs"):
        atomic(tmp_path / "notes/brief.pdf", b"")


def test_a_full_disk_is_one_line_with_the_mend(tmp_path: Path) -> None:
    full = Path("/dev/full")
    says = pytest.raises(DiskError, match="disk is full; make room")
    with says as error, errors_of(tmp_path), full.open("wb", buffering=0) as file:
        file.write(b"x")
    assert "\n" not in str(error.value)


def test_what_is_no_trouble_of_the_disk_is_raised_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), errors_of(tmp_path):
        (tmp_path / "absent").read_bytes()


def test_a_folder_that_takes_files_is_left_as_it_was(tmp_path: Path) -> None:
    writable(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_second_run_is_told_who_holds_the_workspace(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        says = pytest.raises(LockError, match=f"process {other.pid} is at work")
        with says, locked(tmp_path):
            pytest.fail("two runs in one workspace")
        other.kill()
    with locked(tmp_path):  # the system frees the lock of a process that was killed
        assert (tmp_path / LOCK).read_text() == f"{os.getpid()}\n"


def test_the_workspace_is_free_again_after_a_run(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path):
            assert (tmp_path / LOCK).is_file()
