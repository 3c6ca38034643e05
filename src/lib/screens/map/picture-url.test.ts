import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pictureUrl } from './picture-url.ts';

test('M1: an uploaded picture is asked for as one summit’s own', () => {
	expect(pictureUrl('/pictures/0198-a', 'k7')).toBe('/pictures/0198-a?summit=k7');
	expect(pictureUrl('/pictures/0198-a', 'a&b=c')).toBe('/pictures/0198-a?summit=a%26b%3Dc');
});

test('a map of the kit keeps its address', () => {
	expect(pictureUrl('/maps/school.svg', 'k7')).toBe('/maps/school.svg');
});

test('M1: no screen draws a map’s picture by its bare address, which the server answers to nobody', async () => {
	const screens = path.resolve(import.meta.dirname, '..');
	const drawing = /(?:imageOverlay\(|src=\{|href=\{)\s*[\w.]*map\.picture/;
	const bare: string[] = [];
	for (const name of await readdir(screens, { recursive: true })) {
		if (!name.endsWith('.svelte')) continue;
		if (drawing.test(await readFile(path.join(screens, name), 'utf8'))) bare.push(name);
	}
	expect(bare).toEqual([]);
});
