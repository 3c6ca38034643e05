/**
 * Schools as a facilitator types them, one a line, and as the summit keeps them, each with an id that its leads and cards
 * lean on. Correcting a name must keep the id, or the school's safeguarding lead would be left without a school.
 */
import type { School } from '../../summit/stations/settings.ts';
import { slugFor } from './slug.ts';

export function schoolLines(schools: readonly School[]): string {
	return schools.map(({ name }) => name).join('\n');
}

/**
 * The schools that the lines stand for. A line that names a school exactly keeps its id; the rest take over, in order, the
 * ids of schools that are gone as long as the number of schools is the same (names were corrected), or get new ones.
 */
export function schoolsFrom(lines: string, before: readonly School[]): School[] {
	const names = lines
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const gone = before.filter(({ name }) => !names.includes(name));
	const corrected = names.length === before.length ? [...gone] : [];
	const taken = before.map(({ id }) => id);
	const kept = new Set<string>();
	return names.map((name) => {
		const same = before.find((school) => school.name === name && !kept.has(school.id));
		const id = same?.id ?? corrected.shift()?.id ?? slugFor(name, taken);
		taken.push(id);
		kept.add(id);
		return { id, name };
	});
}

/** Names that stand there twice. */
export function namedTwice(schools: readonly School[]): string[] {
	const names = schools.map(({ name }) => name.toLowerCase());
	return schools.filter(({ name }, at) => names.indexOf(name.toLowerCase()) !== at).map(({ name }) => name);
}
