"""The recorded day, run as people run it: through the command line, in a folder."""

import fcntl
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
FEEDS, PRICES = SEEDS / "feeds", SEEDS / "prices"
AS_OF, EDITION = "2018-12-26T22:00Z", "2018-12-26"
AUTO = '[desk]\nrelease = "auto"\n'
LOCK = ".strykr.lock"  # names the last process; no part of the result


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line of an error; more lines, or a traceback, are a failure."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("strykr: "), self.err
        return lines[0].removeprefix("strykr: ")


def strykr(*words: object) -> Ended:
    """A command in this process."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    argv = ["strykr", *map(str, words)]
    with patch.object(sys, "argv", argv), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
    return Ended(code, out.getvalue(), err.getvalue())


def begun(
    *words: object, env: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """A command in a process of its own, under way."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def strykr_apart(*words: object, env: Mapping[str, str] | None = None) -> Ended:
    """A command in a process of its own, to its end."""
    process = begun(*words, env=env)
    out, err = process.communicate(timeout=120)
    return Ended(process.returncode, out, err)


def the_day(verb: str, workspace: Path, **others: object) -> list[object]:
    """The words of `run` or `draft` for the recorded day; `others` replace its own."""
    given: dict[str, object] = {"feeds": FEEDS, "prices": PRICES, "as_of": AS_OF}
    words: list[object] = [verb, "--workspace", workspace]
    for name, value in (given | others).items():
        words += [f"--{name.replace('_', '-')}", value]
    return words


def a_workspace(folder: Path, settings: str = AUTO) -> Path:
    """A workspace with those settings."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "strykr.toml").write_text(settings)
    return folder


def made_once(folder: Path, make: Callable[[Path], Ended]) -> Path:
    """The workspace of a day, made by the first process of the suite that asks."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            half = folder.with_suffix(".half")
            ended = make(half)
            assert (ended.code, ended.err) == (0, ""), ended
            half.rename(folder)
    return folder


def a_copy(source: Path, folder: Path) -> Path:
    """A copy of a folder or workspace that a test may spoil."""
    return Path(shutil.copytree(source, folder))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


def differing(first: Path, second: Path) -> list[str]:
    """The names of the files that two folders do not have alike."""
    one, other = tree(first), tree(second)
    names = sorted({*one, *other})
    return [name for name in names if one.get(name) != other.get(name)]
