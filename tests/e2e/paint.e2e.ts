/** Painting with real fingers, a whole map station by keyboard alone, and tiles: what a student's phone does with a map. */
import { expect, test } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { MOST_CELLS, readArea } from '../../src/lib/summit/grid.ts';
import { NEIGHBOURHOOD } from '../../src/lib/summit/templates/neighbourhood.ts';
import type { MarkRow } from '../../src/lib/summit/topics/staff.ts';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import type { Screen } from './people.ts';
import { Fingers, inside } from './touch.ts';

test.use({ actionTimeout: 20_000 });
test.describe.configure({ timeout: 180_000 });

/** A kit, its day with open doors, and what its browsers complained about. */
async function begin(browser: Browser): Promise<{ kit: KitProcess; day: Day; complaints: string[] }> {
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const day = await readyDay(browser, kit, complaints);
	await openDoors(day);
	return { kit, day, complaints };
}

/** A student on a phone, agreed and waiting. */
async function student(browser: Browser, day: Day): Promise<Screen> {
	const screen = await person(browser, { viewport: PHONE, touch: true, complaints: day.complaints });
	const { page } = screen;
	await page.goto(`${day.kit.url}/j/${await day.key()}`);
	await page.getByText('Northbank School').tap();
	await page.getByText('Years 9 to 11').tap();
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await expect(page.getByText('Look up')).toBeVisible();
	return screen;
}

const marksOf = (day: Day): Promise<MarkRow[]> => day.facilitator.rows<MarkRow>('marks:neighbourhood');
const radio = (page: Page, name: string | RegExp): Locator =>
	page.getByRole('radio', { name, exact: typeof name === 'string' });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).tap();

/** The words under one position of the map, as Leaflet has put them: they move with it. */
async function whereIs(page: Page, name: string): Promise<{ x: number; y: number }> {
	const box = await page.locator('.place-name', { hasText: name }).boundingBox();
	if (!box) throw new Error(`${name} is not on the map`);
	return box;
}

/** How many pixels are painted and have no feeling yet: those of the plain tint, and neither edges nor the grid's lines. */
const inked = (page: Page): Promise<number> =>
	page.locator('canvas.areas').evaluate((canvas: HTMLCanvasElement) => {
		const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
		let count = 0;
		for (let at = 3; at < data.length; at += 4) if (data[at] === 56) count += 1;
		return count;
	});

