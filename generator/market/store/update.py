"""Updates: a provider is asked for what is missing, and the store keeps the answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from generator.errors import PriceError
from generator.market.bars import Bars, Revisions
from generator.market.providers import Provider
from generator.market.sessions import Moments, calendar, known_at, missed, naive
from generator.market.store.held import held, label_of, path_of, write
from generator.market.store.joining import Change, Match, begun, joined
from generator.model.market import Instrument
from generator.plain.clock import stamp

EPOCH = date(1900, 1, 1)  # older than any bar a provider has
OVERLAP = timedelta(days=30)  # asked for again, so that what was corrected is seen
AT_ONCE = 10  # symbols in one question: what a kill may cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What asking a provider for one instrument came to, or for several of them.

    `subject` is empty where the faults are the provider's. `state` is `current` where
    nothing could be missing and nobody was asked, `kept` where bars came, else
    `missing`. `waiting` counts the bars of sessions that were not complete; `last` is
    the last session in the store.
    """

    subject: str
    provider: str
    state: Literal["current", "kept", "missing"] = "missing"
    change: Change = field(default_factory=Change)
    waiting: int = 0
    last: date | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Who is asked, when, and where the answers are kept."""

    provider: str
    service: Provider
    now: datetime
    store: Path


@dataclass(frozen=True, slots=True, eq=False)
class Due:
    """An instrument of which bars may be missing, its symbol and what is kept of it."""

    instrument: Instrument
    symbol: str
    path: Path
    kept: Revisions | None
    told: Update

    @property
    def first(self) -> date:
        """From when its bars are asked for."""
        return self.kept.bars.day(-1) - OVERLAP if self.kept else EPOCH


Question = tuple[date, Sequence[Due]]  # since when, of which instruments


def updates(
    turn: Round, wanted: Sequence[Instrument], *, anew: bool = False
) -> Iterator[Update]:
    """Each instrument brought up to date; what was yielded is whole on the disk.

    All must have a symbol of the provider. `anew` asks for the whole history again.
    PriceError: the provider cannot be asked at all, or not at that moment. DiskError:
    the store cannot be written.
    """
    due: list[Due] = []
    for instrument in wanted:
        one = looked_up(turn, instrument)
        if isinstance(one, Update):
            yield one
        elif one.kept and not anew and is_current(one, turn.now):
            yield replace(one.told, state="current")
        else:
            due.append(one)
    yield from asked(turn, [*batches(due, anew=anew)])


def looked_up(turn: Round, instrument: Instrument) -> Due | Update:
    """What the store has of an instrument; the fault where its file is no use."""
    path = path_of(turn.store, turn.provider, instrument.id)
    told = Update(subject=instrument.id, provider=turn.provider)
    try:
        kept = held(path)
    except PriceError as error:
        return replace(told, faults=(str(error),))
    if kept:
        in_order(kept, turn.now, label_of(path))
        told = replace(told, last=kept.bars.day(-1))
    return Due(instrument, instrument.symbols[turn.provider], path, kept, told)


def in_order(kept: Revisions, now: datetime, label: str) -> None:
    """Nothing where a moment is not before the last update; else PriceError."""
    before = kept.rows.origin.fetched_at
    if before and before > now:
        raise PriceError(
            f"{label}: updated as of {stamp(before)}, after {stamp(now)}; give that or "
            f"a later --as-of"
        )


def is_current(due: Due, now: datetime) -> bool:
    """Whether no session that is complete lies after the last bar."""
    assert due.kept, due
    bars, instrument = due.kept.bars, due.instrument
    table = calendar(instrument.calendar, bars.day(-1), now.date())
    return missed(table, bars.dates[-1], lag=instrument.lag_minutes, as_of=now) < 1


def batches(due: Sequence[Due], *, anew: bool) -> Iterator[Question]:
    """What is asked in one go: a few instruments of the same days, the youngest first.

    What lacks little stands first, should a quota be spent on the way.
    """
    groups: dict[date, list[Due]] = {}
    for one in due:
        groups.setdefault(EPOCH if anew else one.first, []).append(one)
    for first in sorted(groups, reverse=True):
        for start in range(0, len(groups[first]), AT_ONCE):
            yield first, groups[first][start : start + AT_ONCE]


def asked(turn: Round, questions: Sequence[Question]) -> Iterator[Update]:
    """Each question put to the provider, until it says that others are in vain."""
    for number, (first, batch) in enumerate(questions, 1):
        symbols = [one.symbol for one in batch]
        answer = turn.service.bars(symbols, first, turn.now.date())
        if answer.faults:
            yield of_provider(turn, *answer.faults)
        for one in batch:
            yield answered(turn, one, answer.bars.get(one.symbol), first)
        left = [one.told.subject for _, rest in questions[number:] for one in rest]
        # Fewer lines than symbols without bars: one line speaks for all to come.
        if left and len(answer.faults) < len({*symbols} - answer.bars.keys()):
            names = ", ".join(left)
            again = "run `strykr prices update` again"
            yield of_provider(turn, f"{turn.provider}: not asked for {names}; {again}")
            return


def of_provider(turn: Round, *faults: str) -> Update:
    """Faults that are not one instrument's."""
    return Update(subject="", provider=turn.provider, faults=faults)


