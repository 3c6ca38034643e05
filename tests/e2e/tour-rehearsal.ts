/** The rehearsal's page and the screens it leads to, with the made-up class at work. */
import { expect } from '@playwright/test';
import type { Browser } from '@playwright/test';
import type { KitProcess } from './kit.ts';
import { LAPTOP, person } from './people.ts';
import type { Look } from './tour-phone.ts';

type Rehearsal = { browser: Browser; kit: KitProcess; complaints: string[]; look: Look };

export async function tourOfRehearsal({ browser, kit, complaints, look }: Rehearsal): Promise<void> {
	const { page } = await person(browser, { viewport: LAPTOP, complaints });
	const links = kit.rehearsal ?? '';
	await page.goto(links);
	await look('rehearsal', page, 'staff');
	for (const [part, on] of [
		['Wall', 'wall'],
		['Facilitator', 'staff'],
		['Station lead', 'staff'],
		['Safeguarding lead', 'staff'],
		['Observer', 'staff']
	] as const) {
		const opened = page.waitForEvent('popup');
		await page.getByRole('button', { name: `Open as ${part}` }).click();
		const tab = await opened;
		await expect(tab.getByText(/rehearsal/i).first()).toBeVisible();
		await look(`rehearsal, ${part.toLowerCase()}`, tab, on);
	}
	const opened = page.waitForEvent('popup');
	await page.getByRole('link', { name: 'Join as a student' }).click();
	const phone = await opened;
	await expect(phone.getByRole('button', { name: 'Get my card' })).toBeVisible();
	await look('rehearsal, student', phone, 'phone');
}
