"""The proof's door: what it finds, what it lets stand, what it refuses."""

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.errors import NoteError
from generator.model.facts import LevelFact
from generator.model.news import Silence
from generator.model.note import Bound, Call, Claim, Draft, Finding, Ledger
from generator.proof import RULES, blocking, check, standing
from tests.proof.notes import AS_OF, a_note, facts, head, priced, sources

SAMPLE = [  # what the sample note claimed, typed into a draft
    ("The 2,100 level is the one to watch.", "2,100"),
    ("Keep a close eye on the Russell 2000’s 2,100 level.", "2,100"),
    ("Support sits at 2,040, with a break below this level likely.", "2,040"),
    ("Support sits at 2040.", "2040"),
    ("The Russell 2000 is up +2.3 % over the past two weeks.", "+2.3 %"),
    ("The Russell 2000 is up +2.3\u202f% over the past two weeks.", "+2.3\u202f%"),
    (
        "It is breaking above its 50-day moving average for the first time in months.",
        "for the first time in months",
    ),
    ("The VIX remains subdued, hovering around 15.", "15"),
    ("The VIX remains subdued, hovering around 15.", "subdued"),
    ("Systematic funds may sell, as flagged by Goldman Sachs.", "Goldman Sachs"),
    ("The latest dispatch is clear, according to Reuters.", "Reuters"),
    ("Reuters says that investors are chasing cheaper companies.", "Reuters"),
    ("Funds are bracing for a potential $80 billion in selling.", "$80 billion"),
    ("Meanwhile, the Dow ran past 50,000.", "50,000"),
    ("Implied volatility crept higher, now at a 3-month high.", "3-month high"),
    ("The Nasdaq rose 2.2% in five sessions.", "2.2%"),
    ("The S&P 500 rose 2.17% in five sessions.", "2.17%"),
    ("The Russell 2000 fell 2.17% in five sessions.", "fell"),
    ("The Russell 2000 rose 2.17% in two weeks.", "2.17%"),
    ("The S&P 500 rallied over five sessions.", "rallied"),
    ("That happened because of the settlements.", "because of"),
    ("It was the best week since 2009.", "best week since 2009"),
    ("Mark 17 March 2026 in the diary.", "17 March 2026"),
]
TRUE = [
    "The Russell 2000 rose 2.2% in five sessions.",
    "The Russell 2000 closed at 2,670.34 on Friday.",
    "The S&P 500 closed at 6,932.30.",
    "The VIX ended at 17.76.",
    "Below 2,576.42 the case is closed.",
    "Seeking Alpha puts the drain at $62 billion.",
    "Over the next ten sessions we shall see.",
    "Strykr Pulse stands at 55.",
    "If dealers step back, small caps could fall.",
    "Two things matter here, price and patience.",
    "This is a view, not a promise.",
    "CPI comes between 9 February and 13 February.",
]


def with_sentence(draft: Draft, text: str) -> str:
    """The note with a new paragraph at the end of its Take."""
    return draft.markdown.replace("## Sources", f"{text}\n\n## Sources", 1)


def found(text: str, **more: Any) -> list[Finding]:
    """What stands against a new paragraph."""
    draft = a_note(**more)
    return standing(check(with_sentence(draft, text), draft.ledger))


def edited(*edits: tuple[str, str], **more: Any) -> list[Finding]:
    """What stands against the note after the edits."""
    draft = a_note(**more)
    text = draft.markdown
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return standing(check(text, draft.ledger))


@pytest.mark.parametrize(("sentence", "text"), SAMPLE)
def test_a_false_claim_of_the_sample_is_reported(sentence: str, text: str) -> None:
    reported = [one.text for one in blocking(found(sentence))]
    assert any(text in one or one in text for one in reported), reported


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("It is a record close, its longest run in years.", "T5"),
        ("Stocks fell because of the shutdown.", "T10"),
    ],
)
@pytest.mark.parametrize("edit", ["", " (1)"])
def test_a_score_licenses_neither_a_record_nor_a_cause(
    sentence: str, rule: str, edit: str
) -> None:
    draft = a_note()
    claim = Claim(
        id="x1",
        section="take",
        role="take",
        text=sentence,
        bound=(),
        licensed_by=("pulse",),
    )
    claims = (*draft.ledger.claims, claim)
    draft = replace(draft, ledger=replace(draft.ledger, claims=claims))
    text = with_sentence(draft, sentence.replace(".", f"{edit}."))
    found = blocking(check(text, draft.ledger))
    assert rule in {one.rule for one in found}


