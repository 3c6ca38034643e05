/** Somebody who types letter by letter, and moves with the arrow keys: nothing on the screen may take the keyboard away. */
import { expect, test } from '@playwright/test';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';

test.use({ actionTimeout: 10_000 });
test.describe.configure({ timeout: 180_000 });

let kit: KitProcess;
let day: Day;
let complaints: string[];
test.beforeEach(async ({ browser }) => {
	kit = await KitProcess.start();
	complaints = [];
	day = await readyDay(browser, kit, complaints);
	await openDoors(day);
});
test.afterEach(async () => {
	await kit.close();
	expect(complaints).toEqual([]);
});

test('M3: words on a mark are typed letter by letter', async ({ browser }) => {
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints });
	await day.facilitator.open('neighbourhood');
	await page.goto(`${kit.url}/j/${await day.key()}`);
	await page.getByText('Northbank School').tap();
	await page.getByText('Years 9 to 11').tap();
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await page.getByRole('radio', { name: 'List' }).tap();
	await page.getByRole('radio', { name: 'Library' }).tap();
	const next = page.getByRole('button', { name: 'Next', exact: true });
	await next.tap();
	// A new question takes the keyboard; an answer to it does not.
	const sheet = page.getByRole('region', { name: 'Your mark' });
	await expect(sheet).toBeFocused();
	await page.getByRole('radio', { name: 'Safe', exact: true }).tap();
	for (let question = 1; question <= 3; question += 1) await next.tap();
	await expect(sheet).toBeFocused();
	const words = page.getByRole('textbox');
	await words.pressSequentially('a warm place to wait');
	await expect(words).toHaveValue('a warm place to wait');
	await expect(words).toBeFocused();
});
