/** What two adults press against each other: every press is answered, and both end on the same state (L7). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandBody, DoAnswer } from '../../src/lib/live/protocol.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { lots } from './hostile.ts';
import { joinAs, runningSummit, startKit } from './kit.ts';
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
