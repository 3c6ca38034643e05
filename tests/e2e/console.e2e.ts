/** The console under real hands: a press too many, the keyboard alone, a page that is being read while rows come in. */
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Voice } from '../live/kit.ts';
import { openDoors, readyDay, students } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { LAPTOP } from './people.ts';

test.use({ actionTimeout: 10_000 });
test.describe.configure({ timeout: 120_000 });

let kit: KitProcess;
let day: Day;
let desk: Page;
let voice: Voice | undefined;
const complaints: string[] = [];
test.beforeAll(async ({ browser }) => {
	kit = await KitProcess.start();
	day = await readyDay(browser, kit, complaints);
	await openDoors(day);
	[voice] = await students(day, 1);
	await day.facilitator.open('neighbourhood');
	desk = day.facilitator.page;
});
test.beforeEach(async () => {
	const { status, version: seen } = await station();
	if (status === 'paused') await day.facilitator.must({ type: 'station:resume', station: 'neighbourhood', seen });
	await desk.setViewportSize(LAPTOP);
	await desk.goto(`${kit.url}/staff/${day.summit}/run`);
	await expect(desk.getByText(/taking part/)).toBeVisible();
});
test.afterAll(async () => {
	voice?.close();
	await kit.close();
	expect(complaints).toEqual([]);
});

const control = (name: string): Locator =>
	desk.getByRole('group', { name: 'Controls for every screen' }).getByRole('button', { name });
const ofStation = (name: string): Locator =>
	desk.getByRole('group', { name: 'This station' }).getByRole('button', { name, exact: true });

/** Presses, and once more in the very moment its words change, as a double press does. */
const pressTwice = (button: Locator): Promise<void> =>
	button.evaluate(
		(one: HTMLElement) =>
			new Promise<void>((pressed) => {
				const before = one.innerText;
				const watch = new MutationObserver(() => {
					if (one.innerText === before) return;
					watch.disconnect();
					one.click();
					pressed();
				});
				watch.observe(one, { childList: true, characterData: true, subtree: true });
				one.click();
			})
	);
const words = (text: string): Promise<unknown> | undefined =>
	voice?.must({
		...{ type: 'station:contribute', station: 'neighbourhood', step: 'one-idea', entry: { type: 'words' } },
		words: text
	});
const station = (): Promise<{ status: string; version: number }> =>
	day.facilitator.row('summit', 'station:neighbourhood');

test('S8: pressing twice pauses, blanks and freezes; it does not undo itself', async () => {
	await pressTwice(control('Blank walls'));
	await pressTwice(control('Freeze station'));
	await pressTwice(control('Pause everything'));
	// Commands of one screen are done in order: after this one, whatever a second press sent is done too.
	await control('Close doors').click();
	await expect(control('Open doors')).toBeVisible();
	const controls = await day.facilitator.row<{ paused: boolean; blanked: boolean }>('summit', 'controls');
	expect(controls).toMatchObject({ paused: true, blanked: true });
	expect((await station()).status).toBe('paused');
	for (const name of ['Resume everything', 'Unblank walls', 'Unfreeze station']) {
		// Not heard in the first second.
		await expect(async () => {
			if (await control(name).isVisible()) await control(name).click();
			await expect(control(name)).toHaveCount(0, { timeout: 1_000 });
		}).toPass();
	}
});

test('X1: Space pressed again where the keyboard is does not close the station', async () => {
	await ofStation('Freeze').focus();
	await desk.keyboard.press('Space');
	await expect(ofStation('Unfreeze')).toBeFocused();
	await desk.keyboard.press('Space');
	await ofStation('Reveal on the wall').focus();
	await desk.keyboard.press('Space');
	await expect(ofStation('Hide from the wall')).toBeFocused();
	await desk.keyboard.press('Space');
	await day.facilitator.must({ type: 'controls:blank' });
	await expect(control('Unblank walls')).toBeVisible();
	expect((await station()).status).not.toBe('closed');
	const { version } = await day.facilitator.row<{ version: number }>('summit', 'controls');
	await day.facilitator.must({ type: 'controls:unblank', seen: version });
});

test('X1: the Wi-Fi goes and comes back, and the button that had the keyboard has it still', async () => {
	await ofStation('Freeze').focus();
	await desk.context().setOffline(true);
	await expect(desk.getByText('No connection', { exact: true })).toBeVisible();
	await expect(ofStation('Freeze')).toBeFocused();
	await desk.context().setOffline(false);
	await expect(desk.getByText(/taking part/)).toBeVisible();
	await expect(ofStation('Freeze')).toBeFocused();
});

test('X1: on a small screen the page stays where it is read while counts change', async () => {
	await desk.setViewportSize({ width: 800, height: 600 });
	await words('a bench by the canal');
	await expect(desk.getByText('a bench by the canal')).toBeVisible();
	await desk.getByRole('heading', { name: /To read/ }).scrollIntoViewIfNeeded();
	await desk.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	const before = await desk.evaluate(() => window.scrollY);
	expect(before).toBeGreaterThan(100);
	await words('a lamp by the canal');
	await expect(desk.getByText('a lamp by the canal')).toBeVisible();
	expect(await desk.evaluate(() => window.scrollY)).toBeGreaterThanOrEqual(before);
});
