"""Every line by its name, and the levels of the reference notes' days."""

import csv
import hashlib
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from generator import market
from generator.market import Panel
from generator.market.again import rows_of
from generator.market.gates import gate
from generator.market.levels import Line, levels, lines, table
from generator.market.states import atr
from generator.market.view import Figure, Scene, View
from tests.builders import a_price_file, some_bars
from tests.market.levels.hand import DAYS, a_view, quiet
from tests.market.scenes import SUNDAY, Rows, at, lone

Seen = Callable[[str, str], View]
# Subject and moment -> the levels of a reference note of that day: price, what made
# it, and when. None of them was read from the code that is tested here.
KNOWN = {
    ("RUT", "2026-02-08T22:00"): [
        (2735.10, "record.high", "2026-01-22"),
        (2718.77, "record.high_close", "2026-01-22"),
        (2576.42, "mean.50", "2026-02-06"),
        (2569.23, "before.low", "2026-02-05"),
        (2569.23, "days.20.low", "2026-02-05"),
        (2481.91, "closing_swing.low.1", "2025-12-31"),
        (2577.65, "before.close", "2026-02-05"),
        (2545.69, "before.low.stop", "2026-02-05"),
    ],
    ("AMZN", "2025-10-31T22:00"): [
        (260.00, "round.over", "2025-10-31"),
        (250.50, "record.high", "2025-10-31"),
        (242.52, "previous.high", "2025-02-04"),
        (242.06, "previous.high_close", "2025-02-04"),
        (238.85, "swing.high.2", "2025-09-09"),
        (232.82, "prior.20.high", "2025-10-29"),
        (243.98, "gap.1.upper", "2025-10-31"),
        (228.44, "gap.1.lower", "2025-10-30"),
        (222.86, "before.close", "2025-10-30"),
    ],
    ("GLD", "2025-10-27T21:00"): [
        (403.15, "record.high_close", "2025-10-20"),
        (388.89, "since_peak.high", "2025-10-21"),
        (376.81, "gap.1.upper", "2025-10-24"),
        (365.34, "session.low", "2025-10-27"),
        (361.32, "session.low.stop", "2025-10-27"),
        (346.70, "mean.50", "2025-10-27"),
    ],
    ("SPX", "2020-03-09T22:00"): [
        (3136.72, "prior_week.high", "2020-03-03"),
        (3051.27, "mean.200", "2020-03-09"),
        (2948.11, "gap.1.upper.stop", "2020-03-06"),
        (2901.54, "gap.1.upper", "2020-03-06"),
        (2863.89, "session.high", "2020-03-09"),
        (2734.43, "session.low", "2020-03-09"),
        (2708.92, "line.20", "2020-02-19"),
        (2554.30, "under.7", "2020-03-09"),
    ],
    ("SPX", "2019-07-15T22:00"): [
        (3050.00, "round.over", "2019-07-15"),
        (3017.80, "record.high", "2019-07-15"),
        (3000.00, "round.below.1", "2019-07-15"),
        (2952.22, "days.10.low", "2019-07-01"),
    ],
    ("SPX", "2025-10-31T22:00"): [(7000.00, "big_round.above.1", "2025-10-31")],
}


def scene(view: View) -> Scene:
    return Scene(view, {view.id: view})


def drawn(view: View) -> dict[str, Line]:
    """The lines that become levels, by what follows `level.`."""
    return {
        one.name.removeprefix("level."): one
        for one in lines(scene(view))
        if isinstance(one, Line)
    }


@pytest.fixture(scope="module")
def seen(shared: Path, real: Panel) -> Seen:
    def view(name: str, moment: str) -> View:
        found = gate(real, name, at(moment)).view
        assert found
        return found

    return view


@pytest.mark.parametrize(("name", "moment"), KNOWN)
def test_the_levels_of_the_reference_notes_are_found(
    seen: Seen, name: str, moment: str
) -> None:
    view = seen(name, moment)
    found: dict[str, tuple[float, list[date]]] = {}
    for one in lines(scene(view)):
        if isinstance(one, Line):
            made = [view.bars.day(row) for row in one.zone.head.made]
        else:
            made = list(one.made)
        found[one.name.removeprefix("level.")] = (round(one.value, 2), made[:1])
    for price, line, day in KNOWN[name, moment]:
        assert found[line] == (price, [date.fromisoformat(day)]), line


def test_a_swing_low_of_more_than_a_year_ago_is_found(seen: Seen) -> None:
    view = seen("SPX", "2020-03-09T22:00")
    found = [one.fact() for one in drawn(view).values() if "swing.low" in one.name]
    assert (2346.58, (date(2018, 12, 26),)) in [
        (round(one.value, 2), one.made) for one in found
    ]


def test_the_sample_notes_levels_recomputed_by_hand(shared: Path, seen: Seen) -> None:
    with (shared / "prices" / "RUT.csv").open() as file:
        bars = [row for row in csv.DictReader(file) if row["date"] <= "2026-02-06"]
    closes = [float(row["close"]) for row in bars]
    high = max((float(row["high"]), row["date"]) for row in bars[-106:])
    best = max(zip(closes, (row["date"] for row in bars), strict=True))
    low = next(float(row["low"]) for row in bars if row["date"] == "2026-02-05")
    by_hand = {
        "record.high": (high[0], high[1]),
        "record.high_close": best,
        "before.low": (low, "2026-02-05"),
        "mean.50": (sum(closes[-50:]) / 50, "2026-02-06"),
    }
    found = drawn(seen("RUT", "2026-02-08T22:00"))
    for name, (price, day) in by_hand.items():
        fact = found[name].fact()
        assert fact.value == pytest.approx(price, rel=1e-9), name
        assert fact.made == (date.fromisoformat(day),)


