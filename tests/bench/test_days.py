"""The bench of days: the product's own notes over sessions of the seeds."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bench import grammar, variety
from bench.days import drafts, evenings, loaded, saved, told_line
from bench.prose import note_of, notes_in
from generator.desk import Shelf
from generator.desk.past import told
from generator.errors import PriceError
from generator.model.note import Draft
from generator.plain.places import SEEDS

PRICES = (SEEDS / "prices",)
FIRST, LAST = date(2018, 12, 20), date(2018, 12, 26)


@pytest.fixture(scope="module")
def notes() -> list[Draft]:
    """The notes of four sessions about Christmas, made once."""
    return [*drafts(PRICES, "SPX", first=FIRST, last=LAST)]


def test_a_note_is_written_half_an_hour_after_the_bar_of_its_session_is_known() -> None:
    days = evenings(loaded(PRICES), "SPX", FIRST, LAST)
    assert days == [
        datetime(2018, 12, day, hour, 30, tzinfo=UTC)
        for day, hour in ((20, 21), (21, 21), (24, 18), (26, 21))
    ]


def test_there_is_a_note_for_every_session(notes: list[Draft]) -> None:
    heads = [note.ledger.note for note in notes]
    assert [head.edition.day for head in heads] == [20, 21, 24, 26]
    assert {head.subject for head in heads} == {"SPX"}


def test_each_note_knows_the_earlier_ones_as_the_shelf_would_tell_them(
    notes: list[Draft], tmp_path: Path
) -> None:
    saved(notes, tmp_path / "notes")
    shelf = Shelf(tmp_path).past(LAST + timedelta(days=1), "SPX")
    assert [*shelf] == [told(note.ledger) for note in reversed(notes)]


def test_a_note_without_memory_is_another_note(notes: list[Draft]) -> None:
    alone = [*drafts(PRICES, "SPX", first=FIRST, last=LAST, memory=0)]
    assert alone[0].markdown == notes[0].markdown
    assert alone[-1].markdown != notes[-1].markdown


def test_notes_laid_down_read_as_they_did_in_memory(
    notes: list[Draft], tmp_path: Path
) -> None:
    paths = saved(notes, tmp_path)
    assert paths[0] == tmp_path / "2018-12-20" / "sp-500"
    assert [note.sentences for note in notes_in([tmp_path])] == [
        note_of(draft).sentences for draft in notes
    ]


def test_headlines_are_those_known_at_the_time() -> None:
    feeds, day = SEEDS / "feeds", date(2018, 12, 26)
    (told_of,) = drafts(PRICES, "SPX", first=day, last=day, feeds=feeds)
    (silent,) = drafts(PRICES, "SPX", first=day, last=day)
    assert told_of.ledger.sources
    assert not silent.ledger.sources


def test_every_sentence_of_the_prose_has_its_form(notes: list[Draft]) -> None:
    found = [one for note in notes for one in note_of(note).sentences]
    assert len(found) > 20 * len(notes) / 2
    assert not [one.text for one in found if one.form == "-"]


def test_the_other_benches_run_on_the_seeds(
    notes: list[Draft], capsys: pytest.CaptureFixture[str]
) -> None:
    read = [note_of(note) for note in notes]
    varied = variety.main(read)
    clean = grammar.main(read)
    printed = capsys.readouterr().out
    assert varied["notes"] == clean["notes"] == 4
    assert set(variety.TARGETS) <= varied.keys()
    assert "verdict" in printed
    assert "flesch" in printed


def test_a_subject_without_bars_and_a_span_without_sessions_are_told_apart() -> None:
    with pytest.raises(PriceError, match="no bars in these folders"):
        next(drafts(PRICES, "RUT", first=FIRST, last=LAST))
    with pytest.raises(PriceError, match="no session between"):
        next(drafts(PRICES, "SPX", first=date(2030, 1, 1), last=date(2030, 2, 1)))


def test_the_bench_says_where_the_time_goes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert told_line(["SPX", "2018-12-26", "2018-12-26", "--save", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert json.loads(lines[-1])["notes"] == 1
    assert any(line.startswith("proof") for line in lines)
    assert (tmp_path / "2018-12-26" / "sp-500" / "ledger.json").is_file()
    assert told_line(["NOPE", "2018-12-26", "2018-12-26"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
