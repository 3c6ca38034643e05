import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { becomeLead, invite, setUp, takePart } from './adults.ts';
import { KitProcess } from './kit.ts';
import { LAPTOP, PHONE, PROJECTOR, person, socketStudent } from './people.ts';

test.use({ actionTimeout: 20_000 });

/** Words that tell where they came from, wherever they turn up. */
const SHOWN = 'a warmer place to wait, marigold';
const OFFLINE = 'the bridge lamp flickers, bluebell';
const KEPT = 'something about a bully, foxglove';
const PASSED = 'it is worse than I said, hemlock';
const WORRY = 'can I talk to you, snowdrop';
const TITLED = 'Mr Belladonna shouts at everybody';

async function markFromList(
	page: Page,
	{ place, feeling, words }: { place: string; feeling: string; words?: string }
): Promise<void> {
	await page.getByRole('radio', { name: 'List' }).tap();
	await page.getByRole('radio', { name: place }).tap();
	await page.getByRole('button', { name: 'Next' }).tap();
	await page.getByRole('radio', { name: feeling, exact: true }).tap();
	await page.getByRole('button', { name: 'Next' }).tap();
	await page.getByRole('button', { name: 'Next' }).tap();
	await page.getByRole('button', { name: 'Next' }).tap();
	if (words) await page.getByRole('textbox').fill(words);
	await page.getByRole('button', { name: 'Send', exact: true }).tap();
}

