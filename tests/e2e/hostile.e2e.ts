/**
 * Markup, script, formulas, forced directions and half characters in every field an adult or a student can fill: every
 * screen shows them as the words they are, and every table is harmless in a spreadsheet.
 */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import type { StationSettings } from '../../src/lib/summit/stations/settings.ts';
import { Adult, openDoors, readyDay, showAll, students } from './day.ts';
import { KitProcess } from './kit.ts';
import { LAPTOP, PHONE, PROJECTOR, person } from './people.ts';

test.describe.configure({ timeout: 300_000 });

const MARKUP = '<img data-hostile src=x onerror="window.hostile=1"></script><script>hostile=1</script>';
const HOSTILE = `=cmd|'/c calc'!A1 ${MARKUP} {{7*7}} \u202eesrever\u2066 \ufffe\ud800`;
/** What of it may stand on a screen. */
const SEEN = '<img data-hostile';
/** Keys whose text a person reads; the rest are ids, kinds and addresses. */
const READ = [
	'words',
	'name',
	'prompt',
	'older',
	'hint',
	'title',
	'about',
	'line',
	'country',
	'danger',
	'what',
	'owner',
	'group'
];
/** Controls, forced directions, halves of characters. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]/u;

/** The same settings with the hostile text behind everything that is read. */
function hostile<T>(value: T, key = ''): T {
	// Each branch gives back the shape it was given.
	if (typeof value === 'string') return (READ.includes(key) ? `${value.slice(0, 20)} ${HOSTILE}` : value) as T;
	if (Array.isArray(value)) return value.map((one: unknown) => hostile(one, key)) as T;
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostile<unknown>(inner, name)])) as T;
}

async function harmless(page: Page, name: string, { shows = true } = {}): Promise<void> {
	if (shows) await expect(page.getByText(SEEN).first(), name).toBeAttached();
	const found = await page.evaluate(() => ({
		ran: 'hostile' in window,
		made: document.querySelectorAll('[data-hostile]').length,
		wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
		text: document.body.innerText
	}));
	const { text, ...rest } = found;
	expect(rest, name).toEqual({ ran: false, made: 0, wide: false });
	expect(UNSEEN.test(text), name).toBe(false);
}

