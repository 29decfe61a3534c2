"""Sentences split and joined by an editor keep the claims that they were."""

import pytest

from generator.proof import check, standing
from tests.proof.notes import a_note

TWICE = "Daily swings are wide for the season."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "to 2,670.34, while the S&P 500 finished flat at -0.10%.",
            "to 2,670.34. The S&P 500 finished flat at -0.10%.",
        ),
        ("session running. The gap is 5.12%.", "session running; the gap is 5.12%."),
        (
            "session running. The gap is 5.12%.",
            "session running, and the gap is 5.12%.",
        ),
        (
            "of 5 February 2026; first below, 2,576.42.",
            "of 5 February 2026. First below, 2,576.42.",
        ),
        ("What could spoil it? A close", "What could spoil it: a close"),
    ],
)
def test_what_was_split_or_joined_loses_nothing(old: str, new: str) -> None:
    draft = a_note()
    assert old in draft.markdown
    found = standing(check(draft.markdown.replace(old, new, 1), draft.ledger))
    assert [(one.text, one.why) for one in found] == []


def test_a_twin_in_another_section_keeps_its_own_claim() -> None:
    draft = a_note()
    text = draft.markdown.replace("We keep our seat.", f"We keep our seat. {TWICE}")
    assert standing(check(text, draft.ledger)) == []
