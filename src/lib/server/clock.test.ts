import { expect, test } from 'vitest';
import { handClock, systemClock } from './clock.ts';

test('the hand clock calls what falls due in the order of its time, at its time', () => {
	const clock = handClock(1000);
	const heard: string[] = [];
	clock.after(300, () => heard.push(`late ${clock.now()}`));
	clock.after(100, () => heard.push(`early ${clock.now()}`));
	clock.advance(99);
	expect(heard).toEqual([]);
	clock.advance(500);
	expect(heard).toEqual(['early 1100', 'late 1300']);
	expect(clock.now()).toBe(1599);
});

test('the hand clock forgets what was cancelled and runs what a call schedules', () => {
	const clock = handClock(0);
	const heard: number[] = [];
	const cancel = clock.after(10, () => heard.push(-1));
	clock.after(5, () => {
		cancel();
		clock.after(5, () => heard.push(clock.now()));
	});
	clock.advance(20);
	expect(heard).toEqual([10]);
});

test('the hand clock keeps the order of two timers due at the same moment', () => {
	const clock = handClock(0);
	const heard: string[] = [];
	clock.after(10, () => heard.push('first'));
	clock.after(10, () => heard.push('second'));
	clock.advance(10);
	expect(heard).toEqual(['first', 'second']);
});

test('the system clock calls back, and not after it was cancelled', async () => {
	const clock = systemClock();
	let cancelled = 'not called';
	clock.after(0, () => {
		cancelled = 'called';
	})();
	const before = clock.now();
	await new Promise<void>((done) => clock.after(1, done));
	expect(clock.now()).toBeGreaterThanOrEqual(before);
	expect(cancelled).toBe('not called');
});

test('the system clock does not fire at once for a wait longer than a timer can hold', async () => {
	const clock = systemClock();
	let fired = false;
	const cancel = clock.after(90 * 24 * 3_600_000, () => {
		fired = true;
	});
	await new Promise<void>((done) => clock.after(5, done));
	cancel();
	expect(fired).toBe(false);
});
