"""A note read: sentences with their places, each beside the claim that it was."""

import pytest

from generator.model.note import Claim
from generator.proof.reading import ALIKE, likeness, page, sentences
from tests.proof.notes import a_note


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for _, sentence in sentences(text)]


def a_claim(text: str, section: str = "analysis", name: str = "c1") -> Claim:
    """A claim that binds nothing."""
    return Claim(id=name, section=section, role="", text=text, bound=())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rose 2.17% on the day. The other fell.", 2),
        ("The U.S. Treasury sells. Bonds fall.", 2),
        ("Small vs. Large was the trade.", 1),
        ("No. 1 on the list is J. Smith of Acme Inc. Shares rose.", 1),
        ("What now? Plenty! “Really?” It asks.", 4),
        ("**Neutral. Strykr Pulse 55/100.** Trend leans up.", 3),
        ("It closed at 2,670.34. 50 sessions ago it did not.", 2),
        ("Watch e.g. gold, i.e. the metal.", 1),
        ("On 6 Feb. 2026 it fell.", 1),
        ("Wait … and see. Then act.", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_sentence_knows_its_offset() -> None:
    text = "One here.  Two there. Three."
    assert [text[start:].startswith(one) for start, one in sentences(text)] == [
        True
    ] * 3


def test_every_claim_of_an_untouched_note_stands_in_its_place() -> None:
    draft = a_note()
    read = page(draft.markdown, draft.ledger.claims, draft.ledger.note.disclosure)
    assert read.gone == ()
    assert all(one.exact for one in read.sentences)
    for one in read.sentences:
        assert draft.markdown[one.start :].startswith(one.text)


def test_headings_pictures_sources_and_heads_of_tables_claim_nothing() -> None:
    draft = a_note()
    read = page(draft.markdown, (), draft.ledger.note.disclosure)
    texts = [one.text for one in read.sentences]
    assert not any(
        text.startswith(("#", "![", "1. [", "| Level", "|---")) for text in texts
    )
    assert not any("Disclosure" in text for text in texts)


def test_an_edited_sentence_is_laid_beside_the_claim_most_like_it() -> None:
    claims = (
        a_claim("The index rose in the morning.", name="c1"),
        a_claim("Nobody knows why it fell at night.", name="c2"),
    )
    text = "## Analysis\n\nNobody knows why it sank at night.\n"
    read = page(text, claims)
    assert [one.claim.id for one in read.sentences if one.claim] == ["c2"]
    assert [one.id for one in read.gone] == ["c1"]


def test_a_sentence_like_no_claim_is_new() -> None:
    read = page("## Analysis\n\nA word of mine.\n", (a_claim("The index rose far."),))
    assert [one.claim for one in read.sentences] == [None]


def test_a_claim_inside_a_longer_sentence_is_not_that_claim() -> None:
    text = "## Analysis\n\nIt is false that The index rose.\n"
    read = page(text, (a_claim("The index rose."),))
    assert [one.exact for one in read.sentences] == [False]


def test_a_claim_that_stands_twice_is_taken_once_each() -> None:
    claims = (a_claim("Plenty.", name="c1"), a_claim("Plenty.", name="c2"))
    read = page("## Analysis\n\nPlenty. Plenty.\n", claims)
    assert [one.claim.id for one in read.sentences if one.claim] == ["c1", "c2"]


def test_a_claim_of_several_sentences_is_read_as_one() -> None:
    claim = a_claim("**Bearish. Pulse 22/100.** Trend leans down.")
    text = "## Analysis\n\n**Bearish. Pulse 25/100.** Trend leans down. A new one.\n"
    first, second = page(text, (claim,)).sentences
    assert first.claim is claim
    assert second.claim is None


def test_list_items_and_quotations_are_read_without_their_marks() -> None:
    text = "## Analysis\n\n1. First here.\n2. Then there.\n\n> Quoted text.\n"
    assert [one.text for one in page(text, ()).sentences] == [
        "First here.",
        "Then there.",
        "Quoted text.",
    ]


def test_likeness_of_one_text_to_itself_is_one() -> None:
    assert likeness("The index rose.", "The index rose.") == 1
    assert likeness("The index rose.", "Gold.") < ALIKE
