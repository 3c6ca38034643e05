import { expect, test } from 'vitest';
import { readAnswer } from './upload.ts';

test('M1: an uploaded picture becomes the ground of a map', () => {
	expect(readAnswer('{"ok":true,"id":"0198-a","width":1600,"height":900}')).toEqual({
		ok: true,
		picture: '/pictures/0198-a',
		width: 1600,
		height: 900
	});
});

test('L7: a refusal keeps its own words', () => {
	expect(readAnswer('{"ok":false,"code":"picture_unreadable","words":"We cannot read that picture."}')).toEqual({
		ok: false,
		words: 'We cannot read that picture.'
	});
});

test('a proxy’s page is not mistaken for an answer', () => {
	expect(readAnswer('<html>413</html>')).toMatchObject({ ok: false });
	expect(readAnswer('null')).toMatchObject({ ok: false });
});
