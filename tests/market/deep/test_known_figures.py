"""Deep figures of real days, as they were computed by hand from the bars."""

from collections.abc import Callable

import pytest

from generator import market
from generator.market import Panel
from generator.model.facts import PriceFact
from generator.model.market import Tape
from tests.market.scenes import at

QUIET, PANIC = "2019-07-15T21:00", "2020-03-09T22:00"
GOLD, AMAZON, SMALL = "2025-10-27T21:00", "2025-10-31T21:00", "2026-02-08T22:00"

KNOWN = [  # moment, id, value, first and last session where the note names them
    (QUIET, "spx.close_rank", 1, "2010-01-04", "2019-07-15"),
    (QUIET, "spx.top_margin", 0.53, None, None),
    (QUIET, "spy.volume", 33_900_000, "2019-07-15", "2019-07-15"),
    (QUIET, "spy.volume_rank.low.ytd", 1, "2019-01-02", "2019-07-15"),
    (QUIET, "spx.range_rank.low.ytd", 1, "2019-01-02", "2019-07-15"),
    (QUIET, "spx.range_points_rank.low.ytd", 1, None, None),
    (QUIET, "spx.year_sessions", 134, "2019-01-02", "2019-07-15"),
    (QUIET, "rut.ratio_mean.20.spx", 0.525381, "2019-06-17", "2019-07-15"),
    (QUIET, "hyg.return.20", 0.0125966, "2019-06-14", "2019-07-15"),
    (QUIET, "spx.pulse_below.trend", 85.8777, "2010-07-01", "2019-07-15"),
    (QUIET, "spx.pulse_below.implied", 90.9284, "2010-03-16", "2019-07-15"),
    (QUIET, "spx.pulse_lowest", 68.3635, None, None),
    (QUIET, "spx.threat_below.implied", 20.1919, "2010-01-04", "2019-07-15"),
    (QUIET, "spx.threat_below.realised", 19.7719, None, None),
    (PANIC, "tlt.gap_giveback.1", 0.633414, None, None),
    (PANIC, "spy.high_gap.1", -0.044611, "2020-03-06", "2020-03-09"),
    (PANIC, "spx.close_low_atr", 0.130242, None, None),
    (PANIC, "spx.drawdown_day", -6.66864, None, None),
    (PANIC, "spx.atr_peak.14", 28.431, None, "2020-02-19"),
    (PANIC, "spx.atr_peak_share", 0.305264, None, "2020-03-09"),
    (PANIC, "spx.past_low.1", 2901.54, "2020-03-06", "2020-03-06"),
    (AMAZON, "amzn.return.3", 0.0652999, "2025-10-28", "2025-10-31"),
    (AMAZON, "meta.return.3", -0.13719, "2025-10-28", "2025-10-31"),
    (AMAZON, "qqq.day_return.1", -0.0152885, "2025-10-29", "2025-10-30"),
    (AMAZON, "amzn.day_points.ytd", 9.73609, None, "2025-10-31"),
    (AMAZON, "amzn.atr_before.14", 5.25433, None, "2025-10-30"),
    (AMAZON, "amzn.previous_top", 242.06, None, None),
    (AMAZON, "amzn.previous_high", 242.52, None, None),
    (AMAZON, "amzn.volume", 166_340_800, None, None),
    (AMAZON, "amzn.gap_rank.1", 4, "2010-01-04", "2025-10-31"),
    (AMAZON, "amzn.hole_atr.up", 2.26752, None, None),
    (AMAZON, "amzn.beta.60.qqq", 1.27965, None, "2025-10-30"),
    (AMAZON, "amzn.explained.1.qqq", 0.0061729, None, None),
    (AMAZON, "amzn.relative_return.20.qqq", 6.96464, "2025-10-03", "2025-10-31"),
    (AMAZON, "amzn.return_ratio.ytd.qqq", 0.491002, None, None),
    (GOLD, "gld.day_return.4", -0.0642689, "2025-10-20", "2025-10-21"),
    (GOLD, "gld.sma_gap_high.50", 0.185875, None, "2025-10-27"),
    (GOLD, "gld.beyond.5", 11, None, None),
    (GOLD, "gld.beyond_count.5", 3974, None, None),
    (GOLD, "gld.worst_since.5", 1412, "2020-03-16", "2025-10-27"),
    (GOLD, "gld.hole_share.down", 0.0138271, "2025-10-24", "2025-10-27"),
    (GOLD, "gld.closes_over_low", 15, "2025-10-06", "2025-10-27"),
    (GOLD, "gld.climb_sessions", 7, "2025-10-09", "2025-10-20"),
    (GOLD, "gld.refund_sessions", 5, "2025-10-20", "2025-10-27"),
    (GOLD, "gld.climb_left", 0.00432367, "2025-10-09", "2025-10-27"),
    (GOLD, "gld.explained.5.uup", -0.233738, None, "2025-10-27"),
    (GOLD, "gld.ewvol_ratio.8.spx", 2.7194, None, None),
    (GOLD, "gld.ewvol_ratio_percentile.8.spx", 99.1704, None, None),
    (SMALL, "rut.day_return.3", 0.00311331, "2026-02-02", "2026-02-03"),
    (SMALL, "rut.sma_gap_before.50", 0.00246946, None, "2026-02-05"),
    (SMALL, "vix.high_since_before", 50, "2025-11-21", "2026-02-05"),
    (SMALL, "rut.relative_return.5.ixic", 4.00085, "2026-01-30", "2026-02-06"),
    (SMALL, "rut.lead_percentile.5.ixic", 98.4669, "2010-01-11", "2026-02-06"),
    (SMALL, "rut.lead_percentile.21.spx", 91.5343, "2010-02-03", "2026-02-06"),
    (SMALL, "rut.ratio_gap_high.252.spx", -0.020498, None, "2026-02-06"),
    (SMALL, "rut.agreement.5.ixic", 4, None, None),
    (SMALL, "xlp.wins.5.rut", 4, None, None),
    (SMALL, "rut.correlation.all.tnx", 0.0262125, None, "2026-02-06"),
    (SMALL, "rut.fell_further.252.spx", 19, None, "2026-02-06"),
    (SMALL, "rut.hard_days.252.spx", 28, None, "2026-02-06"),
]


Known = tuple[str, str, float, str | None, str | None]


@pytest.mark.parametrize("known", KNOWN)
def test_a_deep_figure_has_the_value_computed_by_hand(
    every_at: Callable[[str], Tape], known: Known
) -> None:
    moment, name, value, first, last = known
    fact = every_at(moment).facts[name]
    assert isinstance(fact, PriceFact)
    assert fact.value == pytest.approx(value, rel=2e-5)
    assert first in (None, fact.window.first.isoformat())
    assert last in (None, fact.window.last.isoformat())


@pytest.mark.parametrize("moment", [PANIC, SMALL])
def test_a_deep_figure_is_computed_anew_from_its_own_bars(
    every: Panel, every_at: Callable[[str], Tape], moment: str
) -> None:
    tape = every_at(moment)
    names = sorted(name for name in tape.rare if name.startswith(("rut.", "gld.")))
    assert len(names) > 100
    for name in names[::12]:
        fact = tape.facts[name]
        assert market.again(every, fact, at(moment)) == fact


def test_deep_figures_are_told_apart_from_those_any_note_may_print(
    every_at: Callable[[str], Tape],
) -> None:
    tape = every_at(SMALL)
    common = {fact.id for fact in tape.about("RUT")}
    assert "rut.return.5" in common
    assert "rut.past_low.1" in tape.rare
    assert not common & tape.rare
