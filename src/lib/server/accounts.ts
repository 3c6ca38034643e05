/*
 * Staff accounts: who may sign in, with an email address and a passphrase. Hashing, sessions and cookies are Better Auth's;
 * this file settles how it is used and keeps its words and errors out of everywhere else. It is used through `auth.api`
 * from form actions and never mounted at an address of its own, so a browser carries nothing of it and nobody can sign up
 * at it from outside: an account is made only by redeeming a link.
 *
 * Students have no accounts, and nothing of theirs is in this database. Logs hold no addresses: the library's own log is shut.
 */
import path from 'node:path';
import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { z } from 'zod';
import { cleanText } from '../summit/clean-text.ts';
import { readCookies } from './accounts/cookies.ts';
import type { SessionCookie } from './accounts/cookies.ts';
import { passphraseFault, PASSPHRASE_LEAST, PASSPHRASE_MOST } from './accounts/passphrase.ts';
import { accountRefusal, waitRefusal } from './accounts/refusals.ts';
import type { AccountRefusal } from './accounts/refusals.ts';
import { knownBrowsers } from './accounts/known-browser.ts';
import { countTries } from './accounts/tries.ts';
import { atMost, TooManyWaiting } from './at-most.ts';
import type { ClockPort } from './clock.ts';
import { connectSound } from './store/sqlite.ts';

export type { SessionCookie } from './accounts/cookies.ts';
export type { AccountCode, AccountRefusal } from './accounts/refusals.ts';

export interface AccountsParts {
	dataDir: string;
	/** 32 bytes; everybody is signed out when it changes. */
	secret: Uint8Array;
	/** The kit's own address, an origin. */
	baseURL: string;
	trustedOrigins: string[];
	/** Cookies are for TLS only. */
	secure: boolean;
	clock: ClockPort;
}

export interface Account {
	account: string;
	name: string;
	email: string;
}

/** Which session this is, and when it ends by itself (milliseconds since 1970). */
export interface SessionSpan {
	id: string;
	endsAt: number;
}

export interface Accounts {
	/** Whose browser this is, or null. */
	session(headers: Headers): Promise<Account | null>;
	/** The same with the session itself: `quietly` asks without making it last longer. */
	current(q: { headers: Headers; quietly: boolean }): Promise<(Account & { session: SessionSpan }) | null>;
	/** Where an account's owner is written to, or null when there is no such account. */
	emailOf(account: string): Promise<string | null>;
	/** Whether there is an account at all. */
	any(): Promise<boolean>;
	/** What is wrong with these three, or null; also whether the email address is taken. Makes nothing. */
	check(given: NewAccount): Promise<AccountRefusal | null>;
	/** Makes an account. Whoever calls this has redeemed a link first: an account may start summits. */
	register(given: NewAccount): Promise<{ ok: true; account: Account } | AccountRefusal>;
	/** The cookies are for the answer to this request; `headers` are the request's own. */
	signIn(given: {
		email: string;
		passphrase: string;
		headers?: Headers;
	}): Promise<{ ok: true; account: Account; cookies: SessionCookie[] } | AccountRefusal>;
	/** Ends the session in the database too, and answers the cookies that clear the browser's. */
	signOut(headers: Headers): Promise<SessionCookie[]>;
	close(): Promise<void>;
}

export interface NewAccount {
	name: string;
	email: string;
	passphrase: string;
}

const Email = z.email().max(254);
const MOST_HASHES = { running: 4, waiting: 100 };

