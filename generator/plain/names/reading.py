"""The names of texts: found as spelled, then kept or left by what surrounds them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.news import Mention
from generator.plain.names.lexicon import Lexicon
from generator.plain.names.licence import WORD, Around, is_licensed, is_plain
from generator.plain.names.spelled import GAP, Hit, Kind, Meaning, Name, Spelled
from generator.plain.names.tickers import tickers

# Of one layer no two overlap; a theme or a release may stand within another name.
LAYER: Mapping[Kind, str] = {"theme": "theme", "release": "release"}
# "US stocks" names a place too, and "Fed's Logan" the Fed.
WITHIN: Mapping[Kind, str] = {"place": "instrument", "institution": "person"}
MARKET = frozenset({"instrument", "company", "institution", "release", "person"})
REACH = dict.fromkeys(("name", "release", "theme", "instrument", "person"), 0)
Kept = tuple[int, int, Meaning]
Spans = Mapping[int, tuple[int, int]]
NONE = frozenset[str]()
PLAIN = frozenset({"unless", "surname"})
BORNE = frozenset({"instrument", "company", "person"})  # by places: "Citi Field"
CERTAIN = frozenset({"sure", "ticker", "unless"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name at its place in a text, as printed there."""

    start: int
    end: int
    text: str
    kind: Kind
    id: str

    @property
    def mention(self) -> Mention:
        """What the records keep of it."""
        assert self.kind != "trap", self
        return Mention(self.text, self.kind, self.id)


def named(texts: Sequence[str], lexicon: Lexicon) -> list[tuple[Mention, ...]]:
    """The names each text mentions, in order, each spelling of each once."""
    told: list[tuple[Mention, ...]] = [()] * len(texts)
    for at, _, kept in _kept(texts, lexicon):
        mentions = [one[2].mention for one in kept]
        if len(mentions) > 1:
            mentions = list(dict.fromkeys(mentions))
        told[at] = tuple(one for one in mentions if one)
    return told


