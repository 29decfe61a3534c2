"""The trips of prices: fetch what is missing, show what is held, check all of it.

the settings' providers -> what each is asked for -> the store -> the panel of a note.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator import market
from generator.errors import GeneratorError, PriceError
from generator.model.market import Gap, Instrument
from generator.plain.files import writable
from generator.settings import Prices

FOLDER = "folder"  # read where it lies, never asked and never stored


@dataclass(frozen=True, slots=True)
class Plan:
    """What one provider is asked for, and the ids that it has no symbol for."""

    provider: str
    wanted: tuple[Instrument, ...]
    unnamed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong with the bars at a moment, and the files that are no use."""

    faults: tuple[str, ...]
    gaps: tuple[Gap, ...]
    broken: tuple[str, ...]


def plans(
    providers: Sequence[str],
    instruments: Mapping[str, Instrument],
    symbols: Sequence[str],
) -> list[Plan]:
    """What each provider is asked for: these symbols, or every instrument.

    PriceError: there is nobody to ask, or a symbol that is not known.
    """
    asked = services(providers)
    for name in symbols:
        if name not in instruments:
            raise PriceError(
                f"{name}: no such instrument; `strykr lenses` lists them, or add it to "
                f"the instruments"
            )
    every = [instruments[name] for name in symbols or instruments]
    made = [plan(name, every) for name in asked]
    if symbols and not any(each.wanted for each in made):
        raise PriceError(
            f"{', '.join(symbols)}: no symbol for {' or '.join(asked)}; add it to its "
            f"symbols in the instruments"
        )
    return made


def services(providers: Sequence[str]) -> list[str]:
    """Those of the providers that are asked; PriceError if there is none."""
    asked = [name for name in providers if name != FOLDER]
    if not asked:
        raise PriceError(
            "prices: nobody is asked, folders are read where they lie; write "
            "prices.providers in strykr.toml, or give --provider"
        )
    for name in asked:
        if name not in market.PROVIDERS:
            known = ", ".join(one for one in market.PROVIDERS if one != FOLDER)
            raise PriceError(f"{name}: no such provider; there are {known}")
    return asked


def plan(provider: str, instruments: Sequence[Instrument]) -> Plan:
    """What a provider is asked for of these instruments."""
    wanted = tuple(one for one in instruments if provider in one.symbols)
    unnamed = tuple(one.id for one in instruments if provider not in one.symbols)
    return Plan(provider, wanted, unnamed)


def update(
    plans: Sequence[Plan],
    asking: market.Asking,
    *,
    store: Path,
    report: Callable[[str], None],
    anew: bool = False,
) -> Iterator[market.Update]:
    """Each provider asked in order of trust, and its answers kept, one by one.

    A provider that cannot be asked at all is one Update with the fault. DiskError: the
    store cannot be written; it is said before anybody is asked.
    """
    writable(store)
    for one in plans:
        report(f"asking {one.provider} for {len(one.wanted)} instruments")
        turn = market.Round(
            provider=one.provider,
            service=market.PROVIDERS[one.provider](asking),
            now=asking.now,
            store=store,
        )
        try:
            for number, told in enumerate(market.updates(turn, one.wanted, anew=anew)):
                report(f"asking {one.provider}: {number} of {len(one.wanted)}")
                yield told
        except PriceError as error:
            yield market.Update(subject="", provider=one.provider, faults=(str(error),))


def checked(panel: market.Panel, as_of: datetime) -> Checked:
    """All that a note of that moment would have to do without, and why."""
    return Checked(panel.faults, tuple(market.gaps(panel, as_of)), panel.broken)


def health(
    settings: Prices,
    instruments: Mapping[str, Instrument],
    asking: market.Asking,
    store: Path,
) -> list[str]:
    """What prices there are and which providers can be asked, a line each; no call."""
    folders = _bars(asking.folders, instruments)
    lines = [f"prices     {folders}", f"store      {_store(store, instruments)}"]
    for name, word in market.ready(asking):
        used = "used" if name in settings.providers else "not used"
        lines.append(f"{name:10} {word} ({used})")
    return lines


def _bars(folders: Sequence[Path], instruments: Mapping[str, Instrument]) -> str:
    try:
        return summary(market.load(folders, instruments))
    except GeneratorError as error:
        return str(error)


def _store(store: Path, instruments: Mapping[str, Instrument]) -> str:
    if not store.exists():
        return "nothing yet; `strykr prices update` fetches what the providers have"
    every = [name for name in market.PROVIDERS if name != FOLDER]
    return summary(market.load([], instruments, store=store, providers=every))


def summary(panel: market.Panel) -> str:
    """How many instruments have bars, to which session, and the first fault."""
    last = max(
        (bars.day(-1) for many in panel.bars.values() for bars in many), default=None
    )
    until = f", the last of {last}" if last else ""
    faults = f", {len(panel.faults)} faults: {panel.faults[0]}" if panel.faults else ""
    return f"{len(panel.bars)} instruments have bars{until}{faults}"
