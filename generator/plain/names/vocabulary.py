"""The words beside a name by which a headline shows that it means the market's."""

import re

from generator.plain.names.inflected import forms

# What a company does, or what is done with it: after a name it licenses it.
VERBS = """
    abandon absorb accelerate accuse acquire activate add address admit adopt
    advance advise affirm agree aim allow announce anticipate apologise apologize
    appeal appoint appreciate approve argue arrange ask assemble assign attack
    attract authorise authorize aver avert avoid award back bag balk ban battle beat
    become begin bet bid blame blast block book boost borrow bounce brace break
    brighten bring brush build bundle buy call cancel cap capture carve caution
    cement chair champion change charge chase cite claim clash clear climb clinch
    close collaborate combine compete complain complete comply concede conclude
    conduct confirm confront consider contest continue contract contribute convert
    convince cool cooperate counter court cover crash create credit criticise
    criticize crush cull curb cut dash debut decide declare decline deepen defend
    defer defy delay deliver demand demonstrate deny deploy depreciate design detail
    determine develop dim dip direct disappoint disclose discontinue discover
    discuss dismiss dispatch dispute distribute ditch dive diversify divest dodge
    dominate donate double doubt downgrade draft draw drift drill drive drop dump
    earn ease echo eclipse edge elect eliminate embrace emerge employ encourage end
    endorse engage enhance enlist ensure enter escape establish estimate evaluate
    exceed exit expand expect experience explain explore export extend eye face fall
    favor favour feature fend fight file find fine firm flag flee float flop fire
    focus follow force forecast foresee form freeze fuel fund furlough gain gather
    gauge gear generate get give glitter go grapple greenlight ground grow guarantee
    guide hail head halt halve hand handle harden help highlight hike hint hire hit
    hold host hover hurt idle ignore import impose improve inch increase incur
    inform infuse inject ink insist install integrate intend intensify intervene
    introduce invest investigate invite issue join jolt jump justify keep kick kill
    know lag lambast land lash launch lay lead leap lease leave leverage license
    lift limit link liquidate list litigate loan lobby locate lock look loom loosen
    lose lower lure maintain make manage manufacture map mark market match meet mend
    mention merge mint miss monitor mount mourn move mull multiply mute name narrow
    navigate near need negotiate net nod nominate nosedive notch note notify nudge
    obtain offer offload offset omit open operate oppose order organise organize
    oust outlay outline outpace outperform outshine outsource overhaul oversee
    overtake owe own pair pare partner pass patent pause pay peg perform permit
    persuade phase pick pilot pin pitch pivot place plan plead pledge plummet plunge
    poach point ponder pop position post postpone praise predict prefer prepare
    present preserve press prevail prevent price print prioritise prioritize probe
    proceed produce profit prohibit prolong promise prompt propel propose prosper
    protect protest prove provide publish pull punish purchase pursue push put
    qualify quash question queue quicken quit raise rally ramp rank rattle reach
    react read realign reap reassign reassure rebate rebound rebrand rebuff rebuild
    rebuke recalculate recall recapture receive recommend reconsider record recover
    recruit redeem redesign redirect reduce refile refinance refine refocus refund
    refuse refute regain register regret reignite reinstate reinvent reiterate
    reject relaunch relax release relent relocate rely remain remind rename
    renegotiate renew rent reopen reorganise reorganize reorganizes repair repay
    repeal replace reply report reposition represent repurchase request require
    rescind rescue reshape reshuffle reside resign resist resolve respond restart
    restate restore restrict restructure resume retain rethink retire retool retreat
    retrench return reunite revamp reveal reverse review revise revive revoke reward
    ride rise rival roar roll run rush sack sag sail salvage saturate save say scale
    scoop score scour scrap scrutinise scrutinize secure see seek seize select sell
    send separate serve set settle shake share shatter shave shed shelve shift shine
    ship shock shorten show shrink shrug shuffle shut shutter sidestep sign signal
    sink skid skip skyrocket slam slap slash slate slide slim slip slow slump smash
    snag snap snatch snub soar soften sour spark spearhead speed spend spike spin
    split spook spread spur spurn spurt squeeze stabilise stabilize stage stake
    stall stand start stay steady steal steer stem step stick stoke stop store
    stream streamline strengthen stress stretch strike strip struggle submit
    subpoena subsidise succeed succumb sue suffer suggest suit support surge surpass
    surprise surrender survey survive suspect suspend sway sweep sweeten swell swing
    switch swoon tackle tailor take tank tap target tarnish team tease tell temper
    tempt tender terminate test thaw think threaten thrive throttle thwart tick tie
    tighten top topple torpedo toss touch tout track trade trail train transfer
    transform tread treat trigger trim triple trounce trumpet trust try tumble turn
    tweak undercut undergo underperform undertake underwrite unload unlock unseat
    unveil unwind update upend upgrade uphold upset urge use usher value vault veto
    vie view violate visit voice vow wade wage wait waive walk want warm warn watch
    weaken weather weigh welcome widen win wipe withdraw withhold witness wobble woo
    work worry worsen wrap wrestle yank yield zoom
    """
