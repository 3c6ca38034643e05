/** S7: whoever a worry names or was kept from, and every facilitator, is no reader of it, whatever happened before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DUTIES } from './people.ts';
import type { Duty } from './people.ts';
import { FACILITATOR, KIT, SCHOOLS, Stage } from './testing.ts';
import { alertedOf, readersOf } from './worry-readers.ts';

const SURNAMES = ['Abara', 'Brook', 'Cho', 'Devlin', 'Ekman', 'Farouk'];

interface Given {
	leads: { duty: Duty; school: string }[];
	named: number[];
	excluded: number[];
	card: number;
	aboutAdult: boolean;
	waits: boolean;
}
const given: fc.Arbitrary<Given> = fc.record({
	leads: fc.array(fc.record({ duty: fc.constantFrom(...DUTIES), school: fc.constantFrom(...SCHOOLS) }), {
		minLength: 1,
		maxLength: SURNAMES.length
	}),
	named: fc.uniqueArray(fc.nat(SURNAMES.length - 1), { maxLength: 4 }),
	excluded: fc.array(fc.nat(SURNAMES.length - 1), { maxLength: 4 }),
	card: fc.nat(2),
	aboutAdult: fc.boolean(),
	waits: fc.boolean()
});

/** A summit whose only leads are the given ones, and the worry. */
function told({ leads, named, excluded, card, aboutAdult, waits }: Given) {
	const stage = Stage.open(3);
	const ids = leads.map(({ duty, school }, at) => {
		const person = `someone-${String(at)}`;
		const name = `Robin ${SURNAMES[at] ?? ''}`;
		stage.must(KIT, { type: 'people:join', person, name, role: 'lead', school, account: null, duty });
		return person;
	});
	for (const person of stage.summit.people.list.values()) {
		if (person.role === 'lead' && !ids.includes(person.id)) person.revokedAt = stage.now;
	}
	const words = named.map((at) => `Mr ${SURNAMES[at] ?? ''}`).join(' and ');
	const asked = { type: 'talk:ask', how: 'come', aboutAdult, words: `${words} knows` } as const;
	const id = String(stage.must(stage.card(card), asked)['worry']);
	const worry = () => stage.summit.worries.list.get(id);
	const kept = new Set<string>();
	for (const at of excluded) {
		const [by] = readersOf(stage.summit, worry() ?? fail());
		const person = ids[at % ids.length] ?? '';
		if (by === undefined) continue;
		const body = { type: 'worry:exclude', worry: id, person, reason: 'about-them' } as const;
		if (stage.do({ role: 'lead', id: by }, body).ok) kept.add(person);
	}
	if (waits) stage.wait(5 * 60_000);
	const barred = ids.filter((person, at) => kept.has(person) || named.includes(at));
	return { stage, worry: worry() ?? fail(), ids, barred };
}
function fail(): never {
	throw new Error('The worry is not there.');
}

test('S7: never somebody named or excluded, never a facilitator; somebody, unless no lead is left', () => {
	fc.assert(
		fc.property(given, (one) => {
			const { stage, worry, ids, barred } = told(one);
			const readers = readersOf(stage.summit, worry);
			const free = ids.filter((id, at) => !barred.includes(id) && one.leads[at]?.duty !== 'receiver');
			expect(readers.filter((id) => barred.includes(id))).toEqual([]);
			expect(readers).not.toContain(FACILITATOR.id);
			expect(readers.every((id) => ids.includes(id))).toBe(true);
			if (free.length > 0) expect(readers.length).toBeGreaterThan(0);
			// Whoever is called may read it, and while somebody may, somebody is called.
			const called = alertedOf(stage.summit, worry);
			expect(called.every((id) => readers.includes(id))).toBe(true);
			expect(called.length > 0).toBe(readers.length > 0);
			for (const id of ids) {
				const has = stage.rows(`worries:${id}`).has(`worry:${worry.id}`);
				expect(has).toBe(readers.includes(id));
				if (!has) expect(stage.rows(`alarm:${id}`).get('alarm')).toMatchObject({ unseen: 0, called: 0 });
			}
		}),
		{ seed: 20_261_127, numRuns: 120 }
	);
});
