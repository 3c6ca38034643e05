/** What the join form asks, and how its fields are read; words of their own for each thing that is missing. */

/** The most students one screen may stand for (X4); the summit's own rule for cards says the same. */
export const MOST_AT_A_TABLE = 12;

export interface Joining {
	/** Empty until chosen. */
	school: string;
	band: string;
	headcount: number;
}
export interface Offered {
	schools: readonly { id: string }[];
	bands: readonly string[];
}

/** Reads the fields of a form, or of an address on a printed card (`?school=…&band=…`). What is not offered is empty. */
export function readJoining(fields: { get(name: string): unknown }, { schools, bands }: Offered): Joining {
	const school = fields.get('school');
	const band = fields.get('band');
	const count = Number(fields.get('headcount'));
	const table = fields.get('who') === 'table' && Number.isInteger(count) && count >= 2 && count <= MOST_AT_A_TABLE;
	return {
		school: pick(
			schools.map(({ id }) => id),
			school
		),
		band: pick(bands, band),
		headcount: table ? count : 1
	};
}

/** The one asked for; where there is only one, that. */
function pick(offered: readonly string[], asked: unknown): string {
	const [only] = offered;
	if (offered.length === 1 && only !== undefined) return only;
	return offered.find((one) => one === asked) ?? '';
}

/** What still has to be chosen, in words, or null. */
export function missingFrom({ school, band }: Joining): string | null {
	if (school === '' && band === '') return 'Choose your school and your year.';
	if (school === '') return 'Choose your school.';
	return band === '' ? 'Choose your year.' : null;
}

/** The six digits out of what somebody typed, or what is wrong with it in words. Spaces are fine. */
export function readCode(typed: string): { code: string } | { wrong: string } {
	const code = typed.replace(/[\s-]/gu, '');
	if (code === '') return { wrong: 'Type the 6 numbers first.' };
	if (!/^\d+$/u.test(code)) return { wrong: 'The code has only numbers in it.' };
	if (code.length === 6) return { code };
	if (code.length > 6) return { wrong: 'That code has too many numbers. It has 6.' };
	const short = 6 - code.length;
	return { wrong: short === 1 ? 'That code has one number missing.' : `That code has ${short} numbers missing.` };
}
