"""The words by which a headline about markets or the economy is known.

Each list is a label that `markets.py` weighs; `phrases.py` says how they are written.
"""

# What hides a word of the lists below.
HIDDEN = """
    stock photos?; stock image; file photo; rolling stock; livestock; stock up; in
    stock; out of stock; stock car; stock footage; stock cars; laughing stock; take
    stock; takes stock; taking stock; housing stock; stock pot; gold medal*; gold cup;
    gold dust; phone calls?; fossil fuels?; final quarter; champions? of; policy review;
    gold coast; golden; gold card; gold standard; gold chain; gold jewel*; silver
    lining; silver screen; silver medal*; silver spring; oil painting*; olive oil;
    essential oils?; hair oil; engine oil; cooking oil; coconut oil; fish oil; bank
    holidays?; power banks?; river bank; food banks?; blood bank; west bank; left bank;
    shares? (a | his | her | their | photo* | video | throwback | details | story |
    pictures | glimpse | first look | update | insights? | tips | secrets? | why | how |
    what | with | on | new); market square; farmers market; flea market; christmas
    market; night market; labou?r party; labou?r conference; labou?r mps?; labou?r
    government; interest in; gas station; tear gas; laughing gas; natural resources;
    power of; bond girl; james bond; rose garden; housing scheme; economy class; job
    interview; steve jobs; price is right; price tag; at any price; vice chancellor*;
    index finger; future of; record label; world record; criminal record; track record;
    off the record; record store; coin toss; bitcoin depot; fund raiser; general fund;
    trust fund; crude remark; crude joke; copper thieves; copper theft; iron man; cotton
    on; coffee shop*; coffee table; sugar daddy; sugar rush; steel band; man of steel;
    rate my; heart rate; birth rate; death rate; crime rate; pass rate; fertility rate;
    mortality rate; literacy rate; first rate; second rate; pledge support; data breach;
    exchange students?; exchange program*; stock exchange building; investors in people;
    dollar tree; dollar general; million dollar baby; credit to; credits?; credit card;
    credit cards; tax return; forex trader jailed; bullish on; premium bonds?; savings
    bonds?; plants # .. trees; plants trees; plant based; oil spills?; bank manager;
    power rankings?; free trade school; trading cards?; trade school; interest grows;
    job fair; market town; market place; gold rush; gold digger; shutdown tours; bond
    villain; family bonds?; bonds with; bonding; school bonds?; bail bonds?; money bags;
    stocking; capital city; capital punishment; capital murder; interest group; oil
    change; motor oil; currency of; power of attorney; power play; power couple; union
    minister; union territory; union home; state of the union; student union; cash
    prize; prize money; credit where; tax evasion case; mine shaft; gold star; financial
    literacy; declared bankrupt; financial inclusion (training | workshop); (goes | is |
    went | are) down; hits (back | out | the web); (up | down) (to | for) you; shut down
    debate; living in; strike order; military strike; air strikes?; drone strikes?;
    heads? up; cover up; grow up; wake up; back up; stands? up; breaks? down; steps? up;
    hits? screens; meltdown; pick up truck; down syndrome; sit down; open up; opens up
    about; up close; make up; minerals for; guide to minerals; vitamins (and | &)
    minerals; pet food; physics wallah; gold coins?; silver coins?; budget (friendly |
    travel)
"""
# Each of these says that a headline is about markets or the economy.
STRONG = """
    inflation; deflation; disinflation; stagflation; price growth; cpi; ppi; hicp; gdp;
    interest rates?; repo rate; policy rate; key rate; benchmark rate; basis points;
    central banks?; monetary policy; stock markets?; wall street; dalal street; gilt
    yields?; eurobonds?; brent; opec; recession; jobless claims; unemployment rate;
    industrial (output | production); pmi; current account (deficit | surplus)?; ipos?;
    hedge funds?; private equity; stock futures; foreign exchange reserves; against the
    (us )?dollar; anti dumping; import (duty | duties | tariffs?); (diesel | fuel |
    petrol | gasoline | wheat | rice | sugar | grain | coal | lng | lithium | cobalt |
    nickel | copper | gold | oil | steel | aluminium | aluminum | chip | car | coffee |
    cocoa | tea | garment) (exports? | imports? | shipments); mortgage rates?; consumer
    (confidence | sentiment | spending); share (price | buyback | sale)s?; (bans |
    banned | halts | suspends | curbs | lifts) .. (exports | imports | shipments);
    delinquenc(y | ies); defaults?; dumping; foreclosures?; bad loans; write ?downs?;
    walkout; teamsters; bookings; tolls; freight rates?; (recalls? | recalled |
    recalling) # .. (vehicles | cars | trucks | suvs | planes); (order | orders |
    contract) (for | of) # ~ (jets | planes | aircraft | engines); (drug | planes? | car
    | auto | chip | steel | jet | phone | toy | tyre | tire)makers?; drug (pricing |
    prices); (fines | fined) .. # (m | million | mn | bn | billion); public borrowing;
    government borrowing; borrowing (costs? | target | figures); crop (reports? |
    prices); hiring (freeze | slows | plans); (fed | federal reserve) (governor | chair
    | chief | official | officials | policymaker | minutes | meeting | cut | hike |
    independence); crypto custody; (steel | car | auto | aluminium | aluminum) (tariffs
    | duties); duties on; reciprocal tariffs; usmca; nafta; (discuss | discusses) trade;
    gig economy; (rejects | rejected | raises | sweetens | drops | withdraws | weighs |
    mulls | makes | launches | considers | rebuffs | tops) .. (bid | takeover | buyout |
    merger | acquisition | acquisitions | ipo | sale of | spinoff); (buys | to buy |
    acquires | sells | to sell | sold | bought) .. for # (billion | million | bn | mn |
    crore | b | m); (fined | fine of | settles for | to pay) # (billion | million | bn |
    mn | crore) ..; cost of living; k shaped; (investors? | traders? | markets?) (on
    edge | brace | await | awaits | eye | weigh | cheer | shrug | shrugs | fret | fear |
    bet | bets | dump | flee | digest | reel | rattled | spooked | jittery | nervous |
    rejoice | react | pile | rush | rotate); (bull | bear | investment) (case |
    narrative); price targets?; under pressure; sell rating; buy rating; share (issue |
    placing); fundraising; (names | appoints) .. as (ceo | co ceo | chief executive |
    chairman); open offer; disinvestment; privati(s | z)ation; stake sales?; joint
    ventures?; rate (freeze | setters); rating agenc(y | ies); oil (shock | slump | rout
    | crash | collapse); stocks?; shareholders?; equit(y | ies) (market* | ind(ex |
    ices) | futures); equities; d street; treasury (yields? | bonds? | notes? | bills?);
    treasuries; bond (yields? | markets? | sale | issue | issuance | auction | offering
    | traders | investors); bonds; sukuk; yield curve; gilts?; bunds?; t bills?; rate
    (cuts? | hikes? | decisions? | pause | rise | increase | hold)s?; base rate; rates
    (steady | on hold | unchanged); bps; mpc; fomc; hawkish; dovish; inflation*; pce;
    consumer prices?; producer prices?; wholesale prices?; economic (growth | outlook |
    data | slowdown | activity | recovery | contraction | forecast | crisis | output |
    policy | reforms?); (world | global | us | uk | chinese | china | german | germany |
    japan | indian | india | eurozone | american | nation) economy; economy (grows |
    grew | shrinks | shrank | expands | expanded | contracts | contracted); near
    collapsed? economy; jobs (report | data | numbers | market); payrolls?; jobless*;
    unemployment; job market; job (gains | growth | losses | openings | cuts); lab(our |
    or) market; adp; ism; pmis; tankan; purchasing managers; factory (output | activity
    | orders); manufacturing (activity | sector | output | pmi); retail (sales |
    inflation); trade (deficit | surplus | war | gap | balance | deals? | talks? |
    tensions | agreement | barriers | pact | truce); balance of payments; foreign
    (exchange | reserves | investors?); fdi; remittances; oil (prices? | futures |
    markets? | output | exports | production | giants? | majors? | producers? | supply |
    demand | stocks | drilling); wti; crude (oil | futures | prices?); barrels?; bpd;
    refiner(y | ies); lng; natural gas (prices? | futures | demand | supply); gas
    (prices | supply | supplies); energy (prices | crisis | markets?); rare earths?;
    critical minerals?; (gold | silver | copper | metal | bullion | commodity | grain |
    wheat | coffee | cocoa | steel | power | electricity | food | fuel | petrol | house
    | home | property | housing | rubber | sugar | palm oil | lithium | uranium | iron
    ore | coal | crypto | bitcoin | token | coin | ether | ethereum | xrp | solana |
    dogecoin) prices?; bullion; forex; fx; exchange rates?; greenback; us dollar; dollar
    index; (rupee | yen | yuan | naira | rand | peso | ringgit | sterling | euro) (rises
    | falls | slips | gains | weakens | strengthens | edges | steadies | hits | drops |
    climbs | opens | against | closes | ends | settles); gbp; eurusd; gbpusd; usdjpy;
    xau usd; xauusd; sell offs?; selloffs?; bull (market | run); bear market; market
    (rall(y | ies) | selloff | sell off | crash | correction | turmoil | volatility |
    wrap | close | outlook | sentiment | breadth | euphoria | fragility | cap |
    capitali(s | z)ation | watch | headwinds | movers | update | recap | jitters | fears
    | bets); (financial | emerging | capital | debt | credit | global | asian | european
    | us | gulf | indian | options | money | futures | currency) markets?; markets
    today; index futures; (dow | nasdaq | s&p 500 | sensex | nifty | ftse | dax | nikkei
    | kospi | hang seng | cac 40 | stoxx 600 | asx 200 | kse 100 | bursa malaysia | tsx
    | bovespa | ibex | jse); nasdaq 100; s&p; russell 2000; dow jones; top gainers; top
    losers; gainers and losers; gainers & losers; options traders; earnings (season |
    deluge | growth | beat | miss | report | reports | per share | estimates? | outlook
    | preview | surprise | guidance); eps; (quarterly | annual | full year | half year |
    interim | record | net | pretax | operating | gross | pre tax) (results | earnings |
    profits? | revenues? | loss(es)? | sales | income); profit (warning | growth |
    margins?); (q1 | q2 | q3 | q4 | h1 | h2 | 1q | 2q | 3q | 4q | first quarter | second
    quarter | third quarter | fourth quarter | first half | second half | 9m) (results |
    earnings | profits? | pat | net | revenues? | sales | loss | deliveries | gdp | show
    | ebitda | update | eps | trading); ebitda; beats? (estimates | expectations |
    forecasts); (miss(es)? | tops?) (estimates | expectations | forecasts); etfs?;
    etps?; government shutdowns?; govt shutdown; us shutdown; federal shutdown; shutdown
    (fears | deadline | looms | begins | uncertainty | risks?); (us | federal)
    government (shuts? | shut) down; debt (ceiling | markets? | relief | restructuring |
    crisis | load | sale | burden); credit (rating | ratings | spreads? | growth);
    sovereign (debt | bonds? | rating | wealth fund); junk bonds?; private credit; all
    time highs?; record (high | close | low)s?; risk appetite; safe haven*; initial
    public offering; goes public; go public; going public; stock split; rights issue;
    buybacks?; share (sale | buyback | repurchase | offering | issue); mergers?; m&a;
    takeovers? (bid | offer | talks | target | approach); buyouts?; take private; taken
    private; acquisition of; (to | agrees to | agreed to | set to) (acquire | buy |
    merge); acquires; to be acquired; stake (in | sale | to); divest*; spin ?offs?;
    trading update; pre close; profit taking; market share; tariffs?; export (controls?
    | curbs | ban | duty); sanctions; quotas?; wto; imf; world bank; fiscal (policy |
    deficit | rules | year | reform | overhaul | stimulus | consolidation | gap); budget
    (deficit | surplus | gap); deficit; national debt; public debt; tax (revenues? |
    collections? | cuts? | hikes? | receipts | overhaul | rises? | reform); gst; vat;
    windfall tax; finance minist(er | ry); chancellor (rachel )?reeves; stimulus;
    bailout; subsid(y | ies); stablecoins?; crypto*; blockchain; defi; tokeni(s | z)*;
    altcoins?; memecoins?; meme coins?; bitcoin; btc; ethereum; eth; xrp; solana;
    dogecoin; cardano; binance; coinbase; ripple; listed (companies | company | firms? |
    real estate); valuations?; market regulator; sebi; finra; cftc; stock exchanges?;
    bourses?; nyse; nasdaq listed; semiconductors?; ai (chips? | boom | bubble |
    spending | stocks | trade | demand); data cent(er | re)s?; layoffs?; lays? off;
    laying off; cuts (jobs | staff); bankruptcy; insolven*; chapter 11; creditors?;
    nonperforming; npas?; lenders?; mortgage (demand | applications); housing (market |
    starts | prices | demand | crisis); house builders?; property (market |
    developers?); real estate (market | sector | developers | investment | stocks);
    office market; auto sales; (vehicle | car | truck | ev) (sales | registrations |
    output | production); passenger demand; holiday sales; stop loss; 52 week (highs? |
    lows?); (four | six | one | two | three | five | ten | multi) (year | month) (highs?
    | lows?); (upper | lower) circuit; price war; circuit breakers?; growth (slows |
    cools | accelerates | forecast | outlook); (steel | oil | coal | aluminium |
    aluminum | gas | pork | car | vehicle | crude) (output | production | throughput |
    exports | imports); crude; yuan; rupee; rouble; ruble; sterling; base metals;
    precious metals; soybeans?; wheat; nifty*; (names | appoints | picks | ropes in |
    taps | elevates | hires) .. (ceo | co ceo | chief executive | cfo | chairman |
    chairwoman); (new | next | interim | outgoing | co) (ceo | chief executive | cfo);
    ceo (transition | succession | exit); (ceo | chief executive | cfo | chairman) ..
    (steps? down | stepping down | resigns? | quits? | retires? | to retire | will
    retire | departs? | ousted | leaves | succeeds); (takes over | joins | to join |
    takes charge | named | steps down | quits) as .. (ceo | chief executive | chairman |
    managing director | cfo | chief financial officer); activist investors?; raid;
    capital raising; (raises? | raised | raising | raise) # (million | bn | billion | mn
    | crore | cr | m | b) ..; wealth (fund | management); asset sales?; frozen (russian
    )?assets; bid for; (talks | deal) to (buy | sell | acquire | merge); (for | in) #
    (billion | million | bn) deal; # (billion | bn | b | million | mn) ~ (deal | buyout
    | takeover | acquisition | investment | bond | loan | contract | order | ipo | stake
    | fund | fine | financing); (invest | invests | investing | to invest | pour | pours
    | spend) # ..; orders worth; order win; minimum wage; high street (sales |
    spending); retail crisis; sales (slide | fall | rise | drop | jump | surge | slump |
    growth | down | up); (sees | posts | reports | swings to | narrows) .. (loss |
    profit); profit (falls | rises | jumps | drops | surges | slumps | up | down | beats
    | misses | doubles); (net | pat) (profit | up | falls | rises | jumps | dips | down
    | rises); collections soar; gst collections; year (on | over) year; yoy; y y; m m;
    qoq; month on month; monthly sales; (wealth | bank | corporation | corporate | sales
    | income | property | carbon | fuel | inheritance | capital gains | payroll |
    digital services | company | land | sugar) tax(es)?; tax (rules? | credits? |
    breaks? | code | law | laws | bill | incentives? | relief | regime | policy |
    exemptions? | holiday | burden | take | changes); stamp duty; business rates; (steel
    | us | new | import | export | higher | trump | punitive) (duties | levies); levies;
    (listing | disclosure | accounting | capital | settlement | insider trading | short
    selling | merger) rules?; share class(es)?; dual class; prediction markets?; event
    contracts?; adtech; force majeure; price (range | band); bondholders?; price cap;
    (home | house | property | land) (values | sales); general strike; industrial
    action; labou?r (law | laws | code | codes | bill | reform | dispute); state funds?;
    sovereign (wealth )?funds?; oil fund; pension funds?; infrastructure (fund |
    spending | investment); development bank; (into | in | enters? | entered | of | out
    of) administration; liquidation; receivership; administrators; occupancy; (tourist |
    visitor | cocoa | passenger) arrivals; visitor numbers; load factors?; pay (offer |
    talks | dispute); farmgate; state of the economy; (public | national) finances;
    public spending; supply chains?; (wins | won | lands | secures | secured | bags |
    awarded | clinches | nets | receives | gets) ~ (contract | contracts | order |
    orders | deal | tender | concession); (contract | order) to (build | supply |
    deliver | operate); order (book | backlog | intake); (lends | lend | loan of) ~ #;
    (installed | generating | operational | production | refining | storage | solar |
    wind | power) capacity; # (mw | gw | mtpa | bpd); (take | takes | took | buys |
    acquires | sells | holds | taking) # % (of | in | stake); deal ?making; lisa cook;
    powell; lagarde; goolsbee; kashkari; bostic; (trade | commerce | finance | economy |
    treasury | energy | oil) (minister | secretary | chief); power (prices | demand |
    grid | cuts | plants? | tariffs?); (electricity | power | energy) (bills | tariffs?
    | demand | sector | supply); trade (pact | agreement | deal | bloc); free trade; wto
    rules; budget (draft | cuts | plan | bill | vote | gap); (draft | mini | federal |
    national | state) budget; (consumer | household) (debt | credit | spending | demand
    | mood); holiday season; bankrupt(cy)? (filing | protection | court); (sees | posts
    | reports | sets) .. record (month | quarter | year | season | sales); record (month
    | quarter | year) (for | of | in); cyber ?attack; foreign investment; fuel (price |
    prices | subsidy); price hikes?; stable outlook; (public | bought deal | secondary)
    offering; affirms ~ rating; opening their wallets; (spending | buying) (comeback |
    boom | spree | slump); (infrastructure | spending | stimulus | funding | relief |
    appropriations | omnibus) (bill | bills | package | packages | deal | law | plan);
    (tax | taxes) (plan | bill | bills | overhaul | on); estate tax; suez canal; panama
    canal; (avert | avoid | end | ends | prevent) .. shutdown; shutdown (enters | drags
    | stretches | day); debt limit; jones act; trade (delegation | representative | war
    | curbs); price gouging; gas shortages?; fuel shortages?; power outages? hit;
    unioni(s | z)ation; (auto | steel | mine) workers; antitrust (suit | case | probe |
    trial); executive pay; (relief | stimulus) talks; dearness allowance; pay
    commission; salary hikes?; (names | appoints) (new | first | next) (head | boss |
    chief | chairman | president); economists? (split | see | expect | say | forecast |
    warn); rate (move | path | call | setting | decision | settings); (retail | tourism
    | tax | export | customs) receipts; (to | will | plans to) split (in | into) (two |
    three); (credit card | loan | mortgage | consumer) (fraud | debt | defaults |
    delinquencies | balances | arrears); (real money | online) (gaming | games) (law |
    act | ban | tax | bill | rules); price fixing; (minimum | higher) support price;
    msp; (wage | salary | pay) (growth | rises?); budget #; trade accord; zero tariff;
    carbon (market | price | prices | credits); lawmakers approve budget; (targets? |
    guides? | guidance) for #; leasing rules; margins; price (rise | rises | rally |
    slump | surge | drop | drops | fall | falls | gain | gains); (oil | gas | crude)
    (flows | shipments | exports | field | fields | project | block); capital raise;
    (ship | shipbuilding | jet | aircraft | plane | turbine | train | locomotive)
    orders?; (gets | wins | gains | lapses | cabinet) nod; (trims | cuts | lowers |
    raises | lifts) .. (plan | target | goal | view | outlook | forecast | guidance);
    market value; (federal | government) (workers | employees) .. (paychecks? | pay |
    furlough* | layoffs | jobs); (finds | seeks | urges | names) (a )?buyer; (private |
    state) operators; best performing currency; (rents? | rental) market; box rates;
    sulphuric acid; private sector; (monthly | weekly | quarterly | annual) (rise | fall
    | drop | gain | decline | increase); stop ?gap; reconciliation bill; economic aid;
    (per | a) (kilo | kg | tonne | ton | barrel | ounce | bushel | litre | gallon |
    megawatt hour | mwh); capex; capital (spending | expenditure); swap (line | lines);
    muni (bonds | market | issuance); issuance; flag carrier; debt (swap | for equity);
    carbon (costs? | tax); harvest forecast; auction (prices? | rates? | bids?); freight
    volumes; truckload; container (rates | volumes | shipping); (cashew | tea | cocoa |
    cotton | coffee | maize | palm oil | timber | lumber | rice | vanilla | tobacco)
    (season | auction | crop | prices? | exports? | farmers | growers | trade | output);
    (platinum | palladium | nickel | zinc | tin | cobalt | iron ore | graphite | potash
    | antimony | gallium) (prices? | supply | output | exports | mines? | miners?);
    (building | build | built) ~ (apartments | homes | houses | housing); apartment
    (construction | market | rents?); oil (terminals? | depots? | hubs? | facilit(y |
    ies) | platforms?); fuel depots?; gas (plants? | terminals?); (rbi | cbn | boe | boj
    | bsp | sbp | boc | rba | rbnz | central bank | reserve bank | state bank) (governor
    | guv | deputy governor | gov); poverty rate; oil discover(y | ies); gas discover(y
    | ies); (discovers | discovered | discovery of | finds | strikes) ~ (oil | gas |
    hydrocarbons | lithium | copper | condensate); redundancies; (vc | venture | venture
    capital) (funding | investment | deals); (surpasses | tops | crosses | exceeds |
    hits | reaches | passes) # ~ (assets | aum | deposits | loans | sales | revenues? |
    users | market cap); russian assets; (cabinet | government | govt | ccea |
    parliament | senate | council of ministers) (approves | clears | okays | sanctions |
    allots | allocates | releases) .. # (cr | crore | bn | billion | m | million | mn |
    lakh | trillion); (takes charge | takes the helm | takes over | sworn in | appointed
    | named | nominated | nominates | picks | taps) .. (commerce | finance | trade |
    treasury | revenue | fed | fdic | sec | cftc | bls | cfpb | irs | central bank |
    reserve bank) (secretary | minister | department | ministry | chair | chairman |
    chief | governor | commissioner | head); (chair | head | chief | commissioner) of
    (the )?(us )?(fed | fdic | sec | cftc | bls | cfpb | irs | central bank | imf |
    world bank); insurance (costs | premiums | prices | rates); (tenders? | bids?) for #
    (tons | tonnes); energy (policy | transition costs | security); labou?r shortages?;
    (cheap | skilled) labou?r; high street; trade minist(er | ry); state owned
    enterprises?; external debt; debt (service | servicing | distress | stock); (tax |
    customs | revenue) (authority | service) .. (collects | collected | target |
    revenue); food (inflation | security | imports | exports | prices?); diaspora
    remittances; power (generation | output | shortages? | tariff hikes?); load
    shedding; electricity (tariffs? | generation | output | exports | imports |
    shortage); mobile money; money supply; foreign (currency | debt | aid cuts); (fuel |
    petrol | diesel | electricity | bread) price (hike | cut | rise | increase);
    industrial (policy | production | growth | zone | park); special economic zone;
    economic (zone | corridor | ties | sanctions | bloc | partnership agreement | growth
    forecast | package | plan | reform | model | cooperation | impact | losses); gross
    domestic product; per capita income; (wheat | rice | maize | sugar | corn | soybean
    | coffee | cocoa | grain | cereal) (output | production | harvest | crop | stocks |
    prices? | tender | exports? | imports?); (profit | revenue | sales) (target |
    forecast | outlook | guidance); (shares | stock) (suspended | halted | sink | slump
    | tumble | soar | jump | surge | plunge | slide | rise | fall | rally); (dual |
    secondary | primary | stock market | london | new york) listing; (delays? | shelves
    | scraps | postpones | plans | eyes | prices | files for) (an? | its)? ~ ipo; (loan
    | credit | export) guarantees?; (loan | credit) facility; syndicated loan; green
    bonds?; (airline | carrier | airport) (traffic | passengers | strike | profit |
    losses | bailout); (production | output | factory | plant) (halt | cut | cuts | line
    | shutdown); (halts | resumes | suspends | restarts | cuts | boosts | ramps up)
    (production | output | exports | deliveries | shipments | operations); (joint
    venture | merger | deal) (talks | collapse | collapses | approved | blocked);
    (investor | trade) mission; export (markets? | earnings | growth | orders | hub |
    credit | drive); (mineral | mining | gas | oil) (royalt(y | ies) | licen(c | s)es? |
    rights | exports? | sector | bill | code); tourism (revenue | receipts | earnings |
    arrivals | sector | spending); (government | america | congress) is (shutting |
    shut) ?down; government (to | may | could | will | shutting) shut ?down; chip
    (production | manufacturing | output | sector | industry | sales | orders | plants?
    | exports | stocks); solar installations; (flood | crop | deposit) insurance;
    monsoon rain(s | fall)?; deal to (revitali(s | z)e | build | develop | upgrade |
    expand | supply | moderni(s | z)e); world markets; (eur | gbp | usd | aud | nzd |
    cad | chf) (usd | jpy | gbp | chf | cad | aud | nzd | eur | inr | cny | sek | nok |
    mxn | zar); form jv; jv; apiece; economic (signals | indicators | fundamentals |
    headwinds | uncertainty | conditions | confidence | pressures | hardship |
    diplomacy); (uncertain | weak | slowing | struggling | strong | resilient |
    weakening) economy; trade (strategy | relations | ties | terms | preferences |
    concessions | diplomacy); agoa; tax(es)? on (tips | overtime); (initial | final)
    closing; first close; (during | amid | after | before | despite) (the )?(government
    )?shutdown; da (dr )?hike; (visitors | tourists) (spent | spend); (start | starts |
    begin | begins) trading; (market | trading | stock) debut; arbitration (panel |
    tribunal | award); stress tests?; capital (buffer | requirements?); (visitors |
    tourists) .. (spent | spend) ~ #; traders? guide
"""
# Two of these in a title do so.
PLAIN = """
    diesel; petrol; gasoline; jet fuel; fuel; pump prices; developer; developers;
    conglomerate; cargo; shipping; ports?; canal; concentrate; smelter; mines?; crops?;
    harvest; unionised; contract talks; households; hiring; borrowing; duties;
    drugmakers?; planemakers?; payrolls?; wages; refinery; refiner; jets; shipyards?;
    lender; lenders; watchdog; credit; loan; loans; spending; subsidiary; bidder;
    bidders; privatised; cost cutting; profitability; cash flow; growth forecast;
    markets; shares; investors?; traders?; analysts?; strategists?; economists?;
    brokers?; brokerages?; earnings; profits?; profitab*; revenues?; dividends?;
    takeovers?; acquisitions?; yields?; tariff; exports?; exporters?; imports?;
    importers?; economy; economic; economies; investments?; futures; commodit(y | ies);
    currenc(y | ies); dollar; yen; euro; sterling; naira; rally; rallies; volatility;
    bullish; bearish; bulls; bears; benchmark index; liquidity; debt; price target; nse;
    bse; rbi; fed; ecb; nasdaq; dow; index; indices; shutdown; slowdown; downturn; oil;
    gold; silver; copper; lithium; uranium; coal; mining stocks?; ceo; co ceo; cfo;
    chief executive; asset managers?; portfolios?; listing; listed; delist*; merg(e |
    ing); mergers?; tokens?; coins?; antitrust; restructuring; guidance; venture
    capital; mutual funds?; funds; reits?; quarterly; gdp; output; airlines?;
    automakers?; carmakers?; miners?; retailers?; producers?; insurers?; banks; rates;
    turnover; sales; stake; federal funding; budget bill; market watchdog; tax; taxes;
    levy; budget; subsidies; businesses; business; companies; company; manufacturers?;
    factory; factories; workers; strike; contract; contracts; order; orders; tonnes;
    tons; energy; electricity; solar; semiconductor; fund; bank; lending; finance;
    financial; mortgage; mortgages; rents?; housing; pension; pensions; freight;
    regulator; regulators; contractors?; trucks; truckmakers?; hydrogen; semiconductors;
    shipments; retail; wage; salaries; shoppers; privatise; reinsurer; reinsurance;
    auditors?; platinum; palladium; nickel; zinc; cobalt; iron ore; maize; palm oil;
    lumber; cotton; cocoa; coffee; pesos?; shekel; baht; ringgit; rupiah; rand;
    shilling; lira; franc; krona; yuan; rupee; rouble; bonds?; bank branches; capex;
    buyers; suitors; competitiveness; duty free; condensate; redundancies; bottlenecks?;
    port congestion; parcels?; state corporations; state owned; fertili(s | z)ers?; chf;
    jpy; nzd; aud; cad; department of (commerce | finance | energy | labor | trade);
    cfos; ceos; monsoon; semicon; chipmaking; inland revenue; microfinance; phosphate;
    bauxite; manganese; graphite; fisheries; shrimp; textiles?; garments?; remittance;
    arrears; tranche; megawatts?; mw; chamber of commerce; industrialists; agriculture
    minist(er | ry); revenue authority; customs authority; economic affairs; civil
    servants; price controls?; unpaid salaries; foreign firms; state firms?; state run;
    cement; fuel imports?; livestock exports?; dealers; shopkeepers; trade body; trade
    group; jobseekers; work permits; guest workers; squeeze; priced; (first | second |
    third | fourth) quarter; budget (hotels? | airlines? | carriers?); hoteliers; (hotel
    | restaurant | store | pub) chains?
"""
# These say so together with others.
MEDIUM = """
    catalysts?; narrative; pay (package | day | deal | rise); compensation; brewer*;
    carmaker*; supermarkets?; grocer*; wholesalers?; operator; giant; maker; chain;
    flights?; fleet; aircraft; float; merging; owner; bid; bids; offer; rival; rivals;
    talks; negotiat*; strategy; cash; fee; fees; fine; fined; probe; regulat*; lawsuit;
    compliance; warns; outlook; cuts; jobs; staff; employees; customers; bourse; hedge;
    leverage; leveraged; short sellers?; short selling; central; macro; cyclical*;
    defensive; midcaps?; smallcaps?; blue chips?; large caps?; small caps?; market;
    markets; shares; investors?; investments?; investing; invests?; traders?; trading;
    analysts?; strategists?; economists?; earnings; profits?; profitab*; revenues?;
    sales; turnover; dividends?; payouts?; takeover; acquisitions?; acquire(d | s)?;
    deal; deals; mergers?; merge; stake; stakes; shareholding; yields?; tariff; trade;
    exports?; exporters?; imports?; importers?; econom(y | ies | ic); fiscal; budget;
    banks?; banking; fintech; guidance; forecasts?; futures; commodit(y | ies);
    currenc(y | ies); dollar; dollars; rupee; yen; euro; sterling; naira; portfolios?;
    fund; asset managers?; assets; aum; gold; silver; copper; oil; gas; coal; steel;
    aluminium; aluminum; lithium; uranium; rally; rallies; volatility; volatile;
    bullish; bearish; bulls?; bears?; benchmark; settlement; liquidity; credit; debt;
    loans?; lending; upgrades?; downgrades?; price target; prices?; pricing; costs?;
    demand; supply; shortage; production; output; capacity; orders; quarter; q1; q2; q3;
    q4; fy25; fy26; h1; h2; ceo; co ceo; cfo; chief executive; chairman; chairwoman;
    board; company; companies; firm; firms; corporate; conglomerate; subsidiary;
    business; industry; industrial; sector; retailers?; manufactur*; airlines?;
    automakers?; carmakers?; miners?; producers?; developers?; suppliers?; supply
    chains?; regulators?; antitrust; taxes; tax; taxpayers; levy; levies; customs;
    excise; spending; wages?; labou?r; hiring; unemployed; workers; strike; union;
    pensions?; insurance; insurers?; reinsur*; mortgages?; property; real estate;
    housing; homebuyers; construction; energy; electricity; power; utilit(y | ies);
    nuclear; renewables?; solar; wind; pipeline; refining; drilling; mining; mine;
    minerals; agriculture; wheat; corn; soybeans?; grain; cocoa; rice; capital; raises;
    raised; funding; funds; financing; refinanc*; venture capital; startups?; unicorn;
    billionaire; shutdown; growth; slowdown; rebound; recovery; crisis; downturn;
    surplus; tokens?; coins?; wallets?; whales; traded; listing; listed; index; indices;
    rating; ratings; nse; bse; rbi; fed; ecb; treasury; chancellor; minister of finance;
    commerce (secretary | minister | department | ministry); trade (minister | ministry
    | secretary | representative); tourism; visitors; consumers?; inventory; logistics;
    freight; shipping; ports?; cargo; tankers?; contract; plant; factory; expansion;
    reserves?; reserve bank; bank of; statistics; data; survey; report; per cent;
    percent; million; billion; trillion; crore; lakh; mn; bn; annual; transaction*;
    payments?; opec; growers; farmers; farm; chief; ev; evs; electric vehicles?; state
    run; poverty; railway; rail
"""
# Publishers that write of markets or business.
PAPERS = """
    market*; invest*; stock*; etf*; financ*; econom*; business*; biz*; forex*; fx*;
    crypto*; coin*; bitcoin*; trad(e | er | ers | ing); tradingview; mining*; oil*;
    energy*; bank*; money*; mint; livemint; moneycontrol; profit; capital*; fund*;
    commodit*; insurance*; reinsurance; retail*; bloomberg; reuters; cnbc*; wsj; wall
    street*; barron*; seeking alpha; motley fool; benzinga; thestreet; nasdaq; argus*;
    nikkei*; beincrypto; mergers*; pensions*; property*; real estate*; zawya*
"""
# Publishers that print releases for those who pay.
WIRES = """
    globe ?newswire; pr ?newswire; business ?wire; accesswire; newsfile*; news powered
    by cision; cision; ein presswire; presswire; prweb; prlog; openpr; abnewswire;
    issuewire; send2press; firmenpresse*; media outreach*; marketersmedia; 24 7 press
    release; it news online; cnhi news; techbullion; apn news; newspatrolling*; www
    newspatrolling*; travelpress; junior mining network; investegate*; newswire; press
    release*
"""
# Publishers that mostly tell what to buy.
TIPSTERS = """
    motley fool; the motley fool; fool com; zacks*; nasdaq stock market; insider monkey;
    simply wall st; investorplace; 24 7 wall *; stocktwits; investors hub; ad hoc news
"""
TABLES = {
    "hidden": HIDDEN,
    "strong": STRONG,
    "plain": PLAIN,
    "medium": MEDIUM,
}
