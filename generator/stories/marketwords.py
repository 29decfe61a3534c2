"""The words by which a headline about markets is known, and those of other things."""

from generator.stories.phrases import any_of

# Each of these alone says that a headline is about markets or the economy.
STRONG = any_of(
    r"""
    holiday sales; treasury secretar(?:y | ies); trade delegations?; reports? (?:a
    )?record (?:\w+ ){0,2}(?:sales | season | quarter | revenue | profit);
    stocks?; stock market\w*; share prices?; shares (?:\w+ ){0,2}(?:rise | rose | fall
    | fell | jump\w* | slid\w* | surg\w* | soar\w* | drop\w* | gain\w* | climb\w* |
    tumbl\w* | plung\w* | rall\w* | slip\w* | sink\w* | sank | edge\w* | hit |
    trade\w* | up | down | higher | lower | open\w* | close\w*); equit(?:y | ies)
    (?:market\w* | ind\w+ | futures); equities; wall street; dalal street; treasur(?:y
    | ies) (?:yields? | bonds? | notes? | bills?); treasuries; bond (?:yields? |
    market\w*); yields? (?:rise | fall | rose | fell | climb\w* | slip\w*); yield
    curve; gilts?; bunds?; interest[- ]rates?; rate (?:cuts? | hikes? | decision |
    rise | increase)s?; repo rate; (?:holds? | cuts? | raises? | keeps? | hikes? |
    lowers?) (?:\w+ ){0,2}rates?; central banks?; monetary policy; inflation\w*;
    consumer prices?; producer prices?; gdp; recession; economic (?:growth | outlook |
    data | slowdown | activity | recovery | contraction | forecast); (?:world | global
    | u\.?s\.? | uk | chinese | china's | german | japan's | indian) economy; jobs
    (?:report | data | numbers); payrolls?; jobless\w*; unemployment(?: rate)?; job
    market; lab(?:or | our) market; pmi; purchasing managers; factory (?:output |
    activity | orders); manufacturing (?:activity | sector | output | pmi); industrial
    (?:output | production); retail sales; consumer (?:confidence | sentiment |
    spending); trade (?:deficit | surplus | war); current account; (?:crude |
    brent)(?: oil)?; oil (?:prices? | futures | market | rises | falls | slips | gains
    | drops | climbs | pauses | edges | settles | steadies | extends); opec\+?;
    (?:gold | silver | copper) (?:prices? | futures | rises | falls | slips | gains |
    climbs | drops | hits? | surges | rall\w+ | jumps | eases | steadies | retreats |
    soars | at record); (?:bitcoin | btc | ether | ethereum | crypto\w*) (?:prices? |
    market\w* | rall\w+ | rises | falls | slides | jumps | surges | drops | tumbles |
    plunges | climbs | etfs? | hits? | tops | nears | reclaims); forex; fx market\w*;
    exchange rates?; (?:dollar | euro | yen | pound | rupee | yuan | sterling)
    (?:rises | falls | slips | gains | weakens | strengthens | edges | steadies |
    hits? | drops | climbs | opens | against | index | settles); against (?:the
    )?(?:u\.?s\.? )?dollar; greenback; sell-?offs?; bull (?:market | run); bear
    market; market (?:rally | selloff | crash | correction | turmoil | volatility |
    wrap | close | open | outlook | sentiment | breadth | euphoria | fragility);
    financial markets?; emerging markets?; stock futures; index futures; options
    traders; earnings (?:season | deluge | growth | beat | miss | report | per share |
    call | estimate\w*); quarterly (?:results | earnings | profits? | revenue | loss);
    profit warning; (?:q[1-4] | first | second | third | fourth)[- ]quarter (?:results
    | earnings | profit\w* | revenue | sales | deliveries | gdp); beats? (?:estimates
    | expectations | forecasts); etfs?; government shutdown; shutdown fears; debt
    ceiling; credit rating; sovereign (?:debt | bonds? | rating); credit spreads?;
    junk bonds?; hedge funds?; all-time highs?; record (?:high | close | low)s?; risk
    appetite; safe haven
    """
)
# These say so together with others.
MEDIUM = any_of(
    r"""
    markets?; shares; investors?; traders?; analysts?; earnings; profits?; revenues?;
    dividends?; ipos?; buybacks?; mergers?; takeovers?; acquisitions?; acquires?;
    bonds?; yields?; tariffs?; trade (?:talks? | deal); exports?; imports?; econom(?:y
    | ic | ists?); fiscal; budget deficit; banks?; lenders?; valuations?; guidance;
    outlook; forecasts?; futures; commodit(?:y | ies); currenc(?:y | ies); dollar;
    rupee; yen; euro; crypto\w*; stablecoins?; bitcoin; portfolios?; funds?; nasdaq;
    nyse; layoffs; job cuts; mortgage rates; house prices; home (?:prices | sales);
    gold; oil; gas prices; rally; volatility; bullish; bearish; benchmark;
    settlements?; volatile; liquidity; credit; debt; upgrades?; downgrades?; price
    target
    """
)
# Copy that is sold, filed or generated: it names shares and tells of no market.
ADVERTISED = any_of(
    r"""
    class[- ]action; investor alert; shareholder alert; law (?:firm | offices?);
    securities fraud; lead plaintiff; shareholders? (?:rights | investigation);
    investigat\w+ (?:claims | potential claims); on behalf of (?:investors |
    shareholders); reminds (?:investors | shareholders); encourages (?:investors |
    shareholders); price predictions?; presales?; next 100x; \d+x (?:gains? | returns?
    | potential | crypto); best (?:crypto | altcoins? | meme ?coins? | stocks | etfs |
    dividend | growth | ai stocks); (?:stocks? | cryptos? | coins? | altcoins? | etfs?
    | funds? | shares) (?:to | you should | you can) (?:buy | watch | own | hold |
    consider); should you (?:buy | sell | invest); (?:is | are) .{3,40} (?:a )?(?:buy
    | good stock | good investment | undervalued)\b; why (?:\S+ ){1,6}(?:stock |
    shares | is | are) (?:\S+ ){0,3}(?:up | down | soaring | jumping | plunging |
    surging | sinking | falling | rising | skyrocket\w* | tumbling | trading);
    (?:stock | share)s? (?:position | holdings? | stake); (?:position | stake |
    holdings? | shares) (?:in | of) .{3,60}(?:\$[A-Z]{1,5} | inc | corp | co | ltd |
    trust | etf)\b; shares (?:acquired | sold | bought | purchased) by; (?:buys? |
    sells? | purchases? | acquires? | invests? | sold | bought) (?:[\d,]+ | new)
    (?:shares | stake); insider (?:sold | selling | buying); given (?:new )?\$?[\d.]+
    price target; price target (?:raised | lowered | cut | increased); coverage
    (?:initiated | started); short interest (?:update | in); (?:stock )?rating
    (?:upgraded | lowered | reiterated); trading (?:up | down) [\d.]+%; shares gap
    (?:up | down); assessing .{3,60}valuation; a look at .{3,60}valuation;
    (?:evaluating | assessing | exploring | reassessing) .{3,60}(?:valuation |
    shares); penny stocks; (?:notice | convocation) of .{0,40}meeting; (?:transaction
    | net asset value | share buy-?back)s? (?:in | of) own shares; net asset value;
    listing of derivatives; sponsored; giveaway; airdrop; casino; i asked chatgpt;
    could turn \$; turned? \$[\d,]+ into; if you(?:'d |  had)? invested; millionaire;
    passive income; retire(?:ment | d | e)? (?:early | rich | at); warren buffett's;
    hold forever; dividend stocks; prnewswire; globe newswire; business wire;
    announces? (?:the )?(?:appointment | date | pricing | closing | launch | results
    of | participation | voting); market (?:size | research | report) (?:to | worth |
    by | 20); worth (?:usd | us\$) ; cagr; horoscope; zodiac; lottery; powerball; for
    [A-Z]{2,}:[A-Z0-9.]+ by; validea; breakout board; stock haven; (?:critical |
    financial | head-to-head) (?:analysis | comparison | review | survey); position
    (?:cut | lifted | raised | trimmed | decreased | increased | boosted | reduced |
    lowered) by; (?:raises | cuts | lowers | reduces | lifts | trims | boosts) (?:pt |
    price target); better .{3,60} (?:buy | stock); prediction:; earn \$; can \$[\d,]+;
    cloud mining; is this .{3,30} realistic; earnings call transcript; live updates?
    podcast; free store pickup; stock growth score; strong etf right now; worth
    considering; maintains (?:buy | hold | sell | outperform); keeps (?:a )?(?:buy |
    hold)
    """
)
LAWYERS = any_of(
    r"""
    class[- ]action; law firm; securities litigation; lead plaintiff
    """
)
# What other pages of a paper speak of.
ELSEWHERE = any_of(
    r"""
    police; murder\w*; killed; kills; dead; dies; death; arrest\w*; shooting;
    stabb\w+; rape\w*; court; jailed; prison; lawsuit; sues; suspect; victims?;
    earthquake; typhoon; hurricane; flood\w*; wildfire; crash(?:es | ed)? (?:on | into
    | near); football; soccer; cricket; rugby; nfl; nba; mlb; nhl; premier league;
    champions league; coach; quarterback; striker; midfielder; goals?; match;
    tournament; league; playoffs?; olympic\w*; world cup; batting; wicket\w*; actor;
    actress; singer; album; film; movie; tv series; celebrity; wedding; recipe;
    restaurant; festival; concert; hospital; patients?; vaccine; school; students?;
    teachers?; university; church; pope; hostages?; ceasefire; gaza; hamas; troops;
    missile; drone strike; election; vote; voters; senator; mayor; sheriff; council;
    dog; cat; wildlife; tankers?; shadow fleet; shipwreck; minimum wage; fashion;
    beauty; skin; weight loss; gaming; xbox; playstation; iphone; android; trailer;
    episode; season; spoilers?; review
    """
)
