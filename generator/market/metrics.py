"""What each metric is: the one table that names, defines and documents them."""

# `last` is the last known session, `first` the first of the window. A window's
# `sessions` counts steps for the metrics in STEPS, and rows for all others.
METRICS: dict[str, str] = {
    "close": "last close: close[last]",
    "previous_close": "close of the session before the last: close[last-1]",
    "return": "price change over N sessions, or since the last close of the week, "
    "month, quarter or year before (wtd, mtd, qtd, ytd): close[last]/close[first]-1; "
    "its window counts the steps from first to last",
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
    "precedent.n": "earlier days in the state named, N later sessions known; where "
    "none is named, with a move of that sign at least as large in usual days, and ten",
    "precedent.episodes": "groups of those days that lie more than 21 sessions apart",
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
    "level": "a named price on the chart; .stop is half an ATR(14) beyond it",
    "touches": "swing points within one ATR in a level's zone",
    "day_return": "return of the session that lies N before the last",
    "day_points": "what the last session added to the return of N sessions (or ytd), "
    "in points of it: 100*(close[last]-close[last-1])/close[first]",
    "past_close": "close of the session N before the last",
    "past_high": "highest price of the session N before the last",
    "past_low": "lowest price of the session N before the last",
    "sma_gap_before": "sma_gap of the session before the last",
    "sma_gap_high": "widest gap above the N-day mean in the bars, with its date",
    "close_rank": "rank of the last close among the closes in the bars, 1 the highest",
    "previous_top": "highest close in the bars before the last",
    "top_margin": "last close less that, where it is higher",
    "previous_high": "highest price in the bars before the last session",
    "closes_over_low": "sessions since a close under the last session's low",
    "beyond": "earlier N-session returns beyond the last one, in its sign",
    "beyond_count": "N-session returns in the bars",
    "gap_rank": "rank of the opening gap among gaps of its sign, 1 the largest",
    "year_sessions": "sessions of the calendar year so far",
    "volume": "shares traded in the last session",
    "volume_rank": "rank of the last volume in the year so far, from low or high",
    "range_rank": "rank of the last range, over the close before, in the year so far",
    "range_points_rank": "rank of the last range in points in the year so far",
    "high_since_before": "sessions, at the session before the last, since a close at "
    "least as high as its own, if over 5",
    "low_since_before": "the same for a close at least as low",
    "high_gap": "highest price against the close before: high[last]/close[last-1]-1",
    "low_gap": "lowest price against the close before: low[last]/close[last-1]-1",
    "gap_giveback": "share of the opening gap given back by the close: "
    "(open-close)/(open-close[last-1])",
    "hole": "prices left untouched between the last two sessions' ranges",
    "hole_share": "that width over the close before",
    "hole_atr": "that width in ATR(14)",
    "close_low_atr": "close less the session's low, in ATR(14)",
    "close_high_atr": "the session's high less the close, in ATR(14)",
    "atr_before": "ATR(14) at the session before the last",
    "atr_peak": "ATR(14) at the highest close in the bars",
    "atr_before_share": "atr_before.14 over atr.14",
    "atr_peak_share": "atr_peak.14 over atr.14",
    "drawdown_day": "what the last session added to the drawdown, in points",
    "climb_sessions": "sessions from the last close at or under today's to the year's "
    "highest close after it",
    "refund_sessions": "sessions from that highest close to the last",
    "climb_from": "the close from which that climb began",
    "climb_left": "return from that close to the last",
    "correlation_count": "shared daily moves in that correlation",
    "explained.5": "beta.252, as it stood before the week, times the rival's return.5",
    "lead_percentile": "share of past relative_return.N at or below the last, *100",
    "agreement": "of N sessions, those on which both moved the same way",
    "wins": "of N sessions, those with a larger return than the other's",
    "ewvol_ratio": "ewvol.N over the other's",
    "ewvol_ratio_percentile": "share of past ewvol_ratio.N at or below the last, *100",
    "hard_days": "of N sessions, those on which the benchmark fell 1% or more",
    "fell_further": "of those, the days on which the subject fell further",
    "return_ratio": "return of the year so far over the other's, where both rose",
    "ratio_mean": "mean of the last N ratios",
    "ratio_gap_high": "ratio against its highest of N sessions, with that date",
    "ratio_gap_low": "ratio against its lowest of N sessions, with that date",
    "pulse_below": "share of earlier values of a part of Pulse strictly below the last "
    "(implied: above), *100",
    "threat_below": "the same for a part of Threat",
    "pulse_lowest": "the lowest pulse_below of the parts",
    "pulse_highest": "the highest pulse_below of the parts",
    "members": "members of a group with a bar of its last session and the one before",
    "up": "members whose return.1 is above zero",
    "down": "members whose return.1 is below zero",
    "flat": "members whose return.1 is under 0.15% either way",
    "risen": "members that rose by 0.15% or more",
    "fallen": "members that fell by 0.15% or more",
    "mean_size": "mean size of the members' daily moves: mean(abs(return.1))",
    "worst_ever": "members whose last day was their worst in the bars",
    "best_ever": "members whose last day was their best in the bars",
    "at_top": "members whose last close is their highest in the bars",
    "apart": "highest less lowest return.N of the members, in points",
    "apart_percentile": "share of past days with apart.N at or below the last, *100",
    "flat_size_percentile": "share of the index's flat days with mean_size.1 at or "
    "below the last, *100",
    "flat_count": "flat days of the index (under 0.15% either way) in the bars",
    "above_mean": "share of members above their own N-day mean",
    "place": "a member's place among the group by return.1, 1 the highest",
    "multiple": "mean_size.1 over the size of an index's own return.1",
    "precedent.days": "days in the state named, the last one and the latest included",
    "precedent.size": "the round size by which days are called alike, where by one",
    "precedent.horizon": "sessions looked ahead",
    "precedent.most": "the highest implied volatility among those days",
    "precedent_up_count": "those days with a higher close N sessions later",
    "precedent_ahead": "share of those days that led the benchmark over the next N",
    "precedent_ahead_count": "those days that led the benchmark over the next N",
    "precedent_lead": "mean lead over the benchmark in the N sessions after, in points",
    "precedent_swing": "share of those days with a day of 1% or more, up or down, "
    "among the next N",
    "precedent_swing_count": "those days with such a day among the next N",
    "precedent_refill": "share of those days whose edge (close before, or the hole's "
    "near edge) was traded again within N sessions",
    "precedent_refill_count": "those days whose edge was traded again within N",
    "precedent_reclaim": "share of those days with a close beyond that edge within N "
    "sessions",
    "precedent_reclaim_count": "those days with a close beyond that edge within N",
    "precedent_drawdown": "the smallest distance under the highest close so far among "
    "those days",
    "precedent_trend": "the largest distance from the N-day mean among those days",
    "base_up_count": "all days with a higher close N sessions later",
    "base_ahead_count": "all days that led the benchmark over the next N",
    "base_swing_count": "all days with such a day among the next N",
    "base.n": "all days with N later sessions known, or all that could be in the state",
    "base_ahead": "share of all days that led the benchmark over the next N",
    "base_lead": "mean lead over the benchmark in N sessions from all days, in points",
    "base_swing": "share of all days with a day of 1% or more among the next N",
    "joint.n": "days on which both states named were there, the last one included",
    "joint.days": "days of which both states could be said",
    "threat_level": "Threat 1-5 before any news; .own: by its own earlier values",
    "threat_size": "the fall or rise within ten sessions that is asked for",
    "threat_days": "earlier days with that Threat, ten later sessions known",
    "threat_episodes": "groups of those days that lie more than 21 sessions apart",
    "threat_drop": "share of those days with a close 5% or more lower within N",
    "threat_rise": "share of those days with a close 5% or more higher within N",
    "threat_count_drop": "those days with a close 5% or more lower within N",
    "threat_count_rise": "those days with a close 5% or more higher within N",
    "threat_base.n": "all days with a Threat, ten later sessions known",
    "threat_base_drop": "share of all those days with a close 5% lower within N",
    "threat_base_rise": "share of all those days with a close 5% higher within N",
    "threat_base_count_drop": "all those days with a close 5% lower within N",
    "threat_base_count_rise": "all those days with a close 5% higher within N",
    "zscore60": "size of the last move over the standard deviation of the 60 before it",
    "zrank60": "rank of the last move among moves of its sign on that scale",
    "previous_worst": "the largest fall before the last session's, one of the three "
    "largest",
    "previous_best": "the largest gain before the last session's, one of the three",
    "after_previous_worst": "the move of the session after that fall",
    "after_previous_best": "the move of the session after that gain",
    "fall_speed_before": "sessions an earlier fall of N percent took, 1 the latest",
    "fall_speed_share": "fall_speed over the sessions of the latest such fall before",
    "fall_deeper": "earlier falls from a highest close that ended further under it",
    "stretch_size": "the largest whole percent off the 50-day mean that a close of the "
    "last 11 and an earlier one both reach",
    "stretch_days": "closes that far off their 50-day mean",
    "stretch_episodes": "groups of those days that lie more than 21 sessions apart",
    "stretch_peak": "the widest of the last 11 closes against its 50-day mean",
    "after_stretch": "return over the N sessions after the first of those days",
    "stretch_recovery": "sessions from the first of those days to one beyond its close",
    "stretch_years": "whole years since the first of those days",
    "channel_upper": "Donchian's line that was broken: highest high of N bars",
    "channel_lower": "Donchian's line that was broken: lowest low of N bars",
    "channel_over": "closes in a row above a broken upper line of N bars",
    "channel_under": "closes in a row below a broken lower line of N bars",
    "back_from_over": "on the first close back inside: the closes it had been above",
    "back_from_under": "on the first close back inside: the closes it had been below",
    "cross_over": "sessions in a row with the 50-day mean above the 200-day one",
    "cross_under": "sessions in a row with the 50-day mean below the 200-day one",
    "divergence_high": "1 where the close is the highest of 20 and its RSI is not",
    "divergence_low": "1 where the close is the lowest of 20 and its RSI is not",
    "streak_up": "sessions in a row that closed higher",
    "streak_down": "sessions in a row that closed lower",
    "season_mean": "mean return of this month in earlier years",
    "season_up": "share of those that rose",
    "season_count": "how many there were",
}

