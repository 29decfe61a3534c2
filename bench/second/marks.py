"""Marks: the price of a level from its method and dates, and the arithmetic of a trade.

A level is known by what `docs/levels.md` says of its kind.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from bench.second.shelf import YEAR, Floats, Line
from bench.second.truth import top

Price = tuple[float, date | None]
SWING, MAJOR, MOVE = 5, 10, 5
EXTREME = re.compile(
    r"(?P<before>previous )?(?P<end>record|highest|lowest)(?P<low> low)? ?"
    r"(?P<field>close|price|high|low)?(?: since (?P<since>\w+ \d{4}))?$"
)
YEARLY = re.compile(r"52-week (?P<close>closing )?(?P<end>high|low)$")
DAYS = re.compile(r"(?P<prior>prior )?(?P<count>\d+)-day (?P<end>high|low)$")
MEAN = re.compile(r"(?P<count>\d+)-day mean$")
PIVOT = re.compile(r"(?P<which>first|second) pivot (?P<side>resistance|support)$")
LINES = {"bear-market line": 0.8, "correction line": 0.9}
BEYOND = re.compile(r"half an ATR (?P<side>over|under) the (?P<of>.+)$")


def extreme(values: Floats, line: Line, start: int, end: str) -> Price:
    """The last row from `start` on with the highest, or lowest, of some prices."""
    sign = 1 if end == "high" else -1
    row = start + top(sign * values[start:])
    return float(values[row]), line.day(row)


def of_record(line: Line, found: re.Match[str]) -> Price:
    """The highest or lowest close or price of the bars, maybe before the last five."""
    low = found["end"] == "lowest" or bool(found["low"])
    closes = found["field"] == "close"
    values = line.close if closes else line.low if low else line.high
    start = line.priced if closes else line.whole
    if found["before"]:
        values = values[:-MOVE]
    return extreme(values, line, start, "low" if low else "high")


def of_year(line: Line, found: re.Match[str]) -> Price:
    """The highest or lowest close or price of 252 sessions."""
    values = line.close if found["close"] else getattr(line, found["end"])
    return extreme(values, line, len(values) - YEAR, found["end"])


def of_days(line: Line, found: re.Match[str]) -> Price:
    """The highest or lowest price of so many sessions, or of those before the last."""
    values, count = getattr(line, found["end"]), int(found["count"])
    if found["prior"]:
        values = values[:-1]
    return extreme(values, line, len(values) - count, found["end"])


def of_mean(line: Line, found: re.Match[str]) -> Price:
    """The mean of so many closes."""
    return float(line.mean(int(found["count"]))[-1]), line.day(line.last)


def of_pivot(line: Line, found: re.Match[str]) -> Price:
    """A floor pivot of the last session."""
    high, low = line.high[-1], line.low[-1]
    middle, size = (high + low + line.close[-1]) / 3, high - low
    side = 1 if found["side"] == "resistance" else -1
    first = 2 * middle - (low if side > 0 else high)
    price = first if found["which"] == "first" else middle + side * size
    return float(price), line.day(line.last)


PATTERNS: Sequence[tuple[re.Pattern[str], Callable[[Line, re.Match[str]], Price]]] = (
    (EXTREME, of_record),
    (YEARLY, of_year),
    (DAYS, of_days),
    (MEAN, of_mean),
    (PIVOT, of_pivot),
)


def peak(line: Line) -> int:
    """The row of the highest close."""
    return line.priced + top(line.close[line.priced :])


def since_peak(line: Line, method: str) -> Price:
    """The highest or lowest price after the day of the highest close."""
    end = method.rsplit(" ", 1)[1]
    return extreme(getattr(line, end), line, peak(line) + 1, end)


def under_peak(line: Line, method: str) -> Price:
    """So many percent under the highest close."""
    return float(LINES[method] * line.close[peak(line)]), line.day(peak(line))


def of_session(line: Line, method: str) -> Price:
    """High, low or close of the last session or of the one before."""
    row = line.last - 1 if "before" in method else line.last
    field = next(one for one in ("high", "low", "close") if one in method)
    return float(getattr(line, field)[row]), line.day(row)


def of_week(line: Line, method: str) -> Price:
    """High or low of the calendar week, or of the one before."""
    days = pd.Series(line.days)
    weeks = days.dt.to_period("W-SUN")
    wanted = weeks.iloc[-1] - (1 if method.startswith("prior") else 0)
    rows = np.flatnonzero((weeks == wanted).to_numpy())
    end = method.rsplit(" ", 1)[1]
    values = getattr(line, end)[: rows[-1] + 1]
    return extreme(values, line, int(rows[0]), end)


def middle_pivot(line: Line, method: str) -> Price:
    """The mean of high, low and close."""
    return float((line.high[-1] + line.low[-1] + line.close[-1]) / 3), line.day(
        line.last
    )


NAMED: Mapping[str, Callable[[Line, str], Price]] = {
    "post-peak high": since_peak,
    "post-peak low": since_peak,
    **dict.fromkeys(LINES, under_peak),
    "session high": of_session,
    "session low": of_session,
    "high of the session before": of_session,
    "low of the session before": of_session,
    "close of the session before": of_session,
    "week's high": of_week,
    "week's low": of_week,
    "prior week's high": of_week,
    "prior week's low": of_week,
    "floor pivot": middle_pivot,
}


def found_by(line: Line, method: str) -> Price | None:
    """The price of a method that has but one, and its date; None for any other."""
    for pattern, price in PATTERNS:
        match = pattern.fullmatch(method)
        if match:
            return price(line, match)
    return NAMED[method](line, method) if method in NAMED else None


def stands_out(values: Floats, row: int, reach: int) -> bool:
    """Whether no value within reach is higher, and none before it as high."""
    around = values[max(row - reach, 0) : row + reach + 1]
    before = values[max(row - reach, 0) : row]
    return bool(values[row] >= around.max() and (values[row] > before).all())


def of_turn(line: Line, method: str, made: date) -> float | None:
    """The high, low or close of a day that stands out from the bars either side."""
    row, side = line.row(made), method.rsplit(" ", 1)[1]
    if row < 0:
        return None
    closing = method.startswith("closing")
    values = line.close if closing else getattr(line, side)
    reach = SWING if row >= len(line.close) - YEAR else MAJOR
    sign = 1 if side == "high" else -1
    return float(values[row]) if stands_out(sign * values, row, reach) else None


def of_cluster(line: Line, made: Sequence[date]) -> list[float]:
    """The prices of the newest of three or more swing points within one ATR."""
    points = [
        (float(values[row]), day)
        for day in made
        for sign, values in ((1, line.high), (-1, line.low))
        if (row := line.row(day)) >= 0 and stands_out(sign * values, row, SWING)
    ]
    own = [price for price, day in points if day == made[0]]
    return [one for one in own if is_crowded(one, points, line.atr)]


def is_crowded(price: float, points: Sequence[tuple[float, date]], size: float) -> bool:
    """Whether a window of one ATR over it or under it holds three swing points."""
    prices = sorted(one for one, _ in points)
    starts = [one for one in prices if one <= price <= one + size * (1 + 1e-12)]
    held = [
        sum(one <= other <= one + size * (1 + 1e-12) for other in prices)
        for one in starts
    ]
    return max(held, default=0) >= 3


def of_gap(line: Line, made: date) -> list[float]:
    """The edges on a day of gaps that no later price has closed."""
    row, high, low = line.row(made), line.high, line.low
    found = []
    if row + 1 <= line.last and np.isfinite(high[row]):
        found += [float(high[row])] if low[row + 1 :].min() > high[row] else []
        found += [float(low[row])] if high[row + 1 :].max() < low[row] else []
    if row >= 1:
        found += [float(low[row])] if low[row:].min() > high[row - 1] else []
        found += [float(high[row])] if high[row:].max() < low[row - 1] else []
    return found


def prices_of(
    line: Line, method: str, made: Sequence[date], printed: float
) -> list[float]:
    """Every price that a method and its dates may stand for; none if there is none."""
    beyond = BEYOND.fullmatch(method)
    if beyond:
        away = line.atr / 2 * (1 if beyond["side"] == "over" else -1)
        return [
            one + away for one in prices_of(line, beyond["of"], made, printed - away)
        ]
    if method.startswith("round number"):
        step = float(line.known["round"])
        return [round(printed / step) * step]
    if method in TURNS:
        price = of_turn(line, method, made[0])
        return [] if price is None else [price]
    if method in GROUPS:
        return GROUPS[method](line, made)
    return of_day(line, method, made)


def of_day(line: Line, method: str, made: Sequence[date]) -> list[float]:
    """The price of a method that has but one, if that is of the day named."""
    found = found_by(line, method)
    return [found[0]] if found and (not made or found[1] in made) else []


TURNS = ("swing high", "swing low", "closing swing high", "closing swing low")
GROUPS: Mapping[str, Callable[[Line, Sequence[date]], list[float]]] = {
    "swing cluster": of_cluster,
    "gap edge": lambda line, made: of_gap(line, made[0]),
}


# --- trades


def chosen(levels: Sequence[float], line: Line) -> float:
    """The nearest level at least one ATR away, else the farthest."""
    near = sorted(levels, key=lambda one: abs(one - line.close[-1]))
    far = [one for one in near if abs(one - line.close[-1]) >= line.atr]
    return far[0] if far else near[-1]


def trade(
    line: Line, side: str, below: Sequence[float], above: Sequence[float]
) -> dict[str, float]:
    """Exit, target, risk, gain, their ratio and the price at which that is 1.5."""
    low, high = chosen(below, line), chosen(above, line)
    exit_, target = (low, high) if side == "long" else (high, low)
    risk, gain = abs(line.close[-1] - exit_), abs(target - line.close[-1])
    return {
        "exit": exit_,
        "target": target,
        "risk": risk,
        "gain": gain,
        "reward_risk": gain / risk,
        "entry": (target + 1.5 * exit_) / 2.5,
    }
