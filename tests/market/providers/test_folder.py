"""Price folders as a provider, and what stands beside the files in them."""

from datetime import date
from pathlib import Path

import pytest

from generator.errors import PriceError
from generator.market.providers import (
    PROVIDERS,
    Answer,
    manifests,
    origin_of,
    price_files,
    ready,
)
from tests.builders import a_price_file
from tests.market.providers.wires import FIRST, LAST, asking

ROWS = [("2026-01-30", 1), ("2026-02-05", 2), ("2026-02-06", 3)]


def answer(*folders: Path, symbols: tuple[str, ...] = ("RUT",)) -> Answer:
    """What the folders answer."""
    provider = PROVIDERS["folder"](asking("folder", folders=folders))
    return provider.bars(symbols, FIRST, LAST)


def test_the_rows_of_the_span_are_given(tmp_path: Path) -> None:
    a_price_file(tmp_path, "RUT", ROWS)
    told = answer(tmp_path)
    assert (told.bars["RUT"].close.tolist(), told.faults) == ([2, 3], ())
    assert told.bars["RUT"].origin.provider == "folder"


def test_the_first_folder_that_has_an_id_is_taken(tmp_path: Path) -> None:
    a_price_file(tmp_path / "first", "RUT", ROWS)
    for name in ("RUT", "SPX"):
        a_price_file(tmp_path / "second", name, [("2026-02-06", 9)])
    told = answer(tmp_path / "first", tmp_path / "second", symbols=("RUT", "SPX"))
    assert [bars.vendor for bars in told.bars.values()] == ["first", "second"]


def test_what_cannot_be_given_is_a_line(tmp_path: Path) -> None:
    a_price_file(tmp_path, "RUT", ROWS)
    (tmp_path / "OLD.csv").write_text("date,close\n2020-01-02,1\n")
    (tmp_path / "BAD.csv").write_text("")
    (tmp_path / "manifest.tsv").write_text("vendor\nyahoo\n")
    told = answer(tmp_path, symbols=("RUT", "NOPE", "OLD", "BAD"))
    assert list(told.bars) == ["RUT"]
    manifest, nope, old, bad = told.faults
    assert "manifest.tsv: 'adjusted_for' cannot be read" in manifest
    assert nope == "folder NOPE: no price file; put NOPE.csv into one of the folders"
    assert "folder OLD: no bars from 2026-02-02 to 2026-02-06" in old
    assert bad.endswith("BAD.csv: empty; fetch it again")


def test_a_rate_of_a_folder_may_stand_below_zero(tmp_path: Path) -> None:
    a_price_file(tmp_path, "TNX", [("2026-02-05", -1), ("2026-02-06", 1)])
    signed = asking("folder", folders=(tmp_path,), signed=frozenset({"TNX"}))
    told = PROVIDERS["folder"](signed).bars(["TNX"], FIRST, LAST)
    assert told.bars["TNX"].close.tolist() == [-1, 1]


def test_an_absent_folder_must_be_mended_first(tmp_path: Path) -> None:
    with pytest.raises(PriceError, match="no such price folder"):
        answer(tmp_path / "nowhere")


def test_the_folders_say_whether_they_can_be_read(tmp_path: Path) -> None:
    a_price_file(tmp_path, "RUT", ROWS)

    def told(*folders: Path) -> str:
        return dict(ready(asking("folder", folders=folders)))["folder"]

    assert told(tmp_path) == "works, 1 files"
    assert told() == "no folder; write prices.folders"
    assert "no such price folder" in told(tmp_path / "nowhere")


def test_csv_json_and_parquet_are_price_files(tmp_path: Path) -> None:
    for name in ("A.csv", "B.parquet", "C.json", "D.txt", "manifest.tsv"):
        (tmp_path / name).touch()
    assert [path.name for path in price_files(tmp_path)] == [
        "A.csv",
        "B.parquet",
        "C.json",
    ]


def test_a_manifest_speaks_for_its_own_folder_first(tmp_path: Path) -> None:
    for at, vendor in (("one", "yahoo"), ("two", "cboe")):
        (tmp_path / at).mkdir()
        (tmp_path / at / "manifest.tsv").write_text(
            "folder\tid\tvendor\tadjusted_for\n"
            f"one\tRUT\t{vendor}\tnone\ntwo\tVIX\t{vendor}\t\n"
        )
    one, two = tmp_path / "one", tmp_path / "two"
    faults: list[str] = []
    known = manifests([one, two], faults)
    assert faults == []
    assert origin_of(one, "RUT", known) == ("yahoo", "none")
    assert origin_of(two, "VIX", known) == ("cboe", "unknown")
    assert origin_of(two, "SPX", known) == ("two", "unknown")


def test_a_manifest_is_believed_before_the_dialect(tmp_path: Path) -> None:
    (tmp_path / "VIX.csv").write_text("observation_date,VIXCLS\n2026-02-06,17.76\n")
    assert answer(tmp_path, symbols=("VIX",)).bars["VIX"].vendor == "fred"
    (tmp_path / "manifest.tsv").write_text(
        f"folder\tid\tvendor\tadjusted_for\n{tmp_path.name}\tVIX\tcboe\tunknown\n"
    )
    bars = answer(tmp_path, symbols=("VIX",)).bars["VIX"]
    assert (bars.vendor, bars.adjusted) == ("cboe", "none")
    assert bars.day(0) == date(2026, 2, 6)
