import { describe, expect, it } from 'vitest';
import { MarkEntry } from '../../summit/stations/entries.ts';
import { NEIGHBOURHOOD } from '../../summit/templates/neighbourhood.ts';
import { SCHOOL } from '../../summit/templates/school.ts';
import { beginMark, entryOf, partsOf, readMark, spotAt } from './draft-mark.ts';

describe('a mark before it is sent', () => {
	it('S11: a tap inside the toilets is those toilets by name, never a pin', () => {
		const toilets = SCHOOL.places.find(({ noPins }) => noPins);
		if (!toilets) throw new Error('The school template has rooms that take no pins.');
		expect(spotAt(SCHOOL.places, toilets.at)).toEqual({ at: null, place: toilets.id });
		expect(spotAt(SCHOOL.places, [0.01, 0.99])).toEqual({ at: [0.01, 0.99], place: null });
	});

	it('nothing is chosen beforehand, and nothing is sent before a feeling is', () => {
		const draft = beginMark({ at: [0.5, 0.5], place: null });
		expect(draft).toMatchObject({ feeling: null, when: [], with: [], why: [], words: '' });
		expect(entryOf(draft)).toBeNull();
	});

	it('M3, M4: a pin and a named place send the same kind of mark, with at most six reasons', () => {
		const why = NEIGHBOURHOOD.why.map(({ id }) => id);
		const pin = entryOf({ ...beginMark({ at: [0.5, 0.5], place: null }), feeling: 'mixed', why });
		const named = entryOf({ ...beginMark({ at: null, place: 'pond' }), feeling: 'safe', when: ['evening'] });
		expect(MarkEntry.safeParse(pin).success).toBe(true);
		expect(pin?.why).toHaveLength(6);
		expect(MarkEntry.safeParse(named).success).toBe(true);
	});

	it('a reload brings it back as it was', () => {
		const draft = {
			...beginMark({ at: [0.5, 0.25], place: null }),
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

	it('lists that are empty are not asked for', () => {
		expect(partsOf({ when: [], with: [], why: [] })).toEqual(['feeling', 'words']);
	});
});
