/**
 * A kit on a school's own Wi-Fi without TLS (S15). A browser does not take such a page for safe and keeps much from it: no
 * `crypto.subtle`, no `randomUUID`, no locks, no service worker. Nothing a student does needs them.
 */
import { chromium, expect, test } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/browser.ts';
import { openDoors, readyDay } from './day.ts';
import { KitProcess } from './kit.ts';
import { arrived, phoneOf, tabOf, waits, write } from './own-queue.ts';

test('L3, S15: over plain HTTP joining, writing, two tabs and a reload without a network all work', async () => {
	test.setTimeout(180_000);
	const executable = findBrowser();
	const browser = await chromium.launch({
		args: [...browserArguments(), '--host-resolver-rules=MAP kit.test 127.0.0.1'],
		...(executable === null ? {} : { executablePath: executable })
	});
	const complaints: string[] = [];
	const kit = await KitProcess.start({ ALLOW_PLAIN_HTTP: '1' }, 'kit.test');
	const day = await readyDay(browser, kit, complaints);
	await openDoors(day, true);
	await day.facilitator.open('neighbourhood');
	const origin = `http://kit.test:${new URL(kit.url).port}`;
	const address = `${origin}/s/${day.summit}`;

	const context = await phoneOf(browser, day, origin);
	const one = await tabOf(context, address);
	const missing = await one.evaluate(() => [
		window.isSecureContext,
		'subtle' in crypto,
		'randomUUID' in crypto,
		'locks' in navigator,
		'serviceWorker' in navigator
	]);
	expect(missing).toEqual([false, false, false, false, false]);
	await write(one, 'plain: at once');
	await expect.poll(() => arrived(day)).toEqual(['plain: at once']);

	const two = await tabOf(context, address);
	await context.setOffline(true);
	await write(one, 'plain: from the first tab');
	await write(two, 'plain: from the second tab');
	await expect(waits(one, 2)).toBeVisible();
	await expect(waits(two, 2)).toBeVisible();
	// Without a service worker the browser has no page to show; what was written is not the page's.
	await one.close();
	await two.reload().catch(() => null);
	await context.setOffline(false);
	await two.goto(address);
	await expect
		.poll(() => arrived(day))
		.toEqual(['plain: at once', 'plain: from the first tab', 'plain: from the second tab']);
	await kit.close();
	await browser.close();
	expect(complaints).toEqual([]);
});
