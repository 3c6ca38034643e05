import { describe, expect, test } from 'vitest';
import type { RefusalCode } from './refusals.ts';
import { FACILITATOR, HOST_LEAD, STATION_LEAD, Stage, contribute, mark, say } from './testing.ts';
import { rowOf } from './topics.ts';

const station = 'neighbourhood';
const words = 'It is dark by the bridge';

/** Each way words can come late (S4): what happened before, and the reason kept with them. */
const LATE: [string, RefusalCode, (stage: Stage) => void][] = [
	['the station is closed', 'station_closed', (s) => s.must(FACILITATOR, { type: 'station:close', station, seen: 1 })],
	['the station is paused', 'paused', (s) => s.must(FACILITATOR, { type: 'station:pause', station })],
	['everything is paused', 'paused', (s) => s.must(FACILITATOR, { type: 'controls:pause' })],
	['the card was removed', 'card_removed', (s) => s.must(HOST_LEAD, { type: 'cards:remove', card: s.card(0).id })],
	['the summit is closed', 'summit_closed', (s) => s.must(FACILITATOR, { type: 'summit:close' })]
];

function expectLate(stage: Stage, body: ReturnType<typeof say>, code: RefusalCode, text = words): void {
	expect(stage.must(stage.card(0), body)).toMatchObject({ late: true });
	const late = [...stage.rows('late').values()];
	expect(late).toContainEqual(expect.objectContaining({ text, state: 'waiting', feeling: null }));
	expect(JSON.stringify([...stage.rows('queue')])).not.toContain(text);
	expect(stage.log.at(-1)).toMatchObject({ type: 'station:contributed', late: code, secret: { entry: null } });
	expect(JSON.stringify([...stage.rows(`card:${stage.card(0).id}`)])).not.toContain(text);
}

describe('words that came late', () => {
	test.each(LATE)('S4: when %s they are kept for the safeguarding lead', (_when, code, arrange) => {
		const stage = Stage.open(1);
		arrange(stage);
		expectLate(stage, say(words), code);
		expect(stage.refused(stage.card(0), contribute(station, 'good-places', mark('pond')))).toBe(code);
	});

	test('S4: with the doors shut, from a card already inside, they are not late at all', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'doors:close' });
		expect(stage.must(stage.card(0), say(words))).toMatchObject({ late: false });
		expect(stage.rows('queue').size).toBe(1);
	});

	test('S4: with a mark over the limit, the words are kept and the mark is not', () => {
		const stage = Stage.open(1);
		const body = (text?: string) => contribute(station, 'good-ways', mark('pond'), text);
		stage.must(stage.card(0), body());
		stage.must(stage.card(0), body());
		expectLate(stage, body(words), 'limit_reached');
		expect(stage.rows(`marks:${station}`).size).toBe(2);
	});

	test('S4: for a station, step or choice nobody knows, and before agreeing', () => {
		const stage = Stage.open(1);
		expectLate(stage, contribute('nowhere', 'one-idea', { type: 'words' }, words), 'unknown_item');
		const more = (n: number) => `${words} ${String(n)}`;
		expectLate(stage, contribute(station, 'no-step', { type: 'words' }, more(1)), 'unknown_choice', more(1));
		expectLate(stage, contribute(station, 'good-places', mark('the-moon'), more(2)), 'unknown_choice', more(2));
		const fresh = stage.join(1, false);
		expect(stage.must(fresh, say(more(3)))).toMatchObject({ late: true });
		expect(stage.rows('late').size).toBe(4);
		const stranger = { role: 'card', id: 'nobody-01' } as const;
		expect(stage.must(stranger, say(more(4)))).toMatchObject({ late: true });
		expect(stage.rows('late').size).toBe(5);
	});

	test('S4: only leads read and decide them; to a moderator they are not there', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'controls:pause' });
		stage.must(stage.card(0), say(words));
		const [item = ''] = stage.rows('late').keys();
		for (const actor of [FACILITATOR, STATION_LEAD]) {
			expect(stage.refused(actor, { type: 'words:take', item })).toBe('unknown_item');
			expect(stage.refused(actor, { type: 'words:show', item, seen: 0 })).toBe('unknown_item');
			expect(stage.refused(actor, { type: 'words:undo', item })).toBe('unknown_item');
		}
		stage.must(HOST_LEAD, { type: 'words:show', item, seen: 0 });
		stage.wait(5000);
		expect(stage.rows('wall').get(`idea:${item}`)).toMatchObject({ text: words });
	});

	test('S4: blank words are no words, and words keep what was written but for the space around them', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'controls:pause' });
		expect(stage.refused(stage.card(0), say('  \n '))).toBe('paused');
		stage.must(stage.card(0), say('  stupid  bus\n'));
		expect([...stage.rows('late').values()]).toMatchObject([{ text: 'stupid  bus', marks: ['abuse'] }]);
	});

	test('S4: a console that is told of one by its key gets no row either', () => {
		const stage = Stage.open(1);
		const queue = stage.watch(STATION_LEAD, 'queue');
		stage.must(FACILITATOR, { type: 'controls:pause' });
		stage.must(stage.card(0), say(words));
		const [item = ''] = stage.rows('late').keys();
		expect(queue.rows.size).toBe(0);
		expect(rowOf(stage.summit, { name: 'queue', of: null }, item)).toBeNull();
		for (const name of ['wall', 'ideas'] as const) {
			for (const key of [`idea:${item}`, `item:${item}`]) {
				expect(rowOf(stage.summit, { name, of: null }, key)).toBeNull();
			}
		}
	});
});
