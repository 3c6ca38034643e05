import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './subject.ts';
import * as cast from './testing.ts';
import { Stage } from './testing.ts';
import { Day, LEADS, RUNS } from './testing-day.ts';

const lot = fc.nat(9999);
const presses = (most: number) =>
	fc.array(fc.record({ who: lot, what: lot, on: lot, also: lot, wait: fc.nat(4000) }), {
		minLength: Math.floor(most / 3),
		maxLength: most,
		size: 'max'
	});

/** A screen for every topic there is; rows never depend on more than the topic. */
function watchAll(stage: Stage): void {
	const { stations, schools } = stage.summit.setup.settings;
	const marks = stations.map((station) => `marks:${station.id}`);
	const heat = stations.flatMap((station) => {
		if (station.kind !== 'map') return [];
		const slices = [...station.when.map(({ id }) => `when:${id}`), ...schools.map(({ id }) => `school:${id}`)];
		return ['', ...slices.map((slice) => `/${slice}`)].map((slice) => `heat:${station.id}${slice}`);
	});
	const whole = [
		'summit',
		'wall',
		'run',
		'queue',
		'late',
		'cards',
		'people',
		'setup',
		'ideas',
		'plan',
		...marks,
		...heat
	];
	for (const topic of whole) stage.watch(cast.HOST_LEAD, topic);
	stage.watch(stage.card(0), 'choose');
	for (const lead of LEADS) stage.watch(lead, `worries:${lead.id}`);
	watchNew(stage);
}
/** Cards and leads that came during the day. */
function watchNew(stage: Stage): void {
	const own: [Actor, string][] = [...stage.summit.cards.list.keys()].map((id) => [{ role: 'card', id }, `card:${id}`]);
	for (const { id, role } of stage.summit.people.list.values()) {
		if (role === 'lead') own.push([{ role, id }, `worries:${id}`]);
		if (role === 'owner') own.push([{ role, id }, `owner:${id}`]);
		if (role === 'lead' || role === 'facilitator')
			own.push([{ role, id }, `alarm:${id}`], [{ role, id }, `data:${id}`]);
	}
	const known = new Set(stage.watches.map((watch) => watch.topic));
	for (const [actor, topic] of own) if (!known.has(topic)) stage.watch(actor, topic);
}

function expectFresh(stage: Stage, after: string): void {
	for (const watch of stage.watches) {
		const fresh = new Map([...stage.rows(watch.topic)].map(([key, row]) => [key, JSON.stringify(row)]));
		const kept = [...watch.rows].sort();
		const now = [...fresh].sort();
		if (JSON.stringify(kept) === JSON.stringify(now)) continue;
		const differing = [...new Set([...watch.rows.keys(), ...fresh.keys()])].filter(
			(key) => watch.rows.get(key) !== fresh.get(key)
		);
		expect.fail(`After ${after}, ${watch.topic} is wrong at ${differing.join(', ')}`);
	}
}

test('L4: rows kept by what each event touched are the rows of a fresh screen, for every topic and viewer', () => {
	fc.assert(
		fc.property(presses(120), (day) => {
			const stage = Stage.open(3);
			const played = new Day(stage);
			watchAll(stage);
			for (const press of day) {
				const { body, done } = played.press(press);
				watchNew(stage);
				if (done) expectFresh(stage, body.type);
			}
		}),
		RUNS(24)
	);
});

test('L4: the same before stations open, while people join and stations change', () => {
	fc.assert(
		fc.property(presses(100), (day) => {
			// The doors are open and nobody's station is: whatever is said now comes late.
			const stage = Stage.prepared();
			stage.must(cast.FACILITATOR, { type: 'doors:open', seen: 0 });
			stage.join(0);
			const played = new Day(stage);
			for (const topic of ['summit', 'wall', 'run', 'people', 'setup', 'late', 'queue', 'ideas']) {
				stage.watch(cast.HOST_LEAD, topic);
			}
			for (const press of day) {
				const { body, done } = played.press(press);
				watchNew(stage);
				if (done) expectFresh(stage, body.type);
			}
		}),
		RUNS(15)
	);
});
