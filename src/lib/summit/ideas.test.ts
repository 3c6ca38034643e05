import { describe, expect, test } from 'vitest';
import { MOST_BACKED, VOTES } from './ideas.ts';
import { missingFrom } from './plan.ts';
import { FACILITATOR, HOST_LEAD, STATION_LEAD, Stage, say } from './testing.ts';
import type { CommandBody } from './testing.ts';

/** `shown` approved texts, and the themes of the template. */
function grouped(shown: number, cards = 1) {
	const stage = Stage.open(cards);
	for (let n = 0; n < shown; n += 1) stage.must(stage.card(0), say(`Idea number ${String(n)}`));
	const items = [...stage.summit.queue.items.keys()];
	for (const item of items) stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
	stage.wait(5000);
	const [theme = '', other = ''] = stage.summit.ideas.themes.keys();
	const merge = (words: string): string =>
		String(stage.must(FACILITATOR, { type: 'idea:merge', words, theme, items })['idea']);
	return { stage, items, item: items[0] ?? '', theme, other, merge };
}

describe('themes', () => {
	test('P9: a theme is added, reworded with the old words kept, and merged; never deleted', () => {
		const { stage, items, item, theme, other, merge } = grouped(2);
		const { theme: added } = stage.must(FACILITATOR, { type: 'theme:add', name: 'Dogs' });
		expect(stage.refused(FACILITATOR, { type: 'theme:add', name: 'dOGS' })).toBe('already_so');
		stage.must(HOST_LEAD, { type: 'theme:rename', theme, name: 'Brighter' });
		expect(stage.log.at(-1)).toMatchObject({ name: 'Brighter', before: 'Lighting' });
		stage.must(FACILITATOR, { type: 'idea:place', items, theme });
		const idea = merge('Lights');
		stage.must(FACILITATOR, { type: 'theme:merge', theme, into: other });
		expect(stage.rows('ideas').has(`theme:${theme}`)).toBe(false);
		expect(stage.rows('ideas').get(`theme:${other}`)).toMatchObject({ items: 2 });
		expect(stage.rows('ideas').get(`item:${item}`)).toMatchObject({ theme: other, ideas: [idea] });
		expect(stage.rows('ideas').get(`idea:${idea}`)).toMatchObject({ theme: other });
		const gone: CommandBody[] = [
			{ type: 'theme:rename', theme, name: 'Back' },
			{ type: 'theme:merge', theme, into: other },
			{ type: 'theme:merge', theme: other, into: theme },
			{ type: 'idea:place', items, theme },
			{ type: 'idea:merge', words: 'x', theme, items }
		];
		for (const body of gone) expect(stage.refused(FACILITATOR, body)).toBe('unknown_item');
		const self = { type: 'theme:merge', theme: String(added), into: String(added) } as const;
		expect(stage.refused(FACILITATOR, self)).toBe('already_so');
	});

	test('S2: only approved words are placed or merged', () => {
		const { stage, theme, item } = grouped(1);
		stage.must(stage.card(0), say('not read yet'));
		const unread = [...stage.summit.queue.items.keys()].at(-1) ?? '';
		expect(stage.refused(FACILITATOR, { type: 'idea:place', items: [item, unread], theme })).toBe('unknown_item');
		const merge: CommandBody = { type: 'idea:merge', words: 'x', theme, items: [unread] };
		expect(stage.refused(FACILITATOR, merge)).toBe('unknown_item');
	});

	test('S8: words taken back from the wall leave their theme’s count', () => {
		const { stage, items, item, theme } = grouped(2);
		stage.must(FACILITATOR, { type: 'idea:place', items, theme });
		stage.must(STATION_LEAD, { type: 'words:undo', item });
		expect(stage.rows('ideas').get(`theme:${theme}`)).toMatchObject({ items: 1 });
		stage.must(FACILITATOR, { type: 'idea:place', items: items.slice(1), theme: null });
		expect(stage.rows('ideas').get(`theme:${theme}`)).toMatchObject({ items: 0 });
	});
});

describe('merged ideas', () => {
	test('P1: what an action answers or students were asked about is not dropped or, while open, reworded', () => {
		const { stage, theme, merge } = grouped(1);
		const [asked, answered, free] = [merge('a'), merge('b'), merge('c')];
		const drop = (idea: string) => ({ type: 'idea:drop', idea }) as const;
		stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas: [asked] });
		stage.must(FACILITATOR, {
			type: 'action:add',
			...{
				theme,
				ideas: [answered],
				what: 'New lamps',
				changes: 'place',
				fairBecause: '',
				owner: null,
				due: null,
				told: ''
			}
		});
		expect(stage.refused(FACILITATOR, drop(asked))).toBe('already_so');
		expect(stage.refused(FACILITATOR, drop(answered))).toBe('already_so');
		stage.must(FACILITATOR, drop(free));
		expect(stage.refused(FACILITATOR, drop(free))).toBe('unknown_item');
		const reword = (idea: string) => ({ type: 'idea:reword', idea, words: 'other words' }) as const;
		expect(stage.refused(FACILITATOR, reword(asked))).toBe('already_so');
		expect(stage.refused(FACILITATOR, reword(free))).toBe('unknown_item');
		stage.must(FACILITATOR, reword(answered));
		expect(stage.log.at(-1)).toMatchObject({ before: 'b', words: 'other words' });
	});
});

