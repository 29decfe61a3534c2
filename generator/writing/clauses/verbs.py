"""The verbs of headlines, by what may follow them and how they are told."""

from types import MappingProxyType

from generator.plain.inflection import bases, gerund, participle, past, third

# They take no object but a measure, and have no passive: "fell 3%".
ALONE = """
    rise fall climb slip slide sink tumble plunge plummet soar surge rally rebound
    retreat decline drop dip jump leap inch edge creep tick bounce recover stumble
    crater crash collapse slump dive nosedive skyrocket rocket stall slow shrink weaken
    strengthen firm soften steady stabilise stabilize cool waver wobble falter fluctuate
    seesaw swing churn drift hover linger loom mount persist peak bottom weigh appear
    arrive emerge enter exit vanish disappear expire lapse begin start open close end
    finish resume default vote meet agree compete benefit suffer struggle thrive prosper
    profit balk gather unite clash diverge converge react respond rely depend adhere
    comply cooperate collaborate partner retire resign die debut list trade settle
    return come go run walk step move stand sit fly land sail arise occur happen erupt
    ensue spread grow swell widen narrow deepen mature age bleed evaporate fade ease
    abate wane worsen improve deteriorate accelerate decelerate ramp spike moderate
    outperform underperform lag trail lead dominate disappoint impress shine glitter
    sparkle dim brighten darken brace pivot shift turn participate testify apologise
    apologize speak talk work bid vie contend invest double triple quadruple halve
    relocate tank pull dwindle sour ebb unravel diversify merge spill tighten loosen
    flock rush scramble race head gravitate pile pour march sprint cruise coast hold
    pause convene speed gear hesitate sputter file throw apply adjourn flounder power
    push press punch charge blast roll storm plough plow drive vault smash breeze
    trundle focus centre concentrate vow shrug tiptoe shuffle snooze teeter totter bode
    bow budge burst buckle bulge chop clamor coalesce coexist compound conflict crumble
    defect depart descend dissent dissipate enrol escalate exist fizzle flinch flourish
    flow grapple grind grumble idle indulge intervene languish lie lurch materialise
    materialize migrate misfire mushroom obsess overheat overreact pop proceed progress
    proliferate quake recede regroup relapse relax revolt roar scale shiver shop shudder
    simmer skid slacken snowball snag splurge steer strike swoon toil transpire trickle
    underwhelm veer vacillate wait warm droop flag flatten taper bite pay
"""
# They take an object, and where none follows their participle is a passive.
TAKING = """
    put call point increase decrease decline dispatch donate exceed hand issue lessen
    pave prod smooth ride tout revoke distribute demand upstage trounce throw adjourn
    hit cut raise lift boost sell buy acquire approve reject block fine sue charge
    accuse launch unveil announce introduce release publish report post log record notch
    score clinch secure win land ink sign seal strike reach breach break shatter smash
    beat top surpass outpace outstrip miss match meet narrow trim slash lower reduce
    curb cap limit restrict ban bar halt suspend delay postpone scrap cancel drop
    abandon ditch shelve axe shed eliminate add hire fire sack appoint name oust replace
    reshuffle promote tap pick choose select award grant deny offer propose recommend
    urge press push pressure warn ask tell order direct force oblige require allow
    permit let enable help support back fund finance bankroll underwrite subsidise
    subsidize guarantee insure cover hedge protect shield defend attack slam blast
    criticise criticize condemn decry blame praise hail welcome cheer applaud endorse
    embrace adopt adapt amend revise review reverse overturn uphold dismiss settle
    resolve end stop start begin resume restart reopen open close shut shutter complete
    finish finalise finalize conclude extend prolong renew expand broaden widen deepen
    accelerate hasten speed slow hamper hinder impede stall derail threaten endanger
    undermine weaken strengthen bolster reinforce shore prop drag pull drive propel fuel
    power spur stoke trigger spark ignite prompt cause create generate produce build
    construct develop design test trial roll deploy install supply deliver ship export
    import source use utilise utilize leverage exploit explore drill mine discover find
    uncover reveal disclose detail outline present show display highlight flag signal
    indicate suggest underscore underline reflect mirror track follow chase pursue seek
    target eye watch monitor study examine probe investigate inspect scrutinise
    scrutinize question challenge contest dispute appeal fight battle combat tackle tame
    counter confront address face weather endure survive escape avoid avert dodge evade
    skip bypass circumvent sidestep ignore overlook forget neglect shun snub spurn
    refuse turn send transfer move shift relocate divert redirect reroute return give
    pass pay repay redeem refinance restructure reorganise reorganize overhaul revamp
    reform reshape transform change alter modify adjust tweak maintain keep retain hold
    preserve save rescue bail salvage spend invest pour pump inject plough allocate
    earmark set peg fix price value rate rank downgrade upgrade initiate reiterate
    affirm reaffirm assign lead dominate head chair join enter leave quit exit vacate
    merge combine unite integrate spin split divest offload dump unload liquidate
    auction tender list delist float sell-off gain lose recoup recover regain reclaim
    erase wipe pare snap surrender relinquish cede concede admit acknowledge confirm
    refute rebut contradict verify validate certify license authorise authorize mandate
    impose levy tax tariff sanction penalise penalize punish convict sentence jail
    arrest detain free nominate elect defeat oppose resist withstand file submit lodge
    register draft prepare plan organise organize host attend celebrate mark commemorate
    draw attract lure entice tempt woo court recruit enlist engage employ train educate
    teach equip arm feed house serve handle process treat cure heal ease relieve
    alleviate mitigate soothe calm reassure please disappoint upset anger alarm worry
    scare spook rattle unsettle unnerve jolt shake rock roil hurt harm damage destroy
    ruin wreck crush crimp dent squeeze pinch strain stretch burden saddle plague haunt
    dog hound beset batter hammer pummel pound clobber buffet weigh dampen dim cloud
    overshadow eclipse darken brighten sweeten sour swallow absorb digest consume burn
    drain deplete exhaust replenish restock stockpile hoard store stash accumulate amass
    collect gather garner earn make take get receive obtain fetch net gross yield bring
    carry transport haul load bear wear see expect anticipate forecast predict project
    estimate assess evaluate gauge measure calculate compute count total number double
    triple quadruple halve multiply divide share swap exchange trade barter lend borrow
    lease rent loan mortgage owe forgive write print broadcast stream air televise film
    countersue indict subpoena summon query grill defy flout violate infringe mull
    consider ponder contemplate debate discuss negotiate broker arrange orchestrate
    engineer craft forge form establish found inaugurate pioneer unlock unleash unfreeze
    thaw freeze lock snag grab seize capture steal rob swipe poach cite invoke quote
    trumpet champion advocate market advertise sponsor pledge commit promise vow gift
    rev hike jack ramp mount stage execute implement enforce enact ratify veto shape
    influence affect impact sway tilt swing dictate govern regulate supervise oversee
    manage run operate own control command steer guide intensify sharpen simplify
    streamline modernise modernize digitise digitize automate outsource rename rebrand
    relaunch redesign rethink redefine reconsider revisit reignite revive restore
    rebuild repair mend substitute supplant displace outsell undercut underprice
    overtake allege clear lay map chart pocket bag bank reap enjoy suffer incur sustain
    inflict deal defer waive exempt exclude include involve entail feature contain
    comprise represent reward commission contract onboard tie link connect bridge anchor
    cement solidify steady stabilise stabilize underpin vault scale crack pierce retest
    dethrone unseat topple rein tighten loosen relax soften cushion offset balance vet
    screen slap clarify nail commence grow kill ready lash enhance disrupt outlast
    spotlight boast await spare mobilise mobilize bench book brief cast channel cool
    dash deflate delight dip doom downplay drum dwarf echo empower evacuate exhibit
    expose extract facilitate fail fan flood foster frustrate fulfil fulfill grip groom
    ground hobble incorporate inflate inform inspire invite jeopardise jeopardize kick
    merit near obscure occupy overwhelm phase pique place plug pose prevent prioritise
    prioritize provide rebuff recall recognise recognize rejoin remove repel resell
    reset rival rule scoop spell squander stem stress string strip structure supplement
    sweep telegraph temper throttle touch transition undergo undo update wage wed
    withdraw withhold witness
"""
# They tell what somebody says or thinks, and take a clause.
SAYING = """
    say warn claim argue insist note add report tell show find suggest reveal estimate
    predict forecast expect believe think fear hope confirm announce admit deny signal
    indicate stress maintain reiterate vow pledge promise project see allege assert
    conclude bet hint calculate declare explain assure caution
"""
# Of these the ones that end a headline: ", survey finds".
TRAILING = frozenset("report say warn find show note argue".split())
# They take an infinitive with "to".
WILLING = """
    plan agree aim want seek expect continue refuse decide vow pledge promise hope
    intend move look rush threaten offer prepare begin start fail struggle need opt
    manage tend propose ask choose strive race work help set seem appear rally hesitate
    decline step pause push bid try join return partner
"""
# What lasts: its past would say that it is over, so it is told as present.
LASTING = frozenset(
    "target plan expect want need remain intend aim hope seek believe own "
    "face consider "
    "oppose support threaten risk await doubt think know mean depend lack rely fear "
    "prefer love hate mull weigh loom deserve struggle insist require include "
    "contain enable allow represent suggest look seem appear stay prepare".split()
)
# Though lasting, told as past where something else than the bare fact follows.
HANGING = frozenset("weigh loom look suggest allow enable support".split())
# After them an adjective or the like may stand: "stayed flat".
LINKING = frozenset(
    "remain stay keep turn go become look seem appear hold end close open finish trade "
    "start begin prove feel stand run leave settle get make fall render".split()
)
# Two objects or an object and a name for it: their bare participle may be a passive.
GIVING = frozenset(
    "grant award give offer deny pay hand tell ask order urge name appoint elect call "
    "deem find make keep leave hit let set send allow require force sell lend owe "
    "charge fine forgive forecast see rate rank vote crown dub nominate teach show "
    "invite permit expect estimate assign commission warn value price direct "
    "exempt spare allocate bill oblige urge help assure advise sentence cost "
    "list record report log increase limit estimate propose plan target mix".split()
)
# As verbs they are rarer in headlines than the nouns they also are.
NOUNISH = frozenset(
    "demand buy net share stock future price rate report order record "
    "market fund bank bond yield "
    "trade plan sale increase head house part shop title list issue contract deal "
    "store estimate project process place plant number form matter interest name cost "
    "value state total tax lead supply source need use work result point review air "
    "test talk run move start end study claim question view tariff export import "
    "detail ship mine charge force release level target bill book mark forecast "
    "bid rival debut balance chair commission arm pass film store power "
    "benefit measure "
    "account act age answer approach attempt average award block board budget "
    "campaign case cause challenge change chart contest control couple credit demand "
    "design display divide document draft drug effort engine exchange experience "
    "face factor field figure file finance fire focus fuel gauge gift grant ground "
    "group growth guarantee guide hand hedge hope host hit impact index judge lease "
    "limit line link load loan loss major margin match model mortgage motion network "
    "note notice object offer option package paper partner pattern pay permit phase "
    "play pledge poll pool position post present process produce profit program "
    "promise purchase push quarter quote range rank ratio reform repair research "
    "reserve respect retail return reward risk rule sanction scale score season "
    "section secure set ship shock show sign site space sponsor spot staff stage "
    "stake standard station step strain stream stress strike structure support "
    "surface survey surprise switch tank task team tender term ticket trade track "
    "transfer transport treat trend trial trust turn unit update upgrade vote wage "
    "watch waste water wave weight win wonder battle bet cap court cover crew cross "
    "crown cut date dish dose drill drive exit fight fix gain grade harvest "
    "hike house import intern invest jump lack land lift light lock look loan mandate "
    "miner mail mass metal mount null peg pile pilot pipe plot premium price race rail "
    "rally raise rise fall drop climb surge slide slump plunge decline boost "
    "dip gap pause rebound spike swing tumble crash collapse rout jobs bar bench brief "
    "broker button buffet cast channel counter craft crack crush damage delay dive "
    "dog doubt dump edge fear fine float flood flow freeze function gear "
    "grip halt harm haul help hold house hurt influence jolt kick launch leap "
    "lapse lure march merit need peak press probe prompt protest query rebound rank "
    "recall request rescue retreat roll rush shift short slow snap spark "
    "spread spur squeeze stand stay stem stop storm stretch strip strain sweep tap "
    "threat tie top touch tour train trap trigger trim twist value veto visit vow walk "
    "weather wind word worry wrap".split()
)
# They bid somebody to do something, and name somebody as something.
BIDDING = frozenset("allow ask urge force tell order enable permit require".split())
NAMING = frozenset("name appoint elect nominate".split())
# A noun after which "to" does not tell what is to come.
INFINITIVE_NOUNS = frozenset(
    "time chance way plan bid effort right need reason step move deal pact decision "
    "vote push race rush attempt proposal ability desire call offer order pledge "
    "promise request agreement authority power incentive opportunity".split()
)
# Of these even the third person is hardly ever the verb.
NOUNS_FIRST = frozenset(
    "change benefit firm market share stock price rate bank bond fund "
    "future sale market order bill job trade "
    "tariff export import reserve interest profit drug chip term result loan mine "
    "point state force margin limit option partner supply detail total group figure "
    "tax cost good level chart account model line term unit store site number "
    "contract network paper project product program risk rule talk token vehicle "
    "factor deal measure wage worker strain gauge loss estimate forecast reform "
    "sanction need effort bid plan hope fear bet play title pattern position swap "
    "yield ship engine house drill rank record bar arm part book form".split()
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INTRANSITIVE = _words(ALONE)
TRANSITIVE = _words(TAKING)
SPEECH = _words(SAYING)
TO_TAKING = _words(WILLING)
EVERY = INTRANSITIVE | TRANSITIVE | SPEECH | TO_TAKING | LASTING | LINKING


def _table() -> MappingProxyType[str, tuple[tuple[str, str], ...]]:
    """For each form of each verb: which form it is, and of which verb.

    B is the bare form, Z the third person, D the past, N the participle, G the
    form in -ing.
    """
    found: dict[str, dict[tuple[str, str], None]] = {}
    for verb in sorted(EVERY):
        for kind, form in (
            ("B", verb),
            ("Z", third(verb)),
            ("D", past(verb)),
            ("N", participle(verb)),
            ("G", gerund(verb)),
        ):
            found.setdefault(form, {})[kind, verb] = None
    return MappingProxyType({form: tuple(told) for form, told in found.items()})


FORMS = _table()


def read(word: str) -> tuple[tuple[str, str], ...]:
    """The forms of verbs that a word in small letters may be."""
    told = FORMS.get(word)
    if told is not None:
        return told
    for prefix in ("re", "out", "over", "under", "re-", "co-"):
        if word.startswith(prefix) and word[len(prefix) :] in FORMS:
            return tuple(
                (kind, verb)
                for kind, verb in (
                    (kind, prefix + verb) for kind, verb in FORMS[word[len(prefix) :]]
                )
                if bases(word)
            )
    return ()
