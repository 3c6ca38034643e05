/**
 * A real summit made ready through the kit's own doors, for tests that look at screens: two schools with their
 * safeguarding leads, a station lead, a wall, an observer. Adults speak by plain requests with their browser's cookies.
 */
import type { Browser, Page } from '@playwright/test';
import { commandId } from '../../src/lib/live/ids.ts';
import { PROTOCOL } from '../../src/lib/live/protocol.ts';
import type { CommandBody, SpeakerRole } from '../../src/lib/live/protocol.ts';
import type { Entry } from '../../src/lib/summit/stations/entries.ts';
import type { MapSettings } from '../../src/lib/summit/stations/settings.ts';
import { HELP_UK } from '../../src/lib/summit/templates/help-uk.ts';
import { NEIGHBOURHOOD } from '../../src/lib/summit/templates/neighbourhood.ts';
import { receiver } from '../../src/lib/summit/testing.ts';
import type { Voice } from '../live/kit.ts';
import type { KitProcess } from './kit.ts';
import { LAPTOP, PHONE, PROJECTOR, person, socketStudent } from './people.ts';

const PASSPHRASE = 'four quiet otters swim';

/** One adult's browser in one part. */
export class Adult {
	readonly page: Page;
	readonly summit: string;
	readonly #url: string;
	readonly #speaking: { protocol: number; summit: string; as: SpeakerRole };

	constructor({ page, url, summit, as }: { page: Page; url: string; summit: string; as: SpeakerRole }) {
		this.page = page;
		this.summit = summit;
		this.#url = url;
		this.#speaking = { protocol: PROTOCOL, summit, as };
	}

