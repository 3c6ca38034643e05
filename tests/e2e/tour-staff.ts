/** Every screen of the adults, in every main state, shown to whoever looks. */
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { Adult, firstAccount, markTheMap, newSummit, openDoors, showAll, students } from './day.ts';
import type { Day } from './day.ts';
import type { KitProcess } from './kit.ts';
import { LAPTOP, person } from './people.ts';
import { tick } from './tour-phone.ts';
import type { Look } from './tour-phone.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** The ways in: accounts, invitations, my summits, and a summit nobody has set up yet. */
export async function tourOfEntries(q: {
	browser: Browser;
	kit: KitProcess;
	complaints: string[];
	look: Look;
}): Promise<void> {
	const { browser, kit, complaints, look } = q;
	const { page } = await person(browser, { viewport: LAPTOP, complaints });
	await page.goto(kit.setupLink ?? '');
	await look('set-up link', page, 'staff');
	await firstAccount(page, kit);
	await look('staff, no summit', page, 'staff');
	const summit = await newSummit(page, kit);
	await expect(page.getByRole('heading', { name: 'Basics' })).toBeVisible();
	await look('set-up', page, 'staff');
	for (const form of await page.locator('#stations details, #stations [aria-expanded=false]').all())
		await form.evaluate((one) => {
			if (one instanceof HTMLDetailsElement) one.open = true;
			else if (one instanceof HTMLElement) one.click();
		});
	await expect(page.locator('#stations textarea, #stations input').first()).toBeVisible();
	await look('set-up, stations open', page, 'staff');
	const people = page.getByRole('region', { name: 'People', exact: true });
	await people.getByRole('radio', { name: 'Station lead' }).check({ force: true });
	await people.getByLabel('How many links').fill('3');
	await people.getByRole('button', { name: 'Make 3 links' }).click();
	await expect(people.getByRole('region', { name: 'The links' })).toBeVisible();
	const safety = page.getByRole('region', { name: 'Safety', exact: true });
	await safety.getByRole('button', { name: 'Add person' }).first().click();
	await look('set-up, links made and a receiver begun', page, 'staff');
	await page.goto(`${kit.url}/staff/${summit}/run`);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
	await look('run, not ready', page, 'staff');
	await page.goto(`${kit.url}/staff`);
	await look('staff, one summit', page, 'staff');
	await page.goto(`${kit.url}/staff/account`);
	await look('account', page, 'staff');

	const guest = (await person(browser, { viewport: LAPTOP, complaints })).page;
	await guest.goto(`${kit.url}/staff/sign-in`);
	await look('sign in', guest, 'staff');
	await guest.locator('input[type=email]').fill('alex@example.org');
	await guest.locator('input[name=passphrase]').fill('not this one at all');
	await guest.locator('main form button[type=submit], form button[type=submit]').first().click();
	await expect(
		guest.getByRole('alert').or(guest.getByRole('status')).or(guest.getByRole('note')).first()
	).toBeVisible();
	await look('sign in, refused', guest, 'staff');
	await guest.goto(kit.setupLink ?? '');
	await look('set-up link, over', guest, 'staff');
	const facilitator = new Adult({ page, url: kit.url, summit, as: 'facilitator' });
	const { settings } = await facilitator.row<{ settings: { schools: { id: string }[] } }>('setup', 'setup');
	for (const role of ['lead', 'stationLead', 'observer', 'wall']) {
		const data = { role, ...(role === 'lead' ? { school: settings.schools[0]?.id } : {}) };
		const response = await page.request.post(`${kit.url}/staff/${summit}/links`, {
			data,
			headers: { origin: kit.url }
		});
		const said = (await response.json()) as { address: string };
		await guest.goto(said.address);
		await look(`invitation, ${role}`, guest, 'staff');
	}
	await guest.goto(`${kit.url}/staff/invite/nowhere`);
	await look('invitation, unknown', guest, 'staff');
}

