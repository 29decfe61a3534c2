"""Headlines told as prose: their words stand under their publisher, and no other's."""

from dataclasses import replace

import pytest

from generator.model.note import Bound, Claim, Draft, Finding, SourceLine
from generator.proof import blocking, check, standing
from tests.proof.notes import a_note, sources, unmarked
from tests.proof.test_check import with_sentence

TITLE = "Dow Powers Past 50,000 - Momentum Or Market Euphoria?"
SUMMARY = "Stocks fell 3% on Friday as Nvidia slid and oil sank to $62.10 a barrel."
KINDS = {"f": "figure", "n": "name", "v": "direction", "q": "quote"}


def a_told_note(marked: str) -> Draft:
    """The note with one claim more, which tells the headline `s3`; marks as usual."""
    draft = a_note()
    told = SourceLine(
        id="s3",
        title=TITLE,
        summary=SUMMARY,
        publisher="Reuters",
        family="reuters",
        link="https://example.com/dow",
        published=sources()[0].published,
    )
    line = f"3. [{told.title}](<{told.link}>), Reuters. {told.summary}\n"
    text, bound = unmarked(marked)
    claim = Claim(
        id="x1",
        section="take",
        role="take",
        text=text,
        bound=bound,
        sources=("s3",),
    )
    ledger = replace(
        draft.ledger,
        sources=(*draft.ledger.sources, told),
        claims=(*draft.ledger.claims, claim),
    )
    markdown = with_sentence(draft, text)
    place = markdown.index("\n\n**Prices:**")
    return replace(
        draft, markdown=f"{markdown[:place]}\n{line}{markdown[place:]}", ledger=ledger
    )


def reported(marked: str, old: str = "", new: str = "") -> list[Finding]:
    """What stands against the told note, after an edit if there is one."""
    draft = a_told_note(marked)
    assert old in draft.markdown
    return standing(check(draft.markdown.replace(old, new, 1), draft.ledger))


POWERED = "{q:the Dow powered past 50,000|s3.title}, according to {n:Reuters|s3}."
POWERING = "{n:Reuters|s3} has {q:the Dow powering past {f:50,000|s3.title}|s3.title}."
FALLING = (
    "{n:Reuters|s3} reports that {q:stocks fell 3% on Friday|s3.summary}, "
    "and that oil {v:sank|s3.summary} to {f:$62.10|s3.summary}."
)


@pytest.mark.parametrize(
    "marked",
    [
        POWERED,
        "{n:Reuters|s3} has {q:the Dow powering past 50,000|s3.title}.",
        FALLING,
        "{q:Stocks fell 3%|s3.summary}, says {n:Reuters|s3}.",
    ],
)
def test_a_headline_told_under_its_publisher_stands(marked: str) -> None:
    assert reported(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "{q:The Dow powered past 50,000|s3.title}.",
        "{q:The Dow powered past 50,000|s3.title}, according to {n:Seeking Alpha|s1}.",
        "{n:Reuters|s3} has {q:the Dow stumbling past 50,000|s3.title}.",
        "{n:Reuters|s3} has {q:the Dow powering past 60,000|s3.title}.",
        "{n:Reuters|s3} has {q:the Dow not powering past 50,000|s3.title}.",
        "{n:Reuters|s3} reports that oil {v:rose|s3.summary}.",
        "{n:Reuters|s3} reports that oil sank to {f:$26.10|s3.summary}.",
        "{n:Reuters|s3} reports that {q:oil slid as Nvidia sank|s3.summary}.",
    ],
)
def test_a_headline_told_otherwise_is_reported(marked: str) -> None:
    assert blocking(reported(marked))


@pytest.mark.parametrize(
    ("marked", "old", "new"),
    [
        (POWERED, "according to Reuters", "says Reuters"),
        (POWERED, "the Dow powered", "The mighty Dow powered"),
        (FALLING, "on Friday, and that oil", "on Friday and that crude"),
        (FALLING, "that oil sank", "that oil slid"),
    ],
)
def test_a_told_headline_may_be_reworded(marked: str, old: str, new: str) -> None:
    assert blocking(reported(marked, old, new)) == []


@pytest.mark.parametrize(
    ("marked", "old", "new"),
    [
        (POWERED, ", according to Reuters", ""),
        (POWERED, "according to Reuters", "according to Bloomberg"),
        (POWERED, "according to Reuters", "according to Seeking Alpha"),
        (POWERED, "powered past", "never powered past"),
        (POWERED, "50,000", "60,000"),
        (POWERED, "the Dow powered past", "the Nasdaq powered past"),
        (POWERED, "powered past", "fell below"),
        (FALLING, "stocks fell 3%", "stocks rose 3%"),
        (FALLING, "oil sank", "oil jumped"),
        (FALLING, "stocks fell 3%", "stocks fell 4%"),
        (FALLING, "Reuters reports that s", "S"),
    ],
)
def test_a_told_headline_may_not_be_bent(marked: str, old: str, new: str) -> None:
    assert blocking(reported(marked, old, new))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Dow is past 50,000, says Reuters.",
        "Reuters has stocks falling on Friday.",
        "Oil sank to $62.10, according to Reuters.",
    ],
)
def test_a_new_sentence_may_say_what_a_named_headline_says(sentence: str) -> None:
    draft = a_told_note(POWERED)
    assert blocking(check(with_sentence(draft, sentence), draft.ledger)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Dow is past 50,000.",
        "The Dow is past 50,000, says Seeking Alpha.",
        "The S&P 500 is past 50,000, says Reuters.",
        "The Russell 2000 fell 3% on Friday, says Reuters.",
        "The Russell 2000 plunged, Seeking Alpha reports.",
    ],
)
def test_a_new_sentence_may_not_give_it_to_another(sentence: str) -> None:
    draft = a_told_note(POWERED)
    assert blocking(check(with_sentence(draft, sentence), draft.ledger))


@pytest.mark.parametrize("name", ["s3", "s3.title"])
def test_told_words_may_be_bound_to_the_source_or_to_its_field(name: str) -> None:
    words = f"{{q:the Dow powered past 50,000|{name}}}"
    assert reported(f"{words}, says {{n:Reuters|s3}}.") == []
    assert blocking(reported(f"{words}."))


def test_a_quotation_is_its_publishers_own() -> None:
    marked = "{n:Reuters|s3} writes: “{q:Stocks fell 3% on Friday|s3}”."
    assert reported(marked) == []
    for other in ("Seeking Alpha", "Bloomberg"):
        assert blocking(reported(marked, "Reuters writes", f"{other} writes"))


def test_the_span_of_a_told_headline_is_bound_to_it() -> None:
    bound = a_told_note(POWERED).ledger.claims[-1].bound
    assert bound[0] == Bound((0, 27), "quote", "s3.title")