def test_every_line_keeps_t6_and_hashes_its_bars(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    size = atr(view)
    assert size
    told = drawn(view)
    assert len(told) > 40
    for line in told.values():
        fact = line.fact()
        assert fact.metric == "level"
        assert fact.id == f"rut.{line.name}"
        assert abs(fact.distance_atr) <= 5
        assert fact.distance_atr == pytest.approx((fact.value - view.close) / size[0])
        assert fact.distance == pytest.approx(fact.value / view.close - 1, abs=1e-9)
        text = view.text(rows_of(view, fact))
        assert hashlib.sha256(text).hexdigest() == fact.bars_sha256
        assert fact.method
        assert fact.made
        assert all(day <= fact.window.last for day in fact.made)
        assert (fact.hold, fact.control_hold) == (None, None)


def test_every_name_is_given_once(tmp_path: Path) -> None:
    names = [one.name for one in lines(scene(a_view(tmp_path, some_bars(DAYS))))]
    assert len(set(names)) == len(names)


def test_a_stop_is_half_an_atr_beyond(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    size, told = atr(view), drawn(view)
    assert size
    under, over = told["session.low.stop"], told["session.high.stop"]
    half = size[0] / 2
    assert under.value == pytest.approx(float(view.bars.low[-1]) - half)
    assert over.value == pytest.approx(float(view.bars.high[-1]) + half)
    assert under.fact().method == "half an ATR under the session low"
    assert over.fact().method == "half an ATR over the session high"


def test_the_levels_of_the_table_have_stops_too(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    told = drawn(view)
    for level in levels(scene(view)):
        stop = told[f"{level.id.removeprefix('rut.')}.stop"]
        assert abs(stop.value - view.close) > abs(level.value - view.close)


def test_percent_off_the_close(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet())
    found = {
        one.name: one.value for one in lines(scene(view)) if isinstance(one, Figure)
    }
    assert found["level.under.5"] == pytest.approx(95)
    assert found["level.under.10"] == pytest.approx(90)
    assert found["level.over.5"] == pytest.approx(105)


def test_touches_are_counted_with_their_dates(tmp_path: Path) -> None:
    view = a_view(tmp_path, quiet(high={-90: 103, -60: 104.5, -30: 103.75}))
    figures = [one for one in lines(scene(view)) if one.name.startswith("touches")]
    (touches,) = figures
    assert isinstance(touches, Figure)
    assert touches.value == 3
    assert touches.made == (DAYS[-30], DAYS[-60], DAYS[-90])
    (level,) = [one for one in levels(scene(view)) if one.touched]
    assert touches.name == f"touches.{level.metric}.{level.id[-1]}"
    assert level.touched == touches.made
    assert level.zone
    assert level.zone[0] <= level.value <= level.zone[1]


def test_nothing_from_prices_less_dividends_nor_without_an_atr(
    real: Panel, tmp_path: Path
) -> None:
    apple = gate(real, "AAPL", SUNDAY).view
    assert apple
    closes = a_view(tmp_path, [(row[0], row[4]) for row in some_bars(DAYS)])
    gauge = a_view(tmp_path / "gauge", some_bars(DAYS), kind="volatility")
    for view in (apple, closes, gauge):
        assert list(lines(scene(view))) == []
        assert levels(scene(view)) == []


def test_nothing_from_less_than_a_year_since_the_last_dividend(tmp_path: Path) -> None:
    rows = [
        (day, *(round(float(str(one)) * 0.99, 4) for one in prices), volume)
        for day, *prices, volume in some_bars(DAYS[:-150])
    ]
    rows += some_bars(DAYS)[-150:]
    assert drawn(a_view(tmp_path / "none", rows))
    folder = tmp_path / "paid" / "prices"
    a_price_file(folder, "RUT", rows)
    (folder / "manifest.tsv").write_text(
        "folder\tid\tvendor\tadjusted_for\nprices\tRUT\tx\tsplits and dividends\n"
    )
    view = gate(market.load([folder], {"RUT": lone()}), "RUT", SUNDAY).view
    assert view
    assert len(view.bars) - view.priced_from == 150
    assert drawn(view) == {}


def test_a_level_names_four_others_at_most_each_once(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    told = [one.others for one in table(scene(view))]
    assert max(map(len, told)) == 4
    assert all(len(set(one)) == len(one) for one in told)


def test_later_bars_change_no_line(real: Panel, shared: Path, tmp_path: Path) -> None:
    rows = list(csv.reader((shared / "prices" / "SPX.csv").open()))[1:]
    days = [row[0] for row in rows]
    for day in islice(days, 600, None, 450):
        whole = gate(real, "SPX", at(f"{day}T23:00")).view
        cut = [(one[0], *map(float, one[1:])) for one in rows if one[0] <= day]
        instrument = real.instruments["SPX"]
        alone = a_view_of(tmp_path / day, cut, day, instrument.inception)
        assert whole
        assert {n: (o.value, o.others) for n, o in table_of(whole).items()} == {
            n: (o.value, o.others) for n, o in table_of(alone).items()
        }


def a_view_of(folder: Path, rows: Rows, day: str, inception: date | None) -> View:
    """The view of the same bars cut off after a day."""
    return a_view(folder, rows, at(f"{day}T23:00"), inception=inception)


def table_of(view: View) -> dict[str, Line]:
    return {one.name: one for one in lines(scene(view)) if isinstance(one, Line)}


def test_two_readings_are_the_same(tmp_path: Path) -> None:
    view = a_view(tmp_path, some_bars(DAYS))
    first = [one.fact() for one in drawn(view).values()]
    assert first == [one.fact() for one in drawn(view).values()]
