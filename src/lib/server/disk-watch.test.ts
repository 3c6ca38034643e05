import { beforeEach, expect, test } from 'vitest';
import { handClock } from './clock.ts';
import type { HandClock } from './clock.ts';
import { createDiskWatch } from './disk-watch.ts';
import type { DiskWatch } from './disk-watch.ts';
import { StoreConflict, StoreFull, StoreReadOnly } from './store/errors.ts';

let clock: HandClock;
let disk: DiskWatch;
let told: unknown[];
/** What the next tries throw; then the disk takes them. */
let inTheWay: Error[];
let tries: number;

beforeEach(() => {
	clock = handClock(0);
	disk = createDiskWatch({ clock });
	[told, inTheWay, tries] = [[], [], 0];
	disk.onChange(() => told.push(disk.trouble));
	disk.tryBy(async () => {
		tries += 1;
		const error = inTheWay.shift();
		if (error) throw error;
	});
});

async function pass(ms: number): Promise<void> {
	clock.advance(ms);
	await new Promise((resolve) => setImmediate(resolve));
}

test('L7: a disk in trouble is told of once, is tried again and again, and what it says then is what it is', async () => {
	inTheWay = [new StoreFull(), new StoreReadOnly()];
	disk.heard(new StoreFull());
	disk.heard(new StoreFull());
	await pass(1_999);
	expect(tries).toBe(0);
	await pass(1);
	await pass(2_000);
	expect(told).toEqual(['full', 'read_only']);
	await pass(2_000);
	expect(told).toEqual(['full', 'read_only', null]);
	await pass(60_000);
	expect(tries).toBe(3);
});

test('L7: what is no fault of the disk is passed over, and a disk that is closed is tried no more', async () => {
	disk.heard(new StoreConflict('Somebody else was quicker.'));
	disk.heard(new Error('anything else'));
	expect(disk.trouble).toBeNull();
	disk.heard(Object.assign(new Error('a file'), { code: 'ENOSPC' }));
	expect(disk.trouble).toBe('full');
	disk.close();
	await pass(60_000);
	expect(tries).toBe(0);
});
