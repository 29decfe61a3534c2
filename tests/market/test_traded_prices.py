"""From where closes are prices that were traded, in bars adjusted for dividends."""

from pathlib import Path

import numpy as np
import pytest

from generator import market
from generator.market.gates import views_at
from tests.builders import a_price_file
from tests.market.scenes import SUNDAY, lone, sessions

DAYS = sessions("2023-06-01", "2026-02-06")
WHOLE = [round(100 + 7 * np.sin(n / 9) + n / 50, 2) for n in range(len(DAYS))]


def start(folder: Path, closes: list[float]) -> int:
    """The first row of traded prices in a file adjusted for splits and dividends."""
    a_price_file(folder / "p", "RUT", [*zip(DAYS, closes, strict=True)])
    manifest = "folder\tid\tvendor\tadjusted_for\np\tRUT\tv\tsplits and dividends"
    (folder / "p" / "manifest.tsv").write_text(manifest)
    views, _ = views_at(market.load([folder / "p"], {"RUT": lone()}), SUNDAY)
    return views["RUT"].priced_from


@pytest.mark.parametrize("split", [2, 3, 15, 20])
def test_a_split_keeps_closes_on_a_fraction_of_a_cent(
    tmp_path: Path, split: int
) -> None:
    traded = [round(close * split + 0.01, 2) for close in WHOLE[:300]]
    early = [round(close / split, 4) for close in traded]
    assert start(tmp_path, [*early, *WHOLE[300:]]) == 0


def test_a_dividend_moves_closes_off_every_fraction(tmp_path: Path) -> None:
    early = [round(close * 0.98413, 4) for close in WHOLE[:300]]
    found = start(tmp_path, [*early, *WHOLE[300:]])
    assert found == pytest.approx(300, abs=2)


def test_a_vendor_that_rounds_to_cents_proves_nothing(tmp_path: Path) -> None:
    early = [round(close * 0.98413, 2) for close in WHOLE[:300]]
    assert start(tmp_path, [*early, *WHOLE[300:]]) == len(DAYS)
