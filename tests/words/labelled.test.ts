/**
 * How well the reader marks texts, counted per kind over two halves of a labelled set: `seen.tsv`, which the rules are
 * written with in view, and `unseen.tsv`, which they are not. The totals of the unseen half must reach the targets; no
 * text of it is ever printed, so that nobody tunes a rule to it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKindsReader } from '../../src/lib/server/words/reader.ts';
import type { Kind } from '../../src/lib/server/words/reader.ts';

const CONTACTS = ['phone', 'email', 'handle', 'link', 'postcode', 'address'] as const;
const KINDS = ['name', 'title', ...CONTACTS, 'abuse', 'disclosure', 'language'] as const satisfies readonly Kind[];

interface Labelled {
	text: string;
	/** What it holds, and what it may be marked as without being right or wrong. */
	holds: ReadonlySet<string>;
	may: ReadonlySet<string>;
	/** Written by somebody who had not seen the rules, under a heading of its own in the file. */
	second: boolean;
}

const SECOND_AUTHOR = '# By a second author';

function half(name: string): Labelled[] {
	const lines = readFileSync(path.join(import.meta.dirname, `${name}.tsv`), 'utf8').split('\n');
	const heading = lines.findIndex((line) => line.startsWith(SECOND_AUTHOR));
	return lines
		.map((line, at) => ({ line, second: heading !== -1 && at > heading }))
		.filter(({ line }) => line !== '' && !line.startsWith('#'))
		.map(({ line, second }) => {
			const [kinds = '', text = ''] = line.split('\t');
			const all = kinds.split(' ').filter((kind) => kind !== '-');
			return {
				text,
				second,
				holds: new Set(all.filter((kind) => !kind.startsWith('?'))),
				may: new Set(all.filter((kind) => kind.startsWith('?')).map((kind) => kind.slice(1)))
			};
		});
}

/** What the readers of these texts are told are places, schools and platforms of the summit. */
const KNOWN = ['Riverside Park', 'Mill Lane', 'St Mary’s Church', 'Northfield Academy', 'The Foundry', 'Snapchat'];
const reader = createKindsReader({ known: KNOWN });
const kindsOf = new Map<string, readonly Kind[]>();
/** Each text is read once, however often it is counted. */
function read(text: string): readonly Kind[] {
	const kinds = kindsOf.get(text) ?? reader(text);
	kindsOf.set(text, kinds);
	return kinds;
}
const HALVES = { seen: half('seen'), unseen: half('unseen') };

interface Score {
	texts: number;
	recall: number;
	precision: number;
}

function score(texts: readonly Labelled[]): Record<Kind, Score> {
	const marked = texts.map(({ text }) => new Set<string>(read(text)));
	const of = (kind: Kind): Score => {
		const holding = texts.filter(({ holds }) => holds.has(kind)).length;
		const found = texts.filter(({ holds }, at) => holds.has(kind) && marked[at]?.has(kind)).length;
		const wrong = texts.filter(
			({ holds, may }, at) => !holds.has(kind) && !may.has(kind) && marked[at]?.has(kind)
		).length;
		return { texts: holding, recall: found / holding, precision: found / Math.max(1, found + wrong) };
	};
	// One entry for each kind of the list above.
	return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, Score>;
}

const TARGET: Record<Kind, number> = {
	...{ name: 0.9, title: 0.9, phone: 0.9, email: 0.9, handle: 0.9, link: 0.9, postcode: 0.9, address: 0.9 },
	...{ abuse: 0.85, disclosure: 0.9, language: 0.9 }
};

function print(name: string, texts: readonly Labelled[]): void {
	const scores = score(texts);
	const clean = texts.filter(({ holds, may }) => holds.size === 0 && may.size === 0);
	const unmarked = clean.filter(({ text }) => read(text).length === 0).length;
	const lines = KINDS.map((kind) => {
		const { texts: holding, recall, precision } = scores[kind];
		return `${kind.padEnd(11)}${String(holding).padStart(4)}  ${holding === 0 ? '' : `recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}`}`.trimEnd();
	});
	console.info(
		[
			`${name}: ${texts.length} texts`,
			...lines,
			`ordinary   ${String(clean.length).padStart(4)}  without any mark ${unmarked}`
		].join('\n')
	);
}

describe.each(Object.entries(HALVES))('S4: the %s half of the labelled set', (name, texts) => {
	const scores = score(texts);
	print(name, texts);
	print(
		`${name}, by the second author`,
		texts.filter(({ second }) => second)
	);

	test.each(KINDS)('%s is found often enough, and not too often', (kind) => {
		expect(scores[kind].texts).toBeGreaterThanOrEqual(15);
		expect(scores[kind].recall).toBeGreaterThanOrEqual(TARGET[kind]);
		expect(scores[kind].precision).toBeGreaterThanOrEqual(0.6);
	});
});

test('S4: no text is in both halves, none is there twice, and the halves are large', () => {
	const all = [...HALVES.seen, ...HALVES.unseen].map(({ text }) => text);
	expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
	const seen = new Set(HALVES.seen.map(({ text }) => text.toLowerCase()));
	expect(HALVES.unseen.filter(({ text }) => seen.has(text.toLowerCase())).length).toBe(0);
	expect(HALVES.unseen.length).toBeGreaterThanOrEqual(300);
	expect(all.length).toBeGreaterThanOrEqual(600);
});