def names(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The names a text mentions, in order, each spelling of each once."""
    return named((text,), lexicon)[0]


def found_all(texts: Sequence[str], lexicon: Lexicon) -> list[list[Found]]:
    """The names of each text with their places."""
    told: list[list[Found]] = [[] for _ in texts]
    for at, base, kept in _kept(texts, lexicon):
        told[at] = [
            Found(
                begin - base,
                end - base,
                texts[at][begin - base : end - base],
                one.name.kind,
                one.name.id,
            )
            for begin, end, one in kept
        ]
    return told


def found(text: str, lexicon: Lexicon) -> list[Found]:
    """The names of a text with their places, in order."""
    return found_all((text,), lexicon)[0]


def _kept(
    texts: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, int, list[Kept]]]:
    """For each text that names anything: its number, its offset and its names."""
    first = 0
    for joined, begins, hits in lexicon.speller.hits(texts):
        outer = {}
        for begin, end, *span, name in tickers(joined, lexicon.tickers):
            outer[begin] = (span[0], span[1])
            hits.append((begin, end, lexicon.listed(joined[begin:end], name)))
        if outer:
            hits.sort(key=_end)
        for at, low, high in _parted(hits, begins):
            mine, base = hits[low:high], begins[at]
            kept = _plain(mine, outer, joined, lexicon.given)
            if kept is None:
                text = joined[base : begins[at + 1] - len(GAP)]
                kept = Scene(text, base, lexicon, outer).settled(mine)
            if kept:
                yield first + at, base, kept
        first += len(begins) - 1


def _parted(
    hits: Sequence[Hit], begins: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """The number of each text with hits, and which they are; hits by their ends."""
    high, count = 0, len(hits)
    while high < count:
        low = high
        at = bisect_right(begins, hits[low][0]) - 1
        edge = begins[at + 1]
        while high < count and hits[high][0] < edge:
            high += 1
        yield at, low, high


def _plain(
    hits: Sequence[Hit], outer: Spans, joined: str, given: frozenset[str]
) -> list[Kept] | None:
    """The names, where each is certain and none overlaps; most headlines are so."""
    reach = 0
    kept: list[Kept] = []
    for begin, end, spelled in hits:
        if begin < reach or (outer and begin in outer):
            return None
        if not spelled.is_sure:
            name = spelled.plain
            if name is None or not is_plain(name, joined, (begin, end), given):
                return None
        reach = end
        for one in spelled.meanings:
            kept.append((begin, end, one))  # noqa: PERF401 - the loop is the hot one
    return kept


def _end(hit: Hit) -> int:
    return hit[1]


def _first(hit: Hit) -> tuple[int, int]:
    """Left before right, long before short."""
    return (hit[0], -hit[1])


@dataclass(slots=True)
class Scene:
    """One text of a chunk with what was spelled in it."""

    text: str
    base: int
    lexicon: Lexicon
    outer: Spans  # the brackets of tickers, by where the ticker begins
    around: Around | None = None
    words: frozenset[str] | None = None  # of the text, in small letters

    def settled(self, hits: list[Hit]) -> list[Kept]:
        """The names that are meant; of those that overlap the first and longest."""
        if len(hits) == 1 and not hits[0][2].is_mark and not self.outer:
            begin, end, spelled = hits[0]
            return [
                (begin, end, one)
                for one in spelled.meanings
                if one.is_sure or self._is_meant(one.name, begin, end, hits)
            ]
        hits.sort(key=_first)
        blocked = _blocked(hits, self.outer)
        reach = REACH.copy()
        kept: list[Kept] = []
        for begin, end, spelled in hits:
            if begin in self.outer:
                if not spelled.is_ticker:
                    continue  # "$CMA" is the share, not the authority
            elif blocked and _within(begin, end, blocked):
                continue
            meant = [
                one
                for one in spelled.meanings
                if _is_free(one.name.kind, begin, reach)
                and (one.is_sure or self._is_meant(one.name, begin, end, hits))
            ]
            for one in meant:
                kept.append((begin, end, one))
                layer = LAYER.get(one.name.kind, "name")
                reach[layer] = max(reach[layer], end)
                if one.name.kind in WITHIN.values():
                    reach[one.name.kind] = end
        return kept

    def _is_meant(self, name: Name, begin: int, end: int, hits: list[Hit]) -> bool:
        place, given = (begin - self.base, end - self.base), self.lexicon.given
        if self._is_of_others(name):
            return False
        if name.grade in PLAIN:
            return is_plain(name, self.text, place, given)
        if self.around is None:
            self.around = _around(self.text, self.base, hits)
        hints = self.lexicon.hints.get(name.text, NONE)
        return is_licensed(name, place, self.around, hints=hints, given=given)

    def _is_of_others(self, name: Name) -> bool:
        """Whether a word of the text says that a namesake is meant."""
        against = self.lexicon.against.get(name.text)
        if against is None:
            return False
        if self.words is None:
            self.words = frozenset(WORD.findall(self.text.lower()))
        return not against.isdisjoint(self.words)


def _is_free(kind: Kind, begin: int, reach: Mapping[str, int]) -> bool:
    """Whether a name of that kind may begin there, in what the others leave free."""
    if kind == "trap":
        return False
    free = begin >= reach[LAYER.get(kind, "name")]
    return free or (kind in WITHIN and begin < reach[WITHIN[kind]])


def _around(text: str, base: int, hits: Sequence[Hit]) -> Around:
    sure, doubtful, stuff, marked = [], [], [], set()
    for begin, end, spelled in hits:
        for one in spelled.meanings:
            if one.name.grade == "ticker":
                marked.add(one.name.id)
            if one.name.grade in CERTAIN and one.name.kind in MARKET:
                sure.append((begin - base, end - base, one.name.id))
            elif one.name.grade in {"word", "namesake"}:
                doubtful.append((begin - base, end - base))
            elif one.name.grade in {"matter", "measure"}:
                stuff.append((begin - base, end - base))
    return Around(text, sure, doubtful, stuff, frozenset(marked))


def _blocked(hits: Sequence[Hit], outer: Spans) -> list[tuple[int, int]]:
    """Where a trap stands that no name covers, and the marks of tickers."""
    spans = [outer[a] for a, _, _ in hits if a in outer] if outer else []
    for begin, end, spelled in hits:
        if spelled.is_trap and not any(
            a <= begin and end <= b and _names(other) for a, b, other in hits
        ):
            spans.append((begin, end))
        if spelled.is_venue:
            spans += [(a, b) for a, b, other in hits if _stands_before(b, begin, other)]
    return spans


def _stands_before(end: int, begin: int, spelled: Spelled) -> bool:
    """Whether a name that gives a venue its own ends one space before it."""
    return end + 1 == begin and any(one.name.kind in BORNE for one in spelled.meanings)


def _within(begin: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(begin < b and a < end for a, b in spans)


def _names(spelled: Spelled) -> bool:
    """Whether a spelling means somebody or something of the market for certain."""
    return any(one.is_sure and one.name.kind in MARKET for one in spelled.meanings)
