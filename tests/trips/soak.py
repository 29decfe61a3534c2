"""The slow trials: `make soak` does them all and writes docs/soak.md."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.trips.days import (
    ROOT,
    a_workspace,
    begun,
    differing,
    strykr,
    strykr_apart,
    the_day,
    tree,
)

PAGE = ROOT / "docs" / "soak.md"
SHARED = ROOT.parent / "shared" / "data"
KILLS, AGAIN, ELSEWHERE = 20, 10, 5
SIZES = range(50, 1850, 150)  # kB of disk, up to more than a whole run needs
EDITIONS = {
    "2025-10-27": "2025-10-27T20:30Z",
    "2025-10-01": "2025-10-01T22:00Z",
    "2026-02-08": "2026-02-08T22:00Z",
}
# What the interpreter reports before each deed on the disk.
DEEDS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "open"}
CHANCE = random.Random(2018)  # noqa: S311 - the same kills every time

Fault = str
Trial = Callable[[Path, Path], Iterator[Fault | None]]


def run_of(folder: Path) -> list[object]:
    """The words of a whole run in a fresh workspace."""
    return the_day("run", a_workspace(folder))


def unlike(folder: Path, whole: Path) -> Fault | None:
    """What a workspace does not have as the undisturbed one has it."""
    names = differing(folder, whole)
    return f"differs: {', '.join(names)}" if names else None


def ended_well(*words: object, **env: str) -> Fault | None:
    """The complaint of a command that should have none."""
    ended = strykr_apart(*words, env=env)
    return None if ended.code == 0 else f"exit {ended.code}: {ended.err}"


def killed_at_any_moment(whole: Path, place: Path) -> Iterator[Fault | None]:
    """Killed from outside at a random moment of a run, and run again."""
    start = time.monotonic()
    yield ended_well(*run_of(place / "timed"))
    lasts = time.monotonic() - start
    for number in range(KILLS):
        words = run_of(place / str(number))
        process = begun(*words)
        time.sleep(CHANCE.uniform(0, lasts))
        process.kill()
        process.communicate()
        yield ended_well(*words) or unlike(place / str(number), whole)


def killed_at_a_deed(whole: Path, place: Path) -> Iterator[Fault | None]:
    """Killed just before a random deed on the disk, and run again."""
    deeds = deeds_before_death(None, run_of(place / "counted"), place)
    for number in range(KILLS):
        words = run_of(place / str(number))
        fatal = CHANCE.randint(1, deeds)
        assert deeds_before_death(fatal, words, place) == fatal
        yield ended_well(*words) or unlike(place / str(number), whole)


def deeds_before_death(fatal: int | None, words: list[object], place: Path) -> int:
    """How many deeds a command does there, in a child that dies before a fatal one."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        done = 0

        def count(event: str, of: tuple[object, ...]) -> None:
            nonlocal done
            if event not in DEEDS or not str(of[0]).startswith(str(place)):
                return
            done += event != "open" or bool(int(str(of[2])) & os.O_CREAT)
            if done == fatal:
                os.write(writer, str(done).encode())
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        strykr(*words)
        os.write(writer, str(done).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    return int(os.read(reader, 16))


def run_again(whole: Path, place: Path) -> Iterator[Fault | None]:
    """Run into a workspace in which everything is done."""
    words = run_of(place / "again")
    yield ended_well(*words)
    for _ in range(AGAIN):
        yield ended_well(*words) or unlike(place / "again", whole)


def elsewhere(whole: Path, place: Path) -> Iterator[Fault | None]:
    """Run with another hash seed, time zone, locale and folder."""
    zones = ["Asia/Tokyo", "America/New_York", "Pacific/Apia", "UTC", "Asia/Kolkata"]
    for number, zone in enumerate(zones[:ELSEWHERE]):
        words = run_of(place / f"run {number}")
        env = {"PYTHONHASHSEED": str(number + 1), "TZ": zone, "LC_ALL": "C"}
        yield ended_well(*words, **env) or unlike(place / f"run {number}", whole)


def full_disk(whole: Path, place: Path) -> Iterator[Fault | None]:
    """Run on a disk that fills up at some point, and again when there is room."""
    for size in SIZES:
        disk = place / str(size)
        disk.mkdir()
        if not mounted(disk, f"size={size}k"):
            return
        words = run_of(disk)
        ended, held, right = strykr_apart(*words), tree(disk), tree(whole)
        wrong = [name for name, body in held.items() if right.get(name) != body]
        yield f"half: {', '.join(wrong)}" if wrong else None
        if ended.code:
            one_line = ended.code == 1 and ended.err.count("\n") == 1
            yield None if one_line else f"exit {ended.code}: {ended.err}"
        mounted(disk, "remount,size=9m")
        yield ended_well(*words) or unlike(disk, whole)
        subprocess.run(["umount", disk], check=True)


def mounted(folder: Path, options: str) -> bool:
    """Whether a disk of that size could be mounted there."""
    mount = ["mount", "-t", "tmpfs", "-o", options, "strykr", str(folder)]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


def editions(whole: Path, place: Path) -> Iterator[Fault | None]:
    """Run on days with up to 1,800 headlines and 63 instruments."""
    for day, as_of in EDITIONS.items() if SHARED.is_dir() else ():
        desk = a_workspace(place / day, "")
        others = {
            "feeds": SHARED / "editions" / day / "feeds",
            "prices": SHARED / "prices",
            "as_of": as_of,
        }
        yield ended_well(*the_day("run", desk, **others))
        notes = list(desk.glob(f"notes/{day}/*/note.md"))
        yield None if notes else f"{day}: no note"


TRIALS: dict[str, Trial] = {
    "killed at a random moment and run again: the bytes of an undisturbed run": (
        killed_at_any_moment
    ),
    "killed before a random write and run again: the same": killed_at_a_deed,
    "run again where all is done: no byte changes": run_again,
    "another hash seed, time zone, locale and folder: the same bytes": elsewhere,
    "a disk that fills up: one line, no half file; with room the same bytes": full_disk,
    "days of 5 to 1,800 headlines with 63 instruments: notes and a brief": editions,
}


def main() -> None:
    """Do every trial, print and write the table; exit 1 if one failed."""
    rows, faults = [], []
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        fault = ended_well(*run_of(place / "whole"))
        assert fault is None, fault
        for number, (what, trial) in enumerate(TRIALS.items()):
            (place / str(number)).mkdir()
            found = list(trial(place / "whole", place / str(number)))
            wrong = [fault for fault in found if fault]
            faults += wrong
            result = f"{len(wrong)} failed" if wrong else "all well"
            rows.append(
                f"| {what} | {len(found)} | {result if found else 'not tried'} |"
            )
            sys.stdout.write(f"{rows[-1]}\n")
    PAGE.write_text(
        "# Soak\n\nWhat `make soak` tried last on the recorded day, and how it went. "
        "A trial that the\nmachine does not allow (no right to mount a disk, no "
        "`../shared`) is not tried.\n\n| trial | checks | result |\n|---|---:|---|\n"
        + "".join(f"{row}\n" for row in rows)
    )
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
