/** A summit that is closed, and then erased, on every screen, shown to whoever looks. */
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import type { KitProcess } from './kit.ts';
import { person } from './people.ts';
import { tick } from './tour-phone.ts';
import type { Look } from './tour-phone.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

export async function tourOfClosing(q: {
	browser: Browser;
	kit: KitProcess;
	complaints: string[];
	look: Look;
}): Promise<void> {
	const day = await readyDay(q.browser, q.kit, q.complaints);
	await openDoors(day);
	const { page } = await person(q.browser, {
		viewport: { width: 360, height: 740 },
		touch: true,
		complaints: q.complaints
	});
	await page.goto(`${q.kit.url}/j/${await day.key()}`);
	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	await press(page, 'Get my card');
	await press(page, 'I agree. Start');
	await expect(page.getByText('Look up at the big screen')).toBeVisible();
	await day.facilitator.must({ type: 'doors:close' });
	await day.lead.must({ type: 'summit:clear' });
	await day.facilitator.must({ type: 'summit:close' });
	await expect(page.getByText('Look up at the big screen')).toHaveCount(0);
	await q.look('phone closed', page, 'phone');
	await page.getByText('Talk to someone').first().click();
	await q.look('phone closed, talk', page, 'phone');
	for (const where of ['run', 'plan', 'set-up']) {
		await day.facilitator.page.goto(`${q.kit.url}/staff/${day.summit}/${where}`);
		await expect(day.facilitator.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		await q.look(`closed, ${where}`, day.facilitator.page, 'staff');
	}
	await q.look('wall closed', day.wall.page, 'wall');
	await tourOfErasing({ day, phone: page, look: q.look });
}

/** A lead erases before the time: the question, and what everybody sees afterwards (S13). */
async function tourOfErasing({ day, phone, look }: { day: Day; phone: Page; look: Look }): Promise<void> {
	const { page } = day.lead;
	await page.goto(`${day.kit.url}/staff/${day.summit}/set-up#data`);
	await press(page, 'Erase now');
	const box = page.getByRole('dialog');
	await look('data, erasing asked', page, 'staff');
	await box.getByLabel('Why now').selectOption({ index: 1 });
	await box.getByLabel('Type the summit’s name to confirm').fill('Northbank Student Safety Summit');
	await box.getByRole('button', { name: 'Erase for good' }).click();
	await expect(page.getByRole('region', { name: /^Receipt/ })).toBeVisible({ timeout: 30_000 });
	await look('data, a receipt', page, 'staff');
	await page.goto(`${day.kit.url}/staff/${day.summit}/worries`);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
	await look('worries, erased', page, 'staff');
	await phone.getByText('Close', { exact: true }).first().click();
	await expect(phone.getByRole('heading', { name: 'This device isn’t joined any more' })).toBeVisible();
	await look('phone, erased', phone, 'phone');
}
