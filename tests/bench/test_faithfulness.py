"""The bench of faithfulness: a note of the seeds is right, what is altered is seen."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bench.days import drafts
from bench.faithfulness import measured, report, told_line, tree
from bench.second import events, marks, printed, scores, wording
from bench.second.earlier import before
from bench.second.judge import judged
from bench.second.sheet import printed as on_sheet
from bench.second.shelf import Shelf, shelf
from bench.second.truth import spells
from bench.second.verdict import Verdict
from generator.desk.drafts import files_of
from generator.model.note import Draft
from generator.plain.places import SEEDS

PRICES = SEEDS / "prices"
CRASH = date(2018, 12, 24)
NUMERALS = {"three": "four", "five": "six", "two": "three", "ten": "nine"}


@cache
def files() -> Shelf:
    return shelf([PRICES], SEEDS / "instruments.toml")


@cache
def notes() -> tuple[Draft, ...]:
    return tuple(drafts([PRICES], "SPX", first=date(2018, 12, 20), last=CRASH))


def verdicts(draft: Draft) -> list[Verdict]:
    last = before(notes()[-2])
    return list(judged(draft, files().at(draft.ledger.note.as_of), last))


def states(draft: Draft) -> set[str]:
    return {one.state for one in verdicts(draft)}


def altered(draft: Draft, kind: str, change: Callable[[str], str]) -> list[Draft]:
    """The note with each stretch of a kind changed in turn, where that changes it."""
    made = []
    for one in on_sheet(draft.markdown, draft.ledger):
        end = one.start + len(one.text)
        text = change(one.text)
        whole = one.kind == kind and draft.markdown[one.start : end] == one.text
        if whole and text != one.text:
            markdown = draft.markdown[: one.start] + text + draft.markdown[end:]
            made.append(replace(draft, markdown=markdown))
    return made


def other_digit(text: str) -> str:
    """The text with its last digit raised by one."""
    at = max((place for place, one in enumerate(text) if one.isdigit()), default=-1)
    if at < 0:
        return NUMERALS.get(text, text)
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


def test_the_second_path_shares_no_code_with_the_market_wing() -> None:
    folder = Path(printed.__file__).parent
    code = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    told = [line for line in code.splitlines() if line.startswith(("from ", "import "))]
    assert told
    assert not [one for one in told if "generator.market" in one or ".figures" in one]


def test_no_figure_of_the_seeds_notes_is_wrong() -> None:
    found = verdicts(notes()[-1])
    assert [one.line for one in found if one.state == "wrong"] == []
    numbers = [one for one in found if one.printed.kind == "figure"]
    assert len(numbers) > 40


def test_every_figure_with_another_digit_is_wrong() -> None:
    copies = altered(notes()[-1], "figure", other_digit)
    assert len(copies) > 30
    assert all("wrong" in states(one) for one in copies)


def test_every_date_with_another_digit_is_wrong() -> None:
    copies = altered(notes()[-1], "date", other_digit)
    assert len(copies) > 4
    assert all("wrong" in states(one) for one in copies)


def test_a_word_of_rising_for_a_fall_is_wrong() -> None:
    turned = {"down": "up", "below": "above", "behind": "ahead"}
    turned |= dict.fromkeys("fell slid lost dropped declined retreated".split(), "rose")
    copies = [
        copy
        for note in notes()
        for copy in altered(note, "direction", lambda text: turned.get(text, text))
    ]
    rising = [one for one in copies if "wrong" in states(one)]
    assert copies
    assert rising == copies


def test_a_figure_that_nothing_binds_does_not_escape() -> None:
    draft = notes()[-1]
    text = draft.markdown.replace("## Risks\n", "## Risks\n\nIt fell 12.34% at once.\n")
    loose = [one for one in verdicts(replace(draft, markdown=text)) if one.printed.text]
    assert [one.state for one in loose if "12.34" in one.printed.text] == ["unchecked"]


def test_a_false_value_of_the_ledger_that_the_text_prints_is_wrong() -> None:
    draft = notes()[-1]
    close = draft.ledger.fact("spx.close")
    assert close is not None
    assert hasattr(close, "value")
    old, new = f"{close.value:,.2f}", f"{close.value + 10:,.2f}"
    claims = tuple(
        replace(one, text=one.text.replace(old, new)) for one in draft.ledger.claims
    )
    ledger = replace(draft.ledger, claims=claims)
    false = replace(draft, markdown=draft.markdown.replace(old, new), ledger=ledger)
    assert "wrong" in states(false)


def test_a_stance_that_the_bands_do_not_give_is_wrong() -> None:
    draft = notes()[-1]
    told = draft.markdown.replace("stance: Bearish", "stance: Bullish")
    assert "stance" in {
        one.metric
        for one in verdicts(replace(draft, markdown=told))
        if one.state == "wrong"
    }


def test_a_moment_knows_no_bar_of_a_session_that_is_not_closed() -> None:
    line = files().at(datetime(2018, 12, 24, 17, 30, tzinfo=UTC)).line("SPX")
    after = files().at(datetime(2018, 12, 24, 18, 30, tzinfo=UTC)).line("SPX")
    assert line is not None
    assert after is not None
    assert line.day(line.last) == date(2018, 12, 21)  # the 24th closed at 18:00 UTC
    assert after.day(after.last) == CRASH


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("+2.17%", 0.02165, True),
        ("2.17%", -0.02165, True),
        ("-2.17%", 0.02165, False),
        ("2,670.34", 2670.335, True),
        ("2,670.33", 2670.3352, False),
        ("five", 5.0, True),
        ("forty-one", 41.0, True),
        ("0.5 to 1", 0.45, True),
        ("21.7%", 0.0217, False),
    ],
)
def test_a_printed_figure_is_its_value_half_up(
    text: str, value: float, *, holds: bool
) -> None:
    told = printed.read(text)
    assert told is not None
    assert printed.is_printed(told, value) is holds


def test_a_word_near_a_value_takes_about() -> None:
    three = printed.read("three")
    assert three is not None
    assert printed.is_printed(three, 2.9, about=True)
    assert not printed.is_printed(three, 2.7, about=True)


def test_directions_agree_with_signs_and_flat_is_under_fifteen_points() -> None:
    assert wording.agrees("rose", 0.01)
    assert wording.agrees("edged down", -0.002)
    assert wording.agrees("finished flat", 0.0014)
    assert wording.agrees("rose", -0.01) is False
    assert wording.agrees("rose", 0.0001) is False
    assert wording.agrees("yellow", 0.01) is None


def test_windows_and_days_are_read_as_told() -> None:
    assert [wording.sessions(one) for one in ("two weeks", "a month", "nine sessions")]
    assert wording.sessions("two weeks") == 10
    assert wording.is_day("Monday 24 December", CRASH)
    assert not wording.is_day("Tuesday 24 December", CRASH)
    assert wording.is_day("December 2018", CRASH)


def test_releases_fall_on_the_days_they_came_out() -> None:
    path = SEEDS / "calendar.toml"
    jobs = events.due(path, "Employment report", date(2025, 1, 6))
    assert date(2025, 1, 10) in jobs
    assert date(2025, 1, 3) not in jobs
    assert date(2025, 3, 18) in events.due(path, "VIX expiry", date(2025, 3, 10))


def test_a_percentile_of_a_growing_past_needs_a_year() -> None:
    found = scores.expanding(np.arange(300.0))
    assert np.isnan(found[:251]).all()
    assert (found[251:] == 100.0).all()


def test_a_level_far_from_every_method_has_no_price() -> None:
    line = files().at(datetime(2018, 12, 26, 22, tzinfo=UTC)).line("SPX")
    assert line is not None
    week = marks.prices_of(line, "week's high", (date(2018, 12, 26),), 0.0)
    assert week == [float(line.high[-2:].max())]
    assert marks.prices_of(line, "swing high", (date(2018, 12, 25),), 0.0) == []
    assert marks.prices_of(line, "wishful line", (), 0.0) == []


def test_days_apart_are_spells() -> None:
    assert [spells([]), spells([1]), spells([1, 22, 44])] == [0, 1, 2]


def test_the_table_names_what_is_wrong_and_the_tree_counts_it() -> None:
    draft = altered(notes()[-1], "figure", other_digit)[0]
    tally = measured([draft], files(), every=0)
    told = tree(tally)
    assert told["wrong"] == 1
    assert told["notes"] == 1
    assert any(line.startswith("wrong 2018-12-24 SPX") for line in report(tally))


def test_the_last_line_is_json_of_the_notes_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "2018-12-24" / "sp-500"
    for name, body in files_of(notes()[-1]).items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
    assert told_line([str(tmp_path), "--every", "0"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["bench"], told["notes"], told["wrong"]) == ("faithfulness", 1, 0)


def test_a_note_without_its_prices_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, body in files_of(notes()[-1]).items():
        place = tmp_path / "note" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
    (tmp_path / "prices").mkdir()
    words = [str(tmp_path / "note"), "--prices", str(tmp_path / "prices")]
    assert told_line(words) == 1
    assert capsys.readouterr().err.startswith("SPX: no bars")


def test_a_price_file_without_dates_is_a_value_error(tmp_path: Path) -> None:
    (tmp_path / "SPX.csv").write_text("day,close\n2018-12-24,1\n", "utf-8")
    with pytest.raises(ValueError, match="no column date"):
        shelf([tmp_path], SEEDS / "instruments.toml").frame("SPX")


@pytest.mark.parametrize(
    "words", [["nowhere"], ["--days", "SPX", "noon", "2018-12-24"]]
)
def test_what_cannot_be_read_is_one_line(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(tmp_path / one) if one == "nowhere" else one for one in words]
    assert told_line(words) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_hole_in_highs_begins_the_average_range_anew() -> None:
    line = files().at(datetime(2018, 12, 26, 22, tzinfo=UTC)).line("SPX")
    assert line is not None
    high = line.high.copy()
    high[-150] = np.nan
    later = replace(line, high=high, kept={})
    ranges = pd.Series(np.maximum(line.high, np.roll(line.close, 1)))
    ranges -= np.minimum(line.low, np.roll(line.close, 1))
    size = float(ranges[-149:-135].mean())
    for one in ranges[-135:]:
        size = (13 * size + one) / 14
    assert later.atr == pytest.approx(size)
