"""Price files as people have them: good, dirty, and not price files at all."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator import market
from generator.errors import PriceError
from generator.market import Panel
from tests.builders import a_price_file, some_bars
from tests.market.scenes import SUNDAY, a_panel, at, known_instruments, lone, sessions

HEADER = "date,open,high,low,close,volume\n"
GOOD = HEADER + "2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,3,10\n"


def a_file(tmp_path: Path, text: str | bytes, name: str = "RUT.csv") -> Panel:
    """The panel of a folder with one file of that text."""
    folder = tmp_path / "prices"
    folder.mkdir(exist_ok=True)
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(raw)
    return market.load([folder], {"RUT": lone()})


def closes(panel: Panel) -> Sequence[float]:
    """The closes that were read of the instrument."""
    found: list[float] = panel.bars["RUT"][0].close.tolist()
    return found


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    panel = a_file(tmp_path, GOOD)
    assert panel.faults == ()
    assert closes(panel) == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "Date, Close\n2026-02-05,2\n2026-02-06,3\n",
        "\ufeffDATE,CLOSE\r\n2026-02-05,2\r\n2026-02-06,3\r\n",
        "date,close\n2026-02-05 00:00:00-05:00,2\n2026-02-06 00:00:00-05:00,3\n",
        "close,date,adj close\n2,2026-02-05,1.9\n3,2026-02-06,2.9\n",
        'date,close\n2026-02-05,2\n2026-02-06,"3.0"\n',
        "date,close\n2026-02-05,2,\n2026-02-06,3,\n",
    ],
    ids=["capitals", "byte order mark", "midnights", "columns", "quotes", "commas"],
)
def test_dialects_of_a_good_file_are_read(tmp_path: Path, text: str) -> None:
    panel = a_file(tmp_path, text)
    assert panel.faults == ()
    assert closes(panel) == [2, 3]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("date,open\n2026-02-06,3\n", "'close'"),
        ("when,close\n2026-02-06,3\n", "'date'"),
        ("", "empty"),
        ("  \n", "empty"),
        ("<!doctype html><html>Get your key</html>", "web page"),
        (HEADER, "no rows"),
        ("date,close\n06/02/2026,3\n", "2026-02-06"),
        ("date,close\n2026-02-06,\n", "no row has a date and a close"),
        (b"\xff\xfed\x00a\x00t\x00e\x00", "UTF-8"),
        ("date,close\n2026-02-06,6,932.30\n2026-02-09,6,964.80\n", "commas"),
        ('date,close\n"2026-02-06,3\n', "not CSV"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line_with_the_mend(
    tmp_path: Path, text: str | bytes, word: str
) -> None:
    panel = a_file(tmp_path, text)
    assert not panel.bars
    (fault,) = panel.faults
    assert fault.startswith("prices/RUT.csv: ")
    assert word in fault
    assert "\n" not in fault
    assert ";" in fault  # what, then the mend


@pytest.mark.parametrize(
    ("rows", "word", "kept"),
    [
        ("2026-02-06,2,3,2,3,10\n2026-02-05,1,2,1,2,10\n", "out of order", [2, 3]),
        ("2026-02-06,2,3,2,3,10\n" * 2, "stand twice", [3]),
        (
            "2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,3,9\n2026-02-06,2,4,2,4,9\n",
            "2026-02-06 has different rows",
            [2],
        ),
        ("2026-02-05,1,2,1,2,10\n2026-02-06,,,,,\n", "last 1 rows", [2]),
        ("2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,x,10\n", "'x' is not a", [2]),
        ("2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,3,1,0\n", "more fields", [2]),
        ("2026-02-05,1,2,1,2,10\nsoon,2,3,2,3,10\n", "'soon'", [2]),
        ("2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,-3,10\n", "below zero", [2]),
        ("2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,3", "cut off", [2]),
        ("2026-02-05,1,2,1,2,10\n2026-02-06,2,3,2,inf,10\n", "last 1 rows", [2]),
    ],
)
def test_a_dirty_row_is_left_out_and_named(
    tmp_path: Path, rows: str, word: str, kept: list[float]
) -> None:
    panel = a_file(tmp_path, HEADER + rows)
    assert closes(panel) == kept
    assert any(word in fault for fault in panel.faults)
    assert all(fault.startswith("prices/RUT.csv: ") for fault in panel.faults)


def test_thousands_in_quotes_are_numbers(tmp_path: Path) -> None:
    panel = a_file(tmp_path, 'date,close\n2026-02-05,2\n2026-02-06,"6,932.30"\n')
    assert closes(panel) == [2, 6932.30]


def test_many_texts_in_numbers_are_named_thrice_and_counted(tmp_path: Path) -> None:
    rows = "".join(f"2026-01-{day:02},1,2,1,oops,9\n" for day in range(5, 10))
    panel = a_file(tmp_path, HEADER + "2026-01-02,1,2,1,2,9\n" + rows)
    assert sum("'oops'" in fault for fault in panel.faults) == 3
    assert any("2 more" in fault for fault in panel.faults)


def test_missing_values_of_vendors_are_no_text(tmp_path: Path) -> None:
    panel = a_file(tmp_path, "date,close\n2026-02-04,1\n2026-02-05,.\n2026-02-06,3\n")
    assert panel.faults == ()
    assert closes(panel) == [1, 3]


def test_an_unknown_instrument_is_a_fault_and_the_others_go_on(tmp_path: Path) -> None:
    a_file(tmp_path, GOOD)
    panel = a_file(tmp_path, GOOD, name="NOPE.csv")
    assert list(panel.bars) == ["RUT"]
    assert "no instrument is called NOPE" in panel.faults[0]


def test_an_absent_or_empty_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PriceError, match="no such price folder"):
        market.load([tmp_path / "nowhere"], {})
    with pytest.raises(PriceError, match="no price file"):
        market.load([tmp_path], {})


def test_the_manifest_names_vendor_and_adjustment(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        a_price_file(tmp_path / folder, "RUT", [("2026-02-06", 3)])
    (tmp_path / "first" / "manifest.tsv").write_text(
        "folder\tid\tvendor\tadjusted_for\n"
        "first\tRUT\tyahoo\tsplits\nsecond\tRUT\tcboe\tnone\n"
    )
    folders = [tmp_path / "first", tmp_path / "second"]
    told = [
        (bars.vendor, bars.adjusted)
        for bars in market.load(folders, {"RUT": lone()}).bars["RUT"]
    ]
    assert told == [("yahoo", "splits"), ("cboe", "none")]


def test_a_copied_folder_keeps_its_manifests_word(tmp_path: Path) -> None:
    for folder in ("prices", "copy"):
        a_price_file(tmp_path / folder, "RUT", [("2026-02-06", 3)])
        (tmp_path / folder / "manifest.tsv").write_text(
            f"folder\tid\tvendor\tadjusted_for\nprices\tRUT\t{folder}\tnone\n"
        )
    folders = [tmp_path / "prices", tmp_path / "copy"]
    found = market.load(folders, {"RUT": lone()}).bars["RUT"]
    assert [bars.vendor for bars in found] == ["prices", "copy"]


def test_without_a_manifest_the_vendor_is_the_folder(tmp_path: Path) -> None:
    bars = a_file(tmp_path, GOOD).bars["RUT"][0]
    assert (bars.vendor, bars.adjusted) == ("prices", "unknown")


def test_a_broken_manifest_is_a_fault(tmp_path: Path) -> None:
    a_file(tmp_path, GOOD)
    (tmp_path / "prices" / "manifest.tsv").write_text("vendor,id\nyahoo,RUT\n")
    panel = market.load([tmp_path / "prices"], {"RUT": lone()})
    assert "manifest.tsv" in panel.faults[0]
    assert closes(panel) == [2, 3]


def test_a_moment_before_all_bars_names_the_first_one(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), some_bars(sessions("2026-01-02", "2026-02-06"))))
    with pytest.raises(PriceError, match="known at 2026-01-02T21:00Z") as caught:
        market.read(panel, at("2025-12-31T22:00"))
    assert "\n" not in str(caught.value)


def test_a_panel_without_a_usable_file_says_which_fault(tmp_path: Path) -> None:
    with pytest.raises(PriceError, match=r"no usable price file .*empty"):
        market.read(a_file(tmp_path, ""), SUNDAY)


def test_a_chart_of_an_instrument_without_bars_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PriceError, match="SPX: no price file"):
        market.series(a_file(tmp_path, GOOD), "SPX", SUNDAY)


def test_the_real_folders_have_no_faults(shared: Path) -> None:
    folders = [shared / "prices", shared / "prices-second-vendor"]
    panel = market.load(folders, known_instruments())
    assert panel.faults == ()
    assert len(panel.bars) == 63
    assert len(panel.bars["VIX"]) == 2
