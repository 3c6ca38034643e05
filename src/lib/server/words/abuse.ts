/**
 * Words meant to hurt: slurs, insults thrown at somebody, wishes of harm, and contempt for a group of people. The list
 * stays on the server (S4) and its only use is to hold a text for an adult's eyes. Plain swearing about a place ("the
 * bus is shit") is not abuse and is not in it.
 */
import { DataSet, RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';
import { CONTEMPT, CONTEMPT_CLASSES } from './contempt.ts';
import { phrases } from './pattern.ts';
import { readings } from './spelling.ts';
import { isEnglish } from './vocabulary.ts';

/** Each is also found with the endings below. */
const SLURS = (
	'nigger nigga niga niger negro paki pakki packi chink chinky gook wog coon golliwog spic kike yid yiddo raghead towelhead ' +
	'pikey pikeys gypo gyppo gippo gypos fag faggot faggit faggy poof poofter pouf dyke lesbo lezza lezzer lezzie tranny ' +
	'trannie trannies shemale ladyboy batty battyman battyboy bumboy bender retard retarded spastic spaz spazz spacker mong ' +
	'mongol mongo cripple windowlicker flid sped downy downie libtard slut slutty slag slaggy sket skank skanky whore hoe ' +
	'hoebag hoes thot sloot slapper slappers bitch bitches biatch beetch bytch biotch cunt cunty wanker bellend tosser prick ' +
	'twat dickhead knobhead knob nobhead bastard arsehole asshole arsewipe jackass dumbass dumbarse fatarse lardarse ' +
	'shithead shitface shitbag shitstain cumdump fatty fatso fattie nonce pedo paedo peado pedofile paedophile simp incel ' +
	'scum scumbag scrubber minger munter tramp crackhead smackhead inbred wasteman wastegash dickwad cocksucker motherfucker ' +
	'fucker wetwipe wetwipes crippled fuckface fuckwit cockwomble wankstain knobjockey twatface dickface pissflap wrongun ratface cumstain arselicker bumlicker muppet pussy pussies pussyhole pussyo prat numpty cretin moron imbecile rentboy homo shitcunt ' +
	'sandnigger nibba nibbas jap polack paddy gaylord gayboy gaybo'
).split(' ');
const ENDINGS = '(?:s|es|z|ed|ing|y|ish|as|er|ers|ty)?';
const SLUR = new RegExp(`(?<![\\p{L}\\d])(?:${SLURS.join('|')})${ENDINGS}(?![\\p{L}\\d])`, 'u');
const JOINED =
	/\p{L}*(?:faggot|nigger|nigga|retard|dickhead|wanker|bellend|motherfuck|cunt|whore|arsehole|asshole|bitch|paedo|tranny)\p{L}*/u;
/** Words that only hold such letters: places and harmless things. */
const INNOCENT =
	/ (?:scunthorpe|cripple creek|paedia\p{L}*|encyclopaedia\p{L}*|fire ?retardant|fatty (?:food|foods|acid)|tramp(?:oline|oling|led)s?|hoe (?:down|the|in the)|garden hoe|spade and hoe) /u;

const INSULT =
	'ugly|fat|thick|stupid|idiots?|idiotic|dumb|gay|freaks?|weirdos?|losers?|disgusting|vile|trash|rubbish|worthless|pathetic|tramps?|scruffs?|animals?|vermin|dirty|smelly|stinky|stinks?|minging|ugliest|fattest|dogs?|dog|pigs?|cows?|rats?|snakes?|whales?|monkeys?|apes?|gorillas?|melts?|wet|waste|wastemen|mugs?|mug|clowns?|donuts?|doughnuts?|tapped|braindead|brain dead|wet wipes?|psycho|mental|special|special needs|terrorists?|scum|thieves|thieving|thugs?|chavs?|scumbags?|useless|horrible|nasty|cringe|sad|creeps?|virgins?|easy|rank|bald|ginger|goofy|spanners?|peasants?|poor|rapists?|bombers?|savages?|cockroach(?:es)?|parasites?|subhuman|liars?|bent|queer|queers|lesbians?|gays|a disgrace|an embarrassment|a joke';
const NOUN =
	'cow|pig|bitch|rat|dog|bastard|slag|slut|whale|monkey|ape|gorilla|freak|idiot|moron|loser|weirdo|twat|cunt|prick|fucker|bugger|troll|witch|hag|cretin|mug|clown|melt|spanner|tramp|jew|jews|muslim|muslims|gypsy|gypsies|foreigner|foreigners|immigrant|immigrants|asian|asians|black|blacks|pole|poles|arab|arabs|paki|lesbian|gay|gays|queer|virgin|creep|snake|chav|chavs|scum|ugly|fat|pisshead|knob|face|git|sod|mare|trash|scrote|toerag|brat|kids family|beast|heifer|elephant|hippo|horse|trannie|refugee|refugees|traveller|travellers|peasant|peasants|worm|gimp|goblin|cockroach|minger|munter';
const BAD =
	'fat|ugly|stupid|dirty|silly|lazy|little|smelly|disgusting|thick|dumb|horrible|filthy|skanky|stinking|stinky|vile|useless|ginger|sad|pathetic|absolute|fucking|bloody|massive|proper|wet|nasty|greasy|spotty|bald|four eyed|evil|rank|white|poor|cheap|total|complete|minging|manky|annoying|worthless|spineless|weird|old';
const GROUP =
	'muslims?|jews?|jewish people|blacks?|black people|black kids|white people|whites|asians?|asian people|pakistanis?|indians?|bangladeshis|africans?|somalis?|chinese|chinese people|arabs?|immigrants?|migrants?|foreigners?|refugees?|asylum seekers?|illegals?|gypsies|gypsy|travellers|roma|romas|poles|polish people|polish|romanians?|albanians?|turks|irish|ukrainians?|gays?|gay people|lesbians?|trans people|trans|trannies|lgbt|lgbtq|queers?|girls|women|females|boys|men|teachers|year \\p{N}+s?|y\\p{N}+s?|disabled people|disabled kids|special needs|sen kids|sen|autistic people|autistic kids|autistics|christians|hindus|sikhs|those people|them people|you lot|yous|they|them|hijabis|brown people|poor people|fat people|ugly people|kids from \\p{L}+|people from \\p{L}+';
const CLASSES = {
	insult: INSULT,
	noun: NOUN,
	bad: BAD,
	group: GROUP,
	be: 'your|youre|you are|you|hes|shes|he is|she is|theyre|they are|its|all|are|is|such a|such|what a|what an|thats|my \\p{L}+ is|\\p{L}+ is|\\p{L}+ are|looks?|look',
	more: 'so |such |all |just |a |an |the |really |proper |well |bunch of |lot of |load of |of |bare |pure |very |too |fucking |bloody |little |big |like |always |both |dead |actually |literally |nothing but |one |some |absolute |right |fkn |as |being |total '
};

const THROWN = phrases(
	[
		'(stfu|gtfo|foad|shut up|shut your|shut the|shut ya)',
		'fu[ck]+k?(ing|in)? (you|off|him|her|them|your|u|yourself|all|that bitch|year|this lot|everyone|teachers)',
		'(f off|eff off|fuck off|piss off|sod off|bugger off|naff off|do one you)',
		'(kill|hang|neck|top|shoot|stab|cut|unalive|hurt|drown) yourself',
		'(go|should|hope|wish|deserves?|deserve to|needs? to) (?:\\p{L}+ ){0,3}?(die|be shot|be dead|get shot|get raped|gets raped|get hit by|gets hit by|get stabbed|gets stabbed|get cancer|gets cancer|get run over|gets run over|be put down|be bullied|be beaten|be hit|be hurt|be killed|be hanged|be gassed|get aids|burn in|rot in|jump off|get beaten|gets beaten)',
		'(drop dead|drink bleach|get cancer|get aids|catch aids|catch cancer|eat shit|eat a dick|slit your|end yourself|end your life|jump (off|in front of) (?:a|the)|go jump|walk into traffic|just disappear|put a bag over)',
		'(kill|gas|deport|shoot|hang|bomb|burn|ban|hate|stone|behead|lynch) (?:all |every |the |them |those |these |off |all the )*(<group>)(?! (?:toilet|who bully|mocks?))',
		'(<group>) (out|go home|get out|off our)(?: .|$|)',
		'(<group>) (should|need to|needs to|ought to|must|can|deserve to|have to) (?:\\p{L}+ ){0,2}?(go|leave|get out|die|be|shut|stay|fuck|burn|rot|hang|get back)(?! (?:toilets|able|in charge|a|more|allowed|asked|listened|safe|for|on|to class|out earlier|first|at|here|kept|taught|equal|treated|given|trained|paid))',
		'(<group>) (are|r|is|=) (?:<more>)*(?:<bad> )*(<insult>|dirty|terrorists|thieves|scum|vermin|criminals|rapists|animals|disgusting|sluts|slags|stupid|weak|evil|liars|sinners|going to hell|not welcome|inferior|cockroaches|the problem|a disease|mental|abnormal|against god|wrong|unnatural)(?! (?:in here|in there|to walk|at night|to us|to the|when|because|place|places|toilets))',
		'(<group>) (run|control|own) (everything|the world|the banks)',
		'(<group>) (stink|smell|belong in|dont belong|cant drive|ruin|ruined|are ruining|took our|are taking over)',
		'(women|girls) (?:\\p{L}+ )?(belong|stay|back|get back|should stay|go back) (?:in|to) the kitchen',
		'go back (?:to )?(?:where|your|ur|their|there|the|poland|africa|pakistan|india|romania|somalia|china|bangladesh|jamaica|nigeria|turkey|albania|home)(?! (?:building|way|gate|field|of))',
		'(back to|off to) (?:your|ur|their|there|the) (?:own )?(country|countries|jungle|zoo|cave|village|kitchen)',
		'back to (poland|africa|pakistan|india|romania|somalia|china|bangladesh|nigeria|turkey|albania|afghanistan|syria|iraq)',
		'(<be>) (?:<more>)*(?:<bad> )*(<noun>)(?! (?:people|kids|friends|park|area|shop|box|shaped|time|girl|boy|history|studies|toilet|door|gate|side|end|bus|food|lives|and white|shit|crossing|walkers|owner|owners|poo|mess))',
		'(your|youre|you are|hes|shes|he is|she is|theyre|you) (?:<more>)*(?:<bad> )*(<insult>)(?! (?:school|in here|in there|when its|at football|in the|to (?:him|her|them|go)))',
		'(you|what|u|stupid|silly|such a|absolute|fat|ugly|dirty|thick|little|lazy|smelly) (?:<bad> )*(<noun>)(?! (?:people|kids|friends|park|area|shop|lives|bus|in the toilets))',
		'(<bad>) (<bad>) (<noun>)',
		'(ugly|fat|stupid|smelly|disgusting|thick|minging) (?:<bad> )?(?:little )?(bitch|cow|rat|pig|rat face|face|mouth|kid|girl|boy|family|mum|mother|head|year \\p{L}+|cunt|idiots?|freaks?|people in)',
		'(look|looks|smell|smells|sound|sounds|walk|walks|dress|dresses|built) like (?:a |an |some |shit|your )*(?:<bad> )*(pig|dog|whale|cow|rat|horse|monkey|troll|man|boy|foot|thumb|tramp|shit|curry|fish|piss|bin|witch|gorilla|ape|potato|goblin|corpse|crackhead|terrorist|clown|slag|prostitute|toad|frog|donkey|hippo|elephant|onion|gremlin|shrek|dead|poo|bum|bomber|chav|clown|hobo|egg|horse)',
		'(your|ya|his|her) (mum|mother|nan|dad|sister|family|mam) (?:is |s |so |are |was |a )*(<insult>|fat|a |so|left|whore|slag|dead|gay|smells|doesnt love|hates|is a|should have|ugly)',
		'(mum|dad|parents|family) (doesnt love|dont love|left|hates|dont want|doesnt want) (you|him|her)',
		'(so|too) (?:fat|ugly|stupid|dumb|thick) (?:your|that|to|even|she|he|no)',
		'(noone|no one|nobody|everyone|everybody|we all|the whole \\p{L}+|all of us) (likes?|hates?|wants?|cares about|loves|misses|can stand) (you|him|her|them|that|\\p{L}+ (?:shes|hes)|u)',
		'(noone|no one|nobody) (?:would |will |d |ll |wld )(care|notice|miss) (?:if you|if he|if she|you|u|him|her)',
		'(everyone|everybody|noone|no one|nobody) (?:hates?|likes?) \\p{L}+ (?:shes|hes|because|she|he)',
		'(i |we )?hate (?:all |the |those |them |you )*(?:\\p{L}+ )?(gays|muslims|jews|blacks|whites|asians|immigrants|foreigners|refugees|girls|women|gypsies|travellers|poles|romanians|somalis|you|you all|u all|you lot|lesbians|trans)',
		'(suck|sucks|lick|eat|choke on|ride|sit on) (?:on )?(my|your|ur|his|a|deez|these) (dick|balls|cock|nuts|arse|ass|willy|knob|meat)',
		'(ching chong|monkey noises|oo oo aa aa|banana boat|bomb vest|allahu akbar boom|heil|sieg heil|hitler was|hitler did|gas the|six million wasnt|white power|white pride|rule britannia you|curry muncher|camel jockey|goat shagger|sheep shagger|sand monkey|porch monkey|jungle bunny|white trash|trailer trash|special ed|window licker|brain dead|smell of curry|smells of curry|smell like curry|half caste|oreo|coconut|bounty|uncle tom)',
		'(sucked|shagged|slept with|been with|shags|sleeps with|gets with|opens her legs|spreads her legs|been round) (?:\\p{L}+ )?(everyone|half|all|whole|every|anyone|anything|the whole)',
		'(she|hes|he|shes|they|that girl|that boy) (?:\\p{L}+ )?(asked for it|deserved it|deserves it|had it coming|deserves to)',
		'(a|proper|such a|right|little|total) (mug|melt|wasteman|snake|nonce|grass|beg|weapon)(?! (?:of|in the grass|for))',
		'(<noun>s?) (the lot of|all of) (you|u|em|them|yous)',
		'(piece of shit|pieces of shit|you shit|little shit|little shits|lying shit)',
		'(bunch|load|lot|group|class|school|house|full) (?:full )?of (?:<bad> )*(<noun>s?|gays|freaks|losers|weirdos|idiots|rats|animals|scruffs|tramps|retards|dickheads)(?! (?:people|kids|and white))',
		'send (?:them|em|all of them|these people|those people|you) (?:all )?(?:back|home)',
		'(ugly|dumb|fat|bitch|stupid|smelly|thick|broke|weird) ass (?!kick)\\p{L}+',
		'you (people|lot|guys) (smell|stink|are (?:disgusting|dirty|animals|scum|the problem|all the same)|make me sick|dont belong|should go|need to go)',
		'(and word hard are|hard are(?= lol)|the n word lol)',
		'hope (your|you|his|her|their|he|she|they) (?:\\p{L}+ ){0,3}?(crash\\p{L}*|dies?|burns?|explode\\p{L}*|suffers?|falls?|get hurt|gets hurt|break|breaks|chokes?|cry|drown\\p{L}*|rot)',
		'imagine (?:being|having|looking) (?:that|so|this|like that|a|your) (?:<insult>|ugly|fat|stupid|poor|face|mum)?',
		'(face|head|breath|body|nose|voice) (?:is )?(?:like|only a mother) (?:a |an |my |the |shit)*\\p{L}+(?! (?:book|time|paint))',
		'(fat|ugly|hot|sweaty|greasy|useless|waste) (mess|lump|lard|blob|cunt|pig|bitch|trash|specimen|fuck)',
		'(go |get )?(f|fuck|eff|screw) (yourself|urself|yourselves|u|you|ya)(?! up)',
		'shut (your|ur|ya|yo|that) (mouth|face|trap|gob|hole)',
		'(disgusting|filthy|dirty|stinking|fucking|bloody|sick|perverted|stupid) (<group>)(?! (?:toilets?|changing|who|shoes|bins|tables))',
		'(everyone|noone|we all|people|they all) (?:\\p{L}+ )?(thinks?|knows?|says?) (your|youre|hes|shes|you are) (?:<more>)*(<insult>|<noun>)',
		'built like (a|an) \\p{L}+',
		'(go cry|cry about it|no friends|billy no mates|get a life|touch grass|waste of (?:space|oxygen|air|sperm)|oxygen thief|should have been aborted|mistake of a|failed abortion)',
		'(weirdo|freak|loser|idiot|ugly|stupid|dumbo|retard|creep|dumb) (?:go|lol|kid|alert|get|x|you|ur|u|haha)'
	],
	CLASSES
);
const CONTEMPTUOUS = phrases(CONTEMPT, CONTEMPT_CLASSES);
/** A finger, a monkey thrown at people, and letters drawn in boxes. */
const SIGNS =
	/^\s*die[!. ]*$|🖕|(?:🐒|🐵|🦍|🍌){2}|(?<!\p{L})(?:looks?|like|is|are|u|ur|your|youre|r) (?:a |an |the |like )*(?:🐷|🐖|🐮|🐄|🐀|🐍|🐵|🐒|🦍|🤡)/iu;
const BOXED = new Map(Object.entries({ '🅰': 'a', '🅱': 'b', '🅾': 'o', '🅿': 'p' }));

/** Of the maintained list, the words that hurt; it holds plain swearing and parts of the body too, which are not abuse. */
const HURTFUL = new Set(
	(
		'abo abeed africoon arabush bastard bitch boonga chingchong chink cuck cunt dyke fag kike negro nigger prick pussy ' +
		'retard slut spastic tranny twat whore'
	).split(' ')
);
let maintained: RegExpMatcher | null = null;
/** The maintained list, with its own ways of seeing through disguises; made at the first use. */
function holdsListed(text: string): boolean {
	maintained ??= new RegExpMatcher({
		...new DataSet<{ originalWord: string }>()
			.addAll(englishDataset)
			.removePhrasesIf(({ metadata }) => !HURTFUL.has(metadata?.originalWord ?? ''))
			.build(),
		...englishRecommendedTransformers
	});
	return maintained.hasMatch(text);
}

/** A word with stars or other signs in it, tried against the list: `b*tch`, `f@ck`, `s**t`. */
const STARRED = /[\p{L}][\p{L}*@#$%!&]*[*@#$%&!][\p{L}*@#$%!&]*/gu;
const HIDDEN = [
	...SLURS,
	'fucker',
	'fuckers',
	'fuck',
	'fucking',
	'pakis',
	'niggas',
	'niggers',
	'cunts',
	'wankers',
	'bastards',
	'retards'
];
/** Slurs with the vowels left out. */
const SKELETONS = new Set(
	[
		'wanker',
		'bitch',
		'faggot',
		'nigger',
		'nigga',
		'cunt',
		'slut',
		'whore',
		'bastard',
		'dickhead',
		'prick',
		'retard',
		'twat'
	]
		.map((slur) => slur.replace(/[aeiou]/gu, ''))
		.filter((bones) => bones.length > 2)
);

export function holdsAbuse(text: string): boolean {
	const unboxed = text.replace(/(?:🅰|🅱|🅾|🅿)\ufe0f?/gu, (sign) => BOXED.get(sign.replace('\ufe0f', '')) ?? sign);
	const insulting = (said: string): boolean =>
		SLUR.test(said) || JOINED.test(said) || THROWN.test(said) || CONTEMPTUOUS.test(said);
	if (SIGNS.test(text) || readings(unboxed).some((said) => !INNOCENT.test(said) && insulting(said))) return true;
	return hidden(text.normalize('NFKC').toLowerCase()) || holdsListed(text);
}

function hidden(text: string): boolean {
	const starred = (text.match(STARRED) ?? []).some((word) => {
		if (word.replace(/[^\p{L}]/gu, '').length < 1 || word.length > 24 || /^\p{L}+[!]+$/u.test(word)) return false;
		const shown = word.replace(/!+$/u, '');
		const like = new RegExp(`^${shown.replace(/\*+/gu, '\\p{L}{1,5}').replace(/[@#$%&!]/gu, '\\p{L}')}$`, 'u');
		return HIDDEN.some((slur) => like.test(slur) || like.test(`${slur}s`));
	});
	if (starred) return true;
	return (text.match(/(?<![\p{L}\d])[b-df-hj-np-tv-z]{3,8}(?![\p{L}\d])/gu) ?? []).some(
		(bones) => SKELETONS.has(bones.replace(/s$/u, '')) && !isEnglish(bones)
	);
}
