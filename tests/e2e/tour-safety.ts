/** The screens that keep people safe, in their main states, shown to whoever looks: doors, worries, traces, lists, data, log. */
import { expect } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import type { Voice } from '../live/kit.ts';
import { Adult, markTheMap, students } from './day.ts';
import type { Day } from './day.ts';
import { LAPTOP, PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';
import type { Look } from './tour-phone.ts';

interface Walk {
	browser: Browser;
	day: Day;
	look: Look;
}
const press = (at: Page | Locator, name: string | RegExp): Promise<void> =>
	at.getByRole('button', { name }).first().click();
/** Opens what is folded, by what stands on it. */
const unfold = (at: Page | Locator, words: string | RegExp): Promise<void> =>
	at.locator('summary', { hasText: words }).first().click();
const FOUR_MINUTES = 250_000;

export async function tourOfSafety(walk: Walk): Promise<void> {
	const { day, look, browser } = walk;
	const { kit, summit, facilitator, lead } = day;
	const receiver = await newReceiver(walk);
	const { page: phone } = await person(browser, { viewport: PHONE, touch: true, complaints: day.complaints });
	const class_ = await tourOfKnocking(walk, phone);
	await facilitator.open('neighbourhood');
	await markTheMap(class_);
	await tourOfClearing(walk, phone);
	await tourOfWriters(walk);

	await lead.page.goto(`${kit.url}/staff/${summit}/run`);
	const words = 'Something happened by the bus stop';
	await class_[0]?.must({ type: 'talk:ask', how: 'come', aboutAdult: false, words });
	await class_[1]?.must({ type: 'talk:ask', how: 'come', aboutAdult: true, words });
	await expect(lead.page.getByText('A worry waits for you.')).toBeVisible();
	await look('run, a lead is called', lead.page, 'staff');
	await tourOfWaiting(walk);
	await expect(receiver.locator('[data-worry] button')).toHaveCount(1);
	await look('receiver, new', receiver, 'staff');
	await tourOfOneWorry(walk);
	await press(receiver.locator('[data-worry]'), /./);
	await expect(receiver.getByText('They wrote, exactly')).toBeVisible();
	await unfold(receiver, 'Keep this from somebody');
	await look('receiver, opened', receiver, 'staff');
	await tourOfLists(walk);
	await tourOfLog(walk);
	for (const voice of class_) voice.close();
}

/** A head by invitation: what it asks, and the page before anything has come. */
async function newReceiver({ browser, day, look }: Walk): Promise<Page> {
	const { facilitator, kit, summit } = day;
	const { settings } = await facilitator.row<{ settings: { schools: { id: string }[] } }>('setup', 'setup');
	const school = settings.schools[0]?.id ?? '';
	const { page } = await person(browser, { viewport: LAPTOP, complaints: day.complaints });
	for (const duty of ['deputy', 'receiver']) {
		await page.goto(await day.invite({ role: 'lead', school, duty }));
		await look(`invitation, ${duty}`, page, 'staff');
	}
	await page.getByLabel('Your name').fill('Pat Ford');
	await page.getByLabel('Work email').first().fill('head@example.org');
	await page.locator('input[name=passphrase]').first().fill('nine quiet geese walk');
	await press(page, 'Make my account and join');
	await page.waitForURL('**/worries');
	await expect(page.getByText('Nothing has come.')).toBeVisible();
	await look('receiver, empty', page, 'staff');
	await day.lead.page.goto(`${kit.url}/staff/${summit}/worries`);
	return page;
}

/** Doors that knock, on a phone, the wall and the adults' screens; then everybody is in. */
async function tourOfKnocking({ day, look }: Walk, phone: Page): Promise<Voice[]> {
	const { kit, summit, facilitator, lead, other, helper, wall } = day;
	await lead.must({ type: 'people:answer' });
	await other.must({ type: 'people:answer' });
	const desk = facilitator.page;
	await desk.goto(`${kit.url}/staff/${summit}/run`);
	await press(desk, 'Open, newcomers knock');
	await expect(wall.page.getByText('Knock: an adult lets you in')).toBeVisible();
	await look('wall, doors that knock', wall.page, 'wall');
	await phone.goto(`${kit.url}/j/${await day.key()}`);
	await tick(phone, 'Northbank School');
	await tick(phone, 'Years 9 to 11');
	await press(phone, 'Get my card');
	await press(phone, 'I agree. Start');
	await expect(phone.getByRole('heading', { name: 'An adult will let you in' })).toBeVisible();
	await look('phone knocks', phone, 'phone');
	await expect(desk.getByText('1 student knocks at the door.')).toBeVisible();
	await look('run, somebody knocks', desk, 'staff');
	await helper.page.goto(`${kit.url}/staff/${summit}/queue`);
	await expect(helper.page.getByText('1 student knocks at the door.')).toBeVisible();
	await look('queue, somebody knocks', helper.page, 'staff');
	await press(desk, 'Let them in');
	await expect(phone.getByRole('heading', { name: 'Look up at the big screen' })).toBeVisible();
	await press(desk, 'Let everybody in at once');
	await expect(desk.getByRole('heading', { name: 'The doors are open' })).toBeVisible();
	return students(day, 8);
}

/** A lead clears what a card drew: the list of cards, and the phone. */
async function tourOfClearing({ day, look }: Walk, phone: Page): Promise<void> {
	const { kit, summit, lead } = day;
	const card = new Adult({ page: phone, url: kit.url, summit, as: 'card' });
	await card.must({
		...{ type: 'station:contribute', station: 'neighbourhood', step: 'good-places' },
		entry: { type: 'mark', at: [0.4, 0.4], place: null, feeling: 'safe', when: [], with: [], why: [] }
	});
	await unfold(lead.page, /^Cards/);
	const cards = await lead.rows<{ id: string; joinedAt: number; marks: number }>('cards');
	const [mine, second] = cards.toSorted((a, b) => a.joinedAt - b.joinedAt);
	await lead.must({ type: 'cards:wipe', card: mine?.id ?? '' });
	await lead.must({ type: 'cards:remove', card: second?.id ?? '' });
	await expect(lead.page.getByRole('button', { name: /^Bring the marks of/ })).toBeVisible();
	await expect(lead.page.getByRole('button', { name: /^Let .* go on$/ })).toBeVisible();
	await look('worries, cards', lead.page, 'staff');
	await unfold(lead.page, /^Cards/);
	await expect(phone.getByText('An adult took your marks off the map.')).toBeVisible();
	await look('phone cleared', phone, 'phone');
}

/** Whoever wrote the text in front is stopped, and let go on after it has gone. */
async function tourOfWriters({ day, look }: Walk): Promise<void> {
	const { page } = day.helper;
	await expect(page.getByRole('group', { name: 'What happens with these words' })).toBeVisible();
	await unfold(page, 'Whoever wrote this');
	await press(page, 'Stop them adding more');
	await expect(page.getByText('Whoever wrote this: stopped')).toBeVisible();
	await look('queue, a writer stopped', page, 'staff');
	await expect(async () => {
		await press(page, /^Show/);
		await expect(page.getByText('Its writer was stopped.')).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await look('queue, a writer stopped before', page, 'staff');
}

/**
 * Four minutes on, by this screen's own clock: every console says to call the lead. Without a connection, or the server
 * would set its clock right again.
 */
async function tourOfWaiting({ browser, day, look }: Walk): Promise<void> {
	const context = await browser.newContext({
		viewport: LAPTOP,
		storageState: await day.helper.page.context().storageState()
	});
	const page = await context.newPage();
	await page.clock.install();
	await page.goto(`${day.kit.url}/staff/${day.summit}/run`);
	await expect(page.getByRole('navigation', { name: 'The day' })).toBeVisible();
	await expect(page.locator('nav').getByText('2 unseen')).toBeVisible();
	await context.setOffline(true);
	await page.clock.fastForward(FOUR_MINUTES);
	await expect(page.getByText('Call the safeguarding lead now.')).toBeVisible();
	await look('run, call the lead, no connection', page, 'staff');
	await context.close();
}

/** All that can be done with an opened worry beside its steps. */
async function tourOfOneWorry({ day, look }: Walk): Promise<void> {
	const { page } = day.lead;
	const see = (name: string): Promise<void> => look(`worries, ${name}`, page, 'staff');
	await page.getByRole('link', { name: 'Open Worries' }).click();
	await page.locator('[data-worry] button').first().click();
	await press(page, 'Open and read');
	await unfold(page, 'Hand-off sheet');
	await see('hand-off sheet');
	await unfold(page, 'Hand-off sheet');
	await unfold(page, 'Keep these words longer');
	await press(page, 'Keep it');
	await expect(page.getByText('Choose the last day it is kept.')).toBeVisible();
	await see('keeping longer, no day');
	await page.getByLabel('Last day').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
	await press(page, 'Keep it');
	await expect(page.locator('summary', { hasText: 'Kept until' })).toBeVisible();
	await unfold(page, 'Keep this from somebody');
	await page.getByLabel('Who must not see it').selectOption({ label: 'Amir Hassan, safeguarding lead' });
	await press(page, 'Keep it from them');
	await expect(page.getByText('does not see this.')).toBeVisible();
	await see('kept from somebody');
	await unfold(page, 'Trace this card');
	await press(page, 'Trace it');
	await expect(page.getByText('Choose a reason.')).toBeVisible();
	await see('tracing, nothing chosen');
	await tick(page, 'A child may be at risk');
	await page.getByLabel('Who asked for it').fill('Mr Lowe, duty social worker');
	await press(page, 'Trace it');
	await expect(page.getByRole('heading', { name: /, traced$/ })).toBeVisible();
	await see('a trace');
}

async function tourOfLists({ day, look }: Walk): Promise<void> {
	const { page } = day.lead;
	await page.goto(`${day.kit.url}/staff/${day.summit}/worries/word-lists`);
	const [first] = await page.getByRole('textbox').all();
	await expect(page.getByRole('heading', { name: 'Word lists' })).toBeVisible();
	await look('word lists, empty', page, 'staff');
	await (first ?? page.getByRole('textbox').first()).fill('Harbour Lane, the Brickyard');
	await press(page, 'Add');
	await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
	await press(page, 'Add');
	await look('word lists, one changed', page, 'staff');
}

/** The data section with something kept longer, and the log. */
async function tourOfLog({ day, look }: Walk): Promise<void> {
	const { kit, summit, lead, facilitator } = day;
	await lead.page.goto(`${kit.url}/staff/${summit}/set-up#data`);
	await expect(lead.page.getByRole('heading', { name: 'Kept longer' })).toBeVisible();
	await expect(lead.page.getByRole('button', { name: 'Let it go' })).toBeVisible();
	await look('data, something kept', lead.page, 'staff');
	const kept = lead.page.getByRole('region', { name: 'Kept longer' });
	const letGo = kept.getByRole('button', { name: 'Let it go' });
	await letGo.click();
	await expect(lead.page.getByText('It is then erased with all the others')).toBeVisible();
	await expect(letGo).toBeFocused();
	await look('data, letting go asked', lead.page, 'staff');
	await press(kept, 'Keep it');
	await expect(letGo).toBeFocused();
	for (const [who, { page }] of Object.entries({ lead, facilitator })) {
		await page.goto(`${kit.url}/staff/${summit}/audit`);
		await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible();
		await look(`log, a ${who}’s`, page, 'staff');
	}
	await lead.page.goto(`${kit.url}/staff/${summit}/audit?from=2020-01-01&to=2020-01-02`);
	await expect(lead.page.getByText('Nothing was done that fits this.')).toBeVisible();
	await look('log, nothing', lead.page, 'staff');
}
