"""What becomes of each kind of level, beside random levels like it.

    python -m bench.levels [DIR ...]      (default: seeds/prices)

Every fifth session of every instrument with traded prices, the market wing's own
candidates are taken as of that day, from a tenth of an ATR to five ATR off the close.
A resistance is told here; a support is its mirror image.

- touched: a high at or above the level within ten sessions;
- held: touched, and from that session to the fifth after it no close more than half
  an ATR above it (the ATR of the day on which the level was taken);
- broken: a close more than half an ATR above it within ten sessions, touched or not;
- control: as many levels as there are, sixteen times over, on the same instrument, day
  and side; how far off is drawn anew from all distances, in ATR, of that kind and
  side;
- second control: the same instrument, side and distance, from the close of another
  day, drawn between 21 and 252 sessions away.

Intervals are of 10,000 bootstrap samples of blocks of 63 weekdays, all instruments of
a block together. The last line is JSON.
"""

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator import market
from generator.market.gates import gate
from generator.market.indicators import Floats, Ints
from generator.market.levels import FAR, KINDS, NEAR, candidates
from generator.market.states import atr
from generator.market.view import YEAR, View
from generator.plain.places import SEEDS
from generator.plain.world import world

STEP = 5  # sessions between two samples
TOUCH, AFTER, BEYOND = 10, 5, 0.5  # sessions, sessions, ATRs
DRAWS = 16  # controls for each level
SHIFT = (21, 252)  # sessions between a level and its second control
BLOCK, SAMPLES, SEED = 63, 10_000, 20260208
DOUBT = 0.05  # share of true nulls that an interval may miss
WIDTH = 20  # of a kind's name


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels as columns of one length; `of` is the instrument's number.

    `sign` is 1 over the close and -1 under it, `away` the distance in ATR, `block`
    the stretch of 63 weekdays in which its day lies.
    """

    of: Ints
    row: Ints
    kind: Ints
    sign: Floats
    away: Floats
    size: Floats
    close: Floats
    block: Ints

    def taken(self, rows: Ints | NDArray[np.bool_]) -> "Levels":
        """These alone."""
        return Levels(*(getattr(self, name)[rows] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of levels: each is known, touched, held, broken, or not."""

    known: NDArray[np.bool_]
    touched: NDArray[np.bool_]
    held: NDArray[np.bool_]
    broken: NDArray[np.bool_]


def views(folders: Sequence[Path]) -> list[View]:
    """Every instrument whose closes are traded prices, with all its bars."""
    desk = world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    )
    panel = market.load(folders, desk.instruments)
    found = []
    for name, bars in panel.bars.items():
        last = datetime.combine(bars[0].day(-1), clock(), UTC) + timedelta(days=2)
        view = gate(panel, name, last).view
        if view and view.as_traded and not view.is_gauge:
            found.append(view)
    return found


