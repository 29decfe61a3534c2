"""The day's shape and the chart's: ranks, holes, climbs, channels, streaks, seasons."""

import numpy as np
import pandas as pd
import talib

from bench.second.shelf import YEAR, Floats, Line
from bench.second.single import base, plain
from bench.second.truth import Asked, Metric, Table, Truth, top

CHANNEL = 20
LEAST_CLIMB = 3


def close_rank(asked: Asked) -> Truth:
    """1 and the closes in the bars that are higher."""
    line = asked.line
    return plain(1 + (line.close[line.priced : -1] > line.close[-1]).sum(), line)


def previous_top(asked: Asked) -> Truth:
    """The highest close before the last, with its date."""
    line = asked.line
    row = line.priced + top(line.close[line.priced : -1])
    return plain(line.close[row], line, row)


def top_margin(asked: Asked) -> Truth | None:
    """The last close less that, where it is higher."""
    line = asked.line
    row = line.priced + top(line.close[line.priced : -1])
    over = line.close[-1] - line.close[row]
    return plain(over, line, row) if over >= 0 else None


def previous_high(asked: Asked) -> Truth:
    """The highest price before the last session, with its date."""
    line = asked.line
    row = line.whole + top(line.high[line.whole : -1])
    return plain(line.high[row], line, row)


def closes_over_low(asked: Asked) -> Truth:
    """The sessions since a close under the last low."""
    line = asked.line
    row = int(np.flatnonzero(line.close[:-1] < line.low[-1])[-1])
    return plain(line.places[-1] - line.places[row], line, row, row + 1)


def gap_rank(asked: Asked) -> Truth:
    """1 and the opening gaps of its sign that are larger."""
    line = asked.line
    gaps = np.full(len(line.close), np.nan)
    gaps[1:] = line.open[1:] / line.close[:-1] - 1
    gaps[1:][np.diff(line.places) != 1] = np.nan
    sign = np.sign(gaps[-1])
    return plain(1 + np.nansum(sign * gaps[:-1] > sign * gaps[-1]), line)


def year_rows(line: Line) -> slice:
    """The rows of the calendar year so far."""
    return slice(base(line, "ytd") + 1, line.last + 1)


def year_sessions(asked: Asked) -> Truth:
    """The sessions of the calendar year so far."""
    line = asked.line
    days = pd.Series(line.days)
    return plain((days.dt.year == line.day(line.last).year).sum(), line)


def year_rank(asked: Asked) -> Truth:
    """1 and the values of the year beyond the last, from below or from above."""
    line, rows = asked.line, year_rows(asked.line)
    ranges = line.high - line.low
    before = np.concatenate([[np.nan], line.close[:-1]])
    values = {
        "volume_rank": line.volume,
        "range_points_rank": ranges,
        "range_rank": ranges / before,
    }[asked.metric][rows]
    sided = -values if asked.word == "low" else values
    return plain(1 + (sided[:-1] > sided[-1]).sum(), line)


def width(line: Line) -> float:
    """The prices untouched between the last two ranges."""
    before = line.back(1)
    up = line.low[-1] - line.high[before]
    return float(max(up, line.low[before] - line.high[-1]))


def hole(per: str) -> Metric:
    """That width: in points, of the close before, or in ATRs."""

    def found(asked: Asked) -> Truth:
        line = asked.line
        over = {"": 1.0, "close": line.close[line.back(1)], "atr": line.atr}[per]
        return plain(width(line) / over, line)

    return found


def atr_away(asked: Asked) -> Truth:
    """The close's distance from the low or the high, in ATRs."""
    line = asked.line
    edge = line.low[-1] if "low" in asked.metric else line.high[-1]
    return plain(abs(line.close[-1] - edge) / line.atr, line)


def atr_then(asked: Asked) -> Truth:
    """ATR(14) a session ago or at the highest close; its share of today's."""
    line = asked.line
    peak = line.priced + top(line.close[line.priced :])
    row = line.last - 1 if "before" in asked.metric else peak
    over = line.atr if asked.metric.endswith("share") else 1.0
    return plain(line.atrs[row] / over, line, row)


def climbed(line: Line) -> tuple[int, int]:
    """The foot and the top of the way up that was given back."""
    start = max(line.priced, len(line.close) - YEAR)
    peak = start + top(line.close[start:])
    under = np.flatnonzero(line.close[start:peak] <= line.close[-1])
    return start + int(under[-1]), peak


def climb(asked: Asked) -> Truth:
    """The sessions up and down, the close at the foot, what is left of the way."""
    line = asked.line
    foot, peak = climbed(line)
    value = {
        "climb_sessions": line.places[peak] - line.places[foot],
        "refund_sessions": line.places[-1] - line.places[peak],
        "climb_from": line.close[foot],
        "climb_left": line.close[-1] / line.close[foot] - 1,
    }[asked.metric]
    return plain(float(value), line, foot, peak)


