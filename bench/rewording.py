"""Copies of a note as an editor would leave them: reworded, reordered, still true.

EDITS are what a person types over a phrase wherever it stands outside a quotation;
RESHAPES change sentences and their order. What each gives means what stood there.
"""

import random
import re
from collections.abc import Callable

from generator.model.note import Draft
from generator.plain import figures

PARAGRAPHS = re.compile(r"\n\n")
SENTENCE = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!vs\.)\s+(?=[A-Z0-9“])")
QUOTED = re.compile(r"“[^”]*”")
LEANING = re.compile(
    r"^(?:It|That|Those|These|This|They|Without|With|Then|Both|Up|Down|Of|All|There|At|"
    r"Below|Above|Between|Touching|A touch|Until|The (?:remaining|buyers|other|rest|"
    r"nearer|far|foot|average|way|last five))\b"
)
FRESH = (
    "Patience is a position.",
    "There is no prize for being first.",
    "We would rather be late than wrong.",
    "Nobody rings a bell.",
    "The tape will have its say.",
)

# What stands there -> what a person may type instead. One is drawn by seed.
EDITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\brose\b", ("climbed", "gained", "advanced", "added")),
    (r"\bgained\b", ("rose", "added", "advanced", "put on")),
    (r"\bclimbed\b", ("rose", "gained", "advanced")),
    (r"\badvanced\b", ("rose", "gained", "climbed")),
    (r"\bfell\b", ("dropped", "declined", "lost")),
    (r"\blost (?=\d)", ("fell ", "dropped ", "shed ", "gave up ")),
    (r"\bdropped\b", ("fell", "declined")),
    (r"\bdeclined\b", ("fell", "dropped")),
    (r"\bedged up\b", ("inched up", "crept up", "ticked up", "nudged up")),
    (r"\b(?:inched|ticked) up\b", ("edged up", "edged higher", "nosed up")),
    (r"\bslipped\b", ("eased", "edged down", "edged lower", "dipped")),
    (r"\beased\b", ("slipped", "edged down", "dipped")),
    (r"\bedged down\b", ("slipped", "eased", "ticked down")),
    (r"\bjumped\b", ("rallied", "leapt", "rallied strongly")),
    (r"\brallied\b", ("jumped", "leapt")),
    (r"\bsoared\b", ("surged", "vaulted")),
    (r"\bsurged\b", ("soared", "rocketed")),
    (r"\bslid\b", ("sank", "tumbled")),
    (r"\bsank\b", ("slid", "tumbled", "slumped")),
    (r"\btumbled\b", ("slid", "sank")),
    (r"\bplunged\b", ("plummeted", "crashed", "nosedived")),
    (r"\bplummeted\b", ("plunged",)),
    (r"\bclosed at\b", ("ended at", "finished at", "settled at")),
    (r"\bended at\b", ("closed at", "finished at", "settled at")),
    (r"\bThe last close was\b", ("It last closed at", "It closed at")),
    (r"\bis up (?=\d)", ("has gained ", "has risen ", "has added ")),
    (r"\bis down (?=\d)", ("has lost ", "has fallen ", "has shed ")),
    (r"(?<=\d% over )five sessions", ("the past five sessions", "a week")),
    (r"\bover (?=(?:five sessions|a month))", ("in ", "across ", "in the course of ")),
    (r"(?<=over )a month", ("one month", "21 sessions")),
    (r"\bfive sessions\b", ("5 sessions", "five trading sessions")),
    (r"\bten sessions\b", ("10 sessions", "two weeks")),
    (r"\btimes its usual day\b", ("times its normal day", "times a usual day for it")),
    (r"\bis the higher of the two\b", ("is the higher",)),
    (r"\bmarket headlines\b", ("headlines about markets",)),
    (r"\bspeak for\b", ("argue for", "back", "favour")),
    (r"\bspeak against\b", ("argue against", "weigh on")),
    (r"\bspeaks for\b", ("argues for", "backs", "favours")),
    (r"\bspeaks against\b", ("argues against", "weighs on")),
    (r"\bNothing to do at\b", ("There is nothing to do at", "Nothing need be done at")),
    (r"\ba buyer stakes\b", ("a buyer risks", "the buyer puts up")),
    (r"\bA buyer stakes\b", ("A buyer risks", "The buyer puts up")),
    (r"\bLet it come to\b", ("Wait for it at", "Let it reach")),
    (r"\band the argument is lost\b", ("and the case is lost", "and that is that")),
    (r"\bA close above\b", ("A finish above", "One close above")),
    (r"\bA close below\b", ("A finish below", "One close below")),
    (r"\bpoints from here\b", ("points away", "points off", "points distant")),
    (r"\bAn average day covers\b", ("An ordinary day covers", "A typical day spans")),
    (r"\bcovers (?=[\d.,]+ points)", ("spans ", "runs to ", "takes in ")),
    (r"\bOpinion:", ("Our view:", "In our opinion,", "The view here:")),
    (r"\bStill to come:", ("Coming up:", "Ahead:", "Yet to come:")),
    (r"\bAhead on the calendar:", ("Next on the calendar:", "Coming up:")),
    (r"\bBy the calendar:", ("The dates:", "Per the calendar:")),
    (r"\bends the argument\b", ("ends the matter", "settles it", "closes the case")),
    (r"\bUntil then\b", ("Till then", "Before that")),
    (r"\ball the same\b", ("even so", "regardless", "nonetheless")),
    (r", but ", (", yet ", ", though ")),
    (r"; (?=a close)", (", and ", " \u2013 ")),
    (r"\bis ahead by (?=[\d.]+ points)", ("leads by ", "is in front by ")),
    (r"\bis behind by (?=[\d.]+ points)", ("trails by ", "lags by ")),
    (r"\bunder its highest close\b", ("below its highest close",)),
    (r"\bsessions running\b", ("sessions in a row", "straight sessions")),
    (r"\bat the very top\b", ("right at the top",)),
    (r"\baverage days away\b", ("average days off", "average days distant")),
    (r"\bwrites\b(?=[:.])", ("says", "reports", "notes")),
    (r"\breports(?=: “)", ("says", "writes", "has it")),
    (r"\bhas (?=“)", ("runs ", "carries ", "leads with ")),
    (r"\bis far from\b", ("is a long way from",)),
    (r"\bthe tape\b", ("the market", "the price action")),
    (r"\bhas closed above\b", ("has finished above", "has ended above")),
    (r"\bhad not risen so far in a day since\b", ("last rose as far in a day on",)),
    (r"\bhad not fallen so far in a day since\b", ("last fell as far in a day on",)),
    (r"\bpatience\b", ("waiting", "a little patience")),
    (r"\bnobody\b", ("no one",)),
    (r"\bcannot\b", ("can't", "can not")),
    (r"\bdo not\b", ("don't",)),
    (r"\bis not\b", ("isn't",)),
    (r"\bwhich is\b", ("that is", "and that is")),
    (r"\bthe pair\b", ("the two of them",)),
    (r"\bThe price is fair\b", ("The price is right", "The terms are fair")),
    (r"\bWrong on a close\b", ("It is wrong on a close", "Out on a close")),
    (r"\bexit on a close\b", ("out on a close", "leave on a close")),
    (r"\btarget (?=\d)", ("aim for ", "objective ")),
    (r"\bBid (?=\d)", ("A bid at ", "Bid at ")),
    (r"\bS&P 500(?! ETF)(?= \w)", ("S&P",)),
    (r"’", ("'",)),
)
FIGURES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(?<![\d.])[+]?(\d+\.\d+)%", lambda m: f"{m[1]} percent"),
    (r"(?<![\d.+-])(\d+\.\d+)%", lambda m: f"{m[1]} per cent"),
    (r"(?<![\d.])([+-]?\d+\.\d+)%", lambda m: f"{m[1]}\u00a0%"),
    (r"(?<![\d.])([+-]?(?!0\.0)\d+\.\d[0-46-9])%", lambda m: f"{_shorter(m[1])}%"),
    (r"(?<![\d.])-(\d+\.\d+)%", lambda m: f"\u2212{m[1]}%"),
    (r"(?<![\d.,])(\d),(\d{3}\.\d\d)(?![\d%])", lambda m: f"{m[1]}{m[2]}"),
    ((r"\b(\d+) (January|February|March|April|June|July|August|September|October|"
     r"November|December) (\d{4})"), lambda m: f"{m[2]} {m[1]}, {m[3]}"),
    (r"\b(\d+) (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+ (\d{4})",
     lambda m: f"{m[1]} {m[2]} {m[3]}"),
    ((r"(?<!-)\b(four|six|seven|eight|nine|eleven|twelve|thirteen|fourteen)"
      r"(?= (?:of|times|"
     r"sessions|market)\b)"), lambda m: str(figures.WORDS.index(m[1]))),
    (r"(?<![\d.,:] )\b([4-9]|1[0-9])(?= (?:sessions|episodes|separate)\b)",
     lambda m: figures.spoken(int(m[1]))),
    (r"(?<=[\d%]) over (?=five)", lambda _: "\u00a0over "),
    (r"\b(the )(Russell 2000|S&P 500|VIX)\b(?! ETF)", lambda m: f"{m[1]}{m[2]} index"),
)  # fmt: skip


