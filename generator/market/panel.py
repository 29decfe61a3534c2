"""The panel: price folders read once, with one line for each fault found."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PriceError
from generator.market.bars import Bars
from generator.market.files import bars_in
from generator.model.market import Instrument

MANIFEST = "manifest.tsv"
Origin = tuple[str, str]  # vendor, adjusted
Origins = Mapping[tuple[str, str], Origin]  # by folder and id


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """All bars that were found, by instrument and in order of trust.

    `faults` has one line for each thing in the files that could not be used;
    `unusable` are the instruments that have a file and yet no bars.
    """

    instruments: Mapping[str, Instrument]
    bars: Mapping[str, tuple[Bars, ...]]
    faults: tuple[str, ...]
    unusable: tuple[str, ...] = ()


def load(folders: Sequence[Path], instruments: Mapping[str, Instrument]) -> Panel:
    """The panel of some price folders, the most trusted first.

    A file that cannot be used is a fault and gives no bars. PriceError: a folder is
    absent or holds no price file.
    """
    faults: list[str] = []
    files = {folder: price_files(folder) for folder in folders}
    origins = manifests(folders, faults)
    found: dict[str, list[Bars]] = {}
    tried: set[str] = set()
    for folder, paths in files.items():
        for path in paths:
            label = f"{folder.name}/{path.name}"
            instrument = instruments.get(path.stem)
            if instrument is None:
                faults.append(
                    f"{label}: no instrument is called {path.stem}; rename the file, "
                    f"or add it to the instruments"
                )
                continue
            tried.add(path.stem)
            origin = origin_of(folder, path.stem, origins)
            try:
                bars, complaints = bars_in(path, label, instrument.kind, origin)
            except PriceError as error:
                faults.append(str(error))
                continue
            faults.extend(complaints)
            found.setdefault(path.stem, []).append(bars)
    ordered = {name: tuple(found[name]) for name in instruments if name in found}
    unusable = tuple(sorted(tried - found.keys()))
    return Panel(dict(instruments), ordered, tuple(faults), unusable)


def price_files(folder: Path) -> list[Path]:
    """The price files of a folder, by name; PriceError if there is none."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".csv")
    except FileNotFoundError as error:
        raise PriceError(f"{folder}: no such price folder; check --prices") from error
    except OSError as error:
        raise PriceError(f"{folder}: {error.strerror}; check --prices") from error
    if not paths:
        raise PriceError(
            f"{folder}: no price file; put one <ID>.csv with date and close there"
        )
    return paths


def manifests(folders: Sequence[Path], faults: list[str]) -> Mapping[Path, Origins]:
    """What the `manifest.tsv` of each folder says, where there is one."""
    found: dict[Path, Origins] = {}
    for folder in folders:
        try:
            found[folder] = dict(origins_in(folder / MANIFEST))
        except FileNotFoundError:
            continue
        except (KeyError, ValueError, OSError, csv.Error) as error:
            faults.append(
                f"{folder.name}/{MANIFEST}: {error} cannot be read; it needs the "
                f"columns folder, id, vendor and adjusted_for, separated by tabs"
            )
    return found


def origins_in(path: Path) -> Iterator[tuple[tuple[str, str], Origin]]:
    """Each row of a manifest: folder and id, vendor and adjustment."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            origin = (row["vendor"] or "unknown", row["adjusted_for"] or "unknown")
            yield (row["folder"], row["id"]), origin


def origin_of(folder: Path, name: str, manifests: Mapping[Path, Origins]) -> Origin:
    """Vendor and adjustment of a file: its folder's manifest, else another's.

    A copied folder keeps its own manifest's word under any name.
    """
    own = manifests.get(folder, {})
    every = [own, *(one for at, one in manifests.items() if at != folder)]
    named = [one[folder.name, name] for one in every if (folder.name, name) in one]
    copied = [origin for (_, id_), origin in own.items() if id_ == name]
    return next(iter(named + copied), (folder.name, "unknown"))
