/**
 * The papers an adopter signs and a tester reads name files and tests of this repository. A paper that points at something
 * gone would be a promise nobody keeps: it is a red test instead.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const inFolder = (folder: string): string[] =>
	readdirSync(join(ROOT, folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `${folder}/${name}`);

const PAPERS = ['SECURITY.md', 'CONTRIBUTING.md', ...inFolder('docs/adoption'), ...inFolder('docs/security')];

describe.each(PAPERS)('%s', (paper) => {
	const text = read(paper);

	test('names only files that are there', () => {
		const named = [...text.matchAll(/`((?:src|tests|scripts|bench|docs|static)\/[^`\s]+)`/g)].map(
			([, file]) => file ?? ''
		);
		expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});

	test('leads only to papers that are there, and to headings they have', () => {
		const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link]) => link ?? '');
		const broken = links.filter((link) => {
			const [file = '', heading] = link.split('#');
			const target = file === '' ? paper : relative(ROOT, join(ROOT, dirname(paper), file));
			if (!existsSync(join(ROOT, target))) return true;
			return heading !== undefined && !headings(read(target)).includes(heading);
		});
		expect(broken).toEqual([]);
	});
});

/** A document's headings as a host of repositories makes them into anchors. */
function headings(text: string): string[] {
	return [...text.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
		words
			.toLowerCase()
			.replace(/[^\p{L}\p{N} -]/gu, '')
			.replaceAll(' ', '-')
	);
}

describe('docs/security/asvs.md', () => {
	/** Requirements of levels 1 and 2 in each chapter of ASVS 5.0.0: 253 in all. */
	const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];
	const VERDICTS = ['met', 'partly', 'not met', 'n/a'];

	const rows = [...read('docs/security/asvs.md').matchAll(/^\| (\d+)\.(\d+\.\d+) \|(.*)\|$/gm)].map(
		([, chapter = '', rest = '', cells = '']) => {
			const [level = '', requirement = '', verdict = '', evidence = ''] = cells.split('|').map((cell) => cell.trim());
			return { id: `${chapter}.${rest}`, chapter: Number(chapter), level, requirement, verdict, evidence };
		}
	);

	test('has every requirement of levels 1 and 2 once', () => {
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		expect(CHAPTERS.map((_, at) => rows.filter(({ chapter }) => chapter === at + 1).length)).toEqual(CHAPTERS);
		expect(['1', '2'].map((level) => rows.filter((row) => row.level === level).length)).toEqual([70, 183]);
	});

	test('says of each what is so, and why', () => {
		const unsaid = rows.filter(
			(row) => !VERDICTS.includes(row.verdict) || row.evidence === '' || row.requirement === ''
		);
		expect(unsaid.map(({ id }) => id)).toEqual([]);
	});

	test('counts them right', () => {
		const text = read('docs/security/asvs.md');
		for (const verdict of VERDICTS) {
			const of = (level: string): number => rows.filter((row) => row.verdict === verdict && row.level === level).length;
			const [first, second] = [of('1'), of('2')];
			expect(text).toMatch(
				new RegExp(`^\\| ${verdict} +\\| ${first} +\\| ${second} +\\| ${first + second} +\\|$`, 'm')
			);
		}
	});
});

describe('docs/security/hardening.md', () => {
	const tests = [...read('docs/security/hardening.md').matchAll(/`((?:src|tests|scripts)\/[^`\s]+\.ts)` “([^”]+)”/g)];

	test('names tests by their titles', () => {
		expect(tests.length).toBeGreaterThan(30);
		const missing = tests.filter(([, file = '', title = '']) => !read(file).includes(title));
		expect(missing.map(([, file, title]) => `${file}: ${title}`)).toEqual([]);
	});
});
