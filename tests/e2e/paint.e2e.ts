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
	for (let part = 0; part < 4 && !(await full.isVisible()); part += 1) {
		for (const y of [0.3, 0.5, 0.7, 0.9]) await fingers.drag([at(0.2, y), at(0.75, y)]);
		// On to what is not painted yet: to the east, then south of it.
		const to = part % 2 === 0 ? at(0.25, 0.8) : at(0.6, 0.3);
		await fingers.drag([at(0.6, 0.8), to], [at(0.75, 0.8), [to[0] + 54, to[1]]]);
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
	const others = [bystander.page, day.wall.page, day.observer.page].map((one) => one.content());
	const rows = [day.wall, day.observer].map(async (one) => JSON.stringify(await one.rows('wall')));
	const seen = [...bystander.received, ...(await Promise.all([...others, ...rows]))].join('\n');
	expect(seen).toContain('neighbourhood');
	expect(seen).not.toMatch(/"\d\/\d+\/\d+"/);
	for (const area of areas) expect(seen).not.toContain(area);
	for (const one of [day.wall, day.observer]) expect(await one.rows('marks:neighbourhood')).toEqual([]);

	// A mark of one's own is taken away like any other.
	await page
		.getByRole('button', { name: /^Take away/ })
		.first()
		.tap();
	await expect.poll(() => marksOf(day)).toHaveLength(1);
	await kit.close();
	expect(complaints).toEqual([]);
});

test('M4, X1: a whole map station by keyboard alone, said in words', async ({ browser }) => {
	const { kit, day, complaints } = await begin(browser);
	const { page } = await student(browser, day);
	await day.facilitator.open('neighbourhood');
	const key = (name: string): Promise<void> => page.keyboard.press(name);
	const tabTo = async (to: Locator): Promise<void> => {
		await expect(to).toBeVisible();
		for (let presses = 0; presses < 40; presses += 1) {
			if (await to.evaluate((one) => one === document.activeElement)) return;
			await key('Tab');
		}
		throw new Error(`No Tab leads to ${String(to)}`);
	};
	const pressed = async (name: string): Promise<void> => {
		await tabTo(page.getByRole('button', { name, exact: true }));
		await key('Enter');
	};
	const question = (words: RegExp): Promise<void> =>
		expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
	/** To the grid: the modes are one stop, their own arrows go from one to the next. */
	const toGrid = async (): Promise<Locator> => {
		await tabTo(radio(page, 'Pin'));
		for (const next of ['Paint', 'List', 'Grid']) {
			await key('ArrowRight');
			await expect(radio(page, next)).toBeChecked();
		}
		const grid = page.getByRole('application', { name: /^The grid: 32 rows of 32 squares/ });
		await tabTo(grid);
		return grid;
	};
	const said = page.getByRole('region', { name: 'Grid' }).getByRole('status');
	const sheet = page.getByRole('region', { name: 'Your mark' });

	// A painted area: two squares side by side.
	await question(/like to go/);
	await toGrid();
	await expect(said).toHaveText('Near Takeaways, row 16 of 32, column 16 of 32.');
	await key('Shift+ArrowUp');
	await key('ArrowLeft');
	await expect(said).toContainText('row 12 of 32, column 15 of 32');
	await key('Space');
	await expect(said).toContainText('Painted.');
	await key('ArrowRight');
	await expect(said).not.toContainText('Painted.');
	await key('Space');
	await key('Home');
	await expect(said).toContainText('row 12 of 32, column 1 of 32');
	await key('ArrowLeft');
	await expect(said).toContainText('column 1 of 32');
	await key('End');
	await expect(said).toContainText('column 32 of 32');
	await key('Enter');
	await expect(sheet).toBeFocused();
	await expect(sheet).toMatchAriaSnapshot(`
    - region "Your mark":
      - text: /Question 1 of 4/
      - button "Take this mark away"
      - group "How does it feel here?":
        - radio "Safe"
        - radio "It depends"
        - radio "Unsafe"
  `);
	await tabTo(radio(page, 'Safe'));
	await key('Space');
	await pressed('Next');
	await tabTo(page.getByRole('checkbox', { name: 'Evening' }));
	await key('Space');
	await pressed('Next');
	await pressed('Next');
	await tabTo(page.getByRole('textbox'));
	await page.keyboard.type('People I know');
	await pressed('Send');
	await expect.poll(() => marksOf(day)).toHaveLength(1);
	const [area] = await marksOf(day);
	expect(area).toMatchObject({ at: null, place: null, feeling: 'safe', when: ['evening'] });
	expect(readArea(area?.area ?? '')).toEqual([11 * 32 + 14, 11 * 32 + 15]);
	await expect(said).toBeVisible();
	await pressed('Next');

	// A pin, in the middle of the square.
	await question(/Which way home/);
	await toGrid();
	await key('Shift+ArrowDown');
	await key('Enter');
	await expect(sheet).toBeFocused();
	await tabTo(radio(page, 'Safe'));
	await key('ArrowRight');
	await expect(radio(page, 'It depends')).toBeChecked();
	await pressed('Next');
	await pressed('Send it like this');
	await expect.poll(() => marksOf(day)).toHaveLength(2);
	const pin = (await marksOf(day)).find(({ at }) => at !== null);
	expect(pin).toMatchObject({ at: [15.5 / 32, 19.5 / 32], feeling: 'mixed' });
	expect(pin).not.toHaveProperty('area');
	await pressed('Next');

	// The rest of the station: passing, an idea.
	await question(/stay away from/);
	await pressed('Pass');
	await tabTo(page.getByRole('textbox'));
	await page.keyboard.type('A bench by the bus stop');
	await pressed('Send');
	await expect(page.getByText('That’s all for this station')).toBeVisible();
	await expect.poll(() => day.facilitator.rows('queue')).toHaveLength(2);
	await kit.close();
	expect(complaints).toEqual([]);
});

