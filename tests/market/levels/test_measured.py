"""What `bench.levels` measures: touched, held, broken, and the levels beside them."""

import random
from pathlib import Path

import numpy as np
import pytest

from bench import levels as bench
from bench.levels import Levels
from generator.market.levels import KINDS
from generator.market.view import View
from tests.builders import a_price_file, some_bars
from tests.market.levels.hand import DAYS, a_view, quiet
from tests.market.scenes import at, sessions

LONG = sessions("2016-01-04", "2026-02-06")
AT = len(DAYS) - 60  # the day on which a level is taken; it closes at 100


def a_level(price: float, row: int = AT, size: float = 2.0) -> Levels:
    """One level of a day, with the ATR of quiet days."""
    return Levels(
        of=np.array([0]),
        row=np.array([row]),
        kind=np.array([0]),
        sign=np.array([1.0 if price > 100 else -1.0]),
        away=np.array([abs(price - 100) / size]),
        size=np.array([size]),
        close=np.array([100.0]),
        block=np.array([0]),
    )


def became(view: View, price: float, row: int = AT) -> str:
    """What became of a level: any of known, touched, held, broken."""
    told = bench.outcomes(view, a_level(price, row))
    words = ("known", "touched", "held", "broken")
    return " ".join(word for word in words if getattr(told, word)[0])


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({}, "known"),
        ({"high": {1: 103}}, "known touched held"),
        ({"high": {10: 103}}, "known touched held"),
        ({"high": {11: 103}}, "known"),
        ({"high": {3: 105}, "close": {3: 104}}, "known touched held"),
        ({"high": {3: 105}, "close": {3: 104.5}}, "known touched broken"),
        ({"high": {3: 103}, "close": {8: 104.5}}, "known touched broken"),
        ({"high": {3: 103}, "close": {9: 104.5}}, "known touched held broken"),
        ({"high": {10: 103}, "close": {15: 104.5}}, "known touched"),
        ({"high": {10: 103}, "close": {16: 104.5}}, "known touched held"),
    ],
)
def test_a_resistance_of_103(
    tmp_path: Path, after: dict[str, dict[int, float]], told: str
) -> None:
    odd = {
        name: {AT + n: price for n, price in of.items()} for name, of in after.items()
    }
    odd["high"] = odd.get("high", {}) | {
        row: max(price, odd.get("high", {}).get(row, 0))
        for row, price in odd.get("close", {}).items()
    }
    assert became(a_view(tmp_path, quiet(**odd)), 103) == told


def test_a_support_is_the_mirror_of_a_resistance(tmp_path: Path) -> None:
    held = a_view(tmp_path / "held", quiet(low={AT + 4: 97}))
    lost = quiet(low={AT + 4: 95}, close={AT + 4: 95.5})
    assert became(held, 97) == "known touched held"
    assert became(a_view(tmp_path / "lost", lost), 97) == "known touched broken"


def test_what_is_not_over_yet_is_not_known(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(high={-2: 103}))
    assert became(view, 103, len(DAYS) - 16) == "known"
    assert became(view, 103, len(DAYS) - 15) == ""


def test_the_control_keeps_day_side_and_all_distances(tmp_path: Path) -> None:
    levels = bench.taken(a_view(tmp_path, some_bars(DAYS)), 0)
    control = bench.controls(levels, np.random.default_rng(1))
    for name in ("of", "row", "kind", "sign", "size", "close", "block"):
        assert np.array_equal(getattr(control, name), getattr(levels, name)), name
    assert not np.array_equal(control.away, levels.away)
    for kind in np.unique(levels.kind):
        for sign in (-1, 1):
            same = (levels.kind == kind) & (levels.sign == sign)
            assert sorted(control.away[same]) == sorted(levels.away[same])


def test_the_second_control_keeps_side_and_distance_on_another_day(
    tmp_path: Path,
) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    levels = bench.taken(view, 0)
    other = bench.moved([view], levels, np.random.default_rng(1))
    # Bars of seven quarters do not reach far enough for all.
    assert len(levels.row) / 3 < len(other.row) < len(levels.row)
    assert np.isin(other.row, levels.row).all()
    assert np.allclose(other.close, view.bars.close[other.row])


def test_no_level_is_taken_from_later_bars(tmp_path: Path) -> None:
    rows, early = some_bars(DAYS), at(f"{DAYS[-41]}T23:00")
    whole = bench.taken(a_view(tmp_path / "whole", rows), 0)
    part = bench.taken(a_view(tmp_path / "part", rows[:-40], early), 0)
    both = whole.taken(whole.row <= part.row.max())
    assert np.array_equal(both.away, part.away)
    assert np.array_equal(both.kind, part.kind)


def walled(step: float) -> list[tuple[object, ...]]:
    """A walk that turns back a little short of every multiple of a step."""
    chance = random.Random(7)  # noqa: S311 - a walk, not a secret
    close, rows = 1.5 * step, list[tuple[object, ...]]()
    for day in LONG:
        opened = close
        close = min(max(close + chance.gauss(0, step / 8), 1.02 * step), 1.98 * step)
        high = min(max(opened, close) + step / 30, 2 * step)
        low = max(min(opened, close) - step / 30, step)
        rows.append((day, *(round(one, 2) for one in (opened, high, low, close)), 10))
    return rows


def measured(folder: Path, rows: list[tuple[object, ...]]) -> dict[str, object]:
    """What the bench says of one index, whose round numbers are 50 points apart."""
    a_price_file(folder, "RUT", rows)
    (folder / "manifest.tsv").write_text(
        f"folder\tid\tvendor\tadjusted_for\n{folder.name}\tRUT\tx\tnone\n"
    )
    return bench.main([folder])


def test_a_wall_is_seen_where_there_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = measured(tmp_path, walled(50))
    kinds = told["kinds"]
    assert isinstance(kinds, dict)
    walls = kinds["round number"]
    assert walls["hold"] == 1
    assert walls["break"] == 0
    assert walls["diff_hold"] > 0.2
    assert walls["ci_hold"][0] > 0.1
    assert walls["clear_hold"]
    assert "round number" in told["clear"]  # type: ignore[operator]
    assert "round number" in capsys.readouterr().out


def test_the_line_of_json_has_every_kind_with_its_control_and_doubt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = measured(tmp_path, some_bars(LONG[-900:], start=2000.0))
    kinds = told["kinds"]
    assert isinstance(kinds, dict)
    assert set(kinds) <= set(KINDS)
    assert len(kinds) > 15
    assert told["tests"] == 2 * len(kinds)
    for record in kinds.values():
        for word in ("hold", "break"):
            low, high = record[f"ci_{word}"]
            gap = record[word] - record[f"control_{word}"]
            assert low <= high
            assert record[f"diff_{word}"] == pytest.approx(gap, abs=2e-4)
        assert record["n"] > 0
    assert "would by chance" in capsys.readouterr().out
    again = measured(tmp_path, some_bars(LONG[-900:], start=2000.0))
    assert again["kinds"] == kinds