DEEDS = forms(VERBS)
# Of these the ones that anybody and any street does as often.
VAGUE = forms(
    "attract begin become close compete complete crash debut draw echo end escape face "
    "flee float freeze hail help host lead look mourn open play pop reopen return "
    "reunite ride roll rush sail serve shine shake show shut stand start stay steal "
    "stop strip struggle suffer survive sweep swing touch train turn visit wait walk "
    "watch weather welcome witness wrestle celebrate dance love teach"
)
BARE = frozenset(VERBS.split())  # after "to"
# What a company has: a name before one of these is the company's.
GOODS = frozenset(
    """
    same-store comparable like-for-like first-quarter second-quarter third-quarter
    fourth-quarter full-year half-year annual fiscal losses stock stocks share
    shares shareholder shareholders investor investors ceo cfo coo cto chairman
    chairwoman executive executives exec execs earnings revenue revenues profit
    profits sales results quarterly q1 q2 q3 q4 fy guidance outlook dividend buyback
    ipo bond bonds debt deal acquisition merger takeover stake unit subsidiary
    spinoff employees workers staff layoffs lawsuit antitrust analyst analysts
    rating upgrade downgrade valuation traders options calls puts chart margins
    forecast eps pat net order orders board founder co-founder boss plant factory
    factories supplier suppliers owner parent maker market-cap bulls bears scrip
    scrips counter investments ads
    """.split()
)
# After a name these make a company of it: of that name, or of another that shares it.
FIRMS = frozenset(
    "inc corp corporation plc ltd limited co group holdings company sa ag nv se motor "
    "motors industries technologies".split()
)
# Of these the ones that a listed company of that name itself goes by.
INCORPORATED = frozenset("inc corp co plc company corporation".split())
# What helps a verb along: weaker licence, since any noun may stand before it.
AUXILIARIES = frozenset(
    """
    is are was were will would could may might can has have had to should says said
    isn't won't wants needs seems looks plans vs vs. versus
    """.split()
)
# What prices, quantities and flows of a commodity or a currency are called.
PRICED = GOODS | frozenset(
    """
    price prices futures spot market markets demand supply supplies imports import
    exports export output production producers producer etf etfs bulls bears rally
    trade traders trading holdings reserves reserve inventories stocks stockpiles glut
    bull bear correction crash rout outlook forecast hedge miners miner steady higher
    lower up down flat firm firmer weak weaker strong stronger at near above below
    past tops index rate rates bond bonds bets buying selling yields contract
    contracts benchmark shock slump revenue majors tariffs tariff quotas cuts crop
    fixing peg band slide selloff acreage harvest sowing volatility options short long
    inches gains losses shines glitters loses snaps volatile mixed flows inflows
    outflows versus vs strength weakness fall rise jump drop slip climb gain surge
    tumble soar plunge extend retreat rebound settle
    """.split()
)
BEASTS = frozenset("Bull Bulls Bear Bears".split())  # of a firm, with a capital
# Before a name: what one buys, holds, owns, sues or works for.
LEADS = frozenset(
    """
    of in at from by with against for like vs vs. versus sues sue buys buy sell sells
    acquire acquires acquired upgrade upgrades downgrade downgrades rival rivals ceo
    cfo chairman giant maker carmaker automaker retailer airline chipmaker drugmaker
    bank lender firm company parent owner on over after as and or to shares stock spot
    crude physical mcx cash us u.s. london nymex comex why how is can will does
    """.split()
)
AMOUNTS = frozenset(
    """
    million billion trillion hundred thousand half-million multi-million a an per one
    each every top bottom last olympic
    """.split()
)
AGAINST = frozenset(
    """
    against versus vs vs. spot strong stronger weak weaker firm firmer soft softer
    """.split()
)
ARTICLES = frozenset(
    """
    a an the this that these those my your our his her their its no every each any
    some another
    """.split()
)
# Titles that stand before a surname and say whose it is.
TITLES = frozenset(
    """
    president chair chairman chairwoman chief governor secretary minister pm ceo cfo
    fed fed's ecb boe boj rbi treasury senator sen sen. rep rep. mr mr. ms mrs speaker
    chancellor premier founder billionaire investor official officials vice banker
    """.split()
)
# What somebody does whose words move markets.
SPOKEN = frozenset(
    """
    says said warns warned signals signaled signalled sees tells told urges urged
    hints hinted testifies testified speaks speaking spoke speech testimony remarks
    comments calls defends backs backed expects stresses reiterates suggests argues
    pushes pledges vows nominated nomination appointed steps meets met interview
    presser dissents admits insists dismisses confirms announces announced
    """.split()
)
# Anywhere in a headline: it speaks of markets or of business.
BUSINESS = frozenset(
    """
    stock stocks share shares shareholder shareholders equity equities investor
    investors investing investment investments invest earnings profit profits
    profitable profitability revenue revenues sales quarter quarterly q1 q2 q3 q4 fy
    market markets trader traders trading analyst analysts ipo dividend dividends bond
    bonds yield yields inflation rates tariff tariffs economy economic economist
    economists gdp crore cr billion bn trillion merger mergers acquisition
    acquisitions takeover takeovers layoffs ceo cfo rally selloff sell-off bullish
    bearish futures etf etfs fund funds hedge commodity commodities brokerage
    brokerages broker brokers upgrade upgrades downgrade downgrades upgraded
    downgraded outperform overweight underweight currency currencies fx forex ounce oz
    barrel barrels bpd safe-haven demand supply exports imports export import price
    prices antitrust regulator regulators net income pat eps guidance outlook forecast
    forecasts startup valuation buyback bullion bank banks losses gains tonnes rupees
    rs lakh recession portfolio mcx lenders debt stake crypto stockpiles opec fed rbi
    nifty sensex correction
    """.split()
)
# Anywhere in a headline without business: it speaks of something else.
ELSEWHERE = frozenset(
    """
    police crash crashes killed kills dies died dead body festival school schools
    student students pupils teacher teachers church museum theatre theater choir
    band album film movie novel book books author actor actress singer song concert
    coach squad cricket football soccer basketball baseball golf rugby hockey tennis
    quarterback touchdown innings wicket wickets playoff playoffs semifinal
    semifinals quarterfinal goals league tournament championship medal olympic
    olympics derby striker midfielder goalkeeper recipe recipes cake pie soup salad
    dinner wedding freestyle overtime halftime kickoff matchday unbeaten shutout
    swimmer motorway television tv sequel reunion regatta avalanche snow leak skiers
    traffic pitcher roster linebacker rebels siege birthday parade garden gardens
    beach trail hike hikers zoo dog dogs cat cats horse horses birds murder stabbing
    stabbed shooting robbery burglary burglars thieves theft stolen jailed rape
    rescued flood floods storm tornado council councillor mayor sheriff villagers
    neighbours neighbors painting sculpture exhibition university college professor
    astronaut astronauts nasa comet planet moon lottery ancient medieval bishop pope
    temple shrine
    """.split()
)
# After a person's surname: it is a player's.
PLAYED = re.compile(
    r"(?:'s)? (?:hat-?tricks?|scores? (?:twice|late|winner|against|again|a|the|his|her|"
    r"\d+|first|brace|for|as|in)|nets? |brace\b|homers?\b|winner sinks|penalty|header|"
    r"strikes? (?:late|twice)|pitches|touchdown|goal\b|goals\b|injur\w+|century|"
    r"fifty\b|dunks?|transfer|(?:Omega|Chi|Psi|Phi|Alpha|Sigma|Kappa|Theta|Tau) )",
    re.IGNORECASE,
)
# After the name of a statistic: who does that for a living, or what is done with it.
HIRED = frozenset(
    """
    assistant assistants associate associates staff staffer staffers worker workers
    job jobs clerk clerks manager managers team teams trick tricks trickster man
    woman woman's advisor adviser executive training course courses tips benefit
    benefits insurance office tax taxes account accounts counselor counsellor coach
    booster career careers role position positions floor class classes law laws
    license he she they his her himself herself licence licences office pitch beam agent
    agents fraud scheme scam
    scams line lines here more less
    """.split()
)
# After it: the figure, its report, and how it stands.
PLACED = frozenset("at near above below past".split())
TOLD = (PRICED - PLACED) | frozenset(
    """
    data report reports figures figure reading readings index survey level levels growth
    decline rise fall drop increase gain numbers number print release estimate
    estimates stay stays remain remains sentiment gauge measure surprise miss beat mom
    yoy m/m y/y in on from since as unchanged
    """.split()
)
# Before it: what happens to it.
CHANGED = frozenset(
    """
    rising falling strong weak soft solid robust slowing lower higher weaker stronger
    core us u.s. uk eurozone monthly annual weekly october november december january
    february march april may june july august september q1 q2 q3 q4 boost boosts hit
    hits lifts lift dents curb drive drives drags hurt hurts weigh
    """.split()
)
MOVED = re.compile(r"\d ?%|\bper ?cent\b|\bpercent\b|\bbps\b", re.IGNORECASE)
# A metal or a fuel in the name of a company, a colour, a prize or a club.
COMPANY = re.compile(
    r"[ -](?:Corp|Inc|Ltd|Limited|plc|PLC|Resources|Mining|Mines|Royalty|Fields|Group|"
    r"Exploration|Holdings|Metals|Corporation|Company|Co|Minerals|Ventures|Standard|"
    r"Coast|Cup|Medal|Award|Awards|Line|Card|Creek|River|Ridge|Star|Bay|Hill|Beach|"
    r"Ventures|Lion|Digger|Project|Trust|plated|tone|toned|foil|leaf|coloured|colored)"
    r"\b|(?: [A-Z][\w&-]+){1,2} (?:Corp|Inc|Ltd|Limited|plc|PLC|Resources|Minerals|"
    r"Royalty|Corporation|Ventures|Refinery|Jewellers|Saloon|Explorations?)\b"
)
DEED = re.compile(
    r" (?:Provides|Announces|Completes|Signs|Reports|Acquires|Appoints|Closes|Files|"
    r"Intersects|Commences|Drills|Enters|Grants|Names|Launches|Engages|Identifies)\b|"
    r"(?: [A-Z]\w+){1,2} (?i:Provides|Announces|Completes|Intersects|Commences|Drills|"
    r"Engages|Appoints|Acquires|Identifies|Refinery)\b"
)
# "S&P" that speaks or rates is the agency; Moody's and Fitch are its company.
AGENCY = re.compile(
    r"(?:'s)? (?:said|says|noted|notes|rat(?:ed|es|ing|ings)|upgrad\w+|downgrad\w+|"
    r"affirm\w+|expects|warn\w*|analysts?|report\w*|estimates|forecasts?|cuts? its|"
    r"credit|global|assigned|revised|placed|and (?:Moody|Fitch))\b|"
    r",? (?:Moody's|Fitch)",
    re.IGNORECASE,
)
# "Dow" that employs, builds or reports is the chemicals company.
CHEMICALS = re.compile(
    r"(?:'s)? (?:CEO|CFO|plants?|workers|chemicals?|plastics|employees|earnings|"
    r"dividend|Silicones|(?:and|&) (?:BASF|DuPont|Ineos|Exxon)|"
    r"(?:to|will) (?:close|shut|build|cut|sell|buy))\b",
    re.IGNORECASE,
)
# Wall Street that moves is its index; else it is a trade and the people in it.
STREET = re.compile(
    r"(?!(?:'s)?,? (?:up|down|higher|lower|flat|mixed|steady|stocks|shares|futures|"
    r"indexes|indices|ends?|ended|closes?|closed|opens?|opened|rises?|rose|rising|falls?|"
    r"fell|gains?|gained|slides?|slid|slips?|slipped|drops?|dropped|jumps?|jumped|"
    r"rall\w+|tumbl\w+|plung\w+|climb\w*|s[ai]nks?|surg\w+|soar\w*|advanc\w+|retreat\w*|"
    r"rebound\w*|edg\w+|hits?|set to|poised|heads?|stumbl\w+|wobbl\w+|recover\w*|"
    r"extends?|"
    r"snaps?|selloff|sell-off|rout|rally|records?|losses|gains|weighed|plummet\w*|"
    r"bounc\w+|finish\w*|start\w*|trades?|slump\w*|declin\w+|swing\w*|churn\w*)\b)",
    re.IGNORECASE,
)
# "CPI" that campaigns is a party of India.
PARTY = re.compile(
    r"(?:'s)? ?(?:\(|-?M\b|leaders?|MPs?|MLAs?|activists?|workers|cadres?|candidates?|"
    r"state|national|general|councils?|secretary|stages?|demands?|flays|urges|slams|"
    r"wants|opposes|condemns|holds (?:protest|rally|dharna)|contests?|fields|alleges|"
    r"protests?|district|leader|men|ML\b|backs|supports|cadre|Maoists?)\b|\(M",
    re.IGNORECASE,
)
# "US Steel Tariffs" are those of the country.
METAL = re.compile(
    r" (?:tariffs?|imports?|exports?|duties|duty|prices?|industry|producers?|makers?|"
    r"mills?|demand|quotas?|levies|levy|sector|workers|jobs|curbs|output|and alumin)",
    re.IGNORECASE,
)
# "Nasdaq" of which a firm is told, or where it lists, is the exchange.
EXCHANGE = re.compile(
    r"[ -](?:up-?list\w*|list\w+|debut|de-?listing|complian\w+|minimum|notice|notif\w+|"
    r"deficien\w+|ticker|IPO|First North|Stockholm|Copenhagen|Helsinki|Baltic|Iceland|"
    r"MarketSite|bid[ -]price|hearings?|Verafin|Entrepreneurial)\b",
    re.IGNORECASE,
)
# Those who share something hold no shares.
SHARED = re.compile(
    r" (?:a|an|the|his|her|its|their|our|new|first|more|intel\w*|details?|data|videos?|"
    r"photos?|images?|information|info|evidence|plans?|concerns?|with|views?|blame|"
    r"stor\w+|borders?|secrets?|vaccines?|technology|responsib\w+|lessons|tips|draft|"
    r"proposals?|experiences?|cell|stage|honou?rs?|satellite|customer\w*|personal|what|"
    r"how|why|findings|footage|list|love|joy|grief|spoils)\b",
    re.IGNORECASE,
)
HOLDERS = """
    US U.S. American European Europe German French Japanese Japan Tokyo Chinese China
    Shanghai Seoul Taiwan Indian India Australian Australia Toronto energy financial
    bank industrial tech technology airline
"""
SHARES = [f"{one} shares" for one in (*HOLDERS.split(), "Hong Kong", "South Korea")]
# What may follow of these says that somebody or something else is meant.
UNLESS = {
    "CPI": PARTY,
    "Nasdaq": EXCHANGE,
    "NASDAQ": EXCHANGE,
    "US Steel": METAL,
    "U.S. Steel": METAL,
    "S&P": AGENCY,
    "Dow": CHEMICALS,
    "Wall Street": STREET,
    "Wall St": STREET,
    "US": re.compile(r"\$"),
    **dict.fromkeys(SHARES, SHARED),
}
