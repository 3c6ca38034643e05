/**
 * Whether a text is not in English, so that somebody who can read it does (X2). Published detectors guess a language from
 * letters and call one short English text in three something else (docs/decisions/0018); here a text is English as long as
 * enough of its words are, and another language when it is written in another script, or when its small words are those
 * of another language.
 */
import { FIRST_NAMES, SURNAMES } from './first-names.ts';
import { NOT_PEOPLE } from './not-people.ts';
import { SHORT_FORMS } from './short-forms.ts';
import { isCommon, isEnglish, isSlip } from './vocabulary.ts';

/** The small words of languages spoken at home here, that no English text has. Without accents. */
const SMALL: Record<string, string> = {
	polish:
		'nie jest sie ze na jak tak bo tam tu ja mi moj moja moje mnie jestem boje ale czy gdy przez kolo obok wieczorem noca szkola szkole szkoly parku tego tej ten ktos nikt czuje bezpiecznie lubie bardzo kiedy jestesmy oni ich tylko duzo dla po od do za pod gdzie chodzic ludzie nas moze trzeba wiecej swiatla autobus przystanek dworca moim moja chce musze',
	spanish:
		'el los las una unos que es en por para con pero muy mi tu su yo nos me te se esta estan hay cuando donde como porque gusta gustan miedo siento segura seguro calle escuela parque noche casa nadie nada mas tengo tiene quiero padre madre hermano tio hacer puedo ir chicos gente sin sobre todo todos aqui alli ayuda favor no al del',
	portuguese:
		'nao uma um os as que em para com mas muito meu minha eu nos voce esta tenho medo gosto escola rua noite pelo pela porque quando onde seguro segura sinto mais ninguem pai mae tambem autocarro da do na no sao casa',
	romanian:
		'nu este sunt si sa ma mi in la pe cu de din pentru dar ca mai foarte frica simt siguranta parc scoala strada noaptea seara acasa tata mama imi place unde cand prea merg am au ai e lumini autobuz parcul periculos',
	french:
		'je tu il elle nous vous les des une est sont pas dans sur avec pour mais tres mon ma mes le la et que qui quand ou j ai peur bien sens bus ecole rue nuit soir fait trop moi chez c il y a au du ce se ne plus personne noir',
	italian:
		'il lo gli una non che di per con sono e ho ha mi piace paura strada notte scuola molto quando dove perche casa buio buia mio mia la del nel di piu sicuro sicura al',
	german:
		'ich du er sie wir ihr der die das ein eine ist sind nicht mit fur aber sehr mein meine habe angst vor den dem im auf zu und schule weil wenn immer kein keine mir mich abends nachts jungs grossen toiletten dreckig',
	turkish:
		'bir ve bu cok icin ama ben sen biz var yok degil mi da de ne gibi okul okulun okulda parkta sokak aksam gece korkuyorum guvende hissediyorum hissetmiyorum kendimi otobus otobuste kotu iyi evde tuvaletleri annem babam karanlik',
	somali:
		'waa waxaan waan ka ku la iyo oo aan ah uu ay ma ii guriga dugsiga dugsi habeenkii habeen baqayaa baqo wadada mugdiga faraxsanahay aniga iskuulka aabahay hooyo xun waxay inaan badan',
	hindi:
		'hai hain mein main mujhe nahi nahin ka ki ke ko se bhi bahut bohot aur kya kyun ghar dar lagta lagti raat raste akele jaana jaane hoon hun mera meri mere tum hum log par pe wahan yahan koi kuch karte karta karti bhai darti andhera ap aap tang sab school acha ammi abbu bas',
	albanian:
		'nuk eshte dhe une me per te nga ne shume por kur ku jam kam frike rruga shkolla shtepi bijim mire erret keq natën',
	lithuanian: 'ne yra ir as man mano kad su bet labai tamsi gatve mokykla nesijauciu saugiai bijau namo kur kai vakare',
	vietnamese: 'toi em khong thay di mot minh o truong so an toan va la cua rat ban dem nha',
	dutch: 'het een niet ik zijn maar voor naar bang school niet veilig',
	tagalog: 'ang ng mga sa ako hindi ko po ay natatakot',
	swahili: 'ni na ya wa kwa sana mimi shule naogopa usiku hapa',
	yoruba: 'mo ti ni ko si awon ile eru mi wa fun'
};
const LANGUAGES = Object.entries(SMALL).map(([language, words]) => [language, new Set(words.split(' '))] as const);

