/** What a map station stands on, as a facilitator makes it and a student's phone then loads it: picture, package, service. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { quarters } from '../../src/lib/server/pictures/testing.ts';
import { block, makePackage, tile } from '../../src/lib/server/tiles/testing.ts';
import type { MapSettings } from '../../src/lib/summit/stations/settings.ts';
import type { SetupRow } from '../../src/lib/summit/topics/staff.ts';
import { startTileServer } from '../live/tile-server.ts';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';

test.use({ actionTimeout: 20_000 });
test.describe.configure({ timeout: 180_000 });

async function begin(browser: Browser, env: Record<string, string> = {}) {
	const kit = await KitProcess.start(env);
	const complaints: string[] = [];
	const day = await readyDay(browser, kit, complaints);
	const desk = day.facilitator.page;
	await desk.goto(`${kit.url}/staff/${day.summit}/set-up`);
	await desk.locator('summary', { hasText: 'Neighbourhood map' }).click();
	return { kit, complaints, day, desk, map: desk.getByRole('region', { name: 'Map', exact: true }) };
}

/** The station's map as the kit has it. */
async function mapOf(day: Day): Promise<MapSettings['map']> {
	const { settings } = await day.facilitator.row<SetupRow>('setup', 'setup');
	const station = settings.stations.find(({ id }) => id === 'neighbourhood');
	if (station?.kind !== 'map') throw new Error('The neighbourhood map is gone.');
	return station.map;
}

async function drag(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
	const box = await from.boundingBox();
	if (!box) throw new Error('There is nothing to drag.');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(to.x, to.y, { steps: 4 });
	await page.mouse.up();
}

async function save(desk: Page, map: Locator): Promise<void> {
	const credit = map.getByLabel('Who made the map');
	if ((await credit.inputValue()) === '') await credit.fill('Northbank High');
	await desk.getByRole('button', { name: 'Save Neighbourhood map' }).click();
	await expect(desk.locator('summary', { hasText: 'Neighbourhood map' })).not.toContainText('Not saved yet');
}

/** A student's phone in the station: what it loads of the map, and whom from. */
async function phoneLoads(browser: Browser, day: Day): Promise<{ tiles: string[]; elsewhere: string[] }> {
	await openDoors(day);
	await day.facilitator.open('neighbourhood');
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints: day.complaints });
	const tiles: string[] = [];
	const elsewhere: string[] = [];
	page.on('response', (response) => {
		const { host, pathname } = new URL(response.url());
		if (pathname.startsWith('/tiles/')) tiles.push(`${response.status()} ${pathname}`);
		if (response.url().startsWith('http') && host !== new URL(day.kit.url).host) elsewhere.push(response.url());
	});
	await page.goto(`${day.kit.url}/j/${await day.key()}`);
	await page.getByText('Northbank School').tap();
	await page.getByText('Years 9 to 11').tap();
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await expect(page.getByRole('application')).toBeVisible();
	const drawn = page.locator('.leaflet-tile-loaded').first();
	await expect(drawn).toBeVisible();
	await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	return { tiles, elsewhere };
}

test('M1, M2: a photographed sheet is made straight and tied to the ground; a phone loads only tiles of it', async ({
	browser
}) => {
	const { kit, complaints, day, desk, map } = await begin(browser);
	const sheet = await quarters(3000, 2000).jpeg().toBuffer();
	await map.locator('input[type=file]').setInputFiles({ name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: sheet });
	await expect(map.getByText('The map is here.')).toBeVisible();

	// One corner by its handle, one by the keyboard; what would not be a sheet cannot be sent.
	await map.getByRole('button', { name: 'Crop and straighten' }).click();
	const dialog = desk.getByRole('dialog');
	const board = await dialog.getByRole('group', { name: 'The sheet' }).boundingBox();
	if (!board) throw new Error('The sheet is not shown.');
	const corner = (name: string): Locator => dialog.getByRole('button', { name: new RegExp(`^${name} corner`) });
	const at = (x: number, y: number) => ({ x: board.x + x * board.width, y: board.y + y * board.height });
	await drag(desk, corner('Top left'), at(0.7, 0.7));
	await expect(dialog.getByText(/Go round clockwise/)).toBeVisible();
	await drag(desk, corner('Top left'), at(0.2, 0.1));
	await corner('Bottom right').focus();
	await desk.keyboard.press('ArrowLeft');
	await expect(corner('Bottom right')).toHaveAccessibleName(/93 % from the left/);
	await dialog.getByRole('button', { name: 'Crop and straighten' }).click();
	await expect(dialog).toBeHidden();

	await map.getByRole('button', { name: 'Say where in the world it is' }).click();
	await dialog.getByRole('button', { name: 'Save where it is' }).click();
	await expect(dialog.getByText(/latitude first/).first()).toBeVisible();
	await dialog.getByLabel('Latitude and longitude of place 1').fill('51.4980, -0.1090');
	await dialog.getByLabel('Latitude and longitude of place 2').fill('51.4940, -0.1000');
	await dialog.getByRole('button', { name: 'Save where it is' }).click();
	await expect(dialog).toBeHidden();
	await save(desk, map);
	const kept = await mapOf(day);
	expect(kept.width).toBeLessThan(2900);
	expect(kept.tiles).toMatchObject({ origin: [0, 0], min: 0 });
	expect(kept.ground?.[0].on).toEqual([-0.109, 51.498]);

	const { tiles, elsewhere } = await phoneLoads(browser, day);
	expect(tiles.every((line) => line.startsWith(`200 /tiles/${day.summit}.${kept.tiles?.set ?? ''}/`))).toBe(true);
	expect(elsewhere).toEqual([]);
	expect(complaints).toEqual([]);
	await kit.close();
});

