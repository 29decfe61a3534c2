"""Numbers: figures that claims bind, each by the kind of its Fact."""

import re

from bench.second import printed
from bench.second.case import Case, metric_of, pulse, source_of, threat, tone
from bench.second.sheet import Printed
from bench.second.verdict import Verdict, right, unchecked, verdict, wrong
from generator.model.facts import (
    CountFact,
    Fact,
    LevelFact,
    PriceFact,
    QuotedFact,
    ScoreFact,
)

OUT_OF = {"pulse": "/100", "threat": "/5"}


def figure(case: Case, one: Printed, fact: Fact | None) -> Verdict:
    """A figure against its Fact's value, recomputed."""
    if isinstance(fact, PriceFact):
        return of_price(case, one, fact)
    if isinstance(fact, LevelFact):
        return of_level(case, one, fact)
    if isinstance(fact, ScoreFact):
        return of_score(case, one, fact)
    if isinstance(fact, QuotedFact):
        return quoted(case, one, fact)
    if isinstance(fact, CountFact):
        return counted(one, fact)
    return unchecked(one, metric_of(fact, one), "no Fact")


def of_price(case: Case, one: Printed, fact: PriceFact) -> Verdict:
    """A computed figure; `about` before it lets it be a whole number near."""
    told, truth = printed.read(one.text), case.truth(fact)
    if told is None and not re.search(r"\d", one.text):
        return unchecked(one, fact.metric, "no number")
    if told is None:
        return wrong(one, fact.metric, "", "no figure is printed so")
    if truth is None:
        return wrong(one, fact.metric, "none", "there is no such thing to tell")
    value = truth.value
    if fact.unit == "percentile" and not told.decimals:
        value = printed.percentile(value)
    near = printed.is_printed(told, value, about=is_about(one))
    return verdict(one, fact.metric, near, f"{truth.value:.8g}")


def is_about(one: Printed) -> bool:
    """Whether the word "about" stands before a figure."""
    return one.before.rstrip().lower().endswith("about")


def of_level(case: Case, one: Printed, fact: LevelFact) -> Verdict:
    """A level's price, its distance in percent, or in ATRs."""
    told, line = printed.read(one.text), case.moment.line(fact.subject)
    if told is None or line is None:
        return unchecked(one, fact.metric, "no number")
    price, close = case.price(fact), float(line.close[-1])
    value = price
    if told.is_percent:
        value = price / close - 1
    elif told.decimals == 1:
        value = (price - close) / line.atr
    sided = (price < close) == (fact.metric == "support") or fact.metric == "level"
    within = abs(price - close) <= 5 * line.atr * (1 + 1e-9)
    near = printed.is_printed(told, value) and sided and within
    return verdict(one, fact.metric, near, f"{value:.8g}")


def of_score(case: Case, one: Printed, fact: ScoreFact) -> Verdict:
    """Pulse, Threat, the news tone, or the Pulse that the note before printed."""
    told = printed.read(one.text)
    if told is None:
        return unchecked(one, fact.id, "no number")
    value = {"pulse": pulse, "threat": threat, "news.tone": tone}[fact.id](case, fact)
    near = printed.is_printed(told, value) and told.tail in (
        "",
        OUT_OF.get(fact.id, ""),
    )
    return verdict(one, fact.id, near, f"{value:.8g}{OUT_OF.get(fact.id, '')}")


def quoted(case: Case, one: Printed, fact: QuotedFact) -> Verdict:
    """A figure of a headline: word for word where its own text has it."""
    source = source_of(case, fact.source)
    if source is None:
        return wrong(one, "quoted", "none", f"no source {fact.source} is listed")
    text = f"{source.title}\n{source.summary}"
    return verdict(one, "quoted", one.text in text, "the headline's own text")


def counted(one: Printed, fact: CountFact) -> Verdict:
    """A count of headlines or publishers: the listed ones are no more than it."""
    told = printed.read(one.text)
    if told is None:
        return unchecked(one, fact.metric, "no number")
    same = printed.is_printed(told, fact.value) and len(fact.sources) <= fact.value
    if not same:
        return wrong(one, fact.metric, f"{fact.value:g}", "not the count of the ledger")
    whole = len(fact.sources) == fact.value
    return right(one, fact.metric) if whole else unchecked(one, fact.metric, "no list")
