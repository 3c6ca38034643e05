/**
 * Contact details as they are written to get past a filter, and addresses: what a phone has no room to know. The shapes
 * every device knows (`summit/words.ts`) are asked again here over the text with its disguises taken off.
 */
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import { contactMarks } from '../../summit/words.ts';
import { isEnglish } from './vocabulary.ts';

export const CONTACT_KINDS = ['phone', 'email', 'link', 'handle', 'postcode', 'address'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const FIGURES: Record<string, string> = {
	...{
		zero: '0',
		nought: '0',
		oh: '0',
		o: '0',
		one: '1',
		two: '2',
		three: '3',
		four: '4',
		five: '5',
		six: '6',
		seven: '7'
	},
	...{ eight: '8', nine: '9', won: '1', too: '2', fore: '4', ate: '8', sevn: '7', seben: '7', nyne: '9', fve: '5' }
};
/** Longer words first: "one" is not "o" and a rest. */
const WORDED = Object.keys(FIGURES)
	.toSorted((a, b) => b.length - a.length)
	.join('|');
const FIGURE = new RegExp(`(?:double |triple |treble )?(?:${WORDED}|\\d)`, 'u');
/** Four or more figures in words or digits, at least one of them a word. */
const SAID = new RegExp(`(?<![\\p{L}])(?:${FIGURE.source}[ ,.-]*){4,}(?:\\d[\\d ]*)?(?![\\p{L}])`, 'giu');
const SAID_ONE = new RegExp(`(double |triple |treble )?(${WORDED}|\\d)`, 'giu');

/** "oh double seven" as digits; letters that pass for digits as those; anything put between digits taken out. */
function asDigits(text: string): string {
	return text
		.replace(SAID, (said) =>
			said.replace(/hundred/giu, '00').replace(SAID_ONE, (_, times: string | undefined, figure: string) => {
				const digit = FIGURES[figure.toLowerCase()] ?? figure;
				return digit.repeat(/double/iu.test(times ?? '') ? 2 : times === undefined ? 1 : 3);
			})
		)
		.replace(
			/(\d)\s*(seven|nine|eight|zero|hundred)\s*(?=\d)/giu,
			(_, digit: string, word: string) =>
				digit + (word.toLowerCase() === 'hundred' ? '00' : (FIGURES[word.toLowerCase()] ?? ''))
		)
		.replace(/(?<=\d)[oO](?=[\doO])|(?<=[\doO])[oO](?=\d)|(?<![\p{L}])[oO](?=\d{3})/gu, '0')
		.replace(/(?<=\d)[oO](?![\p{L}])/gu, '0')
		.replace(/(?<=\d)[lI](?![\p{L}])/gu, '1')
		.replace(/(?<=\d) ?[/,_:*~|•·-] ?(?=\d)/gu, ' ');
}

/** "jo [at] example [dot] com" as it would be typed. */
function asAddress(text: string): string {
	return text
		.replace(/\s*[[({<]\s*(?:at|@)\s*[\])}>]\s*/giu, '@')
		.replace(/\s*[[({<]\s*(?:dot|\.)\s*[\])}>]\s*/giu, '.')
		.replace(/ ?\bunderscore\b ?/giu, '_')
		.replace(/(?<=[\p{L}\d]) (?:dot|d0t) (?=[\p{L}\d])/giu, '.')
		.replace(/(?<=[\p{L}\d]) slash (?=[\p{L}\d])/giu, '/')
		.replace(/(?<=[\p{L}\d]) @ (?=[\p{L}\d])/gu, '@')
		.replace(/(?<=@[\p{L}\d-]{1,40}) \. (?=\p{L})/gu, '.');
}

const EMAIL =
	/[\p{L}\d._+-]{1,64}@(?:[\p{L}\d-]{1,40} ?\. ?)+\p{L}{2,}|[\p{L}\d._+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|icloud|yahoo|live|msn|aol|proton|mail)\b|[\w.+-]{2,64} at [\w-]{2,40}(?:\.| (?=co uk|ac uk|sch uk))(?:com|co\b|org|net|ac|sch|io|edu)\b|[\w.+-]{2,64} at (?:gmail|googlemail|hotmail|outlook|icloud|yahoo|protonmail)\b/iu;

const LINK =
	/h(?:tt|xx)ps?[: ]|\bwww\b|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b[\p{L}\d-]{2,63}\.(?:com|org|net|gg|uk|io|ly|tv|app|link|live|info|fun|site|online|xyz|club|page|dev|eu|de|fr|pl|space|store|shop|website|web|cloud|gle|fm|blog|chat|social|video|world|group|team|today|wiki|zone|carrd|biz|edu|gov|ru|cn|ca|au|ie|ee|me\/|be\/|co\b|co\/|to\/|it\/|am\/)(?![\p{L}\d])|\b[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,20})+\/[\p{L}\d]/iu;

