import { expect, it } from 'vitest';
import { latePress } from './late-press.ts';

function setUp() {
	const timers = new Map<number, () => void>();
	let next = 0;
	const sent: string[] = [];
	const presses = latePress<string>((value) => sent.push(value), {
		after: (run) => {
			next += 1;
			timers.set(next, run);
			return next;
		},
		cancel: (timer) => void timers.delete(Number(timer))
	});
	const ring = () => {
		for (const [id, run] of [...timers]) {
			timers.delete(id);
			run();
		}
	};
	return { presses, sent, ring, timers };
}

it('presses on one thing are sent as one, the last; each thing by itself', () => {
	const { presses, sent, ring } = setUp();
	presses.press('chat', 'safe');
	presses.press('chat', 'unsafe');
	presses.press('games', 'mixed');
	expect(sent).toEqual([]);
	ring();
	expect(sent).toEqual(['unsafe', 'mixed']);
});

it('leaving the screen sends what waits, once', () => {
	const { presses, sent, ring, timers } = setUp();
	presses.press('chat', 'safe');
	presses.flush();
	expect(sent).toEqual(['safe']);
	expect(timers.size).toBe(0);
	ring();
	presses.flush();
	expect(sent).toEqual(['safe']);
});
