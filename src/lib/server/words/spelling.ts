/**
 * A text as its reader would say it aloud: the many ways of writing one word folded into one, so that the lists beside
 * this stay short. Only ever used for looking; what a student wrote is kept as it was written.
 */

/** Letters of other alphabets that are drawn like Latin ones. */
const LOOKALIKES: Record<string, string> = {
	а: 'a',
	е: 'e',
	і: 'i',
	о: 'o',
	р: 'p',
	с: 'c',
	у: 'y',
	х: 'x',
	ѕ: 's',
	ј: 'j',
	ο: 'o',
	α: 'a',
	ε: 'e',
	ι: 'i'
};

/** Signs and figures that stand for letters inside a word. */
const STANDING_FOR: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'8': 'ate',
	'@': 'a',
	$: 's',
	'!': 'i',
	'|': 'i',
	'€': 'e'
};

/** Short ways of writing words the disclosure list needs. */
const SHORT_FORMS: Record<string, string> = {
	u: 'you',
	ur: 'your',
	r: 'are',
	n: 'and',
	wanna: 'want to',
	gonna: 'going to',
	gotta: 'got to',
	cuz: 'because',
	cos: 'because',
	coz: 'because',
	bf: 'boyfriend',
	gf: 'girlfriend',
	sis: 'sister',
	bro: 'brother',
	mom: 'mum',
	mam: 'mum',
	mummy: 'mum',
	daddy: 'dad',
	sum1: 'someone',
	sumone: 'someone',
	some1: 'someone',
	any1: 'anyone',
	pix: 'pics',
	pic: 'pics',
	msg: 'message',
	msgs: 'messages',
	msging: 'messaging',
	ppl: 'people',
	stepdad: 'step dad',
	stepmum: 'step mum',
	stepbrother: 'step brother',
	dnt: 'dont',
	wont: 'will not',
	tryna: 'trying to',
	h8: 'hate',
	wiv: 'with',
	kil: 'kill',
	mself: 'myself',
	meself: 'myself',
	myslef: 'myself',
	mysef: 'myself',
	skool: 'school',
	freind: 'friend',
	frend: 'friend'
};

/** Two ways to hear one text: as its letters say, and with figures and signs read as letters. Lower case, one space between words. */
export function readings(text: string): string[] {
	const folded = text
		.normalize('NFKD')
		.replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
		.toLowerCase()
		.replace(/./gu, (letter) => LOOKALIKES[letter] ?? letter)
		.replace(/['‘’ʼ`´]/gu, '');
	const asFigures = folded.replace(
		/(?<=\p{L}[^\s\p{L}]{0,2})[01345789@$!|€](?=\S{0,2}\p{L})|[0134578@$|€](?=\p{L}{2})/gu,
		(sign) => STANDING_FOR[sign] ?? sign
	);
	return [...new Set([spoken(folded), spoken(asFigures)])];
}

function spoken(folded: string): string {
	return (
		folded
			// "k i l l" and "k.i.l.l"
			.replace(/(?<![\p{L}\d])\p{L}(?:[ ._*-]\p{L}){2,}(?![\p{L}\d])/gu, (spaced) => spaced.replace(/[^\p{L}]/gu, ''))
			.replace(/(\p{L})\1{2,}/gu, '$1$1')
			.replace(/[^\p{L}\p{N}*\n.?,;]+/gu, ' ')
			.replace(/\s+/gu, ' ')
			.replace(/[\p{L}\p{N}]+/gu, (word) => SHORT_FORMS[word] ?? word)
			.trim()
	);
}
