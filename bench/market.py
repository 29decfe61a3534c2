"""How fast every feature of a whole panel is computed, and how near to TA-Lib.

    python -m bench.market [DIR ...]        (default: seeds/prices)

All in one process on one core, times in milliseconds, each the best of three:

- ms: one feature of the whole panel, alone, with all that it needs;
- TA-Lib, pandas-ta: how many times as long a library takes, series by series (with
  TA-Lib switched off in pandas-ta-classic);
- recompute: how many times as long a note-day takes where each note cuts the panel at
  its own date and computes the feature anew, on five dates spread over the sessions;
- apart: the largest difference to TA-Lib after the warm-up, prices as a share of the
  close.

A note-day is one session of the whole panel with all features. The second figure is of
500 seeded walks of 5,040 sessions, all features, in blocks of 100 columns so that the
arrays of a block fit a small machine; the making of the walks is not counted. The last
line is JSON.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bench.oracles import TALIB, apart, pandas_ta, plain
from generator import market
from generator.market import Panel
from generator.market.bars import FIELDS, Bars
from generator.market.features import FEATURES, Column, Frames, Wide, frames_of
from generator.market.tracks import ends
from generator.plain.places import SEEDS
from generator.plain.world import world

DATES = 5  # notes that are computed anew
BEST = 3
SYMBOLS, ROWS, BLOCK = 500, 5040, 100
SEED = 20260208


@dataclass(frozen=True, slots=True)
class Line:
    """One feature: seconds here, in other libraries and anew; NaN where not had."""

    name: str
    here: float
    talib: float
    pandas: float
    anew: float
    apart: float


def best(deed: Callable[[], object], count: int = BEST) -> float:
    """The least seconds of some tries."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return min(times)


def panel_of(folders: Sequence[Path]) -> Panel:
    """The panel of these folders."""
    desk = world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    )
    return market.load(folders, desk.instruments)


def cut(columns: Sequence[Column], day: np.datetime64) -> list[Column]:
    """The columns as they were on a day."""
    found = []
    for column in columns:
        end = int(np.searchsorted(column.bars.dates, day, side="right"))
        bars, places = column.bars.taken(slice(end)), column.places[:end]
        first = min(column.priced_from, end)
        found.append(replace(column, bars=bars, places=places, priced_from=first))
    return found


def all_features(columns: Sequence[Column]) -> Frames:
    """The frames with every feature computed."""
    frames = frames_of(columns)
    for name in FEATURES:
        frames[name]
    return frames


