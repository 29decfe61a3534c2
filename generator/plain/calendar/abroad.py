"""Whose release a headline speaks of: America's, or another country's of that name."""

import re

# Countries, their people, capitals, central banks and statisticians.
ELSEWHERE = re.compile(
    r"\b(?:Africa\w*|Alberta|Algeria\w*|Argentin\w+|Asia\w*|Athens|Austral\w+|Austria\w*"
    r"|Bangkok|Bangladesh\w*|Bank of (?:Canada|England|Japan|Korea)|Beijing|Belgi\w+"
    r"|Berlin|BoC|BoE|BOE|BoJ|BOJ|Botswana|Brazil\w*|Brit\w+|Brussels|Bulgaria\w*|Bund"
    r"|Cairo|Canad\w+|Chile\w*|Chin\w+|Colombia\w*|Croatia\w*|Czech\w*|Danish|Delhi"
    r"|Denmark|Dubai|Dutch|ECB|Egypt\w*|Eskom|Estonia\w*|EU|EUR|Euro\w*|Finland|Finnish"
    r"|Franc(?:e|s)|Frankfurt|French|FTSE|GBP|German\w*|Ghana\w*|Greece|Greek|Gulf"
    r"|Hanoi|HICP|Hong Kong|Hungar\w+|Iceland\w*|India\w*|Indonesia\w*|Iran\w*|Iraq\w*"
    r"|Ireland|Irish|Israel\w*|Ital\w+|Jakarta|Jamaica\w*|Japan\w*|JPY|Kazakh\w*|Kenya\w*"
    r"|Kiwi|Korea\w*|Kuwait\w*|Lagos|Latvia\w*|Lithuania\w*|London|Madrid|Malaysia\w*"
    r"|Manila|Mexic\w+|Moody's India|Morocc\w+|Moscow|Mumbai|Netherlands|New Zealand"
    r"|Nifty|Nigeria\w*|Nikkei|Norw\w+|NZ|Oman\w*|ONS|Ontario|Ottawa|Pakistan\w*|Paris"
    r"|PBoC|PBOC|Peru\w*|Philippine\w*|Pol(?:and|ish)|Portug\w+|Qatar\w*|Quebec|RBA|RBI"
    r"|RBNZ|Riksbank|Riyadh|Romania\w*|Rome|Russia\w*|Rwanda\w*|Saudi|Scot\w+|Seoul"
    r"|Sensex|Serbia\w*|Shanghai|Singapore\w*|Slova\w+|Slovenia\w*|SNB|Spain|Spanish"
    r"|Sri Lanka\w*|Swed\w+|Swiss|Switzerland|Sydney|Taiwan\w*|Tanzania\w*|Thai\w*"
    r"|Tokyo|Toronto|Tunisia\w*|Turk\w+|UAE|Uganda\w*|UK|U\.K\.|Ukrain\w+|Uruguay\w*"
    r"|Venezuela\w*|Vienna|Vietnam\w*|Wales|Welsh|Zambia\w*|Zimbabwe\w*|\u00a3|\u20ac)"
    r"(?!\w)"
)
AT_HOME = re.compile(
    r"\b(?:US|USA|U\.S\.|USD|America\w*|United States|Fed(?:'s|\u2019s)?|FOMC|Powell"
    r"|Federal Reserve|Wall Street|Washington|BLS|Bureau of Labor Statistics"
    r"|Labor Department|Commerce Department|Treasury|Treasuries|S&P|Nasdaq|Dow"
    r"|White House)(?!\w)"
)
REACH = 120  # letters about a release in which its country is looked for


def is_abroad(text: str) -> bool:
    """Whether a text speaks of other countries only."""
    return bool(ELSEWHERE.search(text)) and not AT_HOME.search(text)


def is_foreign(before: str, after: str, *, whole: bool) -> bool:
    """Whether what stands nearest to a release is another country.

    The country before it counts, else the one after it, else that of the headline.
    """
    for text, last in ((before[-REACH:], True), (after[:REACH], False)):
        places = [(one.start(), True) for one in ELSEWHERE.finditer(text)]
        places += [(one.start(), False) for one in AT_HOME.finditer(text)]
        if places:
            return (max if last else min)(places)[1]
    return whole
