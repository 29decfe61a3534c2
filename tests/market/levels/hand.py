"""Bars made by hand for levels: quiet days, and what is put among them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.market.gates import gate
from generator.market.levels import Candidate, candidates
from generator.market.view import View
from tests.market.scenes import SUNDAY, Rows, a_panel, lone, sessions

DAYS = sessions("2024-06-03", "2026-02-06")  # a Friday
SIZE = 2.0  # the ATR of quiet days


def quiet(days: Sequence[date] = DAYS, /, **odd: Mapping[int, float]) -> Rows:
    """Bars between 99 and 101 that close at 100, but for some highs, lows and closes.

    `quiet(high={-30: 103})` gives the bar 30 from the last a high of 103.
    """
    rows: list[list[object]] = [[day, 100, 101, 99, 100, 10] for day in days]
    for column, name in enumerate(("open", "high", "low", "close"), 1):
        for row, price in odd.get(name, {}).items():
            rows[row][column] = price
    return rows


def a_view(folder: Path, rows: Rows, as_of: datetime = SUNDAY, **more: Any) -> View:
    """The view of one instrument with these bars."""
    view = gate(a_panel(folder, (lone(**more), rows)), "RUT", as_of).view
    assert view
    return view


def named(view: View, name: str, size: float = SIZE) -> dict[str, Candidate]:
    """The candidates whose name begins so, by the rest of it."""
    return {
        one.name.removeprefix(name).strip("."): one
        for one in candidates(view, size)
        if one.name.startswith(name)
    }


def days_of(view: View, one: Candidate) -> list[date]:
    """The dates that made a candidate."""
    return [view.bars.day(row) for row in one.made]
