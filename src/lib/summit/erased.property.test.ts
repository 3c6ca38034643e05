/**
 * Days by lot that are erased (S13): folded without what a card did and without what was sealed, everybody is shown what
 * they were shown as it began, of the words only those that are held are left, and nobody comes to know of anything they
 * could not know of before.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLine } from './audit.ts';
import { evolve } from './evolve.ts';
import { foundSummit } from './founding.ts';
import { dueAt, mayHold } from './retention.ts';
import { parseTopic } from './roles.ts';
import type { LoggedEvent, Summit } from './summit.ts';
import * as cast from './testing.ts';
import { Stage, picture } from './testing.ts';
import { Day, LEADS, MARKER, RUNS } from './testing-day.ts';
import { keysOf, rowOf } from './topics.ts';

const lot = fc.nat(9999);
const press = fc.record({ who: lot, what: lot, on: lot, also: lot, wait: fc.nat(4000) });
const VIEWERS = [...LEADS, cast.FACILITATOR];

/** What an erasure leaves of a log, as `server/store/sql-log.ts` blanks it. */
function blanked(
	log: readonly LoggedEvent[],
	{ upTo, kept }: { upTo: number; kept: readonly number[] }
): LoggedEvent[] {
	return log.map((event) => {
		const { seq, at } = event;
		if (seq > upTo || kept.includes(seq)) return event;
		if (/^(?:card|newcomer):/u.test(event.actor)) return { type: 'event:erased', seq, at, actor: 'card' };
		// What was sealed is gone, and the event is the same kind of event without it.
		return 'secret' in event ? { ...event, secret: null } : event;
	});
}
function folded(log: readonly LoggedEvent[]): Summit {
	const [first] = log;
	if (!first) throw new Error('An empty log.');
	const summit = foundSummit('summit-1', first);
	for (const event of log) evolve(summit, event);
	return summit;
}
function rowsOf(summit: Summit, text: string): [string, string][] {
	const topic = parseTopic(text);
	if (!topic) throw new Error(`There is no topic ${text}.`);
	const rows = keysOf(summit, topic).map((key): [string, unknown] => [key, rowOf(summit, topic, key)]);
	return rows.filter(([, row]) => row !== null).map(([key, row]) => [key, JSON.stringify(row)]);
}

test('S13, S7: an erased log shows what was frozen, holds what is held, and tells nobody more than before', () => {
	const seen = { holds: 0, erased: 0, hidden: 0 };
	fc.assert(
		fc.property(fc.array(press, { minLength: 60, maxLength: 140, size: 'max' }), (presses) => {
			const stage = Stage.open(4);
			const day = new Day(stage);
			for (const one of presses) day.press(one);
			for (const lead of LEADS) {
				const worry = [...stage.summit.worries.list.values()].find(({ id }) =>
					mayHold(stage.summit, { item: null, worry: id }, lead.id)
				);
				const hold = { type: 'retention:hold', reason: 'complaint', note: 'Kept', until: '2027-06-01' } as const;
				if (worry) stage.do(lead, { ...hold, worry: worry.id });
			}
			const told = (summit: Summit, log: readonly LoggedEvent[]) =>
				VIEWERS.map(({ id, role }) => {
					const who = { id, role: role === 'lead' ? ('lead' as const) : ('facilitator' as const) };
					return new Set(log.filter((event) => auditLine(summit, event, who) !== null).map(({ seq }) => seq));
				});
			const before = told(stage.summit, stage.log);
			stage.now = dueAt(stage.summit) ?? 0;
			stage.must(cast.KIT, { type: 'retention:distill' });
			const { erasing } = stage.summit.retention;
			if (!erasing) throw new Error('Nothing is being erased.');

			const log = blanked(stage.log, erasing);
			const after = folded(log);
			for (const topic of ['summit', 'choose', 'wall'])
				expect(rowsOf(after, topic), topic).toEqual(rowsOf(stage.summit, topic));
			for (const lead of LEADS) {
				// What was let go is erased with the rest.
				const standing = (summit: Summit) =>
					rowsOf(summit, `data:${lead.id}`).filter(([, row]) => !row.includes('"ended":true'));
				expect(standing(after), lead.id).toEqual(standing(stage.summit));
				seen.holds += standing(after).length - 1;
			}
			const everything = picture(after);
			const left = new Set(everything.match(MARKER));
			const held = picture(log.filter(({ seq }) => erasing.kept.includes(seq)));
			expect([...left].filter((marker) => !held.includes(marker))).toEqual([]);
			seen.erased += day.planted.size - left.size;
			const now = told(after, log);
			before.forEach((knew, n) => {
				expect([...(now[n] ?? [])].filter((seq) => seq < erasing.upTo && !knew.has(seq))).toEqual([]);
				seen.hidden += log.length - knew.size;
			});
		}),
		RUNS(12)
	);
	expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});
