"""Copy that is sold, or advice: it names shares and tells of no market.

Each kind is the word that the reason names. `..` stands for up to six words and `#` for
a number; see `phrases.py`.
"""

# Known by the title.
TITLES = {
    "trade signal": """
        trading signals?; trade signals?; (daily )?trading plan; chart idea; buy zone;
        breakout board; scalp(ing)? (setup | plan); (long | short) setup
        """,
    "price prediction": """
        will ~ (xrp | bitcoin | btc | ethereum | eth | solana | dogecoin | cardano |
        token | coin | stock) (soar | explode | skyrocket | moon | rally | crash |
        surge); price predictions?; (stock | market | crypto | bitcoin | xrp | ethereum
        | gold | silver | share) predictions?; price (forecast | outlook) (for )?(20* |
        today | tomorrow | and prediction); (will | can | could) ~ (xrp | bitcoin | btc
        | ethereum | eth | solana | dogecoin | doge | shiba inu | shib | cardano | coin
        | token | crypto | stock | shares | share price | inu | pepe | ada) .. (hit |
        reach | cross | break | surge to | soar to | rise to | climb to) #; (will | can
        | could) ~ (hit | reach | cross | break | surge to | soar to | rise to | climb
        to) # by; (heading | headed) (to | for) $ #; (will | can | could) it (hit |
        reach | cross | break | touch) #; (xrp | bitcoin | btc | ethereum | eth | solana
        | stock | gold | silver | token | coin | share price) .. to # by (end | 20* |
        year | the end); this target realistic; where will .. be in (# | one | two |
        three | five | ten) years?; (# | one | five | ten) years from now; next 100x; to
        the moon; (stock | share price) to #; (waiting for | expecting) a (pullback |
        breakout | retest | bounce); (btcusd | ethusd | xauusd | eurusd | gbpusd |
        usdjpy | usdcad | audusd | nas100 | us30 | spx) (long | short | buy | sell |
        idea | setup); elliott wave; wave count; (could | may | might) (rally | jump |
        surge | soar | explode | crash) # %; if (pattern | history | support) (holds |
        repeats); (predicts? | predicting | forecasts?) .. (rally | surge | soar | climb
        | jump | explode) # %; (could | may | might | can) (climb | top | gain | fall |
        drop | rise | return | crash) (more than | over | up to | as much as)? # %;
        (could | may | might | can) (top | hit | reach | cross | climb to | rise to) #
        from #; # in .. (could | can | may | would) (turn | grow) into; turn into # by;
        price analysis and predictions?; prediction (this | these | here | the | # |
        where) ..; (price | chart) analysis and (prediction | outlook); (heading |
        headed | set | poised | due | ready) for (an? )?# % (rally | gain | jump | surge
        | upside | crash | drop | correction)
        """,
    "stocks to buy": """
        (buy | sell) or (sell | buy) (today)?; recommends ~ stocks; stock (picks? |
        recommendations?); (top | best) (picks? | ideas?) (for | today | this | by);
        stocks in news; stocks to watch; multibagger ..; crypto (to buy | picks?); best
        (crypto | cryptos | altcoins | meme coins?) ..; trending cryptos?; top (gaining
        )?cryptos? (to | for); altcoins? .. (set to | could | poised to | ready to)
        (explode | soar | surge | rally); should .. be on your; why you should .. (buy |
        own | consider); is .. a (smart | good | better | top) (buy | investment | stock
        | pick); (stocks? | shares | cryptos? | coins? | altcoins? | tokens? | etfs? |
        funds? | reits? | bonds? | names) (to | you should | you can | i would | i d | i
        am | i m) (buy | buying | watch | own | hold (for | forever | now) | consider |
        add | avoid | sell | grab | bet on | invest | invest in | snap up); should (you
        | i | we) .. (buy | sell | invest | own); (is | are) .. (stock | shares | etf)
        .. (a buy | undervalued | overvalued | a bargain); (is | are) .. (a | an) (buy |
        sell | screaming buy | good (stock | investment) | better buy | strong buy) (now
        | today | right | after | before | for | at | or); (is | are) .. still a buy;
        (is | are) .. a buy; is it (smart | time | too late | safe) to (buy | sell |
        invest); (best | top | smartest | cheapest | undervalued | high yield |
        magnificent | no brainer | unstoppable | beaten down | unloved) ~ (stocks? |
        etfs? | cryptos? | altcoins? | coins? | reits?) (to | for (20* | the | long |
        your | income | retirement | beginners | october | november | december |
        january)); better .. (buy | stock | etf); # ~ (stocks? | etfs? | cryptos? |
        cryptocurrencies | coins? | altcoins? | reits? | shares) (to (buy | own | hold |
        consider | watch | add) | worth | that could | set to | poised | with | you | i
        | for (20* | the | your | income | long) | offering | yielding | at ~ (bargain |
        discount)); # undervalued ..; (# | top #) (midcap | smallcap | mid cap | small
        cap | largecap | penny | dividend | growth | value) .. stocks?; (buy | sell)
        hold or sell; a buy hold or; (buy | sell) or (sell | buy | hold); buy the dip;
        before it soars; (stock | crypto) .. loves the most; millionaires? .. (stock |
        etf | crypto | portfolio | retirement); could turn # ..; turned? # into ..; (if
        you | if you d | if you had) invested; (invest | investing) # (in | today | now
        | right) ..; passive income; hold forever; (worth considering | multibagger); no
        brainer; (i d | i m | i would) (buy | buying | avoid | avoiding | selling | sell
        | own); i asked (chatgpt | ai | grok | gemini); (chatgpt | grok | gemini)
        (predicts? | picks?); dividend (stocks | kings? | aristocrats?); penny stocks?;
        (monster | explosive) stocks?; stock ideas?; vs .. (which | better); could be a
        (steal | bargain | winner); model portfolio; passive portfolio; portfolio
        update; too cheap to ignore; the more i buy; whales .. (putting | loading |
        accumulating this); (buy | bull | bear | bullish | bearish | sell | investment |
        long | short) thesis; (buy | sell) ~ (stock | shares) (at | now | before | today
        | on | after | under) ..; # ~ (etf | fund | funds | mutual funds | stock | reit
        | dividend | crypto | stocks | etfs | shares | coins | picks | plays | names)
        (plays? | picks? | ideas | for | to | that | with | i | you | yielding); (top
        ranked | best performing | highly rated | top rated) ..(funds? | stocks? |
        etfs?); (upgrade | downgrade | downgrading | upgrading | reiterate | maintain |
        initiating | rate) ~ (to | at | as | a) (strong )?(buy | hold | sell);
        (portfolio | dividend) (update | review | report | income); my .. (stocks? |
        portfolio | dividend | income | picks? | buys | moves | investment | top); (why
        )?(i m | i am | im | we re | i ve) (buying | selling | doubling | adding |
        loading | staying | holding | still | not | avoiding | bullish | bearish | long)
        ..; (do | did) you own ..; (still )?(the king | a gem | a gift | a trap | a
        winner | a loser | a value trap | a steal | a hold | a strong buy | a must own)
        ..; wrong price; (great | wonderful | good | quality) (company | business) ..;
        (undervalued | overvalued | fairly valued | too expensive | priced for
        perfection | attractively valued) ..; (off to the races | room to run | more
        upside | too late | worth the risk | time to (buy | sell | worry | panic)) ..;
        invest(ing)? more or; (stock | stocks | shares | etf | reit | yield) ..
        (explained | looks safe | looks cheap | worth it | worth buying | i like | i
        love); switch(ing)? from .. to ..; (could | can) .. (outperform | beat) the
        market; history says ..; (make | made) you (a millionaire | rich); if you d
        invested; stock haven; must reads? from ..; (a | an | the) (high yield |
        dividend | cheap | overlooked | undervalued | beaten down) (stock | reit | etf |
        play | gem | pick | fund) ..; # (top ranked | top rated) ..; portfolio # (q1 |
        q2 | q3 | q4) update; (q1 | q2 | q3 | q4) (20* )?update; portfolio .. update;
        (top | best) ~ (mutual funds?); (right for you | for your portfolio | in your
        portfolio | for long term investors | for income investors); (don t | do not)
        (buy | sell | chase | panic | miss | ignore | overlook) ..; # ~ (income |
        dividend | growth | value | ai | tech | energy) stocks? ..; for your ira; who to
        buy; what is an? ~ (fund | etf | stock | bond | option | index fund | ira |
        isa); beginners? s? guide; safe income ..; (safest | best | biggest | highest) #
        (%) (yield | yields | dividend) ..; (small caps? | stocks?) insiders (love | buy
        | are buying); penny shares?; why this ai ..; (could | may | might) (double |
        triple | 10x) ..; favou?rite (funds? | stocks? | etfs?); (is | are) .. a (strong
        | good | great | solid | better | smart) (etf | mutual fund | fund | stock |
        dividend stock | value stock | momentum stock | growth stock); (stock | shares |
        etf) (compelling | attractive | irresistible); this ~ (stock | etf | coin |
        token | altcoin | crypto) (could | may | might | can | just | has | is | looks);
        (altcoin | altcoins | token | coin) (could | may | might | set to | poised to)
        (top | hit | reach | soar | explode | rise | surge | lead) ..; top stock .. to
        buy; stocks? (i | we) (own | like); (over the next | in the next) # (years |
        months | weeks); retire (rich | early | a millionaire); dividend plays?; next
        big ~ (plays? | winners? | stocks? | thing); (the )?next (nvidia | tesla |
        amazon | microsoft | palantir); millionaire maker; should investors .. (buy |
        sell | worry | bet); why i (bought | sold | own | like | love); (smart | savvy)
        investors; # reasons (to | why | i) .. (buy | own | sell | love | stock)
        """,
    "promotion": """
        presales?; airdrops?; # ?x (gains? | returns? | potential | crypto | roi); 100x;
        1000x; cloud mining; sponsored; promo codes?; coupon codes?; discount codes?;
        coupons; casino bonus*; (betting | casino) (sites? | apps?); online casinos?;
        free spins; partner content; paid content; paid post; advertorial; passive
        earnings; mining app; cloud mining ..; (daily | passive | guaranteed) (bitcoin |
        btc | crypto | xrp | eth | earnings | income | rewards | profits | returns);
        (leading | top | smart | trusted) ~ choice (for | in | of) ~ ((investors |
        investor) | crypto | traders | market); earn # (day | daily | a day | per day |
        every day); earn # ~ (daily | per day | every day); (hash power | hashrate
        contract); staking rewards; with no hardware; mining (platform | sites? |
        contracts?); viral (meme)? coin; token sale; whitelist; prize pool; trading
        competition; global impressions; (bonus | reward | referral) (pool | pro |
        campaign | program)
        """,
    "household advice": """
        (customers? | households? | drivers | motorists | pensioners | families |
        shoppers | homeowners | claimants | parents | workers | brits | millions |
        people | users | bill payers | savers | renters | residents | retirees |
        taxpayers | americans | you | women | couples | anyone) .. (can | could | may |
        might | to) ~ (get | claim | be owed | be due | save | receive | pocket | be
        eligible | cut bills | slash | earn | use | be paid | check | be fined | miss
        out); (customers? | households? | drivers | motorists | pensioners | families |
        shoppers | homeowners | claimants | parents | brits | millions | people | savers
        | residents | anyone | homes) ~ (urged | told | warned | advised | reminded |
        given) (to | over | of | about | they | not | # | before | deadline); (tips? |
        ways | hacks? | tricks? | mistakes) .. (bills? | money | savings | mortgage |
        energy | tax | pension | credit score | debt); (martin lewis | money saving
        expert | moneysavingexpert); payment dates?; cost of living payment; state
        pension age; check (if you | your | whether); (is it | are they | it) worth (it
        | the money); (free | cut price) (bus | tv | bills?); # (boost | bonus | payment
        | refund | rebate | payout) (for | to) (pensioners | households | families |
        customers | claimants | drivers | parents); personal allowance; winter fuel
        payments?; council tax (bills? | rebate | discount); how i ..; (i m | im | i am)
        # ..; we re # ..; (my | our) (husband | wife | brother | sister | mother |
        father | parents | son | daughter | partner | boss | landlord) ..; credit score;
        can i (retire | afford | claim | get | still); should i .. (roll | switch | move
        | convert | take | wait | pay | claim | retire | keep | put); best (high yield |
        savings | mortgage | credit card | checking | bank | cash isa) ..; (mortgage |
        loan | retirement | refinance | tax) calculator; (social security | pension)
        (checks? | cheques? | payments?) (dates? | schedule | arriving); (advice | help
        | tips) for (single | parents | savers | families | first time | buyers |
        pensioners); (isa | sipp | pension) .. (which | right | best); my (state
        )?pension; cashback; claim # ~ (discount | payment | refund | credit | grant |
        support | allowance); warm home discount; how to (save | cut | slash | lower) ~
        (up to | # | bills | money); save up to # (on | a year | per year | with);
        (customers | shoppers | members | households) .. (should | must | need to) ~
        (close | check | switch | act | claim | move); (stimulus | snap | ssi | ssdi |
        pip | universal credit | state pension) (checks? | payments? | benefits?) ..
        (eligible | eligib* | when | dates? | who | how); (direct debit | cash machine |
        bank account) .. (warning | rule | alert); (cheapest | cheaper) (petrol | fuel |
        energy | broadband | mobile | supermarket) (near | deals? | provider | tariff |
        prices in your); settlement .. (eligible | claim your | how to claim | payout
        date);
        """,
    "shopping": """
        # (% | percent) off ..; lowest (ever )?price ..; (price drop | best price | all
        time low price | record low price); (falls | drops | down | discounted | drop |
        fall | reduced | is | back) (to | at) (just | only | under | its lowest) ..; for
        (just | only | under) $ #; save $ # on ..; (save | get) # (%) (on | off) ..;
        where to (buy | get | watch | shop); (best | top | early | today | prime | cyber
        | amazon | walmart | target | black friday | laptop | phone | tv | cruise |
        travel | streaming) .. deals?; (shopping | gift) (guide | list | deals); gift
        cards?; (free | store) (shipping | pickup | delivery); buy one get one; bogof;
        on sale for; (grab | snag | score) .. (off | for $ | deal | discount); limited
        time (offer | deal); pre orders?; (ram | ssd) ..; (dupe | must have) ..;
        clearance sale; price revealed; (price | prices) (and | &) (specs |
        specifications | features | release date | availability | variants); launched in
        .. (price | at) ..; (tried | tested) .. (and | so); (from | at | for) (just |
        only) # ..; flights? from ..; rave (over | about) ..; shoppers (rave | rush |
        love | go wild | praise | say) ..; gets price; (candle | perfume | sofa | duvet
        | mattress | trainers) ..; middle aisle; deals (under | live | from) ..; deals
        on ~ (laptops? | tvs? | phones? | headphones | amazon | toys | tech | airpods |
        ipads? | apple | samsung | beauty | fashion | flights | hotels | cruises | games
        | clothing | shoes | mattresses); deal of the day; drops to (new )?(low |
        lowest) ..; bargains? (live | here | now | on); this $ # ..; (introduc(e | es |
        ing) | rolls out | makes | announces | to make | confirms) ~ change .. (shoppers
        | customers | stores | store | tills | checkouts?); (major | big | huge | new)
        change (for | to) ~ (shoppers | customers | stores)
        """,
    "press release": """
        announces? .. (appointment | availability | participation | launch | grand
        opening | partnership with | collaboration | integration | expansion of |
        webinar | speakers? | winners? | finalists? | voting results | option grant |
        stock option | grant of options | private placement | drill | assay | name
        change | resignation of | sale of .. (project | property) | new (product | line
        | feature | website | brand | logo | location | office)); (appoints | names |
        welcomes | hires | promotes | taps | appointed | joins) .. (vice president | vp
        | director | head of | chief (marketing | people | technology | information |
        product | revenue | commercial | growth | medical | legal | communications)
        officer | advisory board | board of directors | general manager | partner |
        country manager); to lead .. team; (recogni(s | z)ed | named | honou?red |
        awarded | certified) .. (award | leader | best | certification | iso | magic
        quadrant | great place to work); wins .. awards?; (celebrates | marks) # ..
        (years | anniversary); (drills? | intersects? | intercepts? | intersected |
        mobilizes) .. (metres | meters | m | g t | holes? | rig | sulfides | gold |
        silver | copper); drill (program | results | rig | targets | holes?); drilling
        (program | campaign); property update; (assay | metallurgical) results; (proud |
        excited | pleased) to announce; (unveils | launches | introduces | introducing |
        rolls out | releases | debuts | presents | launched) .. (platform | solutions? |
        app | suite | tools? | features? | collections? | line | edition | series |
        services? | program | programme | initiative | campaign | toolkit | software |
        system | portal | marketplace | academy | course | summit | conference |
        experience | range | website | hub | center | centre | kit | development |
        waterfront | residences | tower); (signs? | signed) .. (mou | memorandum |
        framework agreement); (hosts | to host | holds | hosted | hold | held) ..
        (summit | conference | forum | expo | workshop | meeting | webinar | seminar);
        (summit | conference | forum | expo | workshop | webinar) .. (held | to feature
        | speakers | agenda | returns); winners? of .. awards?; 40 under 40; (earns |
        receives | secures) .. (approval for | certification | accreditation | licen(c |
        s)e | construction permit); innovation summit; partners with .. to launch;
        extends .. technology; (sign | signs | signed | agree | agrees | form | forms |
        announce | enter | enters) .. (partnership | collaboration | mou | alliance) ..;
        strategic (partnership | collaboration | alliance); (appointed | selected |
        chosen) (as | by) ..; brand ambassador; (wins | won | receives | bags |
        honou?red | named) .. (award | awards | prize | recognition | best); plants # ..
        trees; closes .. (tranche | private placement); private placement; (begins |
        commences | completes) (sampling | drilling | exploration); trust of the year;
        of the year award; (campaign | initiative | programme) (with | to | for) ..;
        ring the bell; (pledges | donates | gives) ..(schools | laptops | scholarship |
        meals); grants? (stock )?options; hits # g t; # g t ..; # (m | metres) (of | at)
        # ..; law firm (adds | hires | names | opens | welcomes | expands) ..; (adds |
        hires) ~ partners? (to | in) ..; joins forces (with | to) ..; opens ..
        (innovation | experience | excellence) (hub | centre | center); taps (new
        )?(medical | marketing | people | technology | product | revenue) (chief |
        officer | head); awareness (campaign | drive | week | workshop); separate
        trading of; (study | survey | research) by .. x; financial literacy (campaign |
        drive | programme); token generation event; tge; ama session; (join | joining |
        joined) forces; landmark collaboration; (ink | inks | inked) .. (mou |
        memorandum | partnership | collaboration)
        """,
    "job advert": """
        learnerships?; internships? (20* | # | programme | program | at); bursar(y |
        ies) (programme | program | 20*); graduate trainees?; (job | current) vacanc(y |
        ies); vacanc(y | ies) at; (assistant | manager | clerk | cashier | driver)
        opportunity at; job opportunit(y | ies) at; apply now; request for (proposals |
        quotations? | expressions?); expressions? of interest; tender notice; invitation
        to (bid | tender); recruitment (20* | drive | notification); admit card; answer
        key; syllabus; walk in interview; ibps; (sbi | rbi | lic | ssc | upsc | rrb) (po
        | clerk | assistant | grade b | aao | exam | admit card | result)
        """,
    "startup round": """
        (raises? | raised | bags | gets | secures | lands | nets | closes | announces |
        receives) # ~ (seed | pre seed | series a | series b | funding | funding round |
        investment round); raises funding; (seed | pre seed | series a) (round |
        funding)
        """,
    "advice column": """
        what you should know; what to know beyond; how to (invest | trade | build | save
        | get | avoid | earn | retire | make | manage | choose | start | plan | protect
        | spot | claim | find | pay | use) ..; (what | things | mistakes | reasons |
        tips | ways | steps | lessons | insights | rules | secrets | strategies) ..
        (should | you need to know | to know | must know | leaders should | to avoid); #
        .. (ways | tips | mistakes | steps | lessons | rules | secrets | insights |
        pitfalls) ..; here how (to | you | much); personal finance; (your | my) (money |
        savings | portfolio | retirement | career | finances | 401k | mortgage | credit
        score | pension); (financial | retirement | money) (planning | tips | advice |
        pitfalls | goals); everything you need to know; ask (us | an expert); premium
        credit cards?; (best | top) (savings | cd | money market) (rates | accounts);
        urged to act; quiz; podcast; richest people; net worth; history says; how do i;
        what tenants; wealth building; mind over money; invest(ing)? psychology; where
        to invest; if i had; guide (to | for) ..; (future | hidden costs? | power | art
        | importance) of ~ (work | leadership | onboarding | trust | culture | hr) ..;
        q&a; webinar; how .. will transform ..; explained what; a guide; # (lessons |
        takeaways) (from | for) ..; list of # ~ holidays; holiday list; how much (does |
        do | did | can | is | are) .. (paid | cost | earn | make | worth | pay); what ~
        is best for; # questions (with | for | to ask); on the spot; ultimate guide;
        what is the best; is it (safe | worth | legal) to; can you (use | take | bring |
        get)
        """,
}
# Known by the summary as well.
SUMMARIES = {
    "promotion": """
        this is a sponsored; sponsored (article | content | post | press); article is
        sponsored; presales?; paid (press release | content | partnership); this content
        is provided by; cloud mining ..; (daily | passive | guaranteed) (bitcoin | btc |
        crypto | xrp | eth | earnings | income | rewards | profits | returns); (leading
        | top | smart | trusted) ~ choice (for | in | of) ~ ((investors | investor) |
        crypto | traders | market); earn # (day | daily | a day | per day | every day);
        earn # ~ (daily | per day | every day); (hash power | hashrate contract);
        staking rewards; with no hardware; mining (platform | sites? | contracts?);
        viral (meme)? coin; whitelist
        """,
    "press release": """
        today announced; (is | are) (pleased | proud | excited | thrilled) to (announce
        | provide | report); prnewswire; globe newswire; business wire; newsfile corp;
        accesswire; ein presswire; media outreach newswire; (a | the) (global )?leading
        (global )?(provider | manufacturer | supplier | developer | platform | online)
        of; award winning; cutting edge; contributors publish; share(s | d)? (their
        )?insights; for immediate release; world leading; (sign | signs | signed | agree
        | agrees | form | forms | announce | enter | enters) .. (partnership |
        collaboration | mou | alliance) ..; strategic (partnership | collaboration |
        alliance); (appointed | selected | chosen) (as | by) ..; brand ambassador; (wins
        | won | receives | bags | honou?red | named) .. (award | awards | prize |
        recognition | best); plants # .. trees; closes .. (tranche | private placement);
        private placement; (begins | commences | completes) (sampling | drilling |
        exploration); trust of the year; of the year award; (campaign | initiative |
        programme) (with | to | for) ..; ring the bell; (pledges | donates | gives)
        ..(schools | laptops | scholarship | meals); grants? (stock )?options; hits # g
        t; # g t ..; # (m | metres) (of | at) # ..; law firm (adds | hires | names |
        opens | welcomes | expands) ..; (adds | hires) ~ partners? (to | in) ..; joins
        forces (with | to) ..; opens .. (innovation | experience | excellence) (hub |
        centre | center); taps (new )?(medical | marketing | people | technology |
        product | revenue) (chief | officer | head); (global | world) leader in; we are
        (thrilled | excited | delighted | proud); acn newswire; cnw; marketwire;
        (produced | published) with the support of; businesswire; pr newswire; thrilled
        to (announce | share | welcome); proudly (announces | presents)
        """,
    "advice column": """
        personal finance; video podcast; latest broadcast; latest episode; in this
        episode; forbes contributors; guide (to | for) ..; (future | hidden costs? |
        power | art | importance) of ~ (work | leadership | onboarding | trust | culture
        | hr) ..; q&a; webinar; how .. will transform ..; explained what; a guide; #
        (lessons | takeaways) (from | for) ..; list of # ~ holidays; holiday list
        """,
}
