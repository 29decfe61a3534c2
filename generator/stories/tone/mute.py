"""Phrases without a tone, and those that begin a circumstance."""

# What follows these tells the circumstance, not the news, and weighs less.
CLAUSES = {
    1.1: """
        but; however
    """,
    0.9: """
        says; yet
    """,
    0.6: """
        due to; thanks to; whereas; which; while
    """,
    0.5: """
        because; because of; owing to; post
    """,
    0.45: """
        after; following; on; on (concern | concerns | fear | fears | worries | hopes |
        hope | expectations)
    """,
    0.4: """
        amid; amidst; as; if; in order to; when
    """,
    0.3: """
        to fund
    """,
    0.2: """
        although; before; even; even as; though
    """,
    0.15: """
        ahead; ahead of; prior to
    """,
    0.1: """
        even if; even though; except; since
    """,
    -0.1: """
        despite; in spite of
    """,
    -0.3: """
        unless
    """,
}
# Said of place, time, role or size: no tone, and no clause begins.
MUTE = """
    as (a | an | the | of | at | per | part | ceo | cfo | chairman | president | head |
    director | from | well | to | soon | many | much | usual | chief | md | its); as (a
    | an | the) result; as well as; as compared; such as; on (monday | tuesday |
    wednesday | thursday | friday | saturday | sunday | january | february | march |
    april | may | june | july | august | september | october | november | december | jan
    | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec); on # (january |
    february | march | april | may | june | july | august | september | october |
    november | december)?; on (nse | bse | nasdaq | nyse); on the (year | quarter |
    month | week | day | market | exchange | street | move | nasdaq | nse | bse | back);
    on (year | track | year_on_year | board | average | sale | offer | your | its |
    their | his | our | day); based on; focus on; depending on; on a; based in; go on; a
    year (ago | earlier); year (ago | earlier); year on year; half year; up to (# | the
    | date)?; up (for | with | with_its); set up; start up; start ups; follow up; line
    up; lined up; ended up; wind up; back up; comes up; show up; teamed up; round up;
    wrap up; opened up; catch up; ~give up; ~look up; ~cosy up; speak up; growing up;
    ~crack down; ~step down; ~hand down; ~break down; ~stand:stood down; cool down; ups
    and downs; fall (2008 | 2009 | 2010 | 2019 | 2020 | of_# | season); the fall of #;
    short term; low cost; high (quality | tech | speed | end | level | street | court |
    profile | voltage | school | performance | yield | grade | rise | resolution |
    frequency | capacity | net_worth | command); best (buy | practice | practices |
    known | regards | selling); good (friday | for_nothing | morning | afternoon |
    evening | luck | bye | cause | stock_#? | till); well known; better known; rich
    (list | man | uncle); no (debt | limit | date | plans | plan | need | comment |
    longer_needed | impact | change | changes | material); not (only | just | disclosed
    | disclose | yet | a_single | clear | exist); (risk | cost | inventory | debt | loss
    | pressure | penalty | crisis | strain | damage | pain | problem | stress | tension
    | fraud) (management | manager | officer | chief | free | committee | assessment |
    analysis | accounting | control | controls | measurement | sensor | sensors | relief
    | test | tests | testing | detection | adjuster | solving | transmitters? |
    weighted); exchange rate; exchange rates; growth (rate | rates | stock | stocks |
    fund | investor | investors | strategy | capital | equity | company | companies |
    markets? | hormone | partners | enterprise | story); success (stories | story);
    mutual fund; mutual funds; benefits of; stop loss; weight loss; record (date | book
    | books | label | of | keeping); top (# | ten | five | three | two | nine | six |
    management | stocks | executive | executives | official | brokerages | trading |
    news | stories | headlines | gainers? | losers?); free cash flow; duty free; tax
    free; fair (value | trade | price); market (risk | cap | capitalisation |
    capitalization | place | maker | makers | research | update | regulator | value);
    natural disasters; closed for; hard drive; bull market in; support (team | staff |
    services? | centre | center | at | level | levels | agreement); technical support;
    resistance (at | level | levels); board approves; subject to approval; subject to
    the approval; subject to (regulatory | shareholder)? approvals?; competition
    (authority | authorities | commission | law | bureau | watchdog | act); approval of
    the (competition | authorities | shareholders | general | board); holding company;
    holdings (inc | ltd | plc | corp | limited); lower house; higher education; upper
    house; (profit | earnings | revenue) (report | reports | preview | call | calendar |
    season | date | transcript); sales (office | unit | force | manager | network | team
    | director | company | organisation | representative | organization | subsidiary |
    channel | channels | point | points | people); sales and (marketing | service |
    services | distribution); production (plant | plants | facility | facilities | line
    | unit | lines | units | company | site | sites | machinery); order (includes |
    comprises | was_placed | form | is_part); investment (bank | banks | banking |
    company | firm | fund | management | advice | adviser | advisor | plan | ideas? |
    services); share (issue | register | options | option | subscription | price_on |
    prices_at | based | swap | purchase | exchange_ratio); stock (exchange | exchanges |
    market_# | option | options | split | picks? | offering | news | symbol | dividend);
    option to purchase; court orders; in order to; trading (hours | halt | session |
    range); in line with (the | its | his | our)?; ~gain (access | control | entry |
    insight | experience | approval); free fall; price (list | lists | tag | fixing |
    band | discovery | to_earnings | hike_on); cutting edge; first cut; lift (truck |
    trucks | off | installation); fork lift; forklift; sale of * (bonds | notes | shares
    | stake | assets | business | unit); as of; carry on; lock down; ~settle down; short
    listed; shortlisted; low carbon; low season; no material (effect | impact |
    changes?); risk free; cost effective; cost efficient; stress tests; employee
    benefits; hearing loss; profit sharing; profit and loss account; call options; put
    options; ~await * approval; marketing and sales; head of sales; power cut; blood
    pressure; tyre pressure; fall collection; fall collections; (exceed | exceeds) (eur
    | usd | #); patients suffering; (covers | cover | against) damage; damage caused;
    strike notice; lifting capacity; lift capacity; fighting fraud; fraud prevention;
    fraud detection; pain relief; severe pain; holdings to; record (ipo | bond | issue |
    bond_sale | sale_of); # (stocks | etfs | reasons | things | ways | charts) to
    (consider | watch | know | buy); potential (suitor | suitors | buyer | buyers |
    bidder | bidders | sale | deal | merger | ipo | impact | uses? | conflict | risks? |
    bid | offer | investors?); eases? financial conditions; ease financial conditions;
    to ease; eased (restrictions | rules); (therapeutic | market) potential;
    opportunities (fund | trust | portfolio | corp | inc | conference); # (times | x)
    sales; ease of; (virus | coronavirus) cases fall; (rate | rates) bets; (delay |
    delays) (decision | vote); favorite to; sale (process | proceeds); sells? at; (low |
    lower) (yield | rate | rates | and | cost | paying | income); as low as
"""
# Money that is raised is neither.
RAISED = """
    ~raise (up | upto | as_much_as | about | over | around | nearly | at_least | almost
    | more_than)? to? #; ~raise rs #?; ~raise * (funds | fund | capital | money | cash |
    debt | equity | financing | finance)
"""
# Said of prices, ratings and reports that stand still or are only announced.
NEITHER = """
    from (a)? (buy | overweight | outperform | sell | hold | neutral | underweight |
    underperform | strong_buy); better buy; preferred (stock | shares | equity |
    securities); senior (secured | unsecured) (notes | debt | bonds)?; first lien;
    secured (notes | debt | loan | bonds); interest rate (swap | swaps | derivatives);
    cut offs?; ~recover (rs | dues | money); (oil | opec | crude | oil_production)
    (output | production | supply)? cuts?; ~cut (oil | crude | opec) (output |
    production | supply)?; (a)? good stock to; (strong | key | immediate | crucial)
    (support | resistance); no change; unchanged; flat; range bound; mixed; mixed bag;
    neutral; hold rating; declares * dividend; winners and losers; top gainers and
    losers; pros and cons; risk reward; fed rate; (leading | world's_leading |
    market_leading | leading_provider | leading_supplier | leading_manufacturer); (buy |
    sell) or (sell | hold | buy); (limited | no) impact; (weighs | weighing | weigh)
    (ipo | sale | bid | offer | options | listing | merger | takeover); correction (to |
    of); (take | takes | taking | in | took) charge; advanced (economies | economy |
    technology | materials | manufacturing); (policy | fed | monetary | quantitative |
    ecb | rbi) easing; (large | mid | small | micro | mega) (cap | caps); below (book |
    fair) value
"""