# Metrics whose window counts steps from its first session to its last.
STEPS = frozenset(
    (
        "return relative_return change without_day day_share gap best_since "
        "worst_since drawdown_sessions fall_speed high_since low_since volume_since "
        "volume_low_since ratio_high_since ratio_low_since momentum strength credit "
        "stock_bond day_return day_points closes_over_low high_since_before "
        "low_since_before high_gap low_gap climb_sessions refund_sessions climb_left "
        "drawdown_day members up down flat risen fallen mean_size apart "
        "at_top apart above_mean place multiple "
        "previous_worst previous_best after_previous_worst after_previous_best "
        "fall_speed_before after_stretch stretch_recovery stretch_years"
    ).split()
)

# Metrics told in traded prices: their history begins where closes are such prices.
PRICED = frozenset(
    (
        "sma sma_gap run_above run_below run_ended atr high.all low.all high.252 "
        "low.252 record high_since low_since drawdown drawdown_sessions fall_speed "
        "fall_rank fall_count exit target risk gain reward_risk entry close_rank "
        "channel_upper channel_lower channel_over channel_under back_from_over "
        "back_from_under cross_over cross_under previous_top top_margin previous_high "
        "closes_over_low sma_gap_before sma_gap_high "
        "fall_speed_before fall_speed_share fall_deeper stretch_size stretch_days "
        "stretch_episodes stretch_peak after_stretch stretch_recovery stretch_years "
        "precedent_drawdown precedent_trend"
    ).split()
)


def metric_of(name: str) -> str:
    """The metric that a Fact's name begins with: `return` of `return.5`."""
    words = name.split(".")
    fits = (".".join(words[:count]) for count in range(len(words), 0, -1))
    return next(metric for metric in fits if metric in METRICS)
