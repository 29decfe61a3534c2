"""Tickers: `(NYSE: KO)`, `(KO)`, `$KO`, `KO:NYSE`, `NASDAQ:AAPL`, `AAPL.O`."""

import re
from collections.abc import Iterator, Mapping

EXCHANGES = (
    r"NYSE(?: ?(?:American|Arca|MKT))?|NYSEARCA|NYSEAMERICAN|NYSEMKT|"
    r"N[Aa][Ss][Dd][Aa][Qq](?:GS|GM|CM)?|AMEX|ARCA|OTC\w*|C[Bb][Oo][Ee]|BATS|TSXV?|"
    r"LON|LSE|AIM|ASX|NSE|BSE|HKG|HKEX|SEHK|TSE|TYO|ETR|XETRA|FRA|EPA|BIT|BME|SWX|AMS|"
    r"KRX|TPE|SGX|BINANCE|BYBIT|COINBASE|KRAKEN|JSE|STO|CPH|HEL|OSE|TADAWUL"
)
SYMBOL = r"[A-Z0-9]{1,6}(?:[.-][A-Z]{1,2})?"
PAIR = r"[A-Z0-9]{1,6}(?:[.-][A-Z]{1,2})?|[A-Z0-9]{7,12}"  # "BINANCE:AVAXUSDT"
CASHTAG = re.compile(r"\$([A-Z]{1,5}(?:[.-][A-Z](?!\w))?)(?![\w$%])")
BRACKET = re.compile(
    rf"\((?:(?P<home>{EXCHANGES})\s?:\s?)?\$?(?P<symbol>{SYMBOL})"
    rf"(?:\s?:\s?(?P<abroad>{EXCHANGES}))?\)"
)
BEFORE = re.compile(rf"\b(?P<home>{EXCHANGES})\s?$")
AFTER = re.compile(rf"\s?(?P<symbol>{PAIR})(?![\w&])")
OF = re.compile(rf"\s?(?P<home>{EXCHANGES})\b")
LAST = re.compile(rf"(?<![\w.$&])(?P<symbol>{SYMBOL})\s?$")
# The endings of our ids of what an exchange lists; TSE is Tokyo's and Toronto's.
HOMES = {
    "TSX": "TO", "TSXV": "TO", "LON": "L", "LSE": "L", "AIM": "L", "ASX": "AX",
    "NSE": "NS", "BSE": "NS", "HKG": "HK", "HKEX": "HK", "SEHK": "HK", "TSE": "T TO",
    "TYO": "T", "ETR": "DE", "XETRA": "DE", "FRA": "DE", "EPA": "PA", "BIT": "MI",
    "BME": "MC", "SWX": "SW", "AMS": "AS", "KRX": "KS", "TPE": "TW", "SGX": "SI",
    "JSE": "JO", "STO": "ST", "CPH": "CO", "HEL": "HE", "OSE": "OL", "TADAWUL": "SR",
}  # fmt: skip
# Endings of Reuters codes and of Yahoo's symbols, after the dot.
ENDINGS = frozenset(
    "A AS AX BO BR CO DE F HE HK IS JK JO K KL KS L MC MI N NS O OL OQ PA SA SI SR SS "
    "ST SW SZ T TA TO TW VI".split()
)
DOTTED = re.compile(r"\.([A-Z]{1,2})(?![\w])")
# In brackets these are abbreviations of something else, unless an exchange is named.
WORDS = frozenset(
    "AI ALL AM AN ANY API AR ARE AS ASAP AT BE BIG BY CAN CAR CD CE CEO CFO CIA COO "
    "CTO DNA DO EU EV EVS FAQ FBI FOR FREE FUN G GO GDP GPS HE HER HOPE HR HUD ICE ID "
    "IP IPO IRS IT IVF KEY LA LIVE LNG LOVE MAIN MAN MD ME ML MS NATO NGO NO NOW NY "
    "OC OF OK ON ONE OPEN OR OUT PC PCE PHD PM PR PS R RUN SAFE SEE SF SHE SO SUN TV "
    "UAE UK UN UP US USA USD VIDEO VS WE WELL WHO WORK X XL YOU ADP CPI PMI PPI ETF "
    "ETFS AUM B2B ESG M&A MA NASA TIP UPDATE COVID ACT NET ED BR CC DD DC SE TEAM COST "
    "EAT BEAT FAST POST GOOD HAS LOW PLAY REAL TRUE CASH GAIN LAND LIFE WORK SAVE "
    "CART CAKE JACK POOL FANG LITE HOOD BULL RIOT YELL DISH GRAB BIRD ALLY SNAP "
    "SHIB RIDE ROOT LAZY PETS LULU SPOT DASH HAWK DECK CARR WING SHAK COIN GEN".split()
)


