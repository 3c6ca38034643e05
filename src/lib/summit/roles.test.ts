import { describe, expect, test } from 'vitest';
import { ROLES, TOPIC_NAMES, mayWatch, parseTopic } from './roles.ts';

describe('topics', () => {
	test('a topic of one card, person or station needs its subject; the others have none', () => {
		expect(parseTopic('queue')).toEqual({ name: 'queue', of: null });
		expect(parseTopic('marks:school')).toEqual({ name: 'marks', of: 'school' });
		expect(parseTopic('heat:school/when:evening')).toEqual({ name: 'heat', of: 'school/when:evening' });
		for (const text of ['marks', 'heat', 'card', 'worries', 'queue:x', 'wall:', 'nothing', '', 'Queue', 'queue ']) {
			expect(parseTopic(text)).toBeNull();
		}
	});

	test('S7: a card sees its own topic and a lead their own worries, whatever is asked for', () => {
		const own = { name: 'card', of: 'card-0001' } as const;
		expect(mayWatch({ role: 'card', id: 'card-0001' }, own)).toBe(true);
		expect(mayWatch({ role: 'card', id: 'card-0002' }, own)).toBe(false);
		const worries = { name: 'worries', of: 'lead-0001' } as const;
		expect(mayWatch({ role: 'lead', id: 'lead-0001' }, worries)).toBe(true);
		expect(mayWatch({ role: 'lead', id: 'lead-0002' }, worries)).toBe(false);
		expect(mayWatch({ role: 'facilitator', id: 'lead-0001' }, worries)).toBe(false);
	});

	test('S2, S7, M6: who may watch what, as one table', () => {
		const table = Object.fromEntries(
			ROLES.map((role) => {
				const of = (name: string) => (['card', 'worries', 'marks', 'heat', 'owner'].includes(name) ? 'own' : null);
				return [role, TOPIC_NAMES.filter((name) => mayWatch({ role, id: 'own' }, { name, of: of(name) }))];
			})
		);
		const planning = ['marks', 'people', 'setup', 'ideas', 'plan'];
		expect(table).toEqual({
			card: ['summit', 'card', 'choose', 'heat'],
			facilitator: ['summit', 'wall', 'heat', 'run', 'queue', ...planning],
			lead: [
				'summit',
				'wall',
				'heat',
				'run',
				'queue',
				'late',
				'worries',
				'lists',
				'marks',
				'cards',
				...planning.slice(1)
			],
			stationLead: ['summit', 'wall', 'heat', 'run', 'queue'],
			observer: ['summit', 'wall', 'heat'],
			wall: ['summit', 'wall', 'heat'],
			owner: ['owner'],
			newcomer: [],
			kit: []
		});
	});
});