/** True when most of it cannot be read by somebody who reads English only. Names, codes and slang do not make it so. */
export function isForeign(text: string): boolean {
	const letters = text.normalize('NFC').match(/\p{L}/gu) ?? [];
	const strange = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
	// A lookalike letter or two in an English word is a disguise, not a language.
	if (strange >= 3 && strange > letters.length * 0.3 && /[^\p{Script=Latin}\P{L}]{2,}/u.test(text)) return true;
	const accents = (
		text
			.normalize('NFC')
			.match(/[ąćęłńśźżăâîșțşğıçãõñáéíóúàèìòùëěščřžůāēīūųįėěạảấầẩẫậắằặẹẻẽếềểệịỉọỏốồổộớờợụủứừửữựỳỵđươßöäüêôû¿¡]/giu) ??
		[]
	).length;
	const words = text
		.normalize('NFKC')
		.replace(/\S*[@/\d_]\S*|\S+\.\S+| @ \S+/gu, ' ')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[łđøı]/gu, (letter) => ({ ł: 'l', đ: 'd', ø: 'o', ı: 'i' })[letter] ?? letter)
		.replace(/\b(?<elided>[cdjlmnst]|qu)['’]/gu, '$<elided> ')
		.replace(/['’]/gu, '')
		.match(/\p{Script=Latin}+/gu);
	if (!words || words.length < 2) return false;
	// What is English and could not be anything else is counted against.
	const count = (test: (word: string) => boolean): number => words.filter(test).length;
	const best = Math.max(...LANGUAGES.map(([, small]) => count((word) => small.has(word))));
	const strictly = Math.max(...LANGUAGES.map(([, small]) => count((word) => small.has(word) && !isCommon(word))));
	const english = count((word) => SHORT_FORMS.has(word) || isCommon(word) || isEnglish(word));
	const unknown = count(
		(word) =>
			word.length > 2 &&
			!isEnglish(word) &&
			!SHORT_FORMS.has(word) &&
			!NOT_PEOPLE.has(word) &&
			!FIRST_NAMES.has(word) &&
			!SURNAMES.has(word) &&
			!isSlip(word)
	);
	if (words.length >= 4 && strictly >= 2 && best >= words.length * 0.7) return true;
	const unlisted = count((word) => !isEnglish(word) && !SHORT_FORMS.has(word) && !NOT_PEOPLE.has(word));
	if (strictly >= 2 && unlisted >= words.length * 0.7 && words.length >= 4) return true;
	if (switches(words)) return true;
	if (words.length === 2) return unknown === 2 && (accents > 0 || best === 2);
	if (unknown >= 2 && unknown >= words.length * 0.7) return true;
	if (unknown >= 1 && best >= 1 && best + unknown >= words.length * 0.65 && english < words.length * 0.55) return true;
	if (unknown >= 1 && accents >= 1 && english <= words.length * 0.5) return true;
	return best >= 3 && best >= words.length * 0.5 && english <= words.length * 0.65 && unknown >= 1;
}

/** An English text that goes on in another language: four words in a row that may be its own, two of them not English. */
function switches(words: readonly string[]): boolean {
	return LANGUAGES.some(([, small]) => {
		let [run, known, strange] = [0, 0, 0];
		return words.some((word) => {
			const own = small.has(word);
			const english = isEnglish(word) || SHORT_FORMS.has(word);
			if (FIRST_NAMES.has(word) || (!own && (english || isSlip(word)))) [run, known, strange] = [0, 0, 0];
			else [run, known, strange] = [run + 1, known + (own ? 1 : 0), strange + (english ? 0 : 1)];
			return run >= 4 && known >= 2 && strange >= 2;
		});
	});
}