def answered(turn: Round, one: Due, fresh: Bars | None, first: date) -> Update:
    """The update of an instrument by its bars; its whole history where that moved."""
    faults: tuple[str, ...] = ()
    if fresh and one.kept and first > EPOCH and Match(one.kept.bars, fresh).has_moved:
        whole = turn.service.bars([one.symbol], EPOCH, turn.now.date())
        fresh, faults = whole.bars.get(one.symbol), whole.faults
    if not fresh:
        return replace(one.told, faults=faults)
    told = replace(one.told, state="kept", faults=faults)
    return stored(replace(one, told=told), complete(fresh, one.instrument, turn))


@dataclass(frozen=True, slots=True, eq=False)
class Complete:
    """Bars of complete sessions, when each was published, and how many wait."""

    bars: Bars
    published: Moments
    waiting: int
    now: datetime


def complete(fresh: Bars, instrument: Instrument, turn: Round) -> Complete:
    """The bars of complete sessions; the store never holds another."""
    table = calendar(instrument.calendar, fresh.day(0), fresh.day(-1))
    published = known_at(fresh.dates, instrument, table)
    done = published <= naive(turn.now)
    origin = replace(fresh.origin, provider=turn.provider, fetched_at=turn.now)
    bars = replace(fresh.taken(done), origin=origin)
    return Complete(bars, published[done], int((~done).sum()), turn.now)


def stored(one: Due, fresh: Complete) -> Update:
    """The update with what its answer changed, once the disk has it."""
    told = replace(one.told, waiting=fresh.waiting)
    if not fresh.bars:
        return told
    if one.kept is None:
        whole, change = begun(fresh.bars, fresh.published)
    else:
        why = unlike(one.kept.rows, fresh.bars)
        if why:
            faults = (*told.faults, f"{label_of(one.path)}: {why}")
            return replace(told, state="missing", faults=faults)
        whole, change = joined(one.kept, fresh.bars, fresh.published, fresh.now)
    if change:
        write(one.path, whole)
    return replace(told, change=change, last=whole.bars.day(-1))


def unlike(old: Bars, fresh: Bars) -> str:
    """Why new bars may not stand beside the old ones; empty if they may."""
    for name in ("currency", "adjusted"):
        was, now = getattr(old.origin, name), getattr(fresh.origin, name)
        if was != now and "" not in (was, now):
            return (
                f"its {name} was {was!r} and is {now!r} now, so nothing is kept; check "
                f"the symbol, or move the file aside and update anew"
            )
    return ""
