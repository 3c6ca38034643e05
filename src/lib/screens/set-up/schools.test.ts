import { describe, expect, test } from 'vitest';
import { namedTwice, schoolLines, schoolsFrom } from './schools.ts';
import { slugFor } from './slug.ts';

const before = [
	{ id: 'host', name: 'Northbank High' },
	{ id: 'guest', name: 'Riverside Academy' }
];

describe('schools, one a line', () => {
	test('the same lines are the same schools', () => {
		expect(schoolsFrom(schoolLines(before), before)).toEqual(before);
	});
	test('a corrected name keeps its id, so that its lead stays its lead', () => {
		expect(schoolsFrom('Northbank High School\nRiverside Academy', before)).toEqual([
			{ id: 'host', name: 'Northbank High School' },
			{ id: 'guest', name: 'Riverside Academy' }
		]);
	});
	test('a new order keeps the ids, so that another school can be the host', () => {
		expect(schoolsFrom('Riverside Academy\nNorthbank High', before).map(({ id }) => id)).toEqual(['guest', 'host']);
	});
	test('an added school gets an id of its own, even in the middle', () => {
		const three = schoolsFrom('Northbank High\nHost\nRiverside Academy\n\n', before);
		expect(three.map(({ id }) => id)).toEqual(['host', 'host-2', 'guest']);
	});
	test('a school taken away takes its id along', () => {
		expect(schoolsFrom('Riverside Academy', before)).toEqual([{ id: 'guest', name: 'Riverside Academy' }]);
	});
	test('a name that stands there twice is told', () => {
		expect(namedTwice(schoolsFrom('Oak\noak\nElm', []))).toEqual(['oak']);
	});
});

describe('ids', () => {
	test('come from the words, without accents and signs', () => {
		expect(slugFor('  École Saint-Éloi! ', [])).toBe('ecole-saint-eloi');
	});
	test('are never given twice, and never empty', () => {
		expect(slugFor('Park', ['park', 'park-2'])).toBe('park-3');
		expect(slugFor('مدرسة', ['item'])).toBe('item-2');
	});
	test('are at most as long as the summit takes', () => {
		expect(slugFor('a'.repeat(90), ['a'.repeat(40)]).length).toBeLessThanOrEqual(48);
	});
});