def test_a_count_licenses_a_record() -> None:
    draft, sentence = a_note(), "That makes it a record close."
    fact = priced("RUT", "record", value=1, unit="count")
    claim = Claim(
        id="x1",
        section="take",
        role="take",
        text=sentence,
        bound=(),
        licensed_by=(fact.id,),
    )
    ledger = replace(
        draft.ledger,
        claims=(*draft.ledger.claims, claim),
        facts=(*draft.ledger.facts, fact),
    )
    assert standing(check(with_sentence(draft, sentence), ledger)) == []


@pytest.mark.parametrize(("high", "stands"), [(2670.34, True), (2718.77, False)])
def test_the_highest_close_is_one_that_the_close_has_reached(
    high: float, *, stands: bool
) -> None:
    draft, sentence = a_note(), "It stands at its highest close since January 2010."
    fact = priced("RUT", "high.all", value=high)
    claim = Claim(
        id="x1",
        section="take",
        role="take",
        text=sentence,
        bound=(),
        licensed_by=(fact.id,),
    )
    ledger = replace(
        draft.ledger,
        claims=(*draft.ledger.claims, claim),
        facts=(*draft.ledger.facts, fact),
    )
    found = check(with_sentence(draft, sentence), ledger)
    assert ("T5" not in {one.rule for one in found}) is stands


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("silent sources: Demo Wire (empty)", True),
        ("silent sources: Demo Wire (404)", False),
        ("silent sources: Demo Post (empty)", False),
    ],
)
def test_the_silent_sources_are_those_of_the_ledger(said: str, *, stands: bool) -> None:
    draft, text = a_note(), f"**Gaps:** {said}."
    start = text.index("silent")
    bound = Bound((start, start + len(said)), "quote", "silences")
    claim = Claim(id="x1", section="take", role="gaps", text=text, bound=(bound,))
    ledger = replace(
        draft.ledger,
        claims=(*draft.ledger.claims, claim),
        silences=(Silence("Demo Wire", "empty"),),
    )
    assert (standing(check(with_sentence(draft, text), ledger)) == []) is stands


def test_a_cause_may_stand_in_a_quotation() -> None:
    title = "Stocks slip because of the shutdown"
    named = (replace(sources()[0], title=title), sources()[1])
    said = f"Seeking Alpha has it that “{title}”."
    edit = ("Liquidity Drain And Event Risk", title)
    reported = [
        one.rule for one in edited(edit, ("We keep", f"{said} We keep"), sources=named)
    ]
    assert "T10" not in reported


@pytest.mark.parametrize("sentence", TRUE)
def test_a_true_sentence_may_be_added(sentence: str) -> None:
    assert found(sentence) == []


def test_a_finding_says_where_it_stands() -> None:
    draft = a_note()
    text = draft.markdown.replace("rose 2.17%", "rose 2.71%")
    (finding,) = standing(check(text, draft.ledger))
    line = text.split("\n")[finding.line - 1]
    assert line[finding.start : finding.end] == finding.text == "2.71%"


def test_a_changed_figure_names_its_fact_and_the_true_figure() -> None:
    (finding,) = edited(("to 2,670.34", "to 2,100.00"))
    assert (finding.verdict, finding.rule) == ("CHANGED", "T1")
    assert (finding.fact, finding.nearest) == ("rut.close", "2,670.34")
    assert "2,670.34 for Russell 2000 close on Fri 6 Feb 2026" in finding.why


def test_a_paragraph_broken_over_lines_is_read_as_one() -> None:
    assert edited(("in five sessions to", "in five\nsessions to")) == []


def test_a_file_with_windows_line_ends_is_read_alike() -> None:
    draft = a_note()
    assert standing(check(draft.markdown.replace("\n", "\r\n"), draft.ledger)) == []


