/**
 * The only word patterns a student's device may know: contact details and titled names. The device uses them to ask
 * gently before sending (S4); the server uses the same ones to hold and mark. Nothing here refuses a word, and no match
 * means nothing: a person reads everything.
 *
 * It ships to phones, so it stays small, every run is bounded (a long text must not hold a phone up), and it uses no look-behind: an old iPad would not load the file at all.
 * Recall comes before precision. A question too many costs a second.
 */

export type ContactMark = 'phone' | 'email' | 'link' | 'handle' | 'postcode';

const PROVIDER = 'g ?mail|googlemail|hotmail|outlook|icloud|yahoo|proton(?:mail)?|aol|live|msn';
const EMAILS = [
	/[^\s@]{1,64}@[^\s@]{1,64}\.\p{L}{2,}/giu,
	new RegExp(`[\\w.+-]{1,64} ?(?:@|[([]at[)\\]]) ?(?:${PROVIDER})\\b[\\w.]*`, 'giu'),
	new RegExp(`[\\w.+-]{1,64} at (?:${PROVIDER}) ?(?:\\.|dot) ?co[\\w.]*`, 'giu'),
	/[\w.+-]{1,64} (?:at|@) [\w-]{1,64} dot (?:com|co|org|net|uk|sch)\b/giu
];

const LINK =
	/https?:|\bwww\.|\b[\w-]{2,63} ?(?:\.|\bdot\b) ?(?:com|org|net|gg|co\.uk|sch\.uk|ac\.uk)\b|\b[\w-]{2,63}\.(?:io|ly|tv|app|uk|link|live|info)\b|\b[\w-]{1,63}\.[a-z]{2,4}\/\w|\bdiscord ?gg\b/giu;