def _shorter(number: str) -> str:
    shown = figures.rounded(float(number), 1)
    return f"{shown:+}" if number[0] in "+-" and shown else f"{shown}"


def reworded(draft: Draft, seed: int, *, copies: int = 2, edits: int = 12) -> list[str]:
    """Copies of the note with some dozen edits each, drawn by seed; all stay true."""
    return [_one(draft, f"{seed}|{number}", edits) for number in range(copies)]


def _one(draft: Draft, seed: str, edits: int) -> str:
    draw = random.Random(f"{seed}|{draft.ledger.note.slug}")  # noqa: S311
    head, body, foot = _apart(draft.markdown)
    phrases = [(p, _chosen(new, draw)) for p, new in EDITS]
    table = [*phrases, *FIGURES]
    left = edits
    for place in draw.sample(range(len(table)), len(table)):
        changed = _edited(body, *table[place], draw)
        left -= changed != body
        body = changed
        if not left:
            break
    for reshape in draw.sample(RESHAPES, 3):
        body = reshape(body, draw)
    return head + body + foot


def _chosen(
    new: tuple[str, ...], draw: random.Random
) -> Callable[[re.Match[str]], str]:
    word = draw.choice(new)
    return lambda match: word[0].upper() + word[1:] if match[0][:1].isupper() else word


