import { expect, test } from 'vitest';
import { FACILITATOR, HOST_LEAD, STATION_LEAD, Stage, contribute, say } from './testing.ts';
import type { Watch } from './testing-watch.ts';
import { NEIGHBOURHOOD } from './templates/neighbourhood.ts';

const fresh = (stage: Stage, { topic }: Watch) =>
	new Map([...stage.rows(topic)].map(([key, row]) => [key, JSON.stringify(row)]));

test('L4: words about a rating that was given anew lose what they were about on every console', () => {
	const stage = Stage.open(1);
	const queue = stage.watch(STATION_LEAD, 'queue');
	const rate = (rating: 'safe' | 'unsafe', words?: string) =>
		contribute('platforms', 'rate', { type: 'rating', platform: 'whatsapp', rating, reasons: [] }, words);
	stage.must(stage.card(0), rate('safe', 'ok mostly'));
	expect([...queue.rows.values()].join()).toContain('WhatsApp');
	stage.must(stage.card(0), rate('unsafe'));
	expect(queue.rows).toEqual(fresh(stage, queue));
});

test('L4: an edited station shows its new words wherever late words or worries name it', () => {
	const stage = Stage.prepared();
	stage.must(FACILITATOR, { type: 'doors:open', seen: 0 });
	const card = stage.join(0);
	stage.must(card, say('too early'));
	stage.must(card, say('it hurts me'));
	const watches = [stage.watch(HOST_LEAD, 'late'), stage.watch(HOST_LEAD, `worries:${HOST_LEAD.id}`)];
	const [item = ''] = stage.rows('late').keys();
	stage.must(FACILITATOR, { type: 'setup:station', seen: 0, station: { ...NEIGHBOURHOOD, title: 'Our streets' } });
	for (const watch of watches) expect(watch.rows).toEqual(fresh(stage, watch));
	stage.must(HOST_LEAD, { type: 'words:show', item, seen: 0 });
	stage.wait(5000);
	const ideas = stage.watch(HOST_LEAD, 'ideas');
	stage.must(FACILITATOR, { type: 'setup:station', seen: 1, station: { ...NEIGHBOURHOOD, title: 'Around here' } });
	expect(ideas.rows).toEqual(fresh(stage, ideas));
	expect([...ideas.rows.values()].join()).toContain('Around here');
});
