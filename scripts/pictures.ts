/**
 * Makes the pictures of the README anew (`npm run pictures`): a rehearsal with its made-up class, a browser, and the
 * screens a stranger should see first. They land in `docs/pictures`, light, small enough to be read on a train.
 */
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Adult } from '../tests/e2e/day.ts';
import { KitProcess } from '../tests/e2e/kit.ts';
import type { ReleaseRow } from '../src/lib/summit/topics/room.ts';
import { browserArguments, readyBrowser } from './browser.ts';
import { ensureBuilt } from './build.ts';
import { ROOT } from './sources.ts';

const FOLDER = join(ROOT, 'docs', 'pictures');
/** Bytes a picture may weigh. */
const HEAVIEST = 250_000;
/** Milliseconds the made-up class needs until every screen is lively. */
const LIVELY = 180_000;

interface Screen {
	width: number;
	height: number;
	/** Points to the pixel; a phone's picture is made sharper. */
	sharpness?: number;
}

async function keep(page: Page, name: string, width?: number): Promise<void> {
	const taken = await page.screenshot();
	const picture = width === undefined ? sharp(taken) : sharp(taken).resize({ width });
	const { size } = await picture
		.png({ palette: true, effort: 10, compressionLevel: 9 })
		.toFile(join(FOLDER, `${name}.png`));
	if (size > HEAVIEST) throw new Error(`${name}.png has ${size} bytes; at most ${HEAVIEST} are allowed.`);
	console.log(`docs/pictures/${name}.png, ${Math.round(size / 1000)} kB`);
}

/** A browser in one part of the rehearsal. */
async function be(
	browser: Browser,
	kit: KitProcess,
	role: 'wall' | 'facilitator' | 'lead',
	screen: Screen
): Promise<Adult> {
	const page = await open(browser, screen);
	const form = { role };
	await page.request.post(`${kit.rehearsal ?? ''}?/be`, { form, headers: { origin: kit.url }, maxRedirects: 0 });
	const cookie = (await page.context().cookies()).find(({ name }) => name.startsWith(`${role}_`));
	if (!cookie) throw new Error(`The rehearsal gave no part as ${role}.`);
	return new Adult({ page, url: kit.url, summit: cookie.name.slice(role.length + 1), as: role });
}

async function open(browser: Browser, { width, height, sharpness = 1 }: Screen): Promise<Page> {
	const context = await browser.newContext({
		...{ viewport: { width, height }, deviceScaleFactor: sharpness, colorScheme: 'light' },
		...{ locale: 'en-GB', timezoneId: 'Europe/London' }
	});
	return context.newPage();
}

/** Ideas out of approved texts, backed by nobody yet, with three answers and their actions: what a plan looks like at noon. */
async function writePlan(facilitator: Adult): Promise<void> {
	const texts = await facilitator.rows<{ id: string }>('ideas', 'item:');
	const themes = await facilitator.rows<{ id: string; name: string }>('ideas', 'theme:');
	const [year] = new Date().toISOString().split('-');
	const next = `${Number(year) + 1}-03-01`;
	const plan = [
		{
			theme: 'Lighting',
			words: 'Lights that work in the underpass, and bright walls',
			answer: 'yes' as const,
			because: 'You said it is dark there, and we went to look.',
			what: 'Two new lights and a painted wall in the underpass',
			told: 'The lights work by the first of March. You choose the colours.',
			owner: { name: 'Dana Reed', role: 'Street lighting', organisation: 'City council' }
		},
		{
			theme: 'Buses, trains and drivers',
			words: 'A later bus on practice days',
			answer: 'exploring' as const,
			because: 'The bus company has to agree to it first.',
			what: 'Ask for a bus at half past six on Tuesdays and Thursdays',
			told: 'We have asked for a later bus and tell you what they say.',
			owner: { name: 'Imran Shah', role: 'School transport', organisation: 'City council' }
		},
		{
			theme: 'Places to be',
			words: 'The library stays open until six',
			answer: 'yes' as const,
			because: '',
			what: 'Open the library until six on school days, with a youth worker there',
			told: 'The library is open until six from January.',
			owner: { name: 'Mary Quinn', role: 'Head of libraries', organisation: 'City council' }
		}
	];
	for (const [at, { theme: called, words, answer, because, what, told, owner }] of plan.entries()) {
		const [text, theme] = [texts[at]?.id, themes.find(({ name }) => name === called)?.id];
		if (text === undefined || theme === undefined) throw new Error('The class has not said enough yet.');
		await facilitator.must({ type: 'idea:place', items: [text], theme });
		const { idea } = await facilitator.must({ type: 'idea:merge', words, theme, items: [text] });
		await facilitator.must({
			...{ type: 'theme:answer', theme, seen: 0, answer, because },
			until: answer === 'yes' ? null : next
		});
		await facilitator.must({
			...{ type: 'action:add', theme, ideas: [String(idea)], what, changes: at === 1 ? 'service' : 'place' },
			...{ fairBecause: '', owner, due: next, told }
		});
	}
}

