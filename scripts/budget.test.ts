import { expect, test } from 'vitest';
import { filesOf, Manifest, nodeOf } from './budget.ts';

const manifest = Manifest.parse({
	start: { file: 'start.js', imports: ['shared'] },
	page: { file: 'page.js', imports: ['shared', 'deep'], css: ['page.css'], dynamicImports: ['later'] },
	shared: { file: 'shared.js', css: ['shared.css'], imports: ['deep'] },
	deep: { file: 'deep.js', imports: ['shared'] },
	later: { file: 'later.js' }
});

test('X3: a screen counts every file once, with its styles, and nothing that comes later', () => {
	const files = filesOf(manifest, ['start', 'page']);
	expect(files.toSorted()).toEqual(['deep.js', 'page.css', 'page.js', 'shared.css', 'shared.js', 'start.js']);
});

test('a file the build does not have is an error, never nought bytes', () => {
	expect(() => filesOf(manifest, ['gone'])).toThrow('The build has no gone');
});

test('a page is found by its address, whether or not it loads on the server', () => {
	const pages = '"/": [~3],\n"/s/[summit]": [~7],\n"/staff/sign-out": [18],';
	expect(nodeOf(pages, '/s/[summit]')).toBe('nodes/7.js');
	expect(nodeOf(pages, '/staff/sign-out')).toBe('nodes/18.js');
	expect(() => nodeOf(pages, '/x')).toThrow('no page');
});
