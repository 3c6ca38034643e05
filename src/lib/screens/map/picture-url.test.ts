import { expect, test } from 'vitest';
import { pictureUrl } from './picture-url.ts';

test('M1: an uploaded picture is asked for as one summit’s own', () => {
	expect(pictureUrl('/pictures/0198-a', 'k7')).toBe('/pictures/0198-a?summit=k7');
	expect(pictureUrl('/pictures/0198-a', 'a&b=c')).toBe('/pictures/0198-a?summit=a%26b%3Dc');
});

test('a map of the kit keeps its address', () => {
	expect(pictureUrl('/maps/school.svg', 'k7')).toBe('/maps/school.svg');
});
