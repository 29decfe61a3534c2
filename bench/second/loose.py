"""Loose figures: what stands printed and no claim binds, by the line it stands on."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np

from bench.second import printed, scores, wording
from bench.second.case import Case, plain_text, source_of
from bench.second.numbers import of_score
from bench.second.sheet import Printed
from bench.second.shelf import Line
from bench.second.verdict import Verdict, right, unchecked, verdict
from generator.model.note import SourceLine

Rule = Callable[[Case, Printed], Verdict | None]
STAMP = "%Y-%m-%dT%H:%M:%SZ"
NUMBERED = re.compile(r"(\d+)\. \[")
LISTED = re.compile(r"\s*- \{id: (s\d+),")
PARAMETER = re.compile(r"-(?:day|session|week|month|year)\b|\)")
WINDOW = re.compile(
    r" (?:trading |straight |more )?(session|day|week|month|quarter|year)s?\b"
)
BEGIN = re.compile(r"its bars begin on (?P<day>[\d-]+): (?P<count>\d+) sessions")
HOLES = re.compile(
    r"no (?:open, high, low(?: and volume)?|high and low|volume|open) on "
    r"(?P<count>\d+) of its last (?P<of>\d+) sessions, the last on (?P<day>[\d-]+)"
)
WHOLE = re.compile(
    r"no levels: \d+ bars in a row with high and low, "
    r"ATR\(14\) needs 100"
)


def of_unbound(case: Case, one: Printed) -> Verdict | None:
    """The verdict on a figure that no claim binds; None where it is no figure."""
    for pattern, rule in RULES.items():
        if re.match(pattern, one.around):
            return rule(case, one)
    return in_prose(case, one)


def none(case: Case, one: Printed) -> None:
    """What is a name or an address, and no figure."""


def score(case: Case, one: Printed) -> Verdict:
    """Pulse and Threat of the front matter."""
    fact = case.facts[one.around.partition(":")[0]]
    return of_score(case, one, fact)  # type: ignore[arg-type]


def reason(case: Case, one: Printed) -> Verdict:
    """A part of a score in its reason, as a whole percentile."""
    own = scores.parts if one.around.startswith("pulse") else scores.threat_parts
    known = own(case.moment, case.ledger.note.subject)
    named = {scores.WORDS[name]: value for name, value in known.items()}
    if "news.tone" in case.facts:
        named["news tone"] = case.tone
    part = next((name for name in named if one.before.rstrip().endswith(name)), None)
    told = printed.read(one.text)
    if part is None or told is None:
        return unchecked(one, "reason", "no such part")
    value = printed.percentile(named[part])
    return verdict(one, "reason", printed.is_printed(told, value), f"{named[part]:.6g}")


def head(case: Case, one: Printed) -> Verdict:
    """Moment, horizon and version of the front matter, against the ledger's."""
    note = case.ledger.note
    key = one.around.partition(":")[0]
    own = {
        "as_of": note.as_of.strftime(STAMP),
        "horizon_sessions": str(note.horizon_sessions),
        "version": str(note.version),
    }
    told = one.around.partition(":")[2].strip()
    return verdict(one, "head", told == own.get(key, told), own.get(key, ""))


def source(case: Case, one: Printed) -> Verdict:
    """A figure of a listed headline: its own text, its link or its time has it."""
    listed = LISTED.match(one.around)
    number = NUMBERED.match(one.around)
    name = listed[1] if listed else f"s{number[1]}" if number else ""
    found = source_of(case, name)
    if found is None:
        return verdict(one, "source", False, f"no source {name}")
    return verdict(one, "source", is_of(one, found), name)


def is_of(one: Printed, found: SourceLine) -> bool:
    """Whether a figure of a source's line is in what the source itself says."""
    when = found.published
    times = (when.strftime(STAMP), when.strftime("%H:%MZ")) if when else ()
    text = plain_text(
        " \n ".join(
            (found.title, found.summary, found.link, found.id, *times, found.publisher)
        )
    )
    dated = when is not None and wording.is_day(one.text, when.date())
    numbered = one.before.strip() == "" and one.around.startswith(f"{found.id[1:]}. ")
    return dated or numbered or plain_text(one.text) in text


