"""What charts, traders and analysts say in phrases that mean more than their words."""

CHARTS_UP = """
    record (run | profit | profits | earnings | revenue | sales | quarter | results |
    inflows | demand | orders | order_book); in green; best (day | week | month | year |
    quarter) (since | in | of | ever); upper circuit; (above | past | through) # (mark |
    level | levels | points); crosses #; scales #; back above; above its; ~break (above
    | out | higher); in the (green | black); winning streak; ~add # (points | pct |
    percent | per_cent | pc | pts); premium (to | over | of) #; at # premium; bull (run
    | market | rally | trend); red to green; on fire; on a roll; golden cross; short
    squeeze; biggest (weekly | daily | one_day | monthly | quarterly | percentage)?
    (gain | gains | rise | rally | jump | advance); (~recover | ~rebound | ~bounce)
    back? from * (weakness | losses | selloff | low | lows | slump); short covering;
    among * gainers?; (premarket | pre_market | midday | early | biggest | after_hours)
    gainers; ~break:broke:broken out; (bull | bullish) flag; cup and handle; double
    bottom; higher lows; higher highs; (ready | set | poised | about | primed | going)
    to (run | pop | rip | explode | fly | bounce | squeeze | break_out); (could | can |
    will | might | should) (pop | run | explode | squeeze | rip | fly | bounce | soar |
    surge); squeeze mode; could be explosive; (up | higher | rises | gains) for (a |
    the)? (second | third | fourth | fifth | sixth | #) * (session | day | week |
    month); (short_sellers | shorts) (fried | burned | squeezed | covering | cover |
    scramble); (hold | holds | holding | held) (nicely | strong | firm | up_well |
    support | steady | well); catch a bid; catches a bid; buy the dip; (massive | big |
    huge | sharp | strong) (bounce | rally | rebound | breakout | upside)
"""
CHARTS_DOWN = """
    record loss; in red; (~sink | ~fall | ~slip | ~drop | ~dip | ~slide | ~plunge |
    ~break | ~close | ~end | ~settle | head | trade | trades | trading) (well | further
    | sharply | marginally | just)? below; below (# | its | the_# | key); off * high;
    from record (highs | high); in (the | deep)? red; ~extend (losses | fall | decline |
    slide | its_losses); profit (booking | taking); (book | books | booked | booking)
    (profit | profits | gains); ~take:took:taken (profits | profit_off); given back;
    ~back off; unwinding; ~take:took:taken a (hit | beating | knock | toll); ~lose:lost
    (ground | steam | sheen | momentum | lustre | shine | sparkle | market_share | value
    | money | shine | weight); under (pressure | fire | stress | strain | scanner |
    scrutiny | investigation | siege | cloud | the_microscope | selling_pressure);
    selling pressure; selling spree; biggest (weekly | daily | one_day | monthly |
    quarterly | percentage)? (loss | fall | drop | decline | decliners? | slide |
    plunge); death cross; long unwinding; dead cat; profit warnings; funds are (selling
    | dumping | cashing); (clear | outright) sell; ~reverse * (gains | rally); takes
    away gains; (can | could | should | to) be sold; among * (losers? | decliners?);
    (premarket | pre_market | midday | early | biggest | after_hours) (losers |
    decliners); bear flag; bearish flag; double top; head and shoulders; lower highs;
    ~roll over; gap down; gaps down; gapped down; (down | lower | falls) for (a | the)?
    (second | third | fourth | fifth | sixth | #) * (session | day | week | month);
    ~retest * lows; ~add to (losses | declines); going nowhere; (could | may | might |
    will | should) (crash | tank | collapse | plunge | tumble | crater);
    ~break:broke:broken support; falling knife; dead money; bull trap; (look | looks |
    looking) (overvalued | weak | vulnerable | shaky | expensive | bad | ugly | risky |
    grim | toppy | tired | stretched | overbought | conservative | overextended | dire |
    bleak)
"""
ANALYSTS_UP = """
    (price | stock_price | share_price)? targets? (raised | lifted | hiked | upped |
    increased | boosted); ~raise * (price_target | forecast | forecasts | guidance |
    outlook | estimate | estimates | dividend | stake | target | view | rating | payout
    | holding | quarterly_dividend); ~hike * (dividend | guidance | stake | target |
    outlook | estimates | forecast | payout | holding); (started | initiated | starts |
    initiates | reinstated | resumed | assumed | maintained | reiterated | reiterates |
    maintains | rated | coverage | coverage_started | stays | remains | begins | kept) *
    (at | as | with)? (a)? (buy | outperform | overweight | strong_buy); (buy |
    outperform | overweight) (rating | call | calls | ratings | recommendation | reco |
    ideas | bet | opportunity | signal | list | zone); a buy; soft buy; top (pick |
    picks | buy | bets | bet | stock_ideas | performing | performers | performer); good
    (buy | bet | bets | pick | investment | entry | opportunity | long_term | portfolio
    | time | results | returns | return | numbers | growth | potential | quality |
    stock_to | value); best (bet | bets | pick | picks | buy | performing | performer |
    performers | stocks?); ~look (good | attractive | great | strong | promising |
    positive | cheap | undervalued | interesting | better | poised | set_to | primed |
    bullish | reasonable | healthy | bright | decent | rosy | ok); hedge funds
    (are_buying | are_betting | warming_up | love | are_loving | are_crazy |
    are_piling); have never been (this | more) bullish; (should | must | can) buy;
    (should | can | may | could | to | will | may_continue_to) (outperform | do_well |
    go_higher | go_up | rally | double); ~bet (on | big | heavily_on); bode well; bodes
    well; do well; doing well; play out well; time to buy; buy on (dips | declines |
    decline | correction | every | weakness); buying opportunity; (go | stay | remain |
    be | take | remains) long; long (positions | trade | trades | bet | bets);
    ~accumulate; stay invested; ~stick:stuck with; room to (run | grow | rise); can (go
    | touch | hit | reach | rise | rally | scale | move | climb | test | see | give) (up
    | to | higher | #)?; could (go | touch | hit | reach | rise | rally | move) (up | to
    | higher)? #; (may | might | could | can | will | to | should) (touch | hit | scale
    | test | reach) # (levels | level | mark | highs | soon | in | by); positive (on |
    about | bias | outlook | surprise | note | zone | territory | data | results |
    opening | start | stance | view | for); winning (bet | stock); buying opportunities;
    (can | could | should | to) be bought; worst (is | may_be | could_be | seems) (over
    | behind); pt (raised | lifted | hiked | upped | boosted | increased | up); ~raise *
    (pt | pts | price_targets | targets | estimates); (pos | positive) comments?; bull
    (camp | case | call | thesis); ~turn (bull | bullish | positive | constructive);
    (must | should) (own | have) (stock | dividend | dividends | growth)?; (added |
    adds) to * (conviction | focus | top_pick | best_ideas) * list?; sees (upside |
    upsides | opportunity | room | more_upside); upsides; street high; (double |
    two_notch) upgrade; resumed at buy; new bull; ~gain a bull; worst is behind
"""
ANALYSTS_DOWN = """
    (~cut | ~lower | ~slash | ~trim | ~reduce | ~withdraw | withdraws | withdrew |
    withdrawn | ~pull | ~suspend | ~scrap | ~drop | ~pare | ~slice) * (price_target |
    forecast | forecasts | guidance | outlook | estimate | estimates | dividend |
    dividends | stake | target | view | rating | payout | growth_forecast | holdings |
    buyback | exposure); (sell | underperform | underweight) (rating | call | calls |
    ratings | recommendation | reco | signal | into | zone | on | with | around | at |
    off | position | if); a sell; (recommend | recommends | advises | suggests |
    recommend_to) (sell | selling | exit | avoid); (should | better | best | investors |
    good_to) (avoid | be_avoided | exit | get_out | book); avoid (buying | stock |
    stocks | it | the | taking | investing | these | this | shares | trading | fresh |
    at); (get_out_of | stay_out | stay_away | keep_away | keep_off | steer_clear |
    stay_clear | stay_off | stay_light | avoid_stock); steering clear; cashing out; (go
    | stay | remain | take | be | went) short; short (positions | position | selling |
    sellers? | trade | trades | call | nifty | bets? | thesis | attack | report | side);
    negative (on | bias | outlook | surprise | note | zone | territory | data | opening
    | start | stance | view | impact | for | news | rating | watch | effect); (limited |
    no | capped | not_much | little) (upside | further_upside); not (bullish | positive
    | optimistic | recommend | a_buy | advisable | comfortable | a_good | good |
    impressed | attractive | buying | interested | recommended | profitable); would not
    (buy | take | recommend | touch | enter | get_into | advise); priced in; (more |
    further | some | much | significant) (downside | correction | pain | weakness |
    fall); (may | might | could | can | will | should | expect | to) (see | witness |
    face | head | fall | correct | drop | slip | slide | test | go | touch) (a)?
    (correction | lower | down | below | pressure | downside | headwinds); too (risky |
    expensive | late | much_risk | high | hot | far); (be | remain | trade | remains |
    stay | turn | turns | turned) (very)? cautious; correction; on the (downside |
    sidelines | backfoot | back_foot | brink | edge | wane | ropes); value trap; less
    bullish; pt (cut | lowered | slashed | trimmed | reduced | down); ~cut * (pt | pts |
    price_targets); ~lower * (pt | pts | price_targets); (neg | negative) comments?;
    bear (camp | case | call | thesis); ~turn (bearish | cautious | negative); ~gain a
    bear; removed from * (conviction | focus | top_pick | best_ideas) * list?;
    (~withdraw:withdrew:withdrawn | ~pull | ~suspend | ~scrap) * (guidance | outlook |
    forecast | targets); (street | bulls | analysts | investors) (cautious | wary |
    nervous | skeptical | sceptical)
"""
