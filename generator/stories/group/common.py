"""Words that any day's headlines share: how often one is expected in a headline."""

# Written from general knowledge of newswire and market headlines. In a window of a few
# dozen headlines nothing else tells that "shares" says less than "Chiquita".
OFTEN = """
    add after amid analyst announce approve ask back bank big billion bln board boost
    business buy call case ceo chief china climb close company concern corp could crore
    cut data day deal decline demand dividend dollar down drop earning economy end
    estimate expect face fall fear fed file financial firm first five forecast four
    fund gain get global go gold group grow growth high higher hit hold holding home
    hour inc increase index industry inflation insider interest invest investor jump
    key know late launch lead lift live look lose loss low lower ltd make market may
    meet million mln month move need net new news next now offer oil open outlook
    outperform pay people percent plan plc point position post president price profit
    push quarter raise rally rank rate rating reach reason record report result return
    revenue rise risk sale say second sector see sell send set share show sign six
    slide soar stake start stock strong support surge take talk target tax tell ten
    third three time today top trade trading trump tumble turn two uk update upgrade
    use us usd value view vs want warn watch week weight well what why win work world
    worth year yesterday york
""".split()
SOMETIMES = """
    access accord across action activity agree agreement ahead aim air alert allow
    amount announcement annual another april area around asset attack august average
    avoid await away bad bear become begin benefit best bet better bid biggest black
    blue bond book break bring budget build bull can capital car cash cause challenge
    chance change charge check city claim clear client come comment commodity concern
    confirm consumer continue control cost country court credit currency current
    customer daily deadline debt december decision delay delivery detail develop
    development director discuss double downgrade draw drive dow due early economic
    energy enter equity europe event exchange executive expand expansion expectation
    explain export extend february final find finance five flat focus follow food
    force foreign former forward free friday fresh full fuel future gap give good
    government green guidance half halt head health help here history holder hope house
    impact important include income india initial insight international issue january
    job join july june keep large largest last law leader least leave level limit line
    link list little local long major manage management manager mark march mean medium
    member minister momentum monday money most name nasdaq national near negative no
    november number october official office one order organization other overweight own
    part past pause performance period phase place play policy positive possible power
    pre predict prepare pressure private product production program project public
    publish purchase put question quick range read ready recent recession red release
    remain research reserve retail review right road role round rule run saturday
    scheme season security seek senior september series service session shift short
    should side slip small sp special spend spending spot stand state stay steady step
    still stop strategy street strike sunday supply system team tech technology test
    thing think third thursday tip total tour track treasury trend try tuesday under
    unit unveil use user video visit volatility volume wait wall way weak weaken
    wednesday weekly white will woman word worker worst yield young
""".split()
SELDOM = """
    able accelerate accept account accuse achieve acquire acquisition adapt additional
    address adjust admit adopt advance advantage advertise advice advise affect age
    agency agenda aid alternative amid analysis answer anticipate anxiety app appeal
    appear appoint appointment arm arrive article assess assessment assistant associate
    association attempt attract audience authority automatic available backdrop balance
    ban barrel base basis battle beat behavior behind believe bell billionaire blame
    blog body boom borrow bottom brace branch brand breaking brief brief brighten broad
    broker brokerage building burden busy button calm campaign cap caution cautious cent
    center central century certain chair chairman channel chart choose choice circle
    circumstance citizen class clean click climate closing club coast code collapse
    collect collection combine commercial commission commit commitment committee common
    community compare compete competition complete complex compound conclude condition
    conference confidence confident conflict connect consensus consider consolidate
    construction contact contain contender content contract contribute contrast
    convince cool core corporate council couple cover coverage crash create crisis
    critical criticize crop crowd cycle damage danger date dead debate decade decide
    defend define degree department depend describe deserve design despite detail
    determine difference different difficult digital dip direct disappoint discover
    discount dispute distribution disclose divide document dominate door downside
    downturn dramatic dream drawdown drill earn ease easy edge edition effect effective
    effort either election eliminate emerge employ employee encourage engage enhance
    enjoy enough ensure enterprise entire environment era escape essential establish
    evaluate evening everything evidence evolve exact example exceed except excite
    exclusive exist exit experience expert expire explore expose express extra eye
    facility fact factor fail failure fair family famous far fast favor favorite feature
    federal feel field fight figure fill finally fine finish fire fit fix flow flight
    focus footprint founder fragile framework fuel fully fundamental gainer gap gather
    general generate giant giveback glance goal grab grant great ground guarantee guide
    handle happen hard head headline headwind hedge heavy hide highlight hike hint hire
    hot huge human hurt hype idea identify ignite image immediate implement imply
    incredible independent indicate indicator individual industrial influence inform
    information initiative inside instead institution institutional integrate intend
    interview introduce investigate involve issue item jitters join journey justify kick
    kill kind lack lag land landmark lawsuit lay leap learn legal letter license lie
    life lifetime light likely limited liquidity listen load loan local location
    lose loser love luxury magazine main maintain major massive match material matter
    maximum measure media medium meet membership mention merge merger message middle
    might mind minor minute miss mix model modern moment mood morning motley mover
    multiple mutual narrative natural near necessary negotiate network
    neutral newsletter night nobody normal note notice obtain occur odds online
    operate operation
    opinion opportunity oppose option ordinary original outlet outline overview owner
    pace pack page paper partner partnership path pattern payment peak perform person
    perspective phase photo pick picture pipeline place planning platform player please
    plenty plunge podcast poise political poll pop popular portfolio potential
    practice preview primary principle priority problem proceed process profitable
    project promise promote proposal propose prospect protect prove provide provider
    pullback pursue quarterly quick quiet quote race raise random rapid rare ratio
    reaction real reality reason rebound receive recommend recommendation recover
    recovery reduce refer reflect reform region regional regulator reject relate
    relative relevant rely remark reminder remove repeat replace represent request
    require requirement resistance resolve resource respond response rest restore
    restrict retire retreat reveal reverse revise reward rich rival roll room roundup
    rumor safe safety save scale scenario schedule scheduled score screen search secret
    section secure seek segment select sell selloff send sense sentiment serious serve
    settle severe shake shape shareholder sharp shed shock shop shrug signal significant
    similar simple single situation slash slow slump small smart snap snapshot social
    solid solution solve sort source speak specific speech speed spread spark spike
    split staff stage standard statement statistic storm story strange strategist
    stretch strong struggle student study style subject submit subscribe succeed success
    successful sudden suffer suggest summary support surge surprise survey survive
    suspend sustain swing switch tackle tailwind takeaway takeover tank taper team
    technical temporary term theme theory threat threaten threshold ticker tie tight
    title tomorrow tone tool topic touch tough town traffic transaction transfer
    transform transition travel trial trigger trillion trim trouble true trust truth
    turmoil typical ultimate uncertain uncertainty underperform understand unexpected
    union unique university unlikely unveil update upcoming upside urge vary vehicle
    version victory video viewer viral visible vision visitor vital voice vote wake
    walk wealth website weekend welcome wide wild winner winning wonder worried worst
    worry write wrong yet zero zone
""".split()
RATES = {"often": 0.03, "sometimes": 0.01, "seldom": 0.004}  # share of headlines
STOP = frozenset(
    """
    a about above again against all also am an and any are aren't as at be because been
    being below between both but by can't cannot couldn't did didn't do does doesn't
    doing don't done during each either else ever every few for from further had hadn't
    has hasn't have haven't having he he'd he'll he's her here here's hers herself him
    himself his how how's however i i'd i'll i'm i've if in into is isn't it it's its
    itself just let's many me more most much must mustn't my myself neither nor not
    now of off on once only onto or other others ought our ours ourselves out over per
    rather same shan't she she'd she'll she's should shouldn't since so some such than
    that that's the their theirs them themselves then there there's these they they'd
    they'll they're they've this those though through thus to too under until up upon
    us very via was wasn't we we'd we'll we're we've were weren't what's when when's
    where where's whether which while who who's whom whose why's will with within
    without won't would wouldn't yet you you'd you'll you're you've your yours yourself
    could s t
    """.split()
)
