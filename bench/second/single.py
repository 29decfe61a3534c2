"""Single figures: closes, returns, sizes of moves, means, runs, extremes, volumes."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from bench.second.shelf import YEAR, Floats, Line
from bench.second.truth import Asked, Metric, Table, Truth, last_reached, top

FORTNIGHT = timedelta(days=14)
FAR = 20  # sessions from which an extreme is told


def plain(value: float, line: Line, *made: int) -> Truth:
    """A value of a line, with the dates of these rows."""
    return Truth(
        float(value),
        tuple(line.day(row) for row in made),
        line.day(0),
        line.day(line.last),
    )


def base(line: Line, name: str) -> int:
    """The row a return is from: a count of sessions, or the end of a period before."""
    if name.isdigit():
        return line.back(int(name))
    day = pd.Timestamp(line.day(line.last))
    period = {"wtd": "W-SUN", "mtd": "M", "qtd": "Q", "ytd": "Y"}[name]
    start: date = day.to_period(period).start_time.date()
    row = int(np.searchsorted(line.days, np.datetime64(start))) - 1
    return row if row >= 0 and start - line.day(row) <= FORTNIGHT else -1


def told(asked: Asked) -> str:
    """The window's name: the first part that names one."""
    return next(one for one in asked.args if one.isdigit() or one.endswith("td"))


def field(name: str) -> Metric:
    """A price of the last bar."""

    def found(asked: Asked) -> Truth:
        return plain(getattr(asked.line, name)[-1], asked.line)

    return found


def earlier(name: str) -> Metric:
    """A price of the bar so many sessions before the last."""

    def found(asked: Asked) -> Truth:
        row = asked.line.back(asked.count if asked.args else 1)
        value, line = getattr(asked.line, name)[row], asked.line
        return Truth(float(value), (), line.day(0), line.day(row))

    return found


def returned(asked: Asked) -> Truth:
    """`close[last]/close[first]-1`."""
    line = asked.line
    row = base(line, told(asked))
    return plain(line.close[-1] / line.close[row] - 1, line, row)


def without_day(asked: Asked) -> Truth:
    """The same as it stood the session before."""
    line = asked.line
    row, before = base(line, told(asked)), line.back(1)
    return Truth(
        float(line.close[before] / line.close[row] - 1),
        (),
        line.day(0),
        line.day(before),
    )


def day_share(asked: Asked) -> Truth:
    """The last session's share in that return."""
    line = asked.line
    row, before = base(line, told(asked)), line.back(1)
    whole = line.close[-1] - line.close[row]
    return plain((line.close[-1] - line.close[before]) / whole, line)


def day_points(asked: Asked) -> Truth:
    """What it added, in points of the window's first close."""
    line = asked.line
    row, before = base(line, told(asked)), line.back(1)
    return plain(100 * (line.close[-1] - line.close[before]) / line.close[row], line)


def day_return(asked: Asked) -> Truth:
    """The return of the session that lies so many before the last."""
    line = asked.line
    last, first = line.back(asked.count), line.back(asked.count + 1)
    return Truth(
        line.close[last] / line.close[first] - 1, (), line.day(0), line.day(last)
    )


def difference(asked: Asked) -> Truth:
    """`close[last]-close[first]`."""
    line = asked.line
    return plain(line.close[-1] - line.close[line.back(asked.count)], line)


def in_range(asked: Asked) -> Truth:
    """The close's place between low and high."""
    line = asked.line
    low, high = line.low[-1], line.high[-1]
    return plain((line.close[-1] - low) / (high - low), line)


def over_before(name: str) -> Metric:
    """A price of the last bar against the close before."""

    def found(asked: Asked) -> Truth:
        line = asked.line
        before = line.close[line.back(1)]
        return plain(getattr(line, name)[-1] / before - 1, line)

    return found


def giveback(asked: Asked) -> Truth:
    """The share of the opening gap given back by the close."""
    line = asked.line
    opened = line.open[-1]
    return plain((opened - line.close[-1]) / (opened - line.close[line.back(1)]), line)


def usual(asked: Asked) -> Truth:
    """The usual day as known before the last session."""
    return plain(asked.line.usual[-1], asked.line)


def zscore(asked: Asked) -> Truth:
    """The move over N sessions in usual days as known before it."""
    line, count = asked.line, asked.count
    if count == 1:
        return plain(line.moves[-1] / line.usual[-1], line)
    row = line.back(count)
    move = line.close[-1] / line.close[row] - 1
    return plain(move / line.usual[row + 1] / count**0.5, line)


