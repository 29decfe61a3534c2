"""The forms of verbs, there and back."""

import pytest

from generator.plain.inflection import base, forms, gerund, past, same_verb, third


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("power", "powered"),
        ("hit", "hit"),
        ("sink", "sank"),
        ("see", "saw"),
        ("rally", "rallied"),
        ("slip", "slipped"),
        ("rise", "rose"),
        ("agree", "agreed"),
    ],
)
def test_the_past_of_a_headline_verb(verb: str, told: str) -> None:
    assert past(verb) == told


@pytest.mark.parametrize("verb", "power hit sink see rally slip rise raise cut".split())
def test_the_bare_form_is_found_again_in_every_form(verb: str) -> None:
    assert {base(form) for form in (past(verb), third(verb), gerund(verb))} == {verb}


def test_forms_of_one_verb_are_the_same_verb() -> None:
    assert same_verb("Powers", "powered")
    assert not same_verb("rose", "raised")
    assert "sunk" in forms("sink")
