"""Ledgers of reference notes: each row split into figures, each figure classed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import yaml

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
VALUE = re.compile(rf"(?P<day>{DAY.pattern})|(?P<of>\bof\s+)?(?P<number>{NUMBER})")
# "Those" are a set of sessions, which a row of something else may stand after.
SETS = re.compile(r"\b(earlier|sessions|days|closes at|opens|lows|highs|falls|those)\b")
OF_SET = re.compile(r"\b(of|after) those\b(?! two)|the rest")
# Figures of other rows: "41 over 58", "stretches among the 58", "after the 82".
TERMS = re.compile(r"(?:^| )([\d.,]+) over ([\d.,]+)|(?:among|after|[Oo]f) the (\d+)\b")
COUNT = re.compile(r"\(([\d,]+)\b[^)]*\)")  # "(3,925 values)", "(5 sessions)"
BACK = re.compile(r"\b(that|those|same|the rest|its percentile)\b|^in |^less ")
COLUMNS = {  # what the two layouts call the same column
    "figure as printed": "printed",
    "as written": "printed",
    "source file": "source",
    "first session": "first",
    "last session": "last",
    "#": "id",
}
PARAMETER = re.compile(
    r"\(parameter\)|^threshold of|^horizon|that defines that line|^entry, as in"
    r"|^sessions in (that|the) (beta|mean|average)"
)
FILES = re.compile(r"^ ?(first|last) bar\b|^sessions with a close only")
# A row of the table of levels, and a level by its name: "distance of R2".
LEVEL = re.compile(
    r"^\| *(R|S|Resistance |Support )(\d) *\| *([\d,]+\.\d+)", re.MULTILINE
)
NAMED = re.compile(r"(?<=distance of )(R|S|Resistance |Support )(\d)\b")
PAIR = 2
DIGITS = 6  # significant digits of the value column


@dataclass(frozen=True, slots=True)
class Span:
    """The sessions that a row names; `count` where it says how many values."""

    first: date | None
    last: date | None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a ledger: what it says of what, over which sessions.

    `role` is `share`, `part` or `whole` in "12.5 (62 of 494)", `one` elsewhere;
    `context` is the words of the rows that it refers to; `slack` is half a unit of
    the last digit of its value.
    """

    row: str
    printed: str
    subject: str
    words: str
    context: str
    spans: tuple[Span, ...]
    value: float | date
    slack: float
    role: str
    source: str

    @property
    def said(self) -> str:
        """Its role, if it has one, its own words, then those that it refers to."""
        role = "" if self.role in ("one", "share") else f"[{self.role}] "
        return role + " | ".join(filter(None, (self.words, self.context)))


@dataclass(frozen=True, slots=True)
class Note:
    """A reference note: its name, its moment, its instruments and its figures."""

    name: str
    as_of: datetime
    subject: str
    benchmark: str
    figures: tuple[Figure, ...]


