/** What two adults press against each other, and what a hostile device sends: every question is answered (L7), nobody beside it notices. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandBody, DoAnswer } from '../../src/lib/live/protocol.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { Entry } from '../../src/lib/summit/stations/entries.ts';
import type { MineRow } from '../../src/lib/summit/topics/room.ts';
import { joinAs, joinCard, runningSummit, startKit } from './kit.ts';
import type { Kit, Voice } from './kit.ts';

let kit: Kit;
const voices: Voice[] = [];

beforeEach(async () => {
	kit = await startKit();
});
afterEach(async () => {
	for (const voice of voices.splice(0)) voice.close();
	await kit.close();
});

/** Whole numbers below `below`, the same in every run. */
function lots(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

async function twoFacilitators(): Promise<{ room: Room; first: Voice; second: Voice }> {
	const { room, facilitator: first, lead, other } = await runningSummit(kit);
	const second = await joinAs(kit, room, 'facilitator', { name: 'Robin Hale' });
	voices.push(first, second, lead, other);
	for (const one of [first, second]) await one.watch('summit', 'setup');
	return { room, first, second };
}
const codeOf = (answer: DoAnswer): string => (answer.ok ? 'ok' : answer.code);

test('S8, L7: two facilitators on opposite buttons: each press is done or refused, and both screens end on the same state', async () => {
	const { room, first, second } = await twoFacilitators();
	const draw = lots(20_270_115);
	const seen = (voice: Voice): number => voice.row<{ version: number }>('summit', 'controls')?.version ?? 0;
	const presses = ['pause', 'resume', 'blank', 'unblank'] as const;
	let done = 0;
	for (let round = 0; round < 20; round += 1) {
		const answers = await Promise.all(
			[first, second].map((voice) => {
				const press = presses[draw(presses.length)] ?? 'pause';
				const body: CommandBody =
					press === 'pause' || press === 'blank'
						? { type: `controls:${press}` }
						: { type: `controls:${press}`, seen: seen(voice) };
				return voice.do(body);
			})
		);
		for (const answer of answers) {
			expect(['ok', 'already_so', 'changed_meanwhile']).toContain(codeOf(answer));
			if (answer.ok) done += 1;
		}
	}
	expect(room.summit.controls.version).toBe(done);
	for (const voice of [first, second]) {
		await voice.until(() => seen(voice) === done);
		const { paused, blanked } = room.summit.controls;
		expect(voice.row('summit', 'controls')).toMatchObject({ paused, blanked, version: done });
	}
});

test('L7: of two who loosen or edit the same thing at once exactly one is done, and the other is told why', async () => {
	const { room, first, second } = await twoFacilitators();
	const version = (station: string): number => room.summit.stations.get(station)?.version ?? 0;
	async function both(one: CommandBody, two: CommandBody): Promise<string[]> {
		const answers = await Promise.all([first.do(one), second.do(two)]);
		return answers.map(codeOf).sort();
	}
	const school = { station: 'school', seen: version('school') };
	expect(await both({ type: 'station:open', ...school }, { type: 'station:open', ...school })).toEqual([
		'changed_meanwhile',
		'ok'
	]);
	const opened = { station: 'neighbourhood', seen: version('neighbourhood') };
	// Towards safety nothing needs a version: pausing is done whatever the other pressed (S8).
	const answers = await both(
		{ type: 'station:pause', station: 'neighbourhood' },
		{ type: 'station:reveal', ...opened }
	);
	expect(answers).toContain('ok');
	expect(room.summit.stations.get('neighbourhood')?.status).toBe('paused');
	const paused = { station: 'neighbourhood', seen: version('neighbourhood') };
	expect(await both({ type: 'station:resume', ...paused }, { type: 'station:close', ...paused })).toEqual([
		'changed_meanwhile',
		'ok'
	]);
	const { version: seen } = room.summit.setup;
	const edits = await Promise.all([
		first.do({ type: 'setup:edit', seen, change: { quietRoom: 'Library' } }),
		second.do({ type: 'setup:edit', seen, change: { quietRoom: 'Music room' } })
	]);
	expect(edits.map(codeOf).sort()).toEqual(['changed_meanwhile', 'ok']);
	expect(room.summit.setup.settings.quietRoom).toBe(edits[0].ok ? 'Library' : 'Music room');
});

const own = (text: string): unknown => JSON.parse(text) as unknown;
const nested = (levels: number): unknown => own('['.repeat(levels) + ']'.repeat(levels));
/** Small enough that no message is larger than a socket takes: what is too large closes it, and is another test's. */
const NESTED = nested(1_500);
const DEEP = own(`${'{"a":'.repeat(400)}1${'}'.repeat(400)}`);
const ABYSS = nested(2_500);

/** Ids of others a device should never know, and uses all the same. */
interface Known {
	card: string;
	person: string;
	item: string;
	worry: string;
	contribution: string;
	step: string;
}

function forged(draw: (below: number) => number, known: Known): unknown {
	const id = [
		chance.id(),
		'x'.repeat(9),
		'',
		'\ud800abcdefgh',
		'a'.repeat(64),
		'__proto__',
		7,
		null,
		{ toString: null }
	][draw(9)];
	const seen = [0, 1, -1, 0.5, 1e308, Number.NaN, '0', null, { valueOf: 1 }][draw(9)];
	const { card, person, item, worry, contribution, step } = known;
	const station = ['neighbourhood', 'nowhere', '__proto__', 'constructor', '', NESTED][draw(6)];
	const entry = [
		{ type: 'words' },
		{ type: 'mark', at: [Number.NaN, 2], place: null, feeling: 'safe', when: [], with: [], why: [] },
		{ type: 'choices', choices: ['toString', '__proto__'] },
		DEEP,
		null
	][draw(5)];
	const words = ['lone \udc00 half', 'x'.repeat(4001), NESTED, 5, '\u0000\u202e'][draw(5)];
	const all: unknown[] = [
		...[null, Number.NaN, true, '', 'do', [], [[]], ABYSS, DEEP, {}, Buffer.from([1, 2, 3])],
		own(`{"__proto__":{"role":"lead"},"id":"abcdefgh","type":"worry:see","worry":"${worry}"}`),
		own('{"id":"abcdefgh","type":"__proto__"}'),
		own('{"constructor":{"prototype":{"role":"lead"}},"id":"abcdefgh","type":"plan:sign","seen":0}'),
		{ id, type: ['toString', 'hasOwnProperty', '', 5, NESTED, 'kit', 'station:contribute'][draw(7)], seen },
		{ id, type: 'station:contribute', station, step, entry, words },
		{ id, type: 'station:contribute', station: 'neighbourhood', step, entry, words, card },
		{ id, type: 'station:withdraw', station: 'neighbourhood', contribution },
		{ id, type: 'station:withdraw', station: 'school', contribution: ABYSS },
		{ id, type: 'station:release', station: 'neighbourhood' },
		{ id, type: 'station:pause', station: 'neighbourhood', seen },
		{ id, type: 'controls:pause', actor: { role: 'facilitator', id: person } },
		{ id, type: 'cards:remove', card },
		{ id, type: 'cards:join', school: 'northbank', band: '9-11', headcount: 12 },
		{ id, type: 'people:join', person: 'somebody-new', name: 'Me', role: 'lead', school: 'northbank', account: null },
		{ id, type: 'people:revoke', person },
		{ id, type: 'words:show', item, seen },
		{ id, type: 'words:settle', items: [item] },
		{ id, type: 'worry:see', worry },
		{ id, type: 'summit:close' },
		{ id, type: 'doors:close', as: 'facilitator' },
		{ id, type: 'setup:edit', seen, change: { threshold: 1, __proto__: { quietRoom: 'x' } } },
		{ id, type: 'backing:give', ideas: [item, item] },
		{ id, type: 'plan:sign', seen }
	];
	return all[draw(all.length)];
}

test('L7, S7: two thousand malformed and forged messages change nothing, and a bystander’s work comes out exactly right', async () => {
	const { room, facilitator, lead, other } = await runningSummit(kit);
	const bystander = await joinCard(kit, room);
	const rest = await Promise.all(Array.from({ length: 32 }, () => joinCard(kit, room)));
	const helper = await joinAs(kit, room, 'observer', { name: 'Kim' });
	const wall = await joinAs(kit, room, 'wall');
	const hostile = [...rest, helper, wall];
	voices.push(facilitator, lead, other, bystander, ...hostile);
	await bystander.watch(`card:${bystander.id}`, 'summit');
	const steps = room.summit.stations.get('neighbourhood')?.settings.steps ?? [];
	const step = steps.find(({ type }) => type === 'words')?.id ?? '';
	const marks = steps.find(({ type }) => type === 'marks')?.id ?? '';
	const contribute = { type: 'station:contribute', station: 'neighbourhood' } as const;
	const first = await bystander.must({ ...contribute, step, entry: { type: 'words' }, words: 'a bench, number 0' });
	const { worry } = await bystander.must({ type: 'talk:ask', how: 'come', aboutAdult: false });
	const known: Known = {
		...{ card: bystander.id, person: lead.id, step, worry: String(worry) },
		item: [...room.summit.queue.items.keys()][0] ?? '',
		contribution: String(first['contribution'])
	};

	const draw = lots(20_261_122);
	const answered: Promise<unknown>[] = [];
	let silent = 0;
	for (let count = 0; count < 2_000; count += 1) {
		const { socket } = hostile[count % hostile.length] ?? helper;
		// Straight to the wire: these are not shapes the typed socket would let through.
		const emit = socket.emit.bind(socket) as (event: string, ...sent: unknown[]) => void;
		const message = forged(draw, known);
		const event = ['do', 'do', 'do', 'do', 'watch', 'unwatch', 'frame', 'beat'][draw(8)] ?? 'do';
		if (event === 'frame' || event === 'beat' || draw(8) === 0) {
			silent += 1;
			emit(event, message, ...(draw(2) === 0 ? [] : [NESTED]));
		} else {
			const asks = [[{ topic: `worries:${lead.id}` }], [{ topic: `card:${bystander.id}`, since: 1e308 }], message];
			answered.push(new Promise((resolve) => emit(event, event === 'watch' ? asks[draw(3)] : message, resolve)));
		}
	}
	// Meanwhile one student works as if nothing happened.
	const mine: string[] = [];
	for (let count = 1; count <= 12; count += 1) {
		const body = { ...contribute, step, entry: { type: 'words' }, words: `a bench, number ${count}` } as const;
		mine.push(String((await bystander.must(body))['contribution']));
	}
	await bystander.must({ type: 'station:withdraw', station: 'neighbourhood', contribution: mine[3] ?? '' });
	const place = room.summit.stations.get('neighbourhood')?.settings;
	const spot = place?.kind === 'map' ? (place.places[0]?.id ?? '') : '';
	const entry: Entry = { type: 'mark', at: null, place: spot, feeling: 'safe', when: [], with: [], why: [] };
	await bystander.must({ ...contribute, step: marks, entry });

	const answers = await Promise.all(answered);
	expect(answers.length + silent).toBe(2_000);
	for (const answer of answers) expect(answer).toHaveProperty('ok');
	const heard = JSON.stringify(answers);
	expect(heard).not.toContain('a bench');
	expect(heard).not.toContain('undefined');
	// Nothing of it was a fault of the kit's own.
	expect(heard).not.toContain('server_busy');

	const { summit } = room;
	const texts = [...summit.queue.items.values()].filter(({ card }) => card === bystander.id).map(({ text }) => text);
	expect(texts).toEqual(Array.from({ length: 13 }, (_, count) => `a bench, number ${count}`));
	const shown = await bystander.until(() => {
		const row = bystander.row<MineRow>(`card:${bystander.id}`, 'mine:neighbourhood');
		return row && row.marks.some((mark) => mark.step === marks) ? row : null;
	});
	expect(shown.marks.map(({ id }) => id)).toEqual([
		known.contribution,
		...mine.filter((_, at) => at !== 3),
		expect.any(String)
	]);
	expect(summit.worries.list.get(known.worry)?.state).toBe('new');
	expect([...summit.cards.list.values()].filter(({ removedAt }) => removedAt !== null)).toEqual([]);
	expect(summit.cards.list.size).toBe(33);
	expect(summit.people.list.size).toBe(6);
	expect(summit.stations.get('neighbourhood')?.status).toBe('open');
	expect(summit.controls).toMatchObject({ paused: false, version: 0 });
	expect(summit.setup.settings.threshold).toBe(5);
	expect(summit.doors.open).toBe(true);
	expect([...summit.queue.items.values()].filter(({ state }) => state !== 'waiting')).toEqual([]);
	for (const voice of voices) expect(voice.socket.connected).toBe(true);
	expect(await facilitator.must({ type: 'controls:pause' })).toEqual({});
}, 60_000);
