"""The claims of an edited note: what still stands on a Fact is bound again."""

from dataclasses import replace

from generator.model.note import Claim, Ledger
from generator.proof import check, rebound, standing
from tests.proof.notes import a_note


def edited(old: str, new: str) -> tuple[str, Ledger]:
    """The note after an edit, and its ledger bound anew."""
    draft = a_note()
    assert old in draft.markdown
    text = draft.markdown.replace(old, new, 1)
    return text, rebound(text, draft.ledger)


def spans(claim: Claim) -> dict[str, tuple[str, str]]:
    """What is bound in a claim: its text, type and Fact."""
    return {
        claim.text[slice(*one.at)]: (one.type, one.fact)
        for one in sorted(claim.bound, key=lambda one: one.at)
    }


def of(ledger: Ledger, name: str) -> Claim:
    """The claim of that id."""
    return next(claim for claim in ledger.claims if claim.id == name)


def test_an_unedited_note_keeps_its_claims() -> None:
    draft = a_note()
    again = rebound(draft.markdown, draft.ledger)
    assert set(again.claims) == set(draft.ledger.claims)
    assert replace(again, claims=()) == replace(draft.ledger, claims=())


def test_an_edit_of_words_keeps_every_receipt() -> None:
    text, ledger = edited(
        "The Russell 2000 rose 2.17% in five sessions to",
        "In five sessions the Russell 2000 index rose by 2.17%, to",
    )
    claim = of(ledger, "e1")
    assert claim.text in text
    assert (claim.role, claim.form, claim.section) == (
        "numbers",
        "numbers/one",
        "analysis",
    )
    assert spans(claim) == {
        "five sessions": ("window", "rut.return.5"),
        "Russell 2000": ("name", "RUT"),
        "rose": ("direction", "rut.return.5"),
        "2.17%": ("figure", "rut.return.5"),
        "2,670.34": ("figure", "rut.close"),
        "S&P 500": ("name", "SPX"),
        "finished flat": ("direction", "spx.return.5"),
        "-0.10%": ("figure", "spx.return.5"),
    }
    assert standing(check(text, ledger)) == []


def test_an_edited_quotation_keeps_its_source() -> None:
    text, ledger = edited("”, it writes.", "”, we read at Seeking Alpha.")
    claim = of(ledger, "e1")
    assert ("quote", "s1") in spans(claim).values()
    assert claim.sources == ("s1",)
    assert standing(check(text, ledger)) == []


def test_an_edited_row_keeps_its_words() -> None:
    text, ledger = edited("swing low, 5 Feb 2026 |", "swing low of 5 Feb 2026 |")
    assert spans(of(ledger, "e1"))["swing low"] == ("word", "rut.support.1")
    assert standing(check(text, ledger)) == []


def test_a_new_sentence_is_a_claim_and_one_taken_out_is_none() -> None:
    text, ledger = edited("We keep our seat.", "The VIX ended at 17.76.")
    assert spans(of(ledger, "e1"))["17.76"] == ("figure", "vix.close")
    assert (of(ledger, "e1").role, of(ledger, "e1").form) == ("edited", "")
    assert all(claim.text in text for claim in ledger.claims)
    assert standing(check(text, ledger)) == []


def test_a_sentence_bound_to_nothing_is_licensed_by_what_it_told() -> None:
    _, ledger = edited("The gap is 5.12%.", "The gap is wide.")
    assert of(ledger, "e1").bound == ()
    assert of(ledger, "e1").licensed_by == ("rut.sma_gap.50",)


def test_an_own_figure_is_bound_to_its_reason() -> None:
    draft = a_note()
    text = draft.markdown.replace("We keep our seat.", "We look to 2,700.", 1)
    text = text.replace("own: []", 'own: [{text: "2,700", reason: "desk target"}]')
    ledger = rebound(text, draft.ledger)
    assert spans(of(ledger, "e1"))["2,700"] == ("figure", "own.1")
    assert standing(check(text, ledger)) == []


def test_the_lines_of_the_foot_stay_the_ledgers() -> None:
    text, ledger = edited("no credit spread", "no credit")
    assert any("no credit spread" in claim.text for claim in ledger.claims)
    assert {one.rule for one in standing(check(text, ledger))} >= {"T12"}
