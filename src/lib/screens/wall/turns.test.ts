import { describe, expect, it } from 'vitest';
import { isGone, slideAfter, slidesOf } from './turns.ts';

const ideas = (...ids: string[]) => ids.map((id) => ({ id, text: `idea ${id}` }));

describe('taking turns on a wall', () => {
	it('shows two ideas at a time, in the order they were approved', () => {
		const slides = slidesOf({ lists: [], ideas: ideas('a', 'b', 'c') });
		expect(slides.map((slide) => slide.kind === 'ideas' && slide.ideas)).toEqual([['a', 'b'], ['c']]);
	});

	it('gives a long idea a slide to itself and pairs the others round it', () => {
		const long = { id: 'long', text: 'x'.repeat(200) };
		const slides = slidesOf({ lists: [], ideas: [...ideas('a'), long, ...ideas('b')] });
		expect(slides.map((slide) => slide.kind === 'ideas' && slide.ideas)).toEqual([['a', 'b'], ['long']]);
	});

	it('puts lists between the ideas', () => {
		const slides = slidesOf({ lists: ['places', 'why'], ideas: ideas('a', 'b', 'c') });
		expect(slides.map(({ key }) => key)).toEqual(['list:places', 'ideas:a+b', 'list:why', 'ideas:c']);
	});

	it('goes round, and starts with the first', () => {
		const slides = slidesOf({ lists: [], ideas: ideas('a', 'b', 'c', 'd') });
		const first = slideAfter(slides, null);
		const second = slideAfter(slides, first);
		expect(first?.key).toBe('ideas:a+b');
		expect(second?.key).toBe('ideas:c+d');
		expect(slideAfter(slides, second)?.key).toBe('ideas:a+b');
	});

	it('carries on from the same idea when its pair changed meanwhile', () => {
		const before = slidesOf({ lists: [], ideas: ideas('a', 'b', 'c', 'd') });
		const after = slidesOf({ lists: [], ideas: ideas('b', 'c', 'd', 'e') });
		expect(slideAfter(after, before[0] ?? null)?.key).toBe('ideas:d+e');
	});

	it('S2: an idea that was taken back goes at once when nothing else is on its slide', () => {
		const [slide = null] = slidesOf({ lists: [], ideas: ideas('a', 'b') });
		expect(isGone(slide, { ideas: new Set(['a', 'b']), lists: [] })).toBe(false);
		expect(isGone(slide, { ideas: new Set(['b']), lists: [] })).toBe(false);
		expect(isGone(slide, { ideas: new Set(), lists: [] })).toBe(true);
	});

	it('has nothing to show when there is nothing', () => {
		expect(slideAfter([], null)).toBeNull();
		expect(isGone(null, { ideas: new Set(), lists: [] })).toBe(true);
	});
});