def _apart(markdown: str) -> tuple[str, str, str]:
    """Front matter, the sections that a person edits, and all from the sources on."""
    start, end = markdown.index("\n## "), markdown.index("\n## Sources")
    return markdown[:start], markdown[start:end], markdown[end:]


def _edited(
    body: str, pattern: str, new: Callable[[re.Match[str]], str], draw: random.Random
) -> str:
    """The text with one match typed over, outside quotations, tables and headings."""
    shut = [m.span() for m in QUOTED.finditer(body)]
    shut += [m.span() for m in re.finditer(r"^(?:\||#|!\[).*$", body, re.MULTILINE)]
    found = [
        match
        for match in re.finditer(pattern, body)
        if not any(start < match.end() and match.start() < end for start, end in shut)
    ]
    if not found:
        return body
    match = draw.choice(found)
    return body[: match.start()] + new(match) + body[match.end() :]


def _paragraphs(body: str) -> list[str]:
    return PARAGRAPHS.split(body)


def _prose(paragraph: str) -> bool:
    return not re.match(r"\s*(?:#|\||!\[|\*\*)", paragraph) and bool(paragraph.strip())


def paragraphs_swapped(body: str, draw: random.Random) -> str:
    """Two neighbouring paragraphs of a section in each other's place."""
    parts = _paragraphs(body)
    places = [
        n for n in range(len(parts) - 1)
        if all(_prose(one) and not LEANING.match(one) for one in parts[n : n + 2])
    ]  # fmt: skip
    if places:
        at = draw.choice(places)
        parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return "\n\n".join(parts)