test('M3, S2, S10, L3: one finger paints, two move the map; it is asked about, sent, and survives a bad network', async ({
	browser
}) => {
	const { kit, day, complaints } = await begin(browser);
	const phone = await student(browser, day);
	const bystander = await student(browser, day);
	const { page, context } = phone;
	await day.facilitator.open('neighbourhood');
	const map = page.getByRole('application');
	await radio(page, 'Paint').tap();
	await press(page, 'Go closer first');
	await expect(page.getByRole('button', { name: 'Go closer first' })).toBeHidden();
	const fingers = new Fingers(page);
	let at = await inside(map);

	// One finger paints and leaves the map where it is.
	const empty = await inked(page);
	const before = await whereIs(page, 'Takeaways');
	await fingers.drag([at(0.3, 0.4), at(0.6, 0.4)]);
	expect(await whereIs(page, 'Takeaways')).toEqual(before);
	const first = await inked(page);
	expect(first).toBeGreaterThan(empty);
	await fingers.drag([at(0.3, 0.7), at(0.6, 0.75)]);
	const second = await inked(page);
	expect(second).toBeGreaterThan(first);

	// Steps back and forth.
	const undo = page.getByRole('button', { name: 'Undo' });
	await undo.tap();
	await expect.poll(() => inked(page)).toBe(first);
	await undo.tap();
	await expect.poll(() => inked(page)).toBe(empty);
	await expect(undo).toBeDisabled();
	await page.getByRole('button', { name: 'Do it again' }).tap();
	await expect.poll(() => inked(page)).toBe(first);

	// Two fingers move the map and paint nothing: the same step is the last one.
	await fingers.drag([at(0.3, 0.4), at(0.45, 0.55)], [at(0.6, 0.4), at(0.75, 0.55)]);
	await expect.poll(async () => (await whereIs(page, 'Takeaways')).y).toBeGreaterThan(before.y + 10);
	await fingers.drag([at(0.4, 0.5), at(0.3, 0.5)], [at(0.6, 0.5), at(0.7, 0.5)]);
	await undo.tap();
	await expect(undo).toBeDisabled();
	await page.getByRole('button', { name: 'Do it again' }).tap();

	// Squares: a tap paints one, a second tap takes it away. Nothing needs a drag.
	await radio(page, /^Squares/).tap();
	const one = await inked(page);
	const [x, y] = at(0.3, 0.85);
	await page.touchscreen.tap(x, y);
	await expect.poll(() => inked(page)).toBeGreaterThan(one);
	await page.touchscreen.tap(x, y);
	await expect.poll(() => inked(page)).toBe(one);

	// What is painted survives a reload, and so does a question half answered.
	await page.reload();
	await expect(radio(page, 'Paint')).toBeChecked();
	await press(page, 'Next');
	await radio(page, 'It depends').tap();
	await press(page, 'Next');
	await radio(page, 'Evening')
		.or(page.getByRole('checkbox', { name: 'Evening' }))
		.first()
		.tap();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Evening' })).toBeChecked();
	await press(page, 'Next');
	await press(page, 'Next');
	await page.getByRole('textbox').fill('Nowhere to sit, only the wall');
	expect(await marksOf(day)).toEqual([]);
	await press(page, 'Send');
	await expect.poll(() => marksOf(day)).toHaveLength(1);
	const [sent] = await marksOf(day);
	expect(sent).toMatchObject({ at: null, place: null, feeling: 'mixed', when: ['evening'] });
	const squares = readArea(sent?.area ?? '') ?? [];
	expect(squares.length).toBeGreaterThan(3);

	// No room for more than 15 %: the brush stops and says so.
	await radio(page, 'Thick brush').tap();
	await press(page, 'Go closer first');
	await expect(page.getByRole('button', { name: 'Go closer first' })).toBeHidden();
	at = await inside(map);
	const full = page.getByText('as much as one area can hold');
	for (let part = 0; part < 5 && !(await full.isVisible()); part += 1) {
		for (const y of [0.5, 0.7, 0.9]) await fingers.drag([at(0.1, y), at(0.75, y)]);
		await fingers.drag([at(0.3, 0.9), at(0.3, 0.3)], [at(0.6, 0.9), at(0.6, 0.3)]);
	}
	await expect(full).toBeVisible();

	// Without a network it stays on this phone, also when the page is opened again, and arrives later.
	await context.route('**/live/**', (route) => route.abort());
	await context.setOffline(true);
	await press(page, 'Next');
	await radio(page, 'Unsafe').tap();
	await press(page, 'Next');
	await press(page, 'Send it like this');
	await expect(page.getByText(/on this phone/i).first()).toBeVisible();
	await context.setOffline(false);
	await page.reload();
	await expect(page.getByText(/on this phone/i).first()).toBeVisible();
	expect(await marksOf(day)).toHaveLength(1);
	await context.unroute('**/live/**');
	await expect.poll(() => marksOf(day), { timeout: 60_000 }).toHaveLength(2);
	const areas = (await marksOf(day)).map(({ area }) => area ?? '');
	expect(areas.map((area) => readArea(area)?.length ?? 0)).toContain(MOST_CELLS);

	// The console sees both; nobody else was sent a single square (S2).
	const desk = day.facilitator.page;
	await desk.goto(`${kit.url}/staff/${day.summit}/run`);
	await expect(desk.getByText('Of these, 2 are painted areas').first()).toBeVisible();
	const others = [bystander.page.content(), day.wall.page.content(), day.observer.page.content()];
	const seen = [...bystander.received, ...(await Promise.all(others))].join('\n');
	for (const area of areas) expect(seen).not.toContain(area);
	expect(seen).toContain('neighbourhood');
	for (const audience of [day.wall, day.observer]) {
		expect(JSON.stringify(await audience.rows('wall').catch(() => []))).not.toContain('"area"');
		await expect(audience.rows('marks:neighbourhood')).resolves.toEqual([]);
	}

	// A mark of one's own is taken away like any other.
	await page
		.getByRole('button', { name: /^Take away/ })
		.first()
		.tap();
	await expect.poll(() => marksOf(day)).toHaveLength(1);
	await kit.close();
	expect(complaints).toEqual([]);
});
