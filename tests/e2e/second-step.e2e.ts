/** S7: staff sign-in as it comes out of the box, under real hands: an app for codes, recovery codes, a code asked for in place. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import path from 'node:path';
import { codeAt, keyOf } from '../live/authenticator.ts';
import { CLIENT, OidcServer } from '../live/oidc-server.ts';
import { KitProcess } from './kit.ts';
import { LAPTOP, PHONE, person } from './people.ts';

test.use({ actionTimeout: 10_000 });

const MINUTE = 60_000;
const ME = { email: 'alex@example.org', passphrase: 'four quiet otters swim' };

/** Axe on both devices and in both themes; a picture of each where `PICTURES` names a folder. */
async function look(page: Page, name: string, found: string[]): Promise<void> {
	for (const size of [LAPTOP, PHONE]) {
		await page.setViewportSize(size);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
			const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
			for (const { id, nodes } of violations)
				found.push(`${name}, ${size.width} wide, ${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`);
			const folder = process.env['PICTURES'];
			if (folder !== undefined)
				await page.screenshot({ path: path.join(folder, `${name}-${size.width}-${colorScheme}.png`), fullPage: true });
		}
	}
	await page.setViewportSize(LAPTOP);
	await page.emulateMedia({ colorScheme: 'light' });
}

/** As if this much time had gone by for everybody's second step. */
function timePasses(kit: KitProcess, milliseconds: number): void {
	const database = new Database(path.join(kit.dataDir, 'accounts.db'));
	database.prepare('update staffSession set secondStepAt = secondStepAt - ?').run(milliseconds);
	database.prepare('update staffSecondStep set lastStep = lastStep - ?').run(Math.floor(milliseconds / 30_000));
	database.close();
}

async function makeAccount(page: Page, kit: KitProcess): Promise<void> {
	await page.goto(kit.setupLink ?? '');
	await page.getByLabel('Your name').fill('Alex Morgan');
	await page.getByLabel('Work email').fill(ME.email);
	await page.locator('input[name=passphrase]').fill(ME.passphrase);
	await page.getByRole('button', { name: 'Make my account' }).click();
	await page.waitForURL('**/staff/second-step**');
}

test('S7: an account sets its second step up, signs in with it, and is asked again before a lead is invited', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const kit = await KitProcess.start({ SECOND_FACTOR: '1' });
	const [found, complaints]: [string[], string[]] = [[], []];
	const { page } = await person(browser, { viewport: LAPTOP, complaints });

	await makeAccount(page, kit);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second step');
	await look(page, 'set-up', found);
	const key = keyOf(await page.locator('.key').innerText());
	const code = page.getByLabel('Six numbers');
	await code.fill('000000');
	await page.getByRole('button', { name: 'Use this app' }).click();
	await expect(page.getByText('That code is not right')).toBeVisible();
	expect(keyOf(await page.locator('.key').innerText())).toEqual(key);
	await code.fill(codeAt(key, Date.now()));
	await page.getByRole('button', { name: 'Use this app' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep these ten codes');
	await expect(page.locator('main li')).toHaveCount(10);
	const recovery = await page.locator('main li').first().innerText();
	await look(page, 'recovery-codes', found);
	await page.getByRole('link', { name: 'I have kept them' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My summits');

	await page.locator('summary', { hasText: 'Start a new summit' }).click();
	await page.getByLabel('Name of the summit').fill('Northbank Student Safety Summit');
	await page.getByLabel('School that hosts it').fill('Northbank School');
	await page.getByRole('button', { name: 'Make the summit' }).click();
	await page.waitForURL('**/set-up**');
	const setUp = page.url();

	await page.goto(`${kit.url}/staff/sign-out`);
	await page.locator('main').getByRole('button', { name: 'Sign out' }).click();
	await page.waitForURL('**/sign-in');
	await page.goto(setUp);
	await page.getByLabel('Work email').fill(ME.email);
	await page.locator('input[name=passphrase]').fill(ME.passphrase);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type your code');
	await page.locator('summary', { hasText: 'I don’t have my phone' }).click();
	await look(page, 'type-a-code', found);
	timePasses(kit, MINUTE);
	await page.getByLabel('The six numbers your app shows').fill(codeAt(key, Date.now()));
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.waitForURL(setUp);

	timePasses(kit, 11 * MINUTE);
	const people = page.getByRole('region', { name: 'People', exact: true });
	await people.getByRole('radio', { name: 'lead' }).first().check();
	await people.getByLabel('Their name').fill('Ms Cole');
	await people.getByRole('button', { name: 'Make a link' }).click();
	const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
	await expect(dialog).toBeVisible();
	await look(page, 'asked-in-place', found);
	await dialog.getByRole('textbox').fill('000000');
	await dialog.getByRole('button', { name: 'Go on' }).click();
	await expect(dialog.getByText('That code is not right')).toBeVisible();
	await dialog.getByRole('textbox').fill(codeAt(key, Date.now()));
	await dialog.getByRole('button', { name: 'Go on' }).click();
	await expect(dialog).toBeHidden();
	await expect(people.getByText('A link for Ms Cole')).toBeVisible();

	await page.goto(`${kit.url}/staff/account`);
	await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible();
	await look(page, 'account', found);
	timePasses(kit, 11 * MINUTE);
	await page.getByRole('link', { name: 'Use another app or phone' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type a code again');
	await page.locator('summary', { hasText: 'I don’t have my phone' }).click();
	await page.getByLabel('One of your recovery codes').fill(recovery);
	await page.getByRole('button', { name: 'Use a recovery code' }).click();
	await expect(page.getByText('You have 9 left.')).toBeVisible();
	await look(page, 'recovered', found);
	await page.getByRole('link', { name: 'Make ten new ones' }).click();
	await look(page, 'new-codes', found);
	await page.getByRole('button', { name: 'Make ten new codes' }).click();
	await expect(page.locator('main li')).toHaveCount(10);
	await expect(page.getByText(recovery)).toHaveCount(0);

	await kit.close();
	expect(found).toEqual([]);
	expect(complaints).toEqual([]);
});

test('S7: the organisation’s own sign-in is reached and come back from under the pages’ own policy', async ({
	browser
}) => {
	const provider = await OidcServer.start();
	const kit = await KitProcess.start({
		SECOND_FACTOR: '1',
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: CLIENT.id,
		OIDC_CLIENT_SECRET: CLIENT.secret,
		OIDC_NAME: 'Northbank Trust'
	});
	provider.redirect = `${kit.url}/staff/sign-in/callback`;
	provider.claims = { email: ME.email, email_verified: true };
	const [found, complaints]: [string[], string[]] = [[], []];
	const { page } = await person(browser, { viewport: LAPTOP, complaints });
	await makeAccount(page, kit);
	await page.getByRole('button', { name: 'Start again' }).click();
	await page.waitForURL('**/staff/sign-in');
	await look(page, 'sign-in', found);
	await page.getByRole('button', { name: 'Sign in with Northbank Trust' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second step');
	await kit.close();
	await provider.close();
	expect(provider.complaints).toEqual([]);
	expect(found).toEqual([]);
	expect(complaints).toEqual([]);
});
