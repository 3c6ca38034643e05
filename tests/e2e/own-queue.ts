/** A student's phone at a question answered in words, for tests of what it keeps, and what arrives of it. */
import { expect, test } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openDoors, readyDay } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';

/** One day for all tests of the file that calls this, with the station of words open; at its end no page may have complained. */
export function openSchool(): { readonly day: Day; address(): string } {
	let day: Day;
	test.use({ actionTimeout: 20_000 });
	test.describe.configure({ timeout: 120_000 });
	test.beforeAll(async ({ browser }) => {
		day = await readyDay(browser, await KitProcess.start(), []);
		await openDoors(day);
		await day.facilitator.open('neighbourhood');
	});
	test.afterAll(async () => {
		await day.kit.close();
		expect(day.complaints).toEqual([]);
	});
	return {
		get day() {
			return day;
		},
		address: () => `${day.kit.url}/s/${day.summit}`
	};
}

/** A phone that has joined, with the station of words open. `origin` is how it names the kit. */
export async function phoneOf(browser: Browser, day: Day, origin = day.kit.url): Promise<BrowserContext> {
	const { page, context } = await person(browser, { viewport: PHONE, touch: true, complaints: day.complaints });
	await page.goto(`${origin}/j/${await day.key()}`);
	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	await page.getByRole('button', { name: 'Get my card' }).tap();
	await page.getByRole('button', { name: 'I agree. Start' }).tap();
	await expect(page.getByRole('button', { name: 'I agree. Start' })).toHaveCount(0);
	// What is not answered yet would wait on the phone beside what a test writes.
	await expect.poll(() => keptCommands(page)).toEqual([]);
	await page.close();
	return context;
}

/** A tab of that phone, at the question in words. */
export async function tabOf(context: BrowserContext, address: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(address);
	await toWords(page);
	return page;
}

export async function toWords(page: Page): Promise<void> {
	const box = page.getByRole('textbox');
	await expect(page.getByText(/Step \d of/)).toBeVisible();
	for (let step = 1; step < 8 && !(await box.isVisible()); step += 1) {
		const where = await page.getByText(/Step \d of/).innerText();
		await page.getByRole('button', { name: 'Pass', exact: true }).tap();
		await expect(page.getByText(where)).toHaveCount(0);
	}
	await expect(box).toBeVisible();
}

export async function write(page: Page, words: string): Promise<void> {
	await page.getByRole('textbox').fill(words);
	await page.getByRole('button', { name: 'Send', exact: true }).tap();
	await page.getByRole('button', { name: 'Go back' }).tap();
}

/** Every text that reached the adults, in the order they came. */
export async function arrived({ facilitator }: Day): Promise<string[]> {
	const rows = await facilitator.rows<{ text: string; at: number }>('queue');
	return rows.toSorted((one, other) => one.at - other.at).map(({ text }) => text);
}

export const waits = (page: Page, count: number) =>
	page.getByText(count === 1 ? /^1 answer is on this phone/ : new RegExp(`^${count} answers are on this phone`));

/** What this page's browser keeps to be sent. */
export const keptCommands = (page: Page): Promise<unknown[]> => allIn(page, 'kept');

/** What this page's browser keeps of a screen, as text. */
export const keptScreens = async (page: Page): Promise<string> => JSON.stringify(await allIn(page, 'screens'));

function allIn(page: Page, name: 'kept' | 'screens'): Promise<unknown[]> {
	return page.evaluate(async (store) => {
		const asked = indexedDB.open('summit-outbox');
		await new Promise((resolve) => (asked.onsuccess = resolve));
		const all = asked.result.transaction(store).objectStore(store).getAll();
		await new Promise((resolve) => (all.onsuccess = resolve));
		asked.result.close();
		return all.result as unknown[];
	}, name);
}
