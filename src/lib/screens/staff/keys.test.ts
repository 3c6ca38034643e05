import { expect, test } from 'vitest';
import { keyOf, leaveSpaceToNext } from './keys.ts';

const pressed = { key: 'p', repeat: false, ctrlKey: false, altKey: false, metaKey: false, defaultPrevented: false };
/** Something on the page that lies inside whatever the given selector list names. */
const inside = (tag: string) => ({
	closest: (list: string) => (new RegExp(`(^|, )${tag}(,|$|:)`).test(list) ? {} : null)
});

test('a key pressed on the page itself is ours', () => {
	expect(keyOf({ ...pressed, target: null })).toBe('P');
	expect(keyOf({ ...pressed, key: ' ', target: inside('main') })).toBe(' ');
	expect(keyOf({ ...pressed, key: 'Escape', target: inside('main') })).toBe('Escape');
});

test('typing, dialogs, held keys and other shortcuts are left alone', () => {
	expect(keyOf({ ...pressed, target: inside('textarea') })).toBeNull();
	expect(keyOf({ ...pressed, target: inside('dialog') })).toBeNull();
	expect(keyOf({ ...pressed, repeat: true, target: null })).toBeNull();
	expect(keyOf({ ...pressed, ctrlKey: true, target: null })).toBeNull();
});

test('Space belongs to the button or the part of the page that has the focus, other keys do not', () => {
	expect(keyOf({ ...pressed, key: ' ', target: inside('button') })).toBeNull();
	expect(keyOf({ ...pressed, key: '1', target: inside('button') })).toBe('1');
	expect(keyOf({ ...pressed, key: ' ', target: inside('.data-keeps-space.') })).toBeNull();
});

test('a button clicked by mouse or finger keeps no focus; one pressed by key, in a form or in the queue does', () => {
	let left = 0;
	const button = { blur: () => (left += 1) };
	const within = (...around: string[]) => ({
		closest: (list: string) =>
			list.includes('button') ? button : around.some((one) => list.split(', ').includes(one)) ? {} : null
	});
	leaveSpaceToNext({ detail: 0, target: within() });
	for (const part of ['dialog', 'form', '[data-keeps-space]']) leaveSpaceToNext({ detail: 1, target: within(part) });
	leaveSpaceToNext({ detail: 1, target: null });
	expect(left).toBe(0);
	leaveSpaceToNext({ detail: 1, target: within() });
	expect(left).toBe(1);
});
