"""A title without its labels, teasers and tails: the stretch of it that states."""

import re
from dataclasses import dataclass
from typing import Literal

DASH = re.compile(r"\s+(?:-{1,2}|[\u2013\u2014\u2015])\s+|(?<=\w)\s?\u2014\s?(?=\w)")
PIPE = re.compile(r"\s*[|\u00b7\u2022]\s*")
# What stands before a colon or a dash and says nothing of what happened.
LABEL = re.compile(
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|BRIEF|EXCLUSIVE|EMERGING MARKETS|"
    r"TREASURIES|FOREX|PRECIOUS|GLOBAL MARKETS|US STOCKS)\s?\d*-(?=\S)|"
    r"(?:Instant View|Exclusive|EXCLUSIVE|Breaking|BREAKING|BREAKING NEWS|"
    r"Breaking News|"
    r"Just In|JUST IN|Update|UPDATE(?: \d+)?|Updated|Watch Live|Live|LIVE|Live updates|"
    r"Stock Market Today|Stock market today|Stock Market News|Market Wrap|Markets Wrap|"
    r"Wall Street today|Closing Bell|Closing bell|Opening Bell|Stock Market Live|"
    r"Stock market live|Share Market Today|Share market today|Stock Markets|Markets|"
    r"Market Close|Market close|Asian markets|Mideast Stocks|Crypto News|Crypto Today|"
    r"Stock Market|Stock market|FX Daily|News|Stocks to watch|Global Markets|"
    r"Global markets|Asia Markets|European stocks|Business|Economy|Finance|Report|"
    r"Commodities|Weekly Economic Snapshot|S&P 500 Snapshot|Market Snapshot|"
    r"Morning Bid|Premarket|Pre-market|Forex Today|Forex|Currencies|Oil|Gold|"
    r"[A-Z]{3}/[A-Z]{3}|[A-Z]{3}/[A-Z]{3} Price Forecast|Crypto|Bitcoin News|"
    r"Sensex today|Nifty today|Sensex Today|Q[1-4] results|Q[1-4] Results|Update)"
    r"\s?(?::|\||-\s|\u2013\s|\u2014\s))\s*"
)
SECTION = re.compile(  # after the last dash or bar: who printed it
    r"(?:.*\b(?:News|Times|Post|Herald|Chronicle|Mirror|Daily|Today|Journal|Magazine|"
    r"Newspaper|Gazette|Tribune|Telegraph|Guardian|Express|Reuters|Bloomberg|CNBC|"
    r"CNN|BBC|Forbes|Fool|Markets?|Investing|Online|Live|Media|Press|Observer|Review|"
    r"Insider|Weekly|Wire|Report(?:er)?|TV|TV18|Africa|Radio|Network|Business|Canals|"
    r"Headlines|World|Profit|Economy|Technology|Politics|Finance|Companies|Stocks?|"
    r"Watch|Cryptopolitan|CryptoRank\.io|Crypto|mint|Mint|Line|Standard)\b.*|"
    r"[\w-]+\.(?:com|net|org|io|co|in|uk|ng|my|news)\b.*|.*[\w]\.(?:com|net|org|io)|"
    r"[A-Z][\w.-]*)$"
)
# After a colon, a dash or a stop: what the page has, not what happened.
TEASER = re.compile(
    r"(?:here(?:'|\u2019)?s|here are|here is|what (?:it|to|you|this|we|do)|why\b|how\b|"
    r"live (?:updates|blog)|details (?:here|inside)|check\b|know\b|see\b|find out|"
    r"read\b|all you|everything|full (?:list|story|details)|explained|details\b|"
    r"what(?:'|\u2019)s|key (?:takeaways|levels|things)|more inside|watch\b|"
    r"should you|is it|technical analysis|chart(?:s)? of|in charts)",
    re.IGNORECASE,
)
TICKER = re.compile(
    r"\s?\((?:(?:NYSE|NASDAQ|NasdaqCM|NasdaqGS|NasdaqGM|LON|TSX|TSE|SEHK|OTC|OTCMKTS|"
    r"ASX|AMEX|NYSEARCA|BOM|NSE|JSE|LSE|FRA|ETR|EPA)\s?:\s?[\w.]+(?:, ?[\w.:]+)*|"
    r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?|[A-Z]{2,5}-[A-Z]{1,4})\)"
)
ASIDE = re.compile(
    r"\s?[(\[](?:technical analysis|video|updated?|upd\.|live|podcast|exclusive|"
    r"opinion|preview|photos|graphic|rating upgrade|rating downgrade|[1-4]/[1-4])[)\]]",
    re.IGNORECASE,
)
SOURCE = re.compile(  # who says it, at the end
    r"(?:(?:govt|government|company|industry|trade|US|U\.S\.) )?(?:sources?|officials?|"
    r"report|reports|survey|poll|study|data|minister|ministry|analysts?|economists?|"
    r"traders?|regulator|filing|documents?|spokesman|spokesperson|experts?)|"
    r"(?:(?:[A-Z][\w&.'\u2019-]*|of|and|finance|energy|foreign|trade|prime|central|bank|"
    r"country|economy|oil|co-founder) ){0,4}"
    r"(?:CEO|CFO|COO|president|chief|chairman|minister|governor|report|survey|poll|"
    r"study|sources?|officials?|analysts?|calculations?|analyst|economists?|data|"
    r"executive|administrator|spokesman|secretary|official|ministry|exec|boss)|"
    r"[A-Z][\w.&'\u2019-]*(?: [A-Z][\w.&'\u2019-]*){0,2}"
)
SAID_BY = re.compile(  # in small letters: no publisher is called so
    r"\b(?:sources?|officials?|report|survey|poll|study|calculations?|ministry|minister|"
    r"data|documents?|analysts?|economists?|regulator|governor|spokes\w+)$"
)
BROKEN = re.compile(
    r"\u2026|\.\.\.|\d\. \d|[#@<>{}=\\~^*_]|https?:|www\.|\?.*\?|\ufffd|\s{3,}|"
    r"(?:\d )?(?:Rs|INR) ?$"
)
EMOJI = re.compile(
    r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u2190-\u21FF\u25A0-\u25FF]"
)
FOREIGN = re.compile(r"[\u0370-\u1FFF\u2E80-\uD7FF\uF900-\uFDFF]")
# They turn to the reader, ask, tease or tell of oneself.
SPEAKS = re.compile(
    r"(?<![\w.])(?:I|I'm|I'd|I've|I'll|I\u2019m|I\u2019d|I\u2019ve|we|We|we're|We're|"
    r"we'll|"
    r"We\u2019re|our|Our|my|My|me|Me|you|You|your|Your|yours|you're|You're|you\u2019re|"
    r"let's|Let's|let\u2019s|[Hh]ere's|[Hh]ere\u2019s|[Hh]ere are|[Hh]ere is|"
    r"[Tt]his Is|"
    r"this is|WE|YOU|YOUR|MY|OUR)(?![\w.])"
)
ASKS = re.compile(
    r"(?:why|how|what|what's|what\u2019s|when|where|who|whose|which|is|are|was|were|do|"
    r"does|did|can|could|will|would|should|has|have|if|according|assessing|forget|"
    r"meet|inside|from|back|despite|amid|as|after|with|in|on|at|under|move over|"
    r"don't|don\u2019t|to|these|those|this|there|not|no|let|"
    r"evaluating|exploring|introducing|understanding|estimating|weighing|analyzing|"
    r"a look at|expect|buy|sell|never|please|stop|think|say|it's|it\u2019s|it|he|she|"
    r"they)"
    r"\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"(?:the |top |these |best )?"
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: \S+){0,4}? (?:stocks?|ways?|things?|reasons?|etfs?|funds?|tips|takeaways|"
    r"charts?|picks|shares|companies|mistakes|facts|questions|lessons|trends|cryptos|"
    r"coins|altcoins|names|plays|dividend|buys|steps|signs)\b.*\b(?:to|that|you|for|"
    r"with|we|worth|i|in|on|of)\b|top \d|best \S+ (?:stocks|etfs|funds)|top \S+ "
    r"(?:stocks|etfs|funds|news|picks|gainers)",
    re.IGNORECASE,
)
PICKED = re.compile(
    r"\b(?:to|worth) (?:buy|pick|watch|sell|know|consider|own|avoid)(?:ing)?\b"
    r"(?! (?:(?-i:[A-Z])|\$|\d|"
    r"stake|assets|unit|business|majority|\w+ stake))",
    re.IGNORECASE,
)
GLUED = re.compile(
    r"[a-z]-(?:sources?|documents?|report|officials?|WSJ|minister|paper)\b"
)
DANGLING = re.compile(
    r"\b(?:a|an|the|of|to|for|with|and|or|but|at|from|as|than|into|its|his|her|"
    r"their|is|are|was|were|may|could|will|this|that|after|amid)$",
    re.IGNORECASE,
)
CONTRARY = re.compile(
    r"\b(?:but|though|although|yet|however|despite|unless|if|not|no|except|only|never|"
    r"denies|false|without|while|whereas)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
QUOTED = {"'": "'", "\u2018": "\u2019", "\u201c": "\u201d", '"': '"'}
LONGEST = 180


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a title that states something: its place, and who says it.

    `source` is the place of a speaker that stood after a dash or a colon; `blank` are
    places within the stretch that are left out, as a ticker between brackets is.
    """

    start: int
    end: int
    source: tuple[int, int] | None = None
    blank: tuple[tuple[int, int], ...] = ()
    cut: Literal["", "teaser", "rest"] = ""


def stated(title: str, publisher: str = "") -> Stretch | None:
    """The stretch of a title that may be told as a clause; None where none may."""
    if len(title) > LONGEST or BROKEN.search(title) or FOREIGN.search(title):
        return None
    start = _after_labels(title)
    end, source = _before_tails(title, start, publisher)
    if end <= start:
        return None
    start, end, cut = _one_part(title, start, end)
    if source and cut:
        return None
    text = title[start:end]
    if _is_unfit(text):
        return None
    blank = [one.span() for one in (*TICKER.finditer(text), *ASIDE.finditer(text))]
    blank += [one.span() for one in EMOJI.finditer(text)]
    placed = tuple(sorted((start + a, start + b) for a, b in blank))
    return Stretch(start, end, source, placed, cut)


def _after_labels(title: str) -> int:
    start = 0
    while True:
        label = LABEL.match(title, start)
        if label is None:
            break
        start = label.end()
    while start < len(title) and (EMOJI.match(title, start) or title[start] == " "):
        start += 1
    return start


def _before_tails(
    title: str, start: int, publisher: str
) -> tuple[int, tuple[int, int] | None]:
    """Where what is stated ends, and the place of the speaker after it."""
    end = len(title.rstrip(" .!"))
    end += title.endswith((".S.", ".K."))
    if title[:end].count("!"):
        return start, None
    bar = next(
        (one for one in PIPE.finditer(title, start, end) if one.end() < end), None
    )
    if bar:
        end = bar.start()
    for last in reversed(list(DASH.finditer(title, start, end))):
        tail = title[last.end() : end]
        said = SAID_BY.search(tail) is not None
        dropped = not said and _is_publisher(tail, publisher)
        if tail and (TEASER.match(tail) or dropped):
            end = last.start()
            continue
        if SOURCE.fullmatch(tail):
            return last.start(), (last.end(), end)
        break
    speaker = re.search(r": (?=[^:]+$)", title[start:end])
    if (
        speaker
        and not TEASER.match(title, start + speaker.end())
        and SOURCE.fullmatch(title, start + speaker.end(), end)
    ):
        return start + speaker.start(), (start + speaker.end(), end)
    return end, None


def _is_publisher(tail: str, publisher: str) -> bool:
    lean, known = _lean(tail), _lean(publisher)
    if known and lean and (lean in known or known in lean):
        return True
    words = tail.split()
    long = len(words) > 1 or "." in tail
    return len(words) <= 6 and long and bool(SECTION.fullmatch(tail))


def _lean(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().removeprefix("the "))


def _one_part(
    title: str, start: int, end: int
) -> tuple[int, int, Literal["", "teaser", "rest"]]:
    """The first of several parts, where what follows takes nothing back from it."""
    cut: Literal["", "teaser", "rest"] = ""
    ends = [one.start() for one in DASH.finditer(title, start, end)]
    ends += [
        one.start() for one in re.finditer(r"[;:] |[.!] (?=[A-Z\d'\u2018])", title)
    ]
    for place in sorted(one for one in ends if start < one < end):
        if _is_abbreviation(title, place):
            continue
        rest = title[place:end].lstrip(" ;:.!-\u2013\u2014")
        teased = TEASER.match(rest) or rest.endswith("?")
        if title[place] == ":" and not teased:
            return start, start, cut  # who says it, or what it is about
        if not teased and CONTRARY.search(rest):
            return start, start, cut
        return start, place, "teaser" if teased else "rest"
    return start, end, cut


def _is_abbreviation(title: str, place: int) -> bool:
    if title[place] != ".":
        return False
    last = title[:place].rpartition(" ")[2]
    return len(last) == 1 or "." in last or last in {
        "Inc", "Corp", "Co", "Ltd", "St", "Mr", "Mrs", "Ms", "Dr", "vs", "No", "Gov",
        "Sen", "Rep", "Rs", "Jr", "Oct", "Nov", "Dec", "Jan", "Feb", "Aug", "Sept",
    }  # fmt: skip


def _is_unfit(text: str) -> bool:
    words = text.split()
    return (
        len(words) < 3
        or text.endswith("?")
        or "?" in text
        or not _is_balanced(text)
        or SPEAKS.search(text) is not None
        or ASKS.match(text) is not None
        or LISTED.match(text) is not None
        or PICKED.search(text) is not None
        or GLUED.search(text) is not None
        or text[0] in "'\u2018\u201c\""
        or DANGLING.search(text) is not None
        or text.isupper()
    )


def _is_balanced(text: str) -> bool:
    """Whether each quotation mark and bracket has its other, and encloses a little."""
    if text.count("(") != text.count(")") or text.count("[") or text.count("]"):
        return False
    if text.count('"') % 2 or text.count("\u201c") != text.count("\u201d"):
        return False
    opened = len(re.findall(r"(?<!\w)['\u2018](?=\w)", text))
    closed = len(re.findall(r"(?<=[\w.,!])['\u2019](?!\w)", text))
    possessive = len(re.findall(r"s['\u2019](?= )", text))
    return opened <= closed <= opened + possessive
