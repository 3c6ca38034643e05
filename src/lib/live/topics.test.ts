import { describe, expect, it } from 'vitest';
import type { TopicRows } from './protocol.ts';
import { Topics } from './topics.ts';

const rows = (over: Partial<TopicRows>): TopicRows => ({
	topic: 'summit',
	epoch: 'e1',
	seq: 5,
	replace: false,
	rows: {},
	...over
});

function watching(...names: string[]): Topics {
	const topics = new Topics();
	for (const name of names) topics.at(name).watchers = 1;
	return topics;
}

describe('topics on a device', () => {
	it('L4: asks for the whole first, and for what changed after that', () => {
		const topics = watching('summit');
		expect(topics.asks()).toEqual([{ topic: 'summit' }]);
		topics.apply([rows({ replace: true, rows: { about: 1 } })]);
		expect(topics.asks()).toEqual([{ topic: 'summit', epoch: 'e1', since: 5 }]);
	});

	it('L4: merges changes, forgets null rows and keeps the order rows came in', () => {
		const topics = watching('summit');
		topics.apply([rows({ replace: true, rows: { 'station:a': 1, 'station:b': 1, about: 1 } })]);
		topics.apply([rows({ seq: 7, rows: { 'station:a': 2, about: null, 'station:c': 1 } })]);
		expect(topics.at('summit').all('station:')).toEqual([
			{ key: 'station:a', row: 2 },
			{ key: 'station:b', row: 1 },
			{ key: 'station:c', row: 1 }
		]);
		expect(topics.at('summit').row('about')).toBeUndefined();
	});

	it('L4: a whole topic replaces what was held', () => {
		const topics = watching('summit');
		topics.apply([rows({ replace: true, rows: { old: 1 } })]);
		topics.apply([rows({ epoch: 'e2', seq: 2, replace: true, rows: { fresh: 1 } })]);
		expect(topics.at('summit').all('')).toEqual([{ key: 'fresh', row: 1 }]);
	});

	it('L4: changes of another epoch are not taken; the topic is asked for anew', () => {
		const topics = watching('summit');
		topics.apply([rows({ replace: true, rows: { a: 1 } })]);
		expect(topics.apply([rows({ epoch: 'e2', rows: { a: 2 } })])).toEqual([{ topic: 'summit' }]);
		expect(topics.at('summit').row('a')).toBe(1);
	});

	it('L4: a frame that set out before an answer and comes after it changes nothing', () => {
		const topics = watching('summit');
		topics.apply([rows({ replace: true, seq: 9, rows: { a: 'newer' } })]);
		expect(topics.apply([rows({ seq: 8, rows: { a: 'older' } })])).toEqual([]);
		expect(topics.at('summit').row('a')).toBe('newer');
		expect(topics.asks()).toEqual([{ topic: 'summit', epoch: 'e1', since: 9 }]);
	});

	it('L4: a frame that overtook another is shown, and what it may have jumped over is asked for until it is answered', () => {
		const topics = watching('summit');
		topics.apply([rows({ replace: true, rows: { a: 'old', b: 'old' } })]);
		expect(topics.apply([rows({ seq: 8, rows: { b: 'new' } })])).toEqual([]);
		const again = [{ topic: 'summit', epoch: 'e1', since: 5 }];
		expect(topics.apply([rows({ seq: 7, rows: { a: 'new' } })])).toEqual(again);
		expect(topics.at('summit').row('b')).toBe('new');
		topics.apply([rows({ seq: 9, rows: { c: 'new' } })]);
		expect(topics.asks()).toEqual(again);
		topics.watched({ ok: true, topics: [rows({ seq: 9, rows: { a: 'new', b: 'new', c: 'new' } })] });
		expect(topics.at('summit').row('a')).toBe('new');
		expect(topics.asks()).toEqual([{ topic: 'summit', epoch: 'e1', since: 9 }]);
	});

	it('S7: a topic that is refused is forgotten, its neighbours are not', () => {
		const topics = watching('summit', 'queue');
		topics.apply([rows({ replace: true, rows: { a: 1 } }), rows({ topic: 'queue', replace: true, rows: { q: 1 } })]);
		const refused = topics.watched({
			ok: true,
			topics: [{ topic: 'queue', refused: 'not_allowed', words: '' }, rows({ seq: 6, rows: { b: 1 } })]
		});
		expect(refused).toEqual(['queue']);
		expect(topics.at('queue').all('')).toEqual([]);
		expect(topics.at('summit').row('b')).toBe(1);
	});

	it('takes in nothing that nobody watches, and lets go only of what nobody watches', () => {
		const topics = watching('summit');
		topics.apply([rows({ topic: 'queue', replace: true, rows: { q: 1 } })]);
		expect(topics.at('queue').ready).toBe(false);
		expect(topics.drop('summit')).toBe(false);
		topics.at('summit').watchers = 0;
		expect(topics.drop('summit')).toBe(true);
	});
});
