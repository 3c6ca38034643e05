/**
 * Logs of kits that came before fold to what they meant. `first.jsonl` was written by the kit as it was before there were
 * duties, holds, traces, word lists, owners' links and knocking: every event it knew is in it. `first.rows.jsonl` is what
 * its screens then showed. Neither is ever written again; another shape of events gets another pair of files.
 */
import { describe, expect, test } from 'vitest';
import { auditLine } from './audit.ts';
import { evolve } from './evolve.ts';
import { foundSummit } from './founding.ts';
import first from './old-logs/first.jsonl?raw';
import firstRows from './old-logs/first.rows.jsonl?raw';
import { parseTopic } from './roles.ts';
import { dueAt } from './retention.ts';
import { sealedAs } from './sealed-as.ts';
import type { LoggedEvent, Summit } from './summit.ts';
import { FACILITATOR, HOST_LEAD, picture } from './testing.ts';
import { keysOf, rowOf } from './topics.ts';
import { touched } from './touched.ts';

const lines = (text: string): unknown[] =>
	text
		.trim()
		.split('\n')
		.map((line): unknown => JSON.parse(line));
// Both were written by the kit itself.
const LOG = lines(first) as LoggedEvent[];
const SHOWN = lines(firstRows) as { topic: string; rows: Record<string, string | Record<string, unknown>> }[];

function folded(log: readonly LoggedEvent[], each: (summit: Summit, event: LoggedEvent) => void = () => {}): Summit {
	const [begun] = log;
	if (!begun) throw new Error('An empty log.');
	const summit = foundSummit('summit-1', begun);
	for (const event of log) {
		evolve(summit, event);
		each(summit, event);
	}
	return summit;
}
function rowsOf(summit: Summit, text: string): Map<string, unknown> {
	const topic = parseTopic(text);
	if (!topic) throw new Error(`There is no topic ${text} any more.`);
	const rows = keysOf(summit, topic).map((key) => [key, rowOf(summit, topic, key)] as const);
	return new Map(rows.filter(([, row]) => row !== null));
}

describe('L1: a log of the first kit', () => {
	const summit = folded(LOG);

	test.each(SHOWN.map(({ topic, rows }) => [topic, rows] as const))('%s shows what it showed', (topic, rows) => {
		const now = rowsOf(summit, topic);
		expect([...now.keys()].filter((key) => key in rows)).toEqual(Object.keys(rows));
		for (const [key, row] of Object.entries(rows)) {
			// The list of what to get ready has grown (S14): doors that had opened stay as they were, and ask more when opened again.
			const { missing: _grown, ...same } = typeof row === 'string' ? { tile: row } : row;
			const held = now.get(key);
			expect(typeof held === 'string' ? { tile: held } : held, key).toMatchObject(same);
		}
	});

	test('what came since stands as if it had always been so', () => {
		const { cards, people, worries, plan, doors, retention, traces } = summit;
		expect([...cards.list.values()].every(({ admittedAt, joinedAt }) => admittedAt === joinedAt)).toBe(true);
		expect([...people.list.values()].every(({ duty, action }) => duty === 'lead' && action === null)).toBe(true);
		expect(
			[...worries.list.values()].every(({ excluded, deputiesAt }) => excluded.size === 0 && deputiesAt === null)
		).toBe(true);
		expect([...plan.actions.values()]).toMatchObject([{ asked: 'not-asked', reply: null, wish: null }]);
		expect(doors).toMatchObject({ everOpened: true, knock: false });
		expect(traces.open.size + retention.holds.size).toBe(0);
		// S13: its words are erased all the same.
		expect(retention.signedAt).not.toBeNull();
		expect(dueAt(summit)).toBe((retention.signedAt ?? 0) + 30 * 86_400_000);
	});

	test('S12: each of its lines can be written, and none holds a student’s words', () => {
		for (const viewer of [FACILITATOR, HOST_LEAD] as const) {
			const who = viewer === HOST_LEAD ? ('lead' as const) : ('facilitator' as const);
			const audit = LOG.flatMap((event) => auditLine(summit, event, { id: viewer.id, role: who }) ?? []);
			expect(audit.length).toBeGreaterThan(50);
			expect(JSON.stringify(audit)).not.toMatch(/dog|07700|stupid|Mr Patel|hurts/u);
		}
	});

	test('L4: every event still says which rows it touched', () => {
		let rows = 0;
		folded(LOG, (at, event) => (rows += touched(at, event).length));
		expect(rows).toBeGreaterThan(LOG.length);
	});

	test('S13: what was sealed under which key then is looked for there now', () => {
		const worries = LOG.filter((event) => 'secret' in event && event.secret !== null && sealedAs(event) === 'worries');
		expect(new Set(worries.map(({ type }) => type))).toEqual(
			new Set(['station:contributed', 'words:passed', 'talk:asked', 'worry:recorded'])
		);
	});

	test('folding twice gives the same', () => {
		expect(picture(folded(LOG))).toBe(picture(summit));
	});
});
