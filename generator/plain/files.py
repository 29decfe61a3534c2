"""Files written whole or not at all, and one run at a time in a workspace."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import DiskError, LockError

LOCK = ".strykr.lock"
MENDS = {
    errno.ENOSPC: "the disk is full; make room and run again",
    errno.EDQUOT: "the disk quota is used up; make room and run again",
    errno.EFBIG: "the file is larger than this system allows; raise the limit",
    errno.EROFS: "read-only; choose another folder with --workspace",
    errno.EACCES: "no permission; change it or choose another --workspace",
    errno.EPERM: "no permission; change it or choose another --workspace",
    errno.ENOLCK: "no locks on this file system; put the workspace on a local disk",
    errno.ENOTDIR: "a file stands where a folder belongs; move it away",
    errno.EEXIST: "a file stands where a folder belongs; move it away",
    errno.EISDIR: "a folder stands where a file belongs; move it away",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter path",
}


@contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """What the disk refuses, as a DiskError of one line with the mend."""
    try:
        yield
    except OSError as error:
        mend = MENDS.get(error.errno or 0)
        if mend is None:
            raise
        raise DiskError(f"{path}: {mend}") from error


def atomic(path: Path, body: bytes) -> None:
    """Write a file aside, sync it and rename it: the old bytes or the new, never half.

    Raises DiskError; the file written aside is gone then.
    """
    with errors_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.tmp-{os.getpid()}")
        try:
            written(aside, body)
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        synced(path.parent)


def written(path: Path, body: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def synced(folder: Path) -> None:
    """Wait until the disk has the names in a folder."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def writable(folder: Path) -> None:
    """Raise DiskError unless a folder takes a file; one that is absent is made."""
    probe = folder / f".probe-{os.getpid()}"
    with errors_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            probe.write_bytes(b"x")
        finally:
            probe.unlink(missing_ok=True)


@contextmanager
def locked(workspace: Path) -> Iterator[None]:
    """Hold the workspace alone.

    Raises LockError that names the process holding it already. The system frees the
    lock of a process that was killed.
    """
    path = workspace / LOCK
    with errors_of(workspace):
        workspace.mkdir(parents=True, exist_ok=True)
    with errors_of(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        with errors_of(path):
            _taken(handle, path)
            os.truncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def _taken(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
        raise LockError(
            f"{path}: process {holder or 'unknown'} is at work in this "
            "workspace; wait until it ends and run again"
        ) from None
