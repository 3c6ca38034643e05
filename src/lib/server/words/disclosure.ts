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
	'if (someone|anyone|people|your friend|you|a friend|they|your mate|your \\p{L}+) ~~ (tell|report|go to|speak to|talk to|ask|call|block|say|ring|find|walk away|leave)'
]);
const OF_ONESELF = / (?:i|me|my|im|ive|us|our|we|id|mine|myself|hes|shes|he|she|her|him) /u;

/** The sentences of a reading that tell of somebody, advice left out. */
function telling(said: string): string {
	return said
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
	/ (?:rap(?:e|ed|es|ing)|molest\p{L}*|suicid\p{L}*|selfharm\p{L}*|overdos\p{L}*|bruis\p{L}*|blackmail\p{L}*|groom(?:ed|ing|er)|abus(?:e|ed|es|ing|ive|er)|assault\p{L}*|strangl\p{L}*|chok(?:e|ed|es|ing)|threat\p{L}*|pregnant|slurs|trafficked|kidnap\p{L}*|starving myself|homeless|evicted|scars|flinch\p{L}*|bullied|bullying me|beaten|battered|groped|stalk(?:ed|ing|er|s)|harass\p{L}*|drugged|nudes|naked|porn|sexual\p{L}*|forced|unsafe at home|strip|stripped|tied up|locked (?:me|us|him|her|in|out)|bleach|hit (?:me|him|her|us)|hits (?:me|him|her|us)|punch(?:ed|es)|slap(?:ped|s)|kick(?:ed|s) (?:me|us|him|her)|terrified|traumati\p{L}*|ptsd|anorexi\p{L}*|bulimi\p{L}*) /u;
const SOMEBODY =
	/ (?:i|im|ive|id|me|my|myself|mine|he|hes|she|shes|him|her|us|our|someone i know|(?:a|this|that|one|some) (?:girl|boy|kid|lad|friend|mate|child)|friend|mate) /u;

/** Somebody of one's own home, and a word that does not belong beside them: "my uncle said it was a game". */
const OWN_HOME =
	/ (?:my|our|her|his|step) (?:\p{L}+ ){0,2}?(?:dad|mum|step dad|step mum|uncle|auntie|cousin|brother|sister|grandad|nan|carer|parents|boyfriend|girlfriend|ex|family|tutor|coach|teacher|neighbour) | (?:mum|dad) /u;
const OUT_OF_PLACE =
	/ (?:scared|scares|scary|afraid|secrets?|a game|our game|privacy|bedroom|in bed|bed with|shower|bath|wine|beer|vodka|drunk|drinks|drinking|drugs|high|hits?|hurts?|hurting|angry|shouts|shouting|screams?|screaming|hates? me|weird|creepy|shouldnt|hiding|dodgy|crying|cries|threat\p{L}*|forced|marry|married|wed|abroad|belt|throws|smash\p{L}*|hospital|bleeding|strange men|goes for me|goes mad|lose it|loses it|walks in|what happens at home|no food|sleep on the floor|saying goodbye|giving (?:his|her|their) stuff away|really ill|off his head|off her head|prison|police came|moved out|kicked) /u;

export function holdsDisclosure(text: string): boolean {
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