	async #post(door: 'do' | 'watch', body: object): Promise<Record<string, unknown>> {
		const data = { speaking: this.#speaking, ...body };
		const response = await this.page.request.post(`${this.#url}/live/${door}`, {
			data,
			headers: { origin: this.#url },
			// A line kept open may end just as it is used again; sending twice is harmless (L2).
			maxRetries: 2
		});
		// Both doors answer one JSON object, whatever the status.
		return (await response.json()) as Record<string, unknown>;
	}
	/** Fails the test when it is refused; the answer otherwise. */
	async must(body: CommandBody): Promise<Record<string, unknown>> {
		const said = await this.#post('do', { command: { ...body, id: commandId(Date.now()) } });
		if (said['ok'] !== true) throw new Error(`${body.type}: ${JSON.stringify(said)}`);
		return (said['answer'] ?? {}) as Record<string, unknown>;
	}
	/** The rows of one topic whose keys begin so. The caller names their shape, which is what the topic's file says. */
	async rows<T>(topic: string, prefix = ''): Promise<T[]> {
		const said = (await this.#post('watch', { asks: [{ topic }] })) as {
			topics?: { rows?: Record<string, T | null> }[];
		};
		const all = Object.entries(said.topics?.[0]?.rows ?? {});
		return all.flatMap(([key, row]) => (key.startsWith(prefix) && row !== null ? [row] : []));
	}
	async row<T>(topic: string, key: string): Promise<T> {
		const [found] = await this.rows<T>(topic, key);
		if (found === undefined) throw new Error(`${topic} has no ${key}`);
		return found;
	}
	async version(topic: string, key: string): Promise<number> {
		return (await this.row<{ version: number }>(topic, key)).version;
	}
	async open(station: string): Promise<void> {
		const seen = await this.version('summit', `station:${station}`);
		await this.must({ type: 'station:open', station, seen });
	}
	async close(station: string): Promise<void> {
		const seen = await this.version('summit', `station:${station}`);
		await this.must({ type: 'station:close', station, seen });
	}
}

export interface Day {
	kit: KitProcess;
	summit: string;
	complaints: string[];
	facilitator: Adult;
	lead: Adult;
	/** The other school's lead. */
	other: Adult;
	helper: Adult;
	wall: Adult;
	observer: Adult;
	/** Makes an invitation and answers its address. */
	invite(of: { role: string; school?: string; duty?: string; many?: boolean }): Promise<string>;
	/** The key in the QR; doors have to be open. */
	key(): Promise<string>;
}

/** The first facilitator's account, and their page at /staff. */
export async function firstAccount(page: Page, kit: KitProcess): Promise<void> {
	await page.goto(kit.setupLink ?? '');
	await page.getByLabel('Your name').fill('Alex Morgan');
	await page.getByLabel('Work email').fill('alex@example.org');
	await page.locator('input[name=passphrase]').fill(PASSPHRASE);
	await page.getByRole('button', { name: 'Make my account' }).click();
	await page.waitForURL('**/staff');
}

export async function newSummit(page: Page, kit: KitProcess): Promise<string> {
	await page.goto(`${kit.url}/staff`);
	const form = page.locator('details', { hasText: 'Start a new summit' });
	if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
	await page.getByLabel('Name of the summit').fill('Northbank Student Safety Summit');
	await page.getByLabel('School that hosts it').fill('Northbank School');
	await page.getByLabel('Other schools').fill('Harbour Lane School');
	await page.getByRole('button', { name: 'Make the summit' }).click();
	await page.waitForURL('**/set-up');
	return /staff\/([^/]+)\/set-up/.exec(page.url())?.[1] ?? '';
}

/** Everything before the doors, in a fresh kit. Nobody has joined and nothing is open. */
export async function readyDay(browser: Browser, kit: KitProcess, complaints: string[]): Promise<Day> {
	const screen = async (viewport: { width: number; height: number }): Promise<Page> =>
		(await person(browser, { viewport, complaints })).page;
	const desk = await screen(LAPTOP);
	await firstAccount(desk, kit);
	const summit = await newSummit(desk, kit);
	const as = (page: Page, role: SpeakerRole): Adult => new Adult({ page, url: kit.url, summit, as: role });
	const facilitator = as(desk, 'facilitator');
	const invite: Day['invite'] = async (of) => {
		const response = await desk.request.post(`${kit.url}/staff/${summit}/links`, {
			data: of,
			headers: { origin: kit.url },
			// A line kept open may end just as it is used again; an invitation more is harmless.
			maxRetries: 2
		});
		const said = (await response.json()) as { address?: string };
		if (!said.address) throw new Error(JSON.stringify(said));
		return `${kit.url}${new URL(said.address).pathname}`;
	};
	const { settings } = await facilitator.row<{ settings: { schools: { id: string }[] } }>('setup', 'setup');
	await facilitator.must({
		type: 'setup:edit',
		seen: await facilitator.version('setup', 'setup'),
		change: {
			...{ quietRoom: 'Library, back door', helpPack: HELP_UK, place: 'Main hall' },
			allegations: settings.schools.map(({ id }) => receiver(id))
		}
	});
	async function newLead(name: string, school: string): Promise<Adult> {
		const page = await screen(LAPTOP);
		await page.goto(await invite({ role: 'lead', school }));
		await page.getByLabel('Your name').fill(name);
		await page.getByLabel('Work email').first().fill(`${school}@example.org`);
		await page.locator('input[name=passphrase]').first().fill('seven calm herons wait');
		await page.getByRole('button', { name: 'Make my account and join' }).click();
		await page.waitForURL('**/worries**');
		return as(page, 'lead');
	}
	async function byLink(role: 'stationLead' | 'wall' | 'observer', name: string, viewport = LAPTOP): Promise<Adult> {
		const page = await screen(viewport);
		await page.goto(await invite({ role }));
		await page.locator('input[name=name]').fill(name);
		await page.locator('main form button[type=submit], form.card button[type=submit]').first().click();
		await page.waitForURL((url) => !url.pathname.includes('/invite/'));
		return as(page, role);
	}
	const [host, second] = settings.schools;
	return {
		...{ kit, summit, complaints, facilitator, invite },
		lead: await newLead('Jo Cole', host?.id ?? ''),
		other: await newLead('Amir Hassan', second?.id ?? ''),
		helper: await byLink('stationLead', 'Robin', PHONE),
		wall: await byLink('wall', 'Main hall', PROJECTOR),
		observer: await byLink('observer', 'PC Lane'),
		key: async () => (await facilitator.row<{ key: string }>('wall', 'doors')).key
	};
}

/** Both leads answer and the doors open; `closedWifi` is the facilitator's word where there is no TLS (S15). */
export async function openDoors({ facilitator, lead, other }: Day, closedWifi = false): Promise<void> {
	await lead.must({ type: 'people:answer' });
	await other.must({ type: 'people:answer' });
	await facilitator.must({ type: 'doors:open', seen: await facilitator.version('run', 'doors'), closedWifi });
}

/** Students without a screen. */
export async function students(day: Day, count: number): Promise<Voice[]> {
	const of = { summit: day.summit, key: await day.key() };
	return Promise.all(Array.from({ length: count }, () => socketStudent(day.kit, of)));
}

const IDEAS = [
	'Fix the lights in the underpass and paint it a bright colour',
	'A later bus on practice days',
	'More benches where people can see you',
	'Open the library till six',
	'Someone we know by the back gate at half past three',
	'Put the crossing nearer to the school gate'
];

/** Everybody marks three places of the first station, some with words; the station has to be open. */
export async function markTheMap(class_: Voice[]): Promise<void> {
	const settings: MapSettings = NEIGHBOURHOOD;
	const feelings = ['safe', 'unsafe', 'mixed'] as const;
	await Promise.all(
		class_.map(async (voice, at) => {
			for (const [index, place] of settings.places.slice((at % 2) * 3, (at % 2) * 3 + 3).entries()) {
				const feeling = feelings[(index + (at % 4 === 0 ? 1 : 0)) % 3] ?? 'mixed';
				const entry: Entry = {
					type: 'mark',
					...(place.noPins ? { at: null, place: place.id } : { at: place.at, place: null }),
					...{ feeling, when: ['evening'], with: ['friends'], why: index % 2 ? ['lighting'] : ['people'] }
				};
				await voice.must({ type: 'station:contribute', station: settings.id, step: 'worry-places', entry });
			}
			const words = IDEAS[at];
			if (words === undefined) return;
			await voice.must({
				...{ type: 'station:contribute', station: settings.id, step: 'one-idea' },
				...{ entry: { type: 'words' }, words }
			});
		})
	);
}

/** Reads and shows everything that waits. */
export async function showAll(adult: Adult): Promise<void> {
	for (const { id, version, state } of await adult.rows<{ id: string; version: number; state: string }>('queue'))
		if (state === 'waiting') await adult.must({ type: 'words:show', item: id, seen: version });
}
