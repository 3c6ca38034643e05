/**
 * Words meant to hurt: slurs, and insults thrown at somebody. The list stays on the server (S4) and its only use is to
 * hold a text for an adult's eyes. Plain swearing about a place ("the bus is shit") is not abuse and is not in it.
 *
 * A short list of our own, matched on whole words, to be deepened with a maintained list.
 */
import { readings } from './spelling.ts';

/** Stems; each is also found with the endings below. */
const SLURS = (
	'nigger nigga paki pakki chink gook wog coon golliwog spic kike yid raghead towelhead pikey gypo gyppo gippo fag faggot ' +
	'faggit poof poofter dyke lesbo lezza lezzer tranny trannie shemale batty battyman battyboy retard spastic spaz spazz mong ' +
	'mongol cripple window-licker slut slag sket skank whore hoe hoebag thot sloot bitch cunt wanker bellend tosser prick ' +
	'twat dickhead knobhead arsehole asshole fatty lardarse nonce pedo paedo peado terrorist simp incel scum scumbag'
).split(' ');
const ENDINGS = '(?:s|es|z|ed|ing|y|ish|a|as|er|ers)?';
const SLUR = new RegExp(`(?<![\\p{L}\\d])(?:${SLURS.join('|')})${ENDINGS}(?![\\p{L}\\d])`, 'u');

const THROWN =
	/\b(?:kys|stfu|gtfo)\b|\bf+u+[ck]+k*(?:ing)? (?:you|off|him|her|them|your)\b|\bf off\b|\b(?:go )?(?:kill|hang|neck|top) (?:yourself|urself|yourselves|ya ?self)\b|\b(?:go|should|hope you|hope he|hope she|hope they) (?:and )?die\b|\bshut (?:the|your|ya)\b|\bgo back (?:to|where)\b.{0,25}\b(?:country|came|come|from|home)\b|\b(?:your|youre|you are|hes|shes|he is|she is|theyre|they are|all) (?:so |such |all |just |a |an |the |really |proper |well )*(?:ugly|fat|thick|stupid|idiots?|dumb|gay|freaks?|weirdos?|losers?|disgusting|vile|trash|rubbish|worthless|pathetic|tramps?|scruffs?|animals?|vermin|dirty|smelly|stinky|stink)\b|\b(?:no ?(?:one|body)|everyone|everybody) (?:likes|hates|wants) (?:you|him|her|them)\b|\b(?:i |we )?hate (?:all )?(?:\p{L}+ )?(?:gays|muslims|jews|blacks|whites|asians|immigrants|foreigners|refugees|girls|boys|women|gypsies|travellers|poles|romanians)\b/u;

/** A word with stars in it, tried against the list: `b*tch`, `s**t`. */
const STARRED = /\p{L}[\p{L}*]*\*[\p{L}*]*/gu;

export function holdsAbuse(text: string): boolean {
	return readings(text).some((said) => SLUR.test(said) || THROWN.test(said) || holdsStarredSlur(said));
}

function holdsStarredSlur(said: string): boolean {
	return (said.match(STARRED) ?? []).some((starred) => {
		const like = new RegExp(`^${starred.slice(0, 24).replace(/\*+/gu, '\\p{L}{1,4}')}$`, 'u');
		return [...SLURS, 'fucker', 'fuckers'].some((slur) => like.test(slur) || like.test(`${slur}s`));
	});
}
