/** Every screen of a student's device, in every main state, shown to whoever looks (axe, or a camera). */
import { expect } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { Adult, openDoors } from './day.ts';
import type { Day } from './day.ts';
import { PHONE, person } from './people.ts';

/** Sees one screen in one state; `on` says for which device it is made. */
export type Look = (name: string, page: Page, on: 'phone' | 'staff' | 'wall') => Promise<void>;

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
/** Chooses by its words; the native control lies over or under what is drawn. */
export const tick = (at: Page | Locator, name: string | RegExp): Promise<void> => {
	const of = { name, exact: true };
	return at.getByRole('radio', of).or(at.getByRole('checkbox', of)).first().check({ force: true });
};
const talk = (page: Page): Promise<void> => page.getByText('Talk to someone').first().click();
const step = (page: Page, name: string | RegExp): Promise<void> =>
	expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

export async function tourOfPhones({ browser, day, look }: { browser: Browser; day: Day; look: Look }): Promise<void> {
	const { kit, facilitator, lead } = day;
	const { page } = await person(browser, { viewport: PHONE, touch: true, complaints: day.complaints });
	const see = (name: string): Promise<void> => look(`phone ${name}`, page, 'phone');

	await page.goto(kit.url);
	await see('type the code');
	await page.getByRole('textbox').fill('000 000');
	await page.locator('form button[type=submit]').first().click();
	await see('type the code, unknown');
	await openDoors(day);
	await page.goto(`${kit.url}/j/nowhere`);
	await see('door shut');
	const door = `${kit.url}/j/${await day.key()}`;
	await page.goto(`${door}?show=talk`);
	await see('talk at the door');
	await page.goto(door);
	await see('join');
	await tick(page, 'Northbank School');
	await tick(page, 'Years 9 to 11');
	await press(page, 'Get my card');
	await page.waitForURL('**/s/**');
	await expect(page.getByRole('button', { name: 'I agree. Start' })).toBeVisible();
	await see('hello');
	await press(page, 'I agree. Start');
	await expect(page.getByText('Look up at the big screen')).toBeVisible();
	await see('wait');
	await tourOfTalk(page, see);
	await facilitator.open('neighbourhood');
	await tourOfMap({ day, page, see });
	await facilitator.open('platforms');
	await facilitator.open('friendships');
	await press(page, 'All stations');
	await expect(page.getByRole('heading', { name: 'Where is your group?' })).toBeVisible();
	await see('stations');
	await press(page, /Online platforms/);
	await tourOfPlatforms(page, see);
	await facilitator.close('platforms');
	await facilitator.close('neighbourhood');
	await step(page, /want in a friend/);
	await tourOfFriendships(page, see);
	await facilitator.close('friendships');
	await expect(page.getByText('Look up at the big screen')).toBeVisible();
	await see('wait, between stations');
	await facilitator.open('school');
	await tourOfSchool(page, see);
	await facilitator.must({ type: 'controls:pause' });
	await expect(page.getByText(/paused|pause|moment/i).first()).toBeVisible();
	await see('paused');
	const seen = (await facilitator.row<{ version: number }>('summit', 'controls')).version;
	await facilitator.must({ type: 'controls:resume', seen });
	await facilitator.close('school');

	await tourOfRead({ lead, page, see });
	await tourOfChoosing({ day, page, see });
	await page.goto(`${page.url().split('?')[0]}?show=next`);
	await see('next person');
	await press(page, 'Stay');
	const { id: card } = await lead.row<{ id: string }>('cards', '');
	await lead.must({ type: 'cards:remove', card });
	await expect(page.getByRole('heading', { name: 'An adult has stopped this card' })).toBeVisible();
	await see('removed');
	await lead.must({ type: 'cards:restore', card });
}

async function tourOfTalk(page: Page, see: (name: string) => Promise<void>): Promise<void> {
	await talk(page);
	await expect(page.getByText('How shall we meet?')).toBeVisible();
	await see('talk');
	await press(page, 'Ask to talk');
	await see('talk, nothing chosen');
	await tick(page, 'Come to me, quietly');
	await press(page, 'Ask to talk');
	await expect(page.getByText(/nobody has read it/i).first()).toBeVisible();
	await see('talk, sent');
	await page.getByText('Close', { exact: true }).first().click();
}

/** A lead opens what was asked: the phone says so. */
async function tourOfRead(q: { lead: Adult; page: Page; see: (name: string) => Promise<void> }): Promise<void> {
	await q.lead.page.locator('[data-worry] button').first().click();
	await q.lead.page.getByRole('button', { name: 'Open', exact: true }).click();
	await talk(q.page);
	await expect(q.page.getByText(/read/i).first()).toBeVisible();
	await q.see('talk, read');
	await q.page.getByText('Close', { exact: true }).first().click();
}

/** Marks are made from near by; the map says so and leads there. */
async function closeEnough(page: Page): Promise<void> {
	const closer = page.getByRole('button', { name: 'Go closer first' });
	await expect(page.locator('.leaflet-container')).toBeVisible();
	if (await closer.isVisible()) await closer.click();
	await expect(closer).toBeHidden();
}

