"""Choice: the telling that repeats least of this note and of the last 20."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.model.note import Move, PastNote, Plan
from generator.writing.choice import chosen, pen
from generator.writing.forms import Bank, Telling
from generator.writing.marks import bare
from generator.writing.memory import grams, remembered
from tests.builders import a_past_note, a_price
from tests.writing.test_write import a_plan

WEEK = a_price("RUT", "return", 5, value=0.0217)
EDGE = "Nobody was in a hurry to be right about any of it."


def a_telling(
    tmp_path: Path,
    text: str,
    past: Sequence[PastNote] = (),
    *,
    plan: Plan | None = None,
    grave: bool = False,
) -> str:
    """What is told of a move whose role has these forms."""
    (tmp_path / "note").mkdir(exist_ok=True)
    (tmp_path / "note" / "x.txt").write_text(text, "utf-8")
    move = Move(role="x", section="analysis", slots={"week": WEEK})
    memory = remembered(past, grave=grave)
    taken = chosen(pen(Bank([tmp_path]), plan or a_plan()), move, memory, echo="")
    return said(taken) if taken else ""


def said(telling: Telling) -> str:
    return " ".join(map(bare, telling.sentences))


def test_the_form_used_least_lately_is_taken(tmp_path: Path) -> None:
    text = "\n=== a\nA {{ week | pct }}.\n\n=== b\nB {{ week | pct }}.\n"
    past = [a_past_note(forms=("x/a",)), a_past_note(forms=("x/b",))]
    assert a_telling(tmp_path, text, past) == "B +2.17%."
    assert a_telling(tmp_path, text, past[::-1]) == "A +2.17%."


def test_what_a_past_note_said_is_told_in_other_words(tmp_path: Path) -> None:
    text = f"\n=== a\n[{EDGE}|The week took its time.]\n"
    past = [a_past_note(forms=("x/a",), sentences=(EDGE,))]
    assert a_telling(tmp_path, text, past) == "The week took its time."


def test_a_form_with_five_figures_is_never_taken(tmp_path: Path) -> None:
    slots = {f"f{n}": a_price("RUT", "return", n + 1, value=0.01) for n in range(5)}
    many = " ".join(f"{{{{ {name} | pct }}}}" for name in slots)
    plan = replace(a_plan(), slots={**a_plan().slots, **slots})
    assert a_telling(tmp_path, f"\n=== a\n{many}.\n", plan=plan) == ""


def test_a_third_question_and_a_second_metaphor_are_refused(tmp_path: Path) -> None:
    memory = remembered([], grave=False)
    memory = replace(memory, devices=("question", "question", "metaphor sea"))
    plan, move = a_plan(), Move(role="x", section="analysis")
    (tmp_path / "note").mkdir()
    (tmp_path / "note" / "x.txt").write_text(
        "\n=== a\nWhy now?\n\n=== b\nuses: metaphor road\nIt rolled on.\n"
        "\n=== c\nuses: metaphor sea\nThe tide went out.\n",
        "utf-8",
    )
    taken = chosen(pen(Bank([tmp_path]), plan), move, memory, echo="")
    assert taken is not None
    assert said(taken) == "The tide went out."


def test_nobody_jokes_in_a_crash(tmp_path: Path) -> None:
    text = "\n=== a\nuses: wit\nA fine day for umbrellas.\n"
    assert a_telling(tmp_path, text) == "A fine day for umbrellas."
    assert a_telling(tmp_path, text, grave=True) == ""


def test_an_item_of_a_list_is_not_said_twice_running(tmp_path: Path) -> None:
    text = '\n=== a\n{{ pick(["Rates come first here.", "Oil leads it today."]) }}\n'
    first = a_telling(tmp_path, text)
    past = [a_past_note(forms=("x/a",), sentences=(first,))]
    assert a_telling(tmp_path, text, past) != first


def test_six_grams_do_not_see_the_figures() -> None:
    one = grams("It rose 2.17% over five sessions, and stayed there.")
    two = grams("It rose 11.4% over five sessions, and stayed there.")
    assert one == two
    assert grams("No hurry.") == {"no hurry ."}


def test_a_note_that_has_ended_often_on_a_condition_ends_otherwise(
    tmp_path: Path,
) -> None:
    ends = "\n\n".join(
        f"=== {name}\n{name.title()} is one word.\nIt would be {name}.\n"
        for name in ("high", "low", "wide", "deep")
    )
    (tmp_path / "note").mkdir()
    (tmp_path / "note" / "x.txt").write_text(f"x\n\n{ends}", "utf-8")
    quill, move = pen(Bank([tmp_path]), a_plan()), Move(role="x", section="analysis")
    memory = remembered((), grave=False)
    for _ in range(3):
        taken = chosen(quill, move, memory, echo="")
        assert taken
        assert memory.tires(taken) == 0
        memory = memory.after(taken)
    plain = "\n\n=== plain\nThis is one word too.\nIt stays plain.\n"
    (tmp_path / "note" / "x.txt").write_text(f"x\n\n{ends}{plain}", "utf-8")
    ending = chosen(pen(Bank([tmp_path]), a_plan()), move, memory, echo="")
    assert ending
    assert said(ending).endswith("It stays plain.")
