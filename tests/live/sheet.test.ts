/**
 * S6, S7, S12: the hand-off sheet as a file and a receiver's pages, asked of production's own process as everybody who might:
 * whoever may not read the worry is answered as if it did not exist, and nothing leaves without standing in the log.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import type { CommandBody } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import type { Duty, PersonRole } from '../../src/lib/summit/people.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import { readySettings } from './kit.ts';
import { Production, prepare } from './production.ts';

interface Cast {
	summit: string;
	/** Opened, naming Jo Cole; and one nobody has opened. */
	worry: string;
	unopened: string;
	/** Cookies by name. */
	cookies: Record<string, string>;
	lead: string;
}

let dataDir: string;
let kit: Production;
let cast: Cast;

async function castOf(): Promise<Cast> {
	return prepare(dataDir, async (app) => {
		const person = { name: 'Sam', account: null };
		const made = await app.rooms.create({ settings: readySettings(), rehearsal: false, person });
		const room = made.ok ? await app.rooms.get(made.summit) : null;
		if (!made.ok || !room) throw new Error('no summit');
		const cookies: Record<string, string> = {};
		let count = 0;
		const must = async (actor: Actor, body: CommandBody): Promise<Record<string, unknown>> => {
			const answer = await room.do(actor, { ...body, id: `making-${(count += 1)}-x` });
			if (!answer.ok) throw new Error(`${body.type}: ${answer.code}`);
			return answer.answer;
		};
		const admit = async (
			name: string,
			{ role, school = null, duty }: { role: PersonRole; school?: string | null; duty?: Duty }
		): Promise<Actor> => {
			const joined = await app.identity.admit({ room, role, name, school, account: null, duty });
			if (!joined.ok) throw new Error(joined.code);
			cookies[name] = `${cookieName(role, room.id)}=${joined.token}`;
			if (role === 'lead') await must({ role, id: joined.person }, { type: 'people:answer' });
			return { role, id: joined.person };
		};
		const facilitator = await admit('Alex Morgan', { role: 'facilitator' });
		const lead = await admit('Rae Lind', { role: 'lead', school: 'northbank' });
		await admit('Jo Cole', { role: 'lead', school: 'northbank' });
		await admit('Amir Hassan', { role: 'lead', school: 'harbour-lane' });
		await admit('Una Hart', { role: 'lead', school: 'northbank', duty: 'receiver' });
		await admit('Robin', { role: 'stationLead' });
		await must(facilitator, { type: 'doors:open', seen: 0 });
		const entrance = { key: room.summit.doors.key ?? '' };
		const card = await app.join.join({ entrance, school: 'northbank', band: '9-11', headcount: 1 });
		if (!card.ok) throw new Error(card.code);
		cookies['card'] = `${cookieName('card', room.id)}=${card.token}`;
		const student: Actor = { role: 'card', id: card.card };
		const ask = { type: 'talk:ask', how: 'come', aboutAdult: false } as const;
		const worry = String((await must(student, { ...ask, words: 'Mr Cole zq7qz' }))['worry']);
		const unopened = String((await must(student, ask))['worry']);
		await must(lead, { type: 'worry:see', worry });
		return { summit: room.id, worry, unopened, cookies, lead: lead.id };
	});
}

beforeAll(async () => {
	await ensureBuilt();
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-'));
	cast = await castOf();
	kit = await Production.start(dataDir);
});
afterAll(async () => {
	await kit.stop();
	await rm(dataDir, { recursive: true, force: true });
});

const sheet = (worry: string, cookie: string | undefined, headers: Record<string, string> = {}) =>
	kit.ask(`/staff/${cast.summit}/worries/${worry}/sheet.pdf`, {
		...{ form: {}, headers },
		...(cookie === undefined ? {} : { cookie })
	});

test('S6, S7: the sheet goes to who may read the worry and has opened it, and to nobody else', async () => {
	for (const name of ['Rae Lind', 'Una Hart']) {
		const { status, headers, body } = await sheet(cast.worry, cast.cookies[name]);
		expect([name, status, headers.get('content-type')]).toEqual([name, 200, 'application/pdf']);
		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('content-disposition')).toBe('attachment; filename="hand-off-sheet.pdf"');
		expect(body.startsWith('%PDF-1.7')).toBe(true);
	}
	const no = async (name: string, worry = cast.worry) => (await sheet(worry, cast.cookies[name])).status;
	expect(await no('Jo Cole')).toBe(404);
	expect(await no('Jo Cole', 'nothing-1')).toBe(404);
	expect(await no('Amir Hassan')).toBe(404);
	expect(await no('Rae Lind', cast.unopened)).toBe(409);
	expect(await no('Una Hart', cast.unopened)).toBe(404);
	for (const name of ['Alex Morgan', 'Robin', 'card', 'nobody']) expect([name, await no(name)]).toEqual([name, 403]);
	const elsewhere = await sheet(cast.worry, cast.cookies['Rae Lind'], { origin: 'https://elsewhere.example' });
	expect(elsewhere.status).toBe(403);
	const looked = await kit.ask(`/staff/${cast.summit}/worries/${cast.worry}/sheet.pdf`, {
		cookie: cast.cookies['Rae Lind'] ?? ''
	});
	expect(looked.status).toBe(405);
});

test('S7: a receiver of allegations opens Worries, and no other page or file', async () => {
	const cookie = cast.cookies['Una Hart'] ?? '';
	const at = async (where: string) => (await kit.ask(`/staff/${cast.summit}/${where}`, { cookie })).status;
	expect(await at('worries')).toBe(200);
	for (const page of ['run', 'queue', 'plan', 'set-up']) expect([page, await at(page)]).toEqual([page, 403]);
	for (const file of ['plan/plan.csv', 'plan/plan.json', 'plan/print', 'maps/neighbourhood/heat'])
		expect([file, await at(file)], file).not.toEqual([file, 200]);
	const links = await kit.ask(`/staff/${cast.summit}/links`, {
		...{ cookie, json: { role: 'lead', school: 'northbank' } },
		headers: { origin: kit.url }
	});
	expect(links.status).toBe(401);
	const marks = await kit.ask(`/staff/${cast.summit}/maps/neighbourhood/marks`, { cookie, form: {} });
	expect(marks.status).toBe(403);
});

test('S12: each sheet stands in the log with who took it; what was refused left no trace', async () => {
	await kit.stop();
	const acts = await prepare(dataDir, async (app) => {
		const room = await app.rooms.get(cast.summit);
		return [...(room?.summit.worries.list.values() ?? [])].map(({ acts: done }) =>
			done.map(({ did, by }) => [did, by])
		);
	});
	expect(acts[0]?.filter(([did]) => did === 'sheet')).toHaveLength(2);
	expect(acts[0]?.[0]).toEqual(['sheet', `lead:${cast.lead}`]);
	expect(acts[1]?.filter(([did]) => did === 'sheet')).toEqual([]);
	kit = await Production.start(dataDir);
});
