"""The trips, each told on one page: read this file first.

headlines and prices -> stories and tape -> angles -> ratings -> drafts -> proof ->
the desk, where a person edits -> release -> HTML, PDF, brief and site.
"""

from __future__ import annotations  # no wing loads before it is used

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import prod
from pathlib import Path
from zoneinfo import ZoneInfo

from generator import (
    angles,
    desk,
    market,
    news,
    proof,
    publish,
    scores,
    stories,
    writing,
)
from generator.errors import GeneratorError, NoteError, PriceError, SettingsError
from generator.model.facts import Fact, LevelFact, OwnFact, PriceFact
from generator.model.market import Insight, MarketFact, Tape
from generator.model.news import Harvest, Silence, Story
from generator.model.note import Angle, Draft, Finding, Ledger, Plan
from generator.plain import calendar, figures
from generator.plain.files import atomic, errors_of
from generator.plain.world import World
from generator.settings import FILE, TEMPLATE, Settings

BY_DESK = "the desk"  # who releases where `release = "auto"`
BY_EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """What every trip has in hand: where, with which settings, as of when."""

    workspace: Path
    settings: Settings
    world: World
    panel: market.Panel
    as_of: datetime
    feeds: Path | None
    writer: Callable[[Plan, Sequence[Path]], Draft]
    render: Callable[[Draft], Mapping[str, bytes]]
    report: Callable[[str], None]

    @property
    def shelf(self) -> desk.Shelf:
        """The notes of this workspace."""
        return desk.Shelf(self.workspace)

    @property
    def named(self) -> dict[str, str]:
        """What each instrument is called."""
        return {one.id: one.name for one in self.world.instruments.values()}

    @property
    def edition(self) -> date:
        """The day of `as_of` in the desk's own time zone."""
        return self.as_of.astimezone(ZoneInfo(self.settings.desk.timezone)).date()


@dataclass(frozen=True, slots=True)
class Laid:
    """A note laid on the desk: where, on what, what was withheld, why it was kept."""

    path: Path
    angle: Angle
    withheld: int
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What a trip made of a day: the notes, the silences, and what it chose from.

    `gaps` are what the angles needed and did not have; `failed` had no note at all.
    `sifted` are all candidates, the best first, and why each was passed over, if so.
    """

    edition: date
    laid: tuple[Laid, ...]
    failed: tuple[str, ...]
    gaps: tuple[str, ...]
    silences: tuple[Silence, ...]
    told: tuple[Story, ...]
    sifted: tuple[angles.Sifted, ...]
    hook: angles.Hook

    @property
    def is_short(self) -> bool:
        """Whether a note is missing, or an angle lacked what it needed."""
        return bool(self.failed or self.gaps)


@dataclass(frozen=True, slots=True)
class Morning:
    """A whole run: the day, the brief, what it released and what it had to hold."""

    day: Day
    papers: tuple[Path, ...] = ()
    released: tuple[Path, ...] = ()
    held: tuple[Path, ...] = ()


def run(trip: Trip) -> Morning:
    """Gather, draft, release where the desk says so, and set the brief."""
    day = draft_edition(trip)
    if not day.laid:
        return Morning(day)
    auto = trip.settings.desk.release == "auto"
    released = release_edition(trip) if auto else ()
    held = unreleased(trip) if auto else ()
    return Morning(day, brief(trip, trip.edition), released, held)


def draft_edition(trip: Trip, subject: str = "", benchmark: str = "") -> Day:
    """The day's notes, each claim proven or withheld, laid on the desk to edit."""
    trip.shelf.recover()
    trip.report("reading the news")
    harvest = gathered(trip)
    trip.report("telling stories")
    told = stories.tell(harvest.headlines, trip.world.lexicon)
    trip.report("reading the tape")
    tape = market.read(trip.panel, trip.as_of)
    past = trip.shelf.past(trip.edition)
    ahead = calendar.ahead(
        harvest.headlines, trip.world.releases, trip.as_of, dated=trip.world.dated
    )
    if subject:
        wanted = angles.asked(subject, benchmark, told, tape, past=past)
        sifted = [angles.Sifted(wanted, "")]
    else:
        weighed = angles.weigh(told, tape, past, trip.world.themes)
        sifted = angles.sift(weighed, tape, trip.settings.desk.notes)
    chosen = [one.angle for one in sifted if not one.passed]
    dressed = angles.dress(chosen, told, tape, ahead)
    results = [laid(trip, angle, tape, harvest) for angle in dressed]
    return Day(
        edition=trip.edition,
        laid=tuple(one for one in results if isinstance(one, Laid)),
        failed=tuple(one for one in results if isinstance(one, str)),
        gaps=angles.lacking(dressed, tape, harvest),
        silences=harvest.silences,
        told=tuple(told),
        sifted=tuple(sifted),
        hook=angles.hook(told, tape),
    )


def gathered(trip: Trip) -> Harvest:
    """The headlines known at `as_of`: recorded, or fetched and kept."""
    if trip.feeds:
        return news.gather(trip.world.sources, trip.as_of, feeds=trip.feeds)
    harvest = news.gather(trip.world.sources, trip.as_of)
    store = trip.workspace / "headlines.sqlite"
    news.keep(store, harvest.headlines)
    return replace(harvest, headlines=tuple(news.kept(store, trip.as_of)))


