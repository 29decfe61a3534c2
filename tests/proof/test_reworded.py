"""Whole sentences typed by hand: true ones stand, what they add or bend does not."""

import pytest

from generator.model.note import Finding
from generator.proof import blocking, check
from tests.proof.notes import a_note

WEEK = (
    "The Russell 2000 rose 2.17% in five sessions to 2,670.34, while the S&P 500 "
    "finished flat at -0.10%."
)
LEAD = "That leaves Russell 2000 ahead of S&P 500 by 2.27 points over five sessions."
MEAN = "On Friday it closed above its 50-day mean for the 50th session running."
FEAR = (
    "The VIX closed at 17.76, the 59th percentile of its past year: mid-table."
)  # fmt: skip
LINES = (
    "First above is 2,718.77, the swing high of 5 February 2026; first below, 2,576.42."
)
DRAIN = (
    "Treasury settlements take $62 billion out of the system, according to "
    "Seeking Alpha."
)
SAID = "“Treasury settlements will withdraw $62 billion from markets”, it writes."
WAIT = "Sit this one out for ten sessions: a close below 2,576.42 ends the patience."
DATES = "The week brings CPI between 9 February and 13 February."
FORTNIGHT = "Over two weeks the small caps stood still, +0.04%."
TRUE = [
    (WEEK, ("In five sessions the Russell 2000 climbed 2.2 percent and closed at "
     "2,670.34. The S&P 500 went nowhere: -0.1%.")),
    (WEEK, ("The S&P finished flat at \u22120.10% over five sessions, the Russell "
     "2000 gained 2.17\u00a0% to 2670.34.")),
    (WEEK, ("While the S&P 500 stood still at -0.10%, the Russell 2000 put on 2.17 per "
     "cent in 5 sessions, to 2,670.34.")),
    (LEAD, "Over five sessions the Russell 2000 leads the S&P 500 by 2.27 points."),
    (LEAD, ("The Russell 2000 is 2.27 points in front of the S&P 500 over five "
     "sessions.")),
    (MEAN, "Friday's close was its 50th in a row above the 50-day mean."),
    (MEAN, "It has now closed above its 50-day mean for fifty straight sessions."),
    (FEAR, ("At 17.76 the VIX closed mid-table, at the 59th percentile of its past "
     "year.")),
    (FEAR, ("The VIX ended at 17.76. That is mid-table: the 59th percentile of its "
     "past year.")),
    (LINES, ("Overhead stands 2,718.77, the swing high of Feb 5, 2026, and underneath "
     "stands 2,576.42.")),
    (LINES, ("Below is 2,576.42; above is 2,718.77, the swing high of Thursday, 5 Feb "
     "2026.")),
    (DRAIN, "According to Seeking Alpha, Treasury settlements drain $62 billion."),
    (DRAIN, "Seeking Alpha puts the settlements at $62bn."),
    (SAID, ("It writes that “Treasury settlements will withdraw $62 billion from "
     "markets”.")),
    (SAID, '"Treasury settlements will withdraw $62 billion from markets", it says.'),
    (WAIT, "We sit out the next 10 sessions; a close under 2,576.42 ends that."),
    (WAIT, "Patience for two weeks, ten sessions, unless it closes below 2,576.42."),
    (DATES, "CPI is due between 9 and 13 February."),
    (DATES, "Between February 9 and February 13 comes CPI."),
    (FORTNIGHT, "The small caps barely moved over ten sessions: +0.04%."),
    (FORTNIGHT, "Over the two weeks nothing much came of it: small caps, +0.04%."),
]  # fmt: skip
FALSE = [
    # exaggerated, or too small
    (WEEK, WEEK.replace("rose", "edged up")),
    # a first, a record, a rank
    (WEEK, WEEK.replace("2,670.34,", "2,670.34, its highest level ever,")),
    (WEEK, WEEK.replace("2,670.34,", "2,670.34, a fresh high,")),
    (MEAN, MEAN.replace("running.", "running, the longest such spell in years.")),
    (LEAD, LEAD.replace("sessions.", "sessions, more than any other index.")),
    (FORTNIGHT, FORTNIGHT.replace("0.04%.", "0.04%, not seen in a decade.")),
    # a cause
    (WEEK, WEEK.replace("-0.10%.", "-0.10% as bond yields rose.")),
    (WEEK, WEEK.replace("-0.10%.", "-0.10%, helped by falling oil.")),
    (WEEK, WEEK.replace("-0.10%.", "-0.10% on hopes of a cut.")),
    (FORTNIGHT, FORTNIGHT.replace("0.04%.", "0.04% after the Fed decision.")),
    # a comparison
    (WEEK, WEEK.replace("-0.10%.", "-0.10%, ahead of the Russell 2000.")),
    (WEEK, WEEK.replace("-0.10%.", "-0.10%, outpacing the Nasdaq.")),
    (WEEK, WEEK.replace("2,670.34,", "2,670.34, behind the S&P 500,")),
    # a number in words
    (WEEK, WEEK.replace("2,670.34,", "2,670.34, double its usual pace,")),
    (FORTNIGHT, FORTNIGHT.replace("0.04%.", "0.04%, half of it on Friday.")),
    # a stance, a promise, a degree
    (WAIT, f"{WAIT} The picture is bullish."),
    (WAIT, f"{WAIT} Small caps will rally."),
    (WAIT, f"{WAIT} You should buy the dip."),
    (FEAR, FEAR.replace("mid-table", "elevated")),
    (FEAR, f"{FEAR} Implied volatility is very low."),
    # another's words, another's move
    (SAID, SAID.replace("it writes", "writes Reuters")),
    (DRAIN, DRAIN.replace("Seeking Alpha", "Bloomberg")),
    (WEEK, WEEK.replace("-0.10%.", "-0.10%, unlike the Dow, which fell.")),
    # a place
    (WAIT, WAIT.replace("below", "above")),
    (LINES, LINES.replace("2,718.77", "2,576.42", 1)),
]


def edited(old: str, new: str) -> list[Finding]:
    draft = a_note()
    assert old in draft.markdown, old
    return blocking(check(draft.markdown.replace(old, new, 1), draft.ledger))


@pytest.mark.parametrize(("old", "new"), TRUE)
def test_a_true_sentence_typed_by_hand_stands(old: str, new: str) -> None:
    assert [(one.text, one.why) for one in edited(old, new)] == []


@pytest.mark.parametrize(("old", "new"), FALSE)
def test_a_false_sentence_typed_by_hand_is_reported(old: str, new: str) -> None:
    assert edited(old, new), new


def test_the_nearest_true_value_comes_with_its_window() -> None:
    wrong = f"{WEEK} Over five sessions the S&P 500 is down 3.40%."
    (found,) = [one for one in edited(WEEK, wrong) if one.text == "3.40%"]
    assert found.nearest == "-0.10% over 5 sessions"
