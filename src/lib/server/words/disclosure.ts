/**
 * Words that may be a child telling an adult that something happened, is happening, or is feared, to them or to a child
 * they know. Text that matches skips station leads and facilitators and goes to safeguarding leads (S7).
 *
 * The list stays on the server (S4). It prefers a false alarm to a miss, and it will still miss: people tell in words no
 * list has. No match means nothing, and a person reads everything.
 */
import { phrases } from './pattern.ts';
import { readings } from './spelling.ts';
import { CLASSES } from './told/classes.ts';
import { TOLD_ELSEWHERE } from './told/other-languages.ts';
import { TOLD } from './told.ts';

const PATTERNS = Object.values(TOLD).map((told) => phrases(told, CLASSES));

/**
 * What the school should teach, put up or do, and what a good friend would: half the ideas of a summit speak of harm
 * like that, and tell of nobody. A sentence that also says "I" or "my" is never taken for advice.
 */
const ADVICE = phrases([
	'(teach|show|tell|help|support|protect|train|educate|believe) (us|kids|people|students|boys|girls|year|teachers|staff|everyone|children|victims)',
	'(lessons?|assembly|assemblies|talks?|workshops?|posters?|training|education|leaflets|sessions?|info|information|awareness|club|support|box|classes|week|campaign) (about|on|for|saying|to|where)',
	'(more|better) (help|support|lessons?|talks|posters|assemblies|training|awareness|education|counsellors?) ~',
	'(should|shouldnt|must|need to|needs to|ought to) [\\p{L}+] (be|tell|talk|report|learn|know|do|have|get|ask|listen|help|stop|never|always|take|believe|teach|feel|go)',
	'(is|are|isnt|arent|its) (?:\\p{L}+ )?(wrong|unhealthy|toxic|bad|never ok|never okay|not ok|not okay|ok|okay|illegal|a red flag|red flags?|not a good friend|abusive)',
	'(a|good|bad|real|true|fake|healthy|unhealthy|toxic) (friend|friends|mate|relationship|person|boyfriend|girlfriend) (is|who|would|wouldnt|should|that|does|doesnt|will|wont|shares|makes|says|never|always|dont)',
	'if (someone|anyone|people|your friend|you|a friend|they|your mate|your \\p{L}+) ~~ (tell|report|go to|speak to|talk to|ask|call|block|say|ring|find|walk away|leave)',
	'(stop|ban|prevent|punish|expel|search|catch|arrest|exclude) (?:the |all |more )?(people|kids|students|boys|girls|men|adults|olders|gangs|anyone|noone|year \\p{N}+s?|them|drug \\p{L}+|dealers|bullies|bullying|racists?|lads|strangers|smokers) ~',
	'(dont|never|no|stop) (carry|carrying|bring|bringing|take|send|share|sending|sharing|bully|hit|touch|meet|talk to|chat to|take part in) ~ (knives|a knife|weapons|drugs|nudes|pics|people|strangers|others|anyone)',
	'(more|need|want|have) (?:\\p{L}+ )?(police|cameras|security|teachers|guards|knife arches|searches|scanners|metal detectors|patrols|pcsos?) ~'
]);
/** What hurts nobody: a ball, a game, a test, the stairs; and what is thrown at somebody rather than told of. */
const HARMLESS = phrases([
	'(hit|smacked|smashed|whacked|slapped|bashed|hurt|battered) (?:me |us |her |him )?(?:\\p{L}+ ){0,3}?(?:by|with) (?:a|the) (?:\\p{L}+ )?(ball|football|basketball|netball|frisbee|shuttlecock|tennis ball|dodgeball|door|rugby ball|cricket ball|snowball)',
	'(kill|killed|kills|killing|shot|shoot|sniped|beat|beats|destroyed|stabbed|died|die|murdered|jumped|robbed|attacked) (?:me |us |him |her |by \\p{L}+ )?(?:on|in|at) (fortnite|cod|roblox|warzone|minecraft|fifa|fc|gta|among us|valorant|the game|chess|uno|mario kart|football|pe|basketball|a game|my game|xbox|clash royale|brawl stars)',
	'(stairs?|homework|revision|legs|queue|heat|maths|pe|school|exams?|test|mocks?|lesson|lessons|hill|feet|back|film|joke|boredom|bus|walk|weather|cold|science|history|english|gcses|bleep test|cross country|running) (?:is |are |was |were |literally |actually |absolutely |gonna |going to |will )*(kills?|killed|killing|murder\\p{L}*|destroy\\p{L}*|finish\\p{L}*|ends?|ended|abus\\p{L}*|tortur\\p{L}*|beats?|beat|hurts?) (me|us|my \\p{L}+)',
	'(cars?|bus|taxi|lorry|van|bike|ebike|lexus|bmw|audi|mercedes|tesla|scooter|moped|driver|bikes) (?:nearly|almost|just) (hit|hits|got|ran over|knocked over|run over|crashed into) (me|us|him|her|my \\p{L}+)',
	'(skip|skips|miss|skipping|missed|not eat) (?:my )?(lunch|food|dinner) (?:because|as) (?:of )?(?:the )?(queue|queues|line|lines|canteen|food is|food|its (?:so |too )?(?:long|busy|expensive|crowded|loud|packed))',
	'(kiss|lick|eat) my (arse|ass|bum|feet|shorts)',
	'(snitches|grasses|snitch|grass|rats) get (\\p{L}+)',
	'(youre|your) (?:getting|going to get|about to get) (\\p{L}+)',
	'(should|could|can|needs to) come to (our|my|this) school',
	'(people|ppl|everyone|everybody|shop workers|staff|kids) (?:all |always )?(?:stare|stares|look|looks|looking|staring) at (?:me|us|you)(?: (?:on|in|funny|weird|when|because|like im|like we|at))?',
	'(die|died|dying|dead|dies|kill me) (?:of |from |with |inside )?(laughing|laughter|boredom|heat|embarrassment|cringe|lol|haha|cold|hunger|thirst|heatstroke)',
	'(kicked|chucked|thrown|sent|booted|locked) (?:me |us )?(off|out|out of) (?:of )?(?:the |my |our )?(pitch|class|lesson|lessons|bus|canteen|library|shop|team|group|court|mcdonalds|toilets|assembly|match|gym|building|maths|science|game|server)',
	'(cat|dog|puppy|goose|seagull|hamster|horse|wasp|bee|swan|squirrel|pigeon|rabbit) (scratched|scratches|bit|bites|chased|chases|attacked|stung|kicked|jumped) (?:on )?(me|us|my \\p{L}+)',
	'(chased|attacked|bitten|stung|scratched|bit|followed) by (?:a|my|the|some) (?:\\p{L}+ )?(goose|geese|dog|cat|seagull|seagulls|wasp|bee|swan|squirrel|pigeon|cow|cows|mosquito)',
	'(broke|hurt|sprained|cut|scraped|twisted|bruised|banged|stabbed|burnt) (?:me |my )(?:\\p{L}+ )?(?:on|at|in|playing|skating|riding|with) (?:a |the |my )?(?:\\p{L}+ )?(trampoline|football|pe|netball|rugby|path|ice|bike|scooter|compass|stairs|kerb|playground|science|dt|food tech|food|pan|hob|paper|skateboard|park)',
	'(take|took|taking|have|had|need|on|got) (?:to take )?(tablets|medication|meds|medicine|pills|paracetamol|ibuprofen) for (?:my |a )?(hay ?fever|adhd|asthma|allerg\\p{L}*|headaches?|migraines?|epilepsy|periods?|acne|eczema|a cold|diabetes|cramps)',
	'(team|we|they|us) (?:got |beat |battered |smashed |were |was )+(?:us |them |year \\p{N}+ )?(?:battered |smashed |beaten |destroyed )?(?:\\p{N}|in the (?:final|match|league|cup|semi)|at \\p{L}+|on saturday|yesterday)',
	'(done|finished) with (?:this|the|that) (queue|lesson|class|question|homework|survey|bus|school day|map|level)',
	'(do|doing|understand) this (question|homework|sum|level|quiz|sheet|map|survey|puzzle)',
	'(hit|slapped|smacked|kicked|threw|throw|throws|chucked|headed) the (ball|puck|frisbee|shuttlecock) ~',
	'suicide (bomber|squad)'
]);
const OF_ONESELF = / (?:i|me|my|im|ive|us|our|we|id|mine|myself|hes|shes|he|she|her|him) /u;

