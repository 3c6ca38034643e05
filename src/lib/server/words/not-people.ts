/**
 * Places, brands, platforms, days and subjects: written with a capital, some of them borne by people too, and here not
 * people. Lower case, without apostrophes.
 */
const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/u));

/** Never a person's name in what a student writes. */
export const NOT_PEOPLE = list(`
monday tuesday wednesday thursday friday saturday sunday january february march june july september october november
december easter eid ramadan ramadhan diwali vaisakhi christmas xmas halloween hanukkah lent bonfire
english maths math science history geography french spanish german arabic urdu polish turkish somali chinese indian pakistani
bengali bangladeshi african caribbean irish welsh scottish british european asian american romanian albanian kurdish roma
art drama music computing biology chemistry physics business sociology psychology pshe citizenship textiles media
muslim muslims islam islamic christian christians christianity catholic jewish sikh hindu buddhist bame lgbt lgbtq pride quran
jew jews gypsy bible jesus god allah church mosque gurdwara temple
uk usa eu england wales scotland ireland britain london europe africa asia america india pakistan bangladesh nigeria ghana
poland romania turkey somalia china jamaica syria iraq iran afghanistan ukraine russia israel palestine gaza albania spain
portugal italy germany france birmingham manchester leeds liverpool sheffield bristol newcastle nottingham leicester coventry
bradford cardiff swansea newport belfast derry glasgow edinburgh aberdeen dundee southampton portsmouth plymouth brighton hull
stoke wolverhampton derby reading luton slough croydon hackney brixton peckham tottenham camden islington lewisham lambeth
southwark newham stratford ilford romford barking dagenham walthamstow leyton enfield edmonton barnet harrow wembley ealing
hounslow brent haringey greenwich woolwich bexley bromley sutton kingston richmond hammersmith fulham kensington westminster
shoreditch stockwell streatham tooting clapham battersea wandsworth deptford dalston bethnal mile hounslow uxbridge watford
oxford cambridge norwich ipswich colchester chelmsford southend basildon dover kent essex surrey sussex devon cornwall dorset
somerset norfolk suffolk yorkshire lancashire cumbria durham sunderland middlesbrough gateshead darlington york doncaster
rotherham barnsley wakefield huddersfield halifax rochdale oldham bolton bury salford stockport tameside trafford wigan
warrington preston blackpool blackburn burnley crewe telford walsall dudley solihull redditch worcester gloucester cheltenham
swindon bath exeter torquay salisbury winchester bournemouth poole basingstoke guildford woking crawley hastings eastbourne
medway gillingham maidstone canterbury peterborough northampton corby kettering bedford lincoln grimsby scunthorpe mansfield
chesterfield burton cannock stafford hereford wrexham merthyr paris dubai ibiza thames severn mersey
whatsapp snapchat imessage messenger telegram signal youtube tiktok instagram insta facebook twitter reddit bereal pinterest
roblox minecraft fortnite fifa cod xbox playstation nintendo discord twitch teams google classroom chatgpt siri alexa netflix
spotify apple android iphone ipad chromebook samsung huawei microsoft omegle yubo wizz onlyfans tinder kik threads linkedin
duolingo kahoot hegarty sparx showmyhomework satchel edulink arbor uber bolt lime voi deliveroo ebay amazon vinted depop disney
mcdonalds mcdonald maccies maccys mcds kfc greggs tesco tescos asda lidl aldi sainsburys sainsbury morrisons coop nandos subway
primark costa starbucks spoons wetherspoons wilko wilkos superdrug poundland iceland waitrose argos ikea jd zara hm nike adidas
puma vans converse northface moncler gucci barbershop dominos papajohns wingstop popeyes popeye pepes burgerking pret wimpy
childline shout ceop fearless crimestoppers samaritans kooth mind nspcc barnardos papyrus
spurs arsenal everton villa palace millwall rangers celtic rovers wanderers albion forest
gcse gcses btec btecs ks2 ks3 ks4 sats eal sen send pcso pcsos cctv nhs nspcc bbc itv mp tv pc wifi led gps vr ai atm atms hiit
nan nana nanny gran granny mum dad mam miss sir teacher head boss bossman council police school academy
stormzy drake beyonce ronaldo messi saka bellingham rashford marvel barbie pokemon naruto batman spiderman elsa shrek
isis hitler stalin churchill thatcher shakespeare macbeth einstein pollock picasso tate trump putin santa rudolf grinch
hijab niqab abaya burka turban porsche lexus mercedes bentley bmw audi tesla ford vauxhall jeep
pepsi coke fanta lucozade redbull monster prime haribo oreo nutella elf geek lost
st saint whippy tik tok co-op coop robux vbucks ok okay lol omg idk ngl im ive ill tho wagwan yh nah innit ye yes no
`);

/** Names of people and of something else besides: a person only where the words round it say so. */
export const ALSO_A_PLACE = list(`
chelsea jordan florence georgia sydney austin chester troy savannah vienna milan kenya israel asia lincoln preston derby reading
carlisle victoria elizabeth albert george charlotte francis wells perth paris london brooklyn houston dallas orlando
kingston melrose morrison wilson dixon ross warwick clifton hamilton windsor stanley douglas jack daniels jerry
marks spencer boots may april june summer autumn winter nike mac dr pepper rover wendy wimpy
fred perry calvin klein ted baker carl hugo louis prada ali baba stella mia bonmarche
jean denim mercedes bentley virginia phoenix
mario luigi sims zelda siri alexa cortana madden nova kit
gaga adele central cee skepta pep klopp whippy mr
`);

