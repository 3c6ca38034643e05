import { expect, test } from 'vitest';
import type { CardsRow } from '../../summit/topics/cards.ts';
import { cardsFound } from './find-cards.ts';

const row = (name: string, change: Partial<CardsRow> = {}): CardsRow => ({
	...{ id: name, name, school: 'north', band: '9-11', headcount: 1, joinedAt: 0, admitted: true, removed: false },
	...{ marks: 0, cleared: 0, ...change }
});
const names = (rows: CardsRow[], asked: string) => cardsFound(rows, asked).rows.map(({ name }) => name);

test('S8: without a name the list holds who is stopped or cleared, so that nobody is forgotten', () => {
	const rows = [row('Teal Otter 4'), row('Sky Fox 9', { removed: true }), row('Sky Crab 2', { cleared: 1 })];
	expect(names(rows, ' ')).toEqual(['Sky Crab 2', 'Sky Fox 9']);
});

test('a card is found by any parts of its name, those stopped first, and no more than fit', () => {
	const rows = [row('Sky Otter 42'), row('Sky Otter 4', { removed: true }), row('Teal Otter 42')];
	expect(names(rows, 'ott sky')).toEqual(['Sky Otter 4', 'Sky Otter 42']);
	expect(names(rows, 'OTTER 42')).toEqual(['Sky Otter 42', 'Teal Otter 42']);
	expect(names(rows, 'whale')).toEqual([]);
	const many = Array.from({ length: 11 }, (_, n) => row(`Sky Otter ${n}`));
	expect(cardsFound(many, 'sky')).toMatchObject({ more: 3 });
});
