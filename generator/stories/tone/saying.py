"""Words that are good or bad news by themselves, and how plainly."""

# Enough for a headline, even behind a comma or outside the markets.
STRONGLY_GOOD = """
    beats; blockbuster; bullish; outpace; outpaced; outpaces; outperform; outperformed;
    outperforming; outperforms; oversubscribed; overweight; skyrocketing; stellar;
    undervalued; upbeat; upgrade; upgraded; upgrades; windfall; breakout; breaks out
"""
STRONGLY_BAD = """
    bankrupt; bankruptcies; bankruptcy; bearish; bloodbath; catastrophe; catastrophic;
    crisis; disaster; disastrous; downgrade; downgraded; downgrades; horrific;
    insolvency; insolvent; meltdown; misses; overvalued; plunging; rout; routed; sell
    off; sell offs; selloff; underperform; underperformed; underperforming;
    underperforms; underweight; disappoints; disappoint; carnage; devastates;
    devastated; devastating
"""
# Enough in the main clause.
GOOD = """
    accelerates growth; accretive; amazing; approval; approved; approves; attract
    investors; attractive; awarded; awesome; bag; bagged; bags; bargain; beat; beating;
    beneficiaries; beneficiary; benefit; benefited; benefiting; benefits; better;
    bonanza; boom; booming; booms; boon; boosts; breakout; breaks out; breakthrough;
    bright; brightens; brighter; brilliant; bull market; bull run; bullishness; bulls;
    bumper; buoyant; calms; cheap; cheapest; cheer; cheered; cheers; clear buys?;
    clinch; clinched; clinches; comeback; confident; constructive; crush; crushed;
    crushes; darling; darlings; delighted; encouraging; exceed; exceeded; exceeding;
    exceeds; excellent; favorable; favorite; favorites; favourable; favourite;
    favourites; flourish; flourishes; fortune; good; gratifying; (great | good |
    positive) news; healthier; healthy; hopeful; ideal; impress; impresses; impressive;
    in line with (street | estimates | expectations | forecasts | consensus);
    inexpensive; jackpot; lucky; lucrative; momentum; multi bagger; multibagger; nice;
    opportunities; opportunity; optimism; optimistic; outperformance; outperformer;
    outshine; outshines; overachieve; oversold; perform well; phenomenal; pleased;
    positive; positives; potential; pour in; poured into; pours in; prefer; preferred;
    prefers; profitable; profitably; promising; prosper; pump in; pumps in; reassures;
    rebounding; reclaim; reclaims; record; relief; reprieve; rescues; resilience;
    resilient; revival; revive; revived; revives; reward; rewarded; rewarding; rewards;
    rich; richer; roaring; robust; rosier; rosy; safe bets?; satisfied; secured;
    secures; shine; shines; shining; shone; sizzle; sizzles; sizzling; smash; smashed;
    smashes; solid; soothe; soothes; spectacular; stabilise; stabilises; stabilize;
    stabilizes; strong; stronger; strongest; succeeds; successful; successfully; superb;
    surpass; surpassed; surpasses; sweet; synergies; synergy; tailwind; tailwinds;
    thrive; thrives; thriving; topped; tops; traction; turnaround; undervaluation;
    unlock value; unlocks value; unscathed; upgrading; upside; well placed; well
    positioned; win; winner; winners; wins; won; dazzles; dazzled; dazzling; smashing;
    outsized gains; bargains; explosive; upgraded at; strength; superior; wows; wowed;
    trounces; trounced; tops estimates; shrugs off; rebounds; high flying; soars;
    upsized; oversubscribed; stimulus; bullishly; gangbusters; red hot; must own;
    wonderful; fantastic; terrific; crushing it
"""
BAD = """
    accused; accuses; adverse; adversely; ailing; allegations; alleged; anxious; axe;
    axed; axes; backfires; backlash; bad; ban; banned; bans; barred; bars; battered;
    bear market; bears; beaten; beleaguered; beware; bleak; bleed; bleeding; blow;
    breach; breaches; bribery; bruised; bubble; bumpy; burden; burdened; burned; burns;
    cancel; canceled; cancellation; cancelled; cancels; cautious; cautiously;
    challenging; choppiness; choppy; clash; clouded; clouds; collapse; collapsed;
    collapses; complaint; concern; concerned; concerns; contagion; costly; crackdown;
    crashes; cripple; crippled; crippling; crumbling; crunch; curbs; damage; damaged;
    damages; dampens; danger; dangerous; daunting; deadlock; deadly; debacle; deceived;
    default; defaulted; defaulter; defaults; delay; delayed; delays; delinquent;
    delisting; dented; dents; derail; derails; deteriorating; deterred; dicey; dire;
    disappoint; disappointed; disappointing; disappointment; disappoints; dismal;
    dismiss; dismissal; dismissals; dismissed; disorderly; dispute; disrupt; disrupted;
    disruption; disruptions; distress; distressed; dour; downbeat; downside; downsizing;
    drag; dragged; dragging; drags; drought; drubbing; dull; dump; dumped; dumping;
    dumps; embattled; embezzlement; eroding; evictions; expensive; fail; fail to;
    failed; failed to; failing; failing to; fails; fails to; failure; failure to;
    fallout; falter; faltering; falters; fatal; fear; fears; fiasco; fined; fragile;
    fraud; fraudulent; freeze; freezes; fret; frets; fretting; froth; gloom; gloomy;
    glum; glut; gridlock; grim; guilty; hack; hacked; halt; halted; halts; hamper;
    hampered; hampers; headwind; headwinds; hindered; hit by; hostile; hurt; hurting;
    hurts; illiquid; impairment; impairments; imposes; infringement; infringes;
    investigation; jeopardy; jinx; jitteriness; jitters; jittery; lackluster;
    lacklustre; lag; laggard; lagged; lagging; lags; laid off; languish; languishes;
    languishing; lawsuit; lawsuits; lay off; lay offs; laying off; layoff; layoffs; lays
    off; liquidation; lockdown; lockdowns; lose; loses; losing; loss before tax; loss
    before taxes; loss of; lost; marred; misconduct; misleading; misled; mismanagement;
    miss; missed; missing; muted; negative; offload; offloads; operating loss; outage;
    outages; overcapacity; overhang; overheated; overpriced; oversupply; pain; painful;
    pandemic fears; panic; penalised; penalized; penalties; penalty; pessimism;
    pessimistic; plague; plagued; plummeting; poor; poorly; pre tax loss; predicament;
    pressured; pretax loss; probe; probed; probes; problem; problems; protest; protests;
    punished; raid; raided; raids; recall; recalled; recalls; recession; redundancies;
    redundancy; reject; rejected; rejects; retrenchment; riskier; riskiest; risky; roil;
    roiled; roils; sabotage; sacked; sacks; sanctions; scam; scandal; scare; scares;
    scrap; scrapped; scraps; scrutiny; setback; setbacks; shaky; shock; shocks;
    shortage; shortages; shortfall; shrinkage; shut; shutdown; shutdowns; shuts;
    shutting; slack demand; slammed; slams; slapped; slaps; slashed jobs; slowdown;
    sluggish; snag; snags; sour; sours; spook; spooked; spooks; squeezed; stagflation;
    stagnant; stagnate; stagnation; stall; stalled; stalls; standoff; strain; strained;
    strike; strikes; struggle; struggled; struggles; struggling; stung; stutter;
    stutters; subdued; sue; sued; sues; suffer; suffered; suffering; suffers; suspend;
    suspended; suspends; suspension; tainted; tarnished; tension; tensions; tepid;
    terminate; terminated; terminates; termination; terrible; threat; threaten;
    threatened; threatens; threats; tizzy; tough; tougher; toxic; trouble; troubled;
    troubles; turbulence; turbulent; turmoil; unable to; uncertain; uncertainty;
    undermine; undermines; undersubscribed; underwhelm; underwhelming; underwhelms;
    unease; unfavorable; unfavourable; unprofitable; unrest; unsold; vexed; vulnerable;
    warn; warned; warning; warnings; warns; wary; weak; weaker; weakest; weakness;
    weigh; weighed; weighing; weighs; whacked; wipeout; wobble; wobbles; woeful; woes;
    worried; worries; worrying; worse; worsen; worsened; worsening; worsens; write down;
    write downs; write off; write offs; writedown; writedowns; wrongdoing; ugly; awful;
    horrible; nightmare; flop; flops; flopped; waver; wavers; torching; drowning; bust;
    busts; wreak; wreaks; havoc; ravaged; ravages; evaporates; evaporated; scuttled;
    scuttles; botched; delisted; plead guilty; stuck; faltered; wrong; snubs; snubbed;
    woe; dwindles; overbought; dilution; dilutive; defrauded; indicted; jailed;
    arrested; sputtering; backlog of claims; skeptical; sceptical; doubtful; dubious;
    soured; clobbered; hammered; pummeled; pummelled; crushed by; mauled; slumping;
    ponzi; abandons; abandoned; backtracks; balks; beatdown; blacklist; blacklisted;
    blasted; boycott; boycotts; breakdown; bungled; calamity; capitulation; collusion;
    contaminated; criticised; criticism; criticized; cyberattack; defective; defects;
    denies; devalued; disadvantage; disrupts; doomed; downfall; drawdown; dud;
    endangered; exploited; falsified; flawed; fizzled; freefall; furlough; furloughs;
    furloughed; gloomier; glitch; glitches; grounded; grounding; harm; harmed; harms;
    haunt; haunts; hemorrhage; hemorrhaging; horrendous; idled; idles; inadequate;
    inefficient; irregularities; jumpy; laundering; limping; lousy; malfunction; mess;
    messy; misery; mishap; missteps; mired; negligence; oust; ousted; outcry;
    overshadowed; overwhelmed; plagues; precarious; pummels; punishing; ransomware;
    rattled; rattles; rattling; refuses; retaliate; retaliates; retaliation;
    retaliatory; revoked; revokes; ruin; ruined; ruins; scandals; scrambles; sever;
    shatters; shattered; shelved; shelves plans; shuttered; shutters; siege; skepticism;
    slap; sloppy; spat; spiral; spiraling; spirals; stagnating; stoppage; struck down;
    suing; swindle; tantrum; tarnish; thwart; thwarted; torn; troubling; tumultuous;
    underperformance; unlawful; unsafe; unstable; unsuccessful; unsustainable; upset;
    upsets; violated; violates; violation; violations; walkout; wreck; wrecked; yanks
"""
# Enough only together with another.
FAINTLY_GOOD = """
    advantage; agreement; ambitious; beneficial; best; buyback; buybacks; buying;
    celebrates; consistent; decent; dominate; dominates; eased; eases; enjoy; enjoys;
    expand; expands; expansion; expects growth; flexible; flying; fruitful; gain;
    gainer; gainers; gains; great; growth; heals; hope; hopes; improved; inflows;
    innovative; launches; likes; love; loves; milestone; nod; partnership; perfect;
    promise; promises; reasonable; reasonably; recommend; recommended; recommends;
    rejuvenate; reopen; reopening; reopens; rescue; resume; resumed; resumes; safe;
    safer; stable; steady growth; strengthens; support; supported; supports; surplus;
    tie up; victory; warming; winning; accomplished; achieve; achieved; achieves;
    achievement; award; awards; backs; calmer; champion; competitive; delivers;
    desirable; effective; efficient; endorse; enthusiastic; excited; exciting; generous;
    hot; inspiring; intact; keen; landmark; leading; loved; peace; popular; powerful;
    praise; progress; proud; reliable; savings; significant; smart; smooth; smoothly;
    success; sustainable; valuable; vibrant
"""
FAINTLY_BAD = """
    alarm; blames; caution; cautions; challenge; challenges; chaos; charge; charges;
    closure; closures; conflict; contraction; controversy; corruption; crowded;
    difficult; difficulties; dismay; dispute over; doldrums; doubt; doubts; emergency;
    exit; exits; exodus; exposed; fall short; fine; fluctuate; hard; hardship; illegal;
    linger; lingers; litigation; looming; looms; loser; losers; loss; losses; low;
    lower; lows; lull; manipulation; mistake; mistakes; moderate; nervous; nervousness;
    net loss; obstacle; obstacles; outbreak; outflows; overhaul; peril; perils; plight;
    pressure; pressures; protested; risk; risks; sanctioned; scams; selling; shadow;
    slower; softer; squeeze; stopped; stranded; theft; tight; trade war; trapped;
    unable; underutilised; underutilized; unlikely; unpaid; upheaval; volatile;
    volatility; worry; worst
"""
# What turns what is said soon after it.
NOT = """
    ain't; aren't; averted; avoided; can't; cannot; couldn't; denied; denies; didn't;
    doesn't; don't; fail to; failed to; failing to; fails to; failure to; hardly;
    hasn't; haven't; isn't; lack; lack of; lacks; little; neither; no; no longer; nor;
    not; not (be | been | seen | seeing | expecting); nothing; rather than; shouldn't;
    unable to; unlikely; wasn't; weren't; without; won't; wouldn't
"""
# A headline that opens with one of these advises.
ADVICE = {
    "accumulate": 1.0, "buy": 1.0,
    "avoid": -1.0, "exit": -1.0, "sell": -1.0, "short": -1.0,
}  # fmt: skip
