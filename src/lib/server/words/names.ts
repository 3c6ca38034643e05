/**
 * Whether a text seems to name a person. Honest guesses, in this order: a first name people have, a word after "called"
 * or "named", and a capital in the middle of a sentence on a word that is no known place, day, brand or subject.
 * Sentences all in capitals say nothing by their capitals.
 */
import { FIRST_NAMES } from './first-names.ts';

/** Words written with a capital that name no person. */
const CAPITALISED = new Set(
	(
		'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
		'october november december easter eid ramadan diwali christmas halloween summer winter autumn spring ' +
		'english maths science history geography french spanish german art drama music pe re ict it pshe dt rse computing ' +
		'biology chemistry physics business sociology psychology i im ive ill id ok okay lol omg tbh idk ngl imo ' +
		'years year y7 y8 y9 y10 y11 y12 y13 sen send eal ta tas gcse gcses btec ks3 ks4 uk usa england wales scotland ireland ' +
		'britain london europe africa asia america british muslim muslims christian jewish sikh hindu black white asian ' +
		'african lgbt lgbtq bame tv pc wifi gps cctv led ai vr nhs bbc itv mp mps pcso pcsos atm ' +
		'whatsapp snapchat snap imessage messenger telegram signal youtube tiktok instagram insta facebook x twitter reddit ' +
		'bereal pinterest roblox minecraft fortnite ea fc fifa call duty cod xbox playstation nintendo switch discord twitch ' +
		'teams google classroom chatgpt siri alexa netflix spotify apple android iphone ipad chromebook life360 ' +
		'mcdonalds mcdonald maccies maccys kfc greggs tesco tescos asda lidl aldi sainsburys morrisons coop nandos subway boots ' +
		'primark costa starbucks spoons wetherspoons jd childline shout ceop fearless ' +
		'sir miss mr mrs ms mx dr madam mum dad nan police council school head god allah talk safe unsafe pass ' +
		'north south east west central upper lower old new st saint'
	).split(' ')
);

/** A capitalised word followed by one of these is a place: "Oak Road", "Mill Lane Park". */
const PLACE_KIND =
	'road|rd|street|st|lane|avenue|ave|close|drive|way|park|square|place|court|estate|house|hall|school|academy|college|church|mosque|temple|centre|center|station|bridge|hill|green|common|gardens?|library|market|mall|shops?|arms|building|block|field|fields|leisure|gym|pool|canal|river|underpass|subway|cross|circus|bus|line|tube|overground|town|city|united|rovers|club|king|kitchen|chicken';
const EITHER_CASE = PLACE_KIND.replace(
	/(^|\|)(\p{L})/gu,
	(_, bar: string, first: string) => `${bar}[${first}${first.toUpperCase()}]`
);
const PLACE = new RegExp(`(?:\\p{Lu}[\\p{L}'’]*[ -]){1,3}(?:${EITHER_CASE})(?!\\p{L})`, 'gu');

const CALLED =
	/(?:\b(?:called|named|name is|names|name's|nickname is|known as)\b)[ :]+(?!(?:me|us|him|her|them|it|the|a|an|out|off|my|names?|racist|police|on|in|for|and|because)\b)\p{L}{2,}/iu;

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
/** After these a new sentence begins, and its first capital says nothing. */
const SENTENCE_START = /(?:^|[.!?:;\n•*–—"“(]|\s-)\s*$/u;

/** `known` are names this summit already uses for places, schools and platforms: those are not people. */
export function createNameFinder(known: readonly string[]): (text: string) => boolean {
	const whole = known
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.toSorted((a, b) => b.length - a.length)
		.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+'));
	const knownNames =
		whole.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${whole.join('|')})(?![\\p{L}\\d])`, 'giu') : null;
	// "Riverside" is a known place when "Riverside Park" is one; but St Mary's church does not make every Mary a church.
	const knownWords = new Set(
		known
			.flatMap((name) => name.match(WORD) ?? [])
			.map(bare)
			.filter((word) => !FIRST_NAMES.has(word))
	);

	return (text) => {
		const written = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
		if (CALLED.test(written)) return true;
		const rest = (knownNames ? written.replace(knownNames, (name) => '·'.repeat(name.length)) : written).replace(
			PLACE,
			(place) => '·'.repeat(place.length)
		);
		const words = [...rest.matchAll(WORD)];
		const shouting = words.filter(([word]) => /^\p{Lu}/u.test(word)).length > words.length * 0.6 && words.length > 3;
		return words.some((match) => {
			const [word] = match;
			const plain = bare(word);
			if (FIRST_NAMES.has(plain)) return true;
			if (shouting || !/^\p{Lu}\p{M}*\p{Ll}/u.test(word)) return false;
			if (CAPITALISED.has(plain) || CAPITALISED.has(plain.replace(/s$/u, '')) || knownWords.has(plain)) return false;
			return !SENTENCE_START.test(rest.slice(0, match.index));
		});
	};
}

/** Lower case, without a possessive, an accent or an apostrophe. */
function bare(word: string): string {
	return word
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['’]s$/u, '')
		.replace(/['’]/gu, '');
}
