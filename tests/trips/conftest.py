"""The recorded day, run once for all the tests that only look at it."""

from pathlib import Path

import pytest

from tests.trips.days import (
    Ended,
    a_copy,
    a_workspace,
    made_once,
    strykr,
    strykr_apart,
    the_day,
)

ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}


@pytest.fixture(scope="session")
def shelf_of_the_suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of the suite share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def released(shelf_of_the_suite: Path) -> Path:
    """The recorded day as `run` leaves it, released; tests only look at it."""

    def run(folder: Path) -> Ended:
        return strykr_apart(*the_day("run", a_workspace(folder)), env=ELSEWHERE)

    return made_once(shelf_of_the_suite / "released", run)


@pytest.fixture(scope="session")
def drafted(shelf_of_the_suite: Path) -> Path:
    """The recorded day as `draft` leaves it; tests only look at it."""

    def draft(folder: Path) -> Ended:
        return strykr(*the_day("draft", a_workspace(folder, "")))

    return made_once(shelf_of_the_suite / "drafted", draft)


@pytest.fixture
def desk(drafted: Path, tmp_path: Path) -> Path:
    """The recorded day's drafts, to be edited."""
    return a_copy(drafted, tmp_path / "desk")
