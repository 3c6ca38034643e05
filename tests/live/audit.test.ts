/** S12: what adults did, read from a real log; S7: a worry's lines are its readers', and nothing tells others of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import Papa from 'papaparse';
import { auditFilter, auditLines, auditPage, auditTable } from '../../src/lib/server/audit-log.ts';
import type { Room } from '../../src/lib/server/room.ts';
import type { AuditLine } from '../../src/lib/summit/audit.ts';
import { must } from './erasure-day.ts';
import { joinAs, joinCard, runningSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';

let kit: Kit;
let room: Room;
let [facilitator, lead, other, named, card]: Voice[] = [];
const HOSTILE = '=cmd|"/c calc"!A1';

beforeAll(async () => {
	kit = await startKit();
	({ room, facilitator, lead, other } = await runningSummit(kit));
	named = await joinAs(kit, room, 'lead', { name: 'Priya Patel', school: 'northbank' });
	card = await joinCard(kit, room);
	const say = { type: 'station:contribute', station: 'neighbourhood', step: 'one-idea' } as const;
	await card.must({ ...say, entry: { type: 'words' }, words: 'Mr Patel shouts zebraone' });
	await card.must({ ...say, entry: { type: 'words' }, words: 'more lamps zebratwo' });
	const [worry = ''] = room.summit.worries.list.keys();
	await lead.must({ type: 'worry:see', worry });
	const [item = ''] = room.summit.queue.pending;
	await facilitator.must({ type: 'words:keep', item, seen: 0, reason: 'unclear' });
	await lead.must({ type: 'cards:remove', card: card.id });
	await facilitator.must({ type: 'theme:add', name: HOSTILE });
});
afterAll(async () => {
	for (const voice of [facilitator, lead, other, named, card]) voice?.close();
	await kit.close();
});

const asking = (viewer: Voice | undefined, role: 'lead' | 'facilitator', query = '') => {
	const filter = auditFilter(new URLSearchParams(query));
	return { room, rooms: kit.app.rooms, store: kit.app.store, filter, viewer: { id: viewer?.id ?? '', role } };
};
const lines = (viewer: Voice | undefined, role: 'lead' | 'facilitator', query = '') =>
	auditLines(asking(viewer, role, query));
const told = (all: AuditLine[]) => all.map(({ what }) => what);

test('S12: who did what, when, on what and for which coded reason; no student’s words', async () => {
	const all = await lines(lead, 'lead');
	expect(all.find(({ what }) => what === 'Kept words back')).toMatchObject({
		...{ who: 'Alex Morgan', role: 'facilitator', kind: 'words', on: 'Neighbourhood map', reason: 'unclear' }
	});
	expect(JSON.stringify(all)).not.toContain('zebra');
	expect(all.filter(({ role }) => role === 'card' || role === 'newcomer')).toEqual([]);
});

test('S12: only safeguarding leads see a card’s name', async () => {
	const [of, facilitators] = await Promise.all([lines(lead, 'lead'), lines(facilitator, 'facilitator')]);
	const removed = (all: AuditLine[]) => all.find(({ what }) => what === 'Stopped a card')?.on;
	expect(removed(of)).toMatch(/\d/);
	expect(removed(facilitators)).toBe('A card');
});

test('S7: a worry’s lines are there for its readers alone, and the others’ log is the same without them', async () => {
	expect(told(await lines(lead, 'lead'))).toContain('Opened a worry');
	const mine = await lines(named, 'lead');
	expect(told(mine)).not.toContain('Opened a worry');
	expect(told(await lines(facilitator, 'facilitator'))).not.toContain('Opened a worry');
	const without = (await lines(lead, 'lead')).filter(({ kind }) => kind !== 'worries');
	expect(mine).toEqual(without);
	expect(Object.keys(mine[0] ?? {})).not.toContain('seq');
});

test('it is filtered by person, kind and day, and comes in pages', async () => {
	const some = await lines(lead, 'lead', `who=${facilitator?.id ?? ''}&kind=words`);
	expect(told(some)).toEqual(['Kept words back']);
	expect(await lines(lead, 'lead', 'to=2001-01-01')).toEqual([]);
	expect(await lines(lead, 'lead', 'from=2001-01-01&kind=nonsense')).toEqual(await lines(lead, 'lead'));
	for (let n = 0; n < 60; n += 1)
		await must(room, { role: 'facilitator', id: facilitator?.id ?? '' }, { type: 'theme:add', name: `Theme ${n}` });
	const first = await auditPage(asking(lead, 'lead'), 0);
	const second = await auditPage(asking(lead, 'lead'), 1);
	expect(first.lines).toHaveLength(50);
	expect([first.more, second.more]).toEqual([true, second.lines.length === 50]);
	expect([...first.lines, ...second.lines]).toEqual((await lines(lead, 'lead')).slice(0, 50 + second.lines.length));
});

test('what people typed is no formula in the table', async () => {
	const table = auditTable(await lines(lead, 'lead'));
	const cells = Papa.parse<string[]>(table.replace(/^\ufeff/, '')).data.flat();
	expect(cells.some((cell) => cell === `'${HOSTILE}`)).toBe(true);
	expect(cells.filter((cell) => /^[=+\-@|%]/.test(cell))).toEqual([]);
});
