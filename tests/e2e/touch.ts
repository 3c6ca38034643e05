/** Real fingers through the browser's own door (CDP): Playwright's touchscreen only taps. */
import type { CDPSession, Locator, Page } from '@playwright/test';

export type Spot = readonly [x: number, y: number];

export class Fingers {
	readonly #page: Page;
	#line: CDPSession | null = null;

	constructor(page: Page) {
		this.#page = page;
	}

	async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Spot[]): Promise<void> {
		this.#line ??= await this.#page.context().newCDPSession(this.#page);
		const touchPoints = at.map(([x, y], id) => ({ x, y, id }));
		await this.#line.send('Input.dispatchTouchEvent', { type, touchPoints });
	}

	/** Each finger goes along its own spots, all at the same pace. */
	async drag(...ways: (readonly Spot[])[]): Promise<void> {
		const at = (step: number): Spot[] => ways.map((way) => way[Math.min(step, way.length - 1)] ?? [0, 0]);
		// Fingers come down one after the other, as they do.
		for (let finger = 1; finger <= ways.length; finger += 1) await this.#touch('touchStart', at(0).slice(0, finger));
		const most = Math.max(...ways.map((way) => way.length));
		for (let step = 1; step < most; step += 1) {
			// A finger passes through what lies between.
			const [from, to] = [at(step - 1), at(step)];
			for (const part of [0.25, 0.5, 0.75, 1]) {
				const between = from.map(([x, y], finger): Spot => {
					const [toX, toY] = to[finger] ?? [x, y];
					return [x + (toX - x) * part, y + (toY - y) * part];
				});
				await this.#touch('touchMove', between);
			}
		}
		await this.#touch('touchEnd', []);
	}
}

/** Positions inside an element, as parts of its width and height. */
export async function inside(at: Locator): Promise<(x: number, y: number) => Spot> {
	const box = await at.boundingBox();
	if (!box) throw new Error('It is not on the screen');
	return (x, y) => [box.x + box.width * x, box.y + box.height * y];
}
