"""Which paragraphs a note has, in which order, and which headlines each rests on."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.facts import EventFact
from generator.model.market import Insight, Session, Tape
from generator.model.news import Headline, Story
from generator.model.note import Angle, Move
from generator.model.playbook import Theme
from generator.plain import words
from generator.writing.press import Press, amounts, asks, line_of
from generator.writing.sayings import seen_slots

ANALYSIS, WATCH, RISKS = "analysis", "watch", "risks"
OPPORTUNITY, TAKE = "opportunity", "take"
RARE = 0.6  # surprise from which a lens is worth a paragraph
COMMON = 0.85  # surprise from which it is worth one on a quiet day
CALENDARS = ("listed", "rule")  # where a release has its day from, if not a headline
ABOUT_PRICES = ("volatility", "records")  # themes that the tape itself tells better
PRESS = ("press", "press_line", "press_title")  # the slots of a headline
# The lenses that have forms; of two facts as rare, the one that says more to a trader
# goes first.
TELLING = (
    "all_extreme move_rank extreme_since day_of_year without_day refund week_rank "
    "ratio_extreme first_since drawdown_speed hole open_close lead_extreme days_won "
    "ladder dispersion volume_rank range_rank channel_return mean_cross swings_apart "
    "streak long_run divergence benchmark_explains options_delivered season"
).split()
# Lenses that look at one thing from several sides: a note tells the rarest of them.
KIN = (
    {"move_rank", "week_rank"},
    {"day_of_year", "without_day"},
    {"lead_extreme", "ratio_extreme", "days_won", "ladder"},
    {"hole", "open_close"},
    {"extreme_since", "divergence"},
    {"drawdown_speed", "refund"},
    {"swings_apart", "options_delivered"},
    {"first_since", "long_run", "mean_cross"},
)
LENS_NOTES = 3  # paragraphs that a note gives to lenses


def moves(
    angle: Angle, tape: Tape, themes: Mapping[str, Theme], slots: Mapping[str, object]
) -> tuple[Move, ...]:
    """The ordered moves of a note; the writer leaves out those without a form."""
    seen = insights(angle, tape, slots)
    stories = angle.stories
    other = items(angle, tape, themes)
    return (
        Move(role="verdict", section=ANALYSIS),
        Move(role="bottom", section=ANALYSIS),
        Move(role="clock", section=ANALYSIS),
        Move(role="changed", section=ANALYSIS),
        *_hook(stories, slots),
        *_lenses(seen[:1], tape),
        Move(role="numbers", section=ANALYSIS),
        *_why(angle, tape),
        *_lenses(seen[1:2], tape),
        *_macro(other),
        *_calendar(angle, other),
        *_lenses(seen[2:], tape),
        Move(role="concession", section=ANALYSIS),
        Move(role="levels", section=WATCH),
        Move(role="volatility", section=WATCH),
        Move(role="precedent", section=WATCH),
        *_risks(other),
        Move(role="opportunity", section=OPPORTUNITY),
        Move(role="take", section=TAKE),
    )


def insights(angle: Angle, tape: Tape, slots: Mapping[str, object]) -> list[Insight]:
    """What the lenses saw of the subject, the most surprising first, each kin once.

    An index has no volume worth the name, and a gauge says nothing of what it does
    not price.
    """
    least = COMMON if slots.get("quiet") else RARE
    index = tape.instruments[angle.subject].kind == "index"
    mute = {"volume_rank"} if index else set()
    mute |= set() if slots.get("gauge_own") else {"options_delivered"}
    seen = [
        one
        for one in tape.insights
        if one.subject == angle.subject
        and one.surprise >= least
        and one.lens in TELLING
        and one.lens not in mute
    ]
    return _unlike(sorted(seen, key=_rank))[:LENS_NOTES]


def _rank(insight: Insight) -> tuple[int, int, float]:
    """Rarer by half a power of ten goes first, then what says more, then the rarer."""
    halves = round(-2 * math.log10(1 - insight.surprise))
    return (-halves, TELLING.index(insight.lens), -insight.surprise)


def _unlike(seen: Sequence[Insight]) -> list[Insight]:
    """The first of each kin."""
    told: list[Insight] = []
    for insight in seen:
        kin = next((one for one in KIN if insight.lens in one), set())
        if not any(one.lens in kin for one in told):
            told.append(insight)
    return told


def _hook(stories: Sequence[Story], slots: Mapping[str, object]) -> Iterator[Move]:
    if stories and not slots.get("quiet"):
        yield Move(role="hook", section=ANALYSIS)


def _lenses(seen: Sequence[Insight], tape: Tape) -> Iterator[Move]:
    """A paragraph for each; the Facts it names are slots by their role."""
    for insight in seen:
        facts = {role: tape.facts[name] for role, name in insight.facts.items()}
        slots = dict(seen_slots(facts, tape, insight.subject))
        yield Move(role=f"thesis-{insight.lens}", section=ANALYSIS, slots=slots)


def led(angle: Angle) -> bool:
    """Whether the lead story is about the subject itself, not about a relative."""
    return angle.lead is not None and bool(angle.about & {*angle.lead.instruments})


def _why(angle: Angle, tape: Tape) -> Iterator[Move]:
    """The lead's fullest headline, and whether it came before the close."""
    if not led(angle):
        yield Move(role="why", section=ANALYSIS)
        return
    assert angle.lead is not None
    best = voice_of(angle.lead)
    others = (h for h in angle.lead.headlines if h.family != best.family)
    second = next(others, None)
    slots = {**press_slots(best), **_timing(best, tape.sessions[angle.subject])}
    if second:
        slots["second"] = Press(second)
    yield Move(role="why", section=ANALYSIS, slots=slots)


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


