/**
 * S2, S3, S4, S7, S9, S12, M6: after a whole day in the real process (`planted-day.ts`) everything every audience can come
 * by is searched for what students wrote and marked, and so is every file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { cardName } from '../../src/lib/summit/card-names.ts';
import type { ReleaseRow } from '../../src/lib/summit/topics/room.ts';
import { Audience } from './audience.ts';
import type { Part, Subjects } from './audience.ts';
import { CARDS, LEADS, POSITION, SETTINGS, STAFF, castOf, liveDay } from './planted-day.ts';
import type { Cast, Planted } from './planted-day.ts';
import { Production, filesOf } from './production.ts';

let folder: string;
let kit: Production;
let cast: Cast;
let subjects: Subjects;
let statuses: Map<string, Map<string, number>>;
let planted: Planted;
let released: ReleaseRow;
let onDisk: { running: string[]; stopped: string[] };
const audiences = new Map<string, Audience>();

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-planted-'));
	cast = await castOf(folder);
	kit = await Production.start(folder);
	const { summit, parts, cards, key } = cast;
	const parted: [string, Part | null][] = [
		...Object.entries(parts),
		['own', cards[0] ?? null],
		['other', cards[CARDS - 1] ?? null]
	];
	for (const [name, part] of parted) audiences.set(name, new Audience({ name, kit, summit, part }));
	audiences.set('nobody', new Audience({ name: 'nobody', kit, summit, part: null }));
	audiences.set('outsider', new Audience({ name: 'outsider', kit, summit, part: null, cookie: cast.outsider }));
	const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#abc' } })
		.png()
		.toBuffer();
	const cookie = audiences.get('facilitator')?.cookie ?? '';
	const uploaded = await fetch(`${kit.url}/staff/${summit}/pictures?school=1`, {
		method: 'POST',
		headers: { cookie, origin: kit.url, 'content-type': 'image/png' },
		body: new Uint8Array(picture)
	});
	const { picture: address, words } = (await uploaded.json()) as { picture?: string; words?: string };
	if (address === undefined) throw new Error(words);
	const people = Object.values(parts).map(({ id }) => id);
	subjects = {
		cards: cards.map(({ id }) => id),
		people,
		stations: SETTINGS.stations.map(({ id }) => id),
		key,
		pictures: [address]
	};
	for (const audience of audiences.values()) await audience.watchAll(subjects);
	({ planted, released } = await liveDay({ kit, cast, audiences }));
	statuses = new Map();
	for (const [name, audience] of audiences) {
		await audience.watchAll(subjects);
		statuses.set(name, await audience.openAll(subjects));
	}
	const bytes = (): string[] => [...filesOf(folder)].map(([name, content]) => `${name}\n${content.toString('latin1')}`);
	const running = bytes();
	for (const audience of audiences.values()) audience.close();
	await kit.stop();
	onDisk = { running, stopped: bytes() };
}, 110_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const markersIn = (text: string): string[] => [...planted.keys()].filter((marker) => text.includes(marker));
const open = (name: string, address: string): number | undefined =>
	statuses.get(name)?.get(address.replace('ID', cast.summit));

test('S2, S3, S4, S7: every word is seen by all who may see it, and by nobody else', () => {
	expect(planted.size).toBeGreaterThan(20);
	for (const [name, audience] of audiences) {
		const expected = [...planted].filter(([, seen]) => seen.includes(name)).map(([marker]) => marker);
		expect(markersIn(audience.everything), name).toEqual(expected);
	}
});

test('S7: no number a lead is sent counts a worry they may not read, least of all one about them', () => {
	const most = (name: string): number => {
		const said = (audiences.get(name)?.everything ?? '').matchAll(/"unseen":(\d+)/g);
		return Math.max(...[...said].map(([, count]) => Number(count)));
	};
	// Four came from a card of their school; one of them names `named`, and none is of the school of `far`.
	expect(most('named')).toBeLessThanOrEqual(3);
	expect(most('far')).toBe(0);
	expect(most('facilitator')).toBeGreaterThan(0);
	for (const name of ['own', 'wall', 'observer']) expect(most(name), name).toBe(-Infinity);
});

test('M6: positions are seen by facilitators, leads and the card that gave them', () => {
	const saw = [...audiences].filter(([, { everything }]) => POSITION.test(everything)).map(([name]) => name);
	expect(saw.sort()).toEqual(['facilitator', 'far', 'lead', 'named', 'own']);
});

test('S9: what walls were shown stands for five cards or more, in fives', () => {
	const figures = [released.cards, ...released.points.map(({ cards }) => cards)];
	for (const figure of figures) expect(figure > 0 && figure % 5 === 0).toBe(true);
});

test('S12: a card’s name and id are seen by safeguarding leads and by itself, and by nobody else', () => {
	for (const [name, { everything }] of audiences) {
		for (const [index, card] of cast.cards.entries()) {
			const mine = (name === 'own' && index === 0) || (name === 'other' && index === CARDS - 1);
			// Ids stand in what was asked for, so only rows, pages and frames are looked at.
			const rows = everything.replaceAll(/(card|worries):[\w-]+/g, '');
			const lead = LEADS.includes(name);
			expect(rows.includes(card.id), `the id of card ${index} before ${name}`).toBe(mine || lead);
			expect(everything.includes(cardName(card.name)), `the name of card ${index} before ${name}`).toBe(
				lead || (mine && everything.includes(cardName(card.name)))
			);
		}
		if (name !== 'own' && name !== 'other') expect(everything, name).not.toMatch(/"?animal"?:/);
	}
});

describe('S1, S2, S11: pages and files', () => {
	test.each(['plan/plan.csv', 'plan/plan.json', 'plan/print'])('%s is for facilitators and leads', (file) => {
		for (const name of audiences.keys()) {
			const may = name === 'facilitator' || LEADS.includes(name);
			expect(open(name, `/staff/ID/${file}`) === 200, name).toBe(may);
		}
	});
	test('a school’s plan is for who has a part here', () => {
		for (const name of audiences.keys())
			expect(open(name, subjects.pictures[0] ?? ''), name).toBe(['nobody', 'outsider'].includes(name) ? 404 : 200);
	});
	test('the private queue is for leads, the wall for staff and walls, the student’s page for cards', () => {
		const may = (address: string) => [...audiences.keys()].filter((name) => open(name, address) === 200).sort();
		expect(may('/staff/ID/worries')).toEqual([...LEADS].sort());
		expect(may('/staff/ID/queue')).toEqual([...STAFF].sort());
		expect(may('/wall/ID')).toEqual([...STAFF, 'wall'].sort());
		expect(may('/observe/ID')).toEqual([...STAFF, 'observer'].sort());
		expect(may('/s/ID')).toEqual(['other', 'own']);
	});
});

test('S1: nothing the server says holds a word, a token or an address, and no token travels back', () => {
	const tokens = [...Object.values(cast.parts), ...cast.cards].map(({ token }) => token);
	const { said } = kit;
	// After its greeting it had no reason to say anything.
	expect(said.slice(said.indexOf('Ctrl+C.') + 'Ctrl+C.'.length).trim()).toBe('');
	expect(markersIn(said)).toEqual([]);
	for (const token of tokens) {
		expect(said.includes(token)).toBe(false);
		for (const { name, everything } of audiences.values()) expect(everything.includes(token), name).toBe(false);
	}
});

test.each(['running', 'stopped'] as const)(
	'S13: no word, position or token lies open in any file while it is %s',
	(when) => {
		const files = onDisk[when];
		expect(files.join('')).toContain('summit.db');
		for (const file of files) {
			const [name = ''] = file.split('\n', 1);
			expect(markersIn(file), name).toEqual([]);
			expect(POSITION.test(file), name).toBe(false);
			for (const { token } of cast.cards) expect(file.includes(token), name).toBe(false);
		}
	}
);
