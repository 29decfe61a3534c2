"""What companies and their results are said to do, in phrases."""

# Against what was expected: that outweighs the move itself.
BEATEN = """
    (above | ahead_of | exceed | exceeds | better_than | beyond | higher_than) (the)?
    (expectations? | estimates? | forecasts? | consensus | expected | street | views |
    analysts | anticipated | previous)
"""
MISSED = """
    (below | short_of | under | weaker_than | worse_than | lower_than | less_than |
    behind | slower_than | trail | trails | lags) (the)? (expectations? | estimates? |
    forecasts? | consensus | expected | street | views | analysts | anticipated |
    previous | target | guidance)
"""
# Orders, results, jobs, plants, money.
COMPANIES_UP = """
    ~beat (analysts? | street | wall_street | market | consensus | forecasts? |
    estimates | expectations | views | by | on | eps | revenue | the_street | q# |
    profit | earnings)?; back (to | in | into) (profit | black | profitability | growth
    | the_black); ~turn (a)? (profit | profitable | corner | the_corner | around); no
    loss; break even; (~win | ~bag | ~secure | ~receive | ~get | ~clinch | ~land |
    ~obtain | ~sign | ~gain | gets | awarded | ~capture | has_received | has_won | ~grab
    | ~draw | ~announce | ~book) (a | an | the | its | new | major | another | its_first
    | two | three | several | big | further)? * (order | orders | contract | contracts |
    patent | mandate | mandates | licence | license | clearance | approval | go_ahead |
    nod | deal | deals | award | tender | certification | designation |
    frame_agreement); ~sign * (agreement | contract | partnership | deal | pact |
    letter_of_intent | memorandum | accord | mou); ~strengthen * (position | offering |
    presence | cooperation | competitiveness | balance_sheet | market_position |
    portfolio | ties | foothold | relationship); ~expand * (presence | operations |
    business | offering | cooperation | capacity | network | production); ~improve *
    (efficiency | profitability | competitiveness | quality | productivity | performance
    | result | cost_efficiency | cash_flow | customer_satisfaction | service); ~increase
    * (efficiency | capacity | market_share | profitability | productivity |
    competitiveness | flexibility | dividend | production | stake); ~reduce * (costs |
    consumption | emissions | expenses | fuel_consumption | energy_consumption | debt |
    waste | fixed_costs); (cost | annual | energy | significant | tax | synergy |
    efficiency) (savings | saving | benefits | synergies); fast growing; good (demand |
    performance | quarter | news | profitability | progress); ~create * jobs; ~hire #
    (people | workers | employees | staff | new); ~recruit #; on track (to | for |
    with); green light; go ahead; regulatory (approval | nod | clearance); ~get (the)?
    (nod | fda | approval | clearance | boost | lift | shot_in_the_arm); fda (approval |
    approves | clearance | clears | grants | nod | accepts); ~grant (patent | approval |
    licence | license | fast_track | orphan | breakthrough | permission); special
    dividend; interim dividend of; bonus (issue | shares); bigger (bonuses | dividend);
    ~reward shareholders; ~return (well | cash | capital | capital_to); (share | stock |
    debt)? (buyback | repurchase) (program | programme | plan | plans | authorization);
    ~buy back (shares | stock | #); ~exceed * (expectations | estimates | forecasts | bn
    | targets | target); ~outpace; ~settle (lawsuit | dispute | with | case | claims);
    ~reopen; satisfied with; well received; (big | huge | instant | hot | runaway) (hit
    | success | demand); (solid | steady | robust | healthy | sharp | rapid | record |
    double_digit | impressive) (growth | demand | sales | performance | results |
    earnings | profits? | order_book | order_intake | pace); (gives | give | gave |
    delivers | deliver | delivered | generated | generate | offers | returned) (over |
    up_to | good | best | nearly | about | multibagger | #)? * returns?; # fold; ~gain
    traction; ~find:found support; taking off; tax (cut | cuts | break | breaks | sops |
    relief | holiday); fresh (buying | demand | orders | order); (retail | value |
    speculative | brisk | aggressive | heavy | sustained | good | local | persistent |
    institutional | fii | fund | funds | late | strong | stockists) (buying | demand |
    support | offtake | inflows); pick up in; spot demand; buying (interest | support |
    spree | by | momentum); capital infusion; (agreement | contract | memorandum |
    letter_of_intent | deal | cooperation_agreement) * (was | has_been | were | is)
    also? (signed | concluded | inked); rate (cut | cuts); ~cut * (rates | rate |
    interest_rates | repo_rate | lending_rates | fuel_prices | duty | tax | taxes); in
    the black; loss to profit; breaks even; ~award * (contract | contracts | order |
    deal | patent | tender); was (chosen | selected) (as | by | for | to); has been
    (chosen | selected) (as | by | for | to); becomes debt free; debt free;
    ~take:took:taken on #; (largest | biggest) (ever | in_its_history |
    in_the_company_history | in_our_history); (wins | win | won) * (trial | case |
    ruling | appeal | lawsuit | approval | backing | dispute | bid | auction); (trial |
    test | study | launch | mission | offering) * (goes_well | goes_off_well |
    is_a_success | successful | succeeds); (meets | met | hits | achieves | achieved) *
    (endpoint | endpoints); positive (topline | top_line | phase | interim | clinical);
    (breakthrough | fast_track | orphan_drug | priority_review | emergency_use)
    (designation | status | authorization | approval)?; (raises | raised | boosts |
    lifts | hikes | ups) * (eps | revenue | profit | sales | full_year | fy | q#)
    (guidance | outlook | view | forecast); hasn't been hurt; (regain | regains |
    regained) * (compliance | ground | sparkle | footing | momentum | confidence);
    should not face; takeover (bid | offer | interest | approach | target); buyout (bid
    | offer | interest); agrees to be (acquired | bought)
"""
COMPANIES_DOWN = """
    ~fall:fell:fallen (short | behind | victim | foul | apart); ~turn (a)? (loss | red |
    negative | sour | bearish); ~post * (loss | losses | net_loss); (job | staff |
    workforce | personnel | salary | pay | production | output | dividend | capacity)
    (cuts | losses | reductions? | reduction_of | cut); (temporary | permanent)? (lay |
    lays | layoffs | lay_offs | redundancies | dismissals); ~lay:laid off; (employee |
    codetermination | cooperation | co_determination | statutory | personnel |
    employer_employee | labour) negotiations; ~close (down)? * (plant | plants | factory
    | factories | mill | mills | stores | machines? | branches | shops | line | mine |
    restaurants | production | down); (plant | factory | store | mill | mine | stores)
    (closure | closures | closing | closings | shutdown); ~shut down; ~shut * (plant |
    plants | stores | factory | mill | units | operations); ~cut (production | output |
    capacity | growth | spending | investments | back | flights | ties); ~halt *
    (production | output | flights | trading | work | operations | sales |
    construction); ~suspend * (production | flights | trading | operations | work |
    buyback | dividend | service | services | all); going concern; no dividend;
    (class_action | legal_action | money_laundering | insider_trading | accounting_fraud
    | tax_evasion | short_seller | data_breach | shareholder_investigation |
    investor_alert | profit_warning | default_notice | show_cause |
    accounting_irregularities | bad_loans | bad_debts | non_compliance | margin_call);
    lawsuit (against | over | filed); ~face * (lawsuit | probe | charges | fine |
    investigation | pressure | delays | delay | headwinds | problems | losses |
    challenges | ban | suit | action | penalty | inquiry | heat); ~impose * (fine |
    penalty | ban | curbs | tariffs | duty | sanctions | restrictions); ~raise * (doubts
    | concerns | fears | eyebrows | questions | worries | alarm | red_flags); hit (hard
    | badly | from | with); ~hit * (profit | sales | demand | production | earnings |
    margins | stocks | shares | markets | growth | sentiment | business | investors |
    revenue | output); ~drag (down | on | lower)?; ~hurt; ~take:took:taken toll;
    ~pressure; at (risk | stake | odds); in (jeopardy | trouble | doubt | doldrums |
    limbo | dire | crisis | talks_to_avoid | a_spot | slow_lane); junk (status |
    rating)?; ~warn (of | on | that | over | about | against)?; warning (sign | signs |
    letter | of); lower than (expected | last_year | in | the | previous | a_year |
    forecast | anticipated); ~lose * (contract | order | customer | money | value | # |
    share | licence | license | case | shine | bid | battle); ~take:took:taken (a)?
    (charge | write_down | impairment | hit); burdened by; clearly lower; remains weak;
    weak (demand | sales | results | numbers | data | earnings | quarter | start |
    opening | close | outlook | cues | guidance | trend | global_cues | overseas |
    performance | note | dollar_outlook | offtake | market); (sluggish | subdued | slack
    | thin | lower | tepid | muted | feeble | dull | slow | slowing | low | weakening |
    slower | falling) (demand | sales | offtake | growth | trading_activity | economy |
    spot_demand | buying | exports? | export_demand); (increased | higher | ample |
    adequate | rising | excess | surplus | rise_in | sufficient | abundant |
    comfortable) (supply | supplies | arrivals | stocks | stock | selling | output |
    inventories | positions); growth (worries | concerns | fears | slowdown | scare |
    decelerates | slows | slowed | slump); (virus | coronavirus | trade | recession |
    inflation | default | debt | china | rate_hike | covid | brexit | tariff |
    trade_war) (fears | fear | worries | concerns | concern | scare | woes | jitters |
    crisis | spread | threat | tensions | risks | war_fears); rate (hike | hikes |
    hike_fears); walks? (away | out); on hold; ~delay; ~postpone; ~defer; ~cancel *
    (order | orders | contract | deal | ipo | flights | project | plans?); cost
    overruns?; (tough | challenging | difficult | bad | adverse | tight | worsening)
    (market | markets | conditions | times? | environment | quarter | year | weather |
    competition | business | financial_position | situation); (fierce | stiff | intense
    | increasing | tough | increased | rising | tighter | growing) competition; quality
    problems; financial (difficulties | problems | trouble | distress | woes | crisis);
    cash burn; ~fire * (ceo | employees | workers | staff); into the red; notice of
    dismissal; (omits | omit | passes | skips | skip | cancels) dividend; ~call off;
    ~put on hold; overcapacity; lost production; production losses; ~pull (out | back |
    money); ~weigh (on | down | heavy | heavily) on?; (~cut | ~slash | ~axe | ~eliminate
    | ~shed:shed | ~reduce | ~lose:lost | ~dismiss | ~trim | ~sack | ~terminate) * (jobs
    | job | workforce | staff | workers | employees | headcount | positions | personnel
    | people); ~threaten * (tariffs? | sanctions | retaliation | lawsuit | legal_action
    | strike | duties); running out of (room | cash | money | time | options | steam |
    fuel); (discontinues | discontinue | discontinued | pauses | pausing | paused |
    halts | ends | stops) * (trial | study | development | enrollment | program);
    clinical hold; complete response letter; (misses | missed | fails | failed) *
    (endpoint | endpoints | deadline | payment | coupon); chapter #; price fixing;
    (germany | eu | regulator | watchdog | court | sec | ftc) fines; fined #; (stores |
    plants | factories | schools | shops | restaurants | offices) (are | is | remain |
    stay)? closed; (job | jobs | license | licence | customer | contract | market_share)
    loss; (heads | headed | heading) (for | toward | towards) (bankruptcy |
    restructuring | recession | default | default_on | worst); debt restructuring;
    warned of; (subpoena | subpoenaed | indicted | indictment); (cut | cuts | lowers |
    lowered | slashes | trims | withdraws) * (eps | revenue | profit | sales | full_year
    | fy | q#) (guidance | outlook | view | forecast); (steps | stepping | stepped) down
    (amid | after | following); jail (term | time | sentence); (data | security) (breach
    | leak); (public | secondary | dilutive | at_the_market | direct) (dilution);
    (prices | announces | files) * (dilutive | at_the_market) offering; worst (start |
    day | week | month | quarter | year | drop | fall | performance | performer |
    performing | loss) (since | in | of | to | ever)?; worse than (expected | feared |
    thought | it_looks); (much | far) weaker
"""