def note(path: Path) -> Note:
    """The note of a file; ValueError says what in it could not be read."""
    text = path.read_text("utf-8")
    try:
        head = yaml.safe_load(text.split("---\n")[1])
        moment = datetime.fromisoformat(str(head["as_of"]))
        subject, benchmark = str(head["subject"]), str(head.get("benchmark", ""))
    except (IndexError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        message = f"{path}: {error!r}; its head needs as_of and subject"
        raise ValueError(message) from error
    ledger = text.partition("<!-- ledger -->")[2].partition("<!-- moves -->")[0]
    found = tuple(figures(priced(ledger, text)))
    if not found:
        raise ValueError(f"{path}: no ledger; it stands in rows after <!-- ledger -->")
    return Note(path.stem, moment.astimezone(UTC), subject, benchmark, found)


def priced(ledger: str, text: str) -> str:
    """The ledger with each level of the note's table told by its price."""
    prices = {f"{kind[0]}{place}": price for kind, place, price in LEVEL.findall(text)}

    return NAMED.sub(
        lambda name: prices.get(f"{name[1][0]}{name[2]}", str(name[0])), ledger
    )


def rows(ledger: str) -> Iterator[Mapping[str, str]]:
    """The rows of the ledger's table, by the columns that both layouts share."""
    names: list[str] = []
    for line in ledger.splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not names:
            words = [cell.lower() for cell in cells]
            names = [COLUMNS.get(word, word) for word in words]
        elif not set(line) <= set("|-: "):
            yield dict(zip(names, cells, strict=True))


def figures(ledger: str) -> Iterator[Figure]:
    """Every figure of a ledger, row by row."""
    before = ""
    spans: tuple[Span, ...] = (Span(None, None),)
    printed: dict[str, str] = {}  # each figure as printed, and what it was said to be
    last: dict[str, str] = {}  # what was said last of each subject, and of "those"
    for row in rows(ledger):
        spans = spans_of(row, spans)
        terms = terms_of(row["metric"], printed)
        if terms:
            before = " | ".join(terms)
        elif row["metric"].startswith("the same"):
            before = last.get(row["subject"], before)
        elif OF_SET.search(row["metric"]):
            before = last.get("those", before)
        context = before if terms or BACK.search(row["metric"]) else ""
        yield from split(row, context, spans)
        if PARAMETER.search(row["metric"]):
            continue  # a threshold says nothing of what "those" are
        before = f"{row['metric']} | {context}" if context else row["metric"]
        printed[row["printed"].strip("+-%")] = last[row["subject"]] = before
        if SETS.search(row["metric"]):
            last["those"] = before


def terms_of(words: str, printed: Mapping[str, str]) -> list[str]:
    """What the figures of other rows were said to be, where the words name some."""
    found = TERMS.search(words)
    named = found.groups() if found else ()
    return [printed[term] for term in named if term in printed]


def spans_of(row: Mapping[str, str], before: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sessions of a row; "same" are those of the row before."""
    if "window" not in row:
        return (Span(day(row["first"]), day(row["last"])),)
    if row["window"] == "same":
        return before
    return tuple(span(part) for part in row["window"].split(";"))


def span(words: str) -> Span:
    """One window in words: `2026-01-30 to 2026-02-06 (5 sessions)`."""
    days = [date.fromisoformat(found) for found in DAY.findall(words)]
    number = COUNT.search(words)
    count = int(number[1].replace(",", "")) if number else None
    if not days:
        return Span(None, None, count)
    return Span(days[0] if len(days) > 1 else None, days[-1], count)


def day(words: str) -> date | None:
    """A date, where the cell holds one."""
    found = DAY.search(words)
    return date.fromisoformat(found[0]) if found else None


def split(
    row: Mapping[str, str], context: str, spans: tuple[Span, ...]
) -> Iterator[Figure]:
    """The figures of one row: each value with the words that are its own."""
    parts = row["value"].split(";")
    metrics = [one for one in row["metric"].split(";") if not FILES.search(one)]
    metrics = metrics or [row["metric"]]
    even = len(metrics) == len(parts)
    plain = Figure(
        row=row["id"].split()[0],
        printed=row["printed"],
        subject=row["subject"].split(";")[-1],
        words=";".join(metrics),
        context=context,
        spans=spans,
        value=0.0,
        slack=0.0,
        role="one",
        source=row["source"],
    )
    for number, part in enumerate(parts):
        words = metrics[number].strip() if even else plain.words
        said = " | ".join(filter(None, (*metrics[:number], context)))
        one = replace(plain, words=words, context=said) if even else plain
        if "same two" in words and len(parts) == PAIR:
            both = context.split(" | ")  # the later first
            one = replace(plain, context=" | ".join(both if number else both[::-1]))
        exact = "window" not in row
        found = list(valued(one, part, digits=DIGITS if exact else 0))
        yield from found or dated(one)


def valued(one: Figure, words: str, *, digits: int) -> Iterator[Figure]:
    """A figure for every number and date of a value: share, part and whole."""
    found = list(VALUE.finditer(words))
    has_whole = any(match["of"] for match in found)
    for place, match in enumerate(found):
        if match["day"]:
            yield replace(one, value=date.fromisoformat(match["day"]))
            continue
        number = match["number"].replace(",", "")
        part = place + 1 < len(found) and found[place + 1]["of"]
        role = "whole" if match["of"] else "part" if part else "share"
        yield replace(
            one,
            value=float(number),
            slack=slack(number, digits),
            role=role if has_whole else "one",
        )
    if found and re.search(r"\bmaximum\b", words):
        yield replace(one, words=f"rank of: {one.words}", value=1.0)


def slack(number: str, digits: int) -> float:
    """Half a unit of its last digit; of the sixth, where trailing zeros were cut.

    A whole number that is not one of those is a count, and has none.
    """
    if digits:
        return 0.5 * float(f"1e{magnitude(number) - digits + 1}")
    decimals = len(number.partition(".")[2])
    return 0.5 * float(f"1e-{decimals}") if decimals else 1e-9


def magnitude(number: str) -> int:
    """The power of ten of the first digit; that of one for zero."""
    return int(f"{abs(float(number)):e}".partition("e")[2])


def dated(one: Figure) -> Iterator[Figure]:
    """A row whose value is a word, and which prints a date: its window's first."""
    first = one.spans[0].first
    if first and re.search(r"\d{1,2} [A-Z][a-z]+", one.printed):
        yield replace(one, value=first)


# --- what is counted: the first class whose test holds


PRICE_FILE = re.compile(r"(?<![a-z_])[A-Z][A-Z0-9_]*\.csv|prices|stock files|\brows? P")
CLASSES: Sequence[tuple[str, str, re.Pattern[str]]] = (
    ("parameter", "words", PARAMETER),
    ("files", "words", FILES),
    (
        "score",
        "said",
        re.compile(
            r"^(Pulse|Threat)\b(?! \d)|^tape-only Pulse"
            r"|changes of the tape-only Pulse|^that change over \w+ components"
            r"|one-day rise|percentile of the mean of those two",
        ),
    ),
)
MEANING = {
    "headline": "no price file among its sources: headlines, feeds, tone, quotations, "
    "the calendar",
    "parameter": "a threshold, horizon or step that was chosen, not found",
    "files": "what the files hold: first or last bar, bars without a range",
    "score": "Pulse, Threat, tape-only Pulse: made by the scores wing from our parts",
    "counted": "computed from bars",
}


def kind(figure: Figure) -> str:
    """The class of a figure; only those of `counted` are looked for."""
    if not PRICE_FILE.search(figure.source):
        return "headline"
    for name, field, test in CLASSES:
        if test.search(getattr(figure, field)):
            return name
    return "counted"
