"""What is new since the last note on the same subject."""

from dataclasses import replace
from typing import Any

from generator.model.note import PastNote
from generator.writing.before import past_facts, past_slots
from generator.writing.marks import bare
from tests.builders import a_level, a_past_note, a_price
from tests.writing.test_write import a_rating

CEILING = a_level("RUT", "resistance", 1, value=2600.0)
FLOOR = a_level("RUT", "support", 1, value=2500.0)
CLOSE = {"close": a_price("RUT", "close", value=2670.34)}


def told(last: PastNote, close: float = 2670.34) -> dict[str, Any]:
    slots = {"close": a_price("RUT", "close", value=close)}
    return past_slots([last], a_rating(), slots)


def test_without_an_earlier_note_there_is_nothing_new() -> None:
    assert past_slots([], a_rating(), CLOSE) == {}
    assert list(past_facts([])) == []


def test_the_farthest_level_that_broke_is_told() -> None:
    higher = replace(CEILING, id="rut.resistance.2", value=2650.0, distance=0.05)
    found = told(a_past_note(levels=(CEILING, higher, FLOOR)))
    assert found["broken"].id == "last.resistance.2"
    assert found["broken_up"]
    assert "broken" not in told(a_past_note(levels=(CEILING, FLOOR)), close=2550.0)
    assert not told(a_past_note(levels=(CEILING, FLOOR)), close=2450.0)["broken_up"]


def test_the_exit_of_the_last_call_was_hit_or_was_not() -> None:
    last = a_past_note(exit=FLOOR, below=True)
    assert told(last, close=2490.0)["last_exit_hit"]
    assert not told(last, close=2510.0)["last_exit_hit"]
    assert told(last, close=2510.0)["last_exit"].id == "last.exit"


def test_the_component_that_moved_the_pulse_most_is_named() -> None:
    parts = {part.name: part.percentile for part in a_rating().pulse.parts}
    first = next(iter(parts))
    found = told(a_past_note(parts={**parts, first: parts[first] - 40}))
    assert bare(found["mover"]) == first
    assert found["mover_rose"]
    assert "mover" not in told(a_past_note(parts=parts))


def test_what_the_last_note_printed_is_a_fact_of_this_one() -> None:
    last = a_past_note(levels=(CEILING,), exit=FLOOR)
    assert [fact.id for fact in past_facts([last])] == [
        "last.pulse",
        "last.resistance.1",
        "last.exit",
    ]
