"""Frames: each feature of a wide panel, computed when it is first asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np

from generator.market.features.wide import Wide
from generator.market.indicators import Floats, bases

Given = ParamSpec("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Frames:
    """The features of a wide panel, all arrays of rows x instruments.

    What was computed once is kept, features and what several of them share.
    """

    wide: Wide
    table: Mapping[str, "Feature"]
    kept: dict[object, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Floats:
        """The feature of that name, NaN where it has no value; not to be written to."""
        return self.of(made, self.table[name])

    def of(
        self,
        make: Callable[Concatenate["Frames", Given], Made],
        *args: Given.args,
        **more: Given.kwargs,
    ) -> Made:
        """What a function of the frames gives, computed once."""
        key = (make, args, *more.items())

        if key not in self.kept:
            with np.errstate(all="ignore"):  # NaN is how these arrays say "absent"
                self.kept[key] = make(self, *args, **more)
            if isinstance(self.kept[key], np.ndarray):  # shared: nobody may write to it
                self.kept[key].flags.writeable = False
        found: Made = self.kept[key]
        return found

    def column(self, name: str, feature: str, row: int) -> Floats:
        """An instrument's values of a feature, up to and with a row."""
        return self[feature][: row + 1, self.wide.number[name]]

    def at(self, name: str, feature: str, row: int) -> float:
        """An instrument's value of a feature on a row; NaN where there is none."""
        return float(self[feature][row, self.wide.number[name]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One line of the table of features.

    `unit` is that of a Fact, or `price` for the instrument's own. `bars` is how many
    bars a column must have before there is a value: none is told earlier. `formula`
    says in words what is computed, `source` where it is from.
    """

    name: str
    unit: str
    bars: int
    formula: str
    source: str
    make: Callable[[Frames], Floats]


def made(frames: Frames, feature: Feature) -> Floats:
    """A feature's values, without those before its warm-up or after the last bar."""
    found = np.array(feature.make(frames))
    found[: feature.bars - 1] = np.nan
    if frames.wide.beyond is not None:
        found[frames.wide.beyond] = np.nan
    found.flags.writeable = False
    return found


def before(frames: Frames, values: Floats, count: int) -> Floats:
    """The value `count` sessions before each row; NaN where that one has no bar."""
    found = np.full(values.shape, np.nan)
    found[count:] = values[: max(len(values) - count, 0)]
    for number in frames.wide.holed:
        end = frames.wide.ends[number]
        rows = bases(frames.wide.places[:end, number], count)
        found[:end, number] = np.where(rows >= 0, values[rows, number], np.nan)
    return found


def unbroken(frames: Frames, values: Floats, count: int) -> Floats:
    """The values whose last `count` rows are `count` sessions in a row, else NaN."""
    holed, places = frames.wide.holed, frames.wide.places
    if not len(holed) or len(places) < count:
        return values
    found = values.copy()
    steps = places[count - 1 :, holed] - places[: len(places) - count + 1, holed]
    rows, columns = np.nonzero(steps != count - 1)
    found[rows + count - 1, holed[columns]] = np.nan
    return found


def without(values: Floats, columns: np.ndarray) -> Floats:
    """The values, NaN in some columns."""
    return np.where(columns, np.nan, values) if columns.any() else values


def traded(frames: Frames) -> Floats:
    """The closes that are traded prices, NaN where they are not."""
    wide = frames.wide
    if wide.unpriced is None:
        return wide.close
    return np.where(wide.unpriced, np.nan, wide.close)


def told(frames: Frames, values: Floats) -> Floats:
    """The values where something may be told in prices, else NaN."""
    untold = frames.wide.untold
    return values if untold is None else np.where(untold, np.nan, values)
