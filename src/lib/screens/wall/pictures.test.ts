import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import BarsPicture from './BarsPicture.svelte';
import TooFew from './TooFew.svelte';

const wordsOf = (body: string): string => body.replace(/<!--.*?-->|<[^>]+>/gu, ' ');

describe('a picture too thin to show', () => {
	it('S9: promises one while answers may come, and none once the station has closed', () => {
		expect(wordsOf(render(TooFew, { props: { closed: false } }).body)).toContain('once enough of you have answered');
		const over = wordsOf(render(TooFew, { props: { closed: true } }).body);
		expect(over).toContain('Too few answers to show a picture');
		expect(over).not.toContain('once enough');
	});
});

describe('the legend of bars', () => {
	const row = { id: 'chat', words: 'Group chats', parts: { safe: 20, mixed: 0, unsafe: 0 }, cards: 20 };
	const legend = (unused: number) => {
		const props = { rows: [{ ...row, unused }], things: 'more', closed: false };
		return wordsOf(render(BarsPicture, { props }).body.split('20+ means')[0] ?? '');
	};

	it('M3: explains the mark of what is not used where a count stands behind it, and only there', () => {
		expect(legend(10)).toContain('Don’t use');
		expect(legend(0)).not.toContain('Don’t use');
	});
});
