"""The recorded day, run once for all the tests that only look at it."""

import fcntl
from pathlib import Path

import pytest

from tests.trips.days import a_copy, a_workspace, strykr_apart, the_day

ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}


def made_once(folder: Path, settings: str, verb: str) -> Path:
    """The workspace of a day, made by the first process of the suite that asks."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            half = a_workspace(folder.with_suffix(".half"), settings)
            ended = strykr_apart(*the_day(verb, half), env=ELSEWHERE)
            assert (ended.code, ended.err) == (0, ""), ended
            half.rename(folder)
    return folder


@pytest.fixture(scope="session")
def shelf_of_the_suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of the suite share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def released(shelf_of_the_suite: Path) -> Path:
    """The recorded day as `run` leaves it, released; tests only look at it."""
    auto = '[desk]\nrelease = "auto"\n[site]\ntitle = "The recorded day"\n'
    return made_once(shelf_of_the_suite / "released", auto, "run")


@pytest.fixture(scope="session")
def drafted(shelf_of_the_suite: Path) -> Path:
    """The recorded day as `draft` leaves it; tests only look at it."""
    return made_once(shelf_of_the_suite / "drafted", "", "draft")


@pytest.fixture
def desk(drafted: Path, tmp_path: Path) -> Path:
    """The recorded day's drafts, to be edited."""
    return a_copy(drafted, tmp_path / "desk")
