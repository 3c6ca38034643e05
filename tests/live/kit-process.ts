/**
 * A kit as a process of its own, so that a test can kill it: `node kit-process.ts PORT DATA_DIR CARDS`. On an empty folder it
 * makes a running summit with that many cards; either way it prints one line of JSON once it listens. Then it takes orders,
 * a word to a line, that make its disk work while students write, and says in a line of JSON when one is done.
 */
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { createApp } from '../../src/lib/server/app.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { HELP_UK } from '../../src/lib/summit/templates/help-uk.ts';
import { standardTemplate } from '../../src/lib/summit/templates/standard.ts';
import { receiver } from '../../src/lib/summit/testing.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import { must } from './erasure-day.ts';

export interface Part {
	id: string;
	token: string;
}
export interface Started {
	summit: string;
	/** Empty, and nobody else, where there was a summit already. */
	cards: Part[];
	facilitator: Part | null;
	wall: Part | null;
}
/** What can be ordered: a student joins; the journal goes into the database; a rehearsal is made, thrown away and its room
 * in the file with it; another summit is made, written in, closed, and its words are erased. */
export type Order = 'join' | 'checkpoint' | 'rehearsal' | 'erase';
export type Done =
	| { done: 'join'; card: Part }
	| { done: 'erase'; summit: string }
	| { done: 'checkpoint' | 'rehearsal' }
	/** It threw this; what came of it is for the next start to say. */
	| { done: 'nothing'; order: Order; code: string };

const [, , port = '', dataDir = '', cards = '0'] = process.argv;
const KEY_DIR = process.env['KEY_DIR'];
const config = readConfig({ PORT: port, DATA_DIR: dataDir, SECOND_FACTOR: '0', ...(KEY_DIR && { KEY_DIR }) });
const app = await createApp({ config, clock: systemClock() });
const server = createServer((request, response) => app.engine.handleRequest(request, response));
server.on('upgrade', (request, line, head) => app.engine.handleUpgrade(request, line, head));
await new Promise<void>((resolve) => server.listen(config.port, '127.0.0.1', resolve));

const [already] = await app.rooms.list();
const room = already ?? (await running());
const started = already ? { summit: already.id, cards: [], facilitator: null, wall: null } : await people();
console.log(JSON.stringify(started satisfies Started));
createInterface({ input: process.stdin }).on('line', (order) => {
	// Written by kit-child.ts.
	void tried(order as Order).then((done) => console.log(JSON.stringify(done satisfies Done)));
});

async function tried(order: Order): Promise<Done> {
	try {
		return await carryOut(order);
	} catch (error) {
		const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
		return { done: 'nothing', order, code: typeof code === 'string' ? code : String(error) };
	}
}

async function carryOut(order: Order): Promise<Done> {
	switch (order) {
		case 'join':
			return { done: order, card: await joinIn(room) };
		case 'checkpoint':
			await app.store.settle();
			return { done: order };
		case 'rehearsal': {
			const made = await create(true);
			await app.rooms.discard(made.id);
			return { done: order };
		}
		case 'erase':
			return { done: order, summit: await eraseAnother() };
	}
}

async function create(rehearsal: boolean): Promise<Room> {
	const template = standardTemplate({ date: '2027-01-15', nextUpdate: '2027-01-29', helpPack: HELP_UK });
	const schools = [{ id: 'northbank', name: 'Northbank School' }];
	const settings = { ...template, schools, allegations: [receiver('northbank')], quietRoom: 'Library' };
	const made = await app.rooms.create({ settings, rehearsal, person: { name: 'Sam', account: null } });
	const fresh = made.ok ? await app.rooms.get(made.summit) : null;
	if (!fresh) throw new Error('no summit');
	return fresh;
}

async function running(): Promise<Room> {
	const fresh = await create(false);
	const lead = await app.identity.admit({
		room: fresh,
		role: 'lead',
		name: 'Jo Cole',
		school: 'northbank',
		account: null
	});
	if (!lead.ok) throw new Error(lead.code);
	await must(fresh, { role: 'lead', id: lead.person }, { type: 'people:answer' });
	const sam = facilitatorOf(fresh);
	await must(fresh, sam, { type: 'doors:open', seen: 0 });
	await must(fresh, sam, { type: 'station:open', station: 'neighbourhood', seen: 0 });
	return fresh;
}

function facilitatorOf(fresh: Room): Actor {
	const found = [...fresh.summit.people.list.values()].find(({ role }) => role === 'facilitator');
	return { role: 'facilitator', id: found?.id ?? '' };
}

async function joinIn(fresh: Room): Promise<Part> {
	const key = fresh.summit.doors.key ?? '';
	const joined = await app.join.join({ entrance: { key }, school: 'northbank', band: '9-11', headcount: 1 });
	if (!joined.ok) throw new Error(joined.code);
	await must(fresh, { role: 'card', id: joined.card }, { type: 'cards:agree' });
	return { id: joined.card, token: joined.token };
}

async function people(): Promise<Started> {
	const admit = async (role: 'facilitator' | 'wall', name: string): Promise<Part> => {
		const admitted = await app.identity.admit({ room, role, name, school: null, account: null });
		if (!admitted.ok) throw new Error(admitted.code);
		return { id: admitted.person, token: admitted.token };
	};
	const facilitator = await admit('facilitator', 'Alex');
	const wall = await admit('wall', 'Hall');
	const list: Part[] = [];
	for (let number = 0; number < Number(cards); number += 1) list.push(await joinIn(room));
	return { summit: room.id, cards: list, facilitator, wall };
}

/** Resolves, with its id, when its words are erased and the receipt stands in its log. */
async function eraseAnother(): Promise<string> {
	const fresh = await running();
	const student: Actor = { role: 'card', id: (await joinIn(fresh)).id };
	const step = { type: 'station:contribute', station: 'neighbourhood', step: 'one-idea' } as const;
	for (let number = 0; number < 20; number += 1)
		await must(fresh, student, { ...step, entry: { type: 'words' }, words: `zebra number ${number}` });
	const found = [...fresh.summit.people.list.values()].find(({ role }) => role === 'lead');
	const lead: Actor = { role: 'lead', id: found?.id ?? '' };
	await must(fresh, lead, { type: 'summit:clear', reason: 'They are read another day.' });
	await must(fresh, facilitatorOf(fresh), { type: 'summit:close' });
	const erased = new Promise<void>((resolve) => {
		fresh.onChange(({ events }) => events.some(({ type }) => type === 'retention:erased') && resolve());
	});
	const confirm = fresh.summit.setup.settings.name;
	await must(fresh, lead, { type: 'retention:erase-now', reason: 'finished', confirm });
	await erased;
	return fresh.id;
}
