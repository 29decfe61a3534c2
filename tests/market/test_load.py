"""Loading a panel: folders and the store side by side, in the order of trust."""

from datetime import timedelta
from pathlib import Path

import pytest

from generator import market
from generator.errors import PriceError
from generator.market import Round
from tests.builders import a_price_file, some_bars
from tests.market.scenes import SUNDAY, lone, reasons, sessions
from tests.market.test_store import Vendor, known, some

DAYS = sessions("2025-01-02", "2026-02-06")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which two providers have the Russell 2000."""
    folder = tmp_path / "store"
    for provider, start in (("cboe", 100.0), ("yahoo", 105.0)):
        vendor = Vendor({"RUT": some(DAYS, start)})
        told = {"RUT": lone("RUT", symbols={provider: "RUT"})}
        turn = Round(provider=provider, service=vendor, now=SUNDAY, store=folder)
        (one,) = market.updates(turn, list(told.values()))
        assert one.change.new
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that has the Russell 2000 and the S&P 500."""
    for name in ("RUT", "SPX"):
        a_price_file(tmp_path / "own", name, some_bars(DAYS))
    return tmp_path / "own"


@pytest.mark.parametrize(
    "order",
    [
        ("folder", "cboe", "yahoo"),
        ("yahoo", "folder", "cboe"),
        ("cboe",),
        ("yahoo", "cboe"),
    ],
)
def test_the_order_of_the_providers_is_the_order_of_trust(
    store: Path, folder: Path, order: tuple[str, ...]
) -> None:
    panel = market.load([folder], known("RUT", "SPX"), store=store, providers=order)
    assert [bars.origin.provider for bars in panel.bars["RUT"]] == [*order]
    assert ("SPX" in panel.bars) == ("folder" in order)
    assert (panel.faults, panel.broken) == ((), ())


def test_the_first_has_the_word_and_the_others_are_compared(
    store: Path, folder: Path
) -> None:
    panel = market.load([], known(), store=store, providers=("cboe", "yahoo"))
    tape = market.read(panel, SUNDAY)
    close = tape.price("RUT", "close")
    assert close
    assert (close.value, close.provider) == (some(DAYS, 100.0).close[-1], "cboe")
    assert "vendors disagree" in reasons(tape, "RUT")


def test_folders_alone_need_no_store(folder: Path, tmp_path: Path) -> None:
    panel = market.load([folder], known("RUT"), store=tmp_path / "nowhere")
    assert list(panel.bars) == ["RUT"]
    panel = market.load([folder], known("RUT"), providers=("folder", "cboe"))
    assert len(panel.bars["RUT"]) == 1


def test_a_folder_that_is_absent_is_one_line_also_beside_a_store(store: Path) -> None:
    with pytest.raises(PriceError, match="no such price folder"):
        market.load(
            [store / "nowhere"], known(), store=store, providers=("cboe", "folder")
        )


def test_each_file_that_is_no_use_is_named(store: Path, folder: Path) -> None:
    (folder / "SPX.csv").write_text("<html>")
    (folder / "NOPE.csv").write_text("date,close\n2026-02-06,1\n")
    (folder / "manifest.tsv").write_text("vendor,id\nyahoo,RUT\n")
    (store / "cboe" / "RUT.parquet").write_bytes(b"PAR1")
    panel = market.load(
        [folder], known("RUT", "SPX"), store=store, providers=("folder", "cboe")
    )
    assert panel.broken == (
        "own/manifest.tsv",
        "own/NOPE.csv",
        "own/SPX.csv",
        "store/cboe/RUT.parquet",
    )
    assert len(panel.faults) == 4
    assert panel.unusable == ("SPX",)


def test_what_is_held_is_cut_off_at_the_moment(store: Path) -> None:
    panel = market.load([], known(), store=store, providers=("cboe",))
    (then,) = market.holdings(panel, "RUT", SUNDAY - timedelta(days=7), 3)
    assert [row.session for row in then.rows] == sessions("2026-01-28", "2026-01-30")
    assert (then.sessions, then.first) == (len(DAYS) - 5, DAYS[0])
    (none,) = market.holdings(panel, "RUT", SUNDAY - timedelta(days=900), 3)
    assert (none.sessions, none.first, none.rows) == (0, None, ())


def test_what_is_held_of_nothing_says_how_to_get_it(store: Path) -> None:
    panel = market.load([], known("RUT", "SPX"), store=store, providers=("cboe",))
    with pytest.raises(
        PriceError, match="SPX: no bars; run `strykr prices update SPX`"
    ):
        market.holdings(panel, "SPX", SUNDAY, 3)


def test_gaps_name_what_is_stale_unusable_and_disputed(
    store: Path, folder: Path
) -> None:
    (folder / "SPX.csv").write_text("<html>")
    a_price_file(folder, "DJI", some_bars(sessions("2025-01-02", "2026-01-09")))
    panel = market.load(
        [folder],
        known("RUT", "SPX", "DJI"),
        store=store,
        providers=("cboe", "folder"),
    )
    told = {(gap.subject, gap.reason) for gap in market.gaps(panel, SUNDAY)}
    assert ("SPX", "its price file cannot be used") in told
    assert any(name == "DJI" and "19 sessions back" in why for name, why in told)
    assert any(name == "RUT" and "vendors disagree" in why for name, why in told)


def test_gaps_before_all_bars_are_told_not_raised(folder: Path) -> None:
    panel = market.load([folder], known("RUT", "SPX"))
    told = list(market.gaps(panel, SUNDAY - timedelta(days=900)))
    assert [gap.subject for gap in told] == ["RUT", "SPX"]
    assert all("begin after this moment" in gap.reason for gap in told)
