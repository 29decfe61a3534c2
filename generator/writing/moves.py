"""Which paragraphs a note has, in which order, and which headlines each rests on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.facts import EventFact
from generator.model.market import Insight, Session, Tape
from generator.model.news import Headline, Story
from generator.model.note import Angle, Move
from generator.plain import words
from generator.writing.across import across_slots, sector_slots, told_of, topic
from generator.writing.aftermath import aftermath_slots
from generator.writing.items import Item, Lore, items, led, press_slots
from generator.writing.leaning import leans
from generator.writing.press import Press, asks, line_of
from generator.writing.sayings import seen_slots
from generator.writing.seen import insights

ANALYSIS, WATCH, RISKS = "analysis", "watch", "risks"
OPPORTUNITY, TAKE = "opportunity", "take"
CALENDARS = ("listed", "rule")  # where a release has its day from, if not a headline
BRIEFER = {  # a goal -> the role by which the brief form tells it in fewer words
    "changed": "changed-brief",
    "levels": "levels-brief",
    "risk-level": "risk-brief",
    "opportunity": "opportunity-brief",
    "calendar": "calendar-brief",
}
PRESS = ("press", "press_line", "press_title", "press_clause")  # a headline's slots
ECONOMY = frozenset(  # themes of a macro day
    "central-bank inflation labour growth rates fiscal trade".split()
)
FIRST = "verdict day bottom clock changed"  # the answer stands before the argument
LAST = "levels volatility head-fake precedent news-risk risk-level opportunity own take"
LAST_BRIEF = "levels volatility risk-level opportunity take"
ORDERS = {  # the kind of day -> its goals between the answer and the levels
    "crash": "thesis sectors across second third numbers hook why not-that macro "
    "calendar concession",
    "fall": "thesis second sectors across numbers hook why not-that macro calendar "
    "concession",
    "rally": "thesis second sectors across numbers hook why not-that macro calendar "
    "concession",
    "record": "thesis sectors numbers across second hook why macro calendar not-that "
    "concession",
    "quiet": "thesis sectors numbers across hook why macro calendar concession",
    "range": "thesis second sectors numbers across hook why macro also calendar "
    "not-that concession",
    "plain": "thesis second sectors numbers across hook why not-that macro also "
    "calendar concession",
    "stock": "thesis hook why second third numbers across not-that macro calendar "
    "concession",
    "economy": "hook macro calendar thesis second sectors across numbers why also "
    "not-that concession",
    "brief": "thesis sectors numbers across second not-that calendar concession",
}


def moves(
    angle: Angle,
    tape: Tape,
    lore: Lore,
    slots: Mapping[str, object],
    *,
    ages: Mapping[str, int],
) -> tuple[Move, ...]:
    """The ordered moves of a note; the writer leaves out those without a form.

    `ages` tell how many notes ago a role last had a paragraph: what is told often has
    to be rarer to be told again.
    """
    found = _goals(angle, tape, lore, slots)
    seen = insights(angle, tape, slots, ages)
    found |= dict(_lenses(seen, tape, str(slots.get("stance", ""))))
    found |= dict(_around(angle, tape, seen, ages))
    kind = _kind(angle, tape, slots)
    order = f"{FIRST} {ORDERS[kind]} {LAST if kind != 'brief' else LAST_BRIEF}".split()
    brief = BRIEFER if kind == "brief" else {}
    return tuple(
        replace(found[goal], goal=goal, role=brief.get(goal, found[goal].role))
        for goal in order
        if goal in found
    )


def _kind(angle: Angle, tape: Tape, slots: Mapping[str, object]) -> str:
    """Whose order a note follows: its day's, unless its news or form has its own."""
    day = str(slots.get("register", "plain"))
    if not angle.stories:
        return "brief"
    if tape.instruments[angle.subject].kind == "stock" and day != "crash":
        return "stock"
    if angle.lead and day in {"plain", "range"} and ECONOMY & {*angle.lead.themes[:1]}:
        return "economy"
    return day


def _goals(
    angle: Angle, tape: Tape, lore: Lore, slots: Mapping[str, object]
) -> dict[str, Move]:
    """Every paragraph that the facts of a note support, by its goal."""
    goals = dict(_plain(FIRST, ANALYSIS))
    goals |= dict(_plain("numbers concession", ANALYSIS))
    goals |= dict(_plain("levels volatility", WATCH))
    goals |= dict(_after(tape, angle.subject))
    goals |= dict(_plain("opportunity", OPPORTUNITY)) | dict(_plain("take", TAKE))
    if angle.stories:
        goals |= dict(_plain("hook", ANALYSIS))
    goals["why"] = _why(angle, tape, lore)
    other = items(angle, tape, lore)
    goals |= dict(_macro(other))
    goals |= dict(_calendar(angle, other, lore))
    goals |= dict(_risks(other)) | dict(_own(other, angle))
    if "own" in goals:  # what to hold for longer says more than the order once again
        goals["opportunity"] = Move(role="opportunity-brief", section=OPPORTUNITY)
    return goals


def _plain(goals: str, section: str) -> Iterator[tuple[str, Move]]:
    for goal in goals.split():
        yield goal, Move(role=goal, section=section)


def _after(tape: Tape, subject: str) -> Iterator[tuple[str, Move]]:
    """What followed days like this one, for those paragraphs that ask."""
    slots = dict(aftermath_slots(tape, subject))
    sections = {"not-that": ANALYSIS, "head-fake": WATCH, "precedent": WATCH}
    for goal, section in sections.items():
        yield goal, Move(role=goal, section=section, slots=slots)


