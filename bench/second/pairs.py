"""Pairs: leads, betas, ratios, swings and days won, on the other's sessions (T4)."""

import numpy as np
import pandas as pd

from bench.second.shelf import YEAR, Both, Floats
from bench.second.single import base
from bench.second.truth import Asked, Table, Truth, last_reached, place

HABIT, FAR = 60, 20
HARD = -0.01


def plain(value: float, both: Both, *made: int) -> Truth:
    """A value of a pair, with the dates of these rows."""
    last = len(both.days) - 1
    days = tuple(both.day(row) for row in made)
    return Truth(float(value), days, both.day(0), both.day(last))


def lead(asked: Asked) -> Truth:
    """The difference of the returns over N of the other's sessions, in points."""
    return plain(asked.both.lead(asked.count)[-1], asked.both)


def shared(both: Both) -> pd.DataFrame:
    """The daily returns that both have."""
    own, other = both.over(1)
    return pd.DataFrame({"own": own, "other": other}).dropna()


def slope(moves: pd.DataFrame) -> float:
    """Covariance over variance."""
    return float(moves["own"].cov(moves["other"]) / moves["other"].var())


def beta_of(both: Both, count: int, back: int) -> float:
    """The beta of so many shared returns that end so many ago."""
    moves = shared(both)
    return slope(moves.iloc[-count - back : -back])


def beta(asked: Asked) -> Truth:
    """The beta up to the session before; that of a year up to the week before."""
    back = 5 if asked.count == YEAR else 1
    return plain(beta_of(asked.both, asked.count, back), asked.both)


def explained(asked: Asked) -> Truth:
    """Beta times the other's return: of the day, or of the week in points."""
    both = asked.both
    if asked.count == 1:
        return plain(beta_of(both, HABIT, 1) * shared(both)["other"].iloc[-1], both)
    week = both.over(5)[1][-1]
    return plain(100 * beta_of(both, YEAR, 5) * week, both)


def residual(asked: Asked) -> Truth:
    """What that leaves of the day, in points."""
    moves = shared(asked.both).iloc[-1]
    worth = beta_of(asked.both, HABIT, 1) * moves["other"]
    return plain(100 * (moves["own"] - worth), asked.both)


def correlation(asked: Asked) -> Truth:
    """The correlation of N shared returns; of all with the changes of a rate."""
    both = asked.both
    if asked.word == "all":
        return plain(together(with_rate(both)), both)
    moves = shared(both).iloc[-asked.count :]
    return plain(together(moves), both)


def together(moves: pd.DataFrame) -> float:
    """The correlation of the two columns."""
    return float(moves["own"].corr(moves["other"]))


def with_rate(both: Both) -> pd.DataFrame:
    """Daily returns beside the changes of a rate."""
    steps = np.concatenate([[np.nan], np.diff(both.right)])
    return pd.DataFrame({"own": both.over(1)[0], "other": steps}).dropna()


def correlation_count(asked: Asked) -> Truth:
    """How many those are."""
    return plain(len(with_rate(asked.both)), asked.both)


def ratios(both: Both) -> Floats:
    """The ratio of closes on shared sessions."""
    rows = both.shared
    found: Floats = both.left[rows] / both.right[rows]
    return found


def ratio(asked: Asked) -> Truth:
    """The last of them."""
    return plain(ratios(asked.both)[-1], asked.both)


def ratio_since(asked: Asked) -> Truth | None:
    """The sessions since the ratio was as high or as low, over 20."""
    both, rows = asked.both, asked.both.shared
    sign = 1 if "high" in asked.metric else -1
    row = last_reached(sign * ratios(both))
    if row < 0:
        return None
    count = int(both.places[-1] - both.places[rows[row]])
    return plain(count, both, int(rows[row])) if count > FAR else None


def ratio_end(asked: Asked) -> Truth | None:
    """The sessions of both, where the ratio is the highest or the lowest of them."""
    sign = 1 if "high" in asked.metric else -1
    values = sign * ratios(asked.both)
    if last_reached(values) >= 0:
        return None
    return plain(len(values), asked.both, len(asked.both.days) - 1)


