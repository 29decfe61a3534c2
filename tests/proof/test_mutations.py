"""What an editor may get wrong, each caught; what an editor may do, none reported."""

from collections.abc import Iterator

import pytest

from generator.model.note import Bound, Claim, Finding
from generator.proof import blocking, check, standing
from tests.proof.notes import a_note, claims, rows

# (what stood there, what was typed): one error each.
PLANTED = [
    # a digit changed
    ("rose 2.17%", "rose 2.71%"),
    ("to 2,670.34", "to 2,670.43"),
    ("at -0.10%", "at -0.01%"),
    ("still, +0.04%", "still, +0.40%"),
    ("by 2.27 points", "by 2.77 points"),
    ("the 50th session", "the 51st session"),
    ("$62 billion out", "$63 billion out"),
    ("$62 billion out", "$62 million out"),
    ("the 59th percentile", "the 95th percentile"),
    ("closed at 17.76", "closed at 15"),
    ("A close 3.52% lower", "A close 3.25% lower"),
    ("Pulse 55/100", "Pulse 65/100"),
    ("Level 4/5", "Level 3/5"),
    ("The gap is 5.12%.", "The gap is 6.12%."),
    # a sign flipped
    ("at -0.10%", "at +0.10%"),
    ("still, +0.04%", "still, -0.04%"),
    ("| +1.81% |", "| -1.81% |"),
    ("rose 2.17%", "rose -2.17%"),
    # a subject swapped
    ("The Russell 2000 rose", "The Nasdaq rose"),
    ("The Russell 2000 rose", "The Dow rose"),
    (
        "The Russell 2000 rose 2.17% in five sessions to 2,670.34, while the S&P 500",
        "The S&P 500 rose 2.17% in five sessions to 2,670.34, while the Russell 2000",
    ),
    ("Russell 2000 ahead of S&P 500", "S&P 500 ahead of Russell 2000"),
    ("the small caps stood", "the S&P 500 stood"),
    ("The VIX closed", "The Russell 2000 closed"),
    # a window swapped
    ("2.17% in five sessions", "2.17% in two weeks"),
    ("Over two weeks the small", "Over a month the small"),
    ("its 50-day mean", "its 200-day mean"),
    ("points over five sessions", "points over ten sessions"),
    # a direction flipped
    ("Russell 2000 rose", "Russell 2000 fell"),
    ("finished flat", "rose"),
    ("closed above its", "closed below its"),
    ("a close below 2,576.42", "a close above 2,576.42"),
    ("stood still", "rallied"),
    # a date changed
    ("On Friday it", "On Thursday it"),
    ("of 5 February 2026", "of 6 February 2026"),
    ("of Fri 6 Feb 2026.", "of Fri 30 Jan 2026."),
    ("between 9 February", "between 8 February"),
    # a name changed
    ("according to Seeking Alpha", "according to Reuters"),
    ("brings CPI", "brings PPI"),
    # a level moved
    ("First above is 2,718.77", "First above is 2,100"),
    ("below, 2,576.42", "below, 2,040"),
    ("| 2,576.42 |", "| 2,040.00 |"),
    ("a close below 2,576.42", "a close below 2,718.77"),
    # words that claim
    ("| Support 1 |", "| Resistance 4 |"),
    ("| swing low, 5 Feb", "| round number, 5 Feb"),
    ("past year: mid-table", "past year: subdued"),
    ("“Treasury settlements will withdraw", "“Treasury settlements may withdraw"),
    ("The gap is 5.12%.", "The gap is 5.12%, the widest since 2009."),
    ("it closed above", "it closed at a record, above"),
    ("The gap is 5.12%.", "The gap is 5.12% because of the settlements."),
]
HARMLESS = [
    ("The Russell 2000 rose 2.17%", "The lively Russell 2000 rose 2.17%"),
    ("The Russell 2000 rose 2.17%", "The Russell 2000 climbed 2.17%"),
    ("The Russell 2000 rose 2.17%", "The Russell 2000 quietly rose 2.17%"),
    ("2.17% in five sessions", "2.2% in five sessions"),
    ("2.17% in five sessions", "2.17 percent in five sessions"),
    ("rose 2.17% in five sessions", "rose, in five sessions, by 2.17%"),
    ("2,670.34, while", "2,670.34 while"),
    ("at -0.10%. Over", "at \u22120.10%. Over"),
    (
        "Over two weeks the small caps stood still",
        "The small caps stood still over two weeks",
    ),
    (
        "2,670.34, while the S&P 500 finished flat",
        "2,670.34. The S&P 500 finished flat",
    ),
    ("On Friday it closed", "On Fri 6 Feb 2026 it closed"),
    ("running. The gap is 5.12%.", "running, and the gap is 5.12%."),
    ("The gap is 5.12%.", "The gap, a comfortable one, is 5.12%."),
    ("Sit this one out", "Stay out of this one"),
    ("We keep our seat.", "We keep our seat and wait."),
    ("What could spoil it? A close", "What could possibly spoil it? A close"),
    (" Daily swings are wide for the season.", ""),
    ("We keep our seat.", "We keep our seat. Patience is a position."),
    ("out of the system, according", "out of the system this time, according"),
    ("to 2,670.34, while", "to 2,670, while"),
    ("| swing low, 5 Feb 2026 |", "| the swing low, 5 Feb 2026 |"),
    ("the odds ask for a better price", "the odds, frankly, ask for a better price"),
    ("The VIX closed at 17.76", "At 17.76 the VIX closed"),
    ("the swing high of 5 February 2026;", "the swing high of 5 February;"),
]