/** Opens `accounts.db` under `dataDir`, made and brought to the newest shape where needed. */
export async function createAccounts(parts: AccountsParts): Promise<Accounts> {
	const database = connectSound(path.join(parts.dataDir, 'accounts.db'));
	const hashes = atMost(MOST_HASHES);
	const tries = countTries(parts.clock);
	const known = knownBrowsers(parts);
	const options = {
		database,
		secret: Buffer.from(parts.secret).toString('base64'),
		baseURL: parts.baseURL,
		trustedOrigins: parts.trustedOrigins,
		appName: 'Student Safety Summit',
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: PASSPHRASE_LEAST,
			maxPasswordLength: PASSPHRASE_MOST,
			password: {
				// Each hash takes 32 MB and a good part of a second: a flood of tries must not starve the room.
				hash: (password: string) => hashes.run(() => hashPassword(password)),
				verify: (given: { hash: string; password: string }) => hashes.run(() => verifyPassword(given))
			}
		},
		session: {
			modelName: 'staffSession',
			expiresIn: 43_200,
			updateAge: 3_600,
			freshAge: 600,
			cookieCache: { enabled: false }
		},
		user: { modelName: 'staffUser' },
		account: { modelName: 'staffAccount' },
		verification: { modelName: 'staffVerification' },
		// Its own limiter counts addresses, which one school shares and an attacker forges. Ours counts accounts (L6).
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'staff',
			useSecureCookies: parts.secure,
			ipAddress: { disableIpTracking: true }
		},
		logger: { disabled: true },
		telemetry: { enabled: false }
		// A second step (TOTP) and OpenID Connect join here as plugins; signIn then gains an answer that asks for more.
	};

	try {
		await (await getMigrations(options)).runMigrations();
	} catch (problem) {
		database.close();
		throw problem;
	}
	const auth = betterAuth(options);
	const kept = (await auth.$context).internalAdapter;

	async function check(given: NewAccount): Promise<AccountRefusal | null> {
		if (given.name === '' || given.name.length > 120) return accountRefusal('name_missing');
		if (!Email.safeParse(given.email).success) return accountRefusal('email_unreadable');
		const fault = passphraseFault(given);
		if (fault) return fault;
		return (await kept.findUserByEmail(given.email)) === null ? null : accountRefusal('email_taken');
	}

	return {
		async session(headers) {
			const found = await auth.api.getSession({ headers });
			return found === null ? null : toAccount(found.user);
		},

		async current({ headers, quietly }) {
			const found = await auth.api.getSession({ headers, query: { disableRefresh: quietly } });
			if (found === null) return null;
			const { id, expiresAt } = found.session;
			return { ...toAccount(found.user), session: { id, endsAt: expiresAt.getTime() } };
		},

		async emailOf(account) {
			return (await kept.findUserById(account))?.email ?? null;
		},

		async any() {
			const [first] = await kept.listUsers(1);
			return first !== undefined;
		},

		check: (given) => check(tidy(given)),

		async register(given) {
			const tidied = tidy(given);
			const fault = await check(tidied);
			if (fault) return fault;
			const { name, email, passphrase } = tidied;
			const password = await inTime(() => hashes.run(() => hashPassword(passphrase)));
			if (password === null) return accountRefusal('accounts_busy');
			// The library's own sign-up is shut, so these are its two steps, with one taken back when the other fails.
			const user = await kept.createUser({ name, email, emailVerified: false }, { method: 'email-password' });
			try {
				await kept.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password });
			} catch (problem) {
				await kept.deleteUser(user.id);
				throw problem;
			}
			return { ok: true, account: toAccount(user) };
		},

		async signIn({ email, passphrase, headers: sent = new Headers() }) {
			const wanted = email.trim().toLowerCase();
			const browser = known.nameOf(sent, wanted);
			const wait = tries.begin(wanted, browser);
			if (wait > 0) return waitRefusal(Math.ceil(wait / 1000));
			try {
				const body = { email: wanted, password: passphrase.normalize('NFC') };
				const { headers, response } = await auth.api.signInEmail({ body, returnHeaders: true });
				tries.succeeded(wanted, browser);
				// One that is known keeps its name, and with it its count.
				const cookies = [...readCookies(headers), ...(browser === null ? [known.cookie(wanted)] : [])];
				return { ok: true, account: toAccount(response.user), cookies };
			} catch (problem) {
				if (problem instanceof TooManyWaiting) return accountRefusal('accounts_busy');
				// An address nobody could have, a wrong one and a wrong passphrase are answered alike.
				if (isAPIError(problem) && problem.statusCode < 500) return accountRefusal('sign_in_failed');
				throw problem;
			}
		},

		async signOut(headers) {
			const { headers: set } = await auth.api.signOut({ headers, returnHeaders: true });
			return readCookies(set);
		},

		async close() {
			database.close();
		}
	};
}

function tidy({ name, email, passphrase }: NewAccount): NewAccount {
	// Normalised, so that the same words typed on another keyboard are the same passphrase.
	return { name: cleanText(name), email: email.trim().toLowerCase(), passphrase: passphrase.normalize('NFC') };
}

function toAccount({ id, name, email }: { id: string; name: string; email: string }): Account {
	return { account: id, name, email };
}

async function inTime<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (problem) {
		if (problem instanceof TooManyWaiting) return null;
		throw problem;
	}
}
