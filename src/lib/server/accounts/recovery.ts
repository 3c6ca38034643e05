/*
 * Recovery codes: for whoever has lost the phone their codes come from. Each opens the second step once. They are shown
 * when they are made and never again, because only a fingerprint under the kit's own secret is kept.
 */
import { createHmac, randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Without letters that are taken for figures. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** Of either half: with both, 49 bits. */
const HALF = 5;

export function freshCodes(): string[] {
	return Array.from({ length: RECOVERY_CODES }, () => `${freshLetters(HALF)}-${freshLetters(HALF)}`);
}

/** So many letters and figures by chance, each worth almost five bits and easy to read aloud. */
export function freshLetters(count: number): string {
	return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** As it is kept. Capitals, spaces and hyphens make no difference; the same code of another account has another one. */
export function fingerprint({ secret, account, code }: { secret: Uint8Array; account: string; code: string }): string {
	const plain = code.toLowerCase().replace(/[\s-]/g, '');
	return createHmac('sha256', secret)
		.update(JSON.stringify(['recovery code', account, plain]))
		.digest('base64url');
}
