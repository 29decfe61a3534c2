"""The words that a headline's tone is read from."""

from generator.stories.phrases import any_of


def _set(text: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(text.split())


# Verbs of direction: whether that is good depends on what moves.
UP = _set(
    """
    accelerate accelerated accelerates advance advanced advances appreciate
    appreciated appreciates bounce bounced bounces climb climbed climbing climbs
    doubled edges up expand expanded expanding expands gain gained gaining gains grew
    grow growing grown grows higher improve improved improves improving inch inched
    inches increase increased increases increasing rise jump jumped jumping jumps leap
    leaps leapt mount mounts nudged up rallied rallies rally rallying rebound
    rebounded rebounding rebounds recover recovered recovering recovers rise rise
    risen rises rising rose skyrocket skyrockets soar soared soaring soars spike
    spiked spikes spurt spurts strengthen strengthened strengthening strengthens surge
    surged surges surging swell swelled swells ticks up tripled triples up upbeat
    upswing uptick uptrend vault vaulted widen widened widens zoomed zooming zooms
    """
)
DOWN = _set(
    """
    cooled cooling cools crash crashed crashes crashing crumble crumbles decline
    declined declines declining decrease decreased decreases decreasing depreciate
    depreciated depreciates diminish diminished dip dipped dips dived down drop
    dropped dropping drops dwindle dwindled dwindles eased eases easing ebb ebbed
    ebbs erode eroded erodes fall fallen falling falls fell halve halved halves
    lower moderate moderated moderates narrow narrowed narrowing narrows nosedive
    nosedives plummet plummeted plummets plunge plunged plunges plunging sag sagged
    sags sank shrank shrink shrinking shrinks shrunk sink sinking sinks skid skidded
    skids slid slide slides sliding slip slipped slipping slips slow slowed slowing
    slows slump slumped slumping slumps soften softens tanked tanks tumble tumbled
    tumbles tumbling wane wanes weaken weakened weakening weakens
    """
)
# The same, done to what follows.
LIFTS = _set(
    """
    bolster bolstered bolsters boost boosted boosting boosts buoy buoyed buoys double
    doubled doubles expand expanded expands fuel fueled fuelled fuels hiking improve
    improves increase increased increases lift lifted lifting lifts propel propelled
    propels raise raised raises raising spur spurred spurs strengthen strengthens
    upping
    """
)
LOWERS = _set(
    """
    curb curbed curbs cut cuts cutting decrease decreased decreases dent dented dents
    drags ease eased eases erase erased erases halve halved halves hurt hurts lower
    lowered lowering lowers narrow narrowed narrows pare pared pares reduce reduced
    reduces reducing shave shaves shrink shrinks slash slashed slashes slashing trim
    trimmed trimming trims weigh weighs wipe wiped wipes
    """
)
# Nouns whose rise is bad news; every other noun's rise is good news or none.
BAD = _set(
    """
    arrears backlog bankruptcies bankruptcy bearish burden cases casualties claims
    complaints concern concerns cost costs crisis deaths debt debts default defaults
    deficit deficits delinquencies doubts duties duty evictions expense expenses
    fear fears fine fines foreclosures fraud headwinds impairments infections
    inflation insolvency inventories jitters joblessness lawsuit lawsuits layoffs
    leverage liabilities loss losses misery npa npas odds outflow outflows pain
    penalty pessimism pressure pressures probability probe problems provisions rate
    rates recession redundancies risk risks scandal sell-off selling selloff short
    shortage shortages slowdown spreads stockpiles stress strikes tariff tariffs tax
    taxes tension tensions threat threats uncertainty unemployment unrest vix
    volatility woes worries worry write-downs writedowns yields
    """
)
# Words that are good or bad news by themselves.
GOOD_WORDS = _set(
    """
    approval approved approves attractive bagged bags bargain beat beating beats
    beneficiary benefit benefits blockbuster blooms boom booming boosts bounce
    bouncing breakthrough bright brighter bullish buyback buybacks buys cheer cheered
    cheers confident crushes edge exceed exceeded exceeds favorable favourable gainer
    gainers growth healthy record hopeful hopes impressive improvement inflows jackpot
    likes lucrative momentum opportunities opportunity optimism optimistic outpace
    outpaces outpacing outperform outperformed outperformer outperforming outperforms
    outshine oversubscribed overweight partnership pick-up positive prefer prefers
    profit profitable profits promise promising recommend recommends record relief
    reopening resilience resilient reward rewarded rewards robust rosy secured secures
    shine shines smashes solid spectacular stabilise stabilises stabilizes stellar
    strong stronger strongest success successful supported surplus tailwind tailwinds
    thrive thrives topped tops traction turnaround undervalued upbeat upgrade upgraded
    upgrades upside upswing uptrend win winner winners winning wins won
    """
)
BAD_WORDS = _set(
    """
    anxious axe axes backlash bad ban bankrupt bankruptcy banned banning bans barred
    bars bearish bleak bloodbath blow breach bubble cancelled cancels caution cautious
    challenges charges collapse collapsed collapses concern concerned concerns crisis
    crumbling deadlock default defaulter defaults delay delayed delays disappoint
    disappointed disappointing disappointment disappoints dismal dismisses dispute
    disrupted disruption disruptions doubt doubts downgrade downgraded downgrades
    downside downturn drag drags dull dumped dumps expensive fail failed failing fails
    failure fear fears fine fined fragile fraud gloom gloomy glum grim grip guilty
    hack hacked halted halts headwinds hurt hurts impairment insolvent jitters lawsuit
    layoffs liquidation lose loser losers loses losing loss losses lost lows miss
    missed misses missing muted outflows overhang overvalued pain panic penalised
    penalized penalty pessimism pessimistic plagued poor pressure probe problem
    problems protest raid raids recall recalled recalls recession rejected rejects
    resign resigns restructuring retreats risk riskiest risks rout sacked sanctions
    scandal scare scares scrapped scraps sell-off selling selloff shortage shortages
    shut shutdown shuts sinking slammed slaps slowdown sluggish snarled spiral
    stagnant stalemate strikes struggle struggled struggles struggling stung subdued
    sued sues suffer suffered suffering suffers suspended suspends tanks tensions
    tepid threat threatened threatens tough trouble troubled turmoil uncertainty
    underperform underperformed underperforms underweight unprofitable volatile
    vulnerable warn warned warning warnings warns wary weak weaker weakest weakness
    woes worries worry worse worsen worsening worsens worst write-down writedown
    """
)
NOT = _set(
    """
    aren't avoid avoided avoids can't cannot denies despite didn't doesn't don't
    failed fails hardly isn't little neither never no nor not unlikely without won't
    """
)
# What follows these tells the circumstance, not the news, and weighs less.
AFTER = {
    "but": 1.1, "however": 1.1, "yet": 0.9, "as": 0.4, "on": 0.45, "after": 0.45,
    "amid": 0.4, "despite": -0.1, "although": 0.2, "though": 0.2, "while": 0.6,
    "ahead": 0.15, "before": 0.2, "since": 0.1, "following": 0.45, "even": 0.2,
}  # fmt: skip
# Phrases that mean as a whole what their words do not, with their worth.
IDIOMS = (
    (any_of(r"profit[- ]?(?:booking|taking); books? profits?"), -0.8),
    (
        any_of(
            r"""
            (?:raises? | raised | raising | to raise) (?:up to )?(?:rs | \$ | \u20b9 |
            usd | eur | inr | \d)\S*
            """
        ),
        0.0,
    ),
    (
        any_of(
            r"""
            (?:52 | fifty-two)[- ]?(?:week | wk) low; record lows?; all-time lows?;
            multi-year lows?
            """
        ),
        -1.0,
    ),
    (
        any_of(
            r"""
            record highs?; all-time highs?; (?:52)[- ]?(?:week | wk) high;
            life(?:time)? high
            """
        ),
        1.0,
    ),
    (
        any_of(
            r"""
            \d+-(?:day | week | month | year | session)s? (?:top | high | peak)s?;
            upper circuit; multi-year highs?
            """
        ),
        1.0,
    ),
    (any_of(r"\d+-(?:day|week|month|year|session)s? lows?; lower circuit"), -1.0),
    (
        any_of(
            r"""
            rais(?:e | es | ed | ing) (?:\w+ ){0,2}(?:funds? | capital | money | cash
            | debt | equity)
            """
        ),
        0.0,
    ),
    (
        any_of(
            r"""
            (?:gives? | gave | shores? | sets? | set | picks? | teams? | signs? |
            looks? | looking | lines? | winds? | opens? | ends? | ended | wakes? |
            makes? | made | backs? | warms? | gears? | settles? | builds? | breaks? |
            breaking | steps? | laid | lays?) (?:up | down); up to; up for; up with
            """
        ),
        0.0,
    ),
    (
        any_of(
            r"""
            in the red; deep in red; end(?:s | ed)? in red; trade(?:s | d)? lower;
            open(?:s | ed)? lower
            """
        ),
        -1.0,
    ),
    (
        any_of(r"in the green; in green; trade(?:s|d)? higher; open(?:s|ed)? higher"),
        1.0,
    ),
    (
        any_of(
            r"""
            (?:cuts? | slashes | trims? | lowers?) (?:\w+ ){0,3}(?:stake | exposure |
            holdings? | forecasts? | guidance | outlook | target | estimates? | price
            target | dividend)
            """
        ),
        -0.9,
    ),
    (
        any_of(
            r"""
            (?:raises? | lifts? | hikes? | ups | boosts?) (?:\w+ ){0,3}(?:stake |
            exposure | holdings? | forecasts? | guidance | outlook | target |
            estimates? | price target | dividend)
            """
        ),
        0.9,
    ),
    (
        any_of(
            r"""
            (?:cuts? | slash(?:es)? | lowers?) (?:\w+ ){0,2}(?:jobs | workforce |
            staff | production | output)
            """
        ),
        -0.9,
    ),
    (
        any_of(
            r"""
            rate cuts?; cuts? (?:\w+ )?(?:interest )?rates?; eases? (?:monetary
            )?policy
            """
        ),
        0.5,
    ),
    (any_of(r"rate hikes?; (?:raises?|hikes?) (?:\w+ )?(?:interest )?rates?"), -0.4),
    (
        any_of(
            r"""
            going concern; short seller; chapter 11; under fire; cease and desist
            """
        ),
        -1.0,
    ),
    (
        any_of(
            r"""
            no change; unchanged; flat; little changed; steady; range-?bound; mixed
            """
        ),
        0.0,
    ),
    (any_of(r"(?:buy|sell) or (?:sell|hold|buy)"), 0.0),
    (any_of(r"sell (?:call|rating); should sell; sell with; sell,? target"), -0.9),
    (
        any_of(r"buy (?:call|rating); should buy; buy with; buy,? target; top picks?"),
        0.9,
    ),
    (any_of(r"stop loss"), 0.0),
    (
        any_of(
            r"""
            profit (?:after | before) tax; pre-?tax profit; operating profit; net
            profit
            """
        ),
        0.0,
    ),
    (any_of(r"loss (?:widens?|widened|grows)"), -1.0),
    (any_of(r"loss(?:es)? (?:narrow\w*|shrinks?|halv\w*); less(?:er)? loss"), 0.8),
    (any_of(r"turns? (?:a )?profit; swings? to (?:a )?profit; back to profit"), 1.0),
    (any_of(r"swings? to (?:a )?loss; turned? (?:a )?loss"), -1.0),
)
