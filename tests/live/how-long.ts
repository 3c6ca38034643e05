/**
 * Tests that kill, starve and cut off a kit come in two lengths: short with `npm test`, where each takes seconds, and long
 * with `npm run test:long`. Both are the same test with other numbers, so the long form never tells another story.
 */
export const LONG = process.env['LONG'] === '1';

/** How many times, or how much, in this run. */
export function many({ short, long }: { short: number; long: number }): number {
	return LONG ? long : short;
}

/** Milliseconds a test may take: so many in the short form, and half an hour in the long one. */
export function timeout(short: number): number {
	return LONG ? 1_800_000 : short;
}