const APP = 'snap(?:chat)?|sc|insta(?:gram)?|ig|tik ?tok|discord|roblox|xbox|psn|kik|telegram|whats ?app';
const NAME = 'user ?(?:name)?|gamer ?tag|tag|handle';
const HANDLES = [
	/(?:^|[\s(,:;"'])@(?!(?:the|my|our|a|an|this|that|school|home|parks?|work|town|night|lunch|break|least|first|all|some|\d+(?:[ap]m)?)\b)[\w.]{3,}/iu,
	/\b[a-z][\w.]{0,30}_[\w.]{0,30}[a-z\d]/iu,
	/\b[\w.]{3,32}#\d{4}\b/u,
	/\b(?!(?:year|since|from|until|room|class|bus|fifa|covid|summer|in)\d)[a-z]{3,30}\d{4,12}\b/iu,
	new RegExp(`\\b(?:${APP}|${NAME}) ?(?:${NAME}|at|id)? ?[:=] ?@?[\\w.]{2,}`, 'iu'),
	new RegExp(`\\bmy (?:${APP}|${NAME}) ?(?:${NAME}|at|id)? (?:is|=) ?@?[\\w.]{3,}\\s*(?:$|[,;!?\\n])`, 'iu'),
	new RegExp(`\\b(?:${APP}|${NAME})(?: is| its|'s)? @?(?=[a-z._]{0,30}\\d|[a-z]{1,30}[._][a-z])[\\w.]{4,}`, 'iu'),
	new RegExp(`\\b(?:add|follow|message|msg|dm|hmu) (?:me|him|her|them) (?:on|at|@)\\b`, 'iu')
];

/** A clock's time and a date, which would otherwise read like the start of a number. */
const TIMES = /(^|[^\d.:])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![.:]?\d)/gu;
const DATES = /(^|\D)\d{1,2}([/.-])\d{1,2}\2(?:19|20)?\d\d(?!\d)/gu;
/** Digits with whatever people put between them; a letter o counts as nought where a number starts. */
const DIGITS = /(?:\+ ?|\(|\b)[\doO](?:[ \t().-]{0,3}\d){7,}/gu;

const POSTCODE =
	/(?:^|[^a-z\d])((?:[BEGLMNSW]|[A-PR-UWYZ][A-HK-Y])\d[A-HJKMNPR-Y\d]?) ?(\d[ABD-HJLNP-UW-Z]{2})(?![a-z\d])/giu;
const ORDINAL = /^(?:1st|2nd|3rd|[04-9]th)$/u;

/** Which kinds of contact detail `text` seems to hold, each once. Keeps S4. */
export function contactMarks(text: string): ContactMark[] {
	const marks: ContactMark[] = [];
	const plain = unfolded(text);
	if (holdsPhone(plain)) marks.push('phone');
	// An address and a link look like handles inside: each is one thing, so it is taken out once found.
	const noEmails = EMAILS.reduce((left, email) => left.replace(email, ' '), plain);
	if (noEmails !== plain) marks.push('email');
	const noLinks = noEmails.replace(LINK, ' ');
	if (noLinks !== noEmails) marks.push('link');
	if (HANDLES.some((handle) => handle.test(noLinks))) marks.push('handle');
	if (holdsPostcode(plain)) marks.push('postcode');
	return marks;
}

function holdsPhone(text: string): boolean {
	const numbers = text.replace(TIMES, '$1;').replace(DATES, '$1;').match(DIGITS) ?? [];
	return numbers.some((found) => {
		const digits = found.replace(/[oO]/gu, '0').replace(/\D/gu, '');
		if (digits.length > 15) return /\d{9}/u.test(found);
		if (digits.length < 9) return false;
		// Years and scores in a row are not a number somebody can ring.
		return found.startsWith('+') || /^(?:0|44|7\d{9}$)/u.test(digits) || /\d{9}/u.test(found);
	});
}

function holdsPostcode(text: string): boolean {
	for (const [, , inward] of text.matchAll(POSTCODE)) if (inward && !ORDINAL.test(inward)) return true;
	return false;
}

/** A title and what stands between it and the name; or, run together, a title that a capital or `mr` gives away. */
const TITLE =
	/(^|[^\p{L}\d])(?:(mister|missus|misses|mrs|mr|ms|miss|mis|mx|doctor|dr|sir|madam|ma'?am|prof(?:essor)?|officer|pc|coach|rev(?:erend)?)[ \t._-]+|(mrs?)(?!s?beast)(?=\p{L}{3})|(ms|miss|mx|dr)(?=\p{L}))/giu;
/** These are ordinary words too, so a name after them must begin with a capital. */
const NEEDS_CAPITAL = /^(?:doctor|prof|professor|officer|pc|coach|rev|reverend|misses)$/iu;
/** Small words that belong to a surname and are no name by themselves. */
export const PARTICLES = 'van von der den de da di du del della la le el al bin ibn abu ben st o mac mc ter'.split(' ');
const SURNAME = new RegExp(`^(?:(?:${PARTICLES.join('|')})[ .'-]+){0,2}\\p{L}[\\p{L}\\p{M}'-]*`, 'iu');
const SECOND_NAME = /^ (\p{Lu}[\p{L}\p{M}'-]+)/u;

/** Words that follow "sir", "miss" and the rest without being a name. */
const NOT_A_NAME = new Set(
	(
		'a about after again all always am an and any are as asked asks at be beast because been before being but by came can ' +
		'cant cause comes could cos coz did didnt do does doesnt doing dont even ever every everyone for from gave gets gives ' +
		'goes going got had has have he her here him his how i if ignored ignores im in into is isnt it its just knew knows let ' +
		'lets like made makes me my never nice no not now of off on only or our out over please really said saw saying says she ' +
		'should shouted shouting shouts so some someone sometimes still teaching tells than that the their them then there they ' +
		'thinks this to told too tried tries under understand up us walked wanted wants was wasnt we went were what when where ' +
		'which while who will with wont would yes u you your ' +
		'break bus buses class classes football home lesson lessons lunch maths out people registration school something ' +
		'stuff things training work being having seeing playing talking'
	).split(' ')
);
/** Before "miss": somebody is missing something or someone, which names no adult. */
const MISSING =
	/(?:^|[^\p{L}])(?:i|we|you|they|i'?ll|we'?ll|you'?ll|they'?ll|would|will|might|gonna|wanna|really|dont|don't|didn'?t|always|never|i'?d)\s*$/iu;

/**
 * The names in `text` that follow a title, in the order they stand, each once: "mr. patel's room" gives `patel`, "Miss
 * van der Berg" gives `van der Berg`, and "Mr John Patel" gives both of his. Spelled as the writer did, without a
 * possessive. Keeps S7 and S4.
 */
export function titledNames(text: string): string[] {
	const plain = unfolded(text);
	const names = new Map<string, string>();
	const keep = (name: string): void => {
		const bare = name.replace(/'s?$|['-]+$/iu, '');
		if (bare && !NOT_A_NAME.has(bare.toLowerCase().replace(/'/gu, ''))) names.set(bare.toLowerCase(), bare);
	};
	for (const match of plain.matchAll(TITLE)) {
		const [found, before = '', apart, joined, joinedByCapital] = match;
		const start = match.index + before.length;
		const after = plain.slice(match.index + found.length);
		const surname = SURNAME.exec(after)?.[0];
		if (!surname) continue;
		const capital = /^\p{Lu}/u.test(after);
		// Letters run on in "drive" and "missing"; only a capital in the middle makes a title of them.
		if (joinedByCapital && !capital) continue;
		if (apart && NEEDS_CAPITAL.test(apart) && !capital) continue;
		if (apart && /^(?:miss|mis)$/u.test(apart) && MISSING.test(plain.slice(0, start))) continue;
		// "mrsmith" may be Mr Smith or Mrs Mith: both are kept.
		const s = joined?.[2];
		if (s) keep(s + surname);
		if (s !== 'S' || !/^\p{Ll}/u.test(after)) keep(surname);
		const second = SECOND_NAME.exec(after.slice(surname.length))?.[1];
		if (second) keep(second);
	}
	return [...names.values()];
}

/** Full-width letters, fancy apostrophes and invisible joiners folded to what a keyboard types. */
function unfolded(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
		.replace(/[‘’ʼ`´]/gu, "'");
}