/** The day: run, queue, worries. */
export async function tourOfDesks({ day, look }: { browser: Browser; day: Day; look: Look }): Promise<void> {
	const { kit, summit, facilitator, lead, helper } = day;
	const desk = facilitator.page;
	const at = (where: string): string => `${kit.url}/staff/${summit}/${where}`;
	await lead.page.goto(at('worries'));
	await expect(lead.page.getByText('Private queue.').first()).toBeVisible();
	await facilitator.must({ type: 'people:test' });
	await expect(lead.page.getByRole('heading', { name: /test alert/i })).toBeVisible();
	await look('worries, test alert', lead.page, 'staff');
	await desk.goto(at('run'));
	await look('run, before doors', desk, 'staff');
	await helper.page.goto(at('queue'));
	await expect(helper.page.getByText('Nothing to read just now.')).toBeVisible();
	await look('queue, empty', helper.page, 'staff');
	await desk.goto(at('plan'));
	await expect(desk.getByRole('tab').first()).toBeVisible();
	await look('plan, empty', desk, 'staff');

	await openDoors(day);
	const class_ = await students(day, 10);
	await facilitator.open('neighbourhood');
	await markTheMap(class_);
	await class_[7]?.must({
		...{ type: 'station:contribute', station: 'neighbourhood', step: 'one-idea', entry: { type: 'words' } },
		words: 'Ask Callum Price to stop, he is always by the shops'
	});
	await desk.goto(at('run'));
	await expect(desk.locator('main img').first()).toBeVisible();
	await expect(desk.getByRole('group', { name: 'What happens with these words' })).toBeVisible();
	await look('run, open', desk, 'staff');
	await expect(helper.page.getByRole('group', { name: 'What happens with these words' })).toBeVisible();
	await look('queue, busy', helper.page, 'staff');
	await press(helper.page, /^Cover words/);
	await helper.page.getByRole('group', { name: 'Words to cover' }).getByRole('button').first().click();
	await look('queue, covering', helper.page, 'staff');
	await helper.page.getByRole('button', { name: 'Back', exact: true }).click();
	// What stands where something else stood a moment ago does not take a press yet.
	await expect(async () => {
		await press(helper.page, /^Keep back/);
		await expect(helper.page.getByRole('group', { name: 'Why keep it back' })).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await look('queue, reasons', helper.page, 'staff');
	await helper.page.getByRole('button', { name: 'Back', exact: true }).click();
	await expect(async () => {
		await press(helper.page, /^Show/);
		await expect(helper.page.getByRole('button', { name: /Take it back/ }).first()).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await look('queue, held', helper.page, 'staff');
	await tourOfWorries({ day, class_, look });

	await facilitator.must({ type: 'controls:pause' });
	await expect(desk.getByRole('button', { name: 'Resume everything' }).first()).toBeVisible();
	await look('run, paused', desk, 'staff');
	await look('queue, paused', helper.page, 'staff');
	const controls = await facilitator.row<{ version: number }>('summit', 'controls');
	await facilitator.must({ type: 'controls:resume', seen: controls.version });
	for (const [pane, words] of [
		['welcome', /welcome/i],
		['going home', /going home/i]
	] as const) {
		await desk.getByRole('button', { name: words }).first().click();
		await look(`run, ${pane}`, desk, 'staff');
	}
	await look('run, a lead’s', lead.page, 'staff');
	for (const voice of class_) voice.close();
}

async function tourOfWorries({
	day,
	class_,
	look
}: {
	day: Day;
	class_: Awaited<ReturnType<typeof students>>;
	look: Look;
}): Promise<void> {
	const { page } = day.lead;
	const see = (name: string): Promise<void> => look(`worries, ${name}`, page, 'staff');
	await class_[0]?.must({
		type: 'talk:ask',
		how: 'come',
		aboutAdult: true,
		words: 'Something happened by the bus stop'
	});
	await class_[1]?.must({ type: 'talk:ask', how: 'go', aboutAdult: false });
	const rows = page.locator('[data-worry] button');
	await expect(rows).toHaveCount(2);
	await see('new');
	await rows.first().click();
	await see('chosen');
	await press(page, /^Open/);
	await expect(page.getByRole('heading', { name: 'Did you find them?' })).toBeVisible();
	await see('opened');
	await press(page, 'Cannot find');
	await see('cannot find');
	await press(page, 'With child');
	await page.getByLabel('System').fill('School record book');
	await page.getByLabel('Reference').fill('2027-114');
	await press(page, 'Recorded');
	await expect(page.getByRole('heading', { name: 'Recorded' })).toBeVisible();
	await see('recorded');
	await press(page, /^Close$/);
	await expect(page.getByText('This is closed.').first()).toBeVisible();
	await see('closed');
	await page.keyboard.press('Escape');
	await see('hidden');
	await press(page, 'Show the screen');
}

/** The plan, from approved texts to sign-off. */
export async function tourOfPlan({ day, look }: { browser: Browser; day: Day; look: Look }): Promise<void> {
	const { kit, summit, facilitator, lead } = day;
	const desk = facilitator.page;
	const see = (name: string): Promise<void> => look(`plan, ${name}`, desk, 'staff');
	await openDoors(day);
	const class_ = await students(day, 8);
	await facilitator.open('neighbourhood');
	await markTheMap(class_);
	await showAll(facilitator);
	await expect.poll(() => facilitator.rows('ideas', 'item:'), { timeout: 15_000 }).toHaveLength(6);
	await facilitator.close('neighbourhood');
	await desk.goto(`${kit.url}/staff/${summit}/plan`);
	const texts = desk.getByRole('region', { name: 'Approved texts' });
	await texts.getByRole('checkbox').first().check({ force: true });
	await texts.getByRole('checkbox').nth(1).check({ force: true });
	await see('ideas ticked');
	await press(desk, 'Make one idea');
	const box = desk.getByRole('dialog');
	await see('merging');
	await box.getByLabel('The idea, in your words').fill('Lights that work in the underpass');
	await box.getByRole('combobox').selectOption({ index: 1 });
	await box.getByRole('button', { name: 'Make one idea' }).click();
	await expect(desk.getByRole('dialog')).toHaveCount(0);
	await see('ideas made');
	await press(desk, /^Change /);
	await see('a theme');
	await desk.keyboard.press('Escape');
	await desk.getByRole('tab', { name: /Backing/ }).click();
	await desk.getByRole('tabpanel').getByRole('checkbox').first().check({ force: true });
	await see('backing before');
	await press(desk, 'Open to students');
	await expect(desk.getByRole('heading', { name: 'Students are choosing' })).toBeVisible();
	await see('backing open');
	const [idea] = await facilitator.rows<{ id: string }>('ideas', 'idea:');
	for (const voice of class_) await voice.must({ type: 'backing:give', ideas: [idea?.id ?? ''] });
	await press(desk, 'Close and count');
	await expect(desk.getByRole('heading', { name: 'What students backed' })).toBeVisible();
	await see('backed');
	await desk.getByRole('tab', { name: /Answers/ }).click();
	await see('answers');
	await press(desk, /^Answer: /);
	await see('answering');
	await tick(box, /^Yes/);
	await press(desk, 'Save answer');
	await expect(desk.getByRole('dialog')).toHaveCount(0);
	await press(desk, /^Add an action: /);
	await box.getByLabel('What will change').fill('Two new lights in the underpass, and it is painted.');
	await see('an action');
	await tick(box, /place/i);
	await box.getByRole('textbox', { name: 'Name' }).fill('Dana Reed');
	await box.getByRole('textbox', { name: 'Role' }).fill('Street lighting');
	await box.getByRole('textbox', { name: 'Organisation' }).fill('City council');
	await box.getByLabel('By when').fill('2027-03-01');
	await box.getByLabel('The words students will be told').fill('Two new lights by the first of March.');
	await press(desk, 'Save action');
	await expect(desk.getByRole('dialog')).toHaveCount(0);
	await see('answered');
	await press(desk, /progress|note/i);
	await see('progress');
	await desk.keyboard.press('Escape');
	await press(desk, 'Send for review');
	await lead.page.goto(`${kit.url}/staff/${summit}/plan`);
	await press(lead.page, /^Sign off/);
	await look('plan, signing', lead.page, 'staff');
	await desk.goto(`${kit.url}/staff/${summit}/plan/print`);
	await see('on paper');
	for (const voice of class_) voice.close();
}
