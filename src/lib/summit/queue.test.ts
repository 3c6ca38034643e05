import { describe, expect, test } from 'vitest';
import { HOLD, TAKEN_FOR, oldestUnread, unreadWords } from './queue.ts';
import { FACILITATOR, HOST_LEAD, KIT, SECOND_LEAD, STATION_LEAD, Stage, say } from './testing.ts';

/** A stage with these words waiting; the ids of their items, in order. */
function waiting(...words: string[]): { stage: Stage; items: string[]; item: string } {
	const stage = Stage.open(1);
	for (const text of words) {
		stage.must(stage.card(0), say(text));
		stage.now += 1000;
	}
	const items = [...stage.summit.queue.items.keys()];
	return { stage, items, item: items[0] ?? '' };
}
const wall = (stage: Stage, item: string) => stage.rows('wall').get(`idea:${item}`);

describe('four ways out', () => {
	test('S2: shown words reach the wall only after five seconds', () => {
		const { stage, item } = waiting('More lights please');
		stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
		stage.wait(HOLD - 1);
		expect(wall(stage, item)).toBeUndefined();
		expect(stage.rows('queue').get(item)).toMatchObject({ state: 'held', way: 'show', decidedBy: 'Lee Marsh' });
		stage.wait(1);
		expect(wall(stage, item)).toMatchObject({ text: 'More lights please', station: 'neighbourhood' });
		expect(stage.rows('queue').size).toBe(0);
	});

	test('S3: words kept back carry a coded reason and go nowhere', () => {
		const { stage, item } = waiting('unkind words');
		stage.must(STATION_LEAD, { type: 'words:keep', item, seen: 0, reason: 'unkind' });
		stage.wait(HOLD);
		expect(stage.summit.queue.items.get(item)).toMatchObject({ state: 'kept', reason: 'unkind' });
		expect(wall(stage, item)).toBeUndefined();
		expect(stage.rows('ideas').get(`item:${item}`)).toBeUndefined();
		expect(unreadWords(stage.summit)).toBe(0);
	});

	test('S3: words passed on leave the queue at once, and only leads see them', () => {
		const { stage, item } = waiting('something at home');
		stage.must(STATION_LEAD, { type: 'words:pass', item, seen: 0 });
		expect(stage.rows('queue').size).toBe(0);
		const rows = [...stage.rows(`worries:${HOST_LEAD.id}`).values()];
		expect(rows).toContainEqual(expect.objectContaining({ kind: 'passed', state: 'new', hasText: true, text: null }));
	});

	test('L7: unknown words, stale looks, and words already decided say so', () => {
		const { stage, item } = waiting('one', 'two');
		expect(stage.refused(STATION_LEAD, { type: 'words:show', item: 'nothing-1', seen: 0 })).toBe('unknown_item');
		expect(stage.refused(STATION_LEAD, { type: 'words:pass', item, seen: 3 })).toBe('changed_meanwhile');
		expect(stage.refused(STATION_LEAD, { type: 'words:undo', item })).toBe('already_so');
		expect(stage.refused(KIT, { type: 'words:settle', items: [item] })).toBe('already_so');
		stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
		expect(stage.refused(KIT, { type: 'words:settle', items: [item] })).toBe('already_so');
		for (const type of ['words:show', 'words:pass'] as const) {
			expect(stage.refusal(SECOND_LEAD, { type, item, seen: 0 })).toMatchObject({
				code: 'already_decided',
				detail: { by: 'Lee Marsh' }
			});
		}
	});
});

describe('two people on one queue', () => {
	test('L8: reading is taken for a minute, and does not stop another from deciding', () => {
		const { stage, item } = waiting('words');
		stage.must(STATION_LEAD, { type: 'words:take', item });
		expect(stage.rows('queue').get(item)).toMatchObject({ takenBy: { id: STATION_LEAD.id, name: 'Lee Marsh' } });
		expect(stage.refused(SECOND_LEAD, { type: 'words:take', item })).toBe('already_so');
		expect(stage.refused(STATION_LEAD, { type: 'words:take', item })).toBe('already_so');
		stage.now += TAKEN_FOR / 2;
		stage.must(STATION_LEAD, { type: 'words:take', item });
		stage.now += TAKEN_FOR;
		stage.must(SECOND_LEAD, { type: 'words:take', item });
		stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
		expect(stage.refused(SECOND_LEAD, { type: 'words:take', item })).toBe('already_so');
	});

	test('S3: of two opposite presses the first stands, and after an undo the second must look again', () => {
		const { stage, item } = waiting('words');
		stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
		expect(stage.refused(SECOND_LEAD, { type: 'words:keep', item, seen: 0, reason: 'unclear' })).toBe(
			'already_decided'
		);
		stage.must(SECOND_LEAD, { type: 'words:undo', item });
		expect(stage.refused(SECOND_LEAD, { type: 'words:undo', item })).toBe('already_so');
		expect(stage.refused(STATION_LEAD, { type: 'words:show', item, seen: 0 })).toBe('changed_meanwhile');
		stage.must(SECOND_LEAD, { type: 'words:keep', item, seen: 2, reason: 'unclear' });
	});
});

