"""Nouns and names by the article they take, and by what may stand before them."""

import re

from generator.writing.clauses.nouns import MEASURED

# They stand before a noun in the plural: "a sales tax".
PLURAL_FIRST = frozenset(
    """
    sales earnings futures savings goods news sports services securities operations
    communications systems utilities semiconductors bonds arms jobs rights options
    options-market payments derivatives drugs stocks equities carbon-credits claims
    benefits relations affairs customs materials consumer-goods parts games electronics
    investments logistics emissions weapons products solutions pensions reserves imports
    exports tariffs sanctions rates rare-earths holdings markets
    """.split()
)
# One of an order or a degree: with "the".
RANKED = frozenset(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth last next same most
    only latest final main current previous original entire whole biggest largest
    highest lowest smallest fastest slowest strongest weakest best worst longest
    shortest steepest sharpest deepest widest narrowest busiest richest top former
    incoming outgoing ongoing proposed upcoming looming remaining late wrong right
    """.split()
)
BEST = frozenset(
    "biggest largest highest lowest smallest fastest slowest strongest weakest best "
    "worst longest shortest most fewest".split()
)
FRESH = frozenset("better higher lower new bigger weaker stronger record fresh".split())
# Times: after "last" or "next" they take no article.
TIMES = frozenset(
    """
    year month week quarter day night session summer winter spring autumn fall season
    decade century weekend january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
SEASONS = frozenset("summer winter spring autumn fall".split())
TIMED = frozenset("last next this each every one".split())
# Before "of" they take "a": one of them, or so much of it.
PARTS = frozenset(
    """
    host series wave string slew flurry flood pair trio set lot bit handful couple dozen
    variety spate barrage batch basket bunch burst raft range period kind type sort
    piece part portion stake shortage loss breach violation member share sign study ray
    review probe group list total mix combination number fraction quarter third half
    array profit income surplus deficit gain network team fleet world round source form
    symbol glimpse measure test matter
    """.split()
)
# Set phrases of a preposition and a noun, which take no article.
SET = frozenset(
    """
    at risk|at bay|at home|at work|at sea|at scale|at par|at parity|at cost|in place|
    in focus|in court|in office|in line|in debt|in cash|in trade|in demand|in play|
    in favour|in favor|in doubt|in limbo|in talks|in part|in turn|in return|in stock|
    in control|in charge|in response|in exchange|in question|on hold|on edge|on track|
    on course|on record|on board|on top|on average|on demand|on trial|on strike|
    on schedule|on sale|on alert|on pause|on show|on display|on air|on time|on watch|
    under pressure|under review|under way|under fire|under threat|under control|
    under scrutiny|under investigation|under strain|under attack|by mistake|
    by year-end|by end|by law|by phone|by mail|by choice|by force|by hand|by sea|
    by rail|by truck|for cover|for sale|for rent|for example|for good|for profit|
    for trial|to market|to work|to court|to date|to risk|to court|to school|to bed|
    to zero|to ground|to power|out of court|off guard|into place|into focus|into line|
    into default|into effect|in view|in state|in principle|into law|off track|
    on track|to space|in space|into space|at open|at close|on debut|at halt|
    to default|on default|in default|as collateral|as cover|in transit|at peak|
    in recession|into recession|of recession|from home|into office|out of office|
    in session|in history|into history|on paper|at face value|in trading|in value
    """.replace("\n    ", "").split("|")
)
OFFICES = frozenset(
    """
    ceo cfo coo cto chief chairman chairwoman president director head governor minister
    officer chair boss co-ceo chancellor premier secretary spokesman spokeswoman
    spokesperson founder co-founder cofounder economist strategist analyst manager
    partner
    """.split()
)
INSTITUTIONS = frozenset(
    """
    commission committee ministry department court senate parliament council authority
    board agency bureau union association administration government treasury army
    exchange institute federation chamber office organisation organization assembly
    cabinet republic states kingdom islands reserve service
    """.split()
)
HIRED = frozenset(
    """
    banker analyst strategist economist trader judge lawmaker senator official executive
    minister lawyer spokesman spokeswoman investor unit subsidiary
    """.split()
)
# What a country has: "India central bank" is India's.
OWNED = frozenset(
    """
    bank banks government economy output gdp growth exports imports inflation sales
    production sector regulator court parliament unemployment manufacturing pmi cpi ppi
    deficit surplus activity profits prices lenders factories consumers confidence
    president minister market exchange index currency
    """.split()
)
LINES = frozenset("level mark line barrier threshold handle milestone zone".split())
# What a company has: "Citigroup profit" is Citigroup's.
EARNED = frozenset("profit loss outlook forecast dividend margin net".split())
PERIOD = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|march|april)(?:-\w+)?|q[1-4]|[1-4]q|fy\d*|h[12]|(?:first|second|third|fourth)-quarter"
)
# What a company is told of by; other nouns after a strange name may be its last word.
TOLD_OF = (
    OFFICES
    | EARNED
    | MEASURED
    | frozenset(
        """
    stock deal bid ipo etf plan sale offer unit plant project product platform report
    result buyback takeover merger acquisition lawsuit contract partnership launch
    announcement stake order surge rally jump drop plunge crash explosion data-breach
    case chairman boss factory worker brand store app network token coin shareholder
    investor board family
    """.split()
    )
)
# The last word of many a firm's name, and what before it makes a plain noun of it.
BANKS = frozenset("bank point capital group holding trust house partner".split())
SORTS = frozenset(
    "central investment commercial savings big top private public venture human "
    "working global luxury white top-tier retail lending".split()
)
CURRENCIES = (" dollar", " rupee", " pound", " yen", " euro", " yuan", " ruble")
OF_NAMES = INSTITUTIONS | frozenset("university bank department ministry".split())
STOCKS = frozenset("stock etf".split())
LIGHT = frozenset(
    "take make lose gain give catch pay set hold keep find come leave go".split()
)
HOURS = frozenset("minutes hours days weeks months years".split())
IDIOMS = frozenset(
    """
    town public part place effect advantage aim way ground traction steam shape hold
    heart stock note control charge office root fire sail care notice court pace action
    """.split()
)
PLURALS = frozenset(
    "republican liberal conservative democrat saudi treasurie mercede".split()
)
