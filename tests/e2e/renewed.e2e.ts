/**
 * The kit is renewed while students' pages are open: another build with files of other names takes its place, and those of
 * before are gone. What waits on a phone outlives that, its page goes on, and one that is too old is told so (L3, S5).
 */
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { PROTOCOL } from '../../src/lib/live/protocol.ts';
import { anotherBuild } from './another-build.ts';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { arrived, keptScreens, phoneOf, tabOf, toWords, waits, write } from './own-queue.ts';

test.use({ actionTimeout: 20_000 });
test.describe.configure({ timeout: 120_000 });

type Build = Awaited<ReturnType<typeof anotherBuild>>;
let day: Day;
let next: Build;
const complaints: string[] = [];
test.beforeAll(async ({ browser }) => {
	next = await anotherBuild();
	day = await readyDay(browser, await KitProcess.start(), complaints);
	await openDoors(day);
	await day.facilitator.open('neighbourhood');
});
test.afterAll(async () => {
	await day.kit.close();
	await next.remove();
	// What the browser itself says of a kit that is away for a moment is no fault of the page's.
	expect(complaints.filter((one) => !/Failed to load resource|WebSocket|ERR_/.test(one))).toEqual([]);
});
const address = (): string => `${day.kit.url}/s/${day.summit}`;

/** The kit stops and comes back as `build`, or as it was. */
async function renew(build?: Build, more: Record<string, string> = {}): Promise<void> {
	await day.kit.end('SIGTERM');
	await day.kit.open(more, build?.root);
}
/** The scripts of the phone's that this page runs, by name. */
const scripts = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.scripts].flatMap(({ src }) => (src.includes('/immutable/phone/') ? [src.split('/').at(-1) ?? ''] : []))
	);
const isNext = (name: string | undefined): boolean => name?.includes('-next.') === true;
/** Whether the phone keeps the files of each build it has a cache for, oldest first. */
const builds = (page: Page): Promise<boolean[]> =>
	page.evaluate(async () => {
		const found = [];
		for (const name of await caches.keys()) {
			const kept = await (await caches.open(name)).keys();
			if (kept.some(({ url }) => url.endsWith('/s/shell'))) found.push(kept.some(({ url }) => url.includes('-next.')));
		}
		return found;
	});
/** What waits on this page's device, in words. */
const keptWords = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const asked = indexedDB.open('summit-outbox');
		await new Promise((resolve) => (asked.onsuccess = resolve));
		const all = asked.result.transaction('kept').objectStore('kept').getAll() as IDBRequest<
			{ command: { words: string } }[]
		>;
		await new Promise((resolve) => (all.onsuccess = resolve));
		asked.result.close();
		return all.result.map(({ command }) => command.words);
	});
/** A phone at the question in words, on a page of this build that its worker looks after. */
async function oldPhone(context: BrowserContext): Promise<Page> {
	const page = await tabOf(context, address());
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
		.toBe('activated');
	// A page that was just loading when the worker began is looked after from its next load on.
	await page.reload();
	await toWords(page);
	expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	expect((await scripts(page)).some(isNext)).toBe(false);
	await expect.poll(() => keptScreens(page)).toContain('"settings:neighbourhood"');
	return page;
}

test('L3, S5: a new build takes over a phone where words wait; they are sent once, and it opens without a network again', async ({
	browser
}) => {
	const context = await phoneOf(browser, day);
	const page = await oldPhone(context);

	await context.setOffline(true);
	await day.kit.end('SIGTERM');
	await page.reload();
	await toWords(page);
	await write(page, 'renewed: written before');
	await expect(waits(page, 1)).toBeVisible();
	await day.kit.open({}, next.root);
	await context.setOffline(false);
	// The old page, whose files the kit has no more: it sends, and *Talk to someone* opens.
	await expect.poll(() => arrived(day)).toEqual(['renewed: written before']);
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await expect(page.getByText('How shall we meet?')).toBeVisible();
	await page.getByRole('link', { name: 'Close' }).tap();

	// One visit with a network, and the next build's worker has taken over.
	await page.reload();
	await toWords(page);
	expect((await scripts(page)).every(isNext)).toBe(true);
	await expect.poll(() => builds(page)).toEqual([false, true]);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
	await context.setOffline(true);
	await day.kit.end('SIGTERM');
	await page.reload();
	await toWords(page);
	expect((await scripts(page)).every(isNext)).toBe(true);
	await write(page, 'renewed: written after');
	await expect(waits(page, 1)).toBeVisible();
	await day.kit.open({}, next.root);
	await context.setOffline(false);
	await expect.poll(() => arrived(day)).toEqual(['renewed: written before', 'renewed: written after']);
	await context.close();
	await renew();
});

test('S5: a page of the build before still fetches what it has not fetched yet, after the next one’s worker took over', async ({
	browser
}) => {
	const context = await phoneOf(browser, day);
	const page = await oldPhone(context);
	await renew(next);
	// A build that cannot be kept must not take the place of the one before.
	await page.evaluate(() => caches.open('phone 0'));
	await page.evaluate(async () => {
		await (await navigator.serviceWorker.ready).update();
	});
	// It goes when the next worker takes over.
	await expect.poll(() => page.evaluate(() => caches.has('phone 0'))).toBe(false);
	expect(await builds(page)).toEqual([false, true]);
	const [old = ''] = await scripts(page);
	const got = await page.evaluate(
		async (name) => (await fetch(`/_app/immutable/phone/${name}`, { cache: 'no-store' })).status,
		old
	);
	expect(got).toBe(200);
	const gone = await page.request.get(`${day.kit.url}/_app/immutable/phone/${old}`);
	expect(gone.status()).toBe(404);
	await context.close();
	await renew();
});

test('L3, S5, L7: a page of an older protocol says so, keeps what was written, and sends it once it was loaded again', async ({
	browser
}) => {
	const renewed = await anotherBuild({ protocol: PROTOCOL + 1 });
	const context = await phoneOf(browser, day);
	const page = await oldPhone(context);
	await day.kit.end('SIGTERM');
	await write(page, 'renewed: of the older protocol');
	await expect(waits(page, 1)).toBeVisible();
	await day.kit.open({}, renewed.root);
	await expect(page.getByRole('heading', { name: 'This page is out of date' })).toBeVisible();
	await expect(page.getByText('What you wrote is still on this phone.')).toBeVisible();
	expect(await keptWords(page)).toEqual(['renewed: of the older protocol']);

	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await expect(page.getByText('Tell an adult with a green badge.')).toBeVisible();
	await page.getByRole('button', { name: 'Load this page again' }).tap();
	await expect(page.getByText('How shall we meet?')).toBeVisible();
	await expect.poll(() => keptWords(page)).toEqual([]);
	await renew();
	await expect.poll(() => arrived(day)).toContain('renewed: of the older protocol');
	await context.close();
	await renewed.remove();
});

test('L3, S13: what a card kept that is signed in no more leaves the device, and the page says that it was not sent', async ({
	browser
}) => {
	const context = await phoneOf(browser, day);
	const page = await oldPhone(context);
	await day.kit.end('SIGTERM');
	await write(page, 'renewed: of a card that is gone');
	await expect(waits(page, 1)).toBeVisible();
	expect(await keptWords(page)).toEqual(['renewed: of a card that is gone']);
	await context.clearCookies();
	await day.kit.open();
	await expect(page.getByText('Something you wrote did not reach us.')).toBeVisible();
	await expect.poll(() => keptWords(page)).toEqual([]);
	expect(await arrived(day)).not.toContain('renewed: of a card that is gone');
	await context.close();
});
