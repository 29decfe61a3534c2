"""The static site: index, notes, tags, feed and 404, as paths and bytes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment

from generator.model.note import Correction, Draft
from generator.plain.text import slug
from generator.publish.article import Article, article
from generator.publish.look import FACES, faces, font, sheet
from generator.publish.page import ON_SCREEN, article_html
from generator.publish.page import pages as templates

STYLES = ("page/note.css", "page/chart.css", "brief/brief.css", "site/site.css")
LICENCES = ("OFL-newsreader.txt", "OFL-public-sans.txt")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Published:
    """A released note, its version, and what was corrected since the first.

    Without a time of its own it was published when its front matter says.
    """

    draft: Draft
    version: int
    published: datetime | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A note of the site: its folder, its article and its times."""

    path: str
    note: Article
    published: datetime
    updated: datetime
    version: int
    corrections: tuple[Correction, ...]

    @property
    def tags(self) -> tuple[tuple[str, str], ...]:
        """The folder and the words of each tag."""
        return tuple((slug(tag), tag) for tag in self.note.head.tags)

    @property
    def id(self) -> str:
        """The name that a feed reader knows the note by, wherever the site moves."""
        return uuid5(NAMESPACE_URL, self.path).urn


def pages(
    notes: Sequence[Published], *, title: str, base_url: str = ""
) -> dict[str, bytes]:
    """The site of these notes and no others: relative path to bytes.

    Links are relative, so the site works in any folder and from disk; `base_url` is
    used where a feed or the 404 page must name its own address. NoteError where a
    note's front matter cannot be read.
    """
    leaves = sorted(map(_leaf, notes), key=_newest_first)
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    frame = _Frame(title, base)
    tags = _tags(leaves)
    written = {
        "index.html": frame.page("index.html", "", days=_by_edition(leaves), tags=tags),
        "404.html": frame.page("404.html", base),
        "feed.xml": _feed(frame, leaves),
        "style.css": "\n".join([faces("fonts/{}".format), *map(sheet, STYLES)]),
    }
    for leaf in leaves:
        written[f"{leaf.path}/index.html"] = frame.page(
            "note.html",
            "../../../",
            leaf=leaf,
            inner=article_html(leaf.note, ON_SCREEN),
        )
    for name, words in tags.items():
        tagged = [leaf for leaf in leaves if name in dict(leaf.tags)]
        written[f"tags/{name}/index.html"] = frame.page(
            "tag.html", "../../", words=words, days=_by_edition(tagged)
        )
    texts = {path: text.encode() for path, text in sorted(written.items())}
    return texts | _fonts()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every page of the site shares."""

    title: str
    base: str

    def page(self, template: str, root: str, **slots: object) -> str:
        """A page; `root` leads from its folder back to the site's."""
        env: Environment = templates("site")
        return env.get_template(template).render(
            site=self.title, base=self.base, root=root, **slots
        )


def _leaf(one: Published) -> Leaf:
    told = article(one.draft)
    path = f"notes/{told.edition.isoformat()}/{slug(one.draft.ledger.note.slug)}"
    published = one.published or told.head.published or told.head.as_of
    updated = max([published, *(fix.at for fix in one.corrections)])
    return Leaf(path, told, published, updated, one.version, one.corrections)


def _newest_first(leaf: Leaf) -> int:
    return -leaf.note.edition.toordinal()


def _by_edition(leaves: Iterable[Leaf]) -> list[tuple[date, list[Leaf]]]:
    return [
        (day, list(of_day))
        for day, of_day in groupby(leaves, lambda one: one.note.edition)
    ]


def _tags(leaves: Sequence[Leaf]) -> Mapping[str, str]:
    """Folder and words of every tag, by name."""
    return dict(sorted(tag for leaf in leaves for tag in leaf.tags))


def _feed(frame: _Frame, leaves: Sequence[Leaf]) -> str:
    """The Atom feed; its id is made of the title, for a site may have no address."""
    updated = max((leaf.updated for leaf in leaves), default=NEVER)
    named = uuid5(NAMESPACE_URL, frame.base or frame.title).urn
    return frame.page(
        "feed.xml", frame.base, leaves=leaves, updated=updated, feed_id=named
    )


def _fonts() -> dict[str, bytes]:
    names = [f"{file}.woff2" for file, *_ in FACES] + list(LICENCES)
    return {f"fonts/{name}": font(name) for name in names}