def _each(
    body: str, draw: random.Random, change: Callable[[list[str]], list[str] | None]
) -> str:
    """The body with one paragraph's sentences changed, where that can be done."""
    parts = _paragraphs(body)
    for at in draw.sample(range(len(parts)), len(parts)):
        said = _sentences(parts[at]) if _prose(parts[at]) else []
        new = change(said) if len(said) > 1 else None
        if new:
            parts[at] = " ".join(new)
            break
    return "\n\n".join(parts)


def _sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; a quotation is never cut."""
    found: list[str] = []
    for piece in SENTENCE.split(paragraph):
        opened = found and (
            found[-1].count("“") > found[-1].count("”")
            or found[-1].count('"') % 2 or found[-1].endswith(("U.S.", "vs."))
        )  # fmt: skip
        if opened:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def sentence_dropped(body: str, draw: random.Random) -> str:
    """A last sentence without a figure taken out."""
    return _each(
        body, draw, lambda said: None if re.search(r"\d|“", said[-1]) else said[:-1]
    )


def sentences_swapped(body: str, draw: random.Random) -> str:
    """Two sentences in each other's place, where neither leans on the other."""

    def swapped(said: list[str]) -> list[str] | None:
        if LEANING.match(said[1]) or LEANING.match(said[0]):
            return None
        return [said[1], said[0], *said[2:]]

    return _each(body, draw, swapped)


def sentences_joined(body: str, draw: random.Random) -> str:
    """Two sentences made one."""

    def joined(said: list[str]) -> list[str] | None:
        first, second = said[0], said[1]
        if not first.endswith(".") or second[0] == "“" or second[:2] in {"S&", "VI"}:
            return None
        opener = re.match(r"(?:The|A|An|It|That|At|In|Its|Until|Whoever)\b", second)
        if not opener:
            return None
        return [f"{first[:-1]}, and {second[0].lower()}{second[1:]}", *said[2:]]

    return _each(body, draw, joined)


def sentence_split(body: str, draw: random.Random) -> str:
    """One sentence made two at a semicolon."""

    def split(match: re.Match[str]) -> str:
        return f". {match[1].upper()}"

    return _edited(body, r"; ([a-z])(?=[^|\n]{12})", split, draw)


def sentence_added(body: str, draw: random.Random) -> str:
    """A sentence that claims nothing at the end of a paragraph."""
    return _each(body, draw, lambda said: [*said, draw.choice(FRESH)])


def quotation_turned(body: str, draw: random.Random) -> str:
    """`X writes: “Y”` for `“Y”, writes X`, and the other way round."""

    def trailing(match: re.Match[str]) -> str:
        return f"{match[2]}, according to {match[1]}."

    pattern = r"(?<=\n\n)((?:[A-Z][\w&]*\.?\w* ?){1,4}?)(?: (?:writes|reports|says))?: (“[^”]+[^”.?!]”)[.]?(?= |\n)"  # noqa: E501 - one pattern
    changed = re.sub(pattern, trailing, body, count=1)
    if changed != body:
        return changed
    turned = re.compile(r"(“[^”]+”), writes ((?:[A-Z][\w&]* ?){1,4})\.")
    return turned.sub(lambda m: f"{m[2]} writes: {m[1]}.", body, count=1)


def straight_quotes(body: str, draw: random.Random) -> str:
    """Every curly quotation mark made straight."""
    return body.replace("“", '"').replace("”", '"')


def passive(body: str, draw: random.Random) -> str:
    """`X is named in two of five headlines` for `two of five headlines name X`."""
    pattern = r"(\w+ of \w+ market headlines) names? (the [A-Z][\w&]*(?: \d+)?)(?=[,.])"
    return re.sub(
        pattern,
        lambda m: f"{m[2]} is named in {m[1]}",
        body,
        count=1,
        flags=re.IGNORECASE,
    )


RESHAPES: tuple[Callable[[str, random.Random], str], ...] = (
    paragraphs_swapped,
    sentence_dropped,
    sentences_swapped,
    sentences_joined,
    sentence_split,
    sentence_added,
    quotation_turned,
    straight_quotes,
    passive,
)
