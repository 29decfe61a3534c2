"""Price files in the dialects of those who write them, by both ways of reading."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import PriceError
from generator.market.bars import FIELDS, Bars
from generator.market.providers import bars_in, dialect_of
from generator.market.providers.careful import careful_columns
from generator.market.providers.dialects import sniffed
from generator.market.providers.quick import quick_columns

THU, FRI = date(2026, 2, 5), date(2026, 2, 6)


class Told(NamedTuple):
    """What is read of a file."""

    bars: Bars
    faults: list[str]
    dialect: str


def read(
    tmp_path: Path, text: str | bytes, name: str = "SPY.csv", kind: str = "stock"
) -> Told:
    """What is read of a file of that text."""
    folder = tmp_path / "prices"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    bars, faults = bars_in(path, f"prices/{name}", kind, ("prices", "unknown"))
    return Told(bars, faults, dialect_of(path))


def refused(tmp_path: Path, text: str | bytes, name: str = "SPY.csv") -> str:
    """The one line of a file that cannot be used."""
    with pytest.raises(PriceError) as caught:
        read(tmp_path, text, name)
    line = str(caught.value)
    assert line.startswith(f"prices/{name}: ")
    assert "; " in line
    assert "\n" not in line
    return line


YFINANCE = """Price,Adj Close,Close,High,Low,Open,Volume
Ticker,SPY,SPY,SPY,SPY,SPY,SPY
Date,,,,,,
2026-02-05,1.9,2,2,1,1,10
2026-02-06,2.9,3,3,2,2,20
"""
ADJUSTED = """Price,Close,High,Low,Open,Volume
Ticker,SPY,SPY,SPY,SPY,SPY
Date,,,,,
2026-02-05,2,2,1,1,10
2026-02-06,3,3,2,2,20
"""
YAHOO = """Date,Open,High,Low,Close,Adj Close,Volume
2026-02-05,1,2,1,2,1.9,10
2026-02-06,2,3,2,3,2.9,20
"""
HISTORY = """Date,Open,High,Low,Close,Volume,Dividends,Stock Splits
2026-02-05 00:00:00-05:00,1,2,1,2,10,0.0,0.0
2026-02-06 00:00:00-05:00,2,3,2,3,20,0.25,4.0
"""
STOOQ = """<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
SPY.US,D,20260205,000000,1,2,1,2,10,0
SPY.US,D,20260206,000000,2,3,2,3,20,0
"""
POLISH = """Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen
2026-02-05,1,2,1,2,10
2026-02-06,2,3,2,3,20
"""
ALPHA = """timestamp,open,high,low,close,volume
2026-02-06,2,3,2,3,20
2026-02-05,1,2,1,2,10
"""
COUNTED = """date,1. open,2. high,3. low,4. close,5. volume
2026-02-06,2,3,2,3,20
2026-02-05,1,2,1,2,10
"""
CBOE = """DATE,OPEN,HIGH,LOW,CLOSE
02/05/2026,1,2,1,2
02/06/2026,2,3,2,3
"""
VVIX = "DATE,VVIX\n02/05/2026,2\n02/06/2026,3\n"
FRED = "observation_date,VIXCLS\n2026-02-04,.\n2026-02-05,2\n2026-02-06,3\n"
FRED_OLD = "DATE,VIXCLS\n2026-02-04,.\n2026-02-05,2\n2026-02-06,3\n"


@pytest.mark.parametrize(
    ("text", "dialect", "vendor", "adjusted"),
    [
        (YFINANCE, "yahoo", "yahoo", "splits"),
        (ADJUSTED, "yahoo", "yahoo", "splits and dividends"),
        (YAHOO, "yahoo", "yahoo", "splits"),
        (HISTORY, "yahoo", "yahoo", "splits and dividends"),
        (STOOQ, "stooq", "stooq", "unknown"),
        (POLISH, "stooq", "stooq", "unknown"),
        (ALPHA, "alpha vantage", "alpha vantage", "none"),
        (COUNTED, "alpha vantage", "alpha vantage", "none"),
        (CBOE, "cboe", "cboe", "none"),
        (VVIX, "cboe", "cboe", "none"),
        (FRED, "fred", "fred", "none"),
        (FRED_OLD, "fred", "fred", "none"),
        (ALPHA.replace("timestamp", "date", 1), "plain", "prices", "unknown"),
    ],
    ids=(
        "three-lines three-lines-adjusted yahoo history stooq polish alpha counted "
        "cboe vvix fred fred-old plain"
    ).split(),
)
def test_each_dialect_gives_the_same_two_closes(
    tmp_path: Path, text: str, dialect: str, vendor: str, adjusted: str
) -> None:
    told = read(tmp_path, text)
    assert told.bars.close.tolist() == [2, 3]
    assert [told.bars.day(0), told.bars.day(1)] == [THU, FRI]
    assert (told.dialect, told.bars.vendor, told.bars.adjusted) == (
        dialect,
        vendor,
        adjusted,
    )
    assert bool(told.faults) == (dialect == "plain")  # which is newest first unasked


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_marks_and_line_ends_are_all_one(
    tmp_path: Path, separator: str, mark: str, end: str
) -> None:
    text = mark + YAHOO.replace(",", separator).replace("\n", end)
    told = read(tmp_path, text)
    assert (told.bars.close.tolist(), told.faults) == ([2, 3], [])


def test_the_close_before_dividends_is_used_and_the_other_kept_beside(
    tmp_path: Path,
) -> None:
    bars = read(tmp_path, YAHOO).bars
    assert bars.adj_close is not None
    assert (bars.close.tolist(), bars.adj_close.tolist()) == ([2, 3], [1.9, 2.9])
    assert read(tmp_path, ADJUSTED).bars.adj_close is None


def test_events_of_a_history_are_kept(tmp_path: Path) -> None:
    bars = read(tmp_path, HISTORY).bars
    assert (bars.splits, bars.dividends) == ({FRI: 4.0}, {FRI: 0.25})


def test_alpha_vantage_is_kept_as_traded_with_its_splits_beside(tmp_path: Path) -> None:
    text = (
        "timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,"
        "split_coefficient\n"
        "2026-02-06,2,3,2,3,3,20,0.0,2.0\n2026-02-05,8,8,6,6,2.9,10,0.5,1.0\n"
    )
    told = read(tmp_path, text)
    assert told.bars.close.tolist() == [6, 3]
    assert told.bars.volume.tolist() == [10, 20]
    assert (told.bars.splits, told.bars.dividends) == ({FRI: 2.0}, {THU: 0.5})
    assert (told.bars.adjusted, told.faults) == ("none", [])


def test_two_instruments_in_one_file_are_refused(tmp_path: Path) -> None:
    text = (
        "Price,Close,Close\nTicker,AAPL,MSFT\nDate,,\n2026-02-05,2,3\n2026-02-06,2,3\n"
    )
    assert "holds 2 instruments (AAPL, MSFT)" in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("13/02/2026", "01/03/2026", [date(2026, 2, 13), date(2026, 3, 1)]),
        ("02/13/2026", "03/01/2026", [date(2026, 2, 13), date(2026, 3, 1)]),
        ("13.02.2026", "01.03.2026", [date(2026, 2, 13), date(2026, 3, 1)]),
        ("5.1.2026", "13.1.2026", [date(2026, 1, 5), date(2026, 1, 13)]),
        ("01/01/2026", "02/02/2026", [date(2026, 1, 1), date(2026, 2, 2)]),
        ("20260205", "20260206", [THU, FRI]),
        ("2026/02/05", "2026/02/06", [THU, FRI]),
        ("2026-02-05T00:00:00Z", "2026-02-06T00:00:00Z", [THU, FRI]),
        ("2026-02-05T05:00:00+00:00", "2026-02-06T05:00:00+00:00", [THU, FRI]),
        ("2026-02-05 00:00:00+09:00", "2026-02-06 00:00:00+09:00", [THU, FRI]),
        ("2026-02-05 16:00:00-05:00", "2026-02-06 16:00:00-05:00", [THU, FRI]),
    ],
)
def test_a_date_is_read_where_one_reading_is_possible(
    tmp_path: Path, first: str, second: str, days: list[date]
) -> None:
    told = read(tmp_path, f"date;close\n{first};2\n{second};3\n")
    assert ([told.bars.day(0), told.bars.day(1)], told.faults) == (days, [])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("date,close\n06/02/2026,3\n", "2026-02-06 or 2026-06-02"),
        ("date,close\n06.02.2026,3\n", "2026-02-06 or 2026-06-02"),
        ("date,close\n13/02/2026,3\n02/14/2026,3\n", "two orders"),
        ("date,close\n02/05/26,3\n", "no date like 2026-02-06"),
        ("date,close\n2026-02-30,3\n", "no date like 2026-02-06"),
        ("date,close\n2026-02-05 22:00:00+00:00,3\n", "may be the next day"),
        (
            "date,close\n2026-02-05 09:30:00-05:00,3\n2026-02-05 09:45:00-05:00,4\n",
            "several rows a day",
        ),
    ],
)
def test_a_date_that_may_be_read_in_two_ways_is_refused(
    tmp_path: Path, text: str, word: str
) -> None:
    assert word in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("cells", "closes"),
    [
        (("6932,3", "6964,82"), [6932.3, 6964.82]),
        (("6.932,30", "6.964,80"), [6932.3, 6964.8]),
        (("6.932", "6.964,80"), [6932, 6964.8]),
        (("0,932", "0,964"), [0.932, 0.964]),
        (("6,932.30", "6,964"), [6932.3, 6964]),
        (("1,006,932", "6,964"), [1006932, 6964]),
        (("+2", "3e0"), [2, 3]),
    ],
)
def test_a_comma_is_read_as_the_rest_of_the_file_reads_it(
    tmp_path: Path, cells: tuple[str, str], closes: list[float]
) -> None:
    one, two = cells
    told = read(tmp_path, f"date;close\n2026-02-05;{one}\n2026-02-06;{two}\n")
    assert (told.bars.close.tolist(), told.faults) == (closes, [])


def test_a_comma_that_may_be_thousands_or_decimals_is_refused(tmp_path: Path) -> None:
    text = 'date,close\n2026-02-05,"6,932"\n2026-02-06,"6,964"\n'
    assert "'6,932' may be 6932 or 6.932" in refused(tmp_path, text)


def test_a_figure_of_another_form_is_named_and_left_out(tmp_path: Path) -> None:
    told = read(tmp_path, 'date,close\n2026-02-05,2\n2026-02-06,"6932,30.1"\n')
    assert told.bars.close.tolist() == [2]
    assert "line 3: close '6932,30.1' is not a number" in told.faults[0]


@pytest.mark.parametrize("text", ["1e999", "9" * 400, "9," * 2 + "9" * 400])
def test_a_figure_without_bound_is_no_figure(tmp_path: Path, text: str) -> None:
    told = read(tmp_path, f"date;close\n2026-02-05;2\n2026-02-06;{text}\n")
    assert told.bars.close.tolist() == [2]
    assert "is not a number" in told.faults[0]


def test_a_short_row_in_the_middle_is_left_out_and_named(tmp_path: Path) -> None:
    text = "date,close,volume\n2026-02-04,1,5\n2026-02-05,69\n2026-02-06,3,5\n"
    told = read(tmp_path, text)
    assert told.bars.close.tolist() == [1, 3]
    assert "1 rows have fewer fields than the first" in told.faults[0]


def test_a_rate_may_stand_below_zero(tmp_path: Path) -> None:
    text = "date,close\n2026-02-05,-0.5\n2026-02-06,0\n"
    assert read(tmp_path, text, kind="rate").bars.close.tolist() == [-0.5, 0]
    assert "no close above zero" in refused(tmp_path, text)


def a_frame() -> pd.DataFrame:
    """Two sessions as pandas holds them."""
    days = pd.DatetimeIndex([THU, FRI], name="Date").tz_localize("Asia/Tokyo")
    return pd.DataFrame({"Open": [1, 2], "Close": [2.0, 3.0]}, index=days)


def written(frame: pd.DataFrame, tmp_path: Path) -> bytes:
    """The frame as Parquet."""
    frame.to_parquet(tmp_path / "frame")
    return (tmp_path / "frame").read_bytes()


@pytest.mark.parametrize(
    "turn",
    [
        lambda frame: frame,
        lambda frame: frame.tz_localize(None),
        lambda frame: frame.reset_index(),
        lambda frame: frame.rename_axis(None),
        lambda frame: frame.set_axis(frame.index.strftime("%Y-%m-%d")),
        lambda frame: frame.reset_index().assign(Date=[THU, FRI]),
        lambda frame: frame.set_axis(
            pd.MultiIndex.from_product([frame.columns, ["SPY"]]), axis=1
        ),
    ],
    ids="zone naive column nameless text dates yfinance".split(),
)
def test_parquet_is_read_however_its_dates_are_kept(
    tmp_path: Path, turn: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    told = read(tmp_path, written(turn(a_frame()), tmp_path), "SPY.parquet")
    assert told.bars.lines() == [b"2026-02-05,1,,,2,\n", b"2026-02-06,2,,,3,\n"]
    assert told.faults == []


def test_parquet_of_no_use_is_one_line(tmp_path: Path) -> None:
    name = "SPY.parquet"
    assert "not a Parquet file" in refused(tmp_path, b"PAR1", name)
    bare = written(a_frame()[["Open"]], tmp_path)
    assert "no column 'close'" in refused(tmp_path, bare, name)
    pairs = pd.MultiIndex.from_tuples([("Close", "AAPL"), ("Close", "MSFT")])
    two = written(a_frame().set_axis(pairs, axis=1), tmp_path)
    assert "holds 2 instruments" in refused(tmp_path, two, name)
    none = written(a_frame().iloc[:0], tmp_path)
    assert "no rows" in refused(tmp_path, none, name)


def test_of_two_files_of_one_instrument_the_second_is_refused(tmp_path: Path) -> None:
    read(tmp_path, YAHOO)
    whole = written(a_frame(), tmp_path)
    assert "SPY.csv beside it is used" in refused(tmp_path, whole, "SPY.parquet")


@pytest.mark.parametrize(
    "cells",
    ["1e999", "-nan", "0x10", "1_000", "Infinity", "1d", "NAN", "#N/A", "\t\x0b7"],
)
def test_the_quick_way_gives_up_where_the_careful_one_complains(cells: str) -> None:
    text = f"date,close\n2026-02-05,1\n2026-02-06,{cells}\n"
    assert quick_columns(text.encode(), sniffed(text, "x")) is None


DATES = st.sampled_from(
    (
        "2026-02-05|2026-02-06|2026-02-30|20260205|| 2026-02-07|1969-12|"
        "2026-02-05 00:00:00|2026-02-06T00:00:00Z|2026-02-07 00:00:00+09:00|"
        "2026-02-08 16:00"
    ).split("|")
)
CELLS = st.sampled_from(
    (
        "1|2.50||-|+1| 3|4 |1.|.5|1e5|1E-3|nan|NaN|null|6,932|007|-1.5|1..2|"
        "0.1000000000000000055511151231257827"
    ).split("|")
)


@given(st.lists(st.tuples(DATES, CELLS, CELLS), min_size=1, max_size=4))
def test_what_the_quick_way_reads_the_careful_one_reads_alike(
    rows: list[tuple[str, str, str]],
) -> None:
    text = "date,close,volume\n" + "\n".join(map(",".join, rows))
    dialect = sniffed(text, "x")
    quick = quick_columns(text.encode(), dialect)
    if quick is None:
        return
    faults: list[str] = []
    careful = careful_columns(text.strip(), dialect, "x", faults)
    assert faults == []
    assert quick.days.tolist() == careful.days.tolist()
    for name in FIELDS:
        one, two = quick.fields[name], careful.fields[name]
        assert np.array_equal(one, two, equal_nan=True)


def real_files(shared: Path) -> Iterator[Path]:
    """Some real files: long, short, of few decimals and of many."""
    for name in ("RUT", "VIX", "BTC_USD", "DXY", "IEUS", "TNX"):
        yield shared / "prices" / f"{name}.csv"


def test_both_ways_read_real_files_to_the_last_bit(shared: Path) -> None:
    for path in real_files(shared):
        raw = path.read_bytes()
        dialect = sniffed(raw.decode(), "x")
        quick = quick_columns(raw, dialect)
        careful = careful_columns(raw.decode(), dialect, "x", [])
        assert quick is not None
        assert quick.days.tobytes() == careful.days.tobytes()
        for name in FIELDS:
            one, two = quick.fields[name], careful.fields[name]
            assert np.array_equal(one, two, equal_nan=True), (path, name)


def test_the_recorded_download_of_alpha_vantage_is_seen_to_be_intraday(
    shared: Path, tmp_path: Path
) -> None:
    folder = shared / "wire/alpha_vantage/test_alpha_vantage/test_data"
    raw = (folder / "mock_time_series_extended").read_bytes()
    assert "several rows a day" in refused(tmp_path, raw)
    raw = (folder / "mock_time_series").read_bytes()
    assert "JSON, not CSV" in refused(tmp_path, raw)


def test_recorded_tables_of_yfinance_keep_their_events(shared: Path) -> None:
    folder = shared / "wire" / "yfinance"
    counts = {}
    for path in sorted(folder.glob("*-1d-*.csv")):
        bars, faults = bars_in(path, path.name, "stock", ("yfinance", "unknown"))
        assert (bars.vendor, bars.adjusted) == ("yahoo", "splits")
        assert all("no close in the last 1 rows" in fault for fault in faults)
        counts[path.stem] = (len(bars.splits), len(bars.dividends))
    assert counts["4063-T-1d-bad-div"] == (1, 5)
    assert counts["TENT-L-1d-bad-div"] == (0, 12)
    assert sum(splits for splits, _ in counts.values()) == 14


@pytest.mark.parametrize(
    ("text", "closes", "volume"),
    [
        ("date,close\n2026-02-05,2\n2026-02-06,4.", [2], None),
        ("date,close,volume\n2026-02-05,2,50\n2026-02-06,3,4", [2, 3], 50),
        ("date,close,volume\n2026-02-05,2,50\n2026-02-06,3,40\n", [2, 3], 40),
    ],
)
def test_a_last_field_without_an_end_of_line_may_be_cut(
    tmp_path: Path, text: str, closes: list[float], volume: float | None
) -> None:
    """The row goes with its close, the volume alone where that stands last."""
    told = read(tmp_path, text)
    assert told.bars.close.tolist() == closes
    known = told.bars.volume[np.isfinite(told.bars.volume)].tolist()
    assert known[-1:] == ([volume] if volume else [])
    assert bool(told.faults) == (not text.endswith("\n"))


def test_a_pipe_is_no_price_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "RUT.csv")
    with pytest.raises(PriceError, match="not a regular file"):
        bars_in(tmp_path / "RUT.csv", "p/RUT.csv", "etf", ("p", "unknown"))