def test_a_sentence_taken_out_is_lost_and_does_not_block() -> None:
    gone = edited((" The gap is 5.12%.", ""))
    assert {(one.verdict, one.fact) for one in gone} == {("LOST", "rut.sma_gap.50")}
    assert blocking(gone) == []


def test_a_sentence_in_another_section_is_still_itself() -> None:
    gap = "The gap is 5.12%."
    assert (
        edited((f" {gap}", ""), ("We keep our seat.", f"We keep our seat. {gap}")) == []
    )


def test_the_window_of_another_true_figure_may_be_spoken() -> None:
    edit = (
        "Over two weeks the small caps stood still, +0.04%.",
        "Over five sessions the small caps rose, +2.17%.",
    )
    assert blocking(edited(edit)) == []


def test_both_legs_of_a_comparison_keep_one_window() -> None:
    edit = ("rose 2.17% in five sessions to", "stood still, +0.04% in ten sessions, to")
    assert [one.text for one in blocking(edited(edit))] == ["ten sessions"]


def test_a_figure_of_its_own_needs_a_reason() -> None:
    edit = ("We keep our seat.", "We watch 2,700.")
    own = ("own: []", 'own: [{text: "2,700", reason: "desk target"}]')
    bare = ("own: []", 'own: [{text: "2,700"}]')
    assert [one.text for one in edited(edit)] == ["2,700"]
    assert edited(edit, own) == []
    (finding,) = edited(edit, bare)
    assert finding.why.startswith("an own figure needs a reason")


def test_a_figure_of_its_own_is_bound_to_own() -> None:
    draft = a_note()
    text = draft.markdown.replace("We keep our seat.", "We watch 2,700.")
    text = text.replace("own: []", 'own: [{text: "2,700", reason: "desk target"}]')
    same = [one for one in check(text, draft.ledger) if one.text == "2,700"]
    assert [(one.verdict, one.fact) for one in same] == [("SAME", "own.1")]


def test_an_accepted_finding_does_not_stand() -> None:
    edit = ("We keep our seat.", "We keep our seat, as Reuters says.")
    accepted = ("accepted: []", "accepted: [{text: Reuters, reason: seen on paper}]")
    bare = ("accepted: []", "accepted: [{text: Reuters}]")
    assert [one.text for one in edited(edit)] == ["Reuters"]
    assert edited(edit, accepted) == []
    assert [one.text for one in edited(edit, bare)] == ["Reuters"]


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("pulse: 55", "pulse: 74"),
        ("threat: 4", "threat: 1"),
        ("stance: Neutral", "stance: Bullish"),
        ("subject: RUT", "subject: SPX"),
        ("horizon_sessions: 10", "horizon_sessions: 21"),
        ("as_of: 2026-02-08", "as_of: 2026-02-09"),
    ],
)
def test_front_matter_says_what_the_ledger_says(line: str, typed: str) -> None:
    (finding,) = edited((line, typed))
    assert (finding.verdict, finding.rule) == ("CHANGED", "T1")
    assert finding.line > 1


def test_a_figure_in_the_title_is_read() -> None:
    title = ("Small Caps Outrun Their Rivals", "Small Caps Rise 9.9% In A Day")
    assert "9.9%" in [one.text for one in edited(title)]


def test_a_figure_in_a_heading_is_read() -> None:
    assert "30%" in [one.text for one in edited(("## Risks", "## Risks: a 30% drop"))]


def test_a_figure_in_the_disclosure_is_read() -> None:
    edit = ("*Disclosure: Figures", "*Disclosure: up 40% soon. Figures")
    assert "40%" in [one.text for one in blocking(edited(edit))]


def an_empty_ledger(**more: Any) -> Ledger:
    """A ledger that stands behind nothing."""
    return Ledger(note=head(), facts=(), sources=(), claims=(), **more)


def test_without_facts_every_figure_is_new() -> None:
    text = "## Analysis\n\nThe Russell 2000 rose 2.17% to 2,670.34.\n"
    reported = {one.text for one in check(text, an_empty_ledger()) if one.rule == "T1"}
    assert {"2.17%", "2,670.34"} <= reported


