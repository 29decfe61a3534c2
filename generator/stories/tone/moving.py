"""What moves, and which way: verbs of direction and the nouns they move."""

# Verbs that say which way their subject goes, with their irregular forms.
RISES = """
    accelerate; advance; appreciate; ascend; bounce; climb; creep:crept up; double;
    drift higher; edge higher; edge up; expand; firm up; gain; go:went:gone up;
    grow:grew:grown; improve; inch higher; inch up; increase; jump; leap:leapt; march
    higher; mount; move up; multiply; notch up; nudge up; perk up; pick up; push higher;
    quadruple; quicken; rally; rebound; recover; rise:rose:risen; rocket; shoot:shot up;
    skyrocket; snap back; soar; spike; spring up; spurt; strengthen; surge;
    swell:swelled:swollen; tick higher; tick up; treble; trend higher; trend up; triple;
    vault
"""
RISES_ALSO = """
    # (percent | pct)? more than (in | last | a_year | the); # more (passengers |
    customers | visitors | orders | subscribers); <plus>; broadened; gallops; higher;
    improvement; northwards; recovery; run up; up; upswing; uptick; uptrend; upturn;
    upward; upwards; widen; widened; widening; widens; zoomed; zooming; zooms
"""
FALLS = """
    abate; buckle; cave; collapse; contract down; cool; crack; crash; crater; crumble;
    decelerate; decline; decrease; depreciate; deteriorate; diminish; dip; dissipate;
    dive; drift lower; drop; dwindle; ease; ebb; edge down; edge lower; erode; fade;
    fall:fell:fallen; falter; fizzle; go:went:gone down; halve; inch down; inch lower;
    move down; narrow; nosedive; plummet; plunge; recede; retreat; sag;
    shrink:shrank:shrunk; shrivel; sink:sank:sunk; skid; slacken; slide:slid; slip;
    slither; slow; slow down; slump; soften; sputter; stumble; subside; swoon; tank;
    taper; tick down; tick lower; topple; trend lower; trickle lower; tumble;
    unwind:unwound; vanish; wane; weaken; wilt; wither
"""
FALLS_ALSO = """
    # (percent | pct)? less than (in | last | a_year | the); <minus>; contracted;
    contraction; contracts by; deterioration; down; downtick; downtrend; downturn;
    downward; downwards; lower; moderated; moderates; moderating; reduction; slowdown;
    slowing; southwards
"""
# Where something stands that has moved: at its highest or lowest for long.
HIGHS = """
    # (week | wk | day | month | year | session | yr | mth) (top | high | highs | peak |
    peaks); all time closing (high | highs); highest (in | since | level | close | ever
    | price); (hits | hit | touches | touch | scales | at) (high | highs | peak |
    new_highs); record (level | levels | close); (record | new | all_time | life |
    lifetime | life_time | multi_year | multi_month | yearly | fresh | week | year |
    month | decade | day) (high | highs | peak); (two | three | four | five | six |
    seven | eight | nine | ten) (week | day | month | year) (high | highs | peak | top);
    (intraday | session | fresh | new | day) (intraday)? (high | highs)
"""
LOWS = """
    # (week | wk | day | month | year | session | yr | mth) (low | lows | trough); all
    time closing (low | lows); (hits | hit | touches | touch | at) (low | lows |
    new_lows | bottom); lowest (in | since | level | close | ever | price); (record |
    new | all_time | life | lifetime | multi_year | multi_month | yearly | fresh | week
    | year | month | decade | day) (low | lows); (two | three | four | five | six |
    seven | eight | nine | ten) (week | day | month | year) (low | lows); (intraday |
    session | fresh | new | day) (intraday)? (low | lows)
"""
# Verbs that do it to what follows, or to their subject where nothing does.
LIFTS = """
    accelerate; bolster; boost; buoy; double; drive:drove:driven up; enhance; expand;
    hike; improve; increase; jack up; lift; prop up; propel; push up; raise; ramp up;
    revise up; scale up; send up; spur; step up; strengthen; triple; up; upgrade; widen
"""
LOWERS = """
    bring:brought down; curb; cut back; cut down; cut:cut:cut; decrease; dent; drag
    down; drive:drove:driven down; ease; erase; halve; lessen; lower; minimise;
    minimize; narrow; pare; pull down; push down; reduce; revise down; scale back; scale
    down; shave; shave off; shed:shed; shrink:shrank:shrunk; slash; slim; trim; trim
    back; wipe off; wipe out
"""
# Verbs that do it only to such a noun: "hampers growth", "tames inflation".
HELPS = """
    aid; compound; deepen; drive:drove:driven; escalate; exacerbate; fan; heighten;
    help; intensify; prolong; rekindle; restore; revive; spark; stoke; support; trigger;
    underpin; unlock
"""
HELPS_ALSO = """
    fueled; fueling; fuelled; fuelling; fuels; powered; powers
"""
HAMPERS = """
    arrest; cap; check; clip; cloud; contain; crimp; dampen; depress; dim; eat:ate:eaten
    into; hamper; hinder; hobble; hold:held back; jeopardise; jeopardize; limit; mar;
    pressure; rein in; restrain; restrict; sap; squeeze; stem; stifle; stunt; tame;
    threaten; undercut:undercut; undermine
"""
# Verbs that take away the bad that follows them.
DISPELS = """
    allay; alleviate; assuage; avert; avoid; beat:beat:beaten; bust; calm; clear;
    come:came out of; counter; defy; dispel; emerge from; end; fight:fought; fix;
    offset; overcome:overcame:overcome; recoup; recover from; resolve; settle;
    shake:shook:shaken off; shrug off; snap; soothe; tackle
"""
# From one state into another: nothing without the noun that follows.
TURNS = """
    (~swing:swung | ~return | ~turn | ~move | ~get | ~come:came | back | shift | shifts
    | shifted) (to | into) (a | an | the)?; ~turn (a | an)
"""
# Adjectives of what follows, and else of what went before: "higher costs".
LEADING_UP = """
    accelerating; climbing; elevated; growing; higher; improved; improving; increased;
    increasing; rising; soaring; strengthening; surging; widening
"""
LEADING_DOWN = """
    cooling; declining; decreased; decreasing; diminished; dropping; dwindling; easing;
    falling; lower; narrowing; plunging; reduced; shrinking; sinking; sliding; slowing;
    slumping; softening; weakening
"""
# Adjectives of what follows, and of nothing else: "weak demand", "smaller loss".
ONLY_UP = """
    bigger; brisk; faster; greater; healthy; larger; mounting; record; robust; solid;
    steep; strong; stronger; tightened; tightening; wider
"""
ONLY_DOWN = """
    feeble; fewer; lack of; less; lesser; lower than expected; muted; narrower; poor;
    slower; sluggish; smaller; soft; subdued; tepid; weak; weaker
"""
# More of these is good, or they are a price or result, good when it rises.
GOOD_NOUNS = """
    activity; ad revenue; advances; advertising; appetite; assets; backlog; bitcoin;
    bookings; bottom line; brent; capacity; cash flow; cashflow; commission income;
    competitiveness; confidence; consumption; copper; credit growth; crude; customers;
    deliveries; demand; deposits; dividend; dividends; dow; earnings; earnings growth;
    earnings per share; ebit; ebita; ebitda; economic growth; economy; efficiency;
    employment; enthusiasm; epra; eps; equities; equity ratio; estimate; estimates;
    expansion; exports; fees; footfall; forecast; forecasts; futures; gains; gdp; gdp
    growth; gold; gross margin; gross profit; growth; guidance; headline earnings;
    hiring; holdings; home sales; hopes; housing starts; imports; income; index;
    indices; inflows; interest income; investment; investments; job growth; jobs; jobs
    growth; lending; liquidity; load factor; loan growth; manufacturing; margin;
    margins; market; market share; market shares; markets; momentum; nasdaq; nav; net;
    net asset value; net income; net interest income; net profit; net sales; nifty;
    occupancy; offtake; oil; openings; operating income; operating margin; operating
    profit; operating result; optimism; order; order backlog; order book; order intake;
    orderbook; orders; outlook; outperformance; output; passenger numbers; passengers;
    pat; payout; payrolls; permits; pre tax profit; premiums; pretax profit; price;
    price target; prices; production; productivity; profit; profitability; profits;
    (profit | result | earnings) (before | after) (tax | taxes | financial_items |
    extraordinary_items); purchasing power; quarterly profit; rally; rating; ratings;
    recovery; rent; rental income; rents; result; return; returns; revenue; revenues;
    roi; royalties; rupee; sales; sales growth; sales volume; sales volumes; sensex;
    sentiment; share; shares; shipments; silver; solvency; spending; stock; stocks;
    subscriber base; subscribers; subscriptions; surplus; target; targets; top line;
    traffic; turnover; upside; users; utilisation; utilization; valuation; valuations;
    visitors; volume; volumes; wages; cloud (growth | revenue | sales | demand |
    business)
"""
# More of these is bad.
BAD_NOUNS = """
    accidents; anxiety; arrears; attrition; bad loan ratio; bad loans; bankruptcies;
    bankruptcy; bond yields; burden; casualties; churn; claims; competition; complaints;
    concern; concerns; cost; cost of funds; costs; cpi; credit loss; credit losses;
    crisis; crude inventories; crude stocks; damage; damages; deaths; debt; debts;
    default; defaults; deficit; deficits; delinquencies; doubts; downside; drag; duties;
    duty; emissions; energy prices; expenditure; expense; expenses; fear; fears; feed
    costs; feed prices; fine; fines; foreclosures; fraud; fuel costs; fuel price; fuel
    prices; fuel subsidy; gearing; glut; headwinds; impairment; impairment losses;
    impairments; indebtedness; infections; inflation; input costs; input prices;
    insolvencies; insolvency; interest cost; interest costs; interest rate; interest
    rates; inventories; inventory; jet fuel prices; jitters; job cuts; job losses;
    jobless claims; joblessness; lawsuit; lawsuits; lay offs; layoffs; lead times;
    leverage; liabilities; loan losses; loss; loss of; loss per share; losses; (loss |
    losses) (before | after) (tax | taxes | financial_items | extraordinary_items); net
    debt; net loss; non performing loans; npa; npas; odds; oil costs; operating loss;
    outflows; oversupply; penalties; penalty; pre tax loss; pressure; pressures; pretax
    loss; problems; profit taking; provisioning; provisions; rate; rates; raw material
    costs; raw material price; raw material prices; recession; redemptions;
    redundancies; restrictions; risk; risks; selling; selling pressure; short interest;
    shortage; shortages; slowdown; spreads; stockpiles; strain; stress; subsidy burden;
    tariff; tariffs; tax; taxes; tension; tensions; uncertainty; unemployment;
    unemployment rate; unit cost; unit costs; vix; volatility; woes; worries; worry;
    wpi; write downs; writedowns; yield; yields
"""
# More of these says nothing of how a firm does.
MUTE_NOUNS = """
    circuit limit; coupon; employees; exposure; fine print; floor area; headcount;
    holding; lending rate; leverage ratio; limit; limits; margin requirement; net asset;
    nominal value; number of employees; number of shares; ownership; personnel;
    population; reference rate; repo rate; rig count; rig counts; salary; share capital;
    share of the votes; shareholding; shareholdings; shares outstanding; square meters;
    square metres; staff; stake; tax rate; temperature; temperatures; votes; voting
    rights
"""
