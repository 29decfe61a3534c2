"""Sessions to put bars on, instruments to name them, and panels made of them."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator import market
from generator.market import Panel
from generator.market.sessions import calendar
from generator.model.market import Gap, Instrument, Tape
from generator.plain.places import SEEDS
from tests.builders import a_price_file, an_instrument

SUNDAY = datetime(2026, 2, 8, 22, tzinfo=UTC)
BOXING_DAY = datetime(2018, 12, 26, 22, tzinfo=UTC)
Rows = Sequence[Sequence[object]]
# Enough of the real files for every test, and few enough to be quick.
REAL = (
    "RUT SPX IXIC DJI VIX TNX HYG TLT IWM GLD AMZN TSLA AAPL XLP USO SPY BTC_USD DAX "
    "N225 GOLD"
).split()


def at(text: str) -> datetime:
    """`at("2026-02-06T21:00")`, in UTC."""
    return datetime.fromisoformat(text.removesuffix("+00:00")).replace(tzinfo=UTC)


def sessions(first: str, last: str, code: str = "XNYS") -> list[date]:
    """The sessions of an exchange between two dates."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    table = calendar(code, start, end)
    assert table
    return [day for day in table.days.tolist() if start <= day <= end]


def lone(id_: str = "RUT", **more: Any) -> Instrument:
    """An instrument without benchmarks, unless they are given."""
    told = {"benchmarks": (), "implied": (), "round": 50.0}
    return an_instrument(id_, **{**told, **more})


def a_panel(folder: Path, *told: tuple[Instrument, Rows]) -> Panel:
    """The panel of a folder with a file for each instrument, none adjusted."""
    origins = ["folder\tid\tvendor\tadjusted_for"]
    for instrument, rows in told:
        a_price_file(folder / "prices", instrument.id, rows)
        origins.append(f"prices\t{instrument.id}\tprices\tnone")
    (folder / "prices" / "manifest.tsv").write_text("\n".join(origins))
    known = {instrument.id: instrument for instrument, _ in told}
    return market.load([folder / "prices"], known)


def reasons(tape: Tape, subject: str) -> str:
    """All that the tape says is missing of one instrument."""
    return "; ".join(gap.reason for gap in gaps(tape, subject))


def gaps(tape: Tape, subject: str) -> list[Gap]:
    """The gaps of one instrument."""
    return [gap for gap in tape.gaps if gap.subject == subject]


def known_instruments() -> dict[str, Instrument]:
    """The instruments of the seeds."""
    tree = tomllib.loads((SEEDS / "instruments.toml").read_text("utf-8"))
    return {entry["id"]: _instrument(entry) for entry in tree["instrument"]}


def real_instruments() -> dict[str, Instrument]:
    """Those of the real files that the tests read."""
    known = known_instruments()
    return {name: known[name] for name in REAL}


def _instrument(entry: Mapping[str, Any]) -> Instrument:
    known: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in entry.items()
        if key in Instrument.__slots__
    }
    return Instrument(**known)
