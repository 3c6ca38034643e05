import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';

const ask = { onlyHere: false, date: '2026-12-25', today: '2026-12-25', on: 'run' as const };
const words = (change: Partial<Parameters<typeof adviceFor>[0]>) =>
	adviceFor({ ...ask, ...change }).map((item) => item.words);

test('S14: an address only this machine opens is said and keeps no doors shut', () => {
	expect(words({})).toEqual([]);
	expect(words({ onlyHere: true })).toEqual(['Only this machine can open this address. Phones need another one']);
	expect(adviceFor({ ...ask, onlyHere: true })).toMatchObject([{ required: false }]);
});

test('S14: another day than the one set up is said: at the console always, in the set-up once it has passed', () => {
	expect(words({ today: '2026-11-27' })).toEqual(['The day is 25 December, not today']);
	expect(words({ today: '2026-11-27', on: 'set-up' })).toEqual([]);
	for (const on of ['run', 'set-up'] as const)
		expect(words({ today: '2026-12-27', on })).toEqual(['The day was 25 December, not today']);
});
