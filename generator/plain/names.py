"""Names in text: instruments, releases, themes and institutions, with their traps."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import ahocorasick

from generator.model.market import Instrument
from generator.model.news import Mention
from generator.model.playbook import Release, Theme

Kind = Literal["instrument", "release", "theme", "institution", "person", "trap"]

# What contains a name and means something else; `traps` of a lexicon adds to them.
TRAPS = """
    Amazon basin; Amazon forest; Amazon Prime Video; Amazon rainforest; Amazon river;
    Apple cider; Apple Daily; Apple orchard; Apple picking; Apple pie; Apple Valley;
    baby oil; Bank of America Stadium; Big Apple; Capitol Hill Gold; castor oil; Citi
    Bike; Citi Field; Citi Open; coconut oil; cooking oil; copper cable; copper theft;
    copper thieves; copper wire; Delta force; Delta State; Delta variant; Disney+; Dow
    Chemical; Dow Inc; Dow Jones Newswires; Dow University; engine oil; essential oil;
    fish oil; Ford Foundation; FTSE Russell; George Russell; gold card; gold chain;
    Gold Coast; Gold Cup; Gold Glove; gold jewellery; gold jewelry; gold loan; gold
    medal; gold medalist; gold medallist; gold mine; gold necklace; gold rush; gold
    smuggling; gold standard; Gold Star; gold theft; Google Doodle; Google Maps; hair
    oil; heart of gold; Meta analysis; Meta-analysis; motor oil; mustard oil; Nasdaq
    Inc; Nasdaq listed; Nasdaq Private Market; NASDAQ-listed; Nasdaq-listed; Nike
    missile; oil and gas lease; oil and vinegar; oil boiler; oil change; oil
    discoveries; oil discovery; oil drilling; oil exploration; oil paint; oil
    painting; oil paintings; oil rig; oil spill; oil tanker; oil tankers; olive oil;
    Oracle of Omaha; Oracle Park; Oracle Red Bull; palm oil; Raheem Sterling; Russell
    Brand; Russell Crowe; Russell Westbrook; Russell Wilson; S&P Dow Jones Indices;
    S&P Global; silver bullet; silver jubilee; Silver Lake; silver lining; silver
    medal; silver screen; silver spoon; Silver Spring; snake oil; Sterling Bank;
    sterling record;
    sterling silver; strike gold; struck gold; sunflower oil; Target date; target date
    fund; vegetable oil; Visa rules; Wall Street analyst; Wall Street analysts; Wall
    Street bank; Wall Street banks; Wall Street Brunch; Wall Street firm; Wall Street
    firms; Wall Street Journal
