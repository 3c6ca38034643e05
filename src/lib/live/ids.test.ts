import { describe, expect, it } from 'vitest';
import { commandId } from './ids.ts';

const ones = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0xff);

describe('the ids a device makes', () => {
	it('L2: are UUIDs of version 7 with the time in front', () => {
		expect(commandId(0x0123456789ab, ones)).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
	});

	it('L2: sort by the millisecond they were made in', () => {
		const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((now) => commandId(now));
		expect([...ids].sort()).toEqual(ids);
	});

	it('L2: differ within a millisecond', () => {
		expect(new Set(Array.from({ length: 2000 }, () => commandId(1_700_000_000_000))).size).toBe(2000);
	});
});
