"""The nouns of headlines: those that take an article, and those that take none."""

# A noun that counts: alone it takes an article, in the plural it need not.
COUNTING = frozenset(
    """
    almond-crop mou ray charity throw cardamom-crop confirmation drain overtaking
    consolidation suspension conclusion completion emergence allocation certification
    collaboration calculation celebration commission confrontation consideration
    convergence declaration delegation depreciation designation determination deviation
    dimension disposal divergence elimination embargo encouragement endorsement
    enforcement enhancement enlargement estimation evaluation exception execution
    expedition exploration extraction fluctuation foreclosure guideline implication
    imposition inauguration indictment infusion injection installation integration
    intention interruption investigation issuance justification limitation liquidation
    manifesto migration mission modification nationalisation nationalization
    normalisation normalization notification occasion omission optimisation option
    orientation outperformer perception permission plan-change preference prohibition
    projection proportion publication ramp-up ratification realization recommendation
    reconstruction reduction-plan reflection reformation registration rejection
    relocation renovation reorganization repayment replacement reservation reshaping
    resistance resumption retirement revaluation rotation sanctioning selection
    sensation separation simulation specification stabilisation stabilization
    standardization subscription substitution succession termination traction-rise
    transformation translation transmission utility variation village wipe-out writeoff
    addition amortisation attraction bargain basin blueprint bracket caveat cheer circle
    clean-up cohort collar column compass compound conduit copycat corpus credential
    crossroads crown cushion darling debtor decoupling deluge detour dividend-cut
    dogfight doldrums dressing droplet earner echo edge-up embrace epicenter escalator
    esteem exam exile fabric facade fad farewell fiasco filter finish flashpoint flaw
    fleet flicker flirt fluke foe foray formality fortune-teller foul fuse gamble
    gesture glow goldmine graph greeting guise hassle headache heist hiccup hoax hotbed
    hunch icon illusion impediment imprint incumbent ingredient innovator insult intake
    intruder invoice irony kick-off knock kickback landslide lane laggard leak leash
    ledge legislator leverage-ratio liaison likelihood linchpin loop lottery mainstay
    malaise mantle mantra mask mechanism melee mentor meltdown microscope minefield
    mirage moat mogul moonshot mountain muscle myth narrative nerve nexus nightmare
    notch nudge nuisance oasis obsession ordeal outcry outlay outsider overlap panacea
    paradigm paradox parameter parity-call path pathway pawn phenomenon pickup pillar
    pinch pitch pitfall pivot plague pledge plight ploy plus pocket poison pond portal
    posture prelude prerequisite pretext prospector protocol puzzle pyramid rainmaker
    rampage ranking rationale rebuff recipe recipient reckoning refuge relic remedy
    reputation resident respite retrenchment revamp riddle ripple rivalry roadmap robot
    rollback saga sample scaffold scope scourge secret seesaw shadow shelter shield
    shutdown-fear signpost silo skirmish slate slog slot smokescreen snub solver specter
    spectre spectrum sphere sprinter squad stab staple stash stigma stipend straitjacket
    strand stronghold stunt supermajor suspect symptom tab tactic takeaway talisman
    target tariff-hike testament texture thesis thorn thread thrill throwback thrust
    tier tinderbox tipping-point tonic torrent traction trait traitor trajectory treat
    trigger trophy tug turbocharger turf turning-point tweak twin undercut unicorn
    upfront-cost upshot vacation vanguard variable vector verge vibe vicious-circle
    wallop watershed weakling wedge whim wildcard windfall-tax woe workaround wreck
    wrinkle yardstick hybrid high low rest newsroom homeowner abyss accident accord
    account accusation achievement acquisition act action ad administration advance
    advantage advisory affair agency agenda agreement aide aim airline airport alarm
    alert alliance allegation alternative ambition amendment amount analysis analyst
    announcement anniversary answer apology app appeal appearance appetite application
    appointment approach approval arena area argument arm army arrangement arrest array
    article asset assessment attack attempt attorney auction audit authority automaker
    average avalanche award backdrop backlash backlog bailout balance ballot ban bank
    banker bankruptcy bar barge barometer barrage barrel barrier base basis basket
    battery battle beach beginning belief bell benchmark benefit bet bid bill
    billionaire bit blackout blast blaze blip bloc blockade blow board body bombshell
    bond bonus book boom boost border borrower boss bottleneck boundary boycott branch
    brand breach break breakdown breakout breakthrough breather brewery brewer bribe
    bridge broker brokerage browser bubble budget building bull bear bulletin burden
    bureau bus buyback buyer buyout buffer bump bounce cabinet cafe call campaign camp
    candidate cap car card career cargo carmaker carrier case cash-call casino cause
    cautionary ceasefire ceiling cent center central centre century ceo cfo chain
    chairman chairwoman challenge champion chance change channel chapter charge chart
    charter check chemist chief chip chipmaker choice church city claim clash class
    clause cliff climb clinic clip club clue coalition coin collapse colleague
    collection combination comeback comment commitment committee commodity community
    company comparison competitor complaint complex component compromise concern
    concession condition conference conflict conglomerate connection consensus
    consequence consortium consultation consumer contest contract contraction contractor
    contrast contribution controversy convention conversion conviction core corner
    corporation correction corridor cost council count country coup county couple course
    court cover crackdown craft crash craze creditor crisis critic criticism-free crop
    cross crunch currency curve customer cut cutback cyberattack cyber-attack cycle dam
    date day deadline deal dealer death debate debut decade decision decline decrease
    deficit degree delay demand department deposit deputy design desk destination detail
    device diagnosis difference dilemma dinner dip diplomat direction director
    disagreement disappointment disaster discount discovery dispute disruption dissent
    distributor district dive divestment dividend division doctor document dollar-bond
    donation donor door dose downgrade downturn downtrend dozen draft drag drama draw
    drill drink drive driver drone drop drought drug drugmaker duopoly duty
    earnings-beat earthquake economist ecosystem edge edition editor effect effort
    election element emergency emission employee employer encounter end engine engineer
    enterprise entity entrant entrepreneur entry environment envoy epidemic episode
    equity-sale era error escalation escape estimate etf evacuation event examination
    example excess exchange executive exemption exercise exit exodus expansion
    expectation experiment expert explosion export exporter exposure extension eye
    facility factor factory failure fall fallout family fan farm farmer fate fear
    feature fee feud field fight figure filing film final finding fine fire firm fix
    flight flood floor flop flow flurry focus foothold force forecast forecaster
    forerunner form formation formula forum foundation founder fraction framework
    franchise freeze frenzy friend front function fund fundraiser funding-round gain
    gallery game gang gap gas-field gate gateway gathering gauge generation giant gift
    glimpse glitch glut goal government grade grant grid grip group guarantee guard
    guess guest guide gun habit halt hand handful haul haven head headline headquarters
    headwind hearing heatwave hedge hedge-fund height hike hint hit holder holding hole
    holiday home hope hospital host hotel hour house household housebuilder hub hunt
    hurdle hurricane idea image impact impasse imperative import importer improvement
    incentive incident inclusion increase index indicator indication individual industry
    initiative injunction injury innovation inquiry insider insight inspection inspector
    instance institution instrument insurer intervention interview invasion inventory
    investment investor invitation ipo island issue item jet job joint-venture joke
    journey judge jump junction juncture jury key kind kingpin lab label lack lag
    landlord landmark lapse launch law lawmaker lawsuit lawyer layoff layer lead leader
    league leap lease leg legacy legend lender lesson letter level levy license licence
    lid life lifeline lift light limit line link list listing litigation-risk loan lobby
    location lockdown logo look loophole loser loss lot lull machine magnate maker mall
    man manager mandate manufacturer map march margin mark market marketplace match
    meeting megadeal member memo merchant merger message method metric middle milestone
    military mill mind mine miner minister minority minute miss mistake mix mob model
    moment momentum-shift monopoly month mood moratorium mortgage motion motor move
    movement name nation need negotiation network newcomer newspaper niche night nod
    nomination nominee norm note notice number oath objective obligation observer
    obstacle offer offering office officer official offset oilfield ombudsman open
    opening operation operator opinion opponent opportunity order organisation
    organization origin outage outbreak outcome outflow outlet outlier outlook overhaul
    overhang owner pace pack package pact page painting pair panel pandemic paper parade
    parent park part participant partner partnership party pass passage passenger patch
    patent patient pattern pause payment payout peak peer penalty pension percentage
    performance period permit person perspective petition phase phone picture piece pill
    pilot pipeline place plan plane plant platform player plea plot plunge point policy
    poll pool port portfolio portion position possibility post potential-buyer
    powerhouse precedent prediction premium preparation presence presentation presidency
    president press-conference price prime-minister principle priority privatisation
    prize probe problem procedure process processor producer product professor profile
    program programme project promise promotion property proposal prosecutor prospect
    protection protest provider province provision proxy public-offering publisher
    pullback pump purchase push quake quarter question queue quota race race-car raid
    railway raise rally range rank rate rating ratio rating-cut reaction reading reason
    rebate rebound recall receipt recession record recovery reduction referendum refiner
    refinery reform refund refusal regime region register regulation regulator
    relationship release remark reminder removal renewal repeal report reporter
    representative request requirement rescue reserve reshuffle resignation resolution
    resource response restaurant restriction result retailer retreat return reversal
    review revision revival reward right ring riot rise risk rival road rocket role roll
    rollout roof room round route row rule ruling rumour rumor run runner rush sale
    sanction satellite saver scale scandal scare scenario scene schedule scheme school
    scramble screen seal search season seat second-half secretary section sector segment
    sell-off selloff seller senator sense sentence series server service session set
    setback settlement shake-up shakeup share shareholder sharp-fall shift ship shipment
    shock shop shopper shortage shortfall shot show showdown shutdown shutter side sign
    signal site situation skill slice slide slowdown slump smartphone snag snapshot
    society solution source speaker specialist spate speculator speech spell spike
    spin-off spinoff split spokesman spokesperson spokeswoman sponsor spot spotlight
    spread spree spring square squeeze stage stadium stake stalemate stampede stance
    stand standard standoff standstill star start start-up startup state statement
    station status step stimulus-package stock stop stopover store storm story
    strategist strategy streak stream street strength-test stretch strike structure
    struggle student studio study style subject subsidiary subsidy suburb success
    successor suggestion suit summer summit supermarket supplier surcharge surge surplus
    surprise survey swap swing switch symbol syndicate system table tailwind takeover
    tale talk tank tanker tap tariff task tax taxpayer team technique technology-giant
    temblor tender tenant tenure term terminal territory test theme theory thing threat
    threshold ticket tie tie-up timeline timetable title toll tone tool top topic total
    touch tour tower town toy track trade-off trademark trader trail train transaction
    transfer transition traveler treaty treatment trend trial tribunal trick trim trio
    trip troop truce truck trust tumble tunnel turbine turn turnaround turnover-tax
    twist tycoon type ultimatum umbrella undertaking union unit university update
    upgrade upheaval uplift upstart upswing uptick uptrend upturn user vaccine valley
    valuation value variant variety vehicle vendor venture venue verdict version vessel
    veteran veto victim victory video view violation virus vision visit visitor voice
    void volatility-spike vote voter voyage wage waiver walkout wall war warehouse
    warning watchdog wave way weapon website wedding week weekend weight whale
    whistleblower win wind-farm window winner wipeout wish withdrawal woman worker
    workforce workplace world worry worst-case year yield zone accelerator adviser
    advisor aggregator bottom breakup businessman blockchain borrowing-cost budget-gap
    buying-spree calendar campus cap-rate catalyst chancellor circuit clampdown
    comeback-bid commodity-price congestion-charge contender co-founder cofounder
    cooperative counterpart courthouse currency-swap debt-deal default deployment
    derivative dispatch downside duel economy envelope equity-fund fab fixture footprint
    fork fortnight front-runner giveaway gusher handover head-fake helm holdco horizon
    hotspot house-price impeachment index-fund inflection insolvency interchange
    investment-bank jackpot jetmaker keynote labeler landing ledger lever logjam
    loyalist magazine makeover marathon menu mineshaft mint mishap multiple nosedive
    oligarch overbid overture particle payday payoff payroll peg perk phone-maker pit
    placement plateau podcast pointer postponement powder pretax prospectus quagmire
    quandary quest rebrand recap refresh reinsurer relaunch resistance-level restart
    restructuring resurgence rethink rift roadblock roadshow roller-coaster rout rover
    rulebook salary scorecard sequel shake showroom sidecar sideline skyscraper smelter
    sovereign spat spender spillover sprint stablecoin stall steelmaker stent stimulus
    stint stockpile stopgap storefront stress-test stumble stumbling-block submission
    subscriber superyacht surprise-cut swathe tailspin takedown tally tech-giant teller
    tempest testbed thaw throne ticker tightrope tilt token top-up trade-deal trade-war
    tranche trap treasurer trove tug-of-war tussle tweet u-turn undercurrent
    underperformer upside vacancy vacuum vault vow vulnerability wager wake-up wallet
    watch whiff whirlwind windfall wobble write-down writedown write-off yacht yuan-fix
    chatbot datacenter podium workhorse truckmaker planemaker homebuilder boardroom
    billboard bombing ballot-box creator developer designer tracker breaker mover
    builder
    """.split()
)
# What flows, or is one of a kind: alone it takes no article.
FLOWING = frozenset(
    """
    protection talk life focus maize jute barley castor soya potash urea bitumen
    bankruptcy territory cardamom almond mustard chilli turmeric soyoil chana sterling
    business half severance traction collateral steam hope abuse access accountability
    accounting activity advertising advice aerospace agriculture ai aid air aluminium
    aluminum ammunition anger anxiety apparel arbitration arbitrage artificial
    assistance attention automation autonomy aviation bandwidth banking bauxite beef
    beer biodiesel biotech bitcoin blame borrowing brandy bullion business-travel buying
    capacity capital care carbon cash caution cement chaos childcare clarity climate
    clothing cloud coal cocoa coffee commerce communication compensation competition
    compliance computing concrete conduct confidence confusion congestion congress
    construction consumption content contagion control cooperation copper corn
    corruption cotton counseling coverage credit crime criticism crude crypto
    cryptocurrency cybersecurity damage data debt defence defense deflation
    deforestation demand democracy depreciation diesel diplomacy discontent discretion
    discrimination distress distribution dry e-commerce education efficiency electricity
    embarrassment employment energy engineering entertainment equality equipment equity
    ethanoleum euphoria evidence evolution exclusivity exploration expertise
    export-growth fashion favor favour finance financing fintech flexibility food
    footwear forex fraud freedom freight fresh friction fuel funding furniture gasoline
    gas generosity gold governance graft grain growth guidance hardware harm haste
    health healthcare help history homelessness hospitality housing humanity hunger
    hydrogen hype immigration inaction income independence industrialisation inequality
    inflation information infrastructure insight insurance integration integrity
    intelligence interest internet intimidation investing iron jeopardy journalism
    justice knowledge labor labour land leadership leisure lending leverage liability
    liquidity litigation lng loyalty lpg lumber machinery management manipulation
    manufacturing marketing maturity media merchandise methane milk mining misconduct
    mobility momentum money music negligence news nickel noise nuclear oil optimism ore
    output oversight ownership oxygen packaging palladium panic paper participation
    patience payment-data peace petrol petroleum planning plastic platinum pollution
    pork poverty power pressure prestige privacy production productivity profit-taking
    progress propaganda prosperity protectionism prudence publicity purchasing quality
    rain reality recruitment recycling red refinancing regulation reinsurance
    reliability relief remuneration renewables research resilience resistance respect
    retail retaliation revenue rice risk-taking rubber safety sand scarcity scrutiny
    security sentiment sharing shipping short-selling silence silver skepticism
    scepticism software solar solidarity spending sport stability staff staffing steel
    stimulus storage strength stress sugar supply support surveillance sustainability
    sympathy talent tax-free technology tech telecom telecommunications terrorism theft
    tightening time timber tin tobacco tokenization tourism trade trading traffic
    training transparency transport transportation travel treasury trouble trust
    turbulence turmoil turnover uncertainty unemployment unity unrest uranium urgency
    usage use utility violence visibility volatility volume-growth vanadium wariness
    warming waste water wealth weakness weather welfare wheat wind wine wood work zinc
    lithium cobalt ethanol ether bullishness bearishness appetite capex opex ebitda eps
    gdp cpi ppi pmi fx feedstock natgas defi web3 fertiliser fertilizer propane naphtha
    soy soybean livestock cattle chocolate coin-mining change outperformance
    underperformance pricing hiring firing saving lobbying sourcing backing oversupply
    undersupply selling hedging rebalancing dealmaking stockpiling staking overtime
    footfall ridership occupancy
    """.split()
)
# As a rule they flow: an article only with a figure or an adjective before them.
DUAL = frozenset(
    """
    investment recovery expansion intervention action exposure conflict experience
    impact resistance agreement change tension innovation
    """.split()
)
# There is one, and everybody knows which: "the economy".
UNIQUE = frozenset(
    """
    economy government dollar euro yen pound yuan renminbi rupee rupiah ringgit ruble
    rouble franc krona lira peso rand loonie aussie kiwi greenback won baht internet
    public planet world shutdown coronavirus pandemic presidency constitution
    environment taxman weather-service sun moon climate past future president chancellor
    pope military army police-chief eurozone bloc country nation industry helm limelight
    spotlight sector market outlook deficit budget stockmarket stock-market
    """.split()
)
# A measure of something: alone and before its verb it takes "the".
MEASURED = frozenset(
    """
    area region wage gap price rate index yield ratio deficit surplus budget balance
    output outlook gauge level share average cost total volume value valuation spread
    curve premium margin backlog pipeline debt-ceiling threshold forecast estimate
    target sentiment-index reading figure currency unemployment-rate pace timeline
    """.split()
)
# Nouns that are plural without an s, or whatever their end.
PLURAL = frozenset(
    """
    people police children women men data cattle earnings savings sales goods proceeds
    wages headquarters odds talks media staff tradesmen businessmen fishermen feet
    criteria fed-funds shares stocks futures derivatives equities treasuries bunds gilts
    bulls bears services wheels stakes thanks fumes jitters woes
    """.split()
)
# They end as a plural does, and are none.
SINGULAR = frozenset(
    """
    news business loss crisis virus bonus process access boss series basis analysis
    consensus census progress success press gas bus class glass address politics
    economics physics mathematics logistics athletics lens campus status surplus focus
    nexus chaos diagnosis thesis emphasis apparatus stimulus coronavirus impetus
    fortress mattress witness wilderness illness weakness fitness awareness readiness
    happiness openness darkness congress express mass mess mess-up stress distress pass
    grass cross compass canvas atlas bias ethos pathos corps means species lease less
    unless across previous various serious obvious plus minus us is was has its this his
    as yes thus bullishness preparedness sickness excess
    """.split()
)
# Whoever says or does something by trade: "a" before it, whatever its verb.
ROLES = frozenset(
    """
    analyst strategist economist trader investor judge jury lawmaker senator minister
    official officer spokesman spokeswoman spokesperson source expert study survey poll
    report research-firm firm company startup start-up bank lender broker brokerage
    retailer maker carmaker automaker chipmaker drugmaker airline miner insurer producer
    supplier regulator watchdog court panel group union fund billionaire
    """.split()
)
# What happens: a title that only names one may still be told, "a flood of".
HAPPENING = frozenset(
    """
    flood surge slump drop fall rise jump rally selloff sell-off rout crash plunge slide
    rebound recovery shortage glut boom bust shift exodus wave slowdown increase decline
    wipeout spike tumble retreat correction collapse dip decrease expansion contraction
    """.split()
)