const APP =
	'snap(?:chat)?s?|sc|insta(?:gram)?|ig|tik ?tok|tt|discord|roblox|rbx|xbox|psn|ps[45]|playstation|kik|telegram|tele|whats ?app|fortnite|steam|twitch|twitter|bereal|be real|yubo|wizz|facebook|fb|gamertag|gamer tag|epic|valorant|minecraft|reddit|pinterest|youtube|yt|threads|signal|vsco|tumblr|spotify';
const NAMING = 'user ?name|user|handle|tag|name|id|acc|account|page|@';
const HANDLE_SHAPE = String.raw`@?(?=[\p{L}._]*[\d_]|\p{L}+\.\p{L}|\p{Ll}+\p{Lu}|\p{Lu}\p{Ll}+\p{Lu})[\p{L}\d._-]{3,}`;
const HANDLES = [
	new RegExp(String.raw`(?:^|[\s(,:;"'])@[\p{L}\d_.]{3,}`, 'u'),
	new RegExp(
		String.raw`\b(?:${APP})(?: (?:${NAMING}))?(?: (?:is|its|as|at|called|on|me|under|on as))*[ :=–-]+${HANDLE_SHAPE}`,
		'u'
	),
	new RegExp(
		String.raw`\b(?:add|follow|message|msg|dm|hmu|find|snap|xbox|inbox|pm)\b[^.!?\n]{0,25}?[ :=]${HANDLE_SHAPE}(?![\p{L}])`,
		'u'
	),
	new RegExp(
		String.raw`\b(?:my|his|her|their|ur|your|the|mines|mine)(?: new| old)? (?:${APP}|${NAMING})\b[^.!?\n]{0,20}?[ :=]${HANDLE_SHAPE}`,
		'u'
	),
	new RegExp(
		String.raw`\b(?:acc|account|page|confessions?|user|username|gamertag)(?: (?:is|called|name|named|its|on \p{L}+))*[ :=]+${HANDLE_SHAPE}`,
		'u'
	),
	/\b(?:add|follow|msg|dm|hmu|find|search)(?: up)? (?:me|my|him|her|them|us)? ?(?:on|at|@|snap|insta)\b/iu,
	/(?<![\p{L}\d_])(?=[\d_]*\p{L})[\p{L}\d]+_[\p{L}\d_]+|_(?=[\d.]*\p{L})[\p{L}\d.]{3,}|(?=[\d.]*\p{L})[\p{L}\d.]{3,}_(?![\p{L}\d])/u,
	/\p{L}{2,}\.\p{L}{2,}\d|\p{L}{3,}[._]\p{L}{2,}[._]\p{L}+/u
];
/** An app, then a word nobody knows: "snap tashaabby", "my xbox is called sniperwolf". */
const AFTER_APP = new RegExp(
	String.raw`\b(?:my|his|her|add|on|the) ?(?:${APP})(?: (?:${NAMING}))?(?: (?:is|its|as|at|called|under))*(?: ?[:=–-] ?| )(?<user>[\p{L}\d._-]{5,})`,
	'giu'
);

