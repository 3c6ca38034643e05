import { expect, test } from 'vitest';
import { tilesUrl } from './tiles-url.ts';

test('M1: tiles come from the kit itself, and their address says whose they are', () => {
	expect(tilesUrl('0198-abcdefg', 'k7')).toBe('/tiles/k7.0198-abcdefg');
	expect(tilesUrl('0198-abcdefg', 'a/b')).toBe('/tiles/a%2Fb.0198-abcdefg');
});
