"""The panel: price folders and the store read once, with a line for each fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import PriceError
from generator.market.bars import Bars
from generator.market.providers import bars_in, manifests, origin_of, price_files
from generator.market.store import held, label_of, path_of
from generator.model.market import Instrument

BARE = ("index", "volatility", "rate", "currency")  # they pay and split nothing
FOLDER = "folder"  # the provider that is read where it lies; the others are stored


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """All bars that were found, by instrument and in order of trust.

    `faults` has one line for each thing in the files that could not be used;
    `unusable` are the instruments that have a file and yet no bars; `broken` are the
    files of which nothing could be used.
    """

    instruments: Mapping[str, Instrument]
    bars: Mapping[str, tuple[Bars, ...]]
    faults: tuple[str, ...]
    unusable: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A file, the instrument it is of if any, its bars if any, and its faults."""

    label: str
    id: str
    bars: Bars | None
    faults: Sequence[str] = ()


def load(
    folders: Sequence[Path],
    instruments: Mapping[str, Instrument],
    *,
    store: Path | None = None,
    providers: Sequence[str] = (FOLDER,),
) -> Panel:
    """The panel of some price folders and of a store, the most trusted first.

    `providers` says in which order: `folder` stands for the folders in theirs, any
    other name for what the store holds of it. A file that cannot be used is a fault
    and gives no bars. PriceError: a folder is absent or holds no price file.
    """
    found: list[Found] = []
    for provider in providers:
        if provider == FOLDER:
            found += in_folders(folders, instruments)
        elif store:
            found += in_store(store, provider, instruments)
    bars: dict[str, list[Bars]] = {}
    for one in found:
        if one.bars:
            bars.setdefault(one.id, []).append(one.bars)
    broken = [one for one in found if not one.bars]
    return Panel(
        instruments=dict(instruments),
        bars={name: tuple(bars[name]) for name in instruments if name in bars},
        faults=tuple(fault for one in found for fault in one.faults),
        unusable=tuple(sorted({one.id for one in broken} - bars.keys() - {""})),
        broken=tuple(one.label for one in broken),
    )


def in_folders(
    folders: Sequence[Path], instruments: Mapping[str, Instrument]
) -> Iterator[Found]:
    """Every price file of the folders; PriceError: one is absent or holds none."""
    files = {folder: price_files(folder) for folder in folders}
    faults: list[str] = []
    known = manifests(folders, faults)
    for fault in faults:
        yield Found(fault.partition(":")[0], "", None, (fault,))
    for folder, paths in files.items():
        for path in paths:
            instrument = instruments.get(path.stem)
            label = f"{folder.name}/{path.name}"
            if instrument is None:
                fault = (
                    f"{label}: no instrument is called {path.stem}; rename the file, "
                    f"or add it to the instruments"
                )
                yield Found(label, "", None, (fault,))
                continue
            origin = origin_of(folder, path.stem, known)
            yield in_file(path, label, instrument, origin)


def in_file(
    path: Path, label: str, instrument: Instrument, origin: tuple[str, str]
) -> Found:
    """What a price file holds, or why it cannot be used."""
    try:
        bars, faults = bars_in(path, label, instrument.kind, origin)
    except PriceError as error:
        return Found(label, instrument.id, None, (str(error),))
    guessed = "unknown" in origin and "dividends" in bars.adjusted
    if guessed and instrument.kind in BARE:
        bars = replace(bars, origin=replace(bars.origin, adjusted="none"))
    return Found(label, instrument.id, bars, faults)


def in_store(
    store: Path, provider: str, instruments: Mapping[str, Instrument]
) -> Iterator[Found]:
    """What the store holds of a provider, by instrument."""
    for name in instruments:
        path = path_of(store, provider, name)
        try:
            kept = held(path)
        except PriceError as error:
            yield Found(label_of(path), name, None, (str(error),))
            continue
        if kept:
            yield Found(label_of(path), name, kept.bars)