async function tourOfMap(q: { day: Day; page: Page; see: (name: string) => Promise<void> }): Promise<void> {
	const { page, see } = q;
	const main = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
	await step(page, /feel welcome|like to go/);
	await expect(page.locator('.leaflet-container')).toBeVisible();
	await see('map');
	await tick(page, 'Paint');
	await see('map, to paint');
	await closeEnough(page);
	await page.locator('.leaflet-container').click({ position: { x: 180, y: 120 } });
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
	await see('map, painted');
	await tick(page, 'Grid');
	await see('map as a grid');
	await press(page, 'Undo');
	await tick(page, 'Pin');
	await closeEnough(page);
	await page.locator('.leaflet-container').click({ position: { x: 180, y: 120 } });
	await expect(page.getByRole('region', { name: 'Your mark' })).toBeVisible();
	await see('map, how it feels');
	await tick(page, 'It depends');
	await main('Next');
	await tick(page, 'Evening');
	await see('map, when');
	await main('Next');
	await tick(page, 'Lights');
	await see('map, why');
	await main('Next');
	await page.getByRole('textbox').fill('Lights that work, and ask Sam Smith on 07700 900123');
	await see('map, words');
	await main('Send');
	await expect(page.getByText('Do you want to take it out?')).toBeVisible();
	await see('map, asked first');
	await main('Send anyway');
	await expect(page.getByText(/An adult will read|Sent/).first()).toBeVisible();
	await see('map, sent');
	await tick(page, 'List');
	await see('map as a list');
	await page
		.getByRole('radio', { name: /library/i })
		.first()
		.check({ force: true });
	await main('Next');
	await see('map as a list, how it feels');
	await tick(page, 'Safe');
	await page.context().setOffline(true);
	await main('Next');
	await press(page, 'Send it like this');
	await expect(page.getByText(/on this phone/i).first()).toBeVisible();
	await see('kept on this phone');
	await page.context().setOffline(false);
	await expect(page.getByText(/on this phone/i)).toHaveCount(0);
	await tourOfRefusal(q);
	await main('Next');
	await main('Pass');
	await step(page, /unsafe|stay away/);
	await see('map, worries');
	await main('Pass');
	await see('words');
	await page.getByRole('textbox').fill('More lights');
	await main('Send');
	await expect(page.getByText('That’s all for this station')).toBeVisible();
	await see('station done');
}

/** A mark too many: the other tab of this card was quicker. */
async function tourOfRefusal(q: { day: Day; page: Page; see: (name: string) => Promise<void> }): Promise<void> {
	const { day, page, see } = q;
	await tick(page, 'Pin');
	await closeEnough(page);
	await page.locator('.leaflet-container').click({ position: { x: 90, y: 90 } });
	await tick(page, 'Unsafe');
	const card = new Adult({ page, url: day.kit.url, summit: day.summit, as: 'card' });
	await card.must({
		...{ type: 'station:contribute', station: 'neighbourhood', step: 'good-places' },
		entry: { type: 'mark', at: [0.4, 0.4], place: null, feeling: 'safe', when: [], with: [], why: [] }
	});
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await press(page, 'Send it like this');
	await expect(page.getByText(/not sent/i).first()).toBeVisible();
	await see('not sent');
	await press(page, /Take this mark away/);
	await press(page, 'Hide this');
}

async function tourOfPlatforms(page: Page, see: (name: string) => Promise<void>): Promise<void> {
	await step(page, /worth being in|feel kind/);
	await see('choices');
	await tick(page, 'I can be myself');
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await step(page, /How safe are these/);
	await see('ratings');
	await tick(page, 'It depends');
	await expect(page.getByText('What makes it so?')).toBeVisible();
	await see('ratings, why');
	await page.getByRole('button', { name: 'Pass', exact: true }).click();
	await see('block and report');
}

async function tourOfFriendships(page: Page, see: (name: string) => Promise<void>): Promise<void> {
	await see('sorting signs');
	for (let card = 0; card < 6; card += 1) {
		await page
			.getByRole('radio')
			.nth(card % 3)
			.check({ force: true });
		await page.getByRole('button', { name: 'Next', exact: true }).click();
	}
	await expect(page.getByText('Your piles')).toBeVisible();
	await see('sorted');
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await step(page, /OK/);
	await see('sorting stories');
}

async function tourOfSchool(page: Page, see: (name: string) => Promise<void>): Promise<void> {
	await expect(page.locator('.leaflet-container')).toBeVisible();
	await see('school map');
	const pass = page.getByRole('button', { name: 'Pass', exact: true });
	while (await page.locator('.leaflet-container').isVisible()) await pass.click();
	await see('help-seeking');
}

async function tourOfChoosing(q: { day: Day; page: Page; see: (name: string) => Promise<void> }): Promise<void> {
	const { facilitator } = q.day;
	const [theme] = await facilitator.rows<{ id: string }>('ideas', 'theme:');
	const [item] = await facilitator.rows<{ id: string; version: number }>('queue');
	if (!item) throw new Error('nothing waits to be read');
	await facilitator.must({ type: 'words:show', item: item.id, seen: item.version });
	await expect.poll(() => facilitator.rows('ideas', 'item:'), { timeout: 15_000 }).not.toHaveLength(0);
	const ideas: string[] = [];
	for (const words of ['Lights that work in the underpass', 'A later bus on practice days', 'More places to sit']) {
		const made = await facilitator.must({ type: 'idea:merge', words, theme: theme?.id ?? '', items: [item.id] });
		ideas.push(String(made['idea']));
	}
	const seen = await facilitator.version('ideas', 'backing');
	await facilitator.must({ type: 'backing:open', seen, ideas });
	await step(q.page, 'Which ideas do you back?');
	await q.see('choose');
	await tick(q.page, 'A later bus on practice days');
	await press(q.page, 'Send my choices');
	await expect(q.page.getByText(/^Sent/).first()).toBeVisible();
	await q.see('choose, sent');
	await facilitator.must({ type: 'backing:close', seen: await facilitator.version('ideas', 'backing') });
}