def laid(trip: Trip, angle: Angle, tape: Tape, harvest: Harvest) -> Laid | str:
    """One angle rated, planned, written, proven and saved; or why it has no note."""
    trip.report(f"writing about {angle.subject}")
    try:
        rating = scores.rate(angle, tape, trip.settings.scores)
    except NoteError as error:
        return str(error)
    drawn = pictures(trip, angle)
    plan = writing.plan(
        angle,
        rating,
        tape,
        edition=trip.edition,
        themes=trip.world.themes,
        lexicon=trip.world.lexicon,
        silences=harvest.silences,
        past=trip.shelf.past(trip.edition, angle.subject),
        desk=trip.settings.desk,
        pictures=tuple(drawn),
    )
    draft = trip.writer(plan, (trip.workspace / "templates",))
    proven = writing.without(draft, proof.check(draft.markdown, draft.ledger))
    saved = trip.shelf.save(charted(trip, proven, drawn))
    return Laid(
        path=saved.path,
        angle=angle,
        withheld=len(proven.ledger.withheld),
        kept=saved.why if saved.kept else "",
    )


def pictures(trip: Trip, angle: Angle) -> dict[str, str]:
    """What can be drawn beside the price: the benchmark, and volatility."""
    at = (trip.panel, angle.subject, trip.as_of)
    pair = market.beside(*at, benchmark=angle.benchmark)
    fear = market.volatilities(*at)
    drawn = {
        "relative": publish.relative(pair) if pair else "",
        "volatility": publish.volatility(fear) if fear else "",
    }
    return {name: svg for name, svg in drawn.items() if svg}


def charted(trip: Trip, draft: Draft, drawn: Mapping[str, str]) -> Draft:
    """The draft with its charts, the price with its levels among them."""
    note, stem = draft.ledger.note, draft.ledger.note.subject.lower()
    held = [one for one in draft.ledger.facts if isinstance(one, LevelFact)]
    levels = [one for one in held if one.subject == note.subject and one.is_tabled]
    series = market.series(trip.panel, note.subject, trip.as_of)
    price = replace(series, marks=publish.marks(draft.ledger))
    charts = {f"{stem}-{name}.svg": svg for name, svg in drawn.items()}
    charts[f"{stem}.svg"] = publish.chart(price, levels)
    return replace(draft, charts=charts)


def checked(trip: Trip, note: str | Path) -> tuple[Path, list[Finding]]:
    """What the proof says of a note as it stands on the desk now."""
    draft = trip.shelf.load(note)
    return trip.shelf.find(note), proof.check(draft.markdown, draft.ledger)


def release_edition(trip: Trip) -> tuple[Path, ...]:
    """Every draft of the edition in which no finding stands, released as of now."""
    return tuple(
        release(trip, path, by=BY_DESK)
        for path in unreleased(trip)
        if not proof.standing(checked(trip, path)[1])
    )


def unreleased(trip: Trip) -> tuple[Path, ...]:
    """The notes of the edition of which there is no release."""
    return tuple(
        path
        for path in trip.shelf.notes(trip.edition)
        if trip.shelf.newest(path).ledger.note.status != "released"
    )


def release(trip: Trip, note: str | Path, *, by: str = BY_EDITOR) -> Path:
    """A note frozen with its pages; refused while a finding blocks it."""
    return frozen(trip, trip.shelf.load(note), trip.shelf.release, by=by)


def correct(trip: Trip, note: str | Path) -> Path:
    """The next version of a released note, checked like the first."""
    return frozen(trip, trip.shelf.load(note), trip.shelf.correct, by=BY_EDITOR)


def frozen(trip: Trip, draft: Draft, freeze: Callable[..., Path], *, by: str) -> Path:
    """The folder that `freeze` makes of a draft, its pages and what stands in it."""
    trip.report(f"releasing {draft.ledger.note.slug}")
    bound = replace(draft, ledger=proof.rebound(draft.markdown, draft.ledger))
    return freeze(
        bound,
        published=trip.as_of,
        render=trip.render,
        findings=proof.blocking(proof.check(draft.markdown, draft.ledger)),
        by=by,
    )


def brief(trip: Trip, edition: date) -> tuple[Path, ...]:
    """The edition's notes as one PDF and one page; DRAFT if any is unreleased."""
    paths = trip.shelf.notes(edition)
    if not paths:
        raise NoteError(f"{edition}: no notes; draft them first with `strykr draft`")
    trip.report("setting the brief")
    notes = sorted(map(trip.shelf.newest, paths), key=worth)
    drafts = any(one.ledger.note.status != "released" for one in notes)
    stamp = "DRAFT" if drafts else None
    rows = publish.market_rows(notes, trip.named)
    page = publish.brief_html(edition, notes, stamp=stamp, market=rows)
    paper = publish.brief_pdf(edition, notes, stamp=stamp, market=rows)
    folder = paths[0].parent
    atomic(folder / "brief.html", page.encode())
    atomic(folder / "brief.pdf", paper)
    return folder / "brief.pdf", folder / "brief.html"


