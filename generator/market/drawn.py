"""What charts draw, as of a moment: a price, one beside another, volatilities."""

import math
from collections.abc import Mapping
from datetime import date, datetime

import numpy as np

from generator.market.gates import gate
from generator.market.indicators import Floats, Ints
from generator.market.panel import Panel
from generator.market.sessions import Days
from generator.market.states import MEANS
from generator.market.tape import view_at
from generator.market.view import YEAR, Pair, View, paired
from generator.model.market import Line, Series

SESSIONS = 126  # half a year
# Only what is itself bought has a volume of its own. Vendors print an exchange's as an
# index's (on 93% of sessions the Russell 2000 has the S&P 500's), and for a commodity
# that of one dying contract.
TRADED = ("stock", "etf", "coin")
KNOWN = 0.95  # share of the drawn sessions that must have a volume
BAND = (0.20, 0.80)  # shares of the year: what T8 calls subdued lies under the first
MONTH = 20  # sessions of realized volatility


def series(
    panel: Panel, subject: str, as_of: datetime, sessions: int = SESSIONS
) -> Series:
    """The last closes of an instrument with means and volume; PriceError if none.

    A session without a bar is a hole. A mean stands only on rows whose sessions are
    unbroken and whose closes were traded prices, as the Facts of it do.
    """
    view = view_at(panel, subject, as_of)
    days = sessions_of(view, sessions)
    return Series(
        subject,
        view.instrument.name,
        view.instrument.unit,
        tuple(days.tolist()),
        on(days, view, view.bars.close),
        volumes=volumes_of(view, days),
        means=means_of(view, days),
    )


def beside(
    panel: Panel,
    subject: str,
    as_of: datetime,
    *,
    benchmark: str,
    sessions: int = SESSIONS,
) -> Series | None:
    """The closes of two instruments on the sessions of both, for relative strength.

    None where either has no bars that may be used, is a rate or a volatility, or the
    two are one. The second is the benchmark.
    """
    one, two = usable(panel, subject, as_of), usable(panel, benchmark, as_of)
    if one is None or two is None or one.is_gauge or two.is_gauge or one.id == two.id:
        return None
    pair = paired(one, two)
    if pair is None:
        return None
    rows = pair.both[-sessions:]
    return Series(
        subject,
        one.instrument.name,
        "index",
        days_of(pair, rows),
        whole(pair.closes[rows]),
        second=Line(two.id, two.instrument.name, whole(pair.against_closes[rows])),
    )


def volatilities(
    panel: Panel, subject: str, as_of: datetime, sessions: int = SESSIONS
) -> Series | None:
    """An instrument's implied volatility and, second, its realised one, in points.

    The band holds the middle of the implied one's last 252 closes, from the 20th to
    the 80th percentile. None where no implied volatility has bars.
    """
    view = usable(panel, subject, as_of)
    if view is None or view.is_gauge:
        return None
    named = (usable(panel, name, as_of) for name in view.instrument.implied)
    pairs = (paired(view, implied) for implied in named if implied)
    pair = next((one for one in pairs if one), None)
    if pair is None or subject not in pair.against.instrument.benchmarks:
        return None  # options on another index tell nothing of this one's swings
    rows = pair.both[-sessions:]
    implied = pair.against
    spread = 100 * view.column("volatility.20")
    return Series(
        implied.id,
        implied.instrument.name,
        "points",
        days_of(pair, rows),
        whole(pair.against_closes[rows]),
        second=Line(subject, view.instrument.name, whole(spread[pair.left[rows]])),
        band=band_of(implied.bars.close[: int(pair.right[-1]) + 1]),
    )


def usable(panel: Panel, name: str, as_of: datetime) -> View | None:
    """The view of an instrument, if it has bars that may be used."""
    return gate(panel, name, as_of).view if name in panel.bars else None


def sessions_of(view: View, count: int) -> Days:
    """The dates of the last sessions, also of those without a bar."""
    if view.table is None or not view.table.counts:
        return view.bars.dates[-count:]
    first, last = int(view.places[0]), int(view.places[-1])
    found: Days = view.table.days[max(first, last - count + 1) : last + 1]
    return found


def on(days: Days, view: View, values: Floats) -> tuple[float, ...]:
    """The value of each date; NaN where the instrument has no bar."""
    dates = view.bars.dates
    rows = np.minimum(np.searchsorted(dates, days), view.last)
    return whole(np.where(dates[rows] == days, values[rows], np.nan))


def whole(values: Floats) -> tuple[float, ...]:
    """The values as numbers; all that is none is the one NaN, so that equals equal."""
    return tuple(one if math.isfinite(one) else math.nan for one in values.tolist())


def days_of(pair: Pair, rows: Ints) -> tuple[date, ...]:
    """The dates of rows of a pair."""
    days: list[date] = pair.against.bars.dates[pair.right[rows]].tolist()
    return tuple(days)


def means_of(view: View, days: Days) -> Mapping[int, tuple[float, ...]]:
    """The 50- and the 200-day mean where there is one, by the count of sessions."""
    if not view.as_traded:
        return {}
    drawn = {count: on(days, view, view.column(f"sma.{count}")) for count in MEANS}
    return {
        count: values
        for count, values in drawn.items()
        if any(map(math.isfinite, values))
    }


def volumes_of(view: View, days: Days) -> tuple[float, ...]:
    """The volume of each session; empty where it is not the instrument's own.

    Vendors print zero for a volume that they do not know.
    """
    if view.instrument.kind not in TRADED:
        return ()
    volume = view.bars.volume
    found = on(days, view, np.where(volume > 0, volume, np.nan))
    known = sum(map(math.isfinite, found))
    return found if math.isfinite(found[-1]) and known >= KNOWN * len(found) else ()


def band_of(closes: Floats) -> tuple[float, float] | None:
    """The lowest and highest of the last 252 that rank from 20 to 80 percent."""
    if len(closes) < YEAR:
        return None
    ranked = np.sort(closes[-YEAR:])
    low, high = math.ceil(BAND[0] * YEAR) - 1, math.floor(BAND[1] * YEAR) - 1
    return float(ranked[low]), float(ranked[high])