test('hostile text in every field is harmless on every screen and in every table', async ({ browser }) => {
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	try {
		const day = await readyDay(browser, kit, complaints);
		const { facilitator, lead, helper, wall, observer, summit } = day;
		const seen = (): Promise<number> => facilitator.version('setup', 'setup');
		const { settings } = await facilitator.row<{ settings: Record<string, unknown> & { stations: StationSettings[] } }>(
			'setup',
			'setup'
		);
		const { stations, schools, welfare, agreement, promises, helpPack, themes, actions } = settings;
		const said = hostile({ schools, promises, helpPack, themes, actions });
		const lines = [HOSTILE, `Be kind ${HOSTILE}`];
		await facilitator.must({
			type: 'setup:edit',
			seen: await seen(),
			// What the set-up screen itself would send, with other words in it.
			change: {
				...(said as unknown as Record<string, never>),
				...{ name: HOSTILE, place: HOSTILE, quietRoom: HOSTILE, alternative: HOSTILE },
				welfare: (welfare as string[]).length > 0 ? lines : [],
				agreement: (agreement as string[]).length > 0 ? lines : []
			}
		});
		for (const station of stations)
			await facilitator.must({ type: 'setup:station', seen: await seen(), station: hostile(station) });
		await openDoors(day);
		await facilitator.must({ type: 'welfare:read', by: HOSTILE });
		const { page: phone } = await person(browser, { viewport: PHONE, touch: true, complaints });
		await phone.goto(`${kit.url}/j/${await day.key()}`);
		await harmless(phone, 'join');
		await phone.getByRole('radio').first().check({ force: true });
		await phone.locator('input[name=band]').first().check({ force: true });
		await phone.getByRole('button', { name: 'Get my card' }).click();
		await phone.waitForURL('**/s/**');
		await harmless(phone, 'hello');
		await phone.getByRole('button', { name: 'I agree. Start' }).click();
		const card = new Adult({ page: phone, url: kit.url, summit, as: 'card' });
		for (const { id } of stations) {
			await facilitator.open(id);
			await expect(phone.getByRole('heading', { level: 1 })).toContainText(SEEN);
			await harmless(phone, `station ${id}`);
			if (id !== 'neighbourhood') await facilitator.close(id);
			else {
				const words = { type: 'station:contribute', station: id, step: 'one-idea', entry: { type: 'words' } } as const;
				for (const one of [HOSTILE, `Lights ${HOSTILE}`]) await card.must({ ...words, words: one });
				for (const voice of await students(day, 5)) {
					await voice.must({ ...words, words: `A bench ${HOSTILE}` });
					voice.close();
				}
				await harmless(helper.page, 'a phone’s queue', { shows: false });
				await showAll(facilitator);
				await facilitator.must({
					type: 'station:reveal',
					station: id,
					seen: await facilitator.version('summit', `station:${id}`)
				});
				await facilitator.close(id);
			}
		}
		await card.must({ type: 'talk:ask', how: 'come', aboutAdult: false, words: `See me ${HOSTILE}` });
		const theme = String((await facilitator.must({ type: 'theme:add', name: HOSTILE }))['theme']);
		await expect.poll(() => facilitator.rows('ideas', 'item:'), { timeout: 15_000 }).not.toHaveLength(0);
		const items = (await facilitator.rows<{ id: string }>('ideas', 'item:')).map(({ id }) => id);
		await facilitator.must({ type: 'idea:place', items, theme });
		const idea = String((await facilitator.must({ type: 'idea:merge', words: HOSTILE, theme, items }))['idea']);
		await facilitator.must({
			type: 'theme:answer',
			theme,
			seen: 0,
			answer: 'exploring',
			because: HOSTILE,
			until: '2027-05-01'
		});
		await facilitator.must({
			...{ type: 'action:add', theme, ideas: [idea], what: HOSTILE, changes: 'place', fairBecause: HOSTILE },
			...{ owner: { name: HOSTILE, role: HOSTILE, organisation: HOSTILE }, due: '2027-05-01', told: HOSTILE }
		});
		await facilitator.must({
			type: 'backing:open',
			seen: await facilitator.version('ideas', 'backing'),
			ideas: [idea]
		});
		await expect(phone.getByText(SEEN).first()).toBeVisible();
		await harmless(phone, 'choosing');
		await phone.goto(`${phone.url().split('?')[0]}?show=talk`);
		await harmless(phone, 'talk');

		const desk = facilitator.page;
		for (const path of ['run', 'queue', 'plan', 'plan/print', 'set-up']) {
			await desk.goto(`${kit.url}/staff/${summit}/${path}`);
			await harmless(desk, path);
		}
		await desk.goto(`${kit.url}/staff`);
		await harmless(desk, 'my summits');
		await lead.page.locator('[data-worry] button').first().click();
		await lead.page.getByRole('button', { name: 'Open and read' }).click();
		await harmless(lead.page, 'a worry');
		for (const [name, { page }] of Object.entries({ wall, observer })) await harmless(page, name);
		const invited = await day.invite({ role: 'stationLead' });
		const { page: stranger } = await person(browser, { viewport: LAPTOP, complaints });
		await stranger.goto(invited);
		await harmless(stranger, 'an invitation');
		await wall.page.setViewportSize(PROJECTOR);

		const csv = await (await desk.request.get(`${kit.url}/staff/${summit}/plan/plan.csv`)).text();
		const { data } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true });
		expect(data.flat().filter((cell) => cell.includes(SEEN)).length).toBeGreaterThan(3);
		for (const cell of data.flat()) {
			expect(cell).not.toMatch(/^[=+\-@|%]/);
			expect(UNSEEN.test(cell)).toBe(false);
		}
		const json = await desk.request.get(`${kit.url}/staff/${summit}/plan/plan.json`);
		expect(json.headers()['content-type']).toContain('json');
		expect(UNSEEN.test((await json.text()).replaceAll('\n', ''))).toBe(false);
	} finally {
		await kit.close();
	}
	expect(complaints).toEqual([]);
});
