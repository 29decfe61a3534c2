"""Copy that is filed or generated: it names shares and tells of no market.

Each kind is the word that the reason names. `..` stands for up to six words and `#` for
a number; see `phrases.py`.
"""

# Known by the title.
TITLES = {
    "law-firm alert": """
        (securities | shareholder) (fraud )?class action; class action (deadline | alert
        | reminder | notice); class action .. on behalf of; (investor | shareholder)
        (alert | deadline | notice | rights | investigation); securities fraud; lead
        plaintiff; law offices; claims on behalf of; on behalf of (investors |
        shareholders | stockholders); (reminds | encourages | notifies | alerts) ..
        (investors | shareholders | stockholders); (advises | urges) .. (investors |
        shareholders | stockholders) .. (inquire | contact | losses | deadline |
        rights); (investors | shareholders) who (lost | suffered | purchased);
        opportunity to (lead | join); deadline alert; securities (lawsuit | litigation);
        fraud investigation; shareholder fairness; fair to (its )?shareholders; llp
        (investigates | announces | reminds | files | alerts); law firm (investigates |
        probes | reminds | announces | files | urges | encourages | alerts | notifies |
        continues | reviews); (shareholders | investors | holders) .. (contact | join |
        act before)
        """,
    "holding filed": """
        (buys? | sells? | sold | bought | purchases? | purchased | acquires? | acquired
        | dumps | unloads | offloads | trims | adds | has) (# (new )? | shares of # )~
        (shares | units); purchases shares of; (llc | lp | inc | corp | ltd | advisors?
        | advisers? | management | partners | trust | wealth | capital | group | plc |
        ag | sa | se | nv | associates | planning | co) (buys | sells | sold | bought |
        purchases | acquires | acquired | trims | cuts | lowers | raises | reduces |
        increases | boosts | lifts | grows | decreases | makes | takes | has | invests |
        lessens) .. (shares | stake | position | holdings | investment | stock position)
        (in | of); (stake | position | holdings | shares | stock position) .. (lifted |
        raised | trimmed | cut | boosted | increased | decreased | reduced | lowered |
        sold | acquired | bought | purchased | lessened | owned | held) by; (stock |
        share)s? (position | holdings) (lifted | raised | trimmed | cut | boosted |
        increased | decreased | reduced | lowered | lessened); invests # in .. (inc |
        corp | ltd | plc | etf | $); takes position in; new (position | stake | holding)
        in; insider (sold | selling | sells | buying | buys | purchase | bought | sale |
        trading alert); (ceo | cfo | director | evp | svp | coo | president | cto |
        officer | insider | general counsel | vp | major shareholder) .. (sells | sold |
        buys | bought | purchases) # .. (shares | stock); largest position; (fund |
        advisor | investor) (just )?(dumped | bought | sold | added | unloaded) $; has #
        .. (stake | position | holdings | stock position | shares) (in | of); (lowers |
        trims | cuts | raises | boosts | increases | decreases | reduces | lifts) ~
        (holdings | stock position | stock holdings | position | new position | new
        holdings) in ..
        """,
    "company notice": """
        third quarter .. (earnings | results) (call | release | conference call |
        webcast) (date | on | schedule*); schedules .. (earnings | results) (call |
        release | webcast); to present at ..; director pdmr shareholding; pdmr ..;
        publication of suppl*; form 8 3; form 83; form 85; suppl prospcts; doc re ..;
        directorate change; blocklisting ..; holding in company; total voting rights;
        monthly (factsheet | portfolio update | dividend | report); portfolio holdings;
        investor presentation; corporate presentation; issue of (shares | options);
        grant of (options | awards); cleansing notice; appendix 3; change of (auditor |
        adviser | name); net asset values?; nav (per | announcement | update |
        statement); block listing; voting rights and capital; transactions? in own
        shares; (purchase | buyback | buy back | repurchase) of own (shares |
        securities); holdings? s? in company; holding(s)? in company; (director | pdmr)
        (dealings? | shareholdings? | declaration); dealings? in securities; associate
        of a director; (notice | convocation | convening | results | result) of .. (agm
        | egm | gm | meeting | conference call); annual general meeting; extraordinary
        general meeting; notice of .. results; publication of .. (prospectus |
        supplement | circular | annual report | information document); form 8 (dd | 5 |
        3); rule 8; interim review; issue of equity; exercise of options; invitation to
        .. (call | webcast | presentation | conference); (sets | announces | confirms |
        schedules | provides) .. (date | dates | timing) .. (results | earnings | call);
        (to | will) (announce | report | release | publish) .. (results on | results
        after); (to | will) (host | hold | webcast | present at | participate in |
        attend | speak at) .. (conference call | earnings call | webcast | investor
        conference | investor day | annual conference | healthcare conference |
        technology conference | global conference | annual meeting); to ring .. bell;
        (to (announce | report | release | publish) .. (results | earnings) (on | after
        | before | date)); listing of (derivatives | warrants); admission to trading;
        managers transactions; major shareholdings?; early redemption; company
        announcement; regulatory announcement; weekly .. buybacks?; number of shares and
        votes; (declares | announces) .. distributions?; annual accounts; final terms;
        to report .. (quarter | q1 | q2 | q3 | q4 | results | earnings | business update
        | financial results | update) .. (on | date | november | october | december |
        january | february | march | april | may | june | july | august | september |
        #); sets (date | dates) for .. (results | earnings | q1 | q2 | q3 | q4 | call);
        (schedules | to hold | to host | announces (date | timing)) .. (results |
        earnings | quarter | call); to (attend | present at | participate in | speak at)
        .. (conference | summit | forum | symposium)
        """,
    "transcript": """
        call transcript; earnings call .. (summary | insights | highlights); call
        highlights; presents at .. conference; slideshow; prepared remarks
        """,
    "quote bot": """
        zacks research (upgrades | downgrades); brokers issue forecasts; equities
        analysts; (analysts | brokers | brokerages) .. (set expectations for | offer
        predictions for | issue forecasts | lower earnings estimates | boost earnings
        estimates); unusually (high | large) options (volume | trading); (p e | pe)
        ratio insights; price over earnings overview; price to earnings ratio (insights
        | overview); peek (at | into) ~ (earnings | future earnings); (expert outlook |
        expert ratings | expert opinions); through the eyes of # analysts; (what | how)
        (# | analysts are | analyst ratings) (say | saying | have to say) about; whale
        (activity | alerts?); whale trades; smart money (is )?betting; deep dive into ..
        (options | stock); what going on with ~ (stock | shares); stock of the day;
        (bull | bear) of the day; new strong (buy | sell) stocks; outperforming other ..
        (stocks | peers); trending stock; investing radar; (intrinsic value | fair
        value) of ..; trading at a # % discount; returns on capital; undervaluing;
        investors can find comfort; might deserve your attention; earnings preview what
        to expect; a good value (stock | pick | investor); undiscovered gems; rating
        reiterated by; (shares | stock | stock price) (gap | gaps | gapped | crosses? |
        crossed | passes | pass) (up | down | above | below); shares (gap | gapped);
        trading (up | down) #; (shares | stock | stock price | price) (up | down) # %
        (here | what next | what to | should | time to | still a); short interest
        (update | in | up | down | data); (50 | 100 | 200) day moving average; (given |
        receives? | gets? | assigned | earns?) .. (average | consensus) (rating |
        recommendation | price target); given # price target; consensus (rating |
        recommendation) of; stock rating (upgraded | lowered | reiterated | downgraded);
        (upgraded | downgraded | lowered | raised | cut) (at | by | to) (zacks | wall
        street zen | weiss | marketbeat | validea); zacks rank; options activity; why ~
        (stock | shares | price) .. (soaring | falling | surging | jumping | plunging |
        sinking | rising | tumbling | skyrocketing | down | up | moving | sliding |
        dropping | popped | jumped | plunged) .. (today | this week | now | friday |
        monday | tuesday | wednesday | thursday); (call | put) options; (reviewing |
        contrasting | comparing | analyzing) .. (and | vs | versus); head to head
        (analysis | contrast | review | comparison | survey); (financial | critical)
        (comparison | contrast | review | survey | analysis); sets new # month (high |
        low); stock quote; could be worth #; implied upside; ex dividend reminder;
        crosses (above | below) .. (average | yield); yield mark; stock growth score;
        what to know before; oversold conditions?; relative strength alert; insider
        report; strategy daily upgrade report; guru fundamental report; upgrade report;
        (plans | to issue | issues | declares | announces) ~ # .. dividend; (forecasts |
        predicts) (strong | weak) price appreciation; (price (target | objective))
        (raised | lowered | cut | increased | boosted | decreased | trimmed) (to | by |
        at) ..; (brokerages | analysts | brokers) (set | sets | give | anticipate |
        offer) .. (price target | estimates | at #); (sees | sees unusually) (large |
        strong | high) (volume | trading); trading volume (up | increase | decrease);
        large volume increase; momentum (pick | stock); stock price (up | down |
        passes); (raised | lowered | cut | upgraded | downgraded) to ~ (at | by) (zacks
        | wall street zen | weiss | marketbeat); live (nse | bse) (nse | bse)? rates;
        share price today (# | live); technical analysis and expert; (share | stock)
        price live; live share price; (shares | stock) (tests? | nears? | breaks? | near
        | approach | approaches) key (support | resistance); key support level; (shares
        | stock) (show | shows | signals?) (momentum | strength | bullish | bearish)
        """,
    "market research": """
        market is booming; market set to (grow | soar | surge | reach); market (trends
        and forecast | dynamics | insights and | opportunities and | share and |
        overview and); (trends | analysis | forecast | report | outlook | size) # (to
        )?#; trends and forecast; market .. (expected | projected | estimated | forecast
        | poised | anticipated | slated | likely) to (reach | grow | hit | expand | rise
        at); industry .. cagr; market (size | share | research | report | outlook |
        forecast | growth | analysis | insights | trends) .. (20* | cagr | worth |
        report | forecast); market .. to (reach | hit | grow | surpass | exceed | be
        worth | witness | expand) .. (# | usd | us); market worth; worth usd; market ..
        cagr; exporters business directory; business directory; industry (report |
        analysis) 20*; researchandmarkets; global .. market report; market report 20*;
        forecast to 20*; market intelligence report; forecast .. (at | to | by) .. in
        20*; could (hit | reach | top) # ~ by 20(3 | 4)*
        """,
}
# Known by the summary as well.
SUMMARIES = {
    "fund letter": """
        investor letter; a copy of the letter; fund returned # ..
        """,
    "law-firm alert": """
        class action lawsuit (has been | on behalf of | was filed | seeks to recover |
        against); class period; securities litigation; lead plaintiff; securities fraud
        class action; (investors | shareholders) who (purchased | acquired | lost |
        suffered); law firm (investigates | probes | reminds | announces | files | urges
        | encourages | alerts | notifies | continues | reviews); (shareholders |
        investors | holders) .. (contact | join | act before)
        """,
    "holding filed": """
        13f filing; form 13f; (lifted | raised | trimmed | cut | boosted | increased |
        decreased | reduced | lowered | lessened | grew) (its | their) (position | stake
        | holdings | stock position) (in | by); most recent (filing | form 13f | 13f);
        acquired a new (position | stake) in; purchased a new (position | stake) in;
        shares of the company stock (after | valued | worth); according to (its | the
        company) most recent; estimated transaction value; has # .. (stake | position |
        holdings | stock position | shares) (in | of); (lowers | trims | cuts | raises |
        boosts | increases | decreases | reduces | lifts) ~ (holdings | stock position |
        stock holdings | position | new position | new holdings) in ..
        """,
    "quote bot": """
        get free report; free report in a; in our coverage at etf channel; (had | has)
        its (price target | price objective) (raised | lowered | cut | increased |
        boosted) .. research; (plans | to issue | issues | declares | announces) ~ # ..
        dividend; (forecasts | predicts) (strong | weak) price appreciation; (price
        (target | objective)) (raised | lowered | cut | increased | boosted | decreased
        | trimmed) (to | by | at) ..; (brokerages | analysts | brokers) (set | sets |
        give | anticipate | offer) .. (price target | estimates | at #); (sees | sees
        unusually) (large | strong | high) (volume | trading); trading volume (up |
        increase | decrease); large volume increase; momentum (pick | stock); stock
        price (up | down | passes); (raised | lowered | cut | upgraded | downgraded) to
        ~ (at | by) (zacks | wall street zen | weiss | marketbeat)
        """,
}
