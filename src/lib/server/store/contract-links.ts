/* The part of the store's contract about links and pictures. */
import { expect, test } from 'vitest';
import { StoreConflict, StoreMissing } from './errors.ts';
import type { LinkRecord, PictureRecord, Store } from './port.ts';

const summit = 'summit-a';
const bystander = 'summit-b';

function newLink(over: Partial<LinkRecord> = {}): LinkRecord {
	return {
		hash: 'l1',
		summit,
		role: 'station-lead',
		detail: '{"station":"map"}',
		createdAt: 10,
		endsAt: 100,
		usedAt: null,
		revokedAt: null,
		...over
	};
}

function newPicture(over: Partial<PictureRecord> = {}): PictureRecord {
	const bytes = new Uint8Array([137, 80, 78, 71, 0]);
	return { id: 'p1', summit, type: 'image/png', width: 640, height: 480, bytes, school: true, ...over };
}

/** Expects two summits, `summit-a` and `summit-b`, in the store. */
export function linksAndPictures(store: () => Store): void {
	test('a link comes back as it was kept', async () => {
		await store().addLink(newLink());
		expect(await store().link('l1')).toEqual(newLink());
		expect(await store().link('l2')).toBeNull();
		await expect(store().addLink(newLink({ role: 'lead' }))).rejects.toThrow(StoreConflict);
		expect(await store().link('l1')).toEqual(newLink());
	});

	test('a link is used once, however many try at the same moment', async () => {
		await store().addLink(newLink());
		await store().addLink(newLink({ hash: 'l2' }));
		const tries = await Promise.all(Array.from({ length: 10 }, (_, i) => store().useLink({ hash: 'l1', at: 20 + i })));
		expect(tries.filter(Boolean)).toHaveLength(1);
		expect(await store().useLink({ hash: 'l1', at: 40 })).toBe(false);
		expect((await store().link('l1'))?.usedAt).toBe(20 + tries.indexOf(true));
		expect((await store().link('l2'))?.usedAt).toBeNull();
	});

	test('a link that ended, was revoked or never was cannot be used', async () => {
		await store().addLink(newLink());
		await store().addLink(newLink({ hash: 'l2' }));
		expect(await store().useLink({ hash: 'l1', at: 100 })).toBe(false);
		expect(await store().revokeLink({ hash: 'l2', at: 50 })).toBe(true);
		expect(await store().revokeLink({ hash: 'l2', at: 60 })).toBe(false);
		expect((await store().link('l2'))?.revokedAt).toBe(50);
		expect(await store().useLink({ hash: 'l2', at: 70 })).toBe(false);
		expect(await store().useLink({ hash: 'nothing', at: 20 })).toBe(false);
		expect(await store().revokeLink({ hash: 'nothing', at: 20 })).toBe(false);
		expect(await store().useLink({ hash: 'l1', at: 99 })).toBe(true);
	});

	test('links are listed by summit, oldest first; those to the kit itself apart', async () => {
		await store().addLink(newLink({ hash: 'younger', createdAt: 30 }));
		await store().addLink(newLink({ hash: 'older', createdAt: 20 }));
		await store().addLink(newLink({ hash: 'elsewhere', summit: bystander }));
		await store().addLink(newLink({ hash: 'kit', summit: null }));
		const listed = async (of: string | null) => (await store().links({ summit: of })).map(({ hash }) => hash);
		expect(await listed(summit)).toEqual(['older', 'younger']);
		expect(await listed(bystander)).toEqual(['elsewhere']);
		expect(await listed(null)).toEqual(['kit']);
	});

	test('a picture comes back byte for byte, and is listed without its bytes', async () => {
		await store().addPicture(newPicture());
		await store().addPicture(newPicture({ id: 'p0', school: false }));
		await store().addPicture(newPicture({ summit: bystander, bytes: new Uint8Array([1]) }));
		expect(await store().picture({ summit, id: 'p1' })).toEqual(newPicture());
		expect(await store().picture({ summit, id: 'p9' })).toBeNull();
		const listed = await store().pictures({ summit });
		expect(listed.map(({ id, school }) => [id, school])).toEqual([
			['p0', false],
			['p1', true]
		]);
		for (const entry of listed) expect(entry).not.toHaveProperty('bytes');
	});

	test('a picture’s id is taken once within its summit, and free again when it was removed', async () => {
		await store().addPicture(newPicture());
		await store().addPicture(newPicture({ summit: bystander }));
		await expect(store().addPicture(newPicture({ width: 1 }))).rejects.toThrow(StoreConflict);
		expect(await store().removePicture({ summit, id: 'p1' })).toBe(true);
		expect(await store().removePicture({ summit, id: 'p1' })).toBe(false);
		expect(await store().picture({ summit: bystander, id: 'p1' })).not.toBeNull();
		await store().addPicture(newPicture({ width: 1 }));
	});

	test('links and pictures belong to a summit that is there', async () => {
		await expect(store().addLink(newLink({ summit: 'nowhere' }))).rejects.toThrow(StoreMissing);
		await expect(store().addPicture(newPicture({ summit: 'nowhere' }))).rejects.toThrow(StoreMissing);
	});
}
