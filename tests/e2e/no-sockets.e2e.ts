/** A network where no socket passes: every screen knows who it speaks as, by plain requests alone (L5). */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openDoors, readyDay, students } from './day.ts';
import { tick } from './tour-phone.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';

test.use({ actionTimeout: 20_000 });

/** From now on this browser's sockets, and its long-polling, are turned away; answers how many were. */
async function blockSockets(page: Page): Promise<() => number> {
	let turned = 0;
	await page.context().route('**/live/socket/**', (route) => {
		turned += 1;
		return route.abort();
	});
	return () => turned;
}

test('L5: over plain requests a lead reads worries, a station lead reads words, a phone keeps its own order', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const day = await readyDay(browser, kit, complaints);
	const { facilitator, lead, helper, summit } = day;
	await openDoors(day);
	for (const station of ['neighbourhood', 'friendships']) await facilitator.open(station);

	// A phone with a socket, for the order its cards stand in.
	const { page: phone } = await person(browser, { viewport: PHONE, touch: true, complaints });
	await phone.goto(`${kit.url}/j/${await day.key()}`);
	await tick(phone, 'Northbank School');
	await tick(phone, 'Years 9 to 11');
	await phone.getByRole('button', { name: 'Get my card' }).tap();
	await phone.getByRole('button', { name: 'I agree. Start' }).tap();
	const firstSign = async (page: Page): Promise<string> => {
		await page.getByRole('button', { name: /Friendships/ }).tap();
		return page.locator('article p.words').innerText();
	};
	const sign = await firstSign(phone);
	await phone.close();

	const [voice] = await students(day, 1);
	await voice?.must({ type: 'talk:ask', how: 'come', aboutAdult: false, words: 'can I talk to you, snowdrop' });
	const say = { type: 'station:contribute', station: 'neighbourhood', step: 'one-idea' } as const;
	await voice?.must({ ...say, entry: { type: 'words' }, words: 'a later bus on practice days' });

	const turned = await Promise.all([lead.page, helper.page].map(blockSockets));
	await lead.page.goto(`${kit.url}/staff/${summit}/worries`);
	await expect(lead.page.getByRole('heading', { name: '1 open' })).toBeVisible();
	await lead.page.locator('[data-worry] button').first().click();
	await lead.page.getByRole('button', { name: 'Open and read' }).click();
	const wrote = lead.page.getByRole('region', { name: 'What they wrote' });
	await expect(wrote.getByText('can I talk to you, snowdrop')).toBeVisible();
	// A lead invites for their own school only, so the form must know which that is.
	await lead.page.goto(`${kit.url}/staff/${summit}/set-up`);
	const people = lead.page.getByRole('region', { name: 'People', exact: true });
	await people.getByRole('button', { name: 'Make a link' }).click();
	await expect(people.getByText(/A link for Safeguarding lead, Northbank School/)).toBeVisible();

	await helper.page.goto(`${kit.url}/staff/${summit}/queue`);
	const text = helper.page.getByRole('article', { name: 'The text to read now' });
	await expect(text).toContainText('a later bus');
	await helper.page.getByRole('heading', { name: /To read/ }).click();
	await expect.poll(async () => (await helper.row<{ takenBy: unknown }>('queue', '')).takenBy).not.toBeNull();
	// A press right after a text appeared is ignored on purpose, so it is made until it is heard.
	await expect(async () => {
		const why = text.getByRole('group', { name: 'Why keep it back' });
		if (!(await why.isVisible())) await text.getByRole('button', { name: /^Keep back/ }).click();
		await expect(why).toBeVisible({ timeout: 2_000 });
	}).toPass();
	await expect(text).not.toContainText('is reading this');

	const again = await phone.context().newPage();
	turned.push(await blockSockets(again));
	await again.goto(`${kit.url}/s/${summit}`);
	expect(await firstSign(again)).toBe(sign);
	for (const count of turned) expect(count()).toBeGreaterThan(0);
	voice?.close();
	await kit.close();
	expect(complaints).toEqual([]);
});
