import { describe, expect, it } from 'vitest';
import { drawWide, drawCell, sizeStep, split, strength } from './heat.ts';

describe('sizeStep', () => {
	it('S9: fewer than five cards draw nothing', () => {
		expect([0, 4, 4.9, -5, Number.NaN].map(sizeStep)).toEqual([0, 0, 0, 0, 0]);
	});

	it('M5: size steps at five, ten and twenty', () => {
		expect([5, 9, 10, 19, 20, 5000].map(sizeStep)).toEqual([1, 1, 2, 2, 3, 3]);
	});
});

describe('strength', () => {
	it('M5: is what most cards felt, never a sum: one card may have felt two things', () => {
		expect(strength({ safe: 5, mixed: 5, unsafe: 5 })).toBe(1);
		expect(strength({ safe: 5, mixed: 0, unsafe: 20 })).toBe(3);
	});
});

describe('split', () => {
	it('M5: shows disagreement as shares side by side, never an average', () => {
		expect(split({ safe: 5, mixed: 5, unsafe: 10 })).toEqual([
			{ feeling: 'safe', start: 0, width: 0.25 },
			{ feeling: 'mixed', start: 0.25, width: 0.25 },
			{ feeling: 'unsafe', start: 0.5, width: 0.5 }
		]);
	});

	it('leaves out what nobody chose', () => {
		expect(split({ safe: 0, mixed: 0, unsafe: 15 })).toEqual([{ feeling: 'unsafe', start: 0, width: 1 }]);
	});

	it('is empty for an empty or impossible cell', () => {
		expect(split({ safe: 0, mixed: 0, unsafe: 0 })).toEqual([]);
		expect(split({ safe: -3, mixed: Number.NaN, unsafe: 0 })).toEqual([]);
	});

	it('covers the whole cell whatever the proportions', () => {
		const slices = split({ safe: 35, mixed: 15, unsafe: 20 });
		const last = slices.at(-1);
		expect((last?.start ?? 0) + (last?.width ?? 0)).toBeCloseTo(1, 12);
	});
});

describe('drawCell', () => {
	/** Notes what is called on the canvas, and keeps each colour that was filled over an area. */
	function canvas() {
		const calls: string[] = [];
		const fills: string[] = [];
		const target: Record<string, unknown> = {};
		const ctx = new Proxy(target, {
			get: (_, name) => {
				if (typeof name === 'string' && name in target) return target[name];
				return () => {
					calls.push(String(name));
					if (name === 'fillRect') fills.push(String(target['fillStyle']));
				};
			}
		});
		// A stand-in for the browser's canvas, which does not exist here.
		return { ctx: ctx as unknown as CanvasRenderingContext2D, calls, fills };
	}

	it('S9: leaves the canvas alone below five cards', () => {
		const { ctx, calls } = canvas();
		const few = { x: 0, y: 0, width: 50, height: 40, parts: { safe: 2, mixed: 1, unsafe: 1 } };
		drawCell(ctx, few);
		drawWide(ctx, few);
		expect(calls).toEqual([]);
	});

	it('M3: gives each part its colour, with a white line between parts', () => {
		const { ctx, calls, fills } = canvas();
		drawCell(ctx, { x: 0, y: 0, width: 50, height: 40, parts: { safe: 5, mixed: 0, unsafe: 5 } });
		expect(fills).toEqual(['#0A8F8F', '#8C0F3A', '#FFFFFF']);
		expect(calls.filter((call) => call === 'save')).toHaveLength(calls.filter((call) => call === 'restore').length);
	});
});
