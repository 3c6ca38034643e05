import { expect, test } from 'vitest';
import { parseTopic } from '../summit/roles.ts';
import type { Actor } from '../summit/subject.ts';
import { FACILITATOR, HOST_DEPUTY, HOST_LEAD, STATION_LEAD, Stage, say } from '../summit/testing.ts';
import type { CommandBody } from '../summit/testing.ts';
import { createWatched } from './watched.ts';

/** A summit whose topics are watched, and what each command names in them. */
function watching(stage: Stage, ...topics: string[]) {
	const watched = createWatched(() => stage.summit);
	const ask = (topic: string, since?: number) => {
		const parsed = parseTopic(topic);
		if (!parsed) throw new Error(`There is no topic ${topic}.`);
		return watched.ask(parsed, since === undefined ? { topic } : { topic, since });
	};
	for (const topic of topics) ask(topic);
	const after = (actor: Actor, body: CommandBody): Record<string, string[]> => {
		const from = stage.log.length;
		const rows = new Map<string, Set<string>>();
		stage.must(actor, body);
		for (const event of stage.log.slice(from)) watched.note(event, rows);
		return Object.fromEntries([...rows].map(([topic, keys]) => [topic, [...keys]]));
	};
	return { after, ask };
}

test('S7: a lead whom a worry names is not told that there is one, now or when they come back', () => {
	const stage = Stage.open(1);
	const [named, other] = [`worries:${HOST_LEAD.id}`, `worries:${HOST_DEPUTY.id}`];
	const { after, ask } = watching(stage, named, other);
	const since = stage.summit.seq;
	const told = after(stage.card(0), {
		type: 'talk:ask',
		how: 'later',
		aboutAdult: true,
		words: 'Mr Patel shouts at me'
	});
	const [key = ''] = told[other] ?? [];
	expect(key).toMatch(/^worry:/);
	expect(told[named]).toBeUndefined();
	const seen = after(HOST_DEPUTY, { type: 'worry:see', worry: key.slice('worry:'.length) });
	expect(seen[other]).toEqual([key]);
	expect(seen[named]).toBeUndefined();
	expect(ask(named, since).keys).toEqual([]);
	expect(ask(named).keys).not.toContain(key);
});

test('S2: what is decided about words names them on a wall only once they are shown, and again when they are taken off', () => {
	const stage = Stage.open(1);
	const { after } = watching(stage, 'wall', 'queue', 'late');
	const said = after(stage.card(0), say('more lamps'));
	const [item = ''] = stage.summit.queue.items.keys();
	expect(said['late']).toBeUndefined();
	for (const body of [
		{ type: 'words:show', item, seen: 0 },
		{ type: 'words:undo', item },
		{ type: 'words:keep', item, seen: 2, reason: 'unclear' },
		{ type: 'words:undo', item },
		{ type: 'words:show', item, seen: 4 }
	] as const) {
		const told = after(FACILITATOR, body);
		expect(told['queue']).toEqual([item]);
		expect(told['wall']).toBeUndefined();
	}
	stage.now += 6_000;
	const settled = after({ role: 'kit', id: 'kit' }, { type: 'words:settle', items: [item] });
	expect(settled['wall']).toEqual([`idea:${item}`]);
	expect(after(FACILITATOR, { type: 'words:undo', item })['wall']).toEqual([`idea:${item}`]);
});

test('S4: words that came late are named to nobody but leads', () => {
	const stage = Stage.open(1);
	const { after } = watching(stage, 'queue', 'late', 'wall');
	const seen = stage.summit.stations.get('neighbourhood')?.version ?? 0;
	stage.must(FACILITATOR, { type: 'station:close', station: 'neighbourhood', seen });
	after(stage.card(0), say('too late'));
	const [item = ''] = stage.summit.queue.items.keys();
	expect(stage.refused(STATION_LEAD, { type: 'words:take', item })).toBe('unknown_item');
	const taken = after(HOST_LEAD, { type: 'words:take', item });
	expect(taken).toEqual({ late: [item] });
});
