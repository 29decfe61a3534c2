"""What every Fact promises: a definition, its bars, and that it can be made again."""

import hashlib
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from generator import market
from generator.errors import PriceError
from generator.market import METRICS, Panel
from generator.market.bars import HEADER
from generator.market.features import FEATURES
from generator.market.gates import views_at
from generator.market.metrics import PRICED, STEPS
from generator.model.facts import LevelFact, PriceFact
from generator.model.market import MarketFact, Tape, fact_id
from generator.plain.figures import kept
from tests.builders import a_price, some_bars
from tests.market.scenes import BOXING_DAY, SUNDAY, a_panel, lone, sessions

MANY = 150  # Facts of the real tape that are opened, spread over all instruments


def some(tape: Tape) -> list[MarketFact]:
    """A few hundred Facts of a tape, from all its instruments."""
    facts = list(tape.facts.values())
    return facts[:: max(len(facts) // MANY, 1)]


@pytest.mark.parametrize("name", ["boxing_day", "sunday"])
def test_every_fact_is_defined_and_can_be_printed(
    name: str, request: pytest.FixtureRequest
) -> None:
    tape: Tape = request.getfixturevalue(name)
    for key, fact in tape.facts.items():
        assert key == fact.id
        assert fact.metric in METRICS, fact
        assert fact.id.startswith(f"{fact.subject.lower()}.{fact.metric}")
        assert fact.renderings, fact
        assert fact.value == kept(fact.value)
        assert fact.window.first <= fact.window.last
        assert fact.known_at <= tape.as_of
        assert fact.history_from <= fact.window.last
        assert all(day <= fact.window.last for day in fact.made), fact


@pytest.mark.parametrize(
    ("name", "panel"), [("boxing_day", "seeds"), ("sunday", "real")]
)
def test_the_bars_of_a_fact_hash_to_what_it_says(
    name: str, panel: str, request: pytest.FixtureRequest
) -> None:
    tape, bars_of = request.getfixturevalue(name), request.getfixturevalue(panel)
    for fact in some(tape):
        text = market.bars(bars_of, fact)
        assert text.startswith(HEADER)
        rows = text.removeprefix(HEADER).encode()
        assert hashlib.sha256(rows).hexdigest() == fact.bars_sha256, fact


def test_a_fact_made_again_is_the_same(seeds: Panel, boxing_day: Tape) -> None:
    for fact in islice(boxing_day.facts.values(), 0, None, 9):
        assert market.again(seeds, fact, BOXING_DAY) == fact


def test_a_fact_of_another_instrument_is_made_again_too(
    real: Panel, sunday: Tape
) -> None:
    for name in ("rut.beta.60.spx", "rut.pulse.implied", "rut.support.2"):
        fact = sunday.facts[name]
        assert market.again(real, fact, SUNDAY) == fact


def test_what_the_bars_do_not_give_is_not_made_again(seeds: Panel) -> None:
    nothing = a_price("SPX", "return", 6, value=0.01)
    stranger = a_price("NOPE", "return", 5, value=0.01)
    assert market.again(seeds, nothing, BOXING_DAY) is None
    assert market.again(seeds, stranger, BOXING_DAY) is None
    with pytest.raises(PriceError, match="NOPE"):
        market.bars(seeds, stranger)


def test_an_n_session_return_counts_steps_and_a_mean_counts_rows(
    boxing_day: Tape, seeds: Panel
) -> None:
    week, mean = boxing_day.facts["spx.return.5"], boxing_day.facts["spx.sma.50"]
    assert week.window.sessions == 5
    assert market.bars(seeds, week).count("\n") == 1 + 6
    assert mean.window.sessions == 50
    assert market.bars(seeds, mean).count("\n") == 1 + 50


def test_a_return_can_be_computed_from_its_printed_bars(
    boxing_day: Tape, seeds: Panel
) -> None:
    fact = boxing_day.facts["spx.return.5"]
    rows = market.bars(seeds, fact).splitlines()[1:]
    closes = [float(row.split(",")[4]) for row in rows]
    assert kept(closes[-1] / closes[0] - 1) == fact.value


def test_the_bars_of_a_comparison_are_those_of_both(
    boxing_day: Tape, seeds: Panel
) -> None:
    fact = boxing_day.facts["spx.relative_return.1.ixic"]
    assert isinstance(fact, PriceFact)
    assert fact.against == "IXIC"
    left, right = market.bars(seeds, fact).removeprefix(HEADER).split("|")
    days = [[row[:10] for row in leg.splitlines()] for leg in (left, right)]
    assert days[0] == days[1] == ["2018-12-24", "2018-12-26"]


def test_a_price_that_was_corrected_since_no_longer_hashes(tmp_path: Path) -> None:
    rows = some_bars(sessions("2025-01-02", "2026-02-06"))
    fact = market.read(a_panel(tmp_path / "a", (lone(), rows)), SUNDAY).facts[
        "rut.return.5"
    ]
    changed = [*rows[:-3], (*rows[-3][:4], 99.99, rows[-3][5]), *rows[-2:]]
    panel = a_panel(tmp_path / "b", (lone(), changed))
    rows_now = market.bars(panel, fact).removeprefix(HEADER).encode()
    assert hashlib.sha256(rows_now).hexdigest() != fact.bars_sha256


def test_the_tables_name_only_metrics() -> None:
    assert set(METRICS) >= STEPS
    assert set(METRICS) >= PRICED
    assert all(text and "\n" not in text for text in METRICS.values())


def test_every_metric_is_made_by_some_day(
    sunday: Tape, boxing_day: Tape, real_at: Callable[[str], Tape]
) -> None:
    # The first of October 2025 is the first session of its month.
    days = (
        "2020-03-09T21:00",
        "2019-07-15T22:00",
        "2025-10-27T20:30",
        "2025-10-01T22:00",
    )
    tapes = [sunday, boxing_day, *map(real_at, days)]
    made = {fact.metric for tape in tapes for fact in tape.facts.values()}
    unseen = set(METRICS) - made
    # A record needs bars back to an instrument's first day; see test_levels.
    assert unseen <= {"record", "rank_gain"}, unseen


def test_short_histories_say_less_and_nothing_untrue(tmp_path: Path) -> None:
    rows = some_bars(sessions("2025-09-08", "2026-02-06"))
    facts = market.read(a_panel(tmp_path, (lone(), rows)), SUNDAY).facts
    assert "rut.atr.14" in facts  # 104 bars
    for name in ("rsi.14", "sma.200", "percentile.252", "pulse.trend", "high.252"):
        assert f"rut.{name}" not in facts
    few = some_bars(sessions("2026-02-05", "2026-02-06"))
    facts = market.read(a_panel(tmp_path / "few", (lone(), few)), SUNDAY).facts
    assert facts["rut.return.1"].window.sessions == 1
    assert not any(isinstance(fact, LevelFact) for fact in facts.values())


def test_one_bar_is_a_close_and_no_move(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), [("2026-02-06", 3.0)]))
    facts = market.read(panel, SUNDAY).facts
    assert facts["rut.close"].value == 3
    assert "rut.return.1" not in facts