def donchian(line: Line) -> tuple[Floats, Floats]:
    """TA-Lib's highest high and lowest low of the 20 bars before each row."""
    high, low = np.full((2, len(line.close)), np.nan)
    start = line.whole
    if line.last - start >= CHANNEL:
        high[start + 1 :] = talib.MAX(line.high[start:], CHANNEL)[:-1]
        low[start + 1 :] = talib.MIN(line.low[start:], CHANNEL)[:-1]
    return high, low


def excursions(line: Line) -> tuple[int, int, float]:
    """Sessions outside a broken line now, those just ended, and the line broken.

    Both are minus below. A close that stays beyond the line broken stays outside, for
    20 sessions at most.
    """
    high, low = donchian(line)
    count, back, broken, side = 0, 0, float("nan"), 0
    for row in range(len(line.close)):
        close, back = line.close[row], 0
        if count and side * close > side * broken and count < CHANNEL:
            count += 1
            continue
        if count and side * close <= side * broken:
            back = side * count
        count = 0
        if close > high[row] or close < low[row]:
            side = 1 if close > high[row] else -1
            broken, count = (high if side > 0 else low)[row], 1
    return side * count, back, broken


def channel(asked: Asked) -> Truth | None:
    """The sessions outside the channel, or those that the last close ended."""
    line = asked.line
    outside, back, _ = excursions(line)
    sign = 1 if asked.metric.endswith("over") else -1
    count = sign * (outside if asked.metric.startswith("channel") else back)
    if count <= 0:
        return None
    row = line.last - count + (1 if asked.metric.startswith("channel") else 0)
    return plain(count, line, row)


def channel_line(asked: Asked) -> Truth:
    """The line that was broken and is closed behind again."""
    return plain(excursions(asked.line)[2], asked.line)


def crossed(asked: Asked) -> Truth:
    """The sessions in a row with one mean on its side of the other."""
    line = asked.line
    fast, slow = (int(one) for one in asked.args[:2])
    sign = 1 if asked.metric.endswith("over") else -1
    flags = sign * (line.mean(fast) - line.mean(slow)) > 0
    count = int(np.argmin(flags[::-1]))
    return plain(count, line, line.last - count + 1)


def divergence(asked: Asked) -> Truth:
    """1 where the close is the highest or lowest of 20 and its RSI is not."""
    line, sign = asked.line, 1 if asked.metric.endswith("high") else -1
    closes, strength = sign * line.close[-20:], sign * line.rsis[-20:]
    is_so = closes[-1] >= closes.max() and strength[-1] < strength.max()
    return plain(float(is_so), line)


def streak(asked: Asked) -> Truth:
    """The sessions in a row that closed higher, or lower."""
    line, sign = asked.line, 1 if asked.metric.endswith("up") else -1
    flags = sign * line.moves > 0
    count = int(np.argmin(flags[::-1]))
    return plain(count, line, line.last - count + 1)


def season(asked: Asked) -> Truth:
    """What this calendar month did in earlier years: mean, share of gains, count."""
    line = asked.line
    days = pd.DatetimeIndex(line.days)
    ends = pd.Series(line.close).groupby(days.to_period("M")).last()
    moves = (ends / ends.shift(1) - 1).iloc[1:-1]
    months = np.array([str(one)[5:7] for one in moves.index], dtype=int)
    same = moves[months == line.day(line.last).month]
    value = {
        "season_mean": same.mean(),
        "season_up": (same > 0).mean(),
        "season_count": len(same),
    }[asked.metric]
    return plain(float(value), line)


TABLE: Table = {
    "close_rank": close_rank,
    "previous_top": previous_top,
    "top_margin": top_margin,
    "previous_high": previous_high,
    "closes_over_low": closes_over_low,
    "gap_rank": gap_rank,
    "year_sessions": year_sessions,
    "volume_rank": year_rank,
    "range_rank": year_rank,
    "range_points_rank": year_rank,
    "hole": hole(""),
    "hole_share": hole("close"),
    "hole_atr": hole("atr"),
    "close_low_atr": atr_away,
    "close_high_atr": atr_away,
    "atr_before": atr_then,
    "atr_peak": atr_then,
    "atr_before_share": atr_then,
    "atr_peak_share": atr_then,
    "climb_sessions": climb,
    "refund_sessions": climb,
    "climb_from": climb,
    "climb_left": climb,
    "channel_over": channel,
    "channel_under": channel,
    "back_from_over": channel,
    "back_from_under": channel,
    "channel_upper": channel_line,
    "channel_lower": channel_line,
    "cross_over": crossed,
    "cross_under": crossed,
    "divergence_high": divergence,
    "divergence_low": divergence,
    "streak_up": streak,
    "streak_down": streak,
    "season_mean": season,
    "season_up": season,
    "season_count": season,
}