def worth(note: Draft) -> tuple[float, str]:
    """Sorts the strongest angle of an edition first."""
    return -prod(term.worth for term in note.ledger.angle), note.ledger.note.slug


def newest(trip: Trip) -> date:
    """The newest edition that has notes; NoteError if there is none."""
    editions = trip.shelf.editions()
    if not editions:
        where = trip.workspace / "notes"
        raise NoteError(f"{where}: no notes; draft them first with `strykr draft`")
    return editions[-1]


def site(trip: Trip) -> Path:
    """The released notes as a static site; a page whose note has gone is taken away.

    What a person laid beside the pages stays.
    """
    root = trip.workspace / "site"
    chosen = trip.settings.site
    notes = [
        publish.Published(one.draft, one.version, one.published, one.corrections)
        for one in desk.released(trip.workspace)
    ]
    made = publish.site_pages(notes, title=chosen.title, base_url=chosen.base_url)
    for name, body in made.items():
        if not (root / name).is_file() or (root / name).read_bytes() != body:
            atomic(root / name, body)
    with errors_of(root):
        for pattern in ("notes/**/*.html", "tags/**/*.html", "**/.*.tmp-*"):
            for path in root.glob(pattern):
                if path.relative_to(root).as_posix() not in made:
                    path.unlink()
    return root


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure of a note with its receipt, the bars behind it, and it computed anew."""

    fact: Fact
    rows: tuple[tuple[str, str], ...]
    bars: str = ""
    again: MarketFact | None = None

    @property
    def agrees(self) -> bool:
        """Whether the figure computed anew is the one in the ledger."""
        return self.again == self.fact


def explain(trip: Trip, note: str | Path, figure: str) -> list[Explained]:
    """Every Fact that an id or a printed figure of the note stands for."""
    ledger = trip.shelf.load(note).ledger
    found = meant(ledger, figure)
    if not found:
        raise NoteError(
            f"{figure!r}: no such figure in {ledger.note.slug}; give one as the note "
            "prints it, or a fact's id from its ledger.json"
        )
    return [explained(trip, fact, ledger) for fact in found]


def meant(ledger: Ledger, figure: str) -> list[Fact]:
    """The Fact of that id, or those that the note or its editor prints so."""
    key = figures.key(figure)
    bound = {
        one.fact
        for claim in ledger.claims
        for one in claim.bound
        if figures.key(claim.text[slice(*one.at)]) == key
    }
    bound |= {
        one.id
        for one in ledger.facts
        if isinstance(one, OwnFact) and figures.key(one.text) == key
    }
    by_id = [fact for fact in ledger.facts if fact.id == figure]
    return by_id or [fact for fact in ledger.facts if fact.id in bound]


def explained(trip: Trip, fact: Fact, ledger: Ledger) -> Explained:
    """One Fact with what it was computed or copied from."""
    rows = publish.receipt(fact, ledger).rows
    if not isinstance(fact, PriceFact | LevelFact):
        return Explained(fact, rows)
    again = market.again(trip.panel, fact, ledger.note.as_of)
    return Explained(fact, rows, market.bars(trip.panel, fact), again)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a lens saw of an instrument, with its Facts by the role they play."""

    insight: Insight
    facts: Mapping[str, MarketFact]


def sights(trip: Trip, subject: str = "", most: int | None = None) -> list[Sight]:
    """What the lenses saw of a subject, or of all, the most surprising first."""
    if subject and subject not in trip.world.instruments:
        raise PriceError(
            f"{subject}: no such instrument; `strykr lenses` lists the known ids"
        )
    tape = market.read(trip.panel, trip.as_of)
    if subject and not tape.has(subject):
        raise PriceError(f"{subject}: {tape.lacks(subject)}")
    seen = [one for one in tape.insights if subject in ("", one.subject)]
    ranked = sorted(seen, key=lambda one: (-one.surprise, one.subject, one.lens))
    return [
        Sight(one, {role: tape.facts[name] for role, name in one.facts.items()})
        for one in ranked[:most]
    ]


def begun(folder: Path) -> Path:
    """The settings file of a new workspace; one that is there is never overwritten."""
    path = folder / FILE
    if path.exists():
        raise SettingsError(f"{path}: is there already; edit it or name another folder")
    with errors_of(folder):
        (folder / "prices").mkdir(parents=True, exist_ok=True)
    atomic(path, TEMPLATE.encode())
    return path


def health(trip: Trip) -> list[str]:
    """What works on this machine, a line each, with the mend where it does not."""
    sources, known = len(trip.world.sources), len(trip.world.instruments)
    return [
        f"settings   ok, {trip.workspace / FILE}",
        f"seeds      ok, {sources} sources, {known} instruments",
        f"pdf        {publish.pdf_health()}",
        f"workspace  {_disk(trip.workspace)}",
    ]


def _disk(folder: Path) -> str:
    try:
        desk.writable(folder)
    except GeneratorError as error:
        return str(error)
    return "ok"
