"""Adjectives, adverbs and the small words of headlines, and names that take "the"."""

ADJECTIVES = frozenset(
    """
    timely orderly costly scholarly able absolute abrupt accidental active actual
    additional adequate adjusted advanced adverse affordable aggressive agricultural
    ai-driven alleged alternative ambitious ample annual annualised annualized apparent
    applicable appropriate arbitrary artificial asian attractive automated automotive
    autonomous available average average-hourly awful bad bankrupt bare basic bearish
    beautiful beneficial best better big bigger biggest bilateral bipartisan bitter
    black bleak blue bold brief bright brighter brisk broad broader broken budgetary
    bullish bumpy buoyant busiest busy calm capable careful catastrophic cautious
    central certain cheap cheaper chemical chief chronic civil classic clean clear
    clearer close closer coastal cold collective combined comfortable commercial common
    comparable competitive complete complex comprehensive concrete conditional confident
    congressional conservative considerable consistent constant constitutional
    contentious continuous controversial conventional cool cooler core corporate correct
    corrupt crazy creative criminal critical crucial crypto-friendly cultural current
    customary cyclical daily damaging dangerous dark day-ahead dead deadliest deadly
    dear decent decisive deep deeper deepest defensive delicate dependent desperate
    different difficult digital diplomatic dire direct disappointing disastrous
    discretionary distant distinct diverse domestic dominant double double-digit dovish
    downbeat dramatic drastic dry dual due durable dwindling early earlier eastern
    easier easy economic educational effective efficient elderly electoral electric
    electrical electronic eligible embattled emerging emotional empty endless energetic
    enormous entire environmental equal equivalent essential ethical even eventual exact
    excellent exceptional excessive exclusive exempt existing exotic expensive
    experimental explicit explosive extensive external extra extraordinary extreme faint
    fair fair-value fake false familiar famous fast faster fastest fatal favorable
    favourable federal few fewer fewest fierce final financial fine firm first fiscal
    flat flawed flexible floating fluid fond operating acting managing governing
    founding ruling foreign foreseeable formal former forward fourth fragile free
    frequent fresh friendly frontier frothy full fundamental further future general
    generous genuine geopolitical german giant global gloomy good gradual grand grave
    great greater greatest green grim gross growing half handsome handy happy hard
    harder harsh hawkish healthy heavy hefty high higher highest historic historical
    hostile hot hotter huge human humanitarian humble hungry hybrid ideal identical ill
    illegal immediate imminent immune important imported impossible impressive
    inadequate inclusive incoming inconclusive incredible incremental independent
    indigenous indirect individual industrial industry-wide inevitable inflationary
    influential informal initial innovative insolvent institutional insufficient
    integral intense interim intermediate internal international intraday inverted
    ironic irrational joint judicial junior just key keen lacklustre lackluster large
    larger largest lasting late later latest latin lavish lawful lean least leftover
    legal legendary legislative legitimate lengthy less lesser liable liberal light
    likely limited linear liquid little live local lofty logical lone long longer
    longest long-term loose loud low lower lowest lucrative lukewarm luxury macro
    macroeconomic magic main mainstream major malicious mandatory manual many marginal
    maritime massive material mature maximum mean meaningful measured median medical
    medium mega mere mid mid-term mild military minimal minimum minor missing mixed
    mobile moderate modern modest monetary monthly moral more mortal most much
    multilateral multinational multiple municipal musical mutual narrow narrower nascent
    nasty national nationwide native natural naval near nearby necessary negative
    nervous net neutral new newer newest next nice nominal nonprofit normal northern
    notable notorious novel nuclear numerous objective obvious occasional odd off-season
    official offshore old older oldest ominous online onshore open operational opposite
    optimal optimistic optional oral ordinary organic original other outgoing outright
    outsized outstanding overall overdue overnight overseas overt own painful pale
    paltry parallel parliamentary partial particular patchy peaceful peripheral
    permanent persistent personal pessimistic petty pharmaceutical physical pivotal
    plain pleasant pledged plentiful political poor popular positive possible potential
    powerful practical precarious precious precise predictable preferable preferential
    preferred preliminary premature premium present presidential previous primary prime
    prior private privileged proactive probable problematic professional profitable
    profound progressive prolonged prominent promising prone proper prospective proud
    provisional prudent psychological public punitive pure quantitative quarterly quick
    quicker quiet radical random rapid rare raw ready real realistic reasonable recent
    reciprocal record red reduced redundant regional regular regulatory related relative
    relevant reliable reluctant remarkable remote renewable renewed repeated reported
    residential resilient responsible restrictive retail reverse rich richest right
    rigid rigorous risky rival robust rocky rosy rough round routine royal rude rural
    sad safe safer same satisfactory scant scarce seasonal second secondary secret
    secure select selective senior sensible sensitive separate sequential serious
    several severe shaky shallow sharp sharper sharpest sheer short shorter short-lived
    shy sick significant silent similar simple single sixth sizable sizeable skeptical
    sceptical skilled sleepy slender slight slim slow slower slowest sluggish small
    smaller smallest smart smooth sober social soft softer solar sole solid sooner
    sophisticated sore sound southern sovereign special specific speculative speedy
    stable staggering stale standard stark state-owned static steady steep steeper
    steepest sticky stiff still stock-specific straight strange strategic strict
    stringent strong stronger strongest structural stubborn stunning subdued subject
    subsequent substantial successful successive such sudden sufficient suitable super
    superior supplemental supplementary supportive sure surprising susceptible
    sustainable sweeping sweet swift symbolic systemic tactical tailored tall tangible
    targeted tariff-free tariff-related taxable technical technological temporary tender
    tense tentative tepid terrible territorial third thick thin thorough tight tighter
    tiny top top-tier total tough tougher toxic traditional tragic transatlantic
    transformative transitional transparent tremendous tricky triple troublesome true
    turbulent typical ugly ultimate unable unacceptable unanimous uncertain unchanged
    unclear uncommon unconventional underlying unemployed unequal unexpected unfair
    unfavorable unfavourable unfinished unhappy unilateral unique universal unlawful
    unlikely unlimited unpopular unprecedented unpredictable unprofitable unrealistic
    unregulated unrelated unrivalled unsafe unsold unstable unsuccessful unsustainable
    unusual unwanted upbeat upcoming upper upset upward urban urgent useful usual vacant
    vague valid valuable variable various vast viable vibrant virtual visible vital
    vocal volatile voluntary vulnerable warm wary weak weaker weakest wealthier wealthy
    weekly welcome well-capitalised western white whole wholesale wide wider widespread
    wild willing wireless wise wonderful wooden worldwide worried worrying worse worst
    worth worthy wrong yearly year-on-year year-over-year young younger youngest zero
    all-time one-time first-time half-yearly mid-day record-breaking record-high
    record-low high-profile high-end low-cost large-scale small-scale multi-year
    multi-billion pre-tax pre-market post-pandemic short-term near-term medium-term
    debt-laden cash-strapped so-called tit-for-tat well-known risk-off risk-on looming
    lingering mounting soaring surging falling rising declining slowing cooling easing
    booming ailing struggling leading rating competing remaining ongoing pending sliding
    plunging slumping tumbling shrinking weakening strengthening widening narrowing
    tightening worsening improving increasing decreasing winning losing changing moving
    working living pressing overwhelming exciting interesting compelling challenging
    encouraging expected proposed planned revised updated improved increased elevated
    heightened delayed stalled revamped estimated projected forecast anticipated
    suspected accused unpaid seized frozen exported listed unlisted traded leveraged
    hedged diluted weighted integrated connected unskilled trained licensed certified
    authorised authorized unauthorised unauthorized dedicated designated approved
    long-awaited much-needed hard-hit fast-growing debt-fuelled debt-fueled
    better-than-expected worse-than-expected stronger-than-expected weaker-than-expected
    higher-than-expected lower-than-expected government-backed state-run state-backed
    publicly-traded lost hidden fallen beaten-down troubled distressed bailed-out
    retired married tokenised tokenized geared unsecured secured syndicated guaranteed
    fourth-quarter third-quarter second-quarter first-quarter first-half second-half
    full-year half-year year-end year-to-date quarter-on-quarter month-on-month
    month-over-month fifth seventh eighth ninth tenth american european british french
    italian spanish russian ukrainian polish dutch swiss swedish norwegian danish
    finnish greek turkish israeli iranian saudi iraqi egyptian nigerian kenyan african
    indian chinese japanese korean taiwanese thai vietnamese indonesian malaysian
    filipino australian canadian mexican brazilian argentine argentinian chilean
    colombian venezuelan peruvian irish scottish welsh english portuguese hungarian
    czech romanian bulgarian serbian croatian austrian belgian ghanaian ethiopian
    zimbabwean zambian pakistani bangladeshi singaporean emirati qatari kuwaiti arab
    asian-pacific nordic baltic balkan mediterranean atlantic pacific southeast
    northeast northwest southwest
    """.split()
)
# They keep their capital.
PEOPLES = frozenset(
    """
    american european british french german italian spanish russian ukrainian polish
    dutch swiss swedish norwegian danish finnish greek turkish israeli iranian saudi
    iraqi egyptian nigerian kenyan african indian chinese japanese korean taiwanese thai
    vietnamese indonesian malaysian filipino australian canadian mexican brazilian
    argentine argentinian chilean colombian venezuelan peruvian irish scottish welsh
    english portuguese hungarian czech romanian bulgarian serbian croatian austrian
    belgian ghanaian ethiopian zimbabwean zambian pakistani bangladeshi singaporean
    emirati qatari kuwaiti arab latin nordic baltic balkan mediterranean atlantic
    pacific asian americans europeans germans italians russians ukrainians greeks turks
    israelis iranians saudis nigerians kenyans africans indians koreans australians
    canadians mexicans brazilians asians arabs irishman brits britons
    """.split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter "
    "thanksgiving ramadan diwali dussehra halloween".split()
)
DETERMINERS = frozenset(
    """
    a an the this that these those its their his her no some any each every both all
    little another either neither several many few more most less fewer enough such
    """.split()
)
# They settle that no article is to be put, and stand for the number that follows.
SOME = frozenset("no some any several many few more most less enough all both".split())
ADVERBS = frozenset(
    """
    about above abroad absolutely abruptly actively actually again aggressively ago
    ahead almost already also altogether anew anyway apart approximately around aside
    away back badly barely briefly briskly broadly carefully cautiously clearly closely
    collectively completely consecutively considerably consistently constantly
    continually continuously currently daily deeply definitely deliberately directly
    double down dramatically drastically due early easily effectively efficiently
    elsewhere entirely equally especially essentially even eventually ever exactly
    exclusively explicitly extensively extremely fairly far fast faster finally firmly
    first flat formally forward frequently freely fully further generally globally
    gradually greatly half halfway hard hardly heavily here high higher highly however
    immediately immensely importantly increasingly indefinitely independently indirectly
    individually initially instead internationally intraday jointly just largely last
    lately later legally less lightly likely locally long longer low lower mainly
    markedly marginally materially meanwhile merely mildly moderately modestly monthly
    more mostly much narrowly nationally nationwide nearby nearly newly next nonetheless
    normally notably now officially often once only online openly originally out
    outright over overall overnight overseas partially particularly partly permanently
    personally physically politically poorly potentially predominantly previously
    primarily privately probably professionally properly publicly purely quarterly
    quickly quietly radically randomly rapidly rarely rather readily really reasonably
    recently regularly relatively remotely repeatedly reportedly roughly round sadly
    safely sequentially seriously severely sharply shortly significantly silently
    similarly simply simultaneously slightly slowly smoothly so solely somewhat soon
    sooner specifically steadily steeply still straight strategically strictly strongly
    substantially successfully suddenly sufficiently surprisingly swiftly technically
    temporarily tentatively then there thereby today together tomorrow tonight too
    totally traditionally truly twice ultimately unanimously uncertainly underway
    unexpectedly uniformly up upward upwards usually vastly virtually weekly well widely
    worldwide worse yesterday yet year-on-year year-over-year quarter-on-quarter
    month-on-month month-over-month yoy mom qoq y/y m/m annually downward downwards off
    in on
    """.split()
)
PARTICLES = frozenset("up down off out in on over back away along around by".split())
# Before a number: about how much.
ABOUT = frozenset(
    "about almost around nearly roughly approximately over under above below some up "
    "just more less fewer at least only barely as much to".split()
)
PREPOSITIONS = frozenset(
    """
    according concerning sans post due thanks about above across after against ahead
    along alongside amid amidst among around as at before behind below beneath beside
    besides between beyond by despite down during except excluding following for from in
    including inside into like near of off on onto opposite out outside over past per
    regarding since through throughout till to toward towards under underneath unlike
    until unto up upon versus via with within without vs vs.
    """.split()
)
SUBORDINATING = frozenset(
    "as after before while because since until once although".split()
)
MODALS = frozenset(
    """
    will would could should may might must can cannot can't won't wouldn't couldn't
    shouldn't
    """.split()
)
COPULAS = frozenset("is are was were isn't aren't wasn't weren't".split())
HAVING = frozenset("has have had hasn't haven't hadn't".split())
DOING = frozenset("does do did doesn't don't didn't".split())
# After the subject, with no verb: "set to", "on course for".
STANDING = (
    "set to", "poised to", "likely to", "unlikely to", "expected to", "due to",
    "ready to", "slated to", "seen", "on course for", "on course to", "on track to",
    "on track for", "in talks to", "in talks with", "in talks over", "under pressure",
    "under way", "underway", "in focus", "at risk", "out of", "in line with", "open to",
    "on hold", "on edge", "up for", "unable to", "able to", "willing to", "keen to",
    "eager to", "reluctant to", "close to", "near", "cautious", "optimistic", "wary of",
    "confident", "bullish on", "bearish on", "worried about", "mixed", "steady", "flat",
    "unchanged", "little changed", "higher", "lower", "sluggish", "subdued", "muted",
    "up", "down", "back", "in demand", "at odds", "on the rise",
    "above", "below", "back in", "back on", "back above", "back below",
    "on brink of", "on the brink of",
)  # fmt: skip
# Names that take "the" before them, beside those of indices.
THE = frozenset(
    """
    dow|dow jones|dow jones industrial average|nasdaq|nasdaq composite|nasdaq 100|
    nasdaq-100|s&p|s&p 500|s&p500|s&p 400|s&p 600|ftse|ftse 100|ftse 250|nikkei|
    nikkei 225|dax|cac|cac 40|nifty|nifty 50|sensex|bse sensex|russell 2000|
    russell 1000|hang seng|kospi|tsx|asx 200|stoxx 600|euro stoxx 50|topix|csi 300|
    kse-100|ibex 35|vix|fed|federal reserve|ecb|european central bank|boj|
    bank of japan|boe|bank of england|bank of canada|rbi|reserve bank of india|rba|
    rbnz|pboc|snb|imf|world bank|oecd|sec|ftc|fda|fcc|fdic|cftc|doj|
    justice department|faa|epa|irs|eu|european union|european commission|uk|us|usa|
    u.s.|u.k.|u.s|united states|united kingdom|uae|un|united nations|wto|nato|opec|
    white house|treasury|us treasury|u.s. treasury|senate|house|pentagon|kremlin|
    supreme court|world trade organization|commerce department|state department|
    labor department|netherlands|philippines|eurozone|euro zone|middle east|
    wall street journal|new york times|financial times|democrats|west|north sea|
    black sea|red sea|bank of korea|central bank|cbo|nyse|lse|asx|nse|cma|fca|cbi|ifo|
    iea|eia|bis|g7|g20|brics|wsj|ft|magnificent 7|magnificent seven|national grid|
    world health organization|who|fbi|cia|nhs|hkma|mas|cbn|adb|afdb|bea|bls|nlrb|ntsb|
    nhtsa|cdc|trump administration|biden administration
    """.replace("\n    ", "").split("|")
) - {"who", "opec", "nato", "mas", "usa"} | {"us", "usa"}
SINGLE = frozenset("starbucks mcdonald's saks gamestop".split())
