/** What a facilitator presses at the console, with the mouse and by key, where a slip would cost the room something. */
import { expect, test } from '@playwright/test';
import { becomeLead, invite, setUp } from './adults.ts';
import { KitProcess } from './kit.ts';
import { LAPTOP, person } from './people.ts';

test.use({ actionTimeout: 20_000 });

test('S6, S11: Space is Next after a click, closing asks, and what was typed is not lost', async ({ browser }) => {
	test.setTimeout(240_000);
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const { page: desk } = await person(browser, { viewport: LAPTOP, complaints });
	const { page: lead } = await person(browser, { viewport: LAPTOP, complaints });
	const summit = await setUp(desk, kit);
	await becomeLead(lead, await invite(desk, 'Safeguarding lead'));

	await test.step('S11: the edge of a room is set once it is typed', async () => {
		const school = desk.locator('details', { hasText: 'School map' }).first();
		await school.locator('summary').first().click();
		await school
			.getByRole('button', { name: /toilets/i })
			.first()
			.click();
		const [left, right] = [school.getByLabel('Left edge, %'), school.getByLabel('Right edge, %')];
		const before = await left.inputValue();
		await right.press('ControlOrMeta+A');
		await right.pressSequentially('98');
		await expect(right).toHaveValue('98');
		await expect(left).toHaveValue(before);
		await right.press('Tab');
		await expect(right).toHaveValue('98');
		await desk.getByRole('link', { name: 'Run', exact: true }).click();
		await desk.getByRole('button', { name: 'Leave without saving' }).click();
		await desk.waitForURL('**/run**');
	});

	await test.step('S5: Space is Next after a click, and leads to who read the welfare statement', async () => {
		await desk
			.getByRole('group', { name: 'Controls for every screen' })
			.getByRole('button', { name: 'Open doors' })
			.click();
		await expect(desk.getByRole('button', { name: 'Close doors' })).toBeVisible();
		const next = desk.getByRole('button', { name: 'Say who read it aloud' });
		await expect(next).toBeVisible();
		const field = desk.getByRole('textbox', { name: 'Read aloud by' });
		// A press right after the words changed is not heard, so it is made until it is.
		await expect(async () => {
			await desk.keyboard.press(' ');
			await expect(field).toBeFocused({ timeout: 500 });
		}).toPass({ timeout: 20_000 });
		await expect(desk.getByRole('button', { name: 'Close doors' })).toBeVisible();
		await field.fill('Jo Cole');
		await field.press('Enter');
		await expect(desk.getByRole('button', { name: 'Open station 1' })).toBeVisible();
	});

	await test.step('S6: closing the summit asks first', async () => {
		await desk
			.getByRole('navigation', { name: 'The day' })
			.getByRole('button', { name: /Going home/ })
			.click();
		await desk.getByRole('button', { name: 'Close the summit' }).click();
		const dialog = desk.getByRole('dialog', { name: 'Close the summit for good?' });
		await expect(dialog).toBeVisible();
		await desk.context().setOffline(true);
		await expect(dialog.getByText('No connection just now.').first()).toBeVisible();
		await desk.context().setOffline(false);
		await dialog.getByRole('button', { name: 'Not yet' }).click();
		await expect(desk.getByRole('heading', { name: 'Close the summit' })).toBeVisible();
	});

	await test.step('S6: signing out ends the other tab of the browser too', async () => {
		const other = await lead.context().newPage();
		await other.goto(`${kit.url}/staff/${summit}/worries`);
		await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
		await lead.getByRole('link', { name: 'Sign out' }).click();
		await lead.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
		await lead.waitForURL('**/sign-in**');
		await expect(other.getByRole('heading', { name: 'This part has ended' })).toBeVisible();
		await expect(desk.getByRole('heading', { name: 'Close the summit' })).toBeVisible();
	});
	expect(complaints).toEqual([]);
	await kit.close();
});
