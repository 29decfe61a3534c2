"""What each metric is: the one table that names, defines and documents them."""

# `last` is the last known session, `first` the first of the window. A window's
# `sessions` counts steps for the metrics in STEPS, and rows for all others.
METRICS: dict[str, str] = {
    "close": "last close: close[last]",
    "previous_close": "close of the session before the last: close[last-1]",
    "return": "price change over N sessions, or since the last close of the week, "
    "month or year before (wtd, mtd, ytd): close[last]/close[first]-1; its window "
    "counts the steps from first to last",
    "relative_return": "return.N less the benchmark's between the same two dates, N "
    "counted in the benchmark's sessions, in percentage points",
    "change": "difference of closes over N sessions (volatility and rates): "
    "close[last]-close[first]",
    "without_day": "the return of N sessions (or ytd) as it stood the session before: "
    "close[last-1]/close[first]-1",
    "day_share": "share of the last session in that return: "
    "(close[last]-close[last-1])/(close[last]-close[first])",
    "high": "highest price of the last session",
    "low": "lowest price of the last session",
    "open": "first price of the last session; not for indices, whose first is stale",
    "range": "high less low of the last session",
    "close_in_range": "place of the close in the session's range, 0 low to 1 high: "
    "(close-low)/(high-low)",
    "gap": "open against the close before: open[last]/close[last-1]-1",
    "intraday": "close against open: close[last]/open[last]-1",
    "usual": "size of a usual day: root of the exponentially weighted mean square of "
    "daily returns (rates: changes, in points), half-life 20, up to the session before",
    "zscore": "move over N sessions in usual days: return.N / (usual before the "
    "window * sqrt(N))",
    "rank": "rank of the last daily move among moves of its sign in the bars, 1 the "
    "largest",
    "rank_count": "daily moves in the bars, of either sign",
    "rank_gain": "1 where no earlier daily gain in the bars is as large",
    "rank_fall": "1 where no earlier daily fall in the bars is as large",
    "best_since": "sessions since the last daily gain at least as large",
    "worst_since": "sessions since the last daily fall at least as large",
    "sma": "mean of the last N closes; its window counts the rows",
    "sma_gap": "close against that mean: close[last]/mean(close, N)-1",
    "run_above": "closes in a row above the N-day mean, the last one included",
    "run_below": "closes in a row below the N-day mean, the last one included",
    "run_ended": "closes in a row on the other side of the N-day mean that the last "
    "close ended",
    "rsi": "Wilder's RSI, 14 sessions, seeded by the simple mean; 250 bars at least",
    "atr": "Wilder's average true range over 14 sessions, seeded by the simple mean, "
    "over the last unbroken run of bars with high and low; 100 at least",
    "volatility": "standard deviation of N daily log returns, a year: sd*sqrt(252), "
    "coins sqrt(365)",
    "ewvol": "exponentially weighted volatility, half-life N sessions, zero mean, of "
    "log returns, a year",
    "drawdown": "close against the highest close in the bars: close[last]/max(close)-1",
    "drawdown_sessions": "sessions from the highest close in the bars to the last",
    "fall_speed": "sessions from the highest close to the first close N percent under",
    "fall_rank": "rank of that fall's speed among the falls of N percent in the bars, "
    "1 the fastest",
    "fall_count": "falls of N percent from a highest close in the bars",
    "high.all": "highest close in the bars",
    "low.all": "lowest close in the bars",
    "high.252": "highest of the last 252 closes",
    "low.252": "lowest of the last 252 closes",
    "record": "sessions in the bars, where they reach the instrument's first day: only "
    "then may a close be called a record",
    "high_since": "sessions since the last close at least as high, if over 20",
    "low_since": "sessions since the last close at least as low, if over 20",
    "volume_ratio": "mean volume of the last M sessions over the mean of the N before",
    "volume_since": "sessions since the last volume at least as high, if over 20",
    "volume_low_since": "sessions since the last volume at least as low, if over 20",
    "percentile": "share of the last N closes at or below the last, times 100",
    "beta": "slope of daily returns on the benchmark's over N sessions to the one "
    "before the last",
    "explained": "beta.60 times the benchmark's return of the last session",
    "residual": "return.1 less what the benchmark explains, in percentage points",
    "correlation": "correlation of N daily returns with the benchmark's",
    "ratio": "close over the benchmark's close",
    "ratio_high_since": "sessions since the ratio was last as high, if over 20",
    "ratio_low_since": "sessions since the ratio was last as low, if over 20",
    "ratio_high": "sessions in the bars of both, where the ratio is the highest",
    "ratio_low": "sessions in the bars of both, where the ratio is the lowest",
    "trend": "close against its N-day mean: close[last]/mean(close, N)-1",
    "momentum": "return over N sessions, the raw part of Pulse",
    "strength": "return over N sessions less the benchmark's, in percentage points",
    "implied_gap": "implied volatility against its N-day mean: close/mean(close, N)-1",
    "credit": "return over N sessions of a high-yield bond fund, for a credit spread",
    "stock_bond": "return over N sessions less a long Treasury fund's, in points",
    "pulse.trend": "percentile of trend.125 in its own past (share at or below, *100)",
    "pulse.momentum": "percentile of momentum.20 in its own past",
    "pulse.strength": "percentile of strength.20 in its own past",
    "pulse.implied": "share of past implied_gap.50 at or above the last, *100",
    "pulse.credit": "percentile of credit.20 in its own past",
    "pulse.stock_bond": "percentile of stock_bond.20 in its own past",
    "threat.implied": "percentile of the implied volatility's close in its own past",
    "threat.realised": "percentile of ewvol.8 in its own past",
    "implied_premium": "implied volatility's close less volatility.20, in points",
    "precedent.n": "earlier days with a move of that sign at least as large in usual "
    "days, ten later sessions known",
    "precedent.episodes": "groups of those days that lie 21 sessions or more apart",
    "precedent_up": "share of those days with a higher close N sessions later",
    "precedent_mean": "mean return over the N sessions after those days",
    "base_up": "share of all days with a higher close N sessions later",
    "base_mean": "mean return over N sessions from all days",
    "exit": "the level whose close ends the trade: the nearest at least one ATR away, "
    "else the farthest",
    "target": "the level the trade aims at, found the same way on the other side",
    "risk": "close to exit",
    "gain": "close to target",
    "reward_risk": "gain / risk at the last close",
    "entry": "price at which gain / risk is 1.5: (target+1.5*exit)/2.5",
    "support": "a price under the last close, with the method and date that made it",
    "resistance": "a price above the last close, with the method and date",
}

# Metrics whose window counts steps from its first session to its last.
STEPS = frozenset(
    (
        "return relative_return change without_day day_share gap best_since "
        "worst_since drawdown_sessions fall_speed high_since low_since volume_since "
        "volume_low_since ratio_high_since ratio_low_since momentum strength credit "
        "stock_bond"
    ).split()
)

# Metrics told in traded prices: their history begins where closes are such prices.
PRICED = frozenset(
    (
        "sma sma_gap run_above run_below run_ended atr high.all low.all high.252 "
        "low.252 record high_since low_since drawdown drawdown_sessions fall_speed "
        "fall_rank fall_count exit target risk gain reward_risk entry"
    ).split()
)


def metric_of(name: str) -> str:
    """The metric that a Fact's name begins with: `return` of `return.5`."""
    words = name.split(".")
    fits = (".".join(words[:count]) for count in range(len(words), 0, -1))
    return next(metric for metric in fits if metric in METRICS)
