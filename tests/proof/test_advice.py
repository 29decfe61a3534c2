"""No promise, no advice to the reader, and no call told from one side alone."""

import pytest

from generator.proof import blocking, check
from tests.proof.notes import PROSE, a_note, claims, text_of
from tests.proof.test_check import with_sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "You should buy here.",
        "Gains are guaranteed.",
        "It is a sure thing.",
        "Buyers cannot lose.",
        "The Russell 2000 will rally.",
        "Small caps will soon break higher.",
    ],
)
def test_a_promise_is_reported(sentence: str) -> None:
    draft = a_note()
    found = blocking(check(with_sentence(draft, sentence), draft.ledger))
    assert "T14" in {one.rule for one in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "If dealers step back, small caps will fall.",
        "Small caps could rally.",
        "We will see.",
        "Nobody knows what will break first.",
    ],
)
def test_a_condition_or_a_possibility_is_no_promise(sentence: str) -> None:
    draft = a_note()
    found = check(with_sentence(draft, sentence), draft.ledger)
    assert "T14" not in {one.rule for one in found}


def test_the_reason_against_the_stance_may_not_be_taken_out() -> None:
    other = "\n# concession analysis\nWaiting costs something too.\n"
    said = claims(PROSE.replace("\n# levels watch", f"{other}\n# levels watch"))
    whole = a_note(claims=said)
    assert "T13" not in {one.rule for one in check(text_of(said), whole.ledger)}
    left = text_of([one for one in said if one.role != "concession"])
    found = blocking(check(left, whole.ledger))
    assert [one.why for one in found if one.rule == "T13"] == [
        "the reason against the note's own stance is gone"
    ]
