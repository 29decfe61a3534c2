"""Whether a headline is about markets or the economy, and if not, why.

What speaks for markets is weighed against what speaks of one other subject: listed
phrases, two words that are news side by side ("sales fell", "to close shops"), names,
the publisher's own name. The shorter the summary, the more the title counts. The
weights were set by hand on 1,200 labelled headlines of one day: a tenth more or less of
any costs at most one of a hundred of their verdicts. A regression on every word besides
gained one or two of a hundred on labels it had not seen, too little for a table of
3,600 weights; it showed which words the lists lacked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.model.news import Headline, Mention
from generator.stories import (
    filedwords,
    marketwords,
    otherwords,
    pairwords,
    soldwords,
)
from generator.stories.languages import ENGLISH, unread
from generator.stories.phrases import Hit, folded, hits, phrases
from generator.stories.scraps import lead_of

COPY = "copy"  # how the reason opens for text that is sold or filed
LONGEST = 400  # characters of a title that are read: a longer one is no title
LEAD = 300  # characters of a summary that count
SHORT = 180  # letters of a summary from which a title is worth no more than TITLE
TITLE = 2.0  # a word of the title against a word of the summary
ALONE = 6.0  # the same where there is no summary; between the two, in proportion
APART = 3.5  # the same where the summary shares no word with it: it may be another's
MUTE = 0.5  # less than this, and a title says nothing of markets by itself
FAR = 0.3  # a word of a summary that shares none with such a title
STEM = 4  # letters by which two words are one
ENOUGH = 5.0  # a strong phrase of the title, and one more there or two in the summary
LISTS = {  # what a phrase of each list is worth, and how many count
    "strong": (1.5, 3), "plain": (0.6, 3), "medium": (0.4, 3),
}  # fmt: skip
PAIRED = 1.0  # two words that are news side by side, such as a measure and its move
PAIRS = 2  # how many such pairs count
NEAR = 30  # letters between the two: four words or so
PRICED = 0.5  # an amount of money
KNOWN = 0.4  # a company that the desk knows
CROWD = 1.0  # two or more of them in one text: news of business nearly always
DONE = 1.0  # a company, and what companies do
PUBLISHERS = {  # of markets or business; of paid releases; of shares to buy
    "paper": 1.0, "wire": -3.0, "tipster": -0.5,
}  # fmt: skip
AWAY = 0.6  # a word of another subject
FAINT = 0.4  # a word of those that papers about business use too
SOFTLY = 5.0  # a press release or a column
FEW = 3  # words that a reason quotes
WORTHS = {  # what a named instrument is worth, by its kind
    "index": 1.5, "volatility": 1.5, "rate": 1.5, "currency": 1.5, "commodity": 0.75,
    "coin": 0.75, "etf": 1.0,
}  # fmt: skip
OFFICIAL = 1.5  # a named release, central bank, exchange or body of finance
MACRO = frozenset(
    "fed ecb boe boj boc rba rbnz rbi snb pboc bok hkma mas bank-indonesia bot "
    "bank-negara bsp riksbank norges-bank bundesbank bank-of-france bank-of-italy "
    "bank-of-spain bank-of-russia banxico bcb cbrt cbn sarb boi bis imf wto opec iea "
    "nyse tse lse nse bse hkex sse szse euronext asx jse sgx lme comex nymex sebi csrc "
    "sp-ratings moodys-ratings fitch eia bea bls".split()
)

MARKET = phrases(marketwords.TABLES | pairwords.TABLES | otherwords.OTHERS)
SOLD = phrases(filedwords.TITLES | soldwords.TITLES)
SOLD_LEAD = phrases(filedwords.SUMMARIES | soldwords.SUMMARIES)
PRINTED = phrases(
    {
        "paper": marketwords.PAPERS,
        "wire": marketwords.WIRES,
        "tipster": marketwords.TIPSTERS,
    }
)
# What a market's words may outweigh: releases and columns can hold news.
SOFT = frozenset(
    {"press release", "advice column", "ticker of a column or bot", "startup round"}
)
COURTS = "courts"
NO_MARKET = "names no market"
TRADED = frozenset({"instrument", "company", "release"})
BROAD = frozenset({"promotion", "advice"})  # subjects whose words are faint
# What a reader of a chart site puts behind the title of a post.
POSTED = re.compile(r"\bfor [A-Z_]+:[A-Z0-9._!]+ by\b")
# The ticker that a column, a bot or a release puts into a title.
TICKED = re.compile(r"\((?:NYSE|NASDAQ|AMEX|BATS|OTC|TSX|CSE|LON|LSE|ASX|BIT)[^)]*\)")
# A publisher's name behind a title.
SIGNED = re.compile(
    r"\s+[-|\u2013\u2014]\s+(?:(?:[A-Z\d][^\s|\u2013\u2014]*|and|of|the|for|&)(?:\s+|$)){1,6}$"
)
WORDY = 4  # words that a title keeps when a name is taken off


def aside(
    headline: Headline,
    title: tuple[Mention, ...],
    lead: tuple[Mention, ...],
    kinds: Mapping[str, str],
) -> str | None:
    """Why a headline is set aside; None if it is about markets or the economy.

    `title` and `lead` are the names in its title and summary, `kinds` tells what each
    instrument is. The reason is a kind ("copy", "sport", "names no market", ...) and
    the words that decided.
    """
    top = folded(unsigned(headline.title[:LONGEST]))
    summary = headline.summary[:LEAD]
    rest = folded(lead_of(headline.summary, LEAD))
    reason = unread(f"{headline.title[:LONGEST]} {summary}")
    whole = folded(headline.title[:LONGEST])  # "Acme plc - Total Voting Rights"
    sold = [*hits(whole, SOLD), *hits(rest, SOLD_LEAD), *_ticked(headline.title)]
    if reason or (reason := _sold(headline, sold)):
        return reason
    first, second = hits(top, MARKET), hits(rest, MARKET)
    alone = TITLE + (ALONE - TITLE) * max(0.0, 1 - len(rest) / SHORT)
    said, beside = _worth(first, title, kinds), 1.0
    if alone < APART and _are_apart(top, rest):
        alone, beside = APART, FAR if said < MUTE else 1.0
    worth = alone * said + beside * _worth(second, lead, kinds)
    worth += _printed(headline.publisher)
    others = _others(first, second, sold, alone)
    if any(_is_company(one, kinds) for one in title):
        others.pop(COURTS, None)  # a company before a judge is news of the company
    why = _judged(worth, others)
    named = [one.text for one in title if one.kind in TRADED]
    if why == NO_MARKET and named:
        return f"too little about markets: {', '.join(dict.fromkeys(named))}"
    return why


def _are_apart(title: str, summary: str) -> bool:
    """Whether a summary shares no word with its title: it is of another article."""
    return not _stems(title) & _stems(summary)


def _stems(text: str) -> set[str]:
    """The beginnings of a text's words, without the shortest and the commonest."""
    words = {word for word in text.split() if len(word) >= STEM} - ENGLISH
    return {word[:STEM] for word in words}