def ratio_mean(asked: Asked) -> Truth:
    """The mean of the last N ratios."""
    return plain(ratios(asked.both)[-asked.count :].mean(), asked.both)


def ratio_gap(asked: Asked) -> Truth:
    """The ratio against its highest or lowest of N sessions, with that date."""
    both = asked.both
    values = ratios(both)[-asked.count :]
    row = int(values.argmax() if "high" in asked.metric else values.argmin())
    return plain(
        values[-1] / values[row] - 1, both, int(both.shared[-asked.count :][row])
    )


def lead_percentile(asked: Asked) -> Truth:
    """The lead's place among all leads of that length."""
    return plain(place(asked.both.lead(asked.count)), asked.both)


def week(both: Both) -> tuple[Floats, Floats]:
    """The last five daily returns of both."""
    own, other = both.over(1)
    return own[-5:], other[-5:]


def agreement(asked: Asked) -> Truth:
    """The days of five on which both moved the same way."""
    own, other = week(asked.both)
    return plain((own * other > 0).sum(), asked.both)


def wins(asked: Asked) -> Truth:
    """The days of five that the subject won."""
    own, other = week(asked.both)
    return plain((own > other).sum(), asked.both)


def swings(both: Both) -> Floats:
    """The volatility of the one over that of the other."""
    own = both.own.swings * both.own.a_year**0.5
    other = pd.Series(both.other.swings * both.other.a_year**0.5, index=both.other.days)
    left = np.where(both.rows >= 0, own[both.rows], np.nan)
    found: Floats = left / other.reindex(both.days).to_numpy()
    return found


def swing_ratio(asked: Asked) -> Truth:
    """The last of them."""
    return plain(swings(asked.both)[-1], asked.both)


def swing_place(asked: Asked) -> Truth:
    """Its place in its own past."""
    return plain(place(swings(asked.both)), asked.both)


def hard_days(asked: Asked) -> Truth:
    """A year's days of 1% off the other; of them those that cost the subject more."""
    own, other = (leg[-YEAR:] for leg in asked.both.over(1))
    hard = (other <= HARD) & np.isfinite(own)
    worse = hard & (own < other) if asked.metric == "fell_further" else hard
    return plain(worse.sum(), asked.both)


def year_ratio(asked: Asked) -> Truth:
    """The year's return over the other's."""
    lines = asked.both.own, asked.both.other
    own, other = (one.close[-1] / one.close[base(one, "ytd")] - 1 for one in lines)
    return plain(own / other, asked.both)


def premium(asked: Asked) -> Truth:
    """Implied volatility's close less the last N sessions' own, in points."""
    line = asked.line
    gauge = asked.moment.first_of(asked.subject, "implied") or ""
    other = asked.moment.line(asked.against or gauge)
    if other is None:
        raise LookupError(gauge)
    logs = pd.Series(np.log1p(line.over(1)))[-20:]
    spread = 100 * float(logs.std(ddof=1)) * line.a_year**0.5
    return Truth(float(other.close[-1] - spread), (), line.day(0), line.day(line.last))


TABLE: Table = {
    "relative_return": lead,
    "strength": lead,
    "beta": beta,
    "explained": explained,
    "explained.5": explained,
    "residual": residual,
    "correlation": correlation,
    "correlation_count": correlation_count,
    "ratio": ratio,
    "ratio_high_since": ratio_since,
    "ratio_low_since": ratio_since,
    "ratio_high": ratio_end,
    "ratio_low": ratio_end,
    "ratio_mean": ratio_mean,
    "ratio_gap_high": ratio_gap,
    "ratio_gap_low": ratio_gap,
    "lead_percentile": lead_percentile,
    "agreement": agreement,
    "wins": wins,
    "ewvol_ratio": swing_ratio,
    "ewvol_ratio_percentile": swing_place,
    "hard_days": hard_days,
    "fell_further": hard_days,
    "return_ratio": year_ratio,
    "implied_premium": premium,
}
