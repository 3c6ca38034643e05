import { describe, expect, test } from 'vitest';
import { FACILITATOR, HOST_DEPUTY, HOST_LEAD, KIT, NORTH_LEAD, STATION_LEAD, Stage } from './testing.ts';
import type { Actor } from './subject.ts';
import type { CommandBody } from './testing.ts';

type Join = Extract<CommandBody, { type: 'people:join' }>;
const join = (change: Partial<Join> = {}): Join => ({
	...{ type: 'people:join', person: 'somebody-1', name: 'Kit Moss', role: 'lead', school: 'north', account: 'mail-1' },
	...change
});

describe('people', () => {
	test('S7: every lead is told of every grant, with name, school, time and inviter', () => {
		const stage = Stage.prepared();
		stage.must(KIT, join({ invitedBy: FACILITATOR.id }));
		const row = { name: 'Kit Moss', school: 'north', duty: 'lead', at: stage.now, by: 'Farah Qureshi', revoked: false };
		for (const lead of [HOST_LEAD, NORTH_LEAD]) {
			expect(stage.rows(`worries:${lead.id}`).get('grant:somebody-1')).toEqual(row);
		}
	});

	test('S7: nobody gives themselves a lead’s sight, in either direction', () => {
		const stage = Stage.prepared();
		expect(stage.refused(KIT, join({ account: 'account-facilitator' }))).toBe('cannot_grant_self');
		const other = join({ account: 'account-lead-host-1', role: 'facilitator', school: null });
		expect(stage.refused(KIT, other)).toBe('cannot_grant_self');
	});

	test('L7: a taken id and a school that is not here say so', () => {
		const stage = Stage.prepared();
		expect(stage.refused(KIT, join({ person: HOST_LEAD.id }))).toBe('already_so');
		expect(stage.refused(KIT, join({ school: 'elsewhere' }))).toBe('unknown_choice');
		expect(stage.refused(KIT, join({ school: null }))).toBe('unknown_choice');
	});

	test('S7: a lead’s part is ended by a lead, and never a school’s last one', () => {
		const stage = Stage.prepared();
		const end = (person: string) => ({ type: 'people:revoke', person }) as const;
		expect(stage.refused(FACILITATOR, end(HOST_DEPUTY.id))).toBe('not_allowed');
		expect(stage.refused(HOST_LEAD, end(NORTH_LEAD.id))).toBe('last_lead');
		expect(stage.refused(HOST_LEAD, end(FACILITATOR.id))).toBe('not_allowed');
		expect(stage.refused(HOST_LEAD, end('nobody-01'))).toBe('unknown_item');
		stage.must(HOST_LEAD, end(HOST_DEPUTY.id));
		expect(stage.refused(HOST_LEAD, end(HOST_DEPUTY.id))).toBe('unknown_item');
		stage.must(FACILITATOR, end(STATION_LEAD.id));
	});

	test('S7: a facilitator’s part is ended by another one, never the last, and every lead is told by whom', () => {
		const stage = Stage.prepared();
		const other: Actor = { role: 'facilitator', id: 'facilitator-2' };
		const part = { name: 'Noor Webb', role: 'facilitator', school: null, account: 'account-2' } as const;
		const end = (person: string) => ({ type: 'people:revoke', person }) as const;
		stage.must(KIT, { type: 'people:join', person: other.id, ...part });
		const leads = [HOST_LEAD, NORTH_LEAD].map((lead) => stage.watch(lead, `worries:${lead.id}`));
		expect(stage.refused(STATION_LEAD, end(other.id))).toBe('not_allowed');
		expect(stage.refused(FACILITATOR, end(FACILITATOR.id))).toBe('not_allowed');
		stage.must(other, end(FACILITATOR.id));
		for (const { rows } of leads)
			expect(JSON.parse(rows.get(`ended:${FACILITATOR.id}`) ?? 'null')).toEqual({
				name: 'Farah Qureshi',
				at: stage.now,
				by: 'Noor Webb'
			});
		expect(stage.refused(FACILITATOR, end(other.id))).toBe('not_signed_in');
		const third: Actor = { role: 'facilitator', id: 'facilitator-3' };
		stage.must(KIT, { type: 'people:join', person: third.id, ...part, account: 'account-3' });
		stage.must(third, end(other.id));
		expect(stage.refused(third, end(third.id))).toBe('not_allowed');
		expect(stage.rows('people').get(third.id)).toMatchObject({ revoked: false });
	});

	test('S7: a lead whose part has ended sees nothing and answers no alert', () => {
		const stage = Stage.open(1);
		stage.must(stage.card(0), { type: 'talk:ask', how: 'come', aboutAdult: false });
		const watch = stage.watch(HOST_DEPUTY, `worries:${HOST_DEPUTY.id}`);
		expect(watch.rows.size).toBeGreaterThan(1);
		stage.must(HOST_LEAD, { type: 'people:revoke', person: HOST_DEPUTY.id });
		expect(watch.rows.size).toBe(0);
		expect(stage.rows(`worries:${HOST_DEPUTY.id}`).size).toBe(0);
		expect(stage.refused(HOST_DEPUTY, { type: 'people:answer' })).toBe('not_signed_in');
	});

	test('S12: whose part has ended does nothing more, also what stood in the queue behind it', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'people:revoke', person: STATION_LEAD.id });
		expect(stage.refused(STATION_LEAD, { type: 'controls:blank' })).toBe('not_signed_in');
		expect(stage.refused(STATION_LEAD, { type: 'station:reveal', station: 'school', seen: 1 })).toBe('not_signed_in');
		stage.must(FACILITATOR, { type: 'controls:blank' });
	});

	test('S14: a test alert reaches every lead still in their part, and its answer is kept', () => {
		const stage = Stage.prepared();
		stage.must(HOST_LEAD, { type: 'people:revoke', person: HOST_DEPUTY.id });
		stage.now += 60_000;
		stage.must(FACILITATOR, { type: 'people:test' });
		expect(stage.summit.people.list.get(HOST_LEAD.id)?.askedAt).toBe(stage.now);
		expect(stage.summit.people.list.get(HOST_DEPUTY.id)?.askedAt).toBe(stage.now - 60_000);
		stage.must(NORTH_LEAD, { type: 'people:answer' });
		expect(stage.rows(`worries:${NORTH_LEAD.id}`).get('alert')).toEqual({
			askedAt: stage.now,
			answeredAt: stage.now,
			unreachedAt: null
		});
		expect(new Stage().refused(FACILITATOR, { type: 'people:test' })).toBe('unknown_item');
	});
});