describe('taking back', () => {
	test('S2: within the five seconds nothing was ever seen, and time does not settle it', () => {
		const { stage, item } = waiting('words');
		stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
		stage.now += HOLD - 1;
		stage.must(STATION_LEAD, { type: 'words:undo', item });
		stage.wait(HOLD * 2);
		expect(wall(stage, item)).toBeUndefined();
		expect(stage.rows('queue').get(item)).toMatchObject({ state: 'waiting', way: null, settlesAt: null, version: 2 });
	});

	test('S8: after it was shown one press takes it off the wall and back into the queue', () => {
		const { stage, items, item } = waiting('first', 'second');
		const first = stage.summit.queue.items.get(item)?.at;
		stage.must(STATION_LEAD, { type: 'words:cover', item, seen: 0, cover: [[0, 2]] });
		stage.wait(HOLD);
		stage.must(FACILITATOR, { type: 'words:undo', item });
		expect(wall(stage, item)).toBeUndefined();
		expect(stage.rows('queue').get(item)).toMatchObject({ state: 'waiting', cover: [] });
		expect(items).toHaveLength(2);
		expect(oldestUnread(stage.summit)).toBe(first);
	});

	test('S3: passed on by mistake comes back within five seconds, unless a lead has opened it', () => {
		const { stage, items } = waiting('one', 'two', 'three');
		const [first = '', second = '', third = ''] = items;
		for (const item of items) stage.must(STATION_LEAD, { type: 'words:pass', item, seen: 0 });
		stage.now += HOLD;
		stage.must(STATION_LEAD, { type: 'words:undo', item: first });
		expect(stage.summit.worries.list.size).toBe(2);
		const worry = [...stage.summit.worries.list.values()].find((w) => w.item === second)?.id ?? '';
		stage.must(HOST_LEAD, { type: 'worry:see', worry });
		expect(stage.refused(STATION_LEAD, { type: 'words:undo', item: second })).toBe('too_late_to_undo');
		stage.now += 1;
		expect(stage.refused(STATION_LEAD, { type: 'words:undo', item: third })).toBe('too_late_to_undo');
	});
});

describe('covering', () => {
	const shown = (text: string, cover: [number, number][]): unknown => {
		const { stage, item } = waiting(text);
		stage.must(STATION_LEAD, { type: 'words:cover', item, seen: 0, cover });
		stage.wait(HOLD);
		const row = wall(stage, item);
		return row && typeof row === 'object' && 'text' in row ? row.text : null;
	};

	test('S3: covered words become one block each, whatever their length', () => {
		expect(shown('Jo pushed Al there', [[0, 2]])).toBe('▇▇▇ pushed Al there');
		expect(
			shown('Jo pushed Al there', [
				[10, 12],
				[0, 2]
			])
		).toBe('▇▇▇ pushed ▇▇▇ there');
		expect(shown('Jo', [[0, 2]])).toBe('▇▇▇');
	});

	test('S3: ranges that overlap, touch, repeat or lie inside another are one block', () => {
		expect(
			shown('abcdefgh', [
				[1, 4],
				[3, 6]
			])
		).toBe('a▇▇▇gh');
		expect(
			shown('abcdefgh', [
				[3, 6],
				[1, 4],
				[1, 4]
			])
		).toBe('a▇▇▇gh');
		expect(
			shown('abcdefgh', [
				[1, 3],
				[3, 5]
			])
		).toBe('a▇▇▇fgh');
		expect(
			shown('abcdefgh', [
				[0, 8],
				[2, 3]
			])
		).toBe('▇▇▇');
	});

	test('S3: a range that cuts through a character covers the whole of it', () => {
		const text = 'a😀b👍c';
		expect(shown(text, [[2, 3]])).toBe('a▇▇▇b👍c');
		expect(shown(text, [[1, 2]])).toBe('a▇▇▇b👍c');
		expect(shown(text, [[0, 5]])).toBe('▇▇▇c');
	});

	test('L7: empty, backward and too long ranges are refused, and nothing changes', () => {
		const { stage, item } = waiting('abc');
		for (const cover of [
			[[1, 1]],
			[[2, 1]],
			[[0, 4]],
			[
				[0, 1],
				[3, 4]
			]
		] as [number, number][][]) {
			expect(stage.refused(STATION_LEAD, { type: 'words:cover', item, seen: 0, cover })).toBe('bad_cover');
		}
	});
});