def test_this_week_month_and_year_begin_at_the_close_before(sunday: Tape) -> None:
    firsts = {
        name: sunday.facts[f"rut.return.{name}"].window.first.isoformat()
        for name in ("wtd", "mtd", "ytd")
    }
    assert firsts == {"wtd": "2026-01-30", "mtd": "2026-01-30", "ytd": "2025-12-31"}


def test_a_gauge_speaks_in_points(sunday: Tape) -> None:
    assert sunday.facts["vix.change.1"].unit == "points"
    assert sunday.facts["tnx.change.1"].unit == "pct_points"
    assert "tnx.return.1" not in sunday.facts
    assert "vix.beta.60.spx" not in sunday.facts
    assert "vix.support.1" not in sunday.facts


def test_an_indexs_first_print_is_stale_and_not_told(sunday: Tape) -> None:
    assert "spx.gap.1" not in sunday.facts
    assert "spy.gap.1" in sunday.facts


def test_a_chart_has_the_closes_that_were_known(real: Panel) -> None:
    series = market.series(real, "RUT", SUNDAY, sessions=5)
    assert [day.isoformat() for day in series.dates] == [
        "2026-02-02",
        "2026-02-03",
        "2026-02-04",
        "2026-02-05",
        "2026-02-06",
    ]
    assert round(series.closes[-1], 2) == 2670.34
    assert (series.name, series.unit) == ("Russell 2000", "points")


BROKEN = {"channel_upper.20", "channel_lower.20"}  # the line of the day it broke
RETURNS = ("return", "day_return", "momentum", "without_day", "climb_left")


@pytest.mark.parametrize("name", ["boxing_day", "sunday"])
def test_a_return_is_that_of_its_own_window(
    name: str, request: pytest.FixtureRequest
) -> None:
    tape: Tape = request.getfixturevalue(name)
    panel = request.getfixturevalue({"boxing_day": "seeds", "sunday": "real"}[name])
    told = [fact for fact in tape.facts.values() if fact.metric in RETURNS]
    assert len(told) > 20
    for fact in told:
        rows = market.bars(panel, fact).removeprefix(HEADER).splitlines()
        first, last = (float(row.split(",")[4]) for row in (rows[0], rows[-1]))
        assert fact.value == pytest.approx(last / first - 1, abs=1e-9), fact


@pytest.mark.parametrize("name", ["boxing_day", "sunday"])
def test_a_figure_that_is_also_a_feature_has_its_value(
    name: str, request: pytest.FixtureRequest
) -> None:
    """TA-Lib and the truncation tests hold the features, and so these figures."""
    tape: Tape = request.getfixturevalue(name)
    panel = request.getfixturevalue({"boxing_day": "seeds", "sunday": "real"}[name])
    views, _ = views_at(panel, tape.as_of)
    seen = set()
    for subject, view in views.items():
        for feature in FEATURES.keys() - BROKEN:
            fact = tape.facts.get(fact_id(subject, feature))
            value = view.feature(feature)
            if fact is None or value is None:
                continue
            seen.add(feature)
            assert fact.value == pytest.approx(value, rel=1e-9, abs=1e-12), fact.id
    assert len(seen) > 40
