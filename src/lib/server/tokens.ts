/** Bearer tokens: 32 random bytes that only a cookie or a mailed link holds; the kit keeps their hash (S1, P4). */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Where what nobody may guess comes from; tests bring their own. */
export interface Chance {
	id: () => string;
	draw: (below: number) => number;
}

export function freshToken(): string {
	return randomBytes(32).toString('base64url');
}
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** Ids of 128 random bits, and numbers without bias. */
export const chance: Chance = {
	id: () => randomBytes(16).toString('base64url'),
	draw: (below) => randomInt(below)
};