describe('backing', () => {
	test('P1, P9: what students were asked in an earlier round must be answered too, and is never dropped', () => {
		const { stage, theme, other, merge, items } = grouped(1);
		const first = merge('a');
		const second = String(stage.must(FACILITATOR, { type: 'idea:merge', words: 'b', theme: other, items })['idea']);
		stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas: [first] });
		stage.must(FACILITATOR, { type: 'backing:close', seen: 1 });
		stage.must(FACILITATOR, { type: 'backing:open', seen: 2, ideas: [second] });
		expect(stage.refused(FACILITATOR, { type: 'idea:drop', idea: first })).toBe('already_so');
		expect(missingFrom(stage.summit)).toMatchObject([{ theme }, { theme: other }, { name: '' }]);
	});

	test('at most twelve ideas go back to students, each once', () => {
		const { stage, merge } = grouped(1);
		const ideas = Array.from({ length: MOST_BACKED + 1 }, (_, n) => merge(`Merged ${String(n)}`));
		const open = (chosen: string[], seen = 0) => ({ type: 'backing:open', seen, ideas: chosen }) as const;
		expect(stage.refused(FACILITATOR, open(ideas))).toBe('too_many_ideas');
		expect(stage.refused(FACILITATOR, open(['nothing-1']))).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, open(ideas.slice(1), 1))).toBe('changed_meanwhile');
		stage.must(FACILITATOR, open([...ideas.slice(1), ...ideas.slice(1, 3)]));
		expect(stage.summit.ideas.backing.ideas).toEqual(ideas.slice(1));
		expect(stage.refused(FACILITATOR, open(ideas.slice(1), 1))).toBe('already_so');
	});

	test('S10: every card has the same votes, may change or empty them, and sees only its own', () => {
		const { stage, merge } = grouped(1, 2);
		const ideas = ['a', 'b', 'c', 'd'].map(merge);
		const give = (chosen: string[]) => ({ type: 'backing:give', ideas: chosen }) as const;
		expect(stage.refused(stage.card(0), give([]))).toBe('backing_closed');
		stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas });
		expect(() => stage.do(stage.card(0), give(ideas))).toThrow('ideas');
		stage.must(stage.card(0), give(ideas.slice(0, VOTES)));
		stage.must(stage.card(0), give([ideas[3] ?? '', ideas[3] ?? '']));
		expect(stage.rows(`card:${stage.card(0).id}`).get('backing')).toEqual({ ideas: [ideas[3]] });
		expect(stage.rows(`card:${stage.card(1).id}`).get('backing')).toEqual({ ideas: [] });
		expect(stage.rows('ideas').get('backing')).toMatchObject({ chosen: 1 });
		stage.must(stage.card(0), give([]));
	});

	test('L7: backing is refused to a removed or not yet agreed card, while paused, and once closed', () => {
		const { stage, merge } = grouped(1, 2);
		const idea = merge('a');
		const give: CommandBody = { type: 'backing:give', ideas: [idea] };
		stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas: [idea] });
		expect(stage.refused(stage.join(2, false), give)).toBe('not_agreed');
		expect(stage.refused(stage.card(0), { type: 'backing:give', ideas: ['nothing-1'] })).toBe('unknown_choice');
		stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(1).id });
		expect(stage.refused(stage.card(1), give)).toBe('card_removed');
		stage.must(FACILITATOR, { type: 'controls:pause' });
		expect(stage.refused(stage.card(0), give)).toBe('paused');
		stage.must(FACILITATOR, { type: 'controls:resume', seen: 1 });
		expect(stage.refused(FACILITATOR, { type: 'backing:close', seen: 0 })).toBe('changed_meanwhile');
		stage.must(HOST_LEAD, { type: 'summit:close' });
		expect(stage.refused(stage.card(0), give)).toBe('summit_closed');
		stage.must(FACILITATOR, { type: 'backing:close', seen: 1 });
		expect(stage.refused(FACILITATOR, { type: 'backing:close', seen: 2 })).toBe('already_so');
		expect(stage.refused(stage.card(0), give)).toBe('backing_closed');
	});

	test('S9: results come only at the close, rounded down to fives past a secret extra, thin ones unsaid, removed cards uncounted', () => {
		const { stage, merge } = grouped(1, 13);
		const [many, five, four] = [merge('a'), merge('b'), merge('c')];
		stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas: [many, five, four] });
		for (let n = 0; n < 13; n += 1) {
			const ideas = [many, ...(n < 8 ? [five] : []), ...(n < 4 ? [four] : [])];
			stage.must(stage.card(n), { type: 'backing:give', ideas });
		}
		const wall = () => stage.rows('wall').get('backing');
		expect(wall()).toMatchObject({ status: 'open', ideas: [{ cards: null }, { cards: null }, { cards: null }] });
		stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(5).id });
		stage.must(FACILITATOR, { type: 'backing:close', seen: 1 });
		expect(wall()).toMatchObject({ status: 'closed', ideas: [{ cards: 10 }, { cards: 5 }, { cards: null }] });
		expect(stage.rows('ideas').get(`idea:${many}`)).toMatchObject({ cards: 10 });
	});
});