"""
INSTITUTIONS: Mapping[str, tuple[str, ...]] = {
    "boc": ("Bank of Canada",),
    "boe": ("Bank of England", "BoE"),
    "boj": ("Bank of Japan", "BoJ", "BOJ"),
    "bls": ("Bureau of Labor Statistics", "BLS"),
    "ecb": ("European Central Bank", "ECB"),
    "fed": ("Federal Reserve", "Fed", "Fed's", "the Fed", "FOMC"),
    "imf": ("International Monetary Fund", "IMF"),
    "nyse": ("New York Stock Exchange", "NYSE"),
    "opec": ("OPEC", "OPEC+", "Opec", "Opec+"),
    "pboc": ("People's Bank of China", "PBOC"),
    "rba": ("Reserve Bank of Australia", "RBA"),
    "rbi": ("Reserve Bank of India", "RBI"),
    "sec": ("Securities and Exchange Commission", "U.S. SEC"),
    "snb": ("Swiss National Bank", "SNB"),
    "treasury": ("US Treasury", "U.S. Treasury", "Treasury Department"),
    "wall-street": ("Wall Street",),
    "wto": ("World Trade Organization", "WTO"),
}
# A metal or a fuel in the name of a company, a colour, a prize or a club.
COMPANY = re.compile(
    r"[ -](?:Corp|Inc|Ltd|Limited|plc|PLC|Resources|Mining|Mines|Royalty|Fields|Group|"
    r"Exploration|Holdings|Metals|Corporation|Company|Co|Minerals|Ventures|Standard|"
    r"Coast|Cup|Medal|Award|Awards|Line|Card|Creek|River|Ridge|Star|Bay|Hill|Beach|"
    r"Ventures|Lion|Digger|Project|Trust|plated|tone|toned|foil|leaf|coloured|colored)"
    r"\b"
)
DEED = re.compile(
    r" (?:Provides|Announces|Completes|Signs|Reports|Acquires|Appoints|Closes|Files|"
    r"Intersects|Commences|Drills|Enters|Grants|Names|Launches|Engages)\b"
)
# "S&P" that speaks or rates is the agency; Moody's and Fitch are its company.
AGENCY = re.compile(
    r"(?:'s)? (?:said|says|noted|notes|rat(?:ed|es|ing|ings)|upgrad\w+|downgrad\w+|"
    r"affirm\w+|expects|warn\w*|analysts?|report\w*|estimates|forecasts?|cuts? its|"
    r"credit|global|assigned|revised|placed|and (?:Moody|Fitch))\b|"
    r",? (?:Moody's|Fitch)",
    re.IGNORECASE,
)
MATTER = frozenset({"commodity"})
TICKER = re.compile(
    r"\$([A-Z]{1,5}(?:[.-][A-Z])?)\b(?![\d.])|"
    r"\((?:(?:NYSE|NASDAQ|Nasdaq(?:GS|GM|CM)?|AMEX|NYSEARCA|NYSE American|ARCA|OTC|"
    r"CBOE|Cboe|BATS)\s?:\s?)?\$?([A-Z]{1,5}(?:[.-][A-Z])?)\)"
)
EXCHANGE = re.compile(r"\((?:NYSE|NASDAQ|Nasdaq|AMEX|ARCA|CBOE|Cboe|BATS)[^()]*:")
LETTERS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-"})
TRADED = frozenset({"stock", "etf", "index", "volatility"})


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a name; with a capital letter it counts only as written."""

    text: str
    kind: Kind
    id: str
    matter: bool = False

    @property
    def cased(self) -> bool:
        """Whether its letters must stand as written."""
        return self.text != self.text.lower() and self.kind not in {"trap", "theme"}


class Machine(Protocol):
    """What finds every spelling of a text at once."""

    def iter(self, text: str) -> Iterator[tuple[int, tuple[int, tuple[Name, ...]]]]:
        """Where each spelling ends, its length, and what it may mean."""


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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every spelling we know, the tickers, and what kind each instrument is."""

    names: tuple[Name, ...]
    machine: Machine = field(compare=False, repr=False)
    tickers: Mapping[str, str] = field(default_factory=dict, hash=False)
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)


def lexicon(
    instruments: Iterable[Instrument],
    themes: Iterable[Theme] = (),
    releases: Iterable[Release] = (),
    *,
    traps: Iterable[str] = (),
) -> Lexicon:
    """The names of these records, the institutions and the traps, in one list."""
    held = sorted(instruments, key=lambda one: one.id)
    names = [
        *(Name(text, "trap", "") for text in (*_listed(TRAPS), *traps)),
        *(
            Name(text, "instrument", one.id, one.kind in MATTER)
            for one in held
            for text in dict.fromkeys(one.aliases or (one.name,))
        ),
        *(
            Name(text, "release", one.name)
            for one in releases
            for text in dict.fromkeys((one.name, *one.aliases))
        ),
        *(Name(text, "theme", one.id) for one in themes for text in one.match),
        *(
            Name(text, "institution", name)
            for name, texts in INSTITUTIONS.items()
            for text in texts
        ),
    ]
    tickers = {one.id: one.id for one in held if one.kind in TRADED}
    shares = {one.id.replace("_", mark): one.id for one in held for mark in ".-"}
    coins = {one.id.partition("_")[0]: one.id for one in held if one.kind == "coin"}
    return Lexicon(
        names=tuple(names),
        tickers=coins | shares | tickers,
        kinds={one.id: one.kind for one in held},
        machine=_machine(names),
    )


def _listed(text: str) -> list[str]:
    """The phrases of a block, parted by semicolons."""
    return [" ".join(phrase.split()) for phrase in text.split(";")]


def names(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The names a text mentions, in order, each spelling of each once."""
    return tuple(dict.fromkeys(one.mention for one in found(text, lexicon)))


