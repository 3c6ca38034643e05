/**
 * A kit as a process of its own, so that a test can kill it: `node kit-process.ts PORT DATA_DIR CARDS`. On an empty folder it
 * makes a running summit with that many cards; either way it prints one line of JSON once it listens.
 */
import { createServer } from 'node:http';
import { createApp } from '../../src/lib/server/app.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { HELP_UK } from '../../src/lib/summit/templates/help-uk.ts';
import { standardTemplate } from '../../src/lib/summit/templates/standard.ts';
import type { CommandBody } from '../../src/lib/live/protocol.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';

export interface Started {
	summit: string;
	cards: { card: string; token: string }[];
}

const [, , port = '', dataDir = '', cards = '0'] = process.argv;
const config = readConfig({ PORT: port, DATA_DIR: dataDir, SECOND_FACTOR: '0' });
const app = await createApp({ config, clock: systemClock() });
const server = createServer((request, response) => app.engine.handleRequest(request, response));
server.on('upgrade', (request, line, head) => app.engine.handleUpgrade(request, line, head));
await new Promise<void>((resolve) => server.listen(config.port, '127.0.0.1', resolve));

const [already] = await app.rooms.list();
console.log(JSON.stringify(already ? { summit: already.id, cards: [] } : await prepare()));

async function prepare(): Promise<Started> {
	const template = standardTemplate({ date: '2027-01-15', nextUpdate: '2027-01-29', helpPack: HELP_UK });
	const schools = [{ id: 'northbank', name: 'Northbank School' }];
	const person = { name: 'Sam', account: null };
	const head = { school: 'northbank', as: 'head' as const, name: 'Dr Lowe', contact: '01632 960 001' };
	const settings = { ...template, schools, allegations: [head], quietRoom: 'Library' };
	const made = await app.rooms.create({ settings, rehearsal: false, person });
	const room = made.ok ? await app.rooms.get(made.summit) : null;
	if (!made.ok || !room) throw new Error('no summit');
	let count = 0;
	const must = async (actor: Actor, body: CommandBody): Promise<void> => {
		const answer = await room.do(actor, { ...body, id: `setting-up-${count++}` });
		if (!answer.ok) throw new Error(`${body.type}: ${answer.code}`);
	};
	const lead = await app.identity.admit({ room, role: 'lead', name: 'Jo Cole', school: 'northbank', account: null });
	if (!lead.ok) throw new Error(lead.code);
	await must({ role: 'lead', id: lead.person }, { type: 'people:answer' });
	const facilitator: Actor = { role: 'facilitator', id: made.person };
	await must(facilitator, { type: 'doors:open', seen: 0 });
	await must(facilitator, { type: 'station:open', station: 'neighbourhood', seen: 0 });
	const list: Started['cards'] = [];
	for (let number = 0; number < Number(cards); number += 1) {
		const key = room.summit.doors.key ?? '';
		const joined = await app.join.join({ entrance: { key }, school: 'northbank', band: '9-11', headcount: 1 });
		if (!joined.ok) throw new Error(joined.code);
		await must({ role: 'card', id: joined.card }, { type: 'cards:agree' });
		list.push({ card: joined.card, token: joined.token });
	}
	return { summit: room.id, cards: list };
}