def voice_of(story: Story) -> Headline:
    """The headline that says most in a whole sentence; else the earliest."""
    with_line = [headline for headline in story.headlines if line_of(headline)]
    return max(with_line or [story.lead], key=lambda one: len(line_of(one)))


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of other news: a headline whose own title speaks of a theme."""

    theme: Theme
    headline: Headline
    tone: float

    @property
    def slots(self) -> dict[str, object]:
        """The words it brings to a paragraph."""
        return {
            **press_slots(self.headline, self.theme),
            "theme": self.theme.name,
            "mechanisms": self.theme.mechanism,
            "falsifiers": self.theme.falsifier,
            "theme_risks": self.theme.risk,
            "owns": self.theme.own,
        }


def items(angle: Angle, tape: Tape, themes: Mapping[str, Theme]) -> list[Item]:
    """Other news that touches the subject, a theme once, what prices do last."""
    known = tape.instruments[angle.subject]
    near = {angle.subject, *known.benchmarks}
    broad = known.kind == "index"  # what moves an economy touches its index
    found: dict[str, Item] = {}
    relative = () if led(angle) or angle.lead is None else (angle.lead,)
    for story in (*relative, *angle.supporting):
        own = _of_prices(story, near, tape)
        for name in story.themes:
            theme = themes.get(name)
            if theme is None or name in found:
                continue
            if not broad and not near & theme.touches.keys():
                continue
            if own and name in ABOUT_PRICES:
                continue
            said = next((h for h in story.headlines if _titled(h, theme)), None)
            if said is not None:
                found[name] = Item(theme, said, story.tone)
                break
    return sorted(found.values(), key=lambda item: item.theme.id in ABOUT_PRICES)


def _of_prices(story: Story, near: set[str], tape: Tape) -> bool:
    """Whether a story tells of the very prices that the tape tells better."""
    held = tape.instruments  # a story may name what the desk does not hold
    known = [held[one] for one in story.instruments if one in held]
    return any(one.id in near or near & set(one.benchmarks) for one in known)


def _titled(headline: Headline, theme: Theme) -> bool:
    return speaks_of(headline.title, theme)


def speaks_of(text: str, theme: Theme) -> bool:
    """Whether a text has one of the theme's words."""
    lean = text.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", lean) for word in theme.match)


def press_slots(headline: Headline, theme: Theme | None = None) -> dict[str, object]:
    """The headline's voice: its title, or its line where that holds the figure.

    Beside a theme the line is quoted only if it speaks of that theme.
    """
    press, line = Press(headline), line_of(headline)
    slots: dict[str, object] = {"press": press}
    told = bool(line) and (theme is None or speaks_of(line, theme))
    if told:
        slots["press_line"] = press.line
    figured = any(fact.field == "summary" for fact in amounts(headline))
    if not (told and figured):
        slots["press_title"] = press.title
    return slots


def _macro(found: Sequence[Item]) -> Iterator[Move]:
    """Up to two paragraphs of other news, each with the mechanism of its theme."""
    for role, item in zip(("macro", "also"), found, strict=False):
        yield Move(role=role, section=ANALYSIS, slots=item.slots)


def _calendar(angle: Angle, other: Sequence[Item]) -> Iterator[Move]:
    """The releases ahead, and the headline that names some of them, if one does."""
    if not angle.events:
        return
    used = {item.headline.id for item in other}
    told = [h for story in angle.stories for h in story.headlines]
    fresh = [h for h in told if h.id not in used and not asks(h)]
    for headline in fresh:
        said = [one for one in angle.events if _names(headline, one)]
        if said:
            dated = [one for one in angle.events if one.origin in CALENDARS]
            slots = {"said": said, "dated": dated, **press_slots(headline)}
            yield Move(role="calendar", section=ANALYSIS, slots=slots)
            return
    slots = {"events": list(angle.events)}
    yield Move(role="calendar", section=ANALYSIS, slots=slots)


def _names(headline: Headline, event: EventFact) -> bool:
    """Whether what would be quoted of a headline names a release it awaits."""
    quoted = f"{headline.title} {line_of(headline)}".lower()
    said = any(name.lower() in quoted for name in event.renderings)
    return said and headline.id in event.sources


def _risks(found: Sequence[Item]) -> Iterator[Move]:
    """A news risk, from what no other paragraph has told if there is such; a level."""
    worst = min(found[2:] or found, key=lambda item: item.tone, default=None)
    if worst is not None:
        told = PRESS if worst in found[:2] else ()
        slots = {k: v for k, v in worst.slots.items() if k not in told}
        said = (worst.headline.id,)
        yield Move(role="risk-news", section=RISKS, slots=slots, rests_on=said)
    after = {"after_news": worst is not None}
    yield Move(role="risk-level", section=RISKS, slots=after)
