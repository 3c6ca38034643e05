import { expect, it } from 'vitest';
import { PATIENCE } from './around.ts';
import { createWait } from './wait.ts';

const { answer } = PATIENCE;

it('L7: an answer from far away is waited for longer each time, with an end, and a near one shortens it again', () => {
	let now = 0;
	const wait = createWait({ patience: PATIENCE, ticks: () => now });
	now = answer;
	wait.unanswered(0);
	expect(wait.most()).toBe(2 * answer);
	now = 1.5 * answer;
	wait.answered(0);
	expect(wait.most()).toBe(3 * answer);
	for (const asked of [now, now, now]) {
		now += 4 * answer;
		wait.unanswered(asked);
	}
	expect(wait.most()).toBe(4 * answer);
	wait.answered(now - 10);
	expect(wait.most()).toBe(answer);
});

it('L7: a line that broke says nothing about how long answers take', () => {
	const wait = createWait({ patience: PATIENCE, ticks: () => 5 });
	wait.unanswered(0);
	expect(wait.most()).toBe(answer);
});
