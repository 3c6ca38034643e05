import { expect, test } from 'vitest';
import { z } from 'zod';
import { traceOf } from './log.ts';

function thrownBy(work: () => unknown): unknown {
	try {
		return work();
	} catch (error) {
		return error;
	}
}

test('S1, S12: a crash report says what and where, and quotes nobody’s words', () => {
	const own = traceOf(new Error('The log of a summit is empty'));
	expect(own).toMatch(/^Error: The log of a summit is empty\n\s+at .*log\.test\.ts/);
	const words = '{"words": my uncle zebra';
	const unread = thrownBy(() => JSON.parse(words) as unknown);
	// What it would say by itself.
	expect(String(unread)).toContain('uncle');
	expect(traceOf(unread)).toMatch(/^SyntaxError\n\s+at /);
	expect(traceOf(unread)).not.toMatch(/uncle|zebra/);
	const unfit = thrownBy(() => z.strictObject({ id: z.string() }).parse({ zebra: 'my uncle' }));
	expect(traceOf(unfit)).not.toMatch(/uncle|zebra/);
	expect(traceOf('my uncle zebra')).toBe('unknown');
	const carrying = Object.assign(new Error('Not stored'), { row: 'my uncle zebra' });
	expect(traceOf(carrying)).not.toContain('zebra');
});
