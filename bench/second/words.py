"""Words: directions, names, quotations, methods, vendors and sides that claims bind."""

import re

from bench.second import scores, wording
from bench.second.case import Case, plain_text, source_of, words_of
from bench.second.sheet import Printed
from bench.second.verdict import Verdict, right, unchecked, verdict
from generator.model.facts import EventFact, Fact, LevelFact, PriceFact


def direction(case: Case, one: Printed, fact: Fact | None) -> Verdict:
    """A direction word against the sign of its Fact."""
    if not isinstance(fact, PriceFact):
        return unchecked(one, "direction", "no Fact")
    truth = case.truth(fact)
    value = truth.value if truth else 0.0
    if fact.unit == "pct_points":
        value /= 100
    told = wording.agrees(one.text, value)
    if told is None:
        return unchecked(one, "direction", "no such word")
    return verdict(one, "direction", told, f"{value:.6g}")


def name(case: Case, one: Printed, fact: Fact | None) -> Verdict:
    """A name against those of its instrument, release or publisher."""
    known = case.moment.shelf.instruments.get(one.fact)
    if known is not None:
        lean = one.text.lower().removeprefix("the ")
        names = [word.lower().removeprefix("the ") for word in words_of(known)]
        near = lean in names
        return verdict(one, "name", near, str(known["name"]))
    if isinstance(fact, EventFact):
        return verdict(one, "name", one.text.lower() in fact.name.lower(), fact.name)
    source = source_of(case, one.fact)
    if source is not None:
        near = one.text.lower() == source.publisher.lower()
        return verdict(one, "name", near, source.publisher)
    group = one.fact.replace("-", " ").lower()
    near = one.text.lower() in GROUPS.get(group, (group,))
    return (
        verdict(one, "name", near, group) if group else unchecked(one, "name", "no one")
    )


GROUPS = {"megacaps": ("large technology companies", "megacaps")}


def quote(case: Case, one: Printed, fact: Fact | None) -> Verdict | None:
    """A quotation, or a headline retold, against the headline's own text.

    The gaps are looked at where their figures stand.
    """
    source = source_of(case, one.fact)
    if source is None:
        return None
    text = plain_text(f"{source.title} \n {source.summary}")
    near = plain_text(one.text) in text or is_retold(plain_text(one.text), text)
    return verdict(one, "quote", near, "the headline's own text")


def is_retold(told: str, text: str) -> bool:
    """Whether a clause has the headline's numbers and nearly all of its own words.

    Verbs may stand in another tense, so words are held against by their beginnings.
    """
    words = re.findall(r"[a-z]{4,}", told)
    known = {one[:STEM] for one in re.findall(r"[a-z]{3,}", text)}
    lost = [one for one in words if one[:STEM] not in known]
    numbers = re.findall(r"\d[\d,.]*", told)
    return len(lost) <= 1 + len(words) // 6 and all(one in text for one in numbers)


STEM = 3  # letters by which a verb is known in another tense: shrinks, shrank


def word(case: Case, one: Printed, fact: Fact | None) -> Verdict:
    """A word that a Fact licenses: a band, a method, a vendor, a side of a score."""
    if isinstance(fact, LevelFact):
        return method(case, one, fact)
    if one.fact == "news.tone":
        return sided(one, "news tone", case.tone)
    if not isinstance(fact, PriceFact):
        return unchecked(one, "word", "no Fact")
    if " from " in one.text:
        return vendor(case, one, fact)
    if one.text.lower() in scores.WORDS.values():
        return leaning(case, one, fact)
    return licensed(case, one, fact)


def licensed(case: Case, one: Printed, fact: PriceFact) -> Verdict:
    """A record, a word of volatility, or the very top or bottom of a past."""
    truth, text = case.truth(fact), one.text.lower()
    if truth is None:
        return unchecked(one, fact.metric, "there is no such thing to tell")
    true = f"{truth.value:.6g}"
    if "record" in text:
        top = case.line.close[case.line.priced :].max()
        return verdict(one, "record", case.line.close[-1] == top, f"{top:.8g}")
    banded = wording.in_band(text, truth.value)
    if banded is None and fact.unit == "percentile":
        banded = wording.in_rank(text, truth.value)
    if banded is not None:
        return verdict(one, "band", banded, true)
    if text.startswith("the very "):
        end = 100.0 if text.endswith("top") else 0.0
        return verdict(one, fact.metric, truth.value == end, true)
    return unchecked(one, fact.metric, "no such word")


def method(case: Case, one: Printed, fact: LevelFact) -> Verdict:
    """A level's method, or its place in the table counted from the close."""
    price, text = case.price(fact), one.text
    placed = re.fullmatch(r"(Support|Resistance) (\d)", text)
    if placed is None:
        words = {"high": "highest", "low": "lowest"}
        near = text in fact.method or words.get(text, "-") in fact.method
        return verdict(one, "method", near, fact.method)
    side = [
        case.price(level)
        for level in case.ledger.facts
        if isinstance(level, LevelFact)
        and level.metric == fact.metric == placed[1].lower()
        if level.subject == fact.subject
    ]
    closer = sum(
        abs(one - case.line.close[-1]) < abs(price - case.line.close[-1])
        for one in side
    )
    return verdict(one, "place", str(closer + 1) == placed[2], str(closer + 1))


def vendor(case: Case, one: Printed, fact: PriceFact) -> Verdict:
    """Where prices are from, against the manifest of the price folders."""
    names = re.match(r"(\S+) from ([\w ]+?), (.+)$", one.text)
    if names is None or names[1] not in case.moment.shelf.files:
        return unchecked(one, "vendor", "no such words")
    _, told = case.moment.shelf.files[names[1]]
    by = told.get("adjusted_for", "unknown")
    how = "not adjusted" if by == "none" else f"adjusted for {by}"
    near = names[2] == told.get("vendor") and names[3] == how
    return verdict(one, "vendor", near, f"{told.get('vendor')}, {how}")


def leaning(case: Case, one: Printed, fact: PriceFact) -> Verdict:
    """A part of a score by its name, on the side for which the sentence counts it."""
    truth = case.truth(fact)
    assert truth, fact.id
    part = scores.WORDS[fact.metric.partition(".")[2]]
    if one.text.lower() != part:
        return verdict(one, "word", False, part)
    if fact.metric.startswith("threat"):
        return right(one, fact.metric)
    return sided(one, fact.metric, truth.value)


def sided(one: Printed, metric: str, value: float) -> Verdict:
    """A part on the side for which the sentence counts it: up from 60, down to 40.

    Where the sentence says neither in words known here, one that leans is let be.
    """
    said = SIDE.search(one.around[one.at :])
    if said is None and "speak" in one.around:
        said = SIDED.search(one.before)
    if said is None:
        return right(one, metric)
    near = {"for": value >= 60, "against": value <= 40, "neither": 40 < value < 60}
    return verdict(one, metric, near[said[1].lower()], f"{value:.6g}")


SIDE = re.compile(r"^[^;.]*?speaks? (for|against|neither)\b")
SIDED = re.compile(r"\b(for|against) (?:it|them)\b[^;,.]*$", re.IGNORECASE)