def unsigned(title: str) -> str:
    """A title without the names of publishers that stand behind it."""
    while signed := SIGNED.search(title):
        if len(title[: signed.start()].split()) < WORDY:
            break
        title = title[: signed.start()]
    return title


def _ticked(title: str) -> Iterator[Hit]:
    """The ticker in brackets that a title holds."""
    if " - " not in title and (found := TICKED.search(title)):
        yield Hit(("ticker of a column or bot",), found.group(), found.start())


@lru_cache(maxsize=4096)
def _printed(publisher: str) -> float:
    """What a publisher's name says of whether it prints news of markets."""
    labels = {label for hit in hits(folded(publisher), PRINTED) for label in hit.labels}
    return min((PUBLISHERS[label] for label in labels), default=0.0)


def _sold(headline: Headline, sold: Sequence[Hit]) -> str | None:
    """What kind of copy a text is beyond doubt, and by which words."""
    if posted := POSTED.search(headline.title[:LONGEST]):
        return f"{COPY}: trade signal ({posted.group()})"
    hard = next((hit for hit in sold if hit.labels[0] not in SOFT), None)
    return f"{COPY}: {hard.labels[0]} ({hard.phrase})" if hard else None


def _worth(
    found: Sequence[Hit], names: tuple[Mention, ...], kinds: Mapping[str, str]
) -> float:
    """How much a title or a summary speaks of markets."""
    listed: dict[str, set[str]] = {name: set() for name in LISTS}
    places: dict[str, list[int]] = {}
    for hit in found:
        if hit.labels[0] in listed:
            listed[hit.labels[0]].add(hit.phrase)
        for label in hit.labels:
            places.setdefault(label, []).append(hit.at)
    worth = sum(
        each * min(len(listed[name]), most) for name, (each, most) in LISTS.items()
    )
    companies = len({one.id for one in names if _is_company(one, kinds)})
    known = companies > 0
    firm = known or "firm" in places
    worth += KNOWN * known + CROWD * (companies > 1) + PRICED * ("money" in places)
    worth += PAIRED * min(_pairs(places), PAIRS)
    done = "deed" in places or (known and ("move" in places or COURTS in places))
    return worth + DONE * (firm and done) + _named(names, kinds)


