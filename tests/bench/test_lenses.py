"""The bench of lenses: shares of days, and which lens calls too much rare."""

from datetime import date, timedelta

import pytest

from bench.lenses import MOST, Evening, Row, per_subject, rows
from generator.model.market import Insight

SUBJECTS = frozenset({"RUT", "SPX"})


def an_evening(number: int, *surprises: float) -> Evening:
    """A day on which move_rank saw these in the Russell 2000."""
    seen = tuple(
        Insight(lens="move_rank", subject="RUT", facts={}, surprise=one, why="")
        for one in surprises
    )
    return Evening(date(2026, 1, 1) + timedelta(number), SUBJECTS, seen, 0.5)


def row_of(*told: Evening) -> Row:
    """The row of move_rank."""
    return next(row for row in rows(told) if row.lens == "move_rank")


def test_shares_are_of_all_days_and_of_those_of_its_own_subjects() -> None:
    row = row_of(an_evening(1, 0.99), an_evening(2, 0.5), an_evening(3), an_evening(4))
    assert (row.speaks, row.rare) == pytest.approx((2 / 8, 1 / 8))
    assert (row.own_speaks, row.own_rare, row.own) == pytest.approx((2 / 4, 1 / 4, 4))
    assert row.middle == pytest.approx(0.745)


def test_a_lens_that_calls_one_day_in_five_rare_is_not_calibrated() -> None:
    told = [an_evening(day, 0.99 if day % 5 == 0 else 0.5) for day in range(200)]
    assert not row_of(*told).is_calibrated


def test_a_lens_is_not_blamed_for_what_chance_does() -> None:
    told = [an_evening(day, 0.99 if day in (3, 7) else 0.5) for day in range(20)]
    row = row_of(*told)
    assert row.own_rare > MOST
    assert row.is_calibrated


def test_insights_are_counted_for_each_instrument_of_each_day() -> None:
    told = [an_evening(1, 0.9, 0.8), an_evening(2)]
    assert sorted(per_subject(told)) == [0, 0, 0, 2]