def taken(view: View, of: int) -> Levels:
    """The levels of one instrument on every fifth session, none of them twice."""
    index = {kind: number for number, kind in enumerate(KINDS)}
    rows: list[tuple[float, ...]] = []
    for row in range(YEAR, view.last, STEP):
        past = replace(
            view,
            bars=view.bars.taken(slice(0, row + 1)),
            places=view.places[: row + 1],
            hashes={},
        )
        found = atr(past) if past.as_traded else None
        if not found:
            continue
        size, close = found[0], past.close
        seen = {(one.kind, one.price) for one in candidates(past, size)}
        for kind, price in sorted(seen):
            away = (price - close) / size
            if NEAR <= abs(away) <= FAR:
                sign = 1.0 if away > 0 else -1.0
                rows.append((row, index[kind], sign, abs(away), size, close))
    table = np.array(rows, dtype=np.float64).reshape(-1, 6)
    numbers = table[:, 0].astype(np.int64)
    days = np.busday_count(np.datetime64("1990-01-01"), view.bars.dates[numbers])
    sign, away, size, close = table[:, 2:].T
    return Levels(
        of=np.full(len(table), of),
        row=numbers,
        kind=table[:, 1].astype(np.int64),
        sign=sign,
        away=away,
        size=size,
        close=close,
        block=np.asarray(days // BLOCK, dtype=np.int64),
    )


def outcomes(view: View, levels: Levels) -> Outcomes:
    """What became of the levels of one instrument."""
    ahead = levels.row[:, None] + 1 + np.arange(TOUCH + AFTER)
    known = ahead[:, -1] <= view.last
    ahead = np.minimum(ahead, view.last)
    sign, price = levels.sign[:, None], levels.sign * levels.close
    price = (price + levels.away * levels.size)[:, None]
    # Turned over for supports, so that every level is a resistance.
    highs = np.where(sign > 0, view.bars.high[ahead], -view.bars.low[ahead])
    known &= np.isfinite(highs).all(axis=1)
    beyond = sign * view.bars.close[ahead] > price + BEYOND * levels.size[:, None]
    with np.errstate(invalid="ignore"):
        reached = highs[:, :TOUCH] >= price
    touched = reached.any(axis=1) & known
    first = reached.argmax(axis=1)[:, None]
    after = np.arange(TOUCH + AFTER)
    lost = beyond & (after >= first) & (after <= first + AFTER)
    broken = beyond[:, :TOUCH].any(axis=1) & known
    return Outcomes(known, touched, touched & ~lost.any(axis=1), broken)


def all_outcomes(shelf: Sequence[View], levels: Levels) -> Outcomes:
    """What became of levels of many instruments."""
    found = [np.zeros(len(levels.row), dtype=bool) for _ in Outcomes.__slots__]
    for number, view in enumerate(shelf):
        mine = np.flatnonzero(levels.of == number)
        if len(mine):
            told = outcomes(view, levels.taken(mine))
            for column, name in zip(found, Outcomes.__slots__, strict=True):
                column[mine] = getattr(told, name)
    return Outcomes(*found)


def controls(levels: Levels, rng: np.random.Generator) -> Levels:
    """The same days and sides, the distances of a kind and side dealt out anew."""
    away = levels.away.copy()
    for group in np.unique(levels.kind * 2 + (levels.sign > 0)):
        rows = np.flatnonzero(levels.kind * 2 + (levels.sign > 0) == group)
        away[rows] = rng.permutation(levels.away[rows])
    return replace(levels, away=away)


def moved(shelf: Sequence[View], levels: Levels, rng: np.random.Generator) -> Levels:
    """The same sides and distances, from the close and ATR of another day."""
    low, high = SHIFT[0] // STEP + 1, SHIFT[1] // STEP
    step = STEP * rng.integers(low, high + 1, len(levels.row))
    step *= rng.choice([-1, 1], len(levels.row))
    width = 2 * max(len(view.bars) for view in shelf)
    days, first = np.unique(levels.of * width + levels.row, return_index=True)
    pick = np.full(len(levels.row), -1)
    for way in (step, -step):  # the other way where no level was taken that day
        row = levels.row + way
        wanted = levels.of * width + np.where(row < 0, width - 1, row)
        place = np.minimum(np.searchsorted(days, wanted), len(days) - 1)
        there = (pick < 0) & (days[place] == wanted)
        pick[there] = first[place[there]]
    kept, pick = levels.taken(pick >= 0), pick[pick >= 0]
    return replace(
        kept, row=levels.row[pick], size=levels.size[pick], close=levels.close[pick]
    )


def sums(levels: Levels, told: Outcomes, blocks: Ints, kind: int) -> Floats:
    """Known, touched, held and broken levels of a kind, a row a block."""
    mine = levels.kind == kind
    place = np.searchsorted(blocks, levels.block[mine])
    columns = [getattr(told, name)[mine] for name in Outcomes.__slots__]
    return np.array(
        [np.bincount(place, weights=one, minlength=len(blocks)) for one in columns]
    ).T


def rates(counts: Floats) -> Floats:
    """Held of those touched, and broken of all; counts end in the four columns."""
    with np.errstate(invalid="ignore"):
        return np.stack(
            [counts[..., 2] / counts[..., 1], counts[..., 3] / counts[..., 0]], axis=-1
        )


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one kind: rates of holding and of breaking, and their doubt."""

    kind: str
    n: int
    instruments: int
    touched: float
    rates: Floats
    control: Floats
    second: Floats
    ci: Floats
    wide: Floats

    @property
    def diff(self) -> Floats:
        """The kind's rates less its control's."""
        return self.rates - self.control

    @property
    def clear(self) -> tuple[bool, ...]:
        """Whether each difference is beyond what as many tests throw up by chance."""
        return tuple(bool(low > 0 or high < 0) for low, high in self.wide.T)

    def line(self) -> str:
        """A row of the table, in percent and points."""
        cells = [f"{self.kind:{WIDTH}}{self.n:9,}{self.touched:8.1%}"]
        for number, clear in enumerate(self.clear):
            low, high = 100 * self.ci[:, number]
            gap, other = 100 * self.diff[number], 100 * self.second[number]
            cells.append(
                f"{self.rates[number]:8.1%}{self.control[number]:8.1%}{gap:+7.1f}"
                f"{'*' if clear else ' '} [{low:+5.1f}, {high:+5.1f}]{other:+6.1f} "
            )
        return "".join(cells).rstrip()

    def tree(self) -> dict[str, object]:
        """The same for the line of JSON, as fractions."""
        told: dict[str, object] = {"n": self.n, "instruments": self.instruments}
        told["touched"] = round(self.touched, 4)
        for number, word in enumerate(("hold", "break")):
            told[word] = round(float(self.rates[number]), 4)
            told[f"control_{word}"] = round(float(self.control[number]), 4)
            told[f"diff_{word}"] = round(float(self.diff[number]), 4)
            told[f"ci_{word}"] = [round(float(one), 4) for one in self.ci[:, number]]
            told[f"diff_{word}_other_day"] = round(float(self.second[number]), 4)
            told[f"clear_{word}"] = self.clear[number]
        return told


def records(shelf: Sequence[View], levels: Levels) -> list[Record]:
    """The record of every kind, from the same random draws on every run."""
    rng = np.random.default_rng(SEED)
    blocks = np.unique(levels.block)
    own = [(levels, all_outcomes(shelf, levels))]
    dealt = [controls(levels, rng) for _ in range(DRAWS)]
    control = [(one, all_outcomes(shelf, one)) for one in dealt]
    shifted = moved(shelf, levels, rng)
    second = [(shifted, all_outcomes(shelf, shifted))]
    even = np.full(len(blocks), 1 / len(blocks))
    draws = rng.multinomial(len(blocks), even, size=SAMPLES).astype(np.float64)
    kinds = np.unique(levels.kind).tolist()
    tail = 100 * DOUBT / 2 / (2 * len(kinds))
    found = []
    for kind in kinds:
        mine, other, far = (
            sum((sums(*one, blocks, kind) for one in many), np.zeros((len(blocks), 4)))
            for many in (own, control, second)
        )
        gaps = rates(draws @ mine) - rates(draws @ other)
        whole, all_in_all = mine.sum(axis=0), rates(mine.sum(axis=0))
        found.append(
            Record(
                kind=list(KINDS)[kind],
                n=int(whole[0]),
                instruments=len(np.unique(levels.of[levels.kind == kind])),
                touched=float(whole[1] / whole[0]),
                rates=all_in_all,
                control=rates(other.sum(axis=0)),
                second=all_in_all - rates(far.sum(axis=0)),
                ci=np.nanpercentile(gaps, [100 * DOUBT / 2, 100 - 100 * DOUBT / 2], 0),
                wide=np.nanpercentile(gaps, [tail, 100 - tail], 0),
            )
        )
    return found


TITLES = ("held, of those touched", "broken within ten sessions")
HEAD = (
    f"{'':{WIDTH + 17}}{TITLES[0]:^46}{TITLES[1]:^46}\n"
    f"{'kind':{WIDTH}}{'n':>9}{'touched':>8}"
    + f"{'rate':>8}{'control':>8}{'diff':>7}  {'95%':^14}{'2nd':>6} "
    * 2
)


def report(found: Sequence[Record]) -> str:
    """The table, and how to read it."""
    tests = 2 * len(found)
    clear = sum(sum(record.clear) for record in found)
    misses = sum(int((one.ci[0] > 0).sum() + (one.ci[1] < 0).sum()) for one in found)
    notes = (
        "diff  the kind less its control, in points, and its 95% interval",
        "2nd   the same less the second control: that distance on another day",
        f"*     clear of zero with all {tests} tests counted (Bonferroni): {clear}",
        f"{misses} of {tests} intervals miss zero, {tests * DOUBT:.0f} would by chance",
    )
    return "\n".join((HEAD, *(record.line() for record in found), "", *notes))


def main(folders: Sequence[Path]) -> dict[str, object]:
    """Print the table and give what the last line says."""
    began = time.process_time()
    shelf = views(folders)
    parts = [taken(view, number) for number, view in enumerate(shelf)]
    levels = Levels(
        *(
            np.concatenate([getattr(part, name) for part in parts])
            for name in Levels.__slots__
        )
    )
    days = np.concatenate(
        [view.bars.dates[part.row] for view, part in zip(shelf, parts, strict=True)]
    )
    first, last = str(days.min()), str(days.max())
    count = len(np.unique(levels.of))
    found = records(shelf, levels)
    print(f"{count} instruments, {first} to {last}, every {STEP}th session\n")
    print(report(found))
    return {
        "bench": "levels",
        "kinds": {record.kind: record.tree() for record in found},
        "instruments": count,
        "first": first,
        "last": last,
        "levels": len(levels.row),
        "tests": 2 * len(found),
        "clear": [record.kind for record in found if any(record.clear)],
        "cpu_s": round(time.process_time() - began, 1),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.levels", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    given = parser.parse_args().folders or [SEEDS / "prices"]
    print(json.dumps(main(given)))
