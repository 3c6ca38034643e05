import { describe, expect, it } from 'vitest';
import { changeOf, detailOf, draftOf } from './action-draft.ts';
import type { Detail } from './action-draft.ts';

const OWNER = { name: 'J. Lindqvist', role: 'Street lighting', organisation: 'Northbank Council' };
const DETAIL: Detail = {
	ideas: ['idea-one'],
	what: 'Replace four lamps',
	changes: 'place',
	fairBecause: '',
	owner: OWNER,
	due: '2027-01-30',
	told: 'The underpass gets new lights.'
};

describe('an action while it is written', () => {
	it('comes out as it went in', () => {
		expect(detailOf(draftOf(DETAIL))).toEqual({ ok: true, detail: DETAIL });
	});

	it('P2: an owner is whole or left for later, never a name alone', () => {
		const half = detailOf({ ...draftOf(DETAIL), owner: { ...OWNER, role: ' ' } });
		expect(half).toMatchObject({ ok: false, problems: { owner: expect.stringContaining('all three') as string } });
		const later = detailOf({ ...draftOf(DETAIL), owner: { name: '', role: '', organisation: '' }, due: '' });
		expect(later).toMatchObject({ ok: true, detail: { owner: null, due: null } });
	});

	it('asks for what will change and what it changes', () => {
		const empty = detailOf(draftOf(null));
		expect(empty.ok ? [] : Object.keys(empty.problems)).toEqual(['what', 'changes']);
	});

	it('L7: says beside its box which text does not fit', () => {
		const long = detailOf({ ...draftOf(DETAIL), told: 'a'.repeat(401), fairBecause: 'a'.repeat(301) });
		expect(long.ok ? [] : Object.keys(long.problems)).toEqual(['fairBecause', 'told']);
	});

	it('sends only what differs', () => {
		expect(changeOf(DETAIL, { ...DETAIL, told: 'New words.' })).toEqual({ told: 'New words.' });
		expect(changeOf(DETAIL, { ...DETAIL, owner: { ...OWNER } })).toEqual({});
	});
});
