import { expect, it } from 'vitest';
import { Place } from '../stations/settings.ts';
import { NEIGHBOURHOOD_PLACES, SCHOOL_PLACES } from './places.ts';

it.each([
	['neighbourhood', NEIGHBOURHOOD_PLACES],
	['school', SCHOOL_PLACES]
])('M2: every place of the %s lies in the unit square, with an id of its own', (_, places) => {
	for (const place of places) {
		Place.parse(place);
		if (!place.box) continue;
		const [left, top, right, bottom] = place.box;
		expect(left >= 0 && top >= 0 && right <= 1 && bottom <= 1, place.id).toBe(true);
		expect(left < right && top < bottom, place.id).toBe(true);
		expect(place.at[0] > left && place.at[0] < right && place.at[1] > top && place.at[1] < bottom, place.id).toBe(true);
	}
	expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
	expect(new Set(places.map((place) => place.name)).size).toBe(places.length);
});

it('S11: every toilet and changing room is a named room that takes no pins', () => {
	const rooms = SCHOOL_PLACES.filter((place) => /toilet|changing/i.test(place.name));
	expect(rooms.filter((place) => /toilet/i.test(place.name))).toHaveLength(3);
	expect(rooms.filter((place) => /changing/i.test(place.name))).toHaveLength(2);
	for (const place of rooms) expect(place.noPins && place.box, place.id).toBeTruthy();
});

it('S11: rooms that take no pins do not overlap each other', () => {
	const boxes = SCHOOL_PLACES.flatMap((place) => (place.noPins && place.box ? [place.box] : []));
	for (const [at, a] of boxes.entries()) {
		for (const b of boxes.slice(at + 1)) {
			expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
		}
	}
});
