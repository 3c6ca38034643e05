/**
 * Whether a text seems to name a person. Honest guesses: a first name people have, a word after "called" or "named", a
 * word nobody knows where a person would stand ("ask kwabs", "me and tunds"), an everyday word that is a name too where
 * only a person fits ("will in 10b", "mark's house"), and a capital in the middle of a sentence on a word that is no
 * English word, place, day, brand or subject. Sentences all in capitals say nothing by their capitals.
 */
import { FIRST_NAMES, SURNAMES } from './first-names.ts';
import { ALSO_A_PLACE, FAMOUS_PEOPLE, NOT_PEOPLE, PLACE, PLACE_SMALL } from './not-people.ts';
import { SHORT_FORMS } from './short-forms.ts';
import { isCommon, isEnglish, isSlip, isWord } from './vocabulary.ts';

const CALLED =
	/(?<!\b(?:being|getting|get|gets|got|been|place|park|shop|street|app|game|site|page|group|account|thing|club|it|film|show|band|school|road|estate|centre|cafe|programme|website|server|channel|series|book|song|it'?s|its|that|which|what|is|day|station|drink|charity|something|dog|cat|team|lesson) )\b(?:called|named|(?:goes|go) by|name is|names|name's|whose name is|whos name is|nickname is|known as|calls? (?:him|her|them)(?: ?self)?|nicknamed|they call (?:him|her))[ :"'“‘]+(?!(?:me|us|him|her|them|it|the|a|an|out|off|my|your|their|our|his|names?|racist|police|on|in|for|and|because|by|to|us|you|u|ur|something|stuff|bad|fat|ugly|gay|over|every|again|back|up|at|when|while|that|nasty|horrible|or|of|but|loads|all|help|someone|anyone|home|mum|dad|teachers?)\b)\p{L}{2,}/iu;

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
/** After these a new sentence begins, and its first capital says nothing. */
const SENTENCE_START = /(?:^|[.!?:;\n•*–—"“(]|\s-)\s*$/u;

const YEAR = String.raw`(?:in|from|of|off) (?:(?:my|our|his|her|the) )?(?:\d{1,2} ?[a-z]{1,2}\b|year ?\d|yr ?\d|y\d|form\b|class\b|tutor\b|tutor group\b|maths\b|set \d|science\b|english\b|pe\b|school\b|estate\b|street\b|road\b|sixth form\b|primary\b|our\b|my\b)`;
const KIN =
	'(?:brother|sister|bro|sis|mum|mums|mom|dad|dads|cousin|nan|house|hse|mates?|friends?|family|gang|lot|group|girlfriend|boyfriend|bf|gf|insta|snap|phone|yard|flat|bike|seat|place|room|parents|uncle|auntie|aunt|twin|crew|boys|girls|door|garden|car|bag|locker|birthday|party|account|name)';
const DOES =
	"(?:says?|said|sez|told|tells|thinks|thought|keeps|kept|always|never|lets|gets|goes|knows|knew|wants|hates|likes|loves|lives|works|sits|sat|hangs|walks|comes|came|brings|sells|smokes|vapes|runs|started|starts|took|takes|hit|hits|pushed|pushes|pushing|threw|throws|shouts|shouted|laughed|laughs|cries|cried|was|isnt|isn't|doesnt|doesn't|dont|don't|didnt|didn't|wont|won't|has|had|did|does|drives|rides|plays|helps|helped|saw|stole|steals|follows|followed|wouldnt|asked|asks|needs|feels|made|makes|gave|gives|posted|posts|sent|sends|deals|got|is|nicked|robbed|stays|kicked|punched|bullies|acts|looks|waits|thinks|started|broke|left|moved|gone|been|used|tried|whos|who)";
const KNOW =
	"(?:let|stop|move|blame|leave|watch|seen|ask|tell|told|with|thank|thanks|meet|met|seen|saw|because of|cause of|cos of|like|near|by|trust|help|love|hate|blame|fancy|fancies|message|messaged|text|ring|call|about|cus of|mate|friend|mates|friends|cousin|brother|sister|boyfriend|girlfriend|bestie|uncle|auntie|aunt|aunty|boy|girl|kid|lad|bloke|guy|man|worker|teacher|caretaker|driver|neighbour|big|little|old|lil|young|year \\d+|except|its|it's|it is|is|and|n|&|thats|that's|to|from|at|for|between|past)";

/** What stands before and after a word that can only be a person. `before` ends, `after` begins with a space. */
const AFTER_SURE = new RegExp(
	String.raw`^(?:['’]s ${KIN}\b| ${YEAR}|s ${KIN}\b| (?:and|n|&|or) (?:me|his|her|them|their)\b| (?:and|n|&) i(?:$| (?:walk|go|went|are|were|get|like|sit|play|both|always|use|live|always|wait|hang)\b)| \(| the (?:youth worker|caretaker|cleaner|dinner lady|lollipop|security|shopkeeper|barber|bus driver|driver|teacher|prefect|head boy|head girl|one who)|['’]s (?:always|never|the one|got|been|a|in|from|just|gone)\b| and (?:them|that|those) ?(?:lot|lads|boys|girls|mates)?\b| ?, ?\p{L}+ (?:and|n|&) \p{L}+ (?:are|is|always|keep|take|smoke|run|do)\b)`,
	'iu'
);
const AFTER_DOES = new RegExp(String.raw`^ (?:and \p{L}+ |& \p{L}+ |n \p{L}+ )?${DOES}\b`, 'iu');
const BEFORE_SURE = new RegExp(
	String.raw`(?:^|[^\p{L}])(?:(?:my|our|his|her) (?:(?:best|little|big|older|old|good) )?(?:mate|friend|cousin|brother|sister|boyfriend|girlfriend|bestie|uncle|auntie|aunt|teacher|youth worker|form tutor|neighbour)|(?:this|that|a|the|some) (?:(?:older|new|little|big|horrible|nice|weird) )?(?:boy|girl|kid|lad|guy|bloke|caretaker|youth worker|lollipop man|security guard|dinner lady)|ask|told|tell|its|because of|thanks to|shout ?out to|(?:auntie|uncle|big|lil)) $`,
	'iu'
);
const MY_FRIEND =
	/(?:^|[^\p{L}])(?:my|our) (?:best |little |big |older |old )?(?:mate|friend|cousin|brother|sister|boyfriend|girlfriend|bestie|uncle|auntie|aunt|bf|gf) $|(?:^|[^\p{L}])(?:auntie|aunty|uncle|lollipop (?:lady|man)|dinner lady|caretaker|youth worker|nurse) $/iu;
/** "me and faith", "with hope and": whatever the word, beside oneself stands a person. */
const BESIDE_ME = /(?:^|[^\p{L}])(?:me|i|him|her|us) (?:and|n|&) $/iu;
const OWNS = new RegExp(`^ ${KIN}\\b`, 'iu');
const BEFORE_MAYBE = new RegExp(String.raw`(?:^|[^\p{L}])${KNOW} $`, 'iu');
const ATSTART =
	/(?:^|[.!?\n,;:–—-]|\b(?:and|but|cos|because|that|when|if|so|cause|think|n|coz|cuz|then|wish|like|where|how|who|what))\s*$/iu;

/** "Babatunde's house" is no place of that name. */
const SOMEBODYS =
	/['’]s (?:house|place|flats?|gate|bus|bar|line|trip|day|books?|films?|way|drive|estate|pool|room|close|walk|shop)$/iu;

/** Letters with figures or underscores among them: somebody's name online, which is a contact detail. */
const USER_NAME = /(?<!\S)(?!(?:year|yr|form)\d)(?=\S{0,40}[\d_@])(?=\S{0,40}\p{L}{3})[\p{L}\d_.@-]{3,40}/giu;

interface Word {
	readonly written: string;
	/** Lower case, without a possessive, an accent or an apostrophe. */
	readonly plain: string;
	readonly before: string;
	readonly after: string;
}

/** `known` are names this summit already uses for places, schools and platforms: those are not people. */
export function createNameFinder(known: readonly string[]): (text: string, foreign?: boolean) => boolean {
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

	return (text, foreign = false) => {
		const written = text
			.normalize('NFKC')
			.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
			.replace(/\s+/gu, ' ');
		if (!foreign && CALLED.test(written)) return true;
		const dots = (name: string): string => '·'.repeat(name.length);
		const rest = (knownNames ? written.replace(knownNames, dots) : written)
			.replace(FAMOUS_PEOPLE, dots)
			.replace(USER_NAME, dots)
			.replace(PLACE, (place) => (SOMEBODYS.test(place) ? place : dots(place)))
			.replace(PLACE_SMALL, dots);
		const found = [...rest.matchAll(WORD)];
		const capitals = found.filter(([word]) => /^\p{Lu}/u.test(word)).length;
		const shouting = capitals > found.length * 0.6 && found.length > 3;
		return found.some((match) => {
			const [word] = match;
			const after = rest.slice(match.index + word.length);
			// What the words round it say is known of English only.
			if (foreign)
				return (word.length > 4 || (word.length > 3 && /^\p{Lu}/u.test(word))) && FIRST_NAMES.has(bare(word));
			const possessive = /['’]s?$/u.exec(word)?.[0] ?? '';
			return isPerson(
				{
					written: word,
					plain: bare(word),
					before: rest.slice(0, match.index),
					after: possessive === '' ? after : `'s${after}`
				},
				{ shouting, knownWords }
			);
		});
	};
}

function isPerson(
	word: Word,
	{ shouting, knownWords }: { shouting: boolean; knownWords: ReadonlySet<string> }
): boolean {
	const { written, plain, before } = word;
	if (plain.length < 2 || knownWords.has(plain) || NOT_PEOPLE.has(plain)) return false;
	if (NOT_PEOPLE.has(plain.replace(/s$/u, '')) && !FIRST_NAMES.has(plain)) return false;
	const capital = /^\p{Lu}\p{M}*(?:\p{Ll}|['’]\p{Lu})/u.test(written);
	const inside = capital && !shouting && !SENTENCE_START.test(before);
	const parts = plain.split('-');
	const named = FIRST_NAMES.has(plain) || parts.every((part) => part.length > 2 && FIRST_NAMES.has(part));
	const surname = SURNAMES.has(plain);
	const everyday = isWord(plain) || SHORT_FORMS.has(plain) || ALSO_A_PLACE.has(plain);
	if ((named || surname) && !everyday) return plain.length > 2 || capital || standsAsPerson(word);
	if (named || surname)
		return (inside && !ALSO_A_PLACE.has(plain) && !isCommon(plain)) || standsAsPerson(word) || (inside && beside(word));
	// "vanessas brother", without the apostrophe.
	if (plain.endsWith('s') && FIRST_NAMES.has(plain.slice(0, -1)) && !everyday && OWNS.test(word.after)) return true;
	if (plain.length < 3 || everyday || isEnglish(plain)) return false;
	if (inside) return true;
	return !isSlip(plain) && !looksMade(plain) && standsAsPerson(word);
}

/** An everyday word with a capital beside another: "Mark Dobson", "Summer Clarke". */
function beside({ after, before }: Word): boolean {
	const next = /^ (\p{Lu}[\p{L}\p{M}'’-]+)/u.exec(after)?.[1];
	const last = /(\p{Lu}[\p{L}\p{M}'’-]+) (?:and|&|n|,)? ?$/u.exec(before)?.[1];
	return [next, last].some(
		(name) => name !== undefined && (FIRST_NAMES.has(bare(name)) || SURNAMES.has(bare(name)) || !isEnglish(bare(name)))
	);
}

/** Two names side by side hold each other up: "jack n bill". */
function paired({ before, after }: Word): boolean {
	const others = [
		/(\p{L}[\p{L}\p{M}'’-]+) (?:and|n|&) $/iu.exec(before)?.[1],
		/^ (?:and|n|&) (\p{L}[\p{L}\p{M}'’-]+)/iu.exec(after)?.[1]
	];
	return others.some((other) => other !== undefined && FIRST_NAMES.has(bare(other)) && !isCommon(bare(other)));
}

/** Whether only a person fits where this word stands. */
function standsAsPerson(word: Word): boolean {
	const { written, plain, before, after } = word;
	if (
		AFTER_SURE.test(after) &&
		!/^(?:the|a|an|this|that|there|people|everyone|someone|kids|boys|girls|ppl)$/iu.test(plain)
	) {
		// "home and me", "students in year 9": a word of its own says what it says.
		if (isCommon(plain) && !FIRST_NAMES.has(plain)) return false;
		return !/\b(?:the|a|an|my|our|your|no|more|some|this|any) $/iu.test(before) || !isEnglish(plain);
	}
	if (MY_FRIEND.test(before) && FIRST_NAMES.has(plain) && !/^(?:will|may|can|hope)$/u.test(plain)) return true;
	if (BESIDE_ME.test(before) && FIRST_NAMES.has(plain)) return true;
	if (FIRST_NAMES.has(plain) && paired(word)) return true;
	const common = isEnglish(plain) || ALSO_A_PLACE.has(plain);
	if (BEFORE_SURE.test(before))
		return (
			!common ||
			(FIRST_NAMES.has(plain) &&
				(/^\p{Lu}/u.test(written) || AFTER_DOES.test(after) || /^(?:$|[.,!?]| and\b)/u.test(after)))
		);
	if (!common)
		return BEFORE_MAYBE.test(before)
			? AFTER_DOES.test(after) || /^(?:$|[.,!?;]| (?:and|n|&)\b)/u.test(after)
			: ATSTART.test(before) && AFTER_DOES.test(after);
	// "rose told the teacher" names somebody, "hope they listen" and "will be" do not.
	if (ATSTART.test(before) && FIRST_NAMES.has(plain))
		return /^ (?:says|told|keeps|lets|knows|wants|hates|likes|lives|sits|hangs|walks|comes|brings|sells|smokes|started|took|pushed|threw|shouts|laughed|laughs|cries|never goes|always|wont|doesnt|doesn't|isnt|is (?:always|so|being|lovely|nice|rude|kind|trouble|a|in|lonely|mean|my)|was (?:there|always|crying|mean|in)|did it|who|from our|has to|gave)\b/iu.test(
			after
		);
	return (
		BEFORE_MAYBE.test(before) &&
		FIRST_NAMES.has(plain) &&
		/^(?: (?:and|n|&) (?:\p{L}+)$| (?:and|n|&) (?:her|his|them|me)\b| who\b| (?:crying|fighting|smoking|vaping|outside|alone|getting|in (?:year|yr|the toilets|detention)))/iu.test(
			after
		)
	);
}

/** Laughter, noises and words drawn out: no name has them. */
function looksMade(plain: string): boolean {
	return /(\p{L})\1{2,}|^[^aeiouy]+$|^(?:ha|he|lo|ja|la|na|ya|wo|bla){2,}/u.test(plain);
}

/** Lower case, without a possessive, an accent or an apostrophe. */
function bare(word: string): string {
	return word
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['’]s$/u, '')
		.replace(/[łđø]/gu, (letter) => ({ ł: 'l', đ: 'd', ø: 'o' })[letter] ?? letter)
		.replace(/ı/gu, 'i')
		.replace(/['’]/gu, '');
}
