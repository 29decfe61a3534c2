"""Plain words that are a part of a name, and names that are plain words."""

# Names in two words of which each is a plain one.
PAIRS = frozenset(
    """
    wall street|main street|white house|silicon valley|middle east|big tech|prime day|
    black friday|cyber monday|independence day|labor day|labour day|boxing day|
    new year|world bank|supreme court|european union|united states|united kingdom|
    hong kong|federal reserve|central america|latin america|north america|
    south america|north sea|gulf coast|west africa|east africa|south africa|
    north korea|south korea|state street|chicago fed|new york fed|bay street|
    dalal street|fleet street|downing street|capitol hill|oval office|dow jones|
    hang seng|golden week
    """.replace("\n    ", "").split("|")
)
RAISED = frozenset("fed treasuries congress senate brexit".split())
TREASURY = frozenset(
    "yield yields secretary bond bonds department bills bill market markets auction "
    "auctions futures official officials securities prices note notes chief".split()
)
OF_NAMES = frozenset(
    "university bank department ministry institute state council board court "
    "city".split()
)
FIRST = frozenset(
    "national general united royal federal first great super blue black red city state "
    "new global standard central social international".split()
)
COINED = frozenset(
    "dollar rupee pound yen euro yuan ruble rouble peso sterling".split()
)
LISTED = frozenset("shares stock stocks net profit futures".split())
CHAMBER = frozenset("gop panel committee republicans democrats speaker bill".split())
CORPORATE = frozenset(
    "inc corp co ltd plc ventures holdings capital group partners corporation".split()
)
# Short forms that prose spells out.
SHORT = {"govt": "government", "gov't": "government", "govt's": "government's"}
FIRMS = frozenset(
    """
    foods brands capital group holdings energy financial resources partners silver gold
    mining pharma health healthcare bank bancorp bankshares technologies systems motors
    airlines air materials realty properties trust labs networks media entertainment
    industries international global solutions ventures company corp inc ltd plc
    insurance securities management aerospace sciences therapeutics power oil petroleum
    steel games studios hotels resorts stores point electric electronics semiconductor
    devices minerals metals lithium copper uranium royalty pharmaceuticals biotech
    biosciences bio medical software digital interactive communications wireless
    logistics shipping maritime marine cement chemicals paints auto automotive finance
    financials advisors associates investments asset wealth investment infrastructure
    infra projects realtors builders homes estates farms water waste services express
    lines land river rock stone tech pro bitcoin treasury standard star sun bull
    corporation limited co nv ag sa platforms robotics quantum rare earth cruise
    restaurants grill commerce coffee brewing beverages spirits pure store depot drug
    drugs industrial engineering
    """.split()
)
