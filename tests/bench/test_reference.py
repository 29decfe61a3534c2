"""Reference: what a ledger's line says, whether it counts, and which Fact it is."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench import ledgers, matches, reference
from bench.ledgers import Figure, Note, Span
from generator.model.facts import Window
from tests.builders import FRIDAY, NOW, a_level, a_price, a_tape

DAILY = """\
| id | para | figure as printed | subject | metric | first session | last session \
| value | source file |
|---|---|---|---|---|---|---|---:|---|
"""
WEEKLY = """\
| # | Para | As written | Subject | Metric | Window | Value | Source |
|---|---|---|---|---|---|---|---|
"""
WEEK = "2026-01-30 to 2026-02-06 (5 sessions)"


def weekly(metric: str, value: str, **more: str) -> str:
    """A line of the layout with one column for the window."""
    cells = {"printed": "x", "subject": "RUT", "window": WEEK, "source": "RUT.csv"}
    told = cells | more
    return (
        f"| F1 | P1 | {told['printed']} | {told['subject']} | {metric} | "
        f"{told['window']} | {value} | {told['source']} |\n"
    )


def daily(metric: str, value: str, **more: str) -> str:
    """A line of the layout with a column for each end of the window."""
    cells = {"printed": "x", "subject": "SPX", "source": "SPX.csv"}
    told = cells | more
    return (
        f"| F01 `x` | P1 | {told['printed']} | {told['subject']} | {metric} | "
        f"2026-01-30 | 2026-02-06 | {value} | {told['source']} |\n"
    )


def in_weeks(*lines: str) -> list[Figure]:
    """The figures of such lines."""
    return list(ledgers.figures(WEEKLY + "".join(lines)))


def in_days(*lines: str) -> list[Figure]:
    """The figures of lines of the other layout."""
    return list(ledgers.figures(DAILY + "".join(lines)))


def found(figure: Figure, *facts: Any) -> matches.Verdict:
    """What becomes of a figure beside these Facts."""
    desk = Note("a-note", NOW, "RUT", "SPX", (figure,))
    return matches.verdict(figure, matches.book(desk, a_tape(*facts)), KNOWN)


KNOWN: Sequence[matches.Meaning] = matches.meanings()


def test_a_share_of_a_count_is_three_figures() -> None:
    """`12.5506 (62 of 494)`."""
    share, part, whole = in_weeks(weekly("share of days", "12.5506 (62 of 494)"))
    assert (share.value, part.value, whole.value) == (12.5506, 62, 494)
    assert (share.said, part.said[:6], whole.said[:7]) == (
        "share of days",
        "[part]",
        "[whole]",
    )


def test_two_values_take_the_two_halves_of_the_words() -> None:
    """`distance of R1 from the close, in per cent; in ATR`."""
    words = "distance of R1 from the close, in per cent; in ATR"
    away, days = in_weeks(weekly(words, "1.8136; 1.0287"))
    assert away.words == "distance of R1 from the close, in per cent"
    assert days.words == "in ATR"
    assert "distance of R1" in days.context


def test_every_date_of_a_value_is_a_figure() -> None:
    first, second = in_weeks(weekly("sessions so wide", "2011-08-22, 2025-10-16"))
    assert (first.value, second.value) == (date(2011, 8, 22), date(2025, 10, 16))


def test_a_maximum_is_also_a_first_rank() -> None:
    close, rank = in_weeks(weekly("close against all its bars", "475.35, the maximum"))
    assert (close.value, rank.value) == (475.35, 1)
    assert rank.words.startswith("rank of: ")


@pytest.mark.parametrize(
    ("window", "span"),
    [
        (WEEK, Span(date(2026, 1, 30), FRIDAY, 5)),
        ("2026-02-06", Span(None, FRIDAY)),
        ("back from 2026-02-06", Span(None, FRIDAY)),
        (
            "2010-07-01 to 2026-02-06 (3,925 values)",
            Span(date(2010, 7, 1), FRIDAY, 3925),
        ),
        ("headline", Span(None, None)),
    ],
)
def test_a_window_is_read_from_its_words(window: str, span: Span) -> None:
    (figure,) = in_weeks(weekly("return", "1.5", window=window))
    assert figure.spans == (span,)


def test_the_same_window_is_that_of_the_row_before() -> None:
    figures = in_weeks(weekly("return", "1.5"), weekly("close", "2", window="same"))
    assert figures[1].spans == figures[0].spans


def test_what_those_are_is_said_by_the_row_before_and_not_by_a_threshold() -> None:
    figures = in_days(
        daily("earlier falls of 2% or more", "12", printed="12"),
        daily("threshold of that count", "2", printed="2%"),
        daily("of those, higher ten sessions later", "7"),
    )
    assert figures[2].context == "earlier falls of 2% or more"


def test_a_quotient_is_of_the_rows_that_print_its_terms() -> None:
    figures = in_days(
        daily("days ahead", "41", printed="41"),
        daily("all such days", "58", printed="58"),
        daily("close", "5"),
        daily("41 over 58", "70.6897"),
    )
    assert figures[3].said == "41 over 58 | days ahead | all such days"


@pytest.mark.parametrize(
    ("number", "digits", "slack"),
    [("12.5506", 0, 5e-5), ("62", 0, 1e-9), ("14.3", 6, 5e-5), ("0", 6, 5e-6)],
)
def test_a_value_may_differ_by_half_a_unit_of_its_last_digit(
    number: str, digits: int, slack: float
) -> None:
    assert ledgers.slack(number, digits) == pytest.approx(slack)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (daily("day return (fall)", "4.3"), "counted"),
        (daily("day return", "1", source="XLE.csv, XLF.csv"), "counted"),
        (daily("count", "17", source="17 stock files"), "counted"),
        (daily("titles with oil", "19", source="reuters_headlines.csv"), "headline"),
        (daily("figure in the headline", "7", source="_dedup.csv"), "headline"),
        (daily("threshold of that count", "5"), "parameter"),
        (daily("sessions in the mean (parameter)", "200"), "parameter"),
        (daily("Pulse: mean of six percentiles", "73.6"), "score"),
        (daily("tape-only Pulse, now", "81.3"), "score"),
        (daily("share of Threat 4 sessions with a fall", "20"), "counted"),
        (daily("first bar held", "2025-09-08"), "files"),
    ],
)
def test_only_what_bars_give_is_counted(line: str, kind: str) -> None:
    (figure,) = in_days(line)
    assert ledgers.kind(figure) == kind


def test_a_return_is_matched_by_subject_window_and_value() -> None:
    (figure,) = in_weeks(weekly("return", "2.16548"))
    fact = a_price("RUT", "return", 5, value=0.0216548)
    assert found(figure, fact).fact == fact.id
    assert found(figure, fact).reason == ""


def test_a_fall_may_be_printed_without_its_sign_where_the_words_say_so() -> None:
    fall, plain = in_days(daily("day return (fall)", "4.3"), daily("day return", "4.3"))
    fact = a_price("SPX", "return", 5, value=-0.043)
    assert found(fall, fact).reason == ""
    assert found(plain, fact).reason == "value differs"


def test_another_subject_or_metric_of_the_same_value_is_no_match() -> None:
    (figure,) = in_weeks(weekly("return", "2.16548"))
    other = a_price("SPX", "return", 5, value=0.0216548)
    metric = a_price("RUT", "sma_gap", 50, value=0.0216548)
    assert found(figure, other, metric).reason == "no such metric"


def test_another_window_of_the_same_metric_is_named() -> None:
    (figure,) = in_weeks(weekly("return", "2.16548"))
    window = Window(date(2026, 1, 23), FRIDAY, 10)
    verdict = found(figure, a_price("RUT", "return", 10, value=0.021, window=window))
    assert verdict.reason == "other window"
    assert "2026-01-23" in verdict.ours


def test_another_definition_is_told_with_both_values() -> None:
    words = "percentile of EW volatility, half-life 8"
    (figure,) = in_weeks(weekly(words, "19.7719"))
    window = Window(date(2010, 1, 4), FRIDAY, 4049)
    ours = a_price("RUT", "threat", "realised", value=19.8582, window=window)
    verdict = found(figure, ours)
    assert verdict.reason == "other definition"
    assert verdict.ours.startswith("19.8582")


def test_an_instrument_without_prices_is_said() -> None:
    (figure,) = in_weeks(weekly("return", "1.5", subject="SPX"))
    assert found(figure, a_price("RUT", "return", 5, value=0.015)).reason == "no bars"


def test_words_that_no_row_explains_are_said() -> None:
    (figure,) = in_weeks(weekly("mood of the floor", "1.5"))
    fact = a_price("RUT", "return", 5, value=0.015)
    assert found(figure, fact).reason == "no such meaning"


def test_a_pair_is_matched_in_the_order_of_the_ledger() -> None:
    words = "difference of 5-session returns"
    (figure,) = in_weeks(weekly(words, "2.26247", subject="RUT minus SPX"))
    fact = a_price(
        "RUT",
        "relative_return",
        5,
        "SPX",
        value=2.26247,
        unit="pct_points",
        against="SPX",
    )
    other = in_weeks(weekly(words, "2.26247", subject="SPX minus RUT"))[0]
    assert found(figure, fact).reason == ""
    assert found(other, fact).reason != ""


def test_a_distance_is_that_of_the_price_that_it_names() -> None:
    level = a_level("RUT", "resistance", 1, value=2735.10)
    away = f"{100 * level.distance:.4f}"
    right, wrong = in_weeks(
        weekly("distance of 2,735.10 from the close", away),
        weekly("distance of 2,718.77 from the close", away),
    )
    assert found(right, level).fact == level.id
    assert found(wrong, level).reason == "no such metric"


PAST = date(2026, 1, 23)  # ten sessions before, the last day with its sequel known
EARLIER = "earlier falls of 2% or more with the high under the previous low"
STAYED = "2026-01-05 to 2026-01-23"
SINCE = Window(date(2010, 1, 4), FRIDAY, 4049)


def a_case(metric: str, *words: str | int, value: float = 7, **more: Any) -> Any:
    """A Fact of earlier days of which the last is `PAST`."""
    told: dict[str, Any] = {"unit": "count", "made": (date(2026, 1, 5), PAST)}
    return a_price("RUT", metric, *words, value=value, window=SINCE, **(told | more))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("of those, higher ten sessions later", "precedent_up_count.hole_fall.10"),
        ("of those, traded back to it within ten sessions", "precedent_refill_count"),
        ("of those, a close above that low within ten sessions", "precedent_reclaim"),
        ("of those, ahead of SPX over the next ten sessions", "precedent_ahead_count"),
        ("number of those sessions", "precedent.n.hole_fall.10"),
        ("episodes among those", "precedent.episodes.hole_fall.10"),
    ],
)
def test_a_precedent_is_matched_by_what_is_asked_and_not_by_value(
    words: str, name: str
) -> None:
    stems = "up refill reclaim ahead".split()
    facts = [a_case(f"precedent_{one}_count", "hole_fall", 10) for one in stems]
    facts += [a_case("precedent", one, "hole_fall", 10) for one in ("n", "episodes")]
    facts += [a_case("precedent", "days", "hole_fall"), a_case("base", "n", 10)]
    first, other = (
        in_weeks(
            weekly(f"{EARLIER}, ten later sessions on file", "12", window=STAYED),
            weekly(words, value, window=STAYED),
        )[1]
        for value in ("7", "8")
    )
    assert found(first, *facts).fact.startswith(f"rut.{name}")
    assert found(other, *facts).reason == "value differs"


def test_a_precedent_of_another_horizon_size_or_level_is_no_match() -> None:
    (share,) = in_weeks(
        weekly(f"share of {EARLIER}, higher ten sessions later", "7", window=STAYED)
    )
    ten, five = (a_case("precedent_up", "hole_fall", one) for one in (10, 5))
    size = a_case("precedent", "size", "hole_fall", value=-0.03, unit="ratio", made=())
    assert found(share, ten, five).fact == ten.id
    assert found(share, five).reason == "no such metric"
    assert found(share, ten, size).reason == "no such metric"
    words = "number of Threat 4 sessions with a close 5% or more lower"
    (days,) = in_weeks(weekly(words, "7", window=STAYED))
    level = a_case("threat_level", value=4, made=())
    other = a_case("threat_level", value=3, made=())
    assert found(days, a_case("threat_days"), level).reason == ""
    assert found(days, a_case("threat_days"), other).reason == "no such metric"


def test_all_days_are_not_those_in_the_state() -> None:
    lines = (
        weekly(f"{EARLIER}, ten later sessions on file", "12", window=STAYED),
        weekly("of those, higher after ten sessions", "7", window=STAYED),
        weekly("the same share from every session", "7", window=STAYED),
    )
    theirs, ours = a_case("precedent_up", "hole_fall", 10), a_case("base_up", 10)
    assert found(in_weeks(*lines)[2], theirs, ours).fact == ours.id
    assert found(in_weeks(*lines)[2], theirs).reason == "no such metric"


def test_a_precedent_ends_where_its_days_do() -> None:
    words = f"{EARLIER}, ten later sessions on file"
    (right,) = in_weeks(weekly(words, "7", window=STAYED))
    (wrong,) = in_weeks(weekly(words, "7", window="2026-01-05 to 2026-01-16"))
    days = a_case("precedent", "n", "hole_fall", 10)
    assert found(right, days).reason == ""
    assert found(wrong, days).reason == "other window"


def test_the_same_two_shares_are_in_the_order_of_their_rows() -> None:
    fall, rise = in_weeks(
        weekly("days scored 5: share 5% lower within 10 sessions", "1.5"),
        weekly("same days: share 5% higher within 10 sessions", "2.5"),
        weekly("the same two shares, all 3,719 scored days", "3.5; 4.5"),
    )[2:]
    assert matches.what_of(fall) == "drop"
    assert matches.what_of(rise) == "rise"


def test_a_level_is_told_by_the_price_of_its_table() -> None:
    table = "| Resistance 2 | 2,735.10 | +2.43% |\n| S1 | 2,576.42 | -3.5% |\n"
    line = weekly("distance of R2 from the close; distance of Support 1", "1; 2")
    told = ledgers.priced(line, table)
    assert "distance of 2,735.10 from the close; distance of 2,576.42" in told
    assert ledgers.priced(line, "") == line


def test_a_date_is_one_that_the_fact_names() -> None:
    (figure,) = in_weeks(
        weekly("last earlier day with a return at least as large", "2025-08-22")
    )
    window = Window(date(2025, 8, 22), FRIDAY, 115)
    fact = a_price(
        "RUT",
        "best_since",
        1,
        value=115,
        unit="sessions",
        window=window,
        made=(date(2025, 8, 22),),
    )
    assert found(figure, fact).fact == fact.id


def test_the_report_ends_with_a_line_that_adds_up(tmp_path: Path) -> None:
    path = tmp_path / "2026-02-08.md"
    head = "---\nas_of: 2026-02-08T22:00Z\nsubject: RUT\nbenchmark: SPX\n---\n"
    lines = weekly("return", "2.16548") + weekly("close", "2670.34")
    path.write_text(f"{head}<!-- ledger -->\n{WEEKLY}{lines}<!-- moves -->\n")
    desk = ledgers.note(path)
    shelf = matches.book(desk, a_tape(a_price("RUT", "return", 5, value=0.0216548)))
    verdicts = tuple(matches.verdict(one, shelf, KNOWN) for one in desk.figures)
    told = reference.summary([reference.Page(desk, verdicts)])
    assert (told["figures"], told["matched"], told["left_out"]) == (2, 1, 1)
    assert (
        next(iter(reference.todo([reference.Page(desk, verdicts)]))) == "\n## close: 1"
    )


def test_a_note_without_a_head_or_a_ledger_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("no head\n")
    with pytest.raises(ValueError, match="its head needs as_of"):
        ledgers.note(path)
    path.write_text("---\nas_of: 2026-02-08T22:00Z\nsubject: RUT\n---\nwords\n")
    with pytest.raises(ValueError, match="no ledger"):
        ledgers.note(path)
