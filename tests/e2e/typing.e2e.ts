/** Somebody who types letter by letter, and moves with the arrow keys: nothing on the screen may take the keyboard away. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Voice } from '../live/kit.ts';
import { openDoors, readyDay, showAll, students } from './day.ts';
import type { Day } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';

test.use({ actionTimeout: 10_000 });
test.describe.configure({ timeout: 120_000 });

let kit: KitProcess;
let day: Day;
let voices: Voice[];
const complaints: string[] = [];
test.beforeAll(async ({ browser }) => {
	kit = await KitProcess.start();
	day = await readyDay(browser, kit, complaints);
	await openDoors(day);
	voices = await students(day, 1);
	await day.facilitator.open('neighbourhood');
});
test.afterAll(async () => {
	for (const voice of voices) voice.close();
	await kit.close();
	expect(complaints).toEqual([]);
});

const contribute = async (words: string): Promise<void> => {
	const step = { station: 'neighbourhood', step: 'one-idea', entry: { type: 'words' } } as const;
	await voices[0]?.must({ type: 'station:contribute', ...step, words });
};
/** A student's words, approved: they come to the plan once they can no longer be taken back. */
async function approved(words: string, onto: Page): Promise<void> {
	await contribute(words);
	await showAll(day.facilitator);
	await expect(onto.getByText(words)).toBeVisible();
}

test('M3: words on a mark are typed letter by letter', async ({ browser }) => {
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints });
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

test('S3, X1: words are covered with the arrow keys and Space', async () => {
	const { page } = day.helper;
	await contribute('Ask Callum Price to stop');
	await page.goto(`${kit.url}/staff/${day.summit}/queue`);
	const words = page.getByRole('group', { name: 'Words to cover' }).getByRole('button');
	// What stands where something else stood a moment ago does not take a press yet.
	await expect(async () => {
		await page.getByRole('button', { name: /^Cover words/ }).click();
		await expect(words.first()).toBeFocused({ timeout: 1_000 });
	}).toPass();
	await page.keyboard.press('ArrowRight');
	await expect(words.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(words.nth(2)).toBeFocused();
	await page.keyboard.press('Space');
	await expect(words.nth(2)).toHaveAttribute('aria-pressed', 'true');
	await expect(words.nth(2)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(words.nth(1)).toBeFocused();
});

test('P9: what is typed into the plan’s dialogs stays while approved words come in', async () => {
	const { page } = day.facilitator;
	await page.goto(`${kit.url}/staff/${day.summit}/plan`);
	await approved('More lamps by the canal', page);
	await page
		.getByRole('button', { name: /^Change / })
		.first()
		.click();
	const dialog = page.getByRole('dialog');
	const name = dialog.getByLabel('Name');
	const size = page.viewportSize();
	await page.setViewportSize(PHONE);
	expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
	if (size) await page.setViewportSize(size);
	await name.fill('');
	await name.pressSequentially('Walking home');
	await approved('A bench by the school gate', page);
	await name.pressSequentially(' in the dark');
	await expect(name).toHaveValue('Walking home in the dark');
	// However often Escape is pressed, only the button throws it away.
	for (let press = 1; press <= 3; press += 1) await page.keyboard.press('Escape');
	await name.pressSequentially(', and back');
	await expect(name).toHaveValue('Walking home in the dark, and back');
	await dialog.getByRole('button', { name: 'Leave it' }).click();
	await expect(dialog).toHaveCount(0);

	await page.getByRole('checkbox', { name: 'More lamps by the canal' }).check();
	await page.getByRole('button', { name: 'Make one idea' }).click();
	const theme = dialog.getByLabel('Theme');
	await theme.selectOption({ index: 3 });
	const chosen = await theme.inputValue();
	await dialog.getByLabel('The idea, in your words').pressSequentially('Light the');
	await approved('A later bus on practice days', page);
	await dialog.getByLabel('The idea, in your words').pressSequentially(' canal path');
	await expect(dialog.getByLabel('The idea, in your words')).toHaveValue('Light the canal path');
	await expect(theme).toHaveValue(chosen);
	await dialog.getByRole('button', { name: 'Make one idea' }).dblclick();
	await expect(dialog).toHaveCount(0);
	expect(await day.facilitator.rows('ideas', 'idea:')).toHaveLength(1);
});

test('L7: the plan’s dialogs say what does not fit, send a double press once, and keep a reason from Escape', async () => {
	const { page } = day.facilitator;
	await page.goto(`${kit.url}/staff/${day.summit}/plan`);
	const dialog = page.getByRole('dialog');
	const because = dialog.getByRole('textbox', { name: 'Because' });
	await approved('Lamps in the underpass', page);
	const [theme] = await day.facilitator.rows<{ id: string }>('ideas', 'theme:');
	const texts = await day.facilitator.rows<{ id: string }>('ideas', 'item:');
	await day.facilitator.must({ type: 'idea:place', theme: theme?.id ?? '', items: texts.map(({ id }) => id) });
	await page.getByRole('tab', { name: /Answers/ }).click();
	await page
		.getByRole('button', { name: /^Answer: / })
		.first()
		.click();
	await dialog.getByRole('radio', { name: /^No/ }).check();
	await because.fill('a'.repeat(401));
	await dialog.getByLabel('Students hear more by').fill('2027-09-01');
	await dialog.getByRole('button', { name: 'Save answer' }).click();
	await expect(dialog.getByText('That is one letter too many. Say it shorter.')).toBeVisible();
	await because.fill('');
	await because.pressSequentially('There is no money this year.');
	for (let press = 1; press <= 3; press += 1) await page.keyboard.press('Escape');
	await expect(because).toHaveValue('There is no money this year.');
	await dialog.getByRole('button', { name: 'Save answer' }).click();
	await expect(dialog).toHaveCount(0);
	await page
		.getByRole('button', { name: /^Add an action: / })
		.first()
		.click();
	await dialog.getByLabel('What will change').pressSequentially('Two new lamps');
	await dialog.getByRole('radio', { name: /place/i }).check({ force: true });
	await dialog.getByRole('button', { name: 'Save action' }).dblclick();
	await expect(dialog).toHaveCount(0);
	expect(await day.facilitator.rows('plan', 'action:')).toHaveLength(1);
});

test('P1: what is ticked in the plan is still ticked after a look at another tab', async () => {
	const { page } = day.facilitator;
	await page.goto(`${kit.url}/staff/${day.summit}/plan`);
	await approved('Somewhere to sit by the shops', page);
	const text = page.getByRole('checkbox', { name: 'Somewhere to sit by the shops' });
	await text.check();
	await page.getByRole('tab', { name: /Answers/ }).click();
	await page.getByRole('tab', { name: /Ideas/ }).click();
	await expect(text).toBeChecked();
});