def signed(line: Line, values: Floats) -> Floats:
    """The values, turned so that the last is positive; unknown ones lowest."""
    return np.where(np.isfinite(values), values * np.sign(values[-1]), -np.inf)


def rank(asked: Asked) -> Truth:
    """1 and the moves of its sign that are larger."""
    values = signed(asked.line, asked.line.moves)
    return plain(1 + (values > values[-1]).sum(), asked.line)


def rank_count(asked: Asked) -> Truth:
    """All daily moves."""
    return plain(np.isfinite(asked.line.moves).sum(), asked.line)


def since_move(asked: Asked) -> Truth | None:
    """Sessions since a move of its sign as large."""
    line = asked.line
    values = line.moves if asked.count == 1 else line.over(asked.count)
    wanted = 1 if asked.metric.startswith("best") else -1
    if np.sign(values[-1]) != wanted:
        return None
    return since(line, signed(line, values))


def since(line: Line, values: Floats) -> Truth | None:
    """Sessions since a value as high, with that date; None where never."""
    row = last_reached(values)
    if row < 0:
        return None
    return plain(line.places[-1] - line.places[row], line, row)


def extreme_move(asked: Asked) -> Truth | None:
    """1 where no earlier move of its sign is as large."""
    line = asked.line
    wanted = 1 if asked.metric.endswith("gain") else -1
    values = signed(line, line.moves)
    first = np.sign(line.moves[-1]) == wanted and last_reached(values) < 0
    return plain(1, line) if first else None


def beyond(asked: Asked) -> Truth:
    """Earlier N-session returns beyond the last, in its sign."""
    line = asked.line
    values = signed(line, line.over(asked.count))
    return plain((values[:-1] > values[-1]).sum(), line)


def beyond_count(asked: Asked) -> Truth:
    """All N-session returns."""
    line = asked.line
    return plain(np.isfinite(line.over(asked.count)).sum(), line)


def mean(asked: Asked) -> Truth:
    """TA-Lib's mean of N closes."""
    return plain(asked.line.mean(asked.count)[-1], asked.line)


def mean_gap(asked: Asked) -> Truth:
    """The close against it."""
    return plain(gaps(asked)[-1], asked.line)


def gaps(asked: Asked) -> Floats:
    """The closes against their mean."""
    found: Floats = asked.line.close / asked.line.mean(asked.count) - 1
    return found


def mean_gap_before(asked: Asked) -> Truth:
    """The gap of the session before."""
    return plain(gaps(asked)[-2], asked.line)


def mean_gap_high(asked: Asked) -> Truth:
    """The widest gap in the bars, with its date."""
    row = int(np.nanargmax(gaps(asked)))
    return plain(gaps(asked)[row], asked.line, row)


def run_length(flags: pd.Series) -> int:
    """The rows at the end that are all true."""
    turned = flags.to_numpy()[::-1]
    return int(np.argmin(turned)) if not turned.all() else len(turned)


def run(asked: Asked) -> Truth:
    """Closes in a row on one side of the mean."""
    line, sign = asked.line, 1 if asked.metric.endswith("above") else -1
    count = run_length(pd.Series(sign * gaps(asked) > 0))
    return plain(count, line, line.last - count + 1)


def run_ended(asked: Asked) -> Truth:
    """Closes in a row on the other side, ended by the last close."""
    line, off = asked.line, gaps(asked)
    count = run_length(pd.Series(off[:-1] * np.sign(off[-1]) < 0))
    return plain(count, line, line.last - count, line.last - 1)


def rsi(asked: Asked) -> Truth:
    """TA-Lib's RSI(14)."""
    return plain(asked.line.rsis[-1], asked.line)


def atr(asked: Asked) -> Truth:
    """TA-Lib's ATR(14)."""
    return plain(asked.line.atr, asked.line)


def volatility(asked: Asked) -> Truth:
    """The sample standard deviation of N log returns, a year."""
    line = asked.line
    logs = pd.Series(np.log1p(line.over(1)))[-asked.count :]
    return plain(float(logs.std(ddof=1)) * line.a_year**0.5, line)


def ewvol(asked: Asked) -> Truth:
    """The exponentially weighted volatility, a year."""
    return plain(asked.line.swings[-1] * asked.line.a_year**0.5, asked.line)


