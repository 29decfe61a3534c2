"""Writing: what a plan becomes, and what it may never print."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from generator.model.facts import Part, ScoreFact
from generator.model.market import Gap, Session, Tape
from generator.model.note import Angle, Claim, Draft, Finding, Plan, Rating
from generator.model.playbook import Theme
from generator.settings import Desk
from generator.writing import plan, without, write
from tests.builders import (
    NOW,
    a_headline,
    a_level,
    a_price,
    a_story,
    a_tape,
    an_angle,
)

LIQUIDITY = Theme(
    id="liquidity",
    name="liquidity",
    match=("liquidity drain", "settlements"),
    touches={"RUT": "down"},
    mechanism=("Less cash chases the same shares.",),
    falsifier=("funding costs ease",),
    risk=("If funding dries up, forced sellers could follow.",),
    own=("short bills",),
)
DRAIN = a_headline(
    "Liquidity Drain May Create A Volatile Week",
    id="drain",
    summary="Settlements will drain $62 billion from markets. It has happened.",
)


def a_market(**more: Any) -> Tape:
    """Facts enough for most paragraphs, of a large Friday in small caps."""
    return a_tape(
        a_price("RUT", "close", value=2670.34),
        a_price("RUT", "return", 1, value=0.036),
        a_price("RUT", "return", 5, value=0.0217),
        a_price("RUT", "return", 10, value=0.0004),
        a_price("RUT", "return", 21, value=0.0369),
        a_price("SPX", "return", 5, value=-0.001),
        a_price("SPX", "return", 10, value=0.0024),
        a_price("RUT", "usual", 1, value=0.011),
        a_price("RUT", "zscore", 1, value=3.3),
        a_price("RUT", "sma_gap", 50, value=0.036),
        a_price("RUT", "run_above", 50, value=50.0),
        a_price("RUT", "rsi", 14, value=57.0),
        a_price("RUT", "atr", 14, value=47.08),
        a_price("RUT", "exit", "long", value=2569.23, unit="points"),
        a_price("RUT", "target", "long", value=2718.77, unit="points"),
        a_price("RUT", "risk", "long", value=101.11, unit="points"),
        a_price("RUT", "gain", "long", value=48.43, unit="points"),
        a_price("RUT", "reward_risk", "long", value=0.479, unit="times"),
        a_price("RUT", "entry", "long", value=2629.05, unit="points"),
        a_level("RUT", "support", 1, value=2569.23),
        a_level("RUT", "resistance", 1, value=2718.77),
        **more,
    )


def a_rating(stance: Any = "Neutral") -> Rating:
    parts = (Part("trend", 0.078, 81.9, 1, ("rut.trend.125", "rut.pulse.trend")),)
    pulse = ScoreFact(
        id="pulse", value=55, parts=parts, method="m", missing=("breadth",),
        renderings=("55", "55/100"),
    )  # fmt: skip
    harm = (Part("realized volatility", 74.9, 74.9, 1, ("rut.threat.realised",)),)
    threat = ScoreFact(
        id="threat", value=4, parts=harm, method="m",
        renderings=("4", "4/5"),
    )  # fmt: skip
    return Rating(stance, pulse, threat, raised=False)


def a_note(angle: Angle | None = None, **more: Any) -> Draft:
    return write(a_plan(angle, **more))


def a_plan(angle: Angle | None = None, **more: Any) -> Plan:
    return plan(
        angle or an_angle(),
        a_rating(),
        a_market(),
        edition=date(2026, 2, 8),
        themes={"liquidity": LIQUIDITY},
        silences=(),
        past=(),
        desk=Desk(**more),
    )


def an_angle_with_news() -> Angle:
    story = a_story(DRAIN, id="drain", instruments=(), themes=("liquidity",))
    return an_angle(supporting=(story,))


def test_a_story_may_name_what_the_desk_does_not_hold() -> None:
    story = a_story(DRAIN, id="drain", instruments=("INR",), themes=("liquidity",))
    told = a_note(an_angle(supporting=(story,)))
    assert told.ledger.sources


def test_every_claim_stands_in_the_note_word_for_word() -> None:
    draft = a_note(an_angle_with_news())
    assert len(draft.ledger.claims) > 10
    for claim in draft.ledger.claims:
        assert claim.section == "title" or claim.text in draft.markdown, claim


def test_every_claim_rests_on_something() -> None:
    for claim in a_note(an_angle_with_news()).ledger.claims:
        assert claim.bound or claim.sources or claim.licensed_by, claim


def test_bound_spans_print_their_facts() -> None:
    draft = a_note()
    spans = [(c, b) for c in draft.ledger.claims for b in c.bound if b.type == "figure"]
    assert len(spans) > 15
    for claim, bound in spans:
        fact = draft.ledger.fact(bound.fact)
        if fact is not None:
            shown = claim.text[slice(*bound.at)]
            assert shown in getattr(fact, "renderings", ()), (claim, bound)


def test_a_source_is_listed_only_if_the_text_cites_it() -> None:
    told = a_note(an_angle_with_news())
    assert [source.id for source in told.ledger.sources] == ["s1"]
    assert "## Sources (1)" in told.markdown
    assert a_note().ledger.sources == ()


def test_an_amount_in_a_summary_is_quoted_and_attributed() -> None:
    draft = a_note(an_angle_with_news())
    claim = next(one for one in draft.ledger.claims if "$62 billion" in one.text)
    assert claim.sources == ("s1",)
    types = {bound.type for bound in claim.bound}
    assert {"quote", "figure"} <= types
    assert any(bound.fact.startswith("s1.") for bound in claim.bound)


def test_no_paragraph_holds_more_than_four_figures() -> None:
    draft = a_note(an_angle_with_news())
    counts: dict[str, set[str]] = {}
    for claim in draft.ledger.claims:
        if claim.form and claim.section != "watch":
            found = {one.fact for one in claim.bound if one.type == "figure"}
            counts.setdefault(claim.form, set()).update(found)
    assert counts
    assert max(len(found) for found in counts.values()) <= 4


def test_a_flat_move_takes_no_direction_verb() -> None:
    draft = a_note()
    flat = [
        claim.text[slice(*bound.at)]
        for claim in draft.ledger.claims
        for bound in claim.bound
        if bound.type == "direction" and bound.fact == "rut.return.10"
    ]
    assert all(word.split()[-1] not in {"rose", "fell"} for word in flat)


def test_a_note_without_a_brand_has_plain_headings() -> None:
    assert "\n## Analysis\n" in a_note(brand="").markdown
    assert "\n## Strykr Analysis\n" in a_note().markdown


def test_the_call_says_where_it_is_wrong() -> None:
    call = a_note().ledger.call
    assert call is not None
    assert call.invalidation is not None
    assert call.invalidation.fact == "rut.exit.long"
    assert call.invalidation.below


def test_the_same_plan_gives_the_same_note() -> None:
    assert a_note(an_angle_with_news()) == a_note(an_angle_with_news())


def test_a_hostile_title_is_escaped_in_the_note() -> None:
    bad = replace(
        DRAIN, title="Liquidity drain <script>alert(1)</script> [x](http://a)"
    )
    story = a_story(bad, id="drain", instruments=(), themes=("liquidity",))
    told = a_note(an_angle(supporting=(story,))).markdown
    body = told.split("---", 2)[2]
    assert "<script>" not in body
    assert "[x](http" not in body


def a_finding_on(draft: Draft, role: str) -> tuple[Claim, Finding]:
    """The first claim of a role, and a finding that stands where it begins."""
    claim = next(one for one in draft.ledger.claims if one.role == role)
    lines = enumerate(draft.markdown.split("\n"), 1)
    number, line = next((n, line) for n, line in lines if claim.text in line)
    start = line.find(claim.text)
    finding = Finding(
        line=number, start=start, end=start + 5, text=claim.text[:5], verdict="NEW",
        rule="T1", why="nothing stands behind it",
    )  # fmt: skip
    return claim, finding


def test_a_claim_that_failed_is_taken_out_and_listed() -> None:
    draft = a_note()
    claim, finding = a_finding_on(draft, "take")
    left = without(draft, [finding])
    assert claim.text not in left.markdown
    assert [one.text for one in left.ledger.withheld] == [claim.text]
    assert claim not in left.ledger.claims


def test_a_missing_last_session_is_said_in_the_note_and_in_the_gaps() -> None:
    tape = a_market()
    before = Session("post", date(2026, 2, 5), NOW - timedelta(days=2), missing=1)
    gap = Gap("RUT", "the bar of the last session is missing")
    late = replace(tape, sessions={"RUT": before}, gaps=(gap,))
    made = plan(
        an_angle(),
        a_rating(),
        late,
        edition=date(2026, 2, 8),
        themes={},
        silences=(),
        past=(),
        desk=Desk(),
    )
    assert any("last session is missing" in line for line in made.gaps)
    told = {claim.role: claim.text for claim in write(made).ledger.claims}
    assert "Friday 6 February 2026" in told["clock"]
    ways = ("a session has closed since", "One close is missing", "has ended since")
    assert any(way in told["clock"] for way in ways)


def test_a_withheld_title_leaves_the_name_of_the_subject() -> None:
    draft = a_note()
    _, finding = a_finding_on(draft, "title")
    assert '\ntitle: "Russell 2000"\n' in without(draft, [finding]).markdown
