import { expect, test } from 'vitest';
import {
	boxAround,
	boxBetween,
	middleOf,
	moved,
	namesNoPinRoom,
	settled,
	stepOf,
	withEdge,
	withoutDrawn
} from './positions.ts';

const room = { id: 'toilets', name: 'Toilets', at: [0.5, 0.5] as [number, number] };

test('M2: positions stay inside the unit square', () => {
	expect(settled(-0.2)).toBe(0);
	expect(settled(1.7)).toBe(1);
	expect(settled(0.123456)).toBe(0.1235);
	expect(moved(room, [1.2, -1]).at).toEqual([1, 0]);
});

test('M4: the arrow keys move a place, in coarse or fine steps', () => {
	expect(stepOf('ArrowLeft', false)).toEqual([-0.02, 0]);
	expect(stepOf('ArrowDown', true)).toEqual([0, 0.002]);
	expect(stepOf('Enter', false)).toBeNull();
});

test('S11: a room’s box moves with it', () => {
	const boxed = { ...room, noPins: true, box: boxAround(room.at) };
	expect(boxed.box).toEqual([0.45, 0.45, 0.55, 0.55]);
	expect(moved(boxed, [0.6, 0.5]).box).toEqual([0.55, 0.45, 0.65, 0.55]);
});

test('S11: the corners of a box may come in any order', () => {
	expect(boxBetween([0.8, 0.1], [0.2, 0.4])).toEqual([0.2, 0.1, 0.8, 0.4]);
	expect(middleOf([0.2, 0.1, 0.8, 0.4])).toEqual([0.5, 0.25]);
});

test('S11: one edge of a box is set by number; past the other edge the two change places, and no number changes nothing', () => {
	const boxed = { ...room, noPins: true, box: boxBetween([0.5, 0.1], [0.6, 0.3]) };
	expect(withEdge(boxed, 0, 0.55)).toMatchObject({ box: [0.55, 0.1, 0.6, 0.3], at: [0.575, 0.2] });
	expect(withEdge(boxed, 2, 0.05).box).toEqual([0.05, 0.1, 0.5, 0.3]);
	expect(withEdge(boxed, 0, Number.NaN)).toBe(boxed);
	expect(withEdge(room, 0, 0.1)).toBe(room);
});

test('S11: a room named for toilets or changing begins as one that takes no pins', () => {
	for (const name of ['Toilets', 'Girls’ toilets', 'The WC by the hall', 'PE changing rooms', 'Showers'])
		expect(namesNoPinRoom(name), name).toBe(true);
	for (const name of ['Library', 'Bloomsbury Street', 'Station square']) expect(namesNoPinRoom(name), name).toBe(false);
});

test('M1: on a picture of one’s own, only the places that somebody made or changed stay', () => {
	const pond = { id: 'pond', name: 'Pond', at: [0.2, 0.2] as [number, number] };
	const added = { id: 'subway', name: 'Subway', at: [0.5, 0.5] as [number, number] };
	const renamed = { ...room, name: 'Toilets by the gym' };
	expect(withoutDrawn([pond, renamed, added], [pond, room])).toEqual([renamed, added]);
});
