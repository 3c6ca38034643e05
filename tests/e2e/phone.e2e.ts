/** A student's device in awkward moments: no network, a choice changed on the way, a card that is no card any more. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { Adult, openDoors, readyDay, showAll, students } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';

test.use({ actionTimeout: 10_000 });
test.describe.configure({ timeout: 120_000 });

let kit: KitProcess;
let day: Day;
const complaints: string[] = [];
test.beforeAll(async ({ browser }) => {
	kit = await KitProcess.start();
	day = await readyDay(browser, kit, complaints);
	await openDoors(day);
});
test.afterAll(async () => {
	await kit.close();
	expect(complaints).toEqual([]);
});

async function student(browser: Browser, serviceWorkers: 'allow' | 'block' = 'allow'): Promise<Page> {
	const { page } = await person(browser, { viewport: PHONE, touch: true, serviceWorkers, complaints });
	await page.goto(`${kit.url}/j/${await day.key()}`);
	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await expect(page.getByRole('button', { name: 'I agree. Start' })).toHaveCount(0);
	return page;
}

test('S10, L7: choosing can be passed, and a choice changed on its way is not called sent', async ({ browser }) => {
	const { facilitator } = day;
	const page = await student(browser);
	await facilitator.open('neighbourhood');
	const [voice] = await students(day, 1);
	const step = { station: 'neighbourhood', step: 'one-idea', entry: { type: 'words' } } as const;
	await voice?.must({ type: 'station:contribute', ...step, words: 'a later bus on practice days' });
	await facilitator.close('neighbourhood');
	await showAll(facilitator);
	await expect.poll(() => facilitator.rows('ideas', 'item:')).toHaveLength(1);
	const [theme] = await facilitator.rows<{ id: string }>('ideas', 'theme:');
	const items = (await facilitator.rows<{ id: string }>('ideas', 'item:')).map(({ id }) => id);
	const ideas: string[] = [];
	for (const words of ['Lights in the underpass', 'A later bus', 'Places to sit']) {
		const made = await facilitator.must({ type: 'idea:merge', words, theme: theme?.id ?? '', items });
		ideas.push(String(made['idea']));
	}
	await facilitator.must({ type: 'backing:open', seen: await facilitator.version('ideas', 'backing'), ideas });
	await page.getByRole('button', { name: 'Pass', exact: true }).tap();
	await expect(page.getByRole('heading', { name: 'Look up at the big screen' })).toBeVisible();
	await page.getByRole('button', { name: 'See the ideas again' }).tap();

	const chosen = async (): Promise<number> => (await facilitator.row<{ chosen: number }>('ideas', 'backing')).chosen;
	const send = page.getByRole('button', { name: 'Send my choices' });
	await page.context().setOffline(true);
	await tick(page, 'A later bus');
	await send.tap();
	await expect(page.getByText(/on this phone/i).first()).toBeVisible();
	await tick(page, 'Places to sit');
	await page.context().setOffline(false);
	await expect.poll(chosen).toBe(1);
	await expect(page.getByText(/on this phone/i)).toHaveCount(0);
	await send.tap();
	await expect(page.getByText('Sent', { exact: true })).toBeVisible();
	const card = new Adult({ page, url: kit.url, summit: day.summit, as: 'card' });
	const id = /'card':'([^']+)'/.exec(await (await page.request.get(page.url())).text())?.[1] ?? '';
	expect((await card.row<{ ideas: string[] }>(`card:${id}`, 'backing')).ideas).toHaveLength(2);
	await facilitator.must({ type: 'backing:close', seen: await facilitator.version('ideas', 'backing') });
	voice?.close();
});

test('S4, X1: “Change it” brings the keyboard back to the box, and a sorted card to the pile', async ({ browser }) => {
	const { facilitator } = day;
	const page = await student(browser);
	await facilitator.open('neighbourhood');
	for (let step = 1; step <= 3; step += 1) await page.getByRole('button', { name: 'Pass', exact: true }).tap();
	await page.getByRole('textbox').pressSequentially('Ask Mr Patel');
	await page.getByRole('button', { name: 'Send', exact: true }).tap();
	await page.getByRole('button', { name: 'Change it' }).tap();
	await expect(page.getByRole('textbox')).toBeFocused();
	await facilitator.close('neighbourhood');
	await page.getByRole('textbox').fill('');
	await facilitator.open('friendships');
	for (let card = 1; card <= 6; card += 1) {
		await page.getByRole('radio').first().check({ force: true });
		await page.getByRole('button', { name: 'Next', exact: true }).tap();
	}
	await expect(page.locator('div.done')).toBeFocused();
	await page
		.getByRole('button', { name: /^Change: / })
		.first()
		.tap();
	await expect(page.locator('article')).toBeFocused();
	await facilitator.close('friendships');
});

test('X3: a station that could not be fetched is tried with a fresh page, and nothing begun is lost', async ({
	browser
}) => {
	const page = await student(browser, 'block');
	let broken = true;
	await page.route('**/_app/immutable/**', (route) => (broken ? route.abort() : route.continue()));
	page.on('request', (request) => {
		if (request.isNavigationRequest()) broken = false;
	});
	await day.facilitator.open('platforms');
	await page.waitForEvent('load');
	await expect(page.getByRole('heading', { level: 1, name: /worth being in|feel kind/ })).toBeVisible();
	await day.facilitator.close('platforms');
	// What the browser itself says about files that did not come is no fault of the page's.
	complaints.length = 0;
});

test('S5: a device that is no longer joined says that nobody was told, who to go to, and who else can help', async ({
	browser
}) => {
	const page = await student(browser);
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await page.context().setOffline(true);
	await tick(page, 'Come to me, quietly');
	await page.getByRole('button', { name: 'Ask to talk' }).tap();
	await expect(page.getByRole('heading', { name: 'Not sent yet' })).toBeVisible();
	await page.context().clearCookies();
	await page.context().setOffline(false);
	await expect(page.getByRole('heading', { name: 'Not sent. Nobody has been told.' })).toBeVisible();
	await expect(page.getByText('Tell an adult with a green badge.')).toBeVisible();
	await expect(page.getByText('Library, back door')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Help outside school' })).toBeVisible();
	await page.getByRole('link', { name: 'Close' }).tap();
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await expect(page.getByRole('heading', { name: 'Help outside school' })).toBeVisible();
});

test('L3: handing on cannot be stopped half way, even where the browser never finishes wiping', async ({ browser }) => {
	const page = await student(browser);
	await page.goto(`${page.url().split('?')[0]}?show=next`);
	await expect(page.getByRole('button', { name: 'Stay' })).toBeVisible();
	await page.evaluate(() => {
		// A database that answers nothing, as one held by another tab may.
		indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
	});
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Next person' }).tap();
	await expect(page.getByRole('button', { name: 'Stay' })).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Close' })).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Wait for the Wi-Fi' })).toBeVisible();
	// Somebody looks for help meanwhile: the card goes all the same.
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await page.context().setOffline(false);
	await page.waitForURL((url) => url.pathname === '/');
	expect((await page.context().cookies()).filter(({ name }) => name.startsWith('card_'))).toEqual([]);
});
