"""The words that are news where two stand side by side, or beside a company.

Each list is a label that `markets.py` weighs; `phrases.py` says how they are written.
"""

# What is measured, and how it moves: together they are a price or a statistic.
MEASURED = """
    prices?; shares; sales; output; production; exports; imports; profits?; revenues?;
    income; earnings; eps; margins?; demand; supply; supplies; orders; deliveries;
    shipments; inflows?; outflows?; volumes?; spending; wages; rents; yields?; rates?;
    deficit; surplus; debt; gdp; economy; growth; collections; reserves?; inventories;
    stockpiles; capacity; index; indices; loans; lending; deposits; assets; market;
    markets; valuation; costs?; tokens?; coins?; dividends?; bookings; registrations;
    traffic; turnover; bills?; tariffs?; gold; silver; copper; oil; crude; gas; coal;
    steel; aluminium; aluminum; wheat; corn; soybeans?; coffee; cocoa; cotton; rubber;
    lithium; uranium; nickel; zinc; iron ore; dollar; rupee; yen; euro; yuan; pound;
    sterling; naira; peso; rand; ringgit; won; lira; rouble; ruble; bitcoin; btc; ether;
    eth; xrp; solana; net; pat; unemployment; inflation; jobs; futures; bonds; miners;
    chipmakers; airlines; dues; throughput; stock; fares; premiums?; values?; transits?;
    arrivals; installations?; additions; harvests?; crops?; attendance; passengers?;
    visitors?; tourists?; users; subscribers?; customers; footfall; occupancy; vacanc(y
    | ies); salaries; pay; taxes; mortgages?; insolvenc(y | ies); bankruptcies;
    investment; investments; trade; surpluses; transactions?; construction; building
    permits; permits; dispatches; generation; herds?; flocks?; catch; stocks; openings;
    claims; duties; rupiah; baht; shilling; krona; franc; dong; riyal; dirham; cedi;
    freight; consumers; shoppers; kwacha; forint; zloty; koruna; hryvnia; tenge; pesos;
    taka; birr; pula; shekel; loonie; aussie; kiwi; platinum; palladium; maize; palm
    oil; lumber; tea; cashew; bids; whisky; wine; branches; membership; pace; firmness;
    timber; potash; fuel; diesel; petrol; cattle; hogs?; intake; milk; dairy; beef;
    pork; lamb; eggs?; poultry; poverty; remittances; credit; borrowing; hiring;
    manufacturing; activity
"""
MOVES = """
    rises?; rose; rising; falls?; fell; falling; jump(s | ed | ing)?; slides?; slid;
    sliding; surg(e | es | ed | ing); soar(s | ed | ing)?; drop(s | ped | ping)?; gain(s
    | ed | ing)?; climb(s | ed | ing)?; tumbl(e | es | ed | ing); plung(e | es | ed |
    ing); plummet*; rall(y | ies | ied | ying); slip(s | ped | ping)?; sinks?; sank;
    edges?; edged; higher; lower; grow(s | ing)?; grew; growth; shrinks?; shrank;
    contract(s | ed); widen(s | ed)?; narrow(s | ed)?; doubl(e | es | ed); tripl(e | es
    | ed); halv*; increas(e | es | ed | ing); decreas(e | es | ed | ing); declin(e | es
    | ed | ing); eas(e | es | ed | ing); cool(s | ed | ing); slow(s | ed | ing);
    rebound(s | ed)?; recover(s | ed | y)?; crash(es | ed); slump(s | ed | ing)?; skid;
    steady; steadies; flat; mixed; record; beats?; miss(es | ed)?; cuts?; hikes?; hiked;
    rais(e | es | ed | ing); lower(s | ed); boost(s | ed)?; weaken(s | ed)?;
    strengthen(s | ed)?; weak; strong; soften(s | ed)?; advance(s | d)?; retreat(s |
    ed)?; tops?; topped; tank(s | ed)?; stumble(s | d)?; struggle(s | d)?; swing(s)?;
    volatile; firm; stable; bounc(e | es | ed); extend(s | ed)?; settle(s | d)?; close(s
    | d)?; dip(s | ped)?; dive(s | d)?; spike(s | d)?; high; low; highs; lows; crosses;
    crossed; reclaim(s | ed)?; outperform(s | ed)?; underperform(s | ed)?; red;
    shortage; cut back; outpace(s | d)?; lag(s | ged)?; stall(s | ed | ing)?;
    accelerat*; slowdown; recede(s | d)?; snap(s | ped)?; peak(s | ed)?; expand(s | ed |
    ing)?; exceed(s | ed)?; reach(es | ed)?; swell(s | ed)?; soft; sour(s | ed)?;
    firmer; worsen(s | ed | ing)?; improv(e | es | ed | ing); restor(e | es | ed);
    resum(e | es | ed); bigger; fewer; lowest; highest; biggest; fastest; up; down;
    hit(s)?; split; below; above; fails?; steep; slower; faster; at # (year | month)
    (high | low)s?; lapse(s | d)?; best; worst; performer; overtake(s)?; firms; pick(s)?
    up; trim(s | med)?; weigh(s | ed)? on; weakest; strongest; since #; lose ground;
    gain(s | ed)? ground; overshoot(s)?; undershoot(s)?; lagging; brighten(s | ed)?;
    darken(s | ed)?; curtail(s | ed)?; vanish*; worries; worry; bite(s)?
"""
# What is done to companies and what they do.
DEEDS = """
    acqui(re | res | red | ring | sition); buys; to buy; to sell; sells; bought; sold;
    mergers?; merge(s | d)?; takeover; buyout; ipo; deals?; bid; invests?; invested;
    investment; to invest; layoffs; restructuring; bankruptcy; divest*; dividend;
    buyback; bonds?; guidance; forecast; outlook; contracts?; orders?; plants?; factory;
    factories; production; supply; supplier; fine; fined; antitrust; regulator; sues?;
    sued; lawsuit; job cuts; cuts; jobs; ceo; co ceo; chief executive; cfo; chairman;
    board; profits?; revenues?; sales; earnings; results; quarter; shares?; stock; loss;
    losses; debt; raises?; billion; bn; million; valuation; rating; strike; union;
    workers; listing; fees?; rivals?; demand; customers; expansion; exits?; talks;
    partner(s | ship)?; joint venture; approval; approves; approved; prices; upgrade(d |
    s)?; downgrade(d | s)?; margin; margins; holdings; investors?; shareholders?;
    delist*; spin off; loan; loans; financing; delivery; deliveries; fleet; output;
    chips?; suspends?; chief; franchise; facility; warehouse; store; stores; branches;
    network; capacity; flights; routes; ceasing; closures?; tender; concession;
    offering; priced?; pricing; funding; raised; revamp; reorgani(s | z)ation; strategy;
    unit; spin; cyber ?attack; trial; system failure; empire; theme park; buyers?;
    suitors?; pact; tie up; venture; overtakes?; activist; quotas?; market value;
    warns?; reset; payouts?; stakes?; creditors?; refinery; drug; push; swaps?; lease;
    capex; pursuit; arm; lawsuits; verdict; patents?; royalt(y | ies); licen(s | c)(e |
    ing); legal (claim | battle | fight | action); redundanc*; division; distribution
    agreement; reorgani*; consolidat*; expand(s | ed | ing)?; delivers; showrooms;
    workforce; operations; production line; halts?; resumes?; postpones?; exports?;
    payments?; penalt(y | ies); recall(s | ed)?; settlement; insolven*; administration;
    rescue deal; refinanc*; writedown; redundancies; relocat*; headquarters; relists?;
    privati(s | z)(e | ed | ation)
"""
MONEY = """
    $; billion; bn; trillion; million; mn; crore; cr; lakh; rs; percent; per cent; %;
    usd; eur; aed; inr; rm; naira
"""
FIRMS = """
    inc; corp; corporation; ltd; limited; plc; holdings; group; ag; se; nv; sa; llc;
    nyse; nasdaq; nasdaqgs; tsx; asx; lse; otc; amex; motors; energy; bank; airlines;
    airways; pharma; pharmaceuticals; technologies; therapeutics; industries; capital;
    resources; bancorp; financial; maker; retailers?; airline; lender; insurer; miners?;
    conglomerate; startup; supplier; subsidiary; firms?; company; companies; carmaker;
    automaker; drugmaker; chipmaker; utility; shipyard; operator; manufacturers?;
    distillery; distiller; producer; exchange; builder; supermarket; grocer; brand;
    chipmakers; brewers?; giant; bhd; berhad; tbk; pjsc; psc; jsc; pte; pty; gmbh; oyj;
    asa; otcqb; tsxv; bursa; hkex; idx; dfm; adx; tadawul; ngx; egx; pse; sgx; mining
    company; steelmaker; shipbuilder; truckmaker; airline group; foods; laboratories;
    semiconductor; hospitality group; developers?
"""
# Pairs that are news where they stand side by side: who works and stops work, what is
# staffed and shrinks, what is open and shuts, what is fuelled and fails, what is due
# to a state and who decides it, who decides and what is decided.
WORKERS = """
    workers; staff; crews?; drivers; pilots; dockers; dockworkers; longshoremen;
    attendants; machinists; unions?; labou?r; employees; truckers; miners; cabin crew;
    postal; rail; farmers; civil servants; government workers; federal workers; federal
    employees
"""
STOPS = """
    strikes?; striking; walks? out; walks? off; walkouts?; stops? work; stoppages?;
    industrial action; pickets?; down tools; pay offer; wage offer; wage deal; pay deal;
    new contract; ballot; lockout; blockade; paychecks?; unpaid; back pay; furlough(s |
    ed)?; without pay; payouts?; overtime; minimum pay
"""
POSTS = """
    jobs; positions; roles; posts; staff; workforce; headcount; employees; workers;
    people
"""
SHEDS = """
    cuts?; cutting; ax; axes?; axed; axing; sheds?; shedding; slash(es | ed | ing)?;
    eliminat*; lay(s | ing)? off; laid off; layoffs?; redundan*; at risk; let go;
    furlough*; sack(s | ed | ing)?; dismiss*; losses; lost; go; creat(e | es | ing);
    hir(e | es | ing)
"""
OUTLETS = """
    stores?; shops?; branches; outlets; factor(y | ies); plants?; mills?; cafes;
    restaurants; sites; pubs; hotels; smelters?; brewer(y | ies); warehouses?;
    locations; showrooms; dealerships; shipyards?; supermarkets?; facilit(y | ies);
    mines?
"""
SHUTS = """
    close; closes; closed; closing; closures?; shut; shuts; shutting; shutter*; idles?;
    idled; mothball*; reopen(s | ed)?; restarts?; restarted; halts?; halted; opens?;
    opening; to open; build; builds; to build
"""
ENERGY = """
    refiner(y | ies); pipelines?; oil (terminal | depot | hub | field | rig | facility |
    port | tanker | site | plant)s?; gas (processing )?(plant | field | terminal | hub |
    facility | pipeline)s?; fuel (depot | terminal | tank)s?; (power | nuclear |
    chemical | petrochemical | lng | fertili(s | z)er) (plant | terminal | station |
    facility)s?; substations?; power grid; tankers?; mines?; smelters?
"""
FAILS = """
    fires?; blaze; explosions?; blast; attack(s | ed)?; drones?; strike; strikes;
    struck; hit; outage; leak; spill; resum(e | es | ed); restart(s | ed)?; halt(s |
    ed)?; shuts?; shutdown; restor(e | es | ed); offline; accident; disrupt*; repairs?;
    output; flows?; collapse
"""
DUES = """
    tax; taxes; levy; levies; duty; duties; tariffs?; vat; excise; subsid(y | ies);
    budget; quotas?; royalt(y | ies); minimum wage; pension; pensions; price (cap | caps
    | controls); rent (cap | caps | controls); export; exports; imports; fuel;
    borrowing; incentives?; stimulus; bailout; bank; banks; allowance; leasing;
    subsidised; price; energy; gaming; shipping; mining; foreign exchange; rules?;
    platforms; carbon; import; rice; gas; power; oil; tax (rules? | laws? | breaks? |
    credits? | cuts? | code); pulses; outlay; farm; crops?; support prices?; mortgages?;
    wages?
"""
DECIDED = """
    cabinet; government; govt; parliament; minister; chancellor; treasury; eu;
    commission; congress; senate; propos(e | es | ed); approv(e | es | ed); weighs?;
    weighed; mulls?; overhaul; hikes?; scraps?; scrapped; extend(s | ed)?; exempt*;
    rules out; reforms?; impos(e | es | ed); restrict(s | ed)?; ban; bans; lifts;
    delay(s | ed)?; vows; draft; cuts?; rais(e | es | ed); abolish*; introduc(e | es);
    tweaks?; plans?; eas(e | es | ed); nod; clears; cleared; bill; law; regulator;
    orders; revokes?; sets; passes; passed; signs; notifies; notified; brussels; caps?;
    let; lets; allows?; asks?; grants; unveils
"""
RULERS = """
    sec; ftc; cma; doj; eu; european commission; sebi; fca; cftc; fcc; fda; faa; ofgem;
    ofcom; ofwat; accc; regulators?; watchdog; antitrust; competition (authority |
    commission | bureau); central bank; finance ministry; securities commission; rbi;
    irdai; trai; esma; eba; mas; hkma; finma; bafin; fdic; occ; cfpb; bls; hmrc; irs;
    cnil; securities regulator
"""
RULINGS = """
    fines?; fined; prob(e | es | ing); clears?; cleared; approv(al | es | ed); blocks?;
    blocked; sues?; sued; rules?; ruling; lets?; eas(e | es | ed); tighten(s | ed)?;
    bans?; licen(s | c)e; guidelines; framework; penalty; settle(s | d | ment); orders?;
    proposes; seeks; merger; investigat*; warns?; consults?; dispute; nominat(e | es |
    ed); nominee; consultation; charges; fees; rejects; drops
"""
PAIRS = (
    ("measured", "move"),
    ("worker", "stop"),
    ("post", "shed"),
    ("outlet", "shut"),
    ("energy", "fail"),
    ("due", "decided"),
    ("ruler", "ruling"),
)
TABLES = {
    "measured": MEASURED,
    "move": MOVES,
    "deed": DEEDS,
    "money": MONEY,
    "firm": FIRMS,
    "worker": WORKERS,
    "stop": STOPS,
    "post": POSTS,
    "shed": SHEDS,
    "outlet": OUTLETS,
    "shut": SHUTS,
    "energy": ENERGY,
    "fail": FAILS,
    "due": DUES,
    "decided": DECIDED,
    "ruler": RULERS,
    "ruling": RULINGS,
}
