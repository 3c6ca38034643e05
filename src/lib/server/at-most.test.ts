import { expect, test } from 'vitest';
import { atMost, TooManyWaiting } from './at-most.ts';

function latch() {
	const opened = Promise.withResolvers<undefined>();
	return { opened: opened.promise, open: () => opened.resolve(undefined) };
}

test('only so many run at once, the others in the order they came', async () => {
	const gate = atMost({ running: 2, waiting: 10 });
	const latches = [latch(), latch(), latch(), latch()];
	const began: number[] = [];
	const runs = latches.map(({ opened }, i) =>
		gate.run(async () => {
			began.push(i);
			await opened;
		})
	);
	expect(began).toEqual([0, 1]);
	latches[1]?.open();
	await runs[1];
	latches[2]?.open();
	await runs[2];
	expect(began).toEqual([0, 1, 2, 3]);
	latches[0]?.open();
	latches[3]?.open();
	await Promise.all(runs);
});

test('work that fails gives its place back', async () => {
	const gate = atMost({ running: 1, waiting: 0 });
	await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await gate.run(async () => 'yes')).toBe('yes');
});

test('a full line takes nobody else', async () => {
	const gate = atMost({ running: 1, waiting: 1 });
	const { opened, open } = latch();
	const runs = [gate.run(() => opened), gate.run(() => opened)];
	await expect(gate.run(() => opened)).rejects.toThrow(TooManyWaiting);
	open();
	await Promise.all(runs);
});