def percentile(asked: Asked) -> Truth:
    """The percentage of the last N closes at or below the last."""
    line = asked.line
    window = line.close[-asked.count :]
    return plain(100 * (window <= window[-1]).mean(), line)


def ended(asked: Asked) -> Truth:
    """The highest or lowest close in the bars or of N sessions, with its date."""
    line, sign = asked.line, 1 if asked.metric.startswith("high") else -1
    wide = asked.args[:1] == ("all",) or asked.metric.endswith(".all")
    start = line.priced if wide else line.last - YEAR + 1
    row = start + top(sign * line.close[start:])
    found = plain(line.close[row], line, row)
    return (
        found
        if not line.priced
        else Truth(found.value, found.made, line.day(line.priced), found.last)
    )


def record(asked: Asked) -> Truth | None:
    """The sessions in the bars, where these reach the instrument's first day."""
    line = asked.line
    born = line.known.get("inception")
    if born is None or line.day(line.priced) > born:
        return None
    return plain(line.last - line.priced + 1, line)


def close_since(asked: Asked) -> Truth | None:
    """Sessions since a close as high or as low, over 20."""
    line = asked.line
    sign = 1 if asked.metric.startswith("high") else -1
    values = np.where(
        np.arange(len(line.close)) >= line.priced, sign * line.close, np.nan
    )
    return far(since(line, values))


def far(found: Truth | None, least: int = FAR) -> Truth | None:
    """The truth where it is over so many sessions ago."""
    return found if found and found.value > least else None


def since_before(asked: Asked) -> Truth | None:
    """The same at the session before, over 5."""
    line = asked.line
    sign = 1 if asked.metric.startswith("high") else -1
    row = last_reached(sign * line.close[:-1])
    if row < 0:
        return None
    return far(plain(line.places[-2] - line.places[row], line, row), 5)


def volume_since(asked: Asked) -> Truth | None:
    """Sessions since a volume as high or as low, over 20, within known ones."""
    line = asked.line
    sign = -1 if "low" in asked.metric else 1
    holes = np.flatnonzero(np.isnan(line.volume))
    start = int(holes[-1]) + 1 if len(holes) else 0
    values = np.where(np.arange(len(line.volume)) >= start, sign * line.volume, -np.inf)
    return far(since(line, values))


def volume_ratio(asked: Asked) -> Truth:
    """The mean of the last M volumes over that of the 20 before."""
    volumes, count = asked.line.volume, asked.count
    return plain(
        volumes[-count:].mean() / volumes[-20 - count : -count].mean(), asked.line
    )


TABLE: Table = {
    "close": field("close"),
    "previous_close": earlier("close"),
    "past_close": earlier("close"),
    "past_high": earlier("high"),
    "past_low": earlier("low"),
    "high": field("high"),
    "low": field("low"),
    "open": field("open"),
    "volume": field("volume"),
    "range": lambda asked: plain(asked.line.high[-1] - asked.line.low[-1], asked.line),
    "return": returned,
    "momentum": returned,
    "without_day": without_day,
    "day_share": day_share,
    "day_points": day_points,
    "day_return": day_return,
    "change": difference,
    "close_in_range": in_range,
    "gap": over_before("open"),
    "high_gap": over_before("high"),
    "low_gap": over_before("low"),
    "gap_giveback": giveback,
    "intraday": lambda asked: plain(
        asked.line.close[-1] / asked.line.open[-1] - 1, asked.line
    ),
    "usual": usual,
    "zscore": zscore,
    "rank": rank,
    "rank_count": rank_count,
    "rank_gain": extreme_move,
    "rank_fall": extreme_move,
    "best_since": since_move,
    "worst_since": since_move,
    "beyond": beyond,
    "beyond_count": beyond_count,
    "sma": mean,
    "sma_gap": mean_gap,
    "trend": mean_gap,
    "sma_gap_before": mean_gap_before,
    "sma_gap_high": mean_gap_high,
    "run_above": run,
    "run_below": run,
    "run_ended": run_ended,
    "rsi": rsi,
    "atr": atr,
    "volatility": volatility,
    "ewvol": ewvol,
    "percentile": percentile,
    "high.all": ended,
    "low.all": ended,
    "high.252": ended,
    "low.252": ended,
    "record": record,
    "high_since": close_since,
    "low_since": close_since,
    "high_since_before": since_before,
    "low_since_before": since_before,
    "volume_since": volume_since,
    "volume_low_since": volume_since,
    "volume_ratio": volume_ratio,
}