def _is_company(name: Mention, kinds: Mapping[str, str]) -> bool:
    return name.kind == "company" or kinds.get(name.id) == "stock"


def _pairs(places: Mapping[str, Sequence[int]]) -> int:
    """How many kinds of pairs stand side by side: "sales fell", "to close shops"."""
    pairs = ((one, other) for one, other in pairwords.PAIRS if one in places)
    return sum(_are_near(places[one], places.get(other, ())) for one, other in pairs)


def _are_near(first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether any of two words' places are near each other, but not the same."""
    return any(0 < abs(one - other) <= NEAR for one in first for other in second)


def _named(names: Iterable[Mention], kinds: Mapping[str, str]) -> float:
    """What the names are worth, the weightiest counted."""
    worths = [WORTHS.get(kinds.get(one.id, ""), 0.0) for one in names]
    worths += [OFFICIAL for one in names if one.kind == "release" or one.id in MACRO]
    return max(worths, default=0.0)


def _others(
    first: Sequence[Hit], second: Sequence[Hit], sold: Sequence[Hit], alone: float
) -> dict[str, tuple[float, list[str]]]:
    """How much a headline speaks of each other subject, and by which words."""
    others: dict[str, tuple[float, list[str]]] = {}
    for weight, found in ((alone, first), (1.0, second)):
        subjects = ((s, h.phrase) for h in found for s in h.labels)
        pairs = dict.fromkeys(one for one in subjects if one[0] in otherwords.OTHERS)
        for subject, word in pairs:
            worth, words = others.get(subject, (0.0, []))
            each = weight * (FAINT if subject in BROAD else AWAY)
            others[subject] = (worth + each, [*words, word])
    for hit in sold:
        others[f"{COPY}: {hit.labels[0]}"] = (SOFTLY, [hit.phrase])
    return others


def _judged(worth: float, others: Mapping[str, tuple[float, list[str]]]) -> str | None:
    """The reason by what speaks for markets and what for other subjects."""
    subject = max(others, key=lambda one: (others[one][0], one), default="")
    away, words = others.get(subject, (0.0, []))
    if worth - away >= ENOUGH:
        return None
    if not subject:
        return NO_MARKET
    told = ", ".join(list(dict.fromkeys(words))[:FEW])
    if subject.startswith(COPY):
        return f"{subject} ({told})"
    if worth >= ENOUGH:
        return f"speaks more of other things: {subject} ({told})"
    return f"{subject}: {told}" if away >= TITLE * AWAY else NO_MARKET
