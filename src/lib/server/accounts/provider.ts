/*
 * Signing in with the organisation's own accounts (OpenID Connect): whoever it vouches for is let in to the account there is
 * with that email address. It never makes one, and the second step of this kit is asked for all the same.
 *
 * The library (openid-client) speaks the protocol: authorization code with PKCE, state, nonce, and the identity token's
 * signature, issuer, audience and time. What waits between the two halves (state, nonce, verifier, where to go after) lies
 * sealed in a cookie of that one browser, so nothing is stored for whoever only presses the button.
 */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import * as openid from 'openid-client';
import { z } from 'zod';
import type { ClockPort } from '../clock.ts';
import { cookieIn } from '../cookie-header.ts';
import type { SessionCookie } from './cookies.ts';
import { accountRefusal } from './refusals.ts';
import type { AccountRefusal } from './refusals.ts';
import { onThisMachine } from './settings.ts';
import type { ProviderSettings } from './settings.ts';

const NAME = 'staff.provider';
/** Seconds between leaving for the provider and coming back. */
const AWAY = 600;
/** Seconds the provider is given to answer each question. */
const PATIENCE = 8;
/** The one address the provider may send people back to, below the kit's own. */
export const CALLBACK = '/staff/sign-in/callback';

const Waiting = z.strictObject({
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	next: z.string(),
	/** Milliseconds since 1970. */
	begunAt: z.number()
});
/** Microsoft's tokens have no `email_verified`; `xms_edov` says that the domain of the address was proven to be the tenant's. */
const Claims = z.object({
	email: z.email().max(254),
	email_verified: z.unknown().optional(),
	xms_edov: z.unknown().optional()
});

export interface Provider {
	/** For the button. */
	name: string;
	/** The origin the provider sends people back to: at another address of the kit the button would lead nowhere. */
	home: string;
	/** Where the provider asks who somebody is, and the cookie to hold meanwhile. Refuses `provider_away`. */
	leave(q: { next: string }): Promise<{ ok: true; address: string; cookie: SessionCookie } | AccountRefusal>;
	/**
	 * What the provider says of whoever came back: an email address it vouches for. Refuses `provider_stale` when this browser
	 * did not begin it, `provider_refused`, `provider_unverified`, `provider_away`. The cookie is used up either way.
	 */
	comeBack(q: {
		headers: Headers;
		query: string;
	}): Promise<({ ok: true; email: string } | AccountRefusal) & { next: string; cookie: SessionCookie }>;
}

interface ProviderParts {
	settings: ProviderSettings;
	/** The kit's own address, an origin. */
	home: string;
	secure: boolean;
	secret: Uint8Array;
	clock: ClockPort;
	fault: (what: string, error: unknown) => void;
}

export function createProvider({ settings, home, secure, secret, clock, fault }: ProviderParts): Provider {
	const key = Buffer.from(secret).toString('base64');
	const back = new URL(CALLBACK, home);
	let found: Promise<openid.Configuration> | null = null;

	/** Asked once, at the first press; when it fails, again at the next. */
	function configuration(): Promise<openid.Configuration> {
		if (found !== null) return found;
		const issuer = new URL(settings.issuer);
		const execute = [openid.enableNonRepudiationChecks];
		// Plain HTTP is let through to this machine alone, which is what the settings allow too.
		if (onThisMachine(settings.issuer)) execute.push(openid.allowInsecureRequests);
		const asked = openid.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
			execute,
			timeout: PATIENCE
		});
		found = asked;
		asked.catch(() => {
			found = null;
		});
		return asked;
	}

	function cookie(value: string, maxAge: number): SessionCookie {
		return { name: NAME, value, maxAge, secure, httpOnly: true, sameSite: 'lax', path: '/' };
	}

	async function waitingIn(headers: Headers): Promise<z.output<typeof Waiting> | null> {
		const value = cookieIn(headers, NAME);
		if (value === null) return null;
		try {
			const opened: unknown = JSON.parse(await symmetricDecrypt({ key, data: decodeURIComponent(value) }));
			const waiting = Waiting.safeParse(opened);
			return waiting.success && clock.now() - waiting.data.begunAt < AWAY * 1000 ? waiting.data : null;
		} catch {
			// Somebody else's, or one from before the kit's secret changed.
			return null;
		}
	}

	/** What is wrong is the provider's or the network's where nothing came back; else somebody's answer was not right. */
	function refusalOf(problem: unknown): AccountRefusal {
		if (problem instanceof openid.AuthorizationResponseError) return accountRefusal('provider_refused');
		fault('The organisation’s sign-in could not be used.', problem);
		const answered = problem instanceof openid.ClientError || problem instanceof openid.ResponseBodyError;
		return accountRefusal(answered ? 'provider_refused' : 'provider_away');
	}

	return {
		name: settings.name,
		home: back.origin,

		async leave({ next }) {
			const waiting = {
				state: openid.randomState(),
				nonce: openid.randomNonce(),
				verifier: openid.randomPKCECodeVerifier(),
				next,
				begunAt: clock.now()
			};
			try {
				const address = openid.buildAuthorizationUrl(await configuration(), {
					redirect_uri: back.href,
					scope: 'openid email',
					state: waiting.state,
					nonce: waiting.nonce,
					code_challenge: await openid.calculatePKCECodeChallenge(waiting.verifier),
					code_challenge_method: 'S256'
				});
				const sealed = await symmetricEncrypt({ key, data: JSON.stringify(waiting) });
				return { ok: true, address: address.href, cookie: cookie(sealed, AWAY) };
			} catch (problem) {
				fault('The organisation’s sign-in could not be reached.', problem);
				return accountRefusal('provider_away');
			}
		},

		async comeBack({ headers, query }) {
			const waiting = await waitingIn(headers);
			const after = { next: waiting?.next ?? '/staff', cookie: cookie('', 0) };
			if (waiting === null) return { ...accountRefusal('provider_stale'), ...after };
			const { state, nonce, verifier } = waiting;
			const address = new URL(back);
			address.search = query;
			// Not what this browser was sent away with: nobody's answer, or another browser's.
			if (address.searchParams.get('state') !== state) return { ...accountRefusal('provider_stale'), ...after };
			try {
				const checks = {
					expectedState: state,
					expectedNonce: nonce,
					pkceCodeVerifier: verifier,
					idTokenExpected: true
				};
				const answer = await openid.authorizationCodeGrant(await configuration(), address, checks);
				const claims = Claims.safeParse(answer.claims());
				if (!claims.success || !vouched(claims.data)) return { ...accountRefusal('provider_unverified'), ...after };
				return { ok: true, email: claims.data.email, ...after };
			} catch (problem) {
				return { ...refusalOf(problem), ...after };
			}
		}
	};
}

function vouched({ email_verified: verified, xms_edov: domain }: z.output<typeof Claims>): boolean {
	if (verified !== undefined) return verified === true || verified === 'true';
	return domain === true || domain === 1 || domain === '1' || domain === 'true';
}
