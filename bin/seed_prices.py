"""Make `seeds/prices/` anew from the price sets that the `arch` package carries."""

import sys
from pathlib import Path

import pandas as pd
from arch.data import nasdaq, sp500, vix

PRICES = Path(__file__).resolve().parent.parent / "seeds" / "prices"
COLUMNS = ["folder", "id", "first", "last", "rows", "what", "vendor", "adjusted_for"]


def index_bars(raw: pd.DataFrame) -> pd.DataFrame:
    """Open, high, low, close and volume, by date, under our names."""
    bars = raw[["Open", "High", "Low", "Close", "Volume"]]
    return bars.rename(columns=str.lower)


def index_closes(raw: pd.DataFrame) -> pd.DataFrame:
    """The closes of a FRED series, without the holidays it lists as empty."""
    return raw.rename(columns={"vix": "close"}).dropna()


def manifest_line(stem: str, bars: pd.DataFrame, what: str, vendor: str) -> list[str]:
    """What the manifest says about one price file."""
    first, last = (f"{day:%Y-%m-%d}" for day in (bars.index[0], bars.index[-1]))
    return ["prices", stem, first, last, str(len(bars)), what, vendor, "none"]


def write_prices(folder: Path) -> None:
    """One CSV file for each set, and the manifest that names their origin."""
    sets = [
        ("SPX", index_bars(sp500.load()), "S&P 500 index", "yahoo"),
        ("IXIC", index_bars(nasdaq.load()), "Nasdaq Composite index", "yahoo"),
        ("VIX", index_closes(vix.load()), "Cboe volatility index (closes)", "fred"),
    ]
    lines = [COLUMNS]
    folder.mkdir(parents=True, exist_ok=True)
    for stem, bars, what, vendor in sets:
        # The sets hold two-decimal prices as 32-bit floats: 1228.099976 is 1228.10.
        text = bars.to_csv(index_label="date", float_format="%.2f", lineterminator="\n")
        (folder / f"{stem}.csv").write_text(text, encoding="utf-8")
        lines.append(manifest_line(stem, bars, what, vendor))
    manifest = "".join("\t".join(line) + "\n" for line in lines)
    (folder / "manifest.tsv").write_text(manifest, encoding="utf-8")


if __name__ == "__main__":
    write_prices(Path(sys.argv[1]) if len(sys.argv) > 1 else PRICES)
