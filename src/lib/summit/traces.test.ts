/** S12: what a card wrote and asked, read together by one lead, for a reason and for somebody who asked. */
import { expect, test } from 'vitest';
import type { TraceRow } from './topics/trace.ts';
import { FACILITATOR, FAR_LEAD, HOST_DEPUTY, HOST_LEAD, NORTH_LEAD, Stage, say } from './testing.ts';

function told() {
	const stage = Stage.open(3);
	const card = stage.card(1);
	stage.must(card, say('more lamps'));
	const asked = stage.must(card, { type: 'talk:ask', how: 'come', aboutAdult: false, words: 'home is hard' });
	const worry = String(asked['worry']);
	stage.must(card, say('Mr Patel shouts'));
	const trace = { type: 'cards:trace', worry, reason: 'child-at-risk', requester: 'The duty desk' } as const;
	const row = (lead: { id: string }) =>
		[...stage.rows(`worries:${lead.id}`)].find(([key]) => key.startsWith('trace:'))?.[1] as TraceRow | undefined; // Its key says so.
	return { stage, card, trace, row };
}

test('S12: it is in order, in the lead’s own topic alone, in the log with reason and requester, until it is closed', () => {
	const { stage, card, trace, row } = told();
	stage.must(NORTH_LEAD, { ...trace, note: 'Named by a friend' });
	const kinds = row(NORTH_LEAD)?.lines.map(({ kind, text }) => [kind, text]);
	expect(kinds).toEqual([
		['talk', null],
		['marked', null],
		['words', 'more lamps']
	]);
	expect(row(NORTH_LEAD)).toMatchObject({ requester: 'The duty desk', note: 'Named by a friend', school: 'north' });
	for (const lead of [HOST_LEAD, HOST_DEPUTY]) expect(row(lead)).toBeUndefined();
	expect(stage.log.at(-1)).toMatchObject({
		...{ type: 'cards:traced', card: card.id, reason: 'child-at-risk', requester: 'The duty desk' },
		secret: { note: 'Named by a friend' }
	});
	expect(JSON.stringify([...stage.rows(`worries:${NORTH_LEAD.id}`)])).not.toContain(card.id);
	const { id } = row(NORTH_LEAD) ?? fail();
	expect(stage.refused(HOST_LEAD, { type: 'cards:untrace', trace: id })).toBe('unknown_item');
	stage.must(NORTH_LEAD, { type: 'cards:untrace', trace: id });
	expect(row(NORTH_LEAD)).toBeUndefined();
	expect(stage.refused(NORTH_LEAD, { type: 'cards:untrace', trace: id })).toBe('unknown_item');
});

function fail(): never {
	throw new Error('There is no trace.');
}

test('S7: a traced card shows a lead nothing they could not read one by one, and moves with nothing kept from them', () => {
	const { stage, card, trace, row } = told();
	stage.must(HOST_LEAD, trace);
	expect(JSON.stringify(row(HOST_LEAD))).not.toContain('marked');
	expect(row(HOST_LEAD)?.lines).toHaveLength(2);
	const screen = stage.watch(HOST_LEAD, `worries:${HOST_LEAD.id}`);
	const before = JSON.stringify([...screen.rows]);
	stage.must(card, say('Mr Patel again'));
	expect(stage.touches.some(({ keys }) => keys !== '*' && keys.some((key) => key.startsWith('trace:')))).toBe(false);
	expect(
		JSON.stringify([...stage.rows(`worries:${HOST_LEAD.id}`)].map(([key, value]) => [key, JSON.stringify(value)]))
	).toBe(before);
	stage.must(card, say('and more bins'));
	expect(screen.rows.get(`trace:${row(HOST_LEAD)?.id ?? ''}`)).toContain('more bins');
});

test('S12: only a lead who may read one of its worries, with a reason and a requester; the same card anew closes the first', () => {
	const { stage, trace } = told();
	expect(stage.refused(FACILITATOR, trace)).toBe('not_allowed');
	expect(stage.refused(FAR_LEAD, trace)).toBe('unknown_item');
	expect(stage.refused(HOST_LEAD, { ...trace, worry: 'nothing-1' })).toBe('unknown_item');
	for (const reason of ['threat', 'other'] as const) stage.must(HOST_LEAD, { ...trace, reason });
	const open = [...stage.rows(`worries:${HOST_LEAD.id}`)].filter(([key]) => key.startsWith('trace:'));
	expect(open).toMatchObject([[expect.any(String), { reason: 'other' }]]);
	expect(() => stage.do(HOST_LEAD, { ...trace, requester: ' ' })).toThrow();
});