test('S2, S3, S5, S6, S9, P1, P2: a whole summit, from the set-up link to the signed-off plan', async ({ browser }) => {
	test.setTimeout(300_000);
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const screen = (viewport: { width: number; height: number }, touch = false) =>
		person(browser, { viewport, touch, complaints });
	const facilitator = await screen(LAPTOP);
	const desk = facilitator.page;
	const summit = await setUp(desk, kit);
	const lead = await screen(LAPTOP);
	await becomeLead(lead.page, await invite(desk, 'Safeguarding lead'));
	const helper = await screen(PHONE);
	await takePart(helper.page, { link: await invite(desk, 'Station lead'), name: 'Robin', lands: '**/queue**' });
	const wall = await screen(PROJECTOR);
	await takePart(wall.page, { link: await invite(desk, 'Wall'), name: 'Main hall', lands: '**/wall/**' });
	const observer = await screen(LAPTOP);
	await takePart(observer.page, { link: await invite(desk, 'Observer'), name: 'PC Lane', lands: '**/observe/**' });

	// Doors: shut until they are opened, then two phones come in, one by the code and one by the QR's address.
	await desk.getByRole('link', { name: 'Run', exact: true }).click();
	await desk
		.getByRole('button', { name: /Open doors/ })
		.first()
		.click();
	const code = await wall.page.getByText(/^\s*\d{3} \d{3}\s*$/).innerText();
	const state = await (await desk.request.get(`${kit.url}/staff/${summit}/plan/plan.json`)).text();
	expect(state).not.toContain(code.replace(/\D/g, ''));
	const ada = await screen(PHONE, true);
	await ada.page.goto(kit.url);
	await ada.page.getByRole('textbox').fill(code);
	await ada.page.getByRole('button', { name: 'Join' }).tap();
	await ada.page.waitForURL('**/j/*');
	const key = /\/j\/([^?]+)/.exec(ada.page.url())?.[1] ?? '';
	const ben = await screen(PHONE, true);
	await ben.page.goto(`${kit.url}/j/${key}`);
	for (const { page } of [ada, ben]) {
		await page.getByText('Years 9 to 11').tap();
		await page.getByRole('button', { name: 'Get my card' }).tap();
		await page.getByRole('button', { name: 'I agree. Start' }).tap();
		await expect(page.getByText('Look up')).toBeVisible();
	}
	const others = await Promise.all(Array.from({ length: 10 }, () => socketStudent(kit, { summit, key })));
	await expect(desk.getByText('12 taking part')).toBeVisible();
	const benCard = await ben.page.getByRole('banner').innerText();

	// The first station: the list, the map, words; a phone without a network; a reload.
	await desk.getByRole('textbox', { name: 'Read aloud by' }).fill('Jo Cole');
	await desk.getByRole('button', { name: 'It was read' }).click();
	// A press right after its words changed is not heard, so it is made until it is.
	await expect(async () => {
		const next = desk.getByRole('button', { name: /Open station 1/ });
		if (await next.isVisible()) await next.click();
		await expect(next).toBeHidden({ timeout: 1_000 });
	}).toPass();
	await markFromList(ada.page, { place: 'Library', feeling: 'Safe', words: SHOWN });
	await expect(helper.page.getByText(SHOWN)).toBeVisible();
	await ben.page.reload();
	await expect(ben.page.getByRole('banner')).toContainText(benCard.split('\n')[0] ?? '');
	await expect(ben.page.getByText(/Step 1/)).toBeVisible();
	await ben.context.setOffline(true);
	await markFromList(ben.page, { place: 'Canal bridge', feeling: 'Safe', words: OFFLINE });
	await expect(ben.page.getByText(/on this phone/i).first()).toBeVisible();
	await ben.context.setOffline(false);
	await expect(desk.getByText(OFFLINE)).toBeVisible();

	const steps = { marks: 'liked-places', words: 'one-idea' };
	for (const step of ['marks', 'words'] as const) {
		const found = await others[0]?.watch('summit');
		const rows = found?.ok ? found.topics[0] : undefined;
		const settings = rows && 'rows' in rows ? rows.rows['settings:neighbourhood'] : undefined;
		const list = (settings as { steps: { id: string; type: string }[] }).steps;
		steps[step] = list.find(({ type }) => type === step)?.id ?? '';
	}
	for (const other of others) {
		const entry = {
			type: 'mark',
			at: [0.42, 0.31],
			place: null,
			feeling: 'safe',
			when: [],
			with: [],
			why: []
		} as const;
		const at: [number, number] = [0.42, 0.31];
		await other.must({
			type: 'station:contribute',
			station: 'neighbourhood',
			step: steps.marks,
			entry: { ...entry, at, when: [], with: [], why: [] }
		});
	}
	const [cai, dee, eli] = others;
	const say = (words: string) =>
		({
			type: 'station:contribute',
			station: 'neighbourhood',
			step: steps.words,
			entry: { type: 'words' },
			words
		}) as const;
	await cai?.must(say(KEPT));
	await dee?.must(say(PASSED));
	await eli?.must(say(TITLED));

	// The queue: shown, kept back, passed on; the titled adult never stood in it.
	await expect(desk.getByRole('heading', { name: 'To read: 4' })).toBeVisible();
	const reading = helper.page.getByRole('article', { name: 'The text to read now' });
	for (let left = 4; left > 0; left -= 1) {
		const words = await reading.locator('blockquote').innerText();
		// A press right after a text appeared is ignored on purpose, so the press is repeated until the text is gone.
		await expect(async () => {
			const why = reading.getByRole('button', { name: /unkind/i });
			const first = words.includes(KEPT) ? /^Keep back/ : words.includes(PASSED) ? /^Pass on/ : /^Show/;
			if (await why.isVisible()) await why.click({ timeout: 3_000 });
			else await reading.getByRole('button', { name: first }).click({ timeout: 3_000 });
			await expect(helper.page.locator('article blockquote', { hasText: words })).toBeHidden({ timeout: 3_000 });
		}).toPass({ timeout: 60_000 });
	}
	await desk.getByRole('button', { name: 'Reveal on the wall' }).click();
	await expect(wall.page.getByText(SHOWN).first()).toBeVisible({ timeout: 30_000 });
	await expect(observer.page.getByText(SHOWN).first()).toBeVisible();
	const ground = wall.page.locator('img').first();
	await expect.poll(() => ground.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	await expect
		.poll(() =>
			wall.page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
				const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
				return pixels.some((value) => value > 0);
			})
		)
		.toBe(true);

	// Pause: every screen within its frame, and resumed by one press.
	await desk.keyboard.press('p');
	await expect(ada.page.getByText(/paused/i).first()).toBeVisible();
	await expect(wall.page.getByText(SHOWN)).toBeHidden();
	// In the first second a press is taken for the second of a double press, so it is repeated.
	await expect(async () => {
		const resume = desk.getByRole('button', { name: 'Resume everything' }).first();
		if (await resume.isVisible()) await resume.click();
		await expect(ada.page.getByText(/paused/i)).toBeHidden({ timeout: 2_000 });
	}).toPass();

	// Talk to someone, from the phone to the lead and back; the close gate stands in between.
	await ada.page.getByRole('link', { name: 'Talk to someone' }).tap();
	await ada.page.getByRole('radio', { name: /quiet room/ }).tap();
	await ada.page.getByRole('textbox').fill(WORRY);
	await ada.page.getByRole('button', { name: 'Ask to talk' }).tap();
	await expect(ada.page.getByText('Sent. Nobody has read it yet.')).toBeVisible();
	await expect(desk.getByText(/3 unseen/)).toBeVisible();
	for (let unseen = 3; unseen > 0; unseen -= 1) {
		await lead.page.getByRole('button', { name: /new$/ }).first().click();
		await lead.page.getByRole('button', { name: /^Open/ }).click();
		await expect(lead.page.getByText(/They wrote, exactly/)).toBeVisible();
	}
	await expect(ada.page.getByText(/Read by a safeguarding lead at/)).toBeVisible();

	await desk.getByRole('button', { name: 'Close this station' }).click();
	await expect(wall.page.getByText(SHOWN).first()).toBeVisible();

	// Ideas into a theme, one of them back to the cards, private; then an answer, an action, a review and a signature.
	await desk.getByRole('link', { name: 'Plan', exact: true }).click();
	await desk.getByRole('checkbox', { name: SHOWN }).check();
	await desk.getByRole('button', { name: 'Make one idea' }).click();
	const dialog = desk.getByRole('dialog');
	await dialog.getByLabel('The idea, in your words').fill('Open the sports hall as a warm place to wait');
	await dialog.getByLabel('Theme').selectOption({ index: 1 });
	await dialog.getByRole('button', { name: 'Make one idea' }).click();
	await desk.getByRole('tab', { name: /Backing/ }).click();
	await desk.getByRole('checkbox', { name: /warm place to wait/ }).check();
	await desk.getByRole('button', { name: 'Open to students' }).click();
	await ada.page.getByRole('link', { name: 'Close' }).tap();
	await ada.page.getByRole('checkbox', { name: /warm place to wait/ }).tap();
	await ada.page.getByRole('button', { name: 'Send my choices' }).tap();
	await expect(desk.getByText('1 card has chosen so far')).toBeVisible();
	await desk.getByRole('button', { name: 'Close and count' }).click();
	await expect(desk.getByText(/too few/i)).toBeVisible();
	await desk.getByRole('tab', { name: /Answers/ }).click();
	await desk.getByRole('button', { name: 'Send for review' }).click();
	await lead.page.getByRole('link', { name: 'Plan', exact: true }).click();
	await expect(lead.page.getByRole('button', { name: 'Sign off' })).toBeDisabled();
	await lead.page.getByRole('button', { name: 'Send back' }).click();
	const note = lead.page.getByRole('dialog');
	await note.getByRole('textbox').fill('Answer the theme first, please.');
	await note.getByRole('button', { name: 'Send back' }).click();
	await expect(desk.getByText('Answer the theme first, please.')).toBeVisible();
	await desk
		.getByRole('button', { name: /^Answer: / })
		.first()
		.click();
	await dialog.getByRole('radio', { name: /^Yes/ }).check();
	await dialog.getByRole('button', { name: 'Save answer' }).click();
	await desk
		.getByRole('button', { name: /^Add an action: / })
		.first()
		.click();
	await dialog.getByLabel('What will change').fill('The sports hall stays open until half past five');
	await dialog.getByRole('radio', { name: /place/i }).check();
	await dialog.getByRole('button', { name: 'Save action' }).click();
	// Pressed at once: what this screen changed itself is not "somebody changed this" (L7).
	await desk.getByRole('button', { name: 'Send for review' }).click();
	await expect(lead.page.getByRole('button', { name: 'Sign off' })).toBeDisabled();
	await expect(lead.page.getByText(/needed before sign-off/i).first()).toBeVisible();
	await desk.getByRole('button', { name: /^Edit The sports hall/ }).click();
	await dialog.getByLabel('Name').fill('R. Osei');
	await dialog.getByLabel('Role').fill('Head');
	await dialog.getByLabel('Organisation').fill('Northbank School');
	await dialog.getByLabel('By when').fill('2027-02-12');
	await dialog
		.getByLabel('The words students will be told')
		.fill('You can wait in the sports hall until half past five.');
	await dialog.getByRole('button', { name: 'Save action' }).click();
	await lead.page.getByRole('button', { name: 'Sign off' }).click();
	await note.getByRole('button', { name: 'Sign off' }).click();
	await expect(desk.getByText('Signed off by Jo Cole')).toBeVisible();
	const print = await desk.request.get(`${kit.url}/staff/${summit}/plan/print`);
	const table = await desk.request.get(`${kit.url}/staff/${summit}/plan/plan.csv`);
	for (const out of [print, table]) {
		expect(await out.text()).toContain('The sports hall stays open until half past five');
		expect(await out.text()).not.toContain(KEPT);
	}

	const readable = (received: readonly string[]): string => received.join('\n');
	for (const words of [KEPT, PASSED, WORRY, TITLED]) {
		for (const { received } of [wall, observer, ben]) expect(readable(received)).not.toContain(words);
	}
	for (const words of [WORRY, TITLED]) {
		for (const { received } of [facilitator, helper]) expect(readable(received)).not.toContain(words);
	}
	expect(readable(wall.received)).toContain(SHOWN);
	for (const voice of others) voice.close();
	await kit.close();
	expect(complaints).toEqual([]);
});