Found = Iterator[tuple[int, int, int, int, str]]


def tickers(text: str, known: Mapping[str, str]) -> Found:
    """Where the tickers of a text stand, how far the whole mark reaches, and whose.

    `(begin, end, left, right, id)`: from left to right stand the exchange too. In
    brackets a single letter, or a word, needs its exchange; `known` maps ticker to id,
    and "<ticker>." to what only an exchange abroad lists. The id is empty where the
    exchange is named and the ticker is not known there.
    """
    at = -1
    while (at := text.find("$", at + 1)) >= 0:
        yield from _cashtag(text, at, known)
    at = -1
    while (at := text.find("(", at + 1)) >= 0:
        yield from _bracket(text, at, known)
    at = -1
    while (at := text.find(":", at + 1)) >= 0:
        if text[at - 1 : at].isupper():
            yield from _colon(text, at, known)
    at = -1
    while (at := text.find(".", at + 1)) >= 0:
        if text[at - 1 : at].isupper() and text[at + 1 : at + 2].isupper():
            yield from _dotted(text, at, known)


def _cashtag(text: str, at: int, known: Mapping[str, str]) -> Found:
    match = CASHTAG.match(text, at)
    name = known.get(match[1]) if match else None
    if match and name and not text[at - 1 : at].isalnum():
        yield match.start(1), match.end(1), at, match.end(1), name


def _bracket(text: str, at: int, known: Mapping[str, str]) -> Found:
    match = BRACKET.match(text, at)
    if not match:
        return
    symbol, listed = match["symbol"], match["home"] or match["abroad"]
    name = ""
    if listed:
        name = _listed(symbol, listed, known)
    elif _is_plain(symbol):
        name = known.get(symbol) or known.get(f"{symbol}.", "")
    if name or listed:
        yield *match.span("symbol"), at, match.end(), name


def _listed(symbol: str, exchange: str, known: Mapping[str, str]) -> str:
    """What that exchange lists under a ticker: abroad "TAL" is another than at home."""
    home = HOMES.get(exchange.upper())
    if home is None:
        return known.get(symbol, "")
    shown = symbol.zfill(4) if home == "HK" else symbol
    ids = (known.get(f"{shown}.{ending}", "") for ending in home.split())
    return next((one for one in ids if one), "")


def _is_plain(symbol: str) -> bool:
    return len(symbol) > 1 and symbol not in WORDS and not symbol.isdigit()


def _colon(text: str, at: int, known: Mapping[str, str]) -> Found:
    """`NASDAQ:AAPL`, `KO:NYSE`, outside of brackets as within."""
    home = BEFORE.search(text, max(0, at - 16), at)
    if home and (match := AFTER.match(text, at + 1)):
        name = _listed(match["symbol"], home["home"], known)
        if text[home.start() - 1 : home.start()] != "(":
            yield *match.span("symbol"), home.start(), match.end("symbol"), name
        return
    of = OF.match(text, at + 1)
    if of and (match := LAST.search(text, max(0, at - 9), at)):
        mine = _listed(match["symbol"], of["home"], known)
        if mine and text[match.start() - 1 : match.start()] != "(":
            yield *match.span("symbol"), match.start(), of.end(), mine


def _dotted(text: str, at: int, known: Mapping[str, str]) -> Found:
    """`AAPL.O`, `RELIANCE.NS`; not the end of an abbreviation such as "U.S"."""
    ending, symbol = DOTTED.match(text, at), LAST.search(text, max(0, at - 8), at)
    if not (ending and symbol and ending[1] in ENDINGS and len(symbol[1]) > 1):
        return
    name = known.get(f"{symbol[1]}.{ending[1]}") or (
        known.get(symbol[1]) if ending[1] in {"O", "OQ", "N", "K", "A"} else None
    )
    if name:
        yield symbol.start(1), ending.end(), symbol.start(1), ending.end(), name
