"""Forms: which may speak, and what an alternation gives."""

from pathlib import Path

from generator.model.facts import Part
from generator.plain.places import TEMPLATES
from generator.writing.forms import JINJA, Bank, Form, bank, lowered, may_speak, told
from generator.writing.marks import bare, mark
from generator.writing.parts import alike, rank
from tests.builders import a_price

WEEK = a_price("RUT", "return", 5, value=0.0217)


def some_forms(tmp_path: Path, text: str) -> tuple[Form, ...]:
    folder = tmp_path / "note"
    folder.mkdir()
    (folder / "x.txt").write_text(text, "utf-8")
    return Bank([tmp_path]).forms("x")


def test_a_form_needs_what_it_names(tmp_path: Path) -> None:
    (form,) = some_forms(tmp_path, "\n=== a\nIt is {{ week | pct }}.\n")
    assert not may_speak(form, {})
    assert may_speak(form, {"week": WEEK})


def test_a_condition_keeps_a_form_silent(tmp_path: Path) -> None:
    (form,) = some_forms(
        tmp_path, "\n=== a\nwhen: week.value < 0\nStill {{ week | updown }}.\n"
    )
    assert not may_speak(form, {"week": WEEK})


def test_a_condition_may_ask_what_is_there(tmp_path: Path) -> None:
    (form,) = some_forms(
        tmp_path, "\n=== a\nwhen: press is not defined\nIt is {{ week | pct }}.\n"
    )
    assert may_speak(form, {"week": WEEK})
    assert not may_speak(form, {"week": WEEK, "press": 1})


def test_an_alternation_tells_one_option_a_turn(tmp_path: Path) -> None:
    """[Up|Higher], by {{ week | pct }}."""
    line = "[Up|Higher|{{ week | updown }}], by {{ week | pct }}[| again]."
    (form,) = some_forms(tmp_path, f"\n=== a\n{line}\n")
    assert form.options == (3, 2)
    assert form.needs == {"week"}
    given = {bare(told(form, {"week": WEEK}, turn).sentences[0]) for turn in range(6)}
    assert "Up, by +2.17% again." in given or "Up, by +2.17%." in given
    assert "up 2.17%, by +2.17%." in given or "up 2.17%, by +2.17% again." in given
    assert len(given) >= 4


def test_an_empty_option_leaves_no_gap(tmp_path: Path) -> None:
    (form,) = some_forms(tmp_path, "\n=== a\nIt [|really] rose [|at last].\n")
    assert {bare(told(form, {}, turn).sentences[0]) for turn in range(4)} >= {
        "It rose at last.",
    }


def test_a_whole_sentence_may_be_an_alternation(tmp_path: Path) -> None:
    (form,) = some_forms(tmp_path, "\n=== a\n[It rose.|Up.]\n[So be it.|Fine.]\n")
    assert len(told(form, {}).sentences) == 2


def test_two_sentences_may_be_told_as_one(tmp_path: Path) -> None:
    text = "\n=== a\nIt is {{ week | pct }}.\n+ while: The rest [slept|dozed].\n"
    (form,) = some_forms(tmp_path, text)
    told_as = [told(form, {"week": WEEK}, turn).sentences for turn in range(4)]
    assert {len(sentences) for sentences in told_as} == {1, 2}
    (joined, *_) = (one for one in told_as if len(one) == 1)
    assert bare(joined[0]).startswith("It is +2.17%, while the rest ")
    assert bare(joined[0]).endswith(".")


def test_a_name_keeps_its_capital_inside_a_sentence() -> None:
    assert lowered("The rest slept.") == "the rest slept."
    assert lowered(mark("Gold", "name", "GOLD")) == mark("Gold", "name", "GOLD")


def test_a_file_of_the_workspace_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "note").mkdir()
    (tmp_path / "note" / "title.txt").write_text("Ours.\n\n=== own\nOurs\n", "utf-8")
    (form,) = bank((tmp_path,)).forms("title")
    assert form.id == "title/own"
    assert len(bank(()).forms("title")) > 5


def test_every_shipped_form_parses_and_prints_no_bare_digit() -> None:
    roles = [path.stem for path in (TEMPLATES / "note").glob("*.txt")]
    assert len(roles) > 15
    for role in roles:
        for form in bank(()).forms(role):
            assert form.lines, form.id
            for line in form.lines:
                outside = JINJA.sub("", line)
                allowed = "RSI(14)", "50-day", "200-day", "20-session", "60-session"
                for term in allowed:
                    outside = outside.replace(term, "")
                assert not [c for c in outside if c.isdigit()], form.id


def test_parts_of_one_rank_are_alike_and_each_is_called_by_it() -> None:
    low, high = (Part("x", 0.0, at, 1.0, ("f",)) for at in (56.0, 79.0))
    assert alike([low, high])
    assert bare(rank(low)) == bare(rank(high)) == "upper half"
    assert not alike([low, Part("y", 0.0, 80.0, 1.0, ("f",))])