def _lenses(
    seen: Sequence[Insight], tape: Tape, stance: str
) -> Iterator[tuple[str, Move]]:
    """A paragraph for each; the Facts it names are slots by their role."""
    for goal, insight in zip(("thesis", "second", "third"), seen, strict=False):
        facts = {role: tape.facts[name] for role, name in insight.facts.items()}
        slots = dict(seen_slots(facts, tape, insight.subject))
        slots["leans"] = leans(insight.lens, facts, stance)
        role = f"thesis-{insight.lens}"
        yield goal, Move(role=role, section=ANALYSIS, slots=slots)


def _around(
    angle: Angle, tape: Tape, seen: Sequence[Insight], ages: Mapping[str, int]
) -> Iterator[tuple[str, Move]]:
    """What the rest of the market did, and what stood under an index."""
    found = dict(across_slots(angle, tape))
    about = topic(found, ages)
    slots = told_of(about, found)
    yield "across", Move(role=f"across-{about}", section=ANALYSIS, slots=slots)
    lenses = frozenset(one.lens for one in seen)
    parts = sector_slots(angle, tape, lenses)
    yield "sectors", Move(role="sectors", section=ANALYSIS, slots=parts)


def _why(angle: Angle, tape: Tape, lore: Lore) -> Move:
    """The lead's fullest headline, and whether it came before the close."""
    if angle.lead is None or not led(angle):
        return Move(role="why", section=ANALYSIS)
    best = voice_of(angle.lead, angle.about)
    others = (h for h in angle.lead.headlines if h.family != best.family)
    second = next(others, None)
    slots = {
        **press_slots(best, lore.lexicon),
        **_timing(best, tape.sessions[angle.subject]),
    }
    if second:
        slots["second"] = Press(second)
    return Move(role="why", section=ANALYSIS, slots=slots)


def _timing(headline: Headline, session: Session) -> dict[str, object]:
    """Whether it came before or after the close, and whether it reports prices.

    A feed that stamps midnight knows the day and not the hour, so neither is said.
    """
    when = headline.published
    timed = when is not None and (when.hour, when.minute) != (0, 0)
    return {
        "before_close": bool(timed and when and when < session.closed_at),
        "after_close": bool(timed and when and when >= session.closed_at),
        "reports": next(words.directions(headline.title), None) is not None,
    }


def voice_of(story: Story, about: Collection[str] = ()) -> Headline:
    """The headline that names the subject and says most in a whole sentence.

    A statement goes before a question, and of equals the earliest.
    """
    told = zip(story.headlines, story.naming, strict=True)
    ranked = [
        (bool({*about} & named), not asks(one), len(line_of(one)), -place, one)
        for place, (one, named) in enumerate(told)
    ]
    return max(ranked, key=lambda row: row[:-1])[-1]


def _macro(found: Sequence[Item]) -> Iterator[tuple[str, Move]]:
    """Up to two paragraphs of other news, each with the mechanism of its theme."""
    for goal, item in zip(("macro", "also"), found, strict=False):
        yield goal, Move(role=goal, section=ANALYSIS, slots=item.slots)


def _calendar(
    angle: Angle, other: Sequence[Item], lore: Lore
) -> Iterator[tuple[str, Move]]:
    """The releases ahead, and the headline that names some of them, if one does."""
    if not angle.events:
        return
    used = {item.headline.id for item in other[:2]}
    told = [h for story in angle.stories for h in story.headlines]
    fresh = [h for h in told if h.id not in used and not asks(h)]
    first = min(one.first for one in angle.events)
    soon = [one for one in angle.events if one.first == first]
    slots: dict[str, object] = {"events": list(angle.events), "soon": soon}
    for headline in fresh:
        said = [one for one in angle.events if _names(headline, one)]
        if said:
            dated = [one for one in angle.events if one.origin in CALENDARS]
            spoken = press_slots(headline, lore.lexicon)
            slots = {"said": said, "dated": dated, **spoken}
            break
    yield "calendar", Move(role="calendar", section=ANALYSIS, slots=slots)


def _names(headline: Headline, event: EventFact) -> bool:
    """Whether what would be quoted of a headline names a release it awaits."""
    quoted = f"{headline.title} {line_of(headline)}".lower()
    said = any(name.lower() in quoted for name in event.renderings)
    return said and headline.id in event.sources


def _risks(found: Sequence[Item]) -> Iterator[tuple[str, Move]]:
    """A news risk, from what several tell and no other paragraph has told; a level."""
    shared = [item for item in found if len(item.story.families) > 1]
    untold = [item for item in shared if item not in found[:2]]
    worst = min(untold or shared or found, key=lambda item: item.tone, default=None)
    if worst is not None:
        told = PRESS if worst in found[:2] else ()
        slots = {k: v for k, v in worst.slots.items() if k not in told}
        said = (worst.headline.id,)
        news = Move(role="risk-news", section=RISKS, slots=slots, rests_on=said)
        yield "news-risk", news
    after = {"after_news": worst is not None}
    role = "risk-level" if worst is None else BRIEFER["risk-level"]
    yield "risk-level", Move(role=role, section=RISKS, slots=after)


def _own(found: Sequence[Item], angle: Angle) -> Iterator[tuple[str, Move]]:
    """What gains if the theme told first lasts, where it touches the subject."""
    for item in found[:1]:
        if {angle.subject, angle.benchmark} & item.theme.touches.keys():
            slots = {k: v for k, v in item.slots.items() if k not in PRESS}
            said = (item.headline.id,)
            move = Move(role="own", section=OPPORTUNITY, slots=slots, rests_on=said)
            yield "own", move
