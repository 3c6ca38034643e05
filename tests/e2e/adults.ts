/** What adults do on their screens in a browser test, step by step, by the names a person reads. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { KitProcess } from './kit.ts';

/** From the set-up link to a summit of one school whose safety part is filled in; answers the summit's id. */
export async function setUp(desk: Page, kit: KitProcess): Promise<string> {
	await desk.goto(kit.setupLink ?? '');
	await desk.getByLabel('Your name').fill('Alex Morgan');
	await desk.getByLabel('Work email').fill('alex@example.org');
	await desk.locator('input[name=passphrase]').fill('four quiet otters swim');
	await desk.getByRole('button', { name: 'Make my account' }).click();
	await desk.waitForURL('**/staff');
	await desk.locator('summary', { hasText: 'Start a new summit' }).click();
	await desk.getByLabel('Name of the summit').fill('Northbank Student Safety Summit');
	await desk.getByLabel('School that hosts it').fill('Northbank School');
	await desk.getByRole('button', { name: 'Make the summit' }).click();
	await desk.waitForURL('**/set-up**');
	const safety = desk.getByRole('region', { name: 'Safety' });
	await safety.getByLabel('Quiet room').fill('Library, back door');
	await safety.getByRole('button', { name: 'Add person' }).click();
	await safety.getByLabel('Name', { exact: true }).first().fill('Dr Lowe');
	await safety.getByLabel('How to reach them').fill('01632 960 001');
	await safety.getByRole('button', { name: 'Use the United Kingdom’s' }).click();
	await safety.getByRole('button', { name: 'Save safety' }).click();
	await expect(safety.getByRole('status').last()).toContainText(/saved/i);
	return /staff\/([^/]+)\/set-up/.exec(desk.url())?.[1] ?? '';
}

/** Makes an invitation on the set-up screen and answers its address. */
export async function invite(desk: Page, part: string): Promise<string> {
	const people = desk.getByRole('region', { name: 'People', exact: true });
	await people.getByRole('radio', { name: part }).check();
	await people.getByRole('button', { name: 'Make a link' }).click();
	const address = await people.locator('.address').innerText();
	await people.getByRole('button', { name: 'Hide it' }).click();
	return address;
}

export async function takePart(
	page: Page,
	{ link, name, lands }: { link: string; name: string; lands: string }
): Promise<void> {
	await page.goto(link);
	await page.getByRole('textbox').first().fill(name);
	await page.locator('form.card button[type=submit]').click();
	await page.waitForURL(lands);
}

/** A safeguarding lead makes an account by invitation and answers the test alert (S14). */
export async function becomeLead(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByRole('textbox', { name: 'Your name' }).fill('Jo Cole');
	await page.getByRole('textbox', { name: 'Work email' }).fill('jo@example.org');
	await page.locator('input[name=passphrase]').first().fill('seven calm herons wait');
	await page.getByRole('button', { name: 'Make my account and join' }).click();
	await page.waitForURL('**/worries');
	await page.getByRole('button', { name: /answer/i }).click();
}