def findings(old: str, new: str) -> list[Finding]:
    """What the proof says of the note after one edit."""
    draft = a_note()
    assert old in draft.markdown, old
    return check(draft.markdown.replace(old, new, 1), draft.ledger)


@pytest.mark.parametrize(("old", "new"), PLANTED)
def test_an_error_is_caught(old: str, new: str) -> None:
    assert blocking(findings(old, new)), f"{old} -> {new}"


@pytest.mark.parametrize(("old", "new"), HARMLESS)
def test_a_harmless_edit_is_not_reported(old: str, new: str) -> None:
    found = [one for one in standing(findings(old, new)) if one.verdict != "LOST"]
    assert not found, f"{old} -> {new}"


def spans(*types: str) -> Iterator[tuple[Claim, Bound]]:
    """Every bound span of the note of these types."""
    for claim in (*claims(), *rows()):
        yield from ((claim, one) for one in claim.bound if one.type in types)


def typed_over(claim: Claim, bound: Bound, new: str) -> list[Finding]:
    """What the proof says where a bound span was typed over."""
    text = claim.text[: bound.at[0]] + new + claim.text[bound.at[1] :]
    return findings(claim.text, text)


def test_any_digit_of_any_figure_or_date_is_missed_when_it_changes() -> None:
    for claim, bound in spans("figure", "date"):
        text = claim.text[slice(*bound.at)]
        for place, letter in enumerate(text):
            if letter.isdigit():
                other = str((int(letter) + 3) % 10)
                new = text[:place] + other + text[place + 1 :]
                assert blocking(typed_over(claim, bound, new)), (claim.text, new)


def test_any_name_is_missed_when_another_takes_its_place() -> None:
    for claim, bound in spans("name"):
        for other in ("Nasdaq 100", "Reuters", "gold"):
            assert blocking(typed_over(claim, bound, other)), (claim.text, other)


def test_any_window_is_missed_when_another_takes_its_place() -> None:
    for claim, bound in spans("window"):
        for other in ("three sessions", "a quarter", "20-day"):
            assert blocking(typed_over(claim, bound, other)), (claim.text, other)


def test_a_note_that_nobody_edited_gives_same_only() -> None:
    draft = a_note()
    found = check(draft.markdown, draft.ledger)
    bound = [
        one
        for claim in draft.ledger.claims
        for one in claim.bound
        if one.type != "word"
    ]
    assert not standing(found)
    assert len(found) >= len(bound)