/** People everybody has heard of, of history, books, films, music and sport, by their whole names: whom a student tells of is not one of them. */
const FAMOUS =
	'martin luther king(?: jr| junior)?|rosa parks|anne frank|nelson mandela|mary seacole|florence nightingale|henry (?:viii|the eighth|8th)|harry potter|taylor swift|ed sheeran|billie eilish|ariana grande|olivia rodrigo|harry styles|justin bieber|nicki minaj|kanye west|travis scott|bob marley|michael jackson|freddie mercury|elvis presley|greta thunberg|malala(?: yousafzai)?|andrew tate|elon musk|donald trump|boris johnson|keir starmer|rishi sunak|liz truss|nigel farage|tommy robinson|barack obama|joe biden|george floyd|stephen lawrence|emmett till|king (?:charles|henry|james|richard|george|arthur|edward|kong|john)|queen (?:victoria|elizabeth|mary|anne|charlotte)|prince (?:harry|william|george)|princess (?:diana|kate|anne)|guy fawkes|robin hood|peter pan|father christmas|peppa pig|mr bean|mr beast|sherlock holmes|james bond|darth vader|oliver twist|billy elliot|romeo (?:and|n|&) juliet|lady macbeth|jekyll (?:and|n|&) hyde|george orwell|charles dickens|charles darwin|albert einstein|isaac newton|marie curie|leonardo da vinci|van gogh|jackson pollock|frida kahlo|marcus rashford|harry kane|jude bellingham|cristiano ronaldo|lionel messi|mo(?:hamed)? salah|lewis hamilton|usain bolt|simone biles|raheem sterling|bukayo saka|declan rice|cole palmer|phil foden|david beckham|lauren james|leah williamson|tom holland|emma watson|daniel radcliffe|central cee|charlie brown|charlie (?:and the chocolate factory|bigham)|thomas the tank|bob the builder|fireman sam|postman pat|dora the explorer|mickey mouse|bugs bunny|barbie and ken|ken from barbie|wendy house|jolly rodger|max (?:of )?\\d+|bill of rights|bill (?:is|was) \\D{0,4}\\d+';
export const FAMOUS_PEOPLE = new RegExp(`(?<![\\p{L}\\d])(?:${FAMOUS})(?:['’]?s)?(?![\\p{L}\\d])`, 'giu');

/** A capitalised word followed by one of these is a place: "Oak Road", "Mill Lane Park". */
const PLACE_KIND =
	'road|rd|street|st|lane|ln|avenue|ave|close|drive|way|walk|row|park|square|sq|place|court|estate|house|hall|school|academy|college|primary|secondary|high|sixth form|church|cathedral|chapel|mosque|masjid|gurdwara|temple|synagogue|centre|center|station|bridge|hill|green|common|gardens?|grove|crescent|terrace|mews|gate|heath|wood|woods|library|market|mall|shops?|shopping|precinct|parade|arms|inn|pub|building|block|tower|towers|field|fields|leisure|gym|pool|baths|canal|river|lake|beach|pier|dock|docks|wharf|underpass|subway|tunnel|alley|cross|circus|roundabout|junction|bus|line|tube|overground|tram|town|city|united|rovers|fc|club|king|kitchen|chicken|kebabs?|barbers?|cafe|caf|pizza|grill|express|superstore|store|hospital|surgery|clinic|hotel|flats|island|festival|theatre|cinema|museum|stadium|arena|hub|project|trust|foundation|memorial|ambulance|fans?|shirts?|supporters|crazy|bars?|machine|posters?|mural|films?|books?|trip|day|days|awards?|exams?|levels?';
const EITHER_CASE = PLACE_KIND.replace(
	/(^|\|)(\p{L})/gu,
	(_, bar: string, first: string) => `${bar}[${first}${first.toUpperCase()}]`
);
/** "Oak Road", "St Mary's Church", "Queen Mary hospital", "King William School". */
export const PLACE = new RegExp(
	`(?<![\\p{L}])(?:(?:\\p{Lu}[\\p{L}\\p{M}'’]{0,24}|of|the|and|&)[ -]){0,3}\\p{Lu}[\\p{L}\\p{M}'’]{0,24}[ -](?:${EITHER_CASE})(?![\\p{L}])`,
	'gu'
);
/** The same in small letters, by the kinds that only places have: "victoria park", "albert road". */
export const PLACE_SMALL = new RegExp(
	`(?<![\\p{L}])\\p{L}[\\p{L}\\p{M}'’]{1,24} (?:road|rd|street|lane|avenue|ave|park|square|estate|house flats|school|academy|college|church|mosque|station|bridge|hill|gardens|grove|crescent|terrace|library|market|primary|bus stop|shopping|precinct|roundabout|daniels|kebabs?|barbers|leisure|hospital|fans|shirts?|building|block|centre|center|statue|concerts?|tickets|posters?|jackets?|skirts?|jeans|cars?|plants?|books?|movies?|films?|songs?|albums?)(?![\\p{L}])`,
	'giu'
);
