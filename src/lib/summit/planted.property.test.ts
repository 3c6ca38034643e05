import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardName } from './card-names.ts';
import type { Item } from './queue.ts';
import { Stage } from './testing.ts';
import { Day, LEADS, MARKER, POSITION, RUNS } from './testing-day.ts';

const lot = fc.nat(9999);
const presses = (most: number) =>
	fc.array(fc.record({ who: lot, what: lot, on: lot, also: lot, wait: fc.nat(4000) }), {
		minLength: Math.floor(most / 3),
		maxLength: most,
		size: 'max'
	});

const STATIONS = ['neighbourhood', 'school', 'platforms', 'friendships'];
const ROOM = ['summit', 'choose', 'wall', 'heat:neighbourhood', 'heat:neighbourhood/school:host', 'heat:school'];
const STAFF = ['run', 'queue', 'people', 'setup', 'ideas', 'plan', 'late'];

const said = (stage: Stage, topic: string): string => JSON.stringify([...stage.rows(topic)]);
const markersIn = (text: string): string[] => [...new Set(text.match(MARKER) ?? [])];

/** The item a marker stands in, with its place in the text. */
function itemOf(stage: Stage, marker: string): Item | undefined {
	return [...stage.summit.queue.items.values()].find((item) => item.text?.includes(marker));
}
/** An adult approved the item, its five seconds are over, and nothing of the marker is covered (S2, S3). */
function isPublic(item: Item | undefined, marker: string, now: number): boolean {
	if (item?.state !== 'shown' || item.settlesAt === null || item.settlesAt > now) return false;
	const from = item.text?.indexOf(marker) ?? 0;
	return !item.cover.some(([start, end]) => start < from + marker.length && end > from);
}

function expectNothingLeaks(day: Day): void {
	const { stage, planted } = day;
	for (const topic of [...ROOM, ...STAFF]) {
		const text = said(stage, topic);
		for (const marker of markersIn(text)) {
			const item = itemOf(stage, marker);
			const plant = planted.get(marker);
			const place = `${marker} in ${topic}`;
			expect(plant?.leadsOnly, place).toBe(false);
			if (topic === 'wall' || topic === 'ideas') expect(isPublic(item, marker, stage.now), place).toBe(true);
			else if (topic === 'queue') expect(item?.late, place).toBe(false);
			else if (topic === 'late') expect(item?.late, place).toBe(true);
			else expect.fail(`A student's words stand where none may: ${place}`);
			if (topic === 'queue' || topic === 'late') expect(['waiting', 'held'], place).toContain(item?.state);
		}
		expect(text, topic).not.toMatch(POSITION);
		for (const card of stage.summit.cards.list.values()) {
			expect(text.includes(card.id), `a card's id in ${topic}`).toBe(false);
			expect(text.includes(cardName(card.name)), `a card's name in ${topic}`).toBe(false);
		}
		expect(text, topic).not.toContain('"animal"');
	}
	for (const station of STATIONS) {
		const text = said(stage, `marks:${station}`);
		expect(markersIn(text), `marks:${station}`).toEqual([]);
		expect(text).not.toContain('"animal"');
		for (const card of stage.summit.cards.list.values()) {
			expect(text.includes(card.id) || text.includes(cardName(card.name)), `a card in marks:${station}`).toBe(false);
		}
	}
	for (const card of stage.summit.cards.list.values()) {
		const text = said(stage, `card:${card.id}`);
		expect(markersIn(text), 'words on a card').toEqual([]);
		for (const other of stage.summit.cards.list.keys()) {
			if (other !== card.id) expect(text.includes(other), 'another card').toBe(false);
		}
		const marks = new Set(text.match(/made-\d+/gu));
		for (const station of stage.summit.stations.values()) {
			for (const { id, card: writer } of station.contributions.values()) {
				if (writer !== card.id && marks.has(id)) expect.fail(`A mark of ${writer} stands on ${card.id}`);
			}
		}
	}
	for (const lead of LEADS) {
		const text = said(stage, `worries:${lead.id}`);
		for (const marker of markersIn(text)) {
			expect(planted.get(marker)?.named, `${marker} before ${lead.id}`).not.toContain(lead);
		}
		expect(text).not.toMatch(POSITION);
		// A lead's numbers are those of the worries they may read, and no others (S7).
		const fresh = [...stage.rows(`worries:${lead.id}`)].filter(
			([key, row]) => key.startsWith('worry:') && JSON.stringify(row).includes('"state":"new"')
		);
		const alarm = JSON.stringify(stage.rows(`alarm:${lead.id}`).get('alarm') ?? { unseen: 0 });
		expect(alarm).toContain(`"unseen":${String(fresh.length)}`);
	}
	expect(said(stage, 'run')).not.toMatch(/unseen|unreadable/iu);
}

test('S2, S7, S9, M6, P8: nothing a student wrote or marked stands where its audience must not see it', () => {
	fc.assert(
		fc.property(presses(160), (pressed) => {
			const day = new Day(Stage.open(6));
			for (const [index, press] of pressed.entries()) {
				// Looked at every third press: what leaks stays for a while, and looking is what costs.
				if (day.press(press).done && index % 3 === 0) expectNothingLeaks(day);
			}
			expectNothingLeaks(day);
		}),
		RUNS(25)
	);
});

test('S12: no event carries a student’s words or positions outside its sealed part', () => {
	fc.assert(
		fc.property(presses(160), (pressed) => {
			const day = new Day(Stage.open(6));
			for (const press of pressed) day.press(press);
			for (const event of day.stage.log) {
				const open = JSON.stringify({ ...event, secret: null });
				expect(markersIn(open), event.type).toEqual([]);
				expect(open).not.toMatch(POSITION);
			}
		}),
		RUNS(15)
	);
});
