/** Comparing what stands on the screen with what the summit keeps, whatever order the keys came in. */

/** The value without optional texts that were left blank: an empty hint is no hint. */
export function withoutBlanks(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutBlanks);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([, part]) => part !== undefined && !isBlank(part));
	return Object.fromEntries(kept.map(([key, part]) => [key, withoutBlanks(part)]));
}

function isBlank(part: unknown): boolean {
	return typeof part === 'string' && part.trim() === '';
}

/** One text for one value: equal values give equal texts. */
export function textOf(value: unknown): string {
	return JSON.stringify(withoutBlanks(value), (_key, part: unknown) => {
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