def found(text: str, lexicon: Lexicon) -> list[Found]:
    """The names of a text with their places; of one kind none overlaps another."""
    lean = text.translate(LETTERS)
    tickers = list(_tickers(lean, lexicon))
    kept: list[Found] = []
    taken: dict[str, int] = {}
    hits = sorted(_hits(lean, lexicon), key=_first)
    blocked = _traps(hits)
    for hit in hits:
        if hit.kind == "trap" or hit.start < taken.get(hit.kind, 0):
            continue
        if any(hit.start < end and start < hit.end for start, end in blocked):
            continue
        taken[hit.kind] = hit.end
        kept.append(
            Found(hit.start, hit.end, text[hit.start : hit.end], hit.kind, hit.id)
        )
    return sorted([*tickers, *kept], key=_first)


def _first(hit: Found) -> tuple[int, int, str, str]:
    """Left before right, long before short, then by kind and id."""
    return (hit.start, -hit.end, hit.kind, hit.id)


def _traps(hits: list[Found]) -> list[tuple[int, int]]:
    """Where a trap stands that no longer name covers."""
    whole = [hit for hit in hits if hit.kind == "instrument"]
    return [
        (trap.start, trap.end)
        for trap in hits
        if trap.kind == "trap"
        and not any(n.start <= trap.start and trap.end <= n.end for n in whole)
    ]


def _hits(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Every spelling that stands in a text as words of its own."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is longer, as Turkish has
        low = "".join(a if len(a := letter.lower()) == 1 else letter for letter in text)
    for last, (size, spellings) in lexicon.machine.iter(low):
        start, end = last - size + 1, last + 1
        if not _is_whole(text, start, end):
            continue
        shown = text[start:end]
        for name in spellings:
            fits = not name.cased or shown == name.text
            if fits and not _is_other(name, text, end):
                yield Found(start, end, shown, name.kind, name.id)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at word boundaries."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_wordy(before) and _wordy(text[start])) and not (
        _wordy(after) and _wordy(text[end - 1])
    )


def _wordy(letter: str) -> bool:
    return letter.isalnum() or letter in {"_", "@", "#"} if letter else False


def _is_other(name: Name, text: str, end: int) -> bool:
    """Whether what follows says that a name means a company, a prize, an agency."""
    if name.text == "S&P" and AGENCY.match(text, end):
        return True
    follows = COMPANY.match(text, end) or DEED.match(text, end)
    return name.matter and follows is not None


def _tickers(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """`(NYSE: KO)`, `(KO)`, `$KO`, where we hold it; one letter needs its exchange."""
    for match in TICKER.finditer(text):
        symbol = match[1] or match[2]
        name = lexicon.tickers.get(symbol)
        plain = match[1] is not None or len(symbol) > 1
        if name and (plain or EXCHANGE.match(match.group())):
            place = match.span(1) if match[1] else match.span(2)
            yield Found(*place, symbol, "instrument", name)


def _machine(names: Iterable[Name]) -> Machine:
    """The spellings as one Aho-Corasick machine."""
    spelled: dict[str, tuple[Name, ...]] = {}
    for name in names:
        low = name.text.translate(LETTERS).lower().strip()
        spelled[low] = (*spelled.get(low, ()), name)
    machine = ahocorasick.Automaton()
    for low, spellings in spelled.items():
        if low:
            machine.add_word(low, (len(low), spellings))
    machine.make_automaton()
    found: Machine = machine
    return found
