/**
 * A text as its reader would say it aloud: the many ways of writing one word folded into one, so that the lists beside
 * this stay short. Only ever used for looking; what a student wrote is kept as it was written.
 */
import { SHORT_FORMS } from './short-forms.ts';
import { distance, isEnglish } from './vocabulary.ts';

/** Letters of other alphabets that are drawn like Latin ones. */
const LOOKALIKES = new Map(
	Object.entries({
		...{ а: 'a', е: 'e', і: 'i', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', ѕ: 's', ј: 'j', к: 'k', м: 'm', т: 't' },
		...{ в: 'b', н: 'h', г: 'r', ԁ: 'd', ո: 'n', һ: 'h', ѵ: 'v', ԝ: 'w', ꮪ: 's', ӏ: 'l', ɡ: 'g', ɑ: 'a', ı: 'i' },
		...{ ο: 'o', α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ρ: 'p', τ: 't', υ: 'u', χ: 'x', η: 'n', ω: 'w' },
		...{ ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe' }
	})
);

/** Signs and figures that stand for letters inside a word. */
const STANDING_FOR: Record<string, string> = {
	...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '8': 'ate', '9': 'g' },
	...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '€': 'e', '+': 't', '¡': 'i', '£': 'l' }
};
const SIGN =
	/(?<=\p{L}[^\s\p{L}]{0,2})[013456789@$!|€+¡£](?=\S{0,2}\p{L})|[0134578@$|€](?=\p{L}{2})|(?<=\p{L}{3})[0134@$](?![^\s.,?])/gu;

/**
 * Words worth reading right although they are spelled wrong. Only a word that is no English word is ever read as one of
 * these, and only when few slips lie between them.
 */
const MEANT = (
	'abuse abused abuses abusing abusive assault assaulted attacked battered beaten beating blackmail blackmailed blackmailing ' +
	'bleeding bruise bruises bullied bully bullying burned choked choking chased cutting depressed drinking drugs exploited ' +
	'follow followed follows following forced forcing fondled grabbed grabs groomed grooming groped harass harassed harassing ' +
	'harassment hitting homeless hungry hurting hurts inappropriate kicked kicking kidnap kidnapped killing kissed knife ' +
	'knives machete married messages messaging molested naked nudes overdose overdosed package parents pictures pregnant ' +
	'pressured punched punches punching pushed raped scared scratched secret selling sexual sexually slapped slapping ' +
	'slaps smacked spiked stabbed stalked stalking starving strangled strangling strangles suicidal suicide screaming ' +
	'tablets threatened threatens threatening threats threat touched touches touching trafficked uncomfortable unsafe ' +
	'violent violence weapon beats friend friends brother sister boyfriend girlfriend uncle auntie cousin stepdad father ' +
	'mother teacher someone myself asshole arsehole bastard bellend bitch bitches cunt dickhead faggot nigger paedo pedo ' +
	'pussy retard retarded slag slags slut sluts spastic terrorist tosser tranny twat wanker wankers whore whores fucking ' +
	'fucker stupid worthless disgusting please themselves himself herself anyone anymore pervert paki pakis knobhead'
).split(' ');
const MEANT_BY_FIRST = Map.groupBy(MEANT, (word) => word[0] ?? '');
const readAs = new Map<string, string>();

/** The word that was probably meant, or the word itself. Remembered, as slips come back. */
function meant(word: string): string {
	if (word.length < 4 || word.length > 20 || !/^\p{L}+$/u.test(word)) return word;
	const before = readAs.get(word);
	if (before !== undefined) return before;
	let best = word;
	if (!isEnglish(word)) {
		let nearest = 3;
		for (const candidate of MEANT_BY_FIRST.get(word[0] ?? '') ?? []) {
			const most = candidate.length >= 8 ? 2 : 1;
			if (candidate.length < 5 && candidate.length !== word.length + 1) continue;
			const apart = distance(word, candidate, most);
			if (apart <= most && apart < nearest) [best, nearest] = [candidate, apart];
		}
	}
	if (readAs.size > 5_000) readAs.clear();
	readAs.set(word, best);
	return best;
}

