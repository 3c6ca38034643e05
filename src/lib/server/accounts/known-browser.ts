/*
 * Browsers that signed in to an account before. Their tries are counted apart from everybody else's: a stranger who types
 * wrong passphrases for a safeguarding lead's address all day makes strangers wait, and not the lead's own laptop. The
 * cookie proves nothing else and signs nobody in; it holds no address, and each browser's is its own.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieIn } from '../cookie-header.ts';
import type { SessionCookie } from './cookies.ts';

const NAME = 'staff.known';
/** Seconds: from one summit to the next one. */
const HALF_A_YEAR = 180 * 24 * 3600;

export interface KnownBrowsers {
	/** The name of this browser, when it signed in to the account with this address before; null for strangers. */
	nameOf(headers: Headers, email: string): string | null;
	/** What a browser keeps once it has signed in. */
	cookie(email: string): SessionCookie;
}

export function knownBrowsers({ secret, secure }: { secret: Uint8Array; secure: boolean }): KnownBrowsers {
	const sign = (browser: string, email: string): Buffer =>
		createHmac('sha256', secret)
			.update(JSON.stringify(['known browser', browser, email]))
			.digest();

	return {
		nameOf(headers, email) {
			const [browser = '', given = ''] = (cookieIn(headers, NAME) ?? '').split('.');
			const [right, shown] = [sign(browser, email), Buffer.from(given, 'base64url')];
			return shown.length === right.length && timingSafeEqual(shown, right) ? browser : null;
		},
		cookie(email) {
			const browser = randomBytes(16).toString('hex');
			const value = `${browser}.${sign(browser, email).toString('base64url')}`;
			return { name: NAME, value, maxAge: HALF_A_YEAR, secure, httpOnly: true, sameSite: 'lax', path: '/' };
		}
	};
}
