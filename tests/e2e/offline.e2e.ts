/** A student's page without a network at all, where the browser takes the page for safe: the service worker's part of L3. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { arrived, keptScreens, openSchool, phoneOf, tabOf, toWords, waits, write } from './own-queue.ts';

const school = openSchool();

async function readyForOffline(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
	await expect.poll(() => keptScreens(page)).toContain('"settings:neighbourhood"');
}

test('L3: with the kit gone a reload and a cold start show the student’s screen; what is written waits, and is sent once', async ({
	browser
}) => {
	const context = await phoneOf(browser, school.day);
	const page = await tabOf(context, school.address());
	await write(page, 'offline: sent before');
	await expect.poll(() => arrived(school.day)).toEqual(['offline: sent before']);
	await readyForOffline(page);
	// What was acknowledged has left the device, its words and that it was said (L3).
	expect(await keptScreens(page)).not.toMatch(/sent before|"mine:/);

	await context.setOffline(true);
	await school.day.kit.end('SIGTERM');
	await page.reload();
	await expect(page.getByRole('textbox')).toBeVisible();
	await write(page, 'offline: written after a reload');
	await expect(waits(page, 1)).toBeVisible();
	await page.close();

	const cold = await context.newPage();
	await cold.goto(school.address());
	await toWords(cold);
	await expect(waits(cold, 1)).toBeVisible();
	await cold.getByRole('link', { name: 'Talk to someone' }).tap();
	await expect(cold.getByText('How shall we meet?')).toBeVisible();
	await cold.getByRole('link', { name: 'Close' }).tap();
	await write(cold, 'offline: written after a cold start');
	await expect(waits(cold, 2)).toBeVisible();

	await school.day.kit.open();
	await context.setOffline(false);
	await expect(cold.getByText('All of it is sent now.')).toBeVisible();
	await expect
		.poll(() => arrived(school.day))
		.toEqual(['offline: sent before', 'offline: written after a reload', 'offline: written after a cold start']);
	await context.close();
});

test('L3: a device that was handed on shows nothing of the card before, and opens again by itself', async ({
	browser
}) => {
	const context = await phoneOf(browser, school.day);
	const page = await tabOf(context, school.address());
	await readyForOffline(page);
	await page.goto(`${school.address()}?show=next`);
	await page.getByRole('button', { name: 'Next person' }).tap();
	await page.waitForURL((url) => url.pathname === '/');
	expect(await keptScreens(page)).toBe('[]');
	await context.setOffline(true);
	await school.day.kit.end('SIGTERM');
	await page.goto(school.address());
	await expect(page.getByRole('heading', { name: 'No Wi-Fi just now' })).toBeVisible();
	await school.day.kit.open();
	await context.setOffline(false);
	await page.waitForURL((url) => url.pathname === '/');
	await context.close();
});

test('S1, L3: the shell is the same for everybody, and no adult’s page has a service worker', async ({ browser }) => {
	const context = await phoneOf(browser, school.day);
	const page = await tabOf(context, school.address());
	await readyForOffline(page);
	const asked = [await page.request.get(`${school.day.kit.url}/s/shell`), await fetch(`${school.day.kit.url}/s/shell`)];
	const [mine, anybodys] = await Promise.all(
		asked.map(async (shell) => (await shell.text()).replaceAll(/nonce="[^"]*"/g, ''))
	);
	expect(mine).toBe(anybodys);
	const scopes = await page.evaluate(async () => {
		const all = await navigator.serviceWorker.getRegistrations();
		return all.map(({ scope }) => new URL(scope).pathname);
	});
	expect(scopes).toEqual(['/s/']);
	expect(await school.day.facilitator.page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
	expect(
		await school.day.facilitator.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
	).toBe(0);
	await context.close();
});
