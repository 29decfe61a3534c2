"""A draft as its pages show it: masthead, sections, figures and foot."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from generator.errors import NoteError
from generator.model.facts import OwnFact, ScoreFact
from generator.model.note import Accepted, Draft, SourceLine, Withheld
from generator.plain.clock import moment
from generator.plain.markdown import split
from generator.publish.prose import Figure, Prose, bare, prose

SECTION = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
KINDS = ("analysis", "watch", "risks", "opportunity", "take", "sources")
MARKUP = re.compile(r"<[^>]+>")
LISTED = re.compile(
    r"^(<li>(?:<p>)?(?:<a [^>]*>.*?</a>|[^<]*?)), ([^<]*?\d\d:\d\dZ)\.?\s*"
    r"(.*?)((?:</p>)?</li>)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The front matter of a note."""

    title: str
    slug: str
    brand: str
    stance: str
    pulse: int
    threat: int
    subject: str
    benchmark: str
    horizon_sessions: int
    as_of: datetime
    published: datetime | None
    status: str
    version: int
    instruments: tuple[str, ...]
    tags: tuple[str, ...]
    disclosure: str
    own: tuple[Accepted, ...]
    accepted: tuple[Accepted, ...]

    @property
    def released(self) -> bool:
        """Whether an editor, or the settings, let it go out."""
        return self.status == "released"


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and what stands under it, as safe HTML with its marks."""

    kind: str
    heading: str
    html: str

    @property
    def words(self) -> str:
        """The heading as plain words."""
        return _words(self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that a page of the note prints."""

    head: Head
    edition: date
    sections: tuple[Section, ...]
    prose: Prose
    bottom_line: str
    pulse: ScoreFact | None
    threat: ScoreFact | None
    withheld: tuple[Withheld, ...]
    sources: tuple[SourceLine, ...]
    disclosed: bool
    charts: Mapping[str, str]

    @property
    def dots(self) -> tuple[bool, ...]:
        """The five steps of Threat, each reached or not."""
        return tuple(step <= self.head.threat for step in range(1, 6))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the text, in reading order."""
        return self.prose.figures


def article(draft: Draft) -> Article:
    """The draft, read; NoteError where its front matter is absent or broken."""
    note, where = draft.ledger.note, f"{draft.ledger.note.slug}/note.md"
    fields, body = _parted(draft.markdown, where)
    head = _head(fields, where)
    own = {one.text: one.reason for one in head.own}
    facts = draft.ledger.facts
    own |= {fact.text: fact.reason for fact in facts if isinstance(fact, OwnFact)}
    told = prose(body, draft.ledger, own)
    sections = _sections(told.html)
    scores = {fact.id: fact for fact in facts if isinstance(fact, ScoreFact)}
    return Article(
        head=head,
        edition=note.edition,
        sections=sections,
        prose=told,
        bottom_line=_bottom_line(sections),
        pulse=scores.get("pulse"),
        threat=scores.get("threat"),
        withheld=draft.ledger.withheld,
        sources=draft.ledger.sources,
        disclosed=head.disclosure.casefold() in _words(told.html).casefold(),
        charts=draft.charts,
    )


def _parted(text: str, where: str) -> tuple[Mapping[str, Any], str]:
    """The front matter's fields, and the body under it."""
    try:
        fields, body = split(text)
    except NoteError as error:
        raise NoteError(f"{where}: {error}") from error
    if not fields:
        mend = "restore the block between the two --- lines at its top"
        raise NoteError(f"{where}: no front matter; {mend}")
    return fields, body


def _head(fields: Mapping[str, Any], where: str) -> Head:
    try:
        return Head(
            title=str(fields["title"]),
            slug=str(fields["slug"]),
            brand=str(fields.get("brand") or ""),
            stance=str(fields["stance"]),
            pulse=int(fields["pulse"]),
            threat=int(fields["threat"]),
            subject=str(fields["subject"]),
            benchmark=str(fields["benchmark"]),
            horizon_sessions=int(fields["horizon_sessions"]),
            as_of=_moment(fields["as_of"]),
            published=_moment(fields["published"]) if fields.get("published") else None,
            status=str(fields.get("status", "draft")),
            version=int(fields.get("version", 1)),
            instruments=tuple(map(str, fields.get("instruments") or ())),
            tags=tuple(map(str, fields.get("tags") or ())),
            disclosure=str(fields.get("disclosure") or ""),
            own=_reasons(fields.get("own")),
            accepted=_reasons(fields.get("accepted")),
        )
    except KeyError as error:
        key = error.args[0]
        message = f"{where}: front matter lacks {key}; write it as in generated.md"
        raise NoteError(message) from error
    except (TypeError, ValueError, AttributeError) as error:
        message = f"{where}: front matter: {error}; write it as in generated.md"
        raise NoteError(message) from error


def _moment(value: object) -> datetime:
    """A time of the front matter; YAML may have read it already."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)
    return moment(str(value))


def _reasons(listed: Sequence[Mapping[str, str]] | None) -> tuple[Accepted, ...]:
    return tuple(
        Accepted(str(one["text"]), str(one.get("reason", ""))) for one in listed or ()
    )


def _sections(told: str) -> tuple[Section, ...]:
    pieces = SECTION.split(told)
    opening = [("", pieces[0])] if pieces[0].strip() else []
    pairs = [*opening, *zip(pieces[1::2], pieces[2::2], strict=True)]
    return tuple(
        Section(kind := _kind(heading), heading, _dressed(kind, inner.strip()))
        for heading, inner in pairs
    )


def _kind(heading: str) -> str:
    """`watch` for "Strykr Watch", `sources` for "Sources (5)"; else empty."""
    named = re.findall(r"[a-z]+", _words(heading).lower())
    return next((kind for kind in KINDS if kind in named), "")


def _dressed(kind: str, inner: str) -> str:
    """The section's HTML with the classes that its kind calls for."""
    if kind == "analysis":
        verdict = inner.replace("<p>", '<p class="verdict">', 1)
        return verdict.replace("<p>", '<p class="bottom-line">', 1)
    if kind == "watch" and inner.count("<th ") == 5:
        return inner.replace("<table>", '<table class="levels">', 1)
    if kind == "sources":
        return LISTED.sub(
            r'\1 <span class="by">\2</span><span class="summary">\3</span>\4', inner
        )
    return inner


def _bottom_line(sections: tuple[Section, ...]) -> str:
    """The paragraph under the verdict, as plain words."""
    marker = re.compile(r'<p class="bottom-line">(.*?)</p>', re.DOTALL)
    for section in sections:
        if section.kind == "analysis" and (found := marker.search(section.html)):
            return _words(found.group(1))
    return ""


def _words(markup: str) -> str:
    """The words of our own safe HTML, without its marks."""
    return html.unescape(MARKUP.sub("", bare(markup))).strip()
