"""Past days: earlier days like the last one, and what followed them."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bench.second.scores import floats, threats
from bench.second.shelf import Floats, Ints, Line
from bench.second.truth import Asked, Table, Truth, spells

AHEAD, RARE, SCORED, FIFTH, MOVED = 10, 2.0, 250, 20.0, 0.05


def after(line: Line, count: int) -> Floats:
    """The return over the next sessions, on each row."""
    closes = pd.Series(line.close, index=line.places)
    found: Floats = closes.reindex(line.places + count).to_numpy() / line.close - 1
    return found


def zscores(line: Line) -> Floats:
    """The daily moves in usual days."""
    found: Floats = line.moves / line.usual
    return found


def as_unusual(line: Line, count: int) -> Ints:
    """The days with a move of the last's sign as large, their sequel known."""
    scores = zscores(line)
    alike = scores * np.sign(scores[-1]) >= abs(scores[-1])
    return np.flatnonzero(alike & np.isfinite(after(line, count)))


def truth(value: float, line: Line, *made: int) -> Truth:
    """A value of a line."""
    days = tuple(line.day(int(row)) for row in made)
    return Truth(float(value), days, line.day(0), line.day(line.last))


def horizon(asked: Asked) -> int:
    """The sessions looked ahead."""
    return int(next((one for one in asked.args[::-1] if one.isdigit()), AHEAD))


def cases(asked: Asked) -> Ints:
    """The days like the last of the state named, or as unusual where none is."""
    if any(one.isalpha() and one != "move" for one in asked.args):
        raise LookupError(".".join(asked.args))
    return as_unusual(asked.line, horizon(asked))


def number(asked: Asked) -> Truth:
    """How many there are."""
    return truth(len(cases(asked)), asked.line)


def episodes(asked: Asked) -> Truth:
    """The groups of them that lie more than 21 sessions apart."""
    line = asked.line
    return truth(spells(line.places[cases(asked)].tolist()), line)


def known(asked: Asked) -> Floats:
    """What followed the days that are asked of: those cases, or all."""
    line = asked.line
    ahead = after(line, horizon(asked))
    if asked.metric.startswith("base"):
        return ahead[np.isfinite(ahead)]
    return ahead[cases(asked)]


def risen(asked: Asked) -> Truth:
    """The share of them with a higher close."""
    return truth(float((known(asked) > 0).mean()), asked.line)


def risen_count(asked: Asked) -> Truth:
    """How many had a higher close."""
    return truth(int((known(asked) > 0).sum()), asked.line)


def mean(asked: Asked) -> Truth:
    """The mean of what followed."""
    return truth(float(known(asked).mean()), asked.line)


def base_count(asked: Asked) -> Truth:
    """All days whose sequel is known."""
    return truth(len(known(asked)), asked.line)


# --- Threat


def levels(asked: Asked) -> Floats:
    """The Threat of each row by prices alone; NaN before 250 values of each part."""
    line = asked.line
    columns = [
        floats(series.reindex(line.days))
        for _, series in threats(asked.moment, asked.subject)
    ]
    places = [at_or_below(one) for one in columns]
    enough = [np.cumsum(np.isfinite(one)) >= SCORED for one in columns]
    mean_of = sum(places) / len(places)
    fifths = np.minimum(np.floor(mean_of / FIFTH) + 1, 5)
    return np.where(np.logical_and.reduce(enough), fifths, np.nan)


def at_or_below(values: Floats) -> Floats:
    """The percentage of values so far at or below each, by ranks of a growing past."""
    past = pd.Series(values)
    found: Floats = 100 * past.expanding().rank(method="max", pct=True).to_numpy()
    return np.where(np.isfinite(values), found, np.nan)


def scored(asked: Asked) -> tuple[Ints, Ints]:
    """All scored days with ten later ones, and those of today's Threat."""
    told = levels(asked)
    there = np.isfinite(told) & np.isfinite(after(asked.line, AHEAD))
    return np.flatnonzero(there), np.flatnonzero(there & (told == told[-1]))


def reached(asked: Asked) -> NDArray[np.bool_]:
    """1 on each row that a close of the next ten is 5% lower than, or higher."""
    line = asked.line
    closes = pd.Series(line.close)[::-1]
    is_drop = "drop" in asked.metric
    window = closes.shift(1).rolling(AHEAD)
    ends = (window.min() if is_drop else window.max())[::-1].to_numpy()
    away = ends / line.close - 1
    found: NDArray[np.bool_] = away <= -MOVED if is_drop else away >= MOVED
    return found


def threat_days(asked: Asked) -> Truth:
    """How many days had today's Threat; the groups of them; all scored ones."""
    every, same = scored(asked)
    line = asked.line
    value = {
        "threat_days": len(same),
        "threat_episodes": spells(line.places[same].tolist()),
        "threat_base.n": len(every),
    }[asked.metric]
    return truth(value, line)


def threat_share(asked: Asked) -> Truth:
    """The share, or the count, of these or of all days that saw such a close."""
    every, same = scored(asked)
    rows = every if "base" in asked.metric else same
    hits = reached(asked)[rows]
    counted = "count" in asked.metric
    return truth(hits.sum() if counted else hits.mean(), asked.line)


def own(metric: Callable[[Asked], Truth]) -> Callable[[Asked], Truth]:
    """The metric by fifths; its second reading, `.own`, is not looked at."""

    def found(asked: Asked) -> Truth:
        if "own" in asked.args:
            raise LookupError("own")
        return metric(asked)

    return found


THREATS: Mapping[str, Callable[[Asked], Truth]] = {
    **dict.fromkeys(("threat_days", "threat_episodes", "threat_base.n"), threat_days),
    **{
        f"threat{base}{count}_{word}": threat_share
        for base in ("", "_base")
        for count in ("", "_count")
        for word in ("drop", "rise")
    },
}
TABLE: Table = {
    "precedent.n": number,
    "precedent.episodes": episodes,
    "precedent_up": risen,
    "precedent_up_count": risen_count,
    "precedent_mean": mean,
    "base_up": risen,
    "base_up_count": risen_count,
    "base_mean": mean,
    "base.n": base_count,
    "threat_size": lambda asked: truth(MOVED, asked.line),
    "threat_level": own(lambda asked: truth(levels(asked)[-1], asked.line)),
    **{name: own(metric) for name, metric in THREATS.items()},
}
