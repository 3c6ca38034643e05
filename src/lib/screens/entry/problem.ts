/* What a form of these pages is told when it was refused, and which field to say it beside. */

export interface Problem {
	code: string;
	words: string;
}

export type Place = 'name' | 'email' | 'passphrase' | 'form';

/** The field a refusal is about; `form` is the whole of it. */
function placeOf(code: string): Place {
	if (code.startsWith('name_')) return 'name';
	if (code.startsWith('email_')) return 'email';
	return code.startsWith('passphrase_') ? 'passphrase' : 'form';
}

/** The words for one place, or nothing when the problem is elsewhere. */
export function wordsAt(problem: Problem | null | undefined, place: Place): string | undefined {
	return problem && placeOf(problem.code) === place ? problem.words : undefined;
}
