"""The bench of grammar: what each rule finds and leaves alone, and how a note reads."""

import importlib.util
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bench.english import (
    OF_SENTENCES,
    articles,
    doubled,
    filler,
    long,
    small,
    spaces,
    syllables,
    unpaired,
)
from bench.grammar import faults, flesch, harper_faults, main, reading, unparsed
from bench.prose import Note, note_from
from generator.model.note import Bound, Claim, Ledger, NoteHead

HEAD = NoteHead(
    slug="sp-500",
    edition=date(2026, 2, 6),
    as_of=datetime(2026, 2, 6, 22, tzinfo=UTC),
    version=1,
    status="draft",
    subject="SPX",
    benchmark="RUT",
    horizon_sessions=10,
)


def a_note(text: str, ledger: Ledger | None = None) -> Note:
    """A note whose Analysis says this."""
    return note_from(f"## Analysis\n\n{text}\n", "2026-02-06/sp-500", ledger)


@pytest.mark.parametrize(
    "text",
    [
        "a 11% fall",
        "an 18,5 session",
        "a 8.2% rise",
        "an 110-point day",
        "an euro",
        "a ETF",
        "a S&P 500 fund",
        "an US index",
        "a hour",
        "an one-day move",
        "a index",
    ],
)
def test_a_wrong_article_is_found(text: str) -> None:
    if text == "an 18,5 session":
        assert not [*articles(text)]
        return
    assert [*articles(text)]


@pytest.mark.parametrize(
    "text",
    [
        "an 11% fall",
        "an 11,000-point line",
        "a 110-point day",
        "a 1,100-point day",
        "an 80% share",
        "a $5 stock",
        "an $8 stock",
        "a euro",
        "an ETF",
        "a NATO day",
        "an S&P 500 fund",
        "a US index",
        "an hour",
        "a one-day move",
        "a once rare day",
        "a useful one",
        "an unusual one",
        "an uninspired day",
        "a union",
        "an index",
    ],
)
def test_a_right_article_is_left_alone(text: str) -> None:
    assert not [*articles(text)]


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (doubled, "It is is so.", "He had had enough."),
        (unpaired, "It (so they say is.", "It (so they say) is."),
        (unpaired, 'They said "up.', 'They said "up".'),
        (small, "stocks rose.", "iShares rose."),
        (small, "and so on.", "2,040 held."),
        (spaces, "Up  again.", "Up again."),
        (spaces, "Up , again.", "Up, 2,040 again."),
        (spaces, "Up,again.", "Up: again ... and again."),
        (filler, "It is worth noting that it fell.", "It fell."),
        (long, "word " * 46, "word " * 45),
    ],
)
def test_a_rule_finds_its_fault_and_nothing_else(
    rule: object, wrong: str, right: str
) -> None:
    assert callable(rule)
    assert [*rule(wrong)]
    assert not [*rule(right)]


def test_every_rule_of_sentences_passes_a_plain_sentence() -> None:
    text = "The index rose 2.2% in five sessions, its best week since March 2009."
    assert not [hit for rule in OF_SENTENCES.values() for hit in rule(text)]


def test_syllables_are_those_that_are_said() -> None:
    said = {
        1: "rose closed likes makes named",
        2: "session prices wanted little table quiet release being create region",
        3: "average percentile idea serious opinion actual delivered resistance ETF",
        5: "volatility",
    }
    wrong = [w for n, words in said.items() for w in words.split() if syllables(w) != n]
    assert not wrong
    assert syllables("2,610.30") == 1


def test_reading_ease_is_by_the_formula_of_flesch() -> None:
    note = a_note("The index rose. It fell.")
    # five words in two sentences, six syllables
    assert flesch(note) == pytest.approx(206.835 - 1.015 * 5 / 2 - 84.6 * 6 / 5)


def test_sentences_are_counted_by_their_words() -> None:
    note = a_note("Plenty. The index rose 2.2% in five sessions and gave back none.")
    read = reading([note])
    assert read["sentence_words"] == 6
    assert read["sentence_sd"] == 5
    assert read["short_sentences"] == 0.5
    assert read["longest_sentence"] == 11


def test_a_paragraph_without_a_fact_or_a_headline_is_found() -> None:
    bare = Claim(id="c1", section="analysis", role="take", text="It is so.", bound=())
    name = replace(bare, bound=(Bound((0, 2), "name", "SPX"),))
    figure = replace(bare, bound=(Bound((0, 2), "figure", "spx.close"),))
    cited = replace(bare, sources=("s1",))
    found = []
    for claim in (bare, name, figure, cited):
        ledger = Ledger(note=HEAD, facts=(), sources=(), claims=(claim,))
        found.append([fault.rule for fault in faults(a_note("It is so.", ledger))])
    assert found == [["no fact"], ["no fact"], [], []]
    assert not [*faults(a_note("It is so."))]


def test_the_fact_of_a_paragraph_may_stand_in_its_label() -> None:
    label = Claim(
        id="c1",
        section="analysis",
        role="verdict",
        text="**Bullish. Pulse 72/100.**",
        bound=(Bound((17, 23), "figure", "pulse"),),
    )
    words = replace(label, id="c2", text="It is so.", bound=())
    ledger = Ledger(note=HEAD, facts=(), sources=(), claims=(label, words))
    note = a_note(f"{label.text} {words.text}", ledger)
    assert [one.text for one in note.sentences] == ["It is so."]
    assert not [*faults(note)]


def test_the_last_line_counts_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    note = a_note("the the index  fell by a eighth.")
    found = main([note], verbose=True)
    rules = found["rules"]
    assert isinstance(rules, dict)
    ours = {rule: n for rule, n in rules.items() if not rule.startswith("harper")}
    assert ours == {"article": 1, "doubled": 1, "small letter": 1, "spaces": 1}
    assert "doubled 'the the'" in capsys.readouterr().out


@pytest.mark.skipif(
    importlib.util.find_spec("harper") is None, reason="needs harper-py"
)
def test_harper_finds_a_misspelling_and_knows_the_word_list() -> None:
    found = harper_faults([a_note("The VIX and the S&P 500 rose; the inddex did too.")])
    assert found is not None
    assert [one.words for one in found] == ["inddex"]


@pytest.mark.needs("link-parser")
def test_link_grammar_leaves_words_of_a_broken_sentence() -> None:
    assert shutil.which("link-parser")
    note = a_note("The index closed at its low. The price are poor for seller at the.")
    left = unparsed(note.sentences)
    assert left is not None
    good, broken = (left[one.text] for one in note.sentences)
    assert good == 0 < broken