def sample(columns: Sequence[Column]) -> list[np.datetime64]:
    """The dates on which notes are computed anew, evenly spread over the sessions."""
    days = np.unique(np.concatenate([column.bars.dates for column in columns]))
    return [days[len(days) * number // DATES - 1] for number in range(1, DATES + 1)]


def series(column: Column) -> pd.DataFrame:
    """The bars as the frame that pandas-ta takes."""
    bars = column.bars
    arrays = {field: getattr(bars, field) for field in FIELDS}
    return pd.DataFrame(arrays, index=pd.DatetimeIndex(bars.dates))


def alone(wide: Wide, name: str) -> object:
    """One feature, with all that it needs and nothing kept from before."""
    return Frames(wide, FEATURES)[name]


def each(function: Callable[[Any], object], given: Sequence[Any]) -> list[object]:
    """What a library gives, series by series."""
    return [function(one) for one in given]


def lines(columns: Sequence[Column]) -> Iterator[Line]:
    """Each feature, timed alone."""
    wide = Wide.of(columns)
    cuts = [Wide.of(cut(columns, day)) for day in sample(columns)]
    bars = [column.bars for column in columns]
    raw = frames_of([plain(column.name, column.bars) for column in columns])
    tables = [series(column) for column in columns]
    others = pandas_ta()
    for name in FEATURES:
        told, other = TALIB.get(name), others.get(name)
        yield Line(
            name,
            best(partial(alone, wide, name)),
            best(partial(each, told, bars)) if told else np.nan,
            best(partial(each, other, tables)) if other else np.nan,
            float(np.mean([best(partial(alone, one, name)) for one in cuts])),
            apart(raw, name) if told else np.nan,
        )


def walks() -> list[Column]:
    """500 instruments of 20 years, the same in every run."""
    chance = np.random.default_rng(SEED)
    days = np.arange(np.datetime64("2000-01-03"), np.datetime64("2030-01-01"))
    days = days[np.is_busday(days)][:ROWS]
    return [
        Column(
            name=f"W{number}",
            bars=a_walk(chance, days),
            places=np.arange(ROWS),
            kind="stock",
        )
        for number in range(SYMBOLS)
    ]


def a_walk(chance: np.random.Generator, days: np.ndarray) -> Bars:
    """Bars that walk at random, with whole highs and lows."""
    size = len(days)
    close = 100 * np.exp(np.cumsum(chance.normal(0.0002, 0.012, size)))
    opened = close * np.exp(chance.normal(0, 0.004, size))
    high = np.maximum(opened, close) * np.exp(np.abs(chance.normal(0, 0.004, size)))
    low = np.minimum(opened, close) * np.exp(-np.abs(chance.normal(0, 0.004, size)))
    volume = np.exp(chance.normal(15, 0.5, size))
    return Bars(days, opened, high, low, close, volume, np.zeros(size, dtype=bool))


def in_blocks(columns: Sequence[Column]) -> np.ndarray:
    """The last row of every feature of all columns."""
    last = np.empty((len(FEATURES), len(columns)))
    for first in range(0, len(columns), BLOCK):
        frames = all_features(columns[first : first + BLOCK])
        for row, name in enumerate(FEATURES):
            last[row, first : first + BLOCK] = frames[name][-1]
    return last


# --- the report


def times(value: float) -> str:
    """A ratio as a cell of the table, empty where there is none."""
    return f"{value:>10,.1f}" if np.isfinite(value) else " " * 10


def table(found: Sequence[Line], sessions: float) -> Iterator[str]:
    """The features, a line each."""
    heads = ("ms", "x TA-Lib", "x pandas-ta", "x recompute", "apart")
    yield f"{'feature':<22}" + "".join(f"{head:>12}" for head in heads)
    for line in found:
        cells = (
            line.here * 1e3,
            line.talib / line.here,
            line.pandas / line.here,
            line.anew * sessions / line.here,
        )
        near = f"{line.apart:12.1e}" if np.isfinite(line.apart) else ""
        yield (
            f"{line.name:<22}" + "".join(f"{times(cell):>12}" for cell in cells) + near
        )


def ratio(found: Sequence[Line], of: str) -> float:
    """How many times as long a library takes for the features that it has."""
    had = [(getattr(line, of), line.here) for line in found]
    theirs, ours = np.array([pair for pair in had if np.isfinite(pair[0])]).sum(axis=0)
    return float(theirs / ours)


def anew(columns: Sequence[Column], day: np.datetime64) -> Frames:
    """What a note of that day computes if nothing is kept between notes."""
    return all_features(cut(columns, day))


def summary(columns: Sequence[Column], found: Sequence[Line]) -> dict[str, float | str]:
    """The figures of the last line."""
    sessions = float(np.median([len(column.bars) for column in columns]))
    whole = best(partial(all_features, columns))
    notes = [best(partial(anew, columns, day)) for day in sample(columns)]
    many = walks()
    cold = best(partial(in_blocks, many), 1)
    start = time.process_time()
    warm = best(partial(in_blocks, many))
    busy = (time.process_time() - start) / BEST
    known = [line.apart for line in found if np.isfinite(line.apart)]
    return {
        "bench": "market",
        "ms_per_note_day": round(whole * 1e3 / sessions, 4),
        "x_recompute": round(float(np.mean(notes)) * sessions / whole),
        "max_abs_diff_talib": max(known, default=float("nan")),
        "x_talib": round(ratio(found, "talib"), 2),
        "x_pandas_ta": round(ratio(found, "pandas"), 1),
        "seconds_panel": round(whole, 3),
        "seconds_500x20y": round(warm, 2),
        "seconds_500x20y_first": round(cold, 2),
        "cpu_seconds_500x20y": round(busy, 2),
        "instruments": len(columns),
        "sessions": int(sessions),
        "features": len(FEATURES),
        "talib_features": len(TALIB),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.market")
    parser.add_argument("folders", nargs="*", type=Path, default=[SEEDS / "prices"])
    folders: list[Path] = parser.parse_args().folders
    columns = [view.own_column for view in ends(panel_of(folders))]
    found = list(lines(columns))
    told = summary(columns, found)
    print("\n".join(table(found, float(told["sessions"]))))
    print(
        f"\n{told['instruments']} instruments, {told['features']} features, "
        f"{told['sessions']} sessions (the median of the columns); one process"
    )
    print(json.dumps(told))


if __name__ == "__main__":
    main()