async function main(): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	await ensureBuilt();
	const kit = await KitProcess.start({ REHEARSE: '1' });
	const browser = await chromium.launch({ executablePath: readyBrowser(), args: browserArguments() });
	try {
		const wall = await be(browser, kit, 'wall', { width: 1920, height: 1080 });
		const facilitator = await be(browser, kit, 'facilitator', { width: 1366, height: 768 });
		const lead = await be(browser, kit, 'lead', { width: 1366, height: 768 });
		const staff = new URL(`/staff/${facilitator.summit}/`, kit.url).href;
		await wall.page.goto(new URL(`/wall/${wall.summit}?as=wall`, kit.url).href);
		await facilitator.page.goto(`${staff}run?as=facilitator`);
		await lead.page.goto(`${staff}worries?as=lead`);
		const ends = Date.now() + LIVELY;
		// Enough texts for the plan, and a wall on which a place is called unsafe.
		const lively = async (): Promise<boolean> => {
			const [release] = await facilitator.rows<ReleaseRow>('wall', 'release:');
			const cells = release?.points.filter(({ answer }) => answer === 'unsafe' || answer === 'mixed') ?? [];
			return cells.length >= 8 && (await facilitator.rows('ideas', 'item:')).length >= 12;
		};
		await lead.must({ type: 'people:answer' }).catch(() => undefined);
		console.log('Waiting for the made-up class to get going. This takes a few minutes.');
		while (Date.now() < ends && !(await lively())) await wall.page.waitForTimeout(2_000);
		await keep(wall.page, 'wall', 1280);
		await keep(facilitator.page, 'run');

		const { key } = await facilitator.row<{ key: string }>('wall', 'doors');
		const phone = await open(browser, { width: 360, height: 740, sharpness: 2 });
		await phone.goto(new URL(`/j/${key}`, kit.url).href);
		await phone.getByRole('radio', { name: 'Northbank School' }).check({ force: true });
		await phone.getByRole('radio', { name: 'Years 9 to 11' }).check({ force: true });
		await phone.getByRole('button', { name: 'Get my card' }).click();
		await phone.getByRole('button', { name: 'I agree. Start' }).click();
		await phone.getByRole('button', { name: 'Go closer first' }).click();
		await phone.getByRole('button', { name: 'Go closer first' }).waitFor({ state: 'hidden' });
		await phone.locator('.leaflet-container').click({ position: { x: 205, y: 140 } });
		await phone.getByRole('radio', { name: 'It depends' }).check({ force: true });
		await phone.mouse.move(0, 0);
		await keep(phone, 'phone-map');

		await lead.page.locator('[data-worry] button').first().click();
		await lead.page.getByRole('button', { name: /^Open/ }).click();
		await lead.page.getByRole('heading', { name: 'Did you find them?' }).waitFor();
		await keep(lead.page, 'worries');

		await writePlan(facilitator);
		await facilitator.page.goto(`${staff}plan?as=facilitator`);
		await facilitator.page.getByRole('tab', { name: /Answers/ }).click();
		await facilitator.page.getByText('Dana Reed').first().waitFor();
		await keep(facilitator.page, 'plan');
	} finally {
		await browser.close();
		await kit.close();
	}
}

await main();
