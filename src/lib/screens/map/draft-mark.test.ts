import { describe, expect, it } from 'vitest';
import { MOST_CELLS, cellAt, readArea, writeArea } from '../../summit/grid.ts';
import { MarkEntry } from '../../summit/stations/entries.ts';
import { NEIGHBOURHOOD } from '../../summit/templates/neighbourhood.ts';
import { SCHOOL } from '../../summit/templates/school.ts';
import {
	beginMark,
	entryOf,
	keptText,
	partsOf,
	readMark,
	readPainted,
	spotAt,
	spotOf,
	spotOfSquares
} from './draft-mark.ts';

describe('a mark before it is sent', () => {
	it('S11: a tap inside the toilets is those toilets by name, never a pin', () => {
		const toilets = SCHOOL.places.find(({ noPins }) => noPins);
		if (!toilets) throw new Error('The school template has rooms that take no pins.');
		expect(spotAt(SCHOOL.places, toilets.at)).toEqual(spotOf(toilets.id));
		expect(spotAt(SCHOOL.places, [0.01, 0.99])).toEqual({ at: [0.01, 0.99], place: null, area: null });
	});

	it('nothing is chosen beforehand, and nothing is sent before a feeling is', () => {
		const draft = beginMark(spotAt([], [0.5, 0.5]));
		expect(draft).toMatchObject({ feeling: null, when: [], with: [], why: [], words: '' });
		expect(entryOf(draft)).toBeNull();
	});

	it('M3, M4: a pin and a named place send the same kind of mark, with at most six reasons', () => {
		const why = NEIGHBOURHOOD.why.map(({ id }) => id);
		const pin = entryOf({ ...beginMark(spotAt([], [0.5, 0.5])), feeling: 'mixed', why });
		const named = entryOf({ ...beginMark(spotOf('pond')), feeling: 'safe', when: ['evening'] });
		expect(MarkEntry.safeParse(pin).success).toBe(true);
		expect(pin?.why).toHaveLength(6);
		expect(MarkEntry.safeParse(named).success).toBe(true);
	});

	it('a reload brings it back as it was', () => {
		const draft = {
			...beginMark(spotAt([], [0.5, 0.25])),
			feeling: 'unsafe' as const,
			with: ['alone'],
			why: ['lighting'],
			words: 'Half a sent',
			part: 'words' as const
		};
		expect(readMark(JSON.stringify(draft), NEIGHBOURHOOD)).toEqual(draft);
	});

	it('what was kept is read with suspicion', () => {
		expect(readMark('', NEIGHBOURHOOD)).toBeNull();
		expect(readMark('[]', NEIGHBOURHOOD)).toBeNull();
		expect(readMark('{"at":[2,0]}', NEIGHBOURHOOD)).toBeNull();
		expect(readMark('{"at":null,"place":"nowhere"}', NEIGHBOURHOOD)).toBeNull();
		const odd = readMark('{"place":"pond","feeling":"great","why":["lighting","lasers"],"part":7}', NEIGHBOURHOOD);
		expect(odd).toMatchObject({ place: 'pond', feeling: null, why: ['lighting'], part: 'feeling' });
	});

	it('S11: squares inside the toilets are left out of an area; nothing but those is the room by its name', () => {
		const toilets = SCHOOL.places.find(({ noPins }) => noPins);
		const [, x = 0, y = 0] = cellAt(toilets?.at ?? [0, 0])
			.split('/')
			.map(Number);
		const inside = y * 32 + x;
		expect(spotOfSquares(SCHOOL.places, [inside])).toEqual(spotOf(toilets?.id ?? ''));
		const both = spotOfSquares(
			SCHOOL.places,
			[inside, 1023].sort((a, b) => a - b)
		);
		expect(both).toEqual({ at: null, place: null, area: writeArea([1023]) });
		expect(spotOfSquares(SCHOOL.places, [])).toBeNull();
	});

	it('M3: an area sends the same kind of mark, and comes back after a reload with what is painted', () => {
		const spot = spotOfSquares([], [5, 6, 37]);
		const draft = { ...beginMark(spot ?? spotOf('')), feeling: 'mixed' as const };
		const entry = entryOf(draft);
		expect(MarkEntry.safeParse(entry).success).toBe(true);
		expect(readArea(entry?.area ?? '')).toEqual([5, 6, 37]);
		const kept = keptText(draft, [5, 6, 37]);
		expect(readMark(kept, NEIGHBOURHOOD)).toEqual(draft);
		expect(readPainted(kept)).toEqual([5, 6, 37]);
		const begun = keptText(null, [9]);
		expect([readMark(begun, NEIGHBOURHOOD), readPainted(begun)]).toEqual([null, [9]]);
		expect(keptText(null, [])).toBe('');
	});

	it('S10: kept squares that are too many or no squares at all are none', () => {
		const many = writeArea(Array.from({ length: MOST_CELLS + 1 }, (_, at) => at));
		for (const painted of [many, '99', 'zzz', 7]) expect(readPainted(JSON.stringify({ painted }))).toEqual([]);
		expect(readMark(JSON.stringify({ area: many }), NEIGHBOURHOOD)).toBeNull();
		expect(readMark(JSON.stringify({ area: '000', place: 'pond' }), NEIGHBOURHOOD)).toBeNull();
	});

	it('lists that are empty are not asked for', () => {
		expect(partsOf({ when: [], with: [], why: [] })).toEqual(['feeling', 'words']);
	});
});
