import { expect, test } from '@playwright/test';
import { openDoors, readyDay } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';

test.use({ actionTimeout: 20_000 });

test('S4, L4: a station that closes on a student holds them until what they began is sent, and no longer', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const complaints: string[] = [];
	const kit = await KitProcess.start();
	const day = await readyDay(browser, kit, complaints);
	await openDoors(day);
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints });

	// A wrong code, then the right one: going back asks nobody to send a form again.
	await page.goto(kit.url);
	await page.getByRole('textbox').fill('000 000');
	await page.getByRole('button', { name: 'Join' }).tap();
	await expect(page.getByText('That code does not open a summit')).toBeVisible();
	const { code } = await day.facilitator.row<{ code: string }>('wall', 'doors');
	await page.getByRole('textbox').fill(code);
	await page.getByRole('button', { name: 'Join' }).tap();
	await page.waitForURL('**/j/*');
	await page.goBack();
	await expect(page.getByRole('textbox')).toBeVisible();
	await page.goForward();

	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await expect(page.getByText('Nothing to do yet.')).toBeVisible();

	// Words: sent late, they are kept, and the phone waits with everybody else.
	await day.facilitator.open('neighbourhood');
	for (const step of [2, 3, 4]) {
		await page.getByRole('button', { name: 'Pass', exact: true }).tap();
		await expect(page.getByText(`Step ${step} of`)).toBeVisible();
	}
	const box = page.getByRole('textbox');
	await box.fill('A bench by the gate');
	await page.getByRole('button', { name: 'Send', exact: true }).tap();
	await expect(page.getByRole('heading', { name: 'That’s all for this station' })).toBeFocused();
	// What was said of the words that are sent is not said over the next ones.
	await page.getByRole('button', { name: 'Go back' }).tap();
	await expect(page.getByText('Sent. An adult will read it.')).toBeVisible();
	await box.fill('Somebody to sit with at lunch');
	await expect(page.getByText('Sent. An adult will read it.')).toBeHidden();
	await day.facilitator.close('neighbourhood');
	await expect(page.getByText('You can send it, and an adult will read it.')).toBeVisible();
	await page.getByRole('button', { name: 'Send', exact: true }).tap();
	await expect(page.getByRole('heading', { name: 'Look up at the big screen' })).toBeVisible();
	await expect(page.getByText('Kept. An adult will read it.')).toBeVisible();
	await expect(page.getByText('This station has closed.')).toBeHidden();

	// A mark without words is promised to nobody; taken away, it holds nobody.
	await page.setViewportSize({ width: 320, height: 568 });
	await day.facilitator.open('school');
	await page.getByRole('button', { name: 'Go closer first' }).tap();
	await page.getByRole('application').tap();
	const feeling = page.getByRole('group', { name: 'How does it feel here?' });
	await expect(feeling).toBeVisible();
	const answers = await feeling.boundingBox();
	const foot = await page.getByRole('contentinfo').boundingBox();
	expect((answers?.y ?? 0) + (answers?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
	await day.facilitator.close('school');
	await expect(page.getByText('Marks can’t be added any more.')).toBeVisible();
	await expect(page.getByText('an adult will read it')).toBeHidden();
	await page.getByRole('button', { name: 'Take this mark away' }).tap();
	await expect(page.getByRole('heading', { name: 'Look up at the big screen' })).toBeVisible();

	// S5: what became of a request to talk stands clear of the bars, and of a card handed on it is said first.
	await page.setViewportSize(PHONE);
	await page.getByRole('link', { name: 'Talk to someone' }).tap();
	await tick(page, 'Come to me, quietly');
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Ask to talk' }).tap();
	const unsent = page.getByRole('heading', { name: 'Not sent yet' });
	await expect(unsent).toBeVisible();
	const covered = await unsent.evaluate((heading) => {
		const { x, y } = heading.getBoundingClientRect();
		return document.elementFromPoint(x + 2, y + 2) !== heading;
	});
	expect(covered).toBe(false);
	await page.context().setOffline(false);
	await expect(page.getByText('Sent. Nobody has read it yet.')).toBeVisible();
	await page.getByRole('link', { name: 'Next person on this device' }).tap();
	await expect(page.getByText('An adult is going to look for this card.')).toBeVisible();
	await kit.close();
	expect(complaints).toEqual([]);
});
