import { expect, test } from 'vitest';
import { reportOf } from './budget.ts';
import { filesOf, keyEnding, Manifest } from './manifest.ts';
import { nodesOf } from './page-files.ts';
import { phoneFiles } from './phone-page.ts';

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

test('a file the build does not have, or has twice, is an error, never nought bytes', () => {
	expect(() => filesOf(manifest, ['gone'])).toThrow('The build has no gone');
	expect(() => keyEnding(manifest, 'gone.svelte')).toThrow('The build has 0 of gone.svelte');
	expect(() => keyEnding(manifest, '')).toThrow('The build has 5 of ');
});

test('a page is found by its address with the layouts round it, whether or not it loads on the server', () => {
	const pages = '"/": [~3],\n"/s/[summit]": [~7],\n"/staff/sign-out": [18],\n"/staff/[summit]/run": [14,[2,~1]],';
	expect(nodesOf(pages, '/s/[summit]')).toEqual(['nodes/0.js', 'nodes/7.js']);
	expect(nodesOf(pages, '/staff/sign-out')).toEqual(['nodes/0.js', 'nodes/18.js']);
	expect(nodesOf(pages, '/staff/[summit]/run')).toEqual(['nodes/0.js', 'nodes/2.js', 'nodes/1.js', 'nodes/14.js']);
	expect(() => nodesOf(pages, '/x')).toThrow('no page');
});

test('X3: a page over its budget says so, and names its largest files', () => {
	const files = [{ file: 'large.js', bytes: 900 }];
	expect(reportOf({ name: 'Waiting', bytes: 900, budget: 1000, files })).not.toContain('large.js');
	expect(reportOf({ name: 'Waiting', bytes: 1100, budget: 1000, files })).toMatch(/OVER by 0\.1 KB[^]*large\.js/);
});

test('X3: the student’s page names its script, its styles, and what the script needs at once', () => {
	const built = Manifest.parse({
		'src/phone.ts': { file: 'phone/phone.1.js', imports: ['shared'], css: ['phone/phone.2.css'] },
		shared: { file: 'phone/shared.3.js', css: ['phone/shared.4.css'] },
		later: { file: 'phone/later.5.js' }
	});
	expect(phoneFiles(built)).toEqual({
		script: '/phone/phone.1.js',
		styles: ['/phone/phone.2.css', '/phone/shared.4.css'],
		preloads: ['/phone/shared.3.js']
	});
});