def test_nothing_checked_against_nothing_is_a_finding() -> None:
    reported = check("", an_empty_ledger())
    assert any("nothing to check" in one.why for one in reported)
    assert blocking(reported)


def test_an_emptied_note_does_not_pass() -> None:
    assert blocking(check("", a_note().ledger))


def test_broken_front_matter_is_a_note_error() -> None:
    with pytest.raises(NoteError, match="line 3"):
        check("---\ntitle: [\n---\n", a_note().ledger)


def moved_level(name: str, **more: Any) -> tuple[Any, ...]:
    """The note's Facts with one level changed."""
    return tuple(replace(one, **more) if one.id == name else one for one in facts())


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("T2", {"note": head(as_of=AS_OF.replace(day=5))}),
        ("T6", {"facts": moved_level("rut.support.1", distance_atr=-5.2)}),
        ("T6", {"facts": moved_level("rut.support.1", distance=0.01)}),
        ("T6", {"facts": moved_level("rut.resistance.1", distance=-0.01)}),
        (
            "T9",
            {"sources": (*sources(), replace(sources()[0], id="s3", publisher="FT"))},
        ),
        (
            "T15",
            {"sources": (replace(sources()[0], link="javascript:x"), sources()[1])},
        ),
        (
            "T13",
            {
                "call": Call(
                    direction="up",
                    entry="next_close",
                    horizon_sessions=10,
                    benchmark="SPX",
                    invalidation=None,
                    threat=4,
                )
            },
        ),
    ],
)
def test_a_ledger_that_breaks_a_rule_is_reported(
    rule: str, more: dict[str, Any]
) -> None:
    draft = a_note(**more)
    assert rule in {one.rule for one in blocking(check(draft.markdown, draft.ledger))}


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("T9", "[Delayed Data Deluge]", "[A Title Of Their Own]"),
        ("T9", "<https://example.com/deluge>", "<https://example.com/else>"),
        ("T11", "The week brings CPI between", "The week brings news between"),
        ("T12", "**Gaps:** no credit spread.", ""),
        ("T14", "for ten sessions: a", "for now: a"),
        ("T14", "*Disclosure: Figures are computed from closes.", "*Disclosure:"),
        ("T14", "**Prices:**", "Prices:"),
        ("T15", "We keep our seat.", "We <b>keep</b> our seat."),
        ("T15", "We keep our seat.", "We <script>x()</script> keep our seat."),
        ("T15", "We keep our seat.", "We [keep](javascript:x) our seat."),
        ("T15", "We keep our seat.", "We [keep](<data:text/html,x>) our seat."),
        ("T15", "We keep our seat.", "We [keep][1] it.\n\n[1]: javascript:x"),
        ("T15", "We keep our seat.", "<javascript:alert(1)>"),
    ],
)
def test_a_note_that_breaks_a_rule_is_reported(rule: str, old: str, new: str) -> None:
    assert rule in {one.rule for one in blocking(edited((old, new)))}


def test_a_link_to_the_web_is_harmless() -> None:
    edit = "We keep [our seat](https://example.com/a_(b)) <https://example.com>."
    assert "T15" not in {one.rule for one in edited(("We keep our seat.", edit))}


def test_an_event_may_be_absent_from_a_ledger() -> None:
    kept = tuple(one for one in facts() if one.id != "cpi")
    draft = a_note(facts=kept)
    assert "T11" not in {one.rule for one in check(draft.markdown, draft.ledger)}


def test_levels_of_the_note_stand_around_the_close() -> None:
    levels = [one for one in facts() if isinstance(one, LevelFact)]
    assert {one.distance > 0 for one in levels} == {True, False}


def test_the_same_note_gives_the_same_findings_in_the_order_of_the_text() -> None:
    draft = a_note()
    one, two = (check(draft.markdown, draft.ledger) for _ in range(2))
    assert one == two == sorted(one, key=lambda each: (each.line, each.start))


def test_every_rule_of_the_table_is_told_in_one_line() -> None:
    assert all(re.fullmatch(r"T\d+", name) for name in RULES)
    assert all(rule.doc and "\n" not in rule.doc for rule in RULES.values())
