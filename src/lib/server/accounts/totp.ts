/*
 * Codes of six figures from an app on somebody's phone (TOTP, RFC 6238: SHA-1, thirty seconds), as every such app makes
 * them. The figures are the library's; which of them count, and when, is settled here.
 */
import { timingSafeEqual } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';

/** Milliseconds one code stands. */
const PERIOD = 30_000;
/** A phone's clock may be one code behind or ahead. */
const SKEW = 1;

/** The number of the thirty seconds that `code` belongs to, or null when it is none that counts at `now` (milliseconds). */
export async function stepOf({
	key,
	code,
	now
}: {
	key: Uint8Array;
	code: string;
	now: number;
}): Promise<number | null> {
	const otp = createOTP(key);
	const middle = Math.floor(now / PERIOD);
	let found: number | null = null;
	for (let step = Math.max(0, middle - SKEW); step <= middle + SKEW; step += 1)
		if (same(await otp.hotp(step), code)) found = step;
	return found;
}

/** The address that an app reads from a QR code. */
export function appAddress({ key, kit, email }: { key: Uint8Array; kit: string; email: string }): string {
	return createOTP(key).url(kit, email);
}

/** The key in letters to type, in fours: `ABCD EFGH …`. */
export function keyInLetters(key: Uint8Array): string {
	return (base32.encode(key, { padding: false }).match(/.{1,4}/g) ?? []).join(' ');
}

function same(right: string, given: string): boolean {
	const [a, b] = [Buffer.from(right), Buffer.from(given)];
	return a.length === b.length && timingSafeEqual(a, b);
}
