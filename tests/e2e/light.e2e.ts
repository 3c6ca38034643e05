/**
 * A student's page in a real browser, as it is fetched and comes to life: it asks for nothing `npm run budget` does not
 * count, the script takes over the very page the server sent, and what comes later is there before it is needed.
 */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { SCREENS } from '../../scripts/budget.ts';
import { readBuilds } from '../../scripts/page-files.ts';
import { openDoors, readyDay, type Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';

let kit: KitProcess;
let day: Day;
const complaints: string[] = [];

test.beforeAll(async ({ browser }) => {
	test.setTimeout(180_000);
	kit = await KitProcess.start();
	day = await readyDay(browser, kit, complaints);
	await openDoors(day);
});
test.afterAll(async () => {
	await kit.close();
	expect(complaints).toEqual([]);
});

/** A phone at the joining form, filled in. `said` fills with what its console says. */
async function atTheDoor(
	browser: Browser,
	serviceWorkers: 'allow' | 'block' = 'allow'
): Promise<{ page: Page; said: string[] }> {
	const { page } = await person(browser, { viewport: PHONE, touch: true, serviceWorkers, complaints });
	const said: string[] = [];
	page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
	await page.goto(`${kit.url}/j/${await day.key()}`);
	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	return { page, said };
}
const join = (page: Page): Promise<void> => page.getByRole('button', { name: 'Get my card' }).tap();
const agree = (page: Page): Promise<void> => page.getByRole('button', { name: 'I agree. Start' }).tap();
const live = (page: Page): Promise<void> => expect(page.getByText(/Connected/)).toBeVisible();

/** The built files the budget counts for the screens of these names. */
function counted(...names: string[]): string[] {
	const builds = readBuilds();
	const screens = SCREENS.filter(({ name }) => names.includes(name));
	expect(screens).toHaveLength(names.length);
	return screens.flatMap(({ files }) => files(builds)).map((file) => `/${file}`);
}
const FIRST = 'A student’s first screen (/s)';
const LATER = 'Later, in idle time (/s)';
const MAP = 'The same with a map station open';

/** Fills with the built files a page asks for. */
function asked(page: Page): Set<string> {
	const files = new Set<string>();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.startsWith('/_app/')) files.add(pathname);
	});
	return files;
}

/**
 * Holds the page's script back until the page is read, and remembers every element of it and where it stands. The answer
 * tells what became of them: those that went, and those that moved.
 */
async function watchTakeover(page: Page): Promise<() => Promise<string[]>> {
	await page.route('**/phone/phone.*.js', async (route) => {
		await page.waitForFunction(() => document.querySelector('#alive h1') !== null && document.readyState !== 'loading');
		await page.evaluate(() => {
			const all = [...document.querySelectorAll('#alive *')];
			const kept = all.map((element) => ({ element, box: JSON.stringify(element.getBoundingClientRect()) }));
			Object.assign(window, { kept });
		});
		await route.continue();
	});
	return () =>
		page.evaluate(() => {
			// Put there above.
			const { kept } = window as unknown as { kept: { element: Element; box: string }[] };
			if (kept.length < 20) return [`only ${kept.length} elements were there before the script`];
			return kept.flatMap(({ element, box }) => {
				if (!element.isConnected) return [`gone: ${element.outerHTML.slice(0, 80)}`];
				return JSON.stringify(element.getBoundingClientRect()) === box
					? []
					: [`moved: ${element.outerHTML.slice(0, 80)}`];
			});
		});
}

test('X3: a phone asks for the files the budget counts and no others, with and without a map', async ({ browser }) => {
	// A service worker fetches every file there is, in its own time; here it is the page that is watched.
	const { page } = await atTheDoor(browser, 'block');
	const files = asked(page);
	const rest = page.waitForResponse(/later-screens/);
	await join(page);
	await agree(page);
	await live(page);
	await rest;
	expect([...files].toSorted()).toEqual([...new Set(counted(FIRST, LATER))].toSorted());
	await day.facilitator.open('neighbourhood');
	await expect(page.locator('.leaflet-image-layer')).toBeVisible();
	expect([...files].toSorted()).toEqual([...new Set(counted(MAP, LATER))].toSorted());
	await day.facilitator.close('neighbourhood');
});

test('X3: the script takes over the page as it stands: nothing is drawn anew, and nothing moves', async ({
	browser
}) => {
	const { page, said } = await atTheDoor(browser);
	const became = await watchTakeover(page);
	await join(page);
	// Its voice is the one thing only a device knows: the button for it comes with the script.
	await expect(page.getByRole('button', { name: 'Read this aloud' })).toBeVisible();
	expect(await became()).toEqual([]);
	await agree(page);
	await live(page);
	// A screen that comes later, rendered by the server.
	const rest = page.waitForResponse(/later-screens/);
	await page.goto(`${page.url().replace(/\?.*/, '')}?show=next`);
	await rest;
	await expect(page.getByText('Hand this device on?')).toBeVisible();
	await page.getByRole('button', { name: 'Stay' }).tap();
	await live(page);
	expect(said).toEqual([]);
});

test('S5, L3: Talk to someone, and handing the device on, open without a network', async ({ browser }) => {
	const { page } = await atTheDoor(browser);
	const rest = page.waitForResponse(/later-screens/);
	await join(page);
	await agree(page);
	await live(page);
	await (await rest).finished();
	await page.context().setOffline(true);
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await expect(page.getByRole('button', { name: 'Ask to talk' })).toBeVisible();
	await page.getByRole('link', { name: 'Next person on this device' }).tap();
	await expect(page.getByRole('heading', { name: 'Hand this device on?' })).toBeVisible();
});

test('S5: until the page of Talk to someone has come, it says where an adult is', async ({ browser }) => {
	const { page } = await atTheDoor(browser);
	await page.route('**/later-screens.*.js', (route) => route.abort());
	await join(page);
	await agree(page);
	await live(page);
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await expect(page.getByRole('heading', { name: 'Find an adult with a green badge' })).toBeVisible();
	await expect(page.getByText('You can also go to the quiet room: Library, back door.')).toBeVisible();
	await page.unroute('**/later-screens.*.js');
	await expect(page.getByRole('button', { name: 'Ask to talk' })).toBeVisible();
});