test('M1: of a package of tiles a frame is drawn; what is no package is refused in plain words', async ({
	browser
}) => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'summit-package-'));
	const { kit, complaints, day, desk, map } = await begin(browser);
	const input = map.locator('input[type=file]');
	await input.setInputFiles({ name: 'town.mbtiles', mimeType: '', buffer: Buffer.from('not a database at all') });
	await expect(map.getByText(/We cannot read that map package/)).toBeVisible();

	const place = { levels: [14, 15, 16], left: 32740, top: 21790, right: 32755, bottom: 21801 };
	const metadata = { name: 'Northbank', attribution: '© OpenStreetMap <b>contributors</b>', format: 'png' };
	const file = makePackage(path.join(folder, 'town.mbtiles'), { tiles: block(await tile(), place), metadata });
	await input.setInputFiles(file);
	const dialog = desk.getByRole('dialog');
	const board = await dialog.getByRole('group', { name: 'The whole map' }).boundingBox();
	if (!board) throw new Error('The package is not shown.');
	// A drag beside the two corners begins a new frame.
	await desk.mouse.move(board.x + board.width * 0.3, board.y + board.height * 0.35);
	await desk.mouse.down();
	await desk.mouse.move(board.x + board.width * 0.6, board.y + board.height * 0.65, { steps: 4 });
	await desk.mouse.up();
	// Without a drag: the chosen corner goes where one clicks (M4).
	await dialog.getByRole('button', { name: /^Opposite corner/ }).click();
	await desk.mouse.click(board.x + board.width * 0.7, board.y + board.height * 0.7);
	await expect(dialog.getByRole('button', { name: /^Opposite corner: 70 % from the left/ })).toBeVisible();
	await expect(dialog.getByRole('button', { name: /^First corner: 30 % from the left/ })).toBeVisible();
	await dialog.getByRole('button', { name: 'Use this area' }).click();
	await expect(dialog).toBeHidden();
	await save(desk, map);
	const kept = await mapOf(day);
	expect(kept.tiles).toMatchObject({ max: 16 });
	expect(kept.tiles?.origin[0]).toBeGreaterThan(32740 * 256);
	expect(kept.attribution).not.toContain('<');
	expect(kept.ground).not.toBeNull();

	const { tiles, elsewhere } = await phoneLoads(browser, day);
	expect(tiles.length).toBeGreaterThan(0);
	expect(tiles.every((line) => line.startsWith('200 '))).toBe(true);
	expect(elsewhere).toEqual([]);
	expect(complaints).toEqual([]);
	await kit.close();
	await rm(folder, { recursive: true });
});

test('M1: of an online street map only the kit asks, never a student’s phone', async ({ browser }) => {
	const service = await startTileServer();
	const { kit, complaints, day, desk, map } = await begin(browser, {
		...{ TILE_URL: service.template, TILE_ATTRIBUTION: '© Made-up Maps', TILE_CONTACT: 'maps@example.org' },
		TILE_ALLOW_PRIVATE: '1'
	});
	await map.getByRole('button', { name: 'Choose from the street map' }).click();
	const dialog = desk.getByRole('dialog');
	await dialog.getByLabel('Where is it?').fill('here');
	await dialog.getByRole('button', { name: 'Show the map' }).click();
	await expect(dialog.getByText(/two numbers, latitude first/)).toBeVisible();
	await dialog.getByLabel('Where is it?').fill('51.4949, -0.1003');
	await dialog.getByRole('button', { name: 'Show the map' }).click();
	await expect(dialog.getByRole('group', { name: 'The street map' })).toBeVisible();
	await dialog.getByRole('button', { name: 'Closer' }).click();
	await expect(dialog.getByRole('button', { name: 'Closer' })).toBeEnabled();
	await dialog.getByRole('button', { name: 'Use this area' }).click();
	await expect(dialog).toBeHidden();
	await save(desk, map);
	const kept = await mapOf(day);
	expect(kept.attribution).toBe('© Made-up Maps');

	const { tiles, elsewhere } = await phoneLoads(browser, day);
	expect(tiles.every((line) => line.startsWith('200 '))).toBe(true);
	expect(elsewhere).toEqual([]);
	expect(service.asked.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)).toBe(
		true
	);
	expect(complaints).toEqual([]);
	await kit.close();
	await service.close();
});