/** The sentences of a reading that tell of somebody, advice left out. */
function telling(said: string): string {
	return said
		.replace(new RegExp(HARMLESS.source, 'gu'), ' ·')
		.split(' . ')
		.filter(
			(sentence) =>
				OF_ONESELF.test(` ${sentence} `.replace(/ (?:teach|show|tell|help|support|protect|believe) us /gu, ' ')) ||
				!ADVICE.test(` ${sentence} `)
		)
		.map((sentence) => ` ${sentence.trim()} `)
		.join('.');
}

/**
 * Words that tell of harm wherever they stand in a sentence about oneself or a child one knows: so that what the patterns
 * do not foresee is still seen. Words that places bring with them (drugs, knives, fights, gangs) are not among them.
 */
const GRAVE =
	/ (?:rap(?:e|ed|es|ing)|molest[a-z]*|suicid[a-z]*|selfharm[a-z]*|overdos[a-z]*|bruis[a-z]*|blackmail[a-z]*|groom(?:ed|ing|er)|abus(?:e|ed|es|ing|ive|er)|assault[a-z]*|strangl[a-z]*|chok(?:e|ed|es|ing)|threat[a-z]*|pregnant|slurs|trafficked|kidnap[a-z]*|starving myself|homeless|evicted|scars|flinch[a-z]*|bullied|bullying me|beaten|battered|groped|stalk(?:ed|ing|er|s)|harass[a-z]*|drugged|nudes|naked|porn|sexual[a-z]*|forced|unsafe at home|strip|stripped|tied up|locked (?:me|us|him|her|in|out)|bleach|hit (?:me|him|her|us)|hits (?:me|him|her|us)|punch(?:ed|es)|slap(?:ped|s)|kick(?:ed|s) (?:me|us|him|her)|terrified|traumati[a-z]*|ptsd|anorexi[a-z]*|bulimi[a-z]*) /u;