test('M1, M2: a street map’s tiles are asked for by their own numbers, from the kit, and painted on like a picture', async ({
	browser
}) => {
	const { kit, day, complaints } = await begin(browser);
	/** A frame cut out of level 17, neither corner of it on a tile's. */
	const frame = { origin: [8_386_000, 5_578_100] as [number, number], width: 3000, height: 2000, min: 14, max: 17 };
	const { origin, width, height, min, max } = frame;
	const tiles = { set: 'a-street-map', origin, min, max };
	const map = { ...NEIGHBOURHOOD.map, width, height, tiles, attribution: '© OpenStreetMap <b>contributors</b>' };
	const seen = await day.facilitator.version('setup', 'setup');
	await day.facilitator.must({ type: 'setup:station', seen, station: { ...NEIGHBOURHOOD, map } });
	const { page, context } = await student(browser, day);
	const asked: { z: number; x: number; y: number }[] = [];
	const white = { create: { width: 256, height: 256, channels: 3 as const, background: '#dfe8d2' } };
	const body = await sharp(white).png().toBuffer();
	await context.route('**/tiles/**', async (route) => {
		const address = new URL(route.request().url());
		const [, of, z, x, y] = /^\/tiles\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(address.pathname) ?? [];
		expect([address.origin, of]).toEqual([kit.url, `${day.summit}.a-street-map`]);
		asked.push({ z: Number(z), x: Number(x), y: Number(y) });
		await route.fulfill({ contentType: 'image/png', body });
	});
	await day.facilitator.open('neighbourhood');
	const tile = page.locator('img.leaflet-tile-loaded').first();
	await expect(tile).toBeVisible();
	await expect(page.getByText('© OpenStreetMap <b>contributors</b>')).toBeVisible();
	await radio(page, 'Paint').tap();
	for (let closer = 0; closer < 3; closer += 1) await press(page, 'Closer');
	await expect.poll(() => Math.max(...asked.map(({ z }) => z))).toBe(max);
	for (const { z, x, y } of asked) {
		// The map's own corners in pixels of that level, and so the first and last tile that holds a part of it.
		const at = (value: number): number => Math.floor((value * 2 ** (z - max)) / 256);
		expect(z).toBeGreaterThanOrEqual(min);
		expect(x).toBeGreaterThanOrEqual(at(origin[0]));
		expect(x).toBeLessThanOrEqual(at(origin[0] + width));
		expect(y).toBeGreaterThanOrEqual(at(origin[1]));
		expect(y).toBeLessThanOrEqual(at(origin[1] + height));
	}
	// A tile lies where its number says: its corner, read back through the map's own place names. While a zoom is still going
	// on the two are read at different moments, so it is looked at until it has come to rest.
	const school = NEIGHBOURHOOD.places.find(({ id }) => id === 'school');
	if (!school) throw new Error('The drawn neighbourhood has no school.');
	await expect(async () => {
		const found = await page.locator('img.leaflet-tile-loaded').evaluateAll((images) =>
			images.flatMap((image) => {
				const [, z, x, y] = /\/(\d+)\/(\d+)\/(\d+)$/.exec(image.getAttribute('src') ?? '') ?? [];
				const { left, top, width: wide } = image.getBoundingClientRect();
				return z === '17' ? [{ x: Number(x), y: Number(y), left, top, wide }] : [];
			})
		);
		const [one] = found;
		if (!one) throw new Error('no tile of the finest level');
		const name = await whereIs(page, school.name);
		const scale = one.wide / 256;
		expect(Math.abs(one.left + (origin[0] + school.at[0] * width - one.x * 256) * scale - name.x)).toBeLessThan(3);
		expect(Math.abs(one.top + (origin[1] + school.at[1] * height - one.y * 256) * scale - name.y)).toBeLessThan(3);
	}).toPass({ timeout: 20_000 });

	const at = await inside(page.getByRole('application'));
	await new Fingers(page).drag([at(0.3, 0.5), at(0.6, 0.5)]);
	await expect.poll(() => inked(page)).toBeGreaterThan(0);
	await kit.close();
	expect(complaints).toEqual([]);
});
