/** Asking an action's owner, and the owner's own page in every state, shown to whoever looks (P4). */
import { expect } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { openDoors } from './day.ts';
import type { Day } from './day.ts';
import { LAPTOP, person } from './people.ts';
import { tick } from './tour-phone.ts';
import type { Look } from './tour-phone.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
/** Opens a folded form, if it is not open. */
const unfold = (form: Locator): Promise<void> =>
	form.evaluate((one) => {
		if (one instanceof HTMLDetailsElement) one.open = true;
	});

export async function tourOfOwner({ browser, day, look }: { browser: Browser; day: Day; look: Look }): Promise<void> {
	const { kit, summit, facilitator } = day;
	const desk = facilitator.page;
	await openDoors(day);
	const theme = (await facilitator.rows<{ id: string }>('ideas', 'theme:'))[0]?.id ?? '';
	await facilitator.must({ type: 'theme:answer', theme, seen: 0, answer: 'yes', because: '', until: null });
	await facilitator.must({
		...{ type: 'action:add', theme, ideas: [], what: 'Two new lights and a painted wall in the underpass' },
		...{ changes: 'place', fairBecause: '', due: '2027-03-01', told: 'The lights work by the first of March.' },
		owner: { name: 'Dana Reed', role: 'Street lighting', organisation: 'City council' }
	});
	await desk.goto(`${kit.url}/staff/${summit}/plan`);
	await desk.getByRole('tab', { name: /Answers/ }).click();
	await press(desk, 'Ask Dana Reed');
	await look('plan, asking an owner', desk, 'staff');
	await press(desk, 'Make a link');
	const address = desk.locator('.address');
	await expect(address).toBeVisible();
	await look('plan, an owner’s link', desk, 'staff');

	const { page } = await person(browser, { viewport: LAPTOP, complaints: day.complaints });
	const see = (name: string): Promise<void> => look(`owner, ${name}`, page, 'staff');
	await page.goto(await address.innerText());
	await see('invited');
	await page.locator('form.card button[type=submit]').click();
	await page.waitForURL('**/owner/**');
	await see('asked');
	for (const form of await page.locator('details').all()) await unfold(form);
	await see('asked, all answers open');
	await page.getByLabel('The day you can do it by').fill('2027-04-01');
	await page.getByLabel('Why', { exact: true }).fill('-');
	await press(page, 'Ask for this day');
	await expect(page.getByText(/say why in a few words/)).toBeVisible();
	await see('another date, refused');
	await unfold(page.locator('details').nth(1));
	await page.getByLabel('Why', { exact: true }).fill('The lamps come from abroad.');
	await press(page, 'Ask for this day');
	await expect(page.getByText(/decide about the date/)).toBeVisible();
	await see('another date, asked for');
	await press(page, 'I accept this');
	await expect(page.getByText('You have accepted this.')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'Thank you.' })).toBeFocused();
	await see('accepted');
	await unfold(page.locator('details').first());
	await tick(page, 'Started');
	await press(page, 'Save');
	await expect(page.getByText(/Noted\./)).toBeVisible();
	await see('started');
	await unfold(page.locator('details').last());
	await page.getByLabel('Why you cannot').fill('We do not own that underpass.');
	await press(page, 'I cannot do this');
	await expect(page.getByText('You have said that you cannot.')).toBeVisible();
	await see('declined');
	await look('plan, an owner cannot', desk, 'staff');
	await press(desk, 'Take the link back');
	await expect(page.getByRole('heading', { name: 'Nothing is asked of you here' })).toBeVisible();
	await see('ended');
}