def sources(case: Case, one: Printed) -> Verdict:
    """How many sources are listed."""
    count = len(case.ledger.sources)
    return verdict(one, "sources", one.text == str(count), str(count))


def chart(case: Case, one: Printed) -> Verdict:
    """What a chart's words say: the day of the last close, the hundred it starts at."""
    if one.text == "100" and "both 100 at the start" in one.around:
        return right(one, "chart")
    day = case.line.day(case.line.last)
    return verdict(one, "chart", wording.is_day(one.text, day), str(day))


def gaps(case: Case, one: Printed) -> Verdict:
    """What the foot says is missing, counted in the files."""
    for told in one.around.removeprefix("**Gaps:**").split(";"):
        start = one.around.find(told)
        if start <= one.at < start + len(told):
            return gap(case, one, told)
    return unchecked(one, "gaps", "")


def gap(case: Case, one: Printed, told: str) -> Verdict:
    """One of the gaps."""
    name = told.partition(":")[0].strip()
    known = case.moment.shelf.instruments.values()
    ident = next((str(row["id"]) for row in known if row["name"] == name), "")
    line = case.moment.line(ident)
    for pattern, true in GAPS.items():
        match = pattern.search(told)
        if match and line:
            wanted = true(line, match)
            return verdict(one, "gaps", one.text in wanted, ", ".join(wanted))
    return unchecked(one, "gaps", told.strip())


def begins(line: Line, match: re.Match[str]) -> Sequence[str]:
    """The first bar, and the sessions since."""
    return str(line.day(0)), str(len(line.close))


def holes(line: Line, match: re.Match[str]) -> Sequence[str]:
    """The sessions of the last year without high and low, or without volume."""
    count = int(match["of"])
    values = (
        line.volume
        if "no volume" in match[0]
        else line.open
        if "no open on" in match[0]
        else line.high
    )
    rows = np.flatnonzero(np.isnan(values[-count:]))
    day: date = line.day(len(line.close) - min(count, len(line.close)) + int(rows[-1]))
    return str(len(rows)), str(min(count, len(line.close))), str(day)


def whole(line: Line, match: re.Match[str]) -> Sequence[str]:
    """The bars in a row with high and low, and what ATR(14) needs."""
    return str(line.last - line.whole + 1), "14", "100"


GAPS: Mapping[re.Pattern[str], Callable[[Line, re.Match[str]], Sequence[str]]] = {
    BEGIN: begins,
    HOLES: holes,
    WHOLE: whole,
}


def in_prose(case: Case, one: Printed) -> Verdict | None:
    """A figure of the prose: a parameter, or a phrase that is arithmetic."""
    after = one.around[one.at + len(one.text) :]
    if one.text.lower() == "half as much again":
        return half_again(case, one)
    if one.before.endswith(("RSI(", "ATR(")):
        return verdict(one, "parameter", one.text == "14", "14")
    args = {
        part for claim in one.near for b in claim.bound for part in b.fact.split(".")
    }
    if PARAMETER.match(after):
        return verdict(one, "parameter", one.text in args, ", ".join(sorted(args)))
    window = WINDOW.match(after)
    count = wording.sessions(f"{one.text} {window[1]}") if window else None
    if count is not None and str(count) in args:
        return right(one, "window")
    return unchecked(one, "unbound", "")


def half_again(case: Case, one: Printed) -> Verdict:
    """At the entry the reward is one and a half times the risk."""
    trade = case.trade(case.line, "long")
    gain, risk = trade["target"] - trade["entry"], trade["entry"] - trade["exit"]
    return verdict(
        one, "reward_risk", abs(gain / risk - 1.5) < 1e-9, f"{gain / risk:.6g}"
    )


RULES: Mapping[str, Rule] = {
    r"(?:slug|title|instruments|tags|disclosure|brand|subject|benchmark):": none,
    r"(?:pulse|threat):": score,
    r"(?:pulse|threat)_reason:": reason,
    r"(?:as_of|published|version|horizon_sessions):": head,
    r"\s*- \{id: s\d+": source,
    r"\d+\. \[": source,
    r"## Sources": sources,
    r"!\[": chart,
    r"\*\*Gaps:\*\*": gaps,
}
