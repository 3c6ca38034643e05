/** A student's phone on a bad network, in a real browser: it reads before it can send, and what was written arrives once. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { Filter, OPEN } from '../live/filter.ts';
import { CLEAR, Proxy, THIN } from '../live/proxy.ts';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';

test.use({ actionTimeout: 30_000 });
test.describe.configure({ timeout: 180_000 });

let kit: KitProcess;
let day: Day;
let filter: Filter;
let proxy: Proxy;
const complaints: string[] = [];

test.beforeAll(async ({ browser }) => {
	filter = await Filter.open(0);
	proxy = await Proxy.open(filter.port, 5);
	// The address people come by is the network's, and the kit answers to it.
	kit = await KitProcess.start({ PUBLIC_URL: proxy.url });
	filter.target = Number(new URL(kit.url).port);
	day = await readyDay(browser, kit, []);
	await openDoors(day);
	await day.facilitator.open('neighbourhood');
});
test.afterEach(() => {
	filter.rules = OPEN;
	proxy.heal();
});
test.afterAll(async () => {
	await proxy.close();
	await filter.close();
	await kit.close();
	// What the browser itself says of a network that failed is no fault of the page's.
	expect(complaints.filter((one) => !/Failed to load resource|WebSocket|ERR_/.test(one))).toEqual([]);
});

async function phone(browser: Browser): Promise<Page> {
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints });
	await page.goto(`${proxy.url}/j/${await day.key()}`, { waitUntil: 'commit' });
	return page;
}
async function join(page: Page): Promise<void> {
	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	for (let step = 1; step <= 3; step += 1) await page.getByRole('button', { name: 'Pass', exact: true }).tap();
}
async function write(page: Page, words: string): Promise<void> {
	await page.getByRole('textbox').fill(words);
	await page.getByRole('button', { name: 'Send', exact: true }).tap();
}
/** How often these words stand in the queue, as a station lead reads it. */
async function times(words: string): Promise<number> {
	const rows = await day.facilitator.rows<{ text?: string }>('queue', '');
	return rows.filter(({ text }) => text === words).length;
}

test('X3: on 50 kbit/s the first page is read before a single script is there, and works when they are', async ({
	browser
}) => {
	test.setTimeout(360_000);
	proxy.weather = { ...CLEAR, rate: THIN, delay: 150, jitter: 50 };
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints });
	// A map's station with all its scripts is half a minute away.
	page.setDefaultTimeout(120_000);
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${proxy.url}/j/${await day.key()}`, { waitUntil: 'commit' });
	await expect(page.getByText('Northbank School')).toBeVisible();
	letGo();
	await join(page);
	await write(page, 'a bench by the pond');
	await expect.poll(() => times('a bench by the pond'), { timeout: 60_000 }).toBe(1);
	await page.close();
});

test('L5: where upgrades are granted and carry nothing, a phone sends all the same', async ({ browser }) => {
	filter.rules = { ...OPEN, upgrade: 'deafen' };
	const page = await phone(browser);
	await join(page);
	await write(page, 'a light at the gate');
	await expect.poll(() => times('a light at the gate')).toBe(1);
	await page.close();
});

test('L3: what is written in a black-out waits on the phone, and arrives once though the page is opened anew', async ({
	browser
}) => {
	const page = await phone(browser);
	await join(page);
	await expect(page.getByRole('textbox')).toBeVisible();
	proxy.blackOut();
	await write(page, 'a crossing at the shop');
	await expect(page.getByText(/on this phone/i).first()).toBeVisible();
	proxy.shut();
	proxy.heal();
	await page.reload();
	await expect.poll(() => times('a crossing at the shop')).toBe(1);
	await expect(page.getByText(/on this phone/i)).toHaveCount(0);
	await page.close();
});

test('L3: what is written while the kit starts again arrives once', async ({ browser }) => {
	const page = await phone(browser);
	await join(page);
	await expect(page.getByRole('textbox')).toBeVisible();
	await kit.end('SIGTERM');
	await write(page, 'a bin by the bus stop');
	await expect(page.getByText(/on this phone/i).first()).toBeVisible();
	await kit.open();
	await expect.poll(() => times('a bin by the bus stop')).toBe(1);
	await page.close();
});
