import { expect, test } from 'vitest';
import { cardsOf } from './answers.ts';

const given = (theme: string, id: string, thin = false) => {
	const ideas = thin ? [`idea ${id}`] : [];
	return { id, theme, answer: 'yes' as const, because: '', until: null, actions: [], at: 1, thin, ideas };
};

test('S9: themes without a name of their own share the last card; the others come newest first', () => {
	const others = 'Other things you said';
	const answers = [given('Lamps', 'a'), given(others, 'b', true), given('Buses', 'c'), given(others, 'd', true)];
	expect(cardsOf(answers).map(({ theme, answers: said }) => [theme, said.map(({ id }) => id)])).toEqual([
		['Buses', ['c']],
		['Lamps', ['a']],
		[others, ['d', 'b']]
	]);
	expect(cardsOf([])).toEqual([]);
});
