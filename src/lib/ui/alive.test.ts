import { expect, test } from 'vitest';
import { ALIVE, lifeOf, writeValues } from './alive.ts';

/** A page as far as `lifeOf` looks at it. */
function pageWith(dataset: Record<string, string>): Document {
	return { getElementById: (id: string) => (id === ALIVE ? { dataset } : null) } as unknown as Document;
}

test('what was written is read again to the letter, and then stands in the page no more', () => {
	const values = {
		plain: 'kind',
		"it's": `"quoted", 'single', ’curly’, \\ \\u0027 \\" \n\u2028`,
		markup: '</script><b title="x">&quot;&#39;',
		nested: { list: [1, null, true, "don't"], empty: '' }
	};
	const dataset = { values: writeValues(values) };
	expect(dataset.values).not.toContain('"');
	expect(lifeOf(pageWith(dataset)).values).toEqual(values);
	expect(dataset).toEqual({});
});

test('a page rendered for nobody in particular has no values', () => {
	expect(lifeOf(pageWith({})).values).toBeNull();
});
