import { expect, test } from 'vitest';
import { FACILITATOR, HOST_LEAD, Stage, say } from './testing.ts';
import { OTHER_THINGS } from './thin-themes.ts';

test('S9: a theme too few cards stand behind goes without its name on walls, and gets it back when enough do', () => {
	const stage = Stage.open(10);
	const items = Array.from({ length: 7 }, (_, card) => {
		stage.must(stage.card(card), say(`more lamps, said ${String(card)}`));
		const item = [...stage.summit.queue.items.keys()].at(-1) ?? '';
		stage.must(FACILITATOR, { type: 'words:show', item, seen: 0 });
		return item;
	});
	stage.wait(6_000);
	const theme = [...stage.summit.ideas.themes.values()][0];
	if (!theme) throw new Error('There is no theme');
	const wall = stage.watch(FACILITATOR, 'wall');
	const row = () => wall.rows.get(`answer:${theme.id}`);
	const named = (name: string) => `"theme":${JSON.stringify(name)}`;
	stage.must(FACILITATOR, { type: 'theme:answer', theme: theme.id, seen: 0, answer: 'yes', because: '', until: null });
	stage.must(FACILITATOR, { type: 'idea:place', items: items.slice(0, 4), theme: theme.id });
	expect(row()).toContain(named(OTHER_THINGS));
	expect([...wall.rows.values()].join()).not.toContain(theme.name);
	stage.must(FACILITATOR, { type: 'idea:merge', words: 'Light the path', theme: theme.id, items: items.slice(0, 4) });
	expect(row()).toContain('"thin":true,"ideas":["Light the path"]');
	stage.must(FACILITATOR, { type: 'idea:place', items, theme: theme.id });
	expect(row()).toContain(named(theme.name));
	expect(row()).toContain('"thin":false,"ideas":[]');
	for (const card of [0, 1, 2]) stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(card).id });
	expect(row()).toContain(named(OTHER_THINGS));
	stage.must(HOST_LEAD, { type: 'cards:restore', card: stage.card(0).id });
	stage.must(HOST_LEAD, { type: 'cards:restore', card: stage.card(1).id });
	stage.must(HOST_LEAD, { type: 'cards:restore', card: stage.card(2).id });
	expect(row()).toContain(named(theme.name));
	for (const item of items.slice(0, 3)) stage.must(FACILITATOR, { type: 'words:undo', item });
	expect(row()).toContain(named(OTHER_THINGS));
});
