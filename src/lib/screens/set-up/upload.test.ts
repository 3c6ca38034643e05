import { expect, test } from 'vitest';
import { isPackage, readAnswer } from './upload.ts';

test('M1: an uploaded picture becomes the ground of a map, under the address the kit gave it', () => {
	const answer = { ok: true, id: '0198-a', picture: '/pictures/s.0198-a', width: 1600, height: 900, tiles: null };
	expect(readAnswer(JSON.stringify(answer))).toEqual(answer);
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
	expect(readAnswer('{"ok":"yes"}')).toMatchObject({ ok: false });
});

test('a package of tiles is known by its name', () => {
	expect(['town.mbtiles', 'TOWN.MBTILES', 'town.png', 'mbtiles'].map((name) => isPackage({ name }))).toEqual([
		true,
		true,
		false,
		false
	]);
});
