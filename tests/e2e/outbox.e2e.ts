/** What a phone wrote without a network: in several tabs, in a browser that keeps nothing, on a device that is handed on. */
import { expect, test } from '@playwright/test';
import { arrived, keptCommands, openSchool, phoneOf, tabOf, waits, write } from './own-queue.ts';

const school = openSchool();

test('L3: two tabs of one card show and send the same queue, once and in order; the one that closes loses nothing', async ({
	browser
}) => {
	const context = await phoneOf(browser, school.day);
	const [one, two] = [await tabOf(context, school.address()), await tabOf(context, school.address())];
	await context.setOffline(true);
	await write(one, 'tabs: from the first');
	await expect(waits(two, 1)).toBeVisible();
	await write(two, 'tabs: from the second');
	await expect(waits(one, 2)).toBeVisible();
	await write(one, 'tabs: from the first again');
	await expect(waits(two, 3)).toBeVisible();
	await one.close();
	await context.setOffline(false);
	await expect(two.getByText('All of it is sent now.')).toBeVisible();
	const mine = (await arrived(school.day)).filter((text) => text.startsWith('tabs:'));
	expect(mine).toEqual(['tabs: from the first', 'tabs: from the second', 'tabs: from the first again']);
	await context.close();
});

test('L3: the tab that was sending is closed in the middle, and the other goes on', async ({ browser }) => {
	const context = await phoneOf(browser, school.day);
	const [one, two] = [await tabOf(context, school.address()), await tabOf(context, school.address())];
	school.day.kit.pause();
	await write(one, 'closed: from the one that sends');
	await write(two, 'closed: from the one that waits');
	await expect(waits(two, 2)).toBeVisible();
	await one.close();
	school.day.kit.goOn();
	await expect(two.getByText('All of it is sent now.')).toBeVisible();
	const mine = (await arrived(school.day)).filter((text) => text.startsWith('closed:'));
	expect(mine).toEqual(['closed: from the one that sends', 'closed: from the one that waits']);
	await context.close();
});

test('L3: what waits outlives a reload, and stands among a student’s own until it is sent', async ({ browser }) => {
	const context = await phoneOf(browser, school.day);
	const page = await tabOf(context, school.address());
	await page.context().setOffline(true);
	await write(page, 'reload: written before');
	await expect(waits(page, 1)).toBeVisible();
	await page.close();
	// The page comes, and what the kit says; what the phone says does not go through.
	await context.setOffline(false);
	const ways = ['**/live/socket/**', '**/live/do'];
	for (const way of ways) await context.route(way, (route) => route.abort());
	const again = await tabOf(context, school.address());
	await expect(waits(again, 1)).toBeVisible();
	await expect(again.getByText('You sent something here already.')).toBeVisible();
	for (const way of ways) await context.unroute(way);
	await expect(again.getByText('All of it is sent now.')).toBeVisible();
	expect((await arrived(school.day)).filter((text) => text.startsWith('reload:'))).toEqual(['reload: written before']);
	await context.close();
});

test('L3: a disk that is full in the middle is said plainly, and what was written goes out from memory', async ({
	browser
}) => {
	const context = await phoneOf(browser, school.day);
	const page = await tabOf(context, school.address());
	await page.evaluate(() => {
		IDBObjectStore.prototype.add = () => {
			throw new DOMException('The disk is full.', 'QuotaExceededError');
		};
	});
	await context.setOffline(true);
	await write(page, 'full: written in memory');
	await expect(page.getByText('This phone can’t keep it if you close the page. Leave it open.')).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText('All of it is sent now.')).toBeVisible();
	expect((await arrived(school.day)).filter((text) => text.startsWith('full:'))).toEqual(['full: written in memory']);
	await context.close();
});

test('L3: a device that is handed on forgets in every tab, and nothing that waited is sent', async ({ browser }) => {
	const before = school.day.complaints.length;
	const context = await phoneOf(browser, school.day);
	// What the phone says does not go through.
	const ways = ['**/live/socket/**', '**/live/do'];
	for (const way of ways) await context.route(way, (route) => route.abort());
	const [one, two] = [await tabOf(context, school.address()), await tabOf(context, school.address())];
	await write(one, 'handed: nobody may send this');
	await expect(waits(two, 1)).toBeVisible();
	await one.goto(`${school.address()}?show=next`);
	await one.getByRole('button', { name: 'Next person' }).tap();
	for (const page of [one, two]) await expect(page).toHaveURL(`${school.day.kit.url}/`);
	for (const way of ways) await context.unroute(way);
	expect(await keptCommands(two)).toEqual([]);
	expect((await arrived(school.day)).filter((text) => text.startsWith('handed:'))).toEqual([]);
	await context.close();
	// What the browser itself says about requests that did not come is no fault of the page's.
	school.day.complaints.length = before;
});