/** "s/a'd", "SA'd", "was s@": the way round a filter that a slash or an apostrophe gives away. */
const ASSAULTED = /(?<![\p{L}\d])s(?:[./]a(?:['’]?e?d)?|a['’]e?d|@)(?![\p{L}\d@])/giu;

/**
 * The ways to hear one text: as its letters say, with figures and signs read as letters, and each with long runs of one
 * letter shortened to one. Lower case, one space between words and one at both ends, ` . ` between sentences, no
 * apostrophes, negations run together ("do not" reads `dont`). Stars stay, for whoever looks behind them.
 */
export function readings(text: string): string[] {
	const folded = text
		.replace(ASSAULTED, 'sexually assaulted')
		.normalize('NFKD')
		.replace(/[\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu, '')
		.toLowerCase()
		.replace(/[^\0-\x7f]/gu, (letter) => LOOKALIKES.get(letter) ?? letter)
		.replace(/['‘’ʼ`´]/gu, '');
	const asFigures = folded.replace(SIGN, (sign) => STANDING_FOR[sign] ?? sign);
	const heard = [folded, asFigures].flatMap((said) => [
		said.replace(/(\p{L})\1{2,}/gu, '$1$1'),
		said.replace(/(\p{L})\1{2,}/gu, '$1')
	]);
	return [...new Set([...new Set(heard)].map(spoken))];
}

/** "r*ped", "k*ll", "su****e": the grave word that fits, or the word as it stands, for whoever looks behind the stars. */
const GRAVE = (
	'rape raped rapes raping rapist suicide suicidal kill killed killing kills die died dying dead sex sexual sexually nudes ' +
	'nude naked molest molested abuse abused abusing abuser cutting cuts blood knife stab stabbed drugs weed cocaine ' +
	'assault assaulted groomed grooming porn pills overdose selfharm harm self penis vagina dick murder hang hanging beat'
).split(' ');
function unstarred(word: string): string {
	if (word.length < 3 || word.length > 16) return word;
	const shape = new RegExp(`^${word.replace(/\*{2,}/gu, '\\p{L}{1,6}').replace(/\*/gu, '\\p{L}{1,2}')}$`, 'u');
	return GRAVE.find((grave) => shape.test(grave)) ?? word;
}

const NOT_APART = / (do|does|did|is|are|was|were|has|have|had|could|would|should|will|can) ?(?:not|nt) /gu;
const RUN_TOGETHER: Record<string, string> = { will: 'wont', can: 'cant' };
/** "i have gone" reads "ive gone", but what somebody has stays theirs. */
const AM_APART =
	/ (i|you|he|she|they|we|it) (am|are|is|have(?! (?:an?|no|my|the|to|some|one|it|lots|loads|is|got to) )|will|would) /gu;
const RUN: Record<string, string> = { am: 'm', are: 're', is: 's', have: 've', will: 'll', would: 'd' };

function spoken(folded: string): string {
	const words = folded
		.replace(/(?<![\p{L}\d])r[ -]?word(?:ed)?(?![\p{L}\d])/gu, 'raped')
		.replace(/(?<![\p{L}\d*])\p{L}+\*{1,4}\p{L}*(?![\p{L}\d*])/gu, unstarred)
		// "k i l l", "k.i.l.l" and "s/h"
		.replace(/(?<![\p{L}\d])\p{L}(?:[ ._*/-]\p{L}){2,}(?![\p{L}\d])/gu, (spaced) => spaced.replace(/[^\p{L}]/gu, ''))
		.replace(/(?<![\p{L}\d])s[./]h\.?(?![\p{L}\d])/gu, 'selfharm')
		.replace(/[.?!;\n]+/gu, ' . ')
		.replace(/[^\p{L}\p{N}*.]+/gu, ' ')
		.replace(/[\p{L}\p{N}]+/gu, (word) => SHORT_FORMS.get(word) ?? meant(word));
	return ` ${words.trim()} `
		.replace(/\s+/gu, ' ')
		.replace(NOT_APART, (_, verb: string) => ` ${RUN_TOGETHER[verb] ?? `${verb}nt`} `)
		.replace(AM_APART, (whole, who: string, verb: string) =>
			who === 'it' && verb !== 'is' ? whole : ` ${who}${RUN[verb] ?? ''} `
		);
}
