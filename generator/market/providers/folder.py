"""Folders of price files, `<ID>.csv` or `<ID>.parquet`, and their manifests."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.errors import PriceError
from generator.market.providers.files import SIGNED, SUFFIXES, bars_in
from generator.market.providers.provider import Answer, Asking
from generator.market.providers.turns import (
    Came,
    Query,
    Trouble,
    one_by_one,
    queries,
)

MANIFEST = "manifest.tsv"
Told = tuple[str, str]  # vendor, adjusted
Origins = Mapping[tuple[str, str], Told]  # by folder and id


@dataclass(frozen=True, slots=True)
class Folder:
    """Price folders as a Provider: each id from the first that has a file of it."""

    asking: Asking

    def ready(self) -> str:
        """How many files there are, or which folder is missing."""
        try:
            count = sum(len(price_files(folder)) for folder in self.asking.folders)
        except PriceError as error:
            return str(error)
        return f"works, {count} files" if count else "no folder; write prices.folders"

    def bars(self, symbols: Sequence[str], first: date, last: date) -> Answer:
        """The bars of these ids; PriceError: a folder is absent or holds no file."""
        lines: list[str] = []
        known = manifests(self.asking.folders, lines)
        paths = [path for at in self.asking.folders for path in price_files(at)]
        files = {path.stem: path for path in reversed(paths)}

        def ask(query: Query) -> Came | Trouble:
            path = files.get(query.symbol)
            if path is None:
                mend = f"put {query.symbol}.csv into one of the folders"
                return Trouble("no price file", mend)
            kind = SIGNED[0] if query.signed else ""
            told = origin_of(path.parent, query.symbol, known)
            return bars_in(path, f"{path.parent.name}/{path.name}", kind, told)

        asked = queries(self.asking, symbols, first, last)
        answer = one_by_one("folder", asked, ask, lambda: None)
        return replace(answer, faults=(*lines, *answer.faults))


def price_files(folder: Path) -> list[Path]:
    """The price files of a folder, by name; PriceError if there is none."""
    try:
        paths = sorted(
            path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES
        )
    except FileNotFoundError as error:
        raise PriceError(
            f"{folder}: no such price folder; check --prices or prices.folders"
        ) from error
    except OSError as error:
        raise PriceError(
            f"{folder}: {error.strerror}; check --prices or prices.folders"
        ) from error
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


def origins_in(path: Path) -> Iterator[tuple[tuple[str, str], Told]]:
    """Each row of a manifest: folder and id, vendor and adjustment."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            told = (row["vendor"] or "unknown", row["adjusted_for"] or "unknown")
            yield (row["folder"], row["id"]), told


def origin_of(folder: Path, name: str, manifests: Mapping[Path, Origins]) -> Told:
    """Vendor and adjustment of a file: its folder's manifest, else another's.

    A copied folder keeps its own manifest's word under any name.
    """
    own = manifests.get(folder, {})
    every = [own, *(one for at, one in manifests.items() if at != folder)]
    named = [one[folder.name, name] for one in every if (folder.name, name) in one]
    copied = [origin for (_, id_), origin in own.items() if id_ == name]
    return next(iter(named + copied), (folder.name, "unknown"))
