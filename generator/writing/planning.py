"""The plan of a note: its moves, what each may say, its call and its gaps."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.model.facts import Fact, LevelFact, Part, PriceFact, ScoreFact
from generator.model.market import Instrument, Tape
from generator.model.news import Headline, Silence
from generator.model.note import (
    Angle,
    Call,
    Invalidation,
    Move,
    NoteHead,
    PastNote,
    Plan,
    Rating,
)
from generator.model.playbook import Theme
from generator.plain import figures
from generator.plain.names import Lexicon
from generator.plain.text import slug
from generator.settings import Desk
from generator.writing import slots as say
from generator.writing.before import past_facts, past_slots, roles_told
from generator.writing.items import Lore
from generator.writing.moves import moves
from generator.writing.press import amounts
from generator.writing.register import register

TOP = 4  # counts of headlines: all, own, publishers, and the name most told
DIRECTIONS = {"Bullish": "up", "Bearish": "down", "Neutral": "none"}


def plan(
    angle: Angle,
    rating: Rating,
    tape: Tape,
    *,
    edition: date,
    themes: Mapping[str, Theme],
    lexicon: Lexicon | None = None,
    silences: Sequence[Silence],
    past: Sequence[PastNote],
    desk: Desk,
    pictures: Sequence[str] = (),
) -> Plan:
    """What a note says and in which order, everything bound to a Fact."""
    earlier = tuple(note for note in past if note.subject == angle.subject)
    slots = say.market_slots(angle, tape)
    slots |= say.count_slots(angle) | say.score_slots(rating, desk.brand)
    slots |= say.trade_slots(rating, slots)
    slots |= say.near_lines(slots) | {"led": angle.kind}
    slots |= past_slots(earlier, rating, slots)
    slots |= {"register": register(slots), "brief": not angle.stories}
    headlines = _headlines(angle)
    ages = roles_told(earlier)
    told = moves(angle, tape, Lore(themes, lexicon), slots, ages=ages)
    return Plan(
        head=_head(angle, tape, edition, desk),
        angle=angle,
        rating=rating,
        moves=told,
        slots=slots,
        instruments=_instruments(angle, tape, told),
        facts=_facts(angle, rating, tape, told=told, past=earlier),
        headlines=headlines,
        call=_call(rating, slots, desk, angle),
        gaps=tuple(_gaps(angle, rating, tape)),
        silences=tuple(silences),
        past=earlier,
        pictures=tuple(pictures),
    )


def _head(angle: Angle, tape: Tape, edition: date, desk: Desk) -> NoteHead:
    return NoteHead(
        slug=slug(tape.instruments[angle.subject].name),
        edition=edition,
        as_of=tape.as_of,
        version=1,
        status="draft",
        subject=angle.subject,
        benchmark=angle.benchmark,
        horizon_sessions=desk.horizon,
        brand=desk.brand,
        disclosure=desk.disclosure,
    )


def _instruments(
    angle: Angle, tape: Tape, told: Sequence[Move]
) -> tuple[Instrument, ...]:
    """Whoever the note speaks of: what a lens saw names others than its own."""
    slots = [slot for move in told for slot in move.slots.values()]
    others = [slot.subject for slot in slots if isinstance(slot, PriceFact)]
    named = dict.fromkeys([*_near(angle, tape), *others])
    return tuple(tape.instruments[name] for name in named if name in tape.instruments)


def _near(angle: Angle, tape: Tape) -> tuple[str, ...]:
    """Whom the note is about, and what the headlines are most about."""
    gauge = say.implied(tape, angle.subject)
    counted = [count.subject for count in angle.counts[:TOP]]
    named = [angle.subject, angle.benchmark, *([gauge] if gauge else []), *counted]
    return tuple(name for name in dict.fromkeys(named) if name in tape.instruments)


def _headlines(angle: Angle) -> tuple[Headline, ...]:
    return tuple(h for story in angle.stories for h in story.headlines)


def _facts(
    angle: Angle,
    rating: Rating,
    tape: Tape,
    *,
    told: Sequence[Move],
    past: Sequence[PastNote],
) -> dict[str, Fact]:
    """All that the note or its editor may print."""
    found: list[Fact] = [
        fact for subject in _near(angle, tape) for fact in tape.about(subject)
    ]
    found += [
        slot
        for move in told
        for slot in move.slots.values()
        if isinstance(slot, PriceFact | LevelFact)
    ]
    found += [*angle.counts, *angle.events, rating.pulse, rating.threat]
    found += [_part_fact(part.name, part.percentile) for part in _tone(rating)]
    found += [fact for headline in _headlines(angle) for fact in amounts(headline)]
    found += past_facts(past)
    return {fact.id: fact for fact in found}


def _tone(rating: Rating) -> list[Part]:
    return [part for part in rating.pulse.parts if part.facts == ("news.tone",)]


def _part_fact(name: str, value: float) -> ScoreFact:
    whole = int(figures.rounded(value, 0))
    return ScoreFact(
        id="news.tone",
        value=whole,
        parts=(),
        method=f"{name}: 50 * (T + 1), T the signed root of the net share of headlines",
        renderings=figures.renderings(whole, "score"),
    )


def _call(
    rating: Rating, slots: Mapping[str, object], desk: Desk, angle: Angle
) -> Call:
    """What the note commits to; a neutral note is void below its near support."""
    return Call(
        direction=DIRECTIONS[rating.stance],  # type: ignore[arg-type]
        entry="next_close",
        horizon_sessions=desk.horizon,
        benchmark=angle.benchmark,
        invalidation=_invalidation(rating, slots),
        threat=rating.threat.value,
    )


def _invalidation(rating: Rating, slots: Mapping[str, object]) -> Invalidation | None:
    way = say.WAYS.get(rating.stance) or slots.get("way")
    fact = say.priced(slots, f"exit_{way}")
    if fact:
        return Invalidation(fact.id, below=way == "long")
    mean, close = say.priced(slots, "sma_50"), say.priced(slots, "close")
    if mean and close:
        return Invalidation(mean.id, below=close.value > mean.value)
    return None


def _gaps(angle: Angle, rating: Rating, tape: Tape) -> Iterator[str]:
    near = _near(angle, tape)
    told = [
        f"{tape.instruments[gap.subject].name}: {gap.reason}"
        for gap in tape.gaps
        if gap.subject in near
    ]
    yield from dict.fromkeys(told)
    missing = [*rating.pulse.missing, *(rating.threat.missing)]
    if missing:
        yield f"no figures for {', '.join(dict.fromkeys(missing))}"
    if not angle.stories:
        yield "no headlines about markets were read for this note"