const SOMEBODY =
	/ (?:i|im|ive|id|me|my|myself|mine|he|hes|she|shes|him|her|us|our|someone i know|(?:a|this|that|one|some) (?:girl|boy|kid|lad|friend|mate|child)|friend|mate) /u;

/** Somebody of one's own home, and a word that does not belong beside them: "my uncle said it was a game". */
const OWN_HOME =
	/ (?:my|our|her|his|step) (?:[a-z]+ ){0,2}?(?:dad|mum|step dad|step mum|uncle|auntie|cousin|brother|sister|grandad|nan|carer|parents|boyfriend|girlfriend|ex|family|tutor|coach|teacher|neighbour) | (?:mum|dad) /u;
const OUT_OF_PLACE =
	/ (?:grabbed|grabs|smash[a-z]*|trash[a-z]*|flips|crack|heroin|pass(?:ed|es) out|bottles|tablets|pills|hands on|fists?|temper|slipper|spoon|marks|moved in|passport|demon|beats?|eggshells|needles|goes missing|in my face|chucks?|alcoholic|addict[a-z]*|arrested|stabbed|forces|locks?|locked|starv[a-z]*|scared|scares|scary|afraid|secrets?|a game|our game|privacy|bedroom|in bed|bed with|shower|bath|wine|beer|vodka|drunk|drinks|drinking|drugs|high|hits?|hurts?|hurting|angry|shouts|shouting|screams?|screaming|hates? me|weird|creepy|shouldnt|hiding|dodgy|crying|cries|threat[a-z]*|forced|marry|married|wed|abroad|belt|throws|hospital|bleeding|strange men|goes for me|goes mad|lose it|loses it|walks in|what happens at home|no food|sleep on the floor|saying goodbye|giving (?:his|her|their) stuff away|really ill|off his head|off her head|prison|police came|moved out|kicked) /u;

export function holdsDisclosure(text: string): boolean {
	if (TOLD_ELSEWHERE.test(unaccented(text))) return true;
	return readings(text)
		.map(telling)
		.some((said) => PATTERNS.some((pattern) => pattern.test(said)) || graveOfSomebody(said));
}

function graveOfSomebody(said: string): boolean {
	return (
		said.split('.').some((sentence) => GRAVE.test(sentence) && SOMEBODY.test(sentence)) ||
		said.split('.').some((sentence) => OUT_OF_PLACE.test(sentence) && OWN_HOME.test(sentence))
	);
}

/** As `other-languages.ts` is written: "dövüyor" and "dovuyor" are the same word to somebody in a hurry. */
function unaccented(text: string): string {
	return text
		.normalize('NFD')
		.replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
		.normalize('NFC')
		.replace(/[łı]/gu, (letter) => (letter === 'ł' ? 'l' : 'i'))
		.replace(/Ł/gu, 'L');
}