const POSTCODE =
	/(?<![\p{L}\d])((?:[BEGLMNSW]|[A-PR-UWYZ][A-HK-Y])\d[A-HJKMNPR-Y\d]?)[\s.,-]{0,3}([\doO][ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/giu;
const NOT_POSTCODE = /^(?:1st|2nd|3rd|[04-9]th|[\do]am|[\do]pm)$/iu;

const STREET =
	'road|rd|street|str|st|lane|ln|avenue|ave|av|close|cl|drive|dr|way|walk|row|court|ct|crescent|cres|terrace|gardens?|gdns|grove|place|pl|square|sq|hill|mews|rise|view|parade|house|tower|towers|point|heights|wharf|quay|villas|croft|green|park|yard|mount|vale|end|estate|block|mansions|lodge|cottages|path|gate|fields?';
const NOT_IN_ADDRESS =
	'in|on|at|of|to|from|and|or|minutes?|mins?|students?|people|kids|years?|hours?|is|are|was|there|have|has|with|who|by|for|near|down|up|miles?|metres?|lights?|bus|buses|benches|bins|cars?|shops?|fights?|times?|days?|weeks?|a|an|my|our|your|that|this|behind|outside|along|past|per|new|more|roads|boys|girls|am|pm|out|on|toilets?|cameras|stop|stops|lamps';
const STREET_NAME = String.raw`(?:(?!(?:${NOT_IN_ADDRESS})\b)[\p{L}'’.]+ ){0,4}?(?:${STREET})\b`;
const ADDRESSES = [
	new RegExp(
		String.raw`(?<![\p{L}\d£.:])(?:no\.? ?|number |num |house |flat |apartment |apt |unit |door )?\d{1,4} ?[a-f]?,? (?!(?:${NOT_IN_ADDRESS})\b)(?:${STREET_NAME}|the (?:${STREET})\b)`,
		'iu'
	),
	new RegExp(
		String.raw`\b(?:flat|apartment|apt|unit|room) ?\d{1,4} ?[a-f]?,? (?:(?!(?:${NOT_IN_ADDRESS})\b)[\p{L}'’]+|\d)`,
		'iu'
	),
	new RegExp(String.raw`\b(?:no\.?|number|num|house|door) ?\d{1,4}[a-f]? (?:on|in|at|of) ${STREET_NAME}`, 'iu'),
	new RegExp(
		String.raw`\b(?:i|we|he|she|they|who|friend|mate|nan|cousin)? ?lives? (?:at|on|in|down|up)(?: number)? (?:\d{1,4} ?[a-f]?,? )?(?!(?:the|a|an|my|our|that|this) )(?:${STREET_NAME})`,
		'iu'
	),
	new RegExp(String.raw`\b(?:my|our|his|her|their) (?:home )?address (?:is|:)`, 'iu'),
	/(?<![\p{L}\d£.:])\d{1,3}[a-f]?,? (?:grange|church|mill|park|castle|manor|oak|bell|rose|primrose) (?:hill|end|view|side)\b/iu
];

/** Which kinds of contact detail a text seems to hold, disguised or not, each once (S4). */
export function contactKinds(text: string): ContactKind[] {
	const plain = text
		.normalize('NFKC')
		.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
		.replace(/[‘’ʼ`´]/gu, "'");
	const digits = asDigits(plain);
	const typed = asAddress(plain);
	const found = new Set<ContactKind>(contactMarks(typed));
	if (!found.has('phone') && (contactMarks(digits).includes('phone') || holdsForeignNumber(digits))) found.add('phone');
	if (EMAIL.test(typed)) found.add('email');
	const noEmail = typed.replace(new RegExp(EMAIL, 'giu'), ' ');
	// What begins with @ is a handle, whatever it ends like.
	if (LINK.test(noEmail.replace(/(?<![^\s(,:;"'])@\S+/gu, ' '))) found.add('link');
	const noLink = noEmail.replace(new RegExp(LINK.source + String.raw`|\S+\/\S+`, 'giu'), ' ');
	if (HANDLES.some((handle) => handle.test(noLink)) || holdsUserName(noLink)) found.add('handle');
	for (const [, , inward] of plain.matchAll(POSTCODE)) if (inward && !NOT_POSTCODE.test(inward)) found.add('postcode');
	if (ADDRESSES.some((address) => address.test(plain))) found.add('address');
	return CONTACT_KINDS.filter((kind) => found.has(kind));
}

/** Numbers of other countries, by their own plans; a class's scores and years are none. */
function holdsForeignNumber(text: string): boolean {
	if ((text.match(/\d/gu)?.length ?? 0) < 9) return false;
	return findPhoneNumbersInText(text, { defaultCountry: 'GB' }).length > 0;
}

function holdsUserName(text: string): boolean {
	for (const { groups } of text.matchAll(AFTER_APP)) {
		const user = groups?.['user']?.toLowerCase().replace(/[._-]+$/u, '') ?? '';
		if (user.length >= 5 && !isEnglish(user.replace(/'/gu, '')) && !/^(?:app|live|stor)/u.test(user)) return true;
	}
	return false;
}
