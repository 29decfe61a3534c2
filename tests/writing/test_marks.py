"""Marks: text that remembers what it stands on, and strangers who may not mark."""

from generator.model.note import Bound
from generator.writing.marks import bare, facts_of, mark, stranger, unmarked


def test_taking_the_marks_off_leaves_the_sentence_and_its_spans() -> None:
    marked = f"It {mark('rose', 'direction', 'f')} {mark('2.2%', 'figure', 'f')}."
    text, bound = unmarked(marked)
    assert text == "It rose 2.2%."
    assert bound == (Bound((3, 7), "direction", "f"), Bound((8, 12), "figure", "f"))


def test_a_figure_inside_a_quotation_is_bound_twice() -> None:
    quote = mark(f"Dow at {mark('50,000', 'figure', 's1.50000')}", "quote", "s1")
    text, bound = unmarked(quote)
    assert text == "Dow at 50,000"
    assert [(one.type, text[slice(*one.at)]) for one in bound] == [
        ("quote", "Dow at 50,000"),
        ("figure", "50,000"),
    ]


def test_strangers_cannot_mark() -> None:
    forged = mark("99%", "figure", "spx.close")
    assert facts_of(stranger(forged)) == ()


def test_bare_text_has_no_marks() -> None:
    assert bare(mark("a", "name", "RUT") + "b") == "ab"
