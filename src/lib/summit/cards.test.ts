import { describe, expect, test } from 'vitest';
import { cardName } from './card-names.ts';
import { FACILITATOR, HOST_LEAD, NEWCOMER, Stage, contribute, mark } from './testing.ts';

const join = { type: 'cards:join', school: 'north', band: '9-11', headcount: 1 } as const;

describe('joining', () => {
	test('S1: a card is a drawn name, a school, a band and a headcount, and nothing else', () => {
		const stage = Stage.open();
		const answer = stage.must(NEWCOMER, { ...join, headcount: 4 });
		const [card] = stage.summit.cards.list.values();
		expect(card).toEqual({
			...{ id: answer['card'], name: answer['name'], school: 'north', band: '9-11', headcount: 4 },
			...{ seq: stage.log.length, joinedAt: stage.now, agreedAt: null, admittedAt: stage.now, removedAt: null },
			...{ stoppedFor: new Set(), clearedFor: new Set() }
		});
	});

	test('S1: no two cards of a summit share a name', () => {
		const stage = Stage.open(120);
		const names = [...stage.summit.cards.list.values()].map((card) => cardName(card.name));
		expect(new Set(names).size).toBe(120);
	});

	test('L7: doors shut, unknown school, unknown band and a closed summit say so', () => {
		const stage = Stage.prepared({ change: { bands: ['9-11'] } });
		expect(stage.refused(NEWCOMER, join)).toBe('doors_shut');
		stage.must(FACILITATOR, { type: 'doors:open', seen: 0 });
		expect(stage.refused(NEWCOMER, { ...join, school: 'elsewhere' })).toBe('unknown_choice');
		expect(stage.refused(NEWCOMER, { ...join, band: '12-13' })).toBe('unknown_choice');
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(NEWCOMER, join)).toBe('summit_closed');
	});
});

describe('agreeing and removing', () => {
	test('X4: taking part counts agreed cards by headcount, without removed ones', () => {
		const stage = Stage.open(2);
		stage.must(NEWCOMER, { ...join, headcount: 6 });
		const count = () => stage.rows('summit').get('taking-part');
		expect(count()).toEqual({ count: 2 });
		stage.must(stage.card(2), { type: 'cards:agree' });
		expect(count()).toEqual({ count: 8 });
		stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(0).id });
		expect(count()).toEqual({ count: 7 });
	});

	test('L7: agreeing, removing and restoring twice say so; unknown cards too', () => {
		const stage = Stage.open(1);
		const card = stage.card(0);
		expect(stage.refused(card, { type: 'cards:agree' })).toBe('already_so');
		expect(stage.refused({ role: 'card', id: 'nobody-01' }, { type: 'cards:agree' })).toBe('unknown_item');
		expect(stage.refused(HOST_LEAD, { type: 'cards:restore', card: card.id })).toBe('already_so');
		expect(stage.refused(HOST_LEAD, { type: 'cards:remove', card: 'nobody-01' })).toBe('unknown_item');
		expect(stage.refused(HOST_LEAD, { type: 'cards:restore', card: 'nobody-01' })).toBe('unknown_item');
		stage.must(HOST_LEAD, { type: 'cards:remove', card: card.id });
		expect(stage.refused(HOST_LEAD, { type: 'cards:remove', card: card.id })).toBe('already_so');
	});

	test('S8: a removed card cannot mark, can still talk to someone, and one press brings it back', () => {
		const stage = Stage.open(1);
		const card = stage.card(0);
		const pin = contribute('neighbourhood', 'good-places', mark([0.3, 0.3]));
		stage.must(card, pin);
		stage.must(HOST_LEAD, { type: 'cards:remove', card: card.id });
		expect(stage.rows('marks:neighbourhood').size).toBe(0);
		expect(stage.refused(card, pin)).toBe('card_removed');
		stage.must(card, { type: 'talk:ask', how: 'come', aboutAdult: false });
		stage.must(HOST_LEAD, { type: 'cards:restore', card: card.id });
		expect(stage.rows('marks:neighbourhood').size).toBe(1);
		stage.must(card, pin);
	});
});
