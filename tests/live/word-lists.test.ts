import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListRow } from '../../src/lib/summit/topics/lists.ts';
import type { QueueRow } from '../../src/lib/summit/topics/staff.ts';
import { joinAs, joinCard, runningSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';

let kit: Kit;
const open: Voice[] = [];
const hear = (voice: Voice): Voice => {
	open.push(voice);
	return voice;
};

beforeAll(async () => {
	kit = await startKit();
});
afterAll(async () => {
	for (const voice of open) voice.close();
	await kit.close();
});

test('S4: words a lead adds mark the next text; nobody but leads hears them, and no file holds them readable', async () => {
	const { room, facilitator, lead, other } = await runningSummit(kit);
	for (const voice of [facilitator, lead, other]) hear(voice);
	const stationLead = hear(await joinAs(kit, room, 'stationLead'));
	const card = hear(await joinCard(kit, room));
	await Promise.all([lead.watch('lists'), other.watch('lists')]);
	await Promise.all([
		stationLead.watch('queue', 'run', 'summit'),
		facilitator.watch('queue', 'setup', 'people', 'run')
	]);
	const say = (words: string) =>
		card.must({
			type: 'station:contribute',
			station: 'neighbourhood',
			step: 'one-idea',
			entry: { type: 'words' },
			words
		});
	const queued = (text: string) =>
		stationLead.until(() => Object.values(stationLead.rows('queue')).find((row) => (row as QueueRow).text === text));

	await say('the wombat is there at night');
	expect(await queued('the wombat is there at night')).toMatchObject({ marks: [] });

	await lead.must({ type: 'lists:edit', list: 'names', add: ['Wombat'], remove: [] });
	await say('the wombat again by the shops');
	expect(await queued('the wombat again by the shops')).toMatchObject({ marks: ['name'] });
	expect(await other.until(() => other.row<ListRow>('lists', 'names'))).toMatchObject({
		entries: ['Wombat'],
		by: 'Jo Cole'
	});

	// A way of telling goes to leads at once, and past everybody else.
	await lead.must({ type: 'lists:edit', list: 'disclosure', add: ['quillbracket'], remove: [] });
	await lead.watch(`worries:${lead.id}`);
	await say('she was quillbracket on sunday');
	await lead.until(() => Object.keys(lead.rows(`worries:${lead.id}`)).some((key) => key.startsWith('worry:')));
	await say('more lamps');
	await queued('more lamps');
	expect(JSON.stringify(stationLead.rows('queue'))).not.toContain('quillbracket');

	for (const voice of [facilitator, stationLead, card]) {
		expect(await voice.do({ type: 'lists:edit', list: 'never', add: ['Wombat'], remove: [] })).toMatchObject({
			ok: false,
			code: 'not_allowed'
		});
		expect(await voice.watch('lists')).toMatchObject({ topics: [{ refused: 'not_allowed' }] });
		expect(voice.heard.join()).not.toContain('Wombat');
	}
	for (const file of readdirSync(kit.dataDir).filter((name) => name.startsWith('summit.db'))) {
		const bytes = readFileSync(path.join(kit.dataDir, file));
		expect(bytes.includes('Wombat'), file).toBe(false);
		expect(bytes.includes('quillbracket'), file).toBe(false);
	}
});

test('S4: what is never marked is not, until it is taken out again', async () => {
	const { room, facilitator, lead, other } = await runningSummit(kit);
	for (const voice of [facilitator, lead, other]) hear(voice);
	const card = hear(await joinCard(kit, room));
	await lead.must({ type: 'lists:edit', list: 'never', add: ['Jake'], remove: [] });
	await facilitator.watch('queue');
	const marksOf = async (words: string) => {
		await card.must({
			type: 'station:contribute',
			station: 'neighbourhood',
			step: 'one-idea',
			entry: { type: 'words' },
			words
		});
		return facilitator.until(() =>
			Object.values(facilitator.rows('queue'))
				.map((row) => row as QueueRow)
				.find((row) => row.text === words)
		);
	};
	expect((await marksOf('jake one')).marks).toEqual([]);
	await lead.must({ type: 'lists:edit', list: 'never', add: [], remove: ['jake'] });
	expect((await marksOf('jake two')).marks).toEqual(['name']);
});
