"""The panels and tapes of real prices, read once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator import market
from generator.market import Panel
from generator.model.market import Tape
from generator.plain.places import SEEDS
from tests.market.scenes import (
    BOXING_DAY,
    SUNDAY,
    at,
    known_instruments,
    real_instruments,
)


@pytest.fixture(scope="session")
def seeds() -> Panel:
    return market.load([SEEDS / "prices"], known_instruments())


@pytest.fixture(scope="session")
def boxing_day(seeds: Panel) -> Tape:
    return market.read(seeds, BOXING_DAY)


@pytest.fixture(scope="session")
def real(shared: Path) -> Panel:
    folders = [shared / "prices", shared / "prices-second-vendor"]
    return market.load(folders, real_instruments())


@pytest.fixture(scope="session")
def real_at(real: Panel) -> Callable[[str], Tape]:
    return cache(lambda moment: market.read(real, at(moment)))


@pytest.fixture(scope="session")
def every(shared: Path) -> Panel:
    """All real files, for what compares groups and rivals."""
    return market.load([shared / "prices"], known_instruments())


@pytest.fixture(scope="session")
def every_at(every: Panel) -> Callable[[str], Tape]:
    return cache(lambda moment: market.read(every, at(moment)))


@pytest.fixture(scope="session")
def sunday(real_at: Callable[[str], Tape]) -> Tape:
    return real_at(SUNDAY.isoformat())
