"""The bench of variety: made-up notes whose repeats can be counted by hand."""

import math
from pathlib import Path

import pytest

from bench.prose import Note, note_from
from bench.variety import (
    bleu,
    distinct,
    longest,
    main,
    measured,
    phrases,
    readable,
    roles,
    told_line,
    tree,
)

NOTE = """---
subject: {subject}
as_of: {day}
---

## Strykr Analysis

**Bullish. Pulse {figure}/100.** {text}

## Strykr Watch

| Level | Price |
|---|---:|
| Support | 2,040 |

![a chart](a.svg)

## Sources (1)

1. The same source under every note, word for word as it was.

**Call:** up over ten sessions, measured against the S&P 500.
"""


def a_note(text: str, day: int = 1, subject: str = "SPX", figure: int = 50) -> Note:
    """A note that says this in its Analysis."""
    when = f"2026-02-{day:02}T22:00:00Z"
    made = NOTE.format(subject=subject, day=when, figure=figure, text=text)
    return note_from(made, f"2026-02-{day:02}/{subject.lower()}", None)


def test_prose_is_what_is_neither_label_table_picture_source_nor_call() -> None:
    (sentence,) = a_note("Stocks rose 2.2%.").sentences
    assert sentence.text == "Stocks rose 2.2%."
    assert sentence.tokens == ("stocks", "rose", "0", "%", ".")


def test_two_notes_alike_but_for_their_figures_repeat_everything() -> None:
    text = "The index rose {} on the day and nobody knew why."
    old, new = a_note(text.format("2.2%")), a_note(text.format("13.75%"), day=2)
    (told,) = measured([old, new])
    assert told.sixgrams == 1
    assert told.longest == len(new.tokens) == 13
    assert told.longest_words == 11
    assert told.bleu == pytest.approx(1)
    assert [earlier for _, earlier in told.repeated] == ["2026-02-01/spx"]


def test_a_note_of_new_words_repeats_nothing() -> None:
    old = a_note("Gold rallied while bonds slept.")
    (told,) = measured([old, a_note("Banks reported; oil fell.", day=2)])
    assert (told.sixgrams, told.longest, told.repeated) == (0, 1, ())
    assert tree([old], [told])["sixgrams_seen"] == 0


def test_seven_shared_words_are_two_sixgrams_of_those_there_are() -> None:
    old = a_note("one two three four five six seven and no more")
    (told,) = measured([old, a_note("one two three four five six seven eight", day=2)])
    assert told.sixgrams == pytest.approx(2 / 3)
    assert told.longest == 7
    (role,) = roles([told])
    assert (role.grams, role.seen) == (3, 2)
    assert next(phrases(told.seen))[:2] == ("one two three four five six seven", 1)


def test_each_note_is_held_against_the_twenty_before_it_on_its_own_subject() -> None:
    numbers = "alpha beta gamma delta epsilon zeta eta theta iota kappa".split()
    said = "What was said once is said again here."
    between = [
        a_note(f"{numbers[day % 10]} {numbers[day // 10]} stands alone", day=day + 2)
        for day in range(20)
    ]
    late = a_note(said, day=25)
    apart = measured([a_note(said), *between, late])[-1]
    near = measured([a_note(said), *between[1:], late])[-1]
    other = measured([a_note(said, subject="RUT"), between[0], late])[-1]
    assert (apart.before, len(apart.repeated)) == (20, 0)
    assert (near.before, len(near.repeated)) == (20, 1)
    assert other.repeated == ()


def test_bleu_is_that_of_papineni_with_counts_clipped_at_one_reference() -> None:
    text = tuple("the the the cat sat".split())
    references = [tuple("the cat sat on it".split()), tuple("the the dog".split())]
    # 4 of 5, 3 of 4 ("the the", "the cat", "cat sat"), 1 of 3, none of 2: half a match
    orders = (4 / 5) * (3 / 4) * (1 / 3) * (1 / 4)
    assert bleu(text, references) == pytest.approx(orders**0.25)


def test_a_text_shorter_than_its_references_pays_for_it() -> None:
    text = tuple("a b c d e".split())
    reference = tuple("a b c d e f g h i j".split())
    assert bleu(text, [reference]) == pytest.approx(math.exp(1 - 10 / 5))


def test_distinct_bigrams_are_counted_within_a_note() -> None:
    assert distinct(tuple("a b a b".split())) == pytest.approx(2 / 3)
    assert distinct(("a",)) == 1


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("a b c d", "x b c y", (1, 2)),
        ("a b", "c d", (0, 0)),
        ("a b c", "a b c", (0, 3)),
        ("", "a", (0, 0)),
    ],
)
def test_the_longest_shared_run_is_found(
    one: str, other: str, found: tuple[int, int]
) -> None:
    assert longest(tuple(one.split()), tuple(other.split())) == found


def test_tokens_are_shown_as_a_person_reads_them() -> None:
    tokens = ("at", "0", ",", "rsi", "(", "0", ")", "fell", "by", "-", "0", "%", ".")
    assert readable(tokens) == "at 0, rsi (0) fell by -0%."


def test_one_note_alone_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note.md").write_text("## Analysis\n\nStocks rose.\n")
    broken = tmp_path / "broken.md"
    broken.write_text("---\nsubject: SPX\n\n## Analysis\n")
    for where, word in (
        (tmp_path / "note.md", "two or more"),
        (tmp_path / "no", "no note"),
        (broken, "broken.md: front matter"),
    ):
        assert told_line([str(where)]) == 1
        told = capsys.readouterr().err
        assert word in told
        assert told.count("\n") == 1


def test_the_tables_name_the_role_and_the_repeated_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "The index rose 2.2% on the day and nobody knew why."
    found = main([a_note(text), a_note(text, day=2)], verbose=True)
    told = capsys.readouterr().out
    assert f"again   2026-02-02/spx - (as in 2026-02-01/spx): {text}" in told
    assert found["repeated_sentences"] == 1
    assert found["sixgrams_seen_of_20"] is None
