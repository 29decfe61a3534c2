"""The words of what else papers speak of, each list a subject that a reason names."""

OTHERS = {
    "promotion": """
        launch(es | ed)?; unveil(s | ed)?; introduc(es | ing); summit; conference; expo;
        awards?; awarded; award winning; partners with; partnership; platform;
        solutions?; empower*; innovat*; celebrat*; proud; milestone; excellence; event;
        entrepreneurs?; inspir*; transform*; recogni(s | z)ed; hosts; hosted; webinar;
        seamless; next gen*; cutting edge; initiative; sustainab*; vision; community;
        insights; thought leaders?; c suite; leadership; collaborat*; merchandise;
        brand; brands; customer experience; revolutioni*; redefin*; reimagin*; elevat(es
        | ing); unlocks?; unlocking; harness*; showcas*; immersive; bespoke; curated;
        state of the art
        """,
    "advice": """
        you; your; my; how to; tips; ways to; here why; here what; opinion; letter to;
        editor; column; columnist; podcast; transcript; list of; quiz; explained;
        myths?; advice
        """,
    "sport": """
        finals; goals; match day; swimming; swimmer; football*; soccer; cricket*; rugby;
        hockey; baseball; basketball; tennis; golf*; boxing; boxer; wrestling; wwe; ufc;
        mma; formula 1; f1; grand prix; nascar; motogp; nfl; nba; wnba; mlb; nhl; mls;
        ncaa; ipl; t20; odi; fifa; uefa; premier league; champions league; la liga;
        serie a; bundesliga; europa league; league; super bowl; world cup; asia cup;
        ryder cup; olympic*; paralympic*; coach(es)?; head coach; quarterback; striker;
        midfielder; goalkeeper; winger; batsman; bowler; batting; wickets?; innings;
        pitcher; touchdowns?; matches; tournament; playoffs?; semi ?finals?; quarter
        ?finals?; championships?; champions?; medals?; medallist; medalist; athlet*;
        stadium; fixture; derby; squad; teammate; transfer window; fc; kickoff;
        halftime; scored; unbeaten; defeat(s | ed)?; victory; beat .. #; marathon;
        jockey; racecourse; horse racing; snooker; darts; volleyball; netball;
        badminton; sports?; sportsman; yankees; lakers; cowboys; dodgers; red sox;
        chiefs; steelers; eagles; packers; manchester united; man utd; liverpool;
        arsenal; chelsea; tottenham; barcelona; real madrid; bayern; juventus; inter
        milan; psg; celtic; newcastle united; fantasy football; game week; matchday;
        varsity; player of the; mvp; roster; quarterbacks; guard; manager sacked;
        waiver; wild card; opener; f1 team; sponsor; trade rumou?rs; two year deal;
        bulls sign; referee; gymnast*; relay; club record; gymnastics; cycling;
        triathlon; sprinter; relegat*; knockout; group stage; kabaddi; chess; rowing;
        archery; sea games; asian games; commonwealth games; goalscor*; offside; penalty
        shoot ?out; free agent
        """,
    "courts": """
        attorney general; high court; supreme court; court; judge; lawsuits?; sues;
        sued; trial
        """,
    "crime": """
        police; detain*; seiz(e | es | ed | ure); cops?; murder*; homicide; killed;
        killing; kills; killer; stabb*; shooting; shot dead; gunm(a | e)n; gunshots?;
        rape*; rapist; robb(ed | er | ers | ery); burglar*; theft; thief; thieves;
        arrest(s | ed | ing)?; jailed; jail; prison*; sentenced; suspects?; victims?;
        assault*; kidnap*; abduct*; traffick*; smuggl*; drug (lord | bust | dealer |
        trafficking); gangs?; gangster; manslaughter; assassin*; sexual; abuse; abuser;
        molest*; predator; detectives?; sheriff; fbi; cid; manhunt; crime; criminal;
        culprits?; inmates?; bail; murderer; sexually; nabbed; in custody; pleads? (not
        )?guilty; charged with; defendant; convict(ed | ion | s); courtroom; terror*;
        fraudsters?; scammers?; missing (girl | boy | woman | man | teen | mum | child |
        person); cbi; enforcement directorate; scams?; scammed; fraud; cheating;
        embezzl*; laundering; ponzi; con; conned; stealing; stole; stolen; drug
        cartels?; romance scam; drunk; fugitive; hoax; phishing; impersonat*;
        cybercrime; fake (job | jobs | police | website); ganja; heroin; cocaine; meth;
        methamphetamine; contraband; arson*; vandal*; hit and run; drunk driving;
        magistrates?; remanded; extradit*; perjury; parole; felony; bribes?; bribery
        """,
    "accidents and disasters": """
        earthquake; quake; typhoon; hurricane; cyclone; tornado; floods?; flooding;
        flooded; wildfires?; landslides?; volcano; tsunami; rescue*; collapsed; rubble;
        crash(es | ed)? (on | into | near | kills | leaves); crash; accident; injured;
        injuries; dead; dies; died; death; deaths; fatal; drown*; blaze; firefighters?;
        fire; truck crash; overturn*; rollover; plane crash; ambulance; evacuat*;
        weather; storm; rainfall; heatwave; snow; forecasters; bomb; blast; most
        dangerous; road safety; house fire
        """,
    "war and diplomacy": """
        hostages?; ceasefire; gaza; hamas; hezbollah; idf; troops; detain*; shadow
        fleet; tankers?; warships?; boarded; soldiers?; army; military; militar*;
        missiles?; drones?; airstrikes?; war crimes; kyiv; zelensky*; ukrainian; putin;
        kremlin; nato; flotilla; palestin*; israeli?; west bank; air force; navy;
        fighter jets?; warplanes?; militants?; insurgen*; nuclear disarmament; peace
        (plan | deal | talks); embassy; ambassador; diplomat*; foreign minist*; national
        day; bilateral ties; genocide; refugees?; asylum; taliban; defence minister;
        pentagon; himars; shelling; frontline; brigade; battalion; conscript*;
        reservists?; warhead; un peacekeepers; rebels?
        """,
    "politics": """
        elections?; votes?; voters?; voting; ballot; campaign trail; candidate; senator;
        congressman; congresswoman; mp; mps; mla; mayor; governor; councillors?;
        council; city council; parliament; lawmakers?; deputy chief minister; chief
        minister; opposition (leader | party); party conference; labour conference;
        coalition; leadership race; democracy; protest*; rally goers; immigra*;
        migrants?; deport*; ice (agents | raid); abortion; gun control; constitution*;
        impeach*; referendum; bjp; pdp; apc; anc; gop; maga; charlie kirk; conspiracy;
        epstein; nobel; pledges; tribute; independence (day | anniversary); corruption;
        anti corruption; macc; visas; visa rules; visa applications; passport; civic;
        youths?; ndp; labour; tories; reform uk; farage; democrats; republicans; blame;
        memes?; government shutdown memes; migration; border (security | control | wall)
        """,
    "screen, music and celebrities": """
        actors?; actress(es)?; singers?; rapper; pop star; albums?; songs?; music;
        musician; concerts?; gig; films?; movies?; box office; trailer; hbo; tv (series
        | show); season #; episodes?; spoilers?; streaming (on | guide); celebrit*;
        hollywood; bollywood; oscars?; emmys?; grammys?; premiere; red carpet; royal
        family; prince; princess; king charles; meghan; kardashian; taylor swift;
        dating; wedding; divorce; girlfriend; boyfriend; husband; wife; ex wife;
        pregnan*; reality (tv | show); big brother; strictly; love island; anime; manga;
        comic; novel; author; memoir; books; poet; artist; artworks?; museum;
        exhibition; gallery; theatre; theater; dance*; festival; photographer; stars;
        fans; influencer; youtuber; tiktok star; biography; personality rights; soap;
        coronation street; eastenders; rich list; youngest billionaires?; playlist; dj;
        guitarist; reality star; celeb; comedian; legend; bankrupt after; (on | to |
        hits | leaving | from) netflix; book deal; folklore; choir; orchestra; opera;
        ballet; poetry; sculpt*; painter; literary; cinemas?; documentary; bestseller;
        screenplay; cosplay; k pop; biopic
        """,
    "life and style": """
        mansion; bedrooms?; villa; swimming pool; raises money; recipes?; cooking;
        cookbook; chef; restaurants?; dinner; dessert; bake*; chocolates?; wine;
        cocktails?; beer garden; pub; pubs; fashion; dress; minidress; outfit; makeup;
        beauty; skincare; skin; hair; nails; weight loss; diet; workout; yoga; fitness;
        wellness; sleep; garden*; plants; pets; pet (owners? | dog | cat); dogs?; cats?;
        puppy; horses?; wildlife; zoo; bears?; sharks?; birds?; home decor; interior;
        cleaning; travel tips; holiday destination; beach; cruise; resort; getaway;
        vacation; tourists; airbnb; parenting; kids; baby; babies; mum; mom; dad;
        toddler; grandma; relationships?; horoscopes?; zodiac; tarot; lottery;
        powerball; mega millions; crossword; wordle; halloween; christmas; diwali;
        navratri; thanksgiving; birthday; freebies; shoppers; black friday; prime day;
        bargain; costume; blanket; hoodie; lifestyle; advent; pumpkin; spa; dating app;
        obituar*; funeral*; engagement ring; dream home; lego; toys?; how to clean;
        grizzl(y | ies); monopoly game; menu; ranked; jackpot; statue of liberty;
        yosemite; tours?; gowns?; fashion week; trees; power banks?; jewellery; stocking
        stuffers; luggage; baggage; (house | home | cottage | bungalow | flat |
        apartment | mansion | villa | farmhouse) .. (for sale | on the market | hits
        market | on sale); asking price; air miles; bonus miles; lounge access; welcome
        offer; frequent flyers?; loyalty (card | scheme | programme | program | points);
        safari; itinerary; sightseeing; backpack*; hiking; camping; safe to travel;
        travel advice; road trip; must visit; beer festival; cask ale; tattoo; perfume;
        candles?; slow cooker; home improvement; interior design
        """,
    "gadgets and games": """
        iphones?; ipads?; airpods; apple watch; android; galaxy; pixel; smartphones?;
        laptops?; tablets?; headphones; earbuds; smartwatch; gaming; gamers?; xbox;
        playstation; ps5; nintendo; switch 2; fortnite; minecraft; roblox; call of duty;
        gta; esports; video games?; games?; beta; ios; firmware; app; apps; chatbot; wi
        fi; bluetooth; specs; hands on; first (drive | look); reviewed; unboxing;
        wallpaper; windows 11; browser; how to watch; test drive; e bikes?; robot
        vacuum; gadgets?; macbook*; oled; kindle; ssd; core; ram; m4; dyson; air
        fryers?; galaxy s*; battery life; review; garmin; wearables?; headset; podcasts;
        spied; spy shots; horsepower; concept car; supercars?; hypercar; hatchback;
        first ride; motorcycles?; facelift; smart home; drone footage; service plan;
        powertrains?; drivetrain; trim level; hot hatch; line ?up; wordpress; plugins?;
        software update; app store; emoji; sedan; roadster; camper ?van; motorhome; dash
        ?cam; steam deck; patch notes; soundbar
        """,
    "health": """
        hospitals?; patients?; doctors?; nurses?; surgery; surgeon; cancer; tumou?r;
        diabetes; dementia; alzheimer*; autism; vaccin*; covid; measles; flu; ebola;
        cholera; virus; infection; symptoms?; disease; diseases; mental health; suicid*;
        depression; anxiety; therapy; medicaid; medicare; health; healthcare; medical;
        clinic; clinics; clinical; nhs; protein; vitamin; obesity; stroke; heart attack;
        hiv; malaria; blood; pregnancy; midwi*; menopause; drug test kits?; paramedics?;
        care home; nursing home; outbreak; epidemic; dengue; mpox; tuberculosis;
        immuni(s | z)ation; maternity; fertility; ivf; superfoods?; nutrition*;
        dietitian; calories; fatty liver; gut health
        """,
    "schools": """
        schools?; students?; pupils?; teachers?; classroom; university; universities;
        college; colleges; campus; professor; graduates?; graduation; exam; exams;
        tuition; scholarships?; degree; degrees; education; educational; curriculum;
        kindergarten; learners; vidyalayas?; hackathon; principal; alumni; faculty;
        hbcu; stem; schooling; literacy; trains # ~ (women | youths?); apprentic*;
        preschool; phd; fellowships?; syllabus; financial aid; fafsa; enrol*; dormitory;
        campus life
        """,
    "local affairs": """
        shelter; fair; neighbou?rhoods?; county; township; borough; village; villagers?;
        city hall; town; local residents; residents; homeowners; planning permission;
        zoning; potholes?; road(works)?; roads; highway closure; traffic; bus; tram;
        station; commuters; parking; park; library; sewage; drinking water; nonprofits?;
        charity; charities; volunteers?; foundation; donat*; fundrais*; church; priest;
        bishop; pope; mosque; temple; parish; housing scheme; ferry; homeless*;
        downtown; district; inaugurat*; flags off; ceremony; tenants; heritage;
        monument; county commissioners; commissioners; deputies; ballot levy; levy on
        ballot; bike lanes; town hall; council members; breaks ground; allotment;
        riverside; bypass; ring road; high street shop; taxi; cyclists; kebab; mascots;
        financial assistance; ex gratia; aid to families; families receive; cheques to;
        relief goods; orphans?; widows?; elderly; senior citizens?; blood donation;
        felicitat*; foundation stone; panchayat; barangay; community hall; playground;
        cemetery; memorial; mural; statue; old age home; relief camp
        """,
    "science and nature": """
        nasa; spacecraft; astronaut; telescope; planet; mars; asteroid; comet;
        scientists?; researchers; study (finds | shows | suggests); archaeolog*;
        dinosaur; species; physics; quantum mechanics; genome; antibod*; climate change;
        biodiversity; ecosystem; conservation; scientific reports; diffusion approach;
        algorithm for; disparities; autoregressive; ocean; coral; exploring; evidence
        from; a review of; study of; theory of; glaciers?; shipwreck*; sunken; treasure;
        global warming; melting; fossils?; rainforest; sea level*; spacewalk; lunar;
        meteor*; eclipse; aurora; antarctic*; paleontolog*; neuroscience; biolog*;
        genetic*; dna; ice sheet; botanical; beetles?; insects?; whale watching
        """,
}
