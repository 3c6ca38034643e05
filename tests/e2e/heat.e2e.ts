/** From a finger on a phone to the wall, the observer's filters and the files of the plan: what is painted and released. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Entry } from '../../src/lib/summit/stations/entries.ts';
import type { MarkRow } from '../../src/lib/summit/topics/staff.ts';
import { openDoors, readyDay, students } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { Fingers, inside } from './touch.ts';

test.use({ actionTimeout: 20_000 });

/** How many pixels of the heat are drawn. */
const drawn = (page: Page): Promise<number> =>
	page.locator('figure canvas').evaluate((canvas: HTMLCanvasElement) => {
		const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
		let count = 0;
		for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) count += 1;
		return count;
	});

test('M3, M5, M6, S2, S9: what a finger painted is on the wall after a release, and leaves the kit as figures only', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const day = await readyDay(browser, kit, complaints);
	await openDoors(day);
	const { facilitator, wall, observer, lead } = day;
	await facilitator.open('neighbourhood');
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints });
	await page.goto(`${kit.url}/j/${await day.key()}`);
	await page.getByText('Northbank School').tap();
	await page.getByText('Years 9 to 11').tap();
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await page.getByRole('radio', { name: 'Paint', exact: true }).tap();
	await page.getByRole('button', { name: 'Go closer first' }).tap();
	await expect(page.getByRole('button', { name: 'Go closer first' })).toBeHidden();
	const at = await inside(page.getByRole('application'));
	await new Fingers(page).drag([at(0.35, 0.5), at(0.6, 0.55)]);
	await page.getByRole('button', { name: 'Next', exact: true }).tap();
	await page.getByRole('radio', { name: 'Unsafe', exact: true }).tap();
	await page.getByRole('button', { name: 'Next', exact: true }).tap();
	await page.getByRole('checkbox', { name: 'Evening' }).tap();
	await page.getByRole('button', { name: 'Send it like this' }).tap();
	const marks = () => facilitator.rows<MarkRow>('marks:neighbourhood');
	await expect.poll(marks).toHaveLength(1);
	const [painted] = await marks();
	expect(painted).toMatchObject({ feeling: 'unsafe', when: ['evening'] });
	const area = painted?.area ?? '';

	// Thirteen more paint the same; six of them differ. Nothing of it is on the wall before it is revealed.
	const class_ = await students(day, 14);
	for (const [index, voice] of class_.entries()) {
		const feeling = index < 7 ? 'unsafe' : 'safe';
		const entry: Entry = { type: 'mark', at: null, place: null, area, feeling, when: ['evening'], with: [], why: [] };
		await voice.must({ type: 'station:contribute', station: 'neighbourhood', step: 'worry-places', entry });
	}
	await expect(wall.page.locator('figure canvas')).toHaveCount(0);
	await facilitator.must({
		type: 'station:reveal',
		station: 'neighbourhood',
		seen: await facilitator.version('summit', 'station:neighbourhood')
	});
	await expect(wall.page.locator('figure canvas')).toBeVisible({ timeout: 30_000 });
	await expect.poll(() => drawn(wall.page), { timeout: 30_000 }).toBeGreaterThan(200);
	// As large as the wall lets it be, and the ground beneath it as large as the heat.
	for (const part of ['canvas', 'img'])
		expect((await wall.page.locator(`figure ${part}`).boundingBox())?.width).toBeGreaterThan(600);

	// An observer may put a feeling away, and ask for a time of day only where enough stand behind it.
	await expect.poll(() => drawn(observer.page), { timeout: 30_000 }).toBeGreaterThan(100);
	const both = await drawn(observer.page);
	await observer.page.getByRole('checkbox', { name: 'Unsafe', exact: true }).uncheck();
	await observer.page.getByRole('checkbox', { name: 'Safe', exact: true }).uncheck();
	await expect.poll(() => drawn(observer.page)).toBeLessThan(both);
	await expect(observer.page.getByRole('checkbox', { name: 'Weekend' })).toHaveCount(0);

	// The files: figures for planners, single marks for a lead alone.
	const heat = await facilitator.page.request.get(`${kit.url}/staff/${day.summit}/maps/neighbourhood/heat`);
	const data = (await heat.json()) as { type: string; features: { properties: Record<string, number> }[] };
	expect(data.type).toBe('student-safety-summit map');
	expect(data.features.length).toBeGreaterThan(0);
	for (const { properties } of data.features) expect((properties['unsafe'] ?? 0) % 5).toBe(0);
	const marksFile = `${kit.url}/staff/${day.summit}/maps/neighbourhood/marks`;
	const headers = { origin: kit.url };
	expect((await facilitator.page.request.post(marksFile, { headers })).status()).toBe(403);
	expect((await observer.page.request.get(`${kit.url}/staff/${day.summit}/maps/neighbourhood/heat`)).status()).toBe(
		403
	);
	expect((await lead.page.request.post(marksFile, { headers: { origin: 'https://elsewhere.example' } })).status()).toBe(
		403
	);
	await lead.page.goto(`${kit.url}/staff/${day.summit}/plan/print?as=lead`);
	// The page comes from the server with its map: it is there as large as the column, with its heat.
	await expect
		.poll(async () => (await lead.page.locator('figure img').boundingBox())?.height ?? 0)
		.toBeGreaterThan(300);
	await expect.poll(() => drawn(lead.page)).toBeGreaterThan(100);
	const taken = lead.page.waitForEvent('download');
	await lead.page.getByRole('button', { name: 'Save every single mark' }).click();
	const file = JSON.parse(await readFile(await (await taken).path(), 'utf8')) as { features: unknown[] };
	expect(file.features).toHaveLength(15);
	const saved = lead.page.waitForEvent('download');
	await lead.page.getByRole('button', { name: 'Save as a picture (PNG)' }).click();
	const picture = await sharp(await (await saved).path()).metadata();
	expect(picture).toMatchObject({ format: 'png', width: 1600 });
	for (const voice of class_) voice.close();
	await kit.close();
	expect(complaints).toEqual([]);
});
