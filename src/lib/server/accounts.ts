/*
 * Staff accounts: who may sign in, with an email address, a passphrase and a second step. Hashing, sessions and cookies are
 * Better Auth's; this folder settles how it is used and keeps its words and errors out of everywhere else. It is used
 * through `auth.api` from form actions and never mounted at an address of its own, so a browser carries nothing of it and
 * nobody can sign up at it from outside: an account is made only by redeeming a link.
 *
 * `session` and `current` answer only what is whole (`accounts/sessions.ts`): who asks them need not think of the second step.
 *
 * Students have no accounts, and nothing of theirs is in this database. Logs hold no addresses: the library's own log is shut.
 */
import path from 'node:path';
import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { cleanText } from '../summit/clean-text.ts';
import { readCookies } from './accounts/cookies.ts';
import type { SessionCookie } from './accounts/cookies.ts';
import { openEngine } from './accounts/engine.ts';
import { knownBrowsers } from './accounts/known-browser.ts';
import { passphraseFault } from './accounts/passphrase.ts';
import { accountRefusal, waitRefusal } from './accounts/refusals.ts';
import type { AccountRefusal } from './accounts/refusals.ts';
import { createSecondStep } from './accounts/second-step.ts';
import type { SecondStep } from './accounts/second-step.ts';
import { createSessions } from './accounts/sessions.ts';
import type { Account, OpenSession } from './accounts/sessions.ts';
import { countTries, PASSPHRASES } from './accounts/tries.ts';
import { TooManyWaiting } from './at-most.ts';
import type { ClockPort } from './clock.ts';

export type { SessionCookie } from './accounts/cookies.ts';
export type { AccountCode, AccountRefusal } from './accounts/refusals.ts';
export type { Account } from './accounts/sessions.ts';

export interface AccountsParts {
	dataDir: string;
	/** 32 bytes; everybody is signed out when it changes, and every second step has to be set up anew. */
	secret: Uint8Array;
	/** The kit's own address, an origin. */
	baseURL: string;
	trustedOrigins: string[];
	/** Cookies are for TLS only. */
	secure: boolean;
	/** Whether staff pass a second step. */
	secondFactor: boolean;
	clock: ClockPort;
}

/** Which session this is, and when it ends by itself (milliseconds since 1970). */
export interface SessionSpan {
	id: string;
	endsAt: number;
}

export interface Accounts {
	/** Whose browser this is, or null; null too while its second step is not passed. */
	session(headers: Headers): Promise<Account | null>;
	/** The same with the session itself: `quietly` asks without making it last longer. */
	current(q: { headers: Headers; quietly: boolean }): Promise<(Account & { session: SessionSpan }) | null>;
	/** Whether this browser passed its second step within the last ten minutes, as giving roles needs; true where none is asked for. */
	fresh(headers: Headers): Promise<boolean>;
	secondStep: SecondStep;
	/** Where an account's owner is written to, or null when there is no such account. */
	emailOf(account: string): Promise<string | null>;
	/** Whether there is an account at all. */
	any(): Promise<boolean>;
	/** What is wrong with these, or null; also whether the email address is taken. Makes nothing. */
	check(given: NewAccount): Promise<AccountRefusal | null>;
	/** Makes an account. Whoever calls this has redeemed a link first: an account may start summits. */
	register(given: NewAccount): Promise<{ ok: true; account: Account } | AccountRefusal>;
	/** The cookies are for the answer to this request; `headers` are the request's own. The second step comes after. */
	signIn(given: {
		email: string;
		passphrase: string;
		headers?: Headers;
	}): Promise<{ ok: true; account: Account; cookies: SessionCookie[] } | AccountRefusal>;
	/**
	 * Signs in an account there is already whose email address somebody trusted has verified. Refuses `provider_unknown`; never
	 * makes an account. The second step comes after here too.
	 */
	signInVerified(email: string): Promise<{ ok: true; cookies: SessionCookie[] } | AccountRefusal>;
	/** Ends the session in the database too, and answers the cookies that clear the browser's. */
	signOut(headers: Headers): Promise<SessionCookie[]>;
	/** Where this account is signed in; null for nobody. */
	sessions(headers: Headers): Promise<OpenSession[] | null>;
	/** Ends one of them by its id, or all but this browser's. Answers how many. */
	endSessions(q: { headers: Headers; which: { id: string } | 'others' }): Promise<number>;
	/** Asks the old one, and ends every other session. Refuses `passphrase_…`, `sign_in_wait`, `not_signed_in`, `accounts_busy`. */
	changePassphrase(given: {
		headers: Headers;
		old: string;
		passphrase: string;
		about: readonly string[];
	}): Promise<{ ok: true } | AccountRefusal>;
	/** Hears the ids of sessions that were ended from elsewhere. */
	onEnded(listener: (ids: readonly string[]) => void): void;
	close(): Promise<void>;
}

export interface NewAccount {
	name: string;
	email: string;
	passphrase: string;
	/** Names of their schools and summits, which no passphrase may consist of. */
	about?: readonly string[];
}

const Email = z.email().max(254);

/** Opens `accounts.db` under `dataDir`, made and brought to the newest shape where needed. */
export async function createAccounts(parts: AccountsParts): Promise<Accounts> {
	const { clock, secret, secondFactor } = parts;
	const engine = await openEngine({ ...parts, file: path.join(parts.dataDir, 'accounts.db') });
	const { auth, kept, passwords } = engine;
	const tries = countTries(clock, PASSPHRASES);
	const known = knownBrowsers(parts);
	const sessions = createSessions({ engine, clock, secondFactor });
	const secondStep = createSecondStep({ engine, sessions, known, clock, secret, asked: secondFactor });

	const whole = async (headers: Headers, quietly = false) => {
		const found = await sessions.find({ headers, quietly });
		return found?.whole ? found : null;
	};

	async function check(given: NewAccount): Promise<AccountRefusal | null> {
		if (given.name === '' || given.name.length > 120) return accountRefusal('name_missing');
		if (!Email.safeParse(given.email).success) return accountRefusal('email_unreadable');
		const fault = passphraseFault(given);
		if (fault) return fault;
		return (await kept.findUserByEmail(given.email)) === null ? null : accountRefusal('email_taken');
	}

	return {
		session: async (headers) => (await whole(headers))?.account ?? null,

		async current({ headers, quietly }) {
			const found = await whole(headers, quietly);
			return found && { ...found.account, session: { id: found.id, endsAt: found.endsAt } };
		},

		fresh: async (headers) => (await whole(headers))?.fresh ?? !secondFactor,

		secondStep,
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
			const password = await inTime(() => passwords.hashNew(passphrase));
			if (password === null) return accountRefusal('accounts_busy');
			// The library's own sign-up is shut, so these are its two steps, with one taken back when the other fails.
			const user = await kept.createUser({ name, email, emailVerified: false }, { method: 'email-password' });
			try {
				await kept.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password });
			} catch (problem) {
				await kept.deleteUser(user.id);
				throw problem;
			}
			return { ok: true, account: { account: user.id, name, email } };
		},

		async signIn({ email, passphrase, headers: sent = new Headers() }) {
			const wanted = email.trim().toLowerCase();
			const browser = known.nameOf(sent, wanted);
			const wait = tries.begin(wanted, browser);
			if (wait > 0) return waitRefusal('sign_in_wait', Math.ceil(wait / 1000));
			try {
				const body = { email: wanted, password: passphrase.normalize('NFC') };
				const { headers, response } = await auth.api.signInEmail({ body, returnHeaders: true });
				tries.succeeded(wanted, browser);
				// Where a code is asked for, only the code makes a browser known: its own count is worth guessing for.
				const knows = secondFactor || browser !== null ? [] : [known.cookie(wanted)];
				const { id: account, name } = response.user;
				return { ok: true, account: { account, name, email: wanted }, cookies: [...readCookies(headers), ...knows] };
			} catch (problem) {
				if (problem instanceof TooManyWaiting) return accountRefusal('accounts_busy');
				// An address nobody could have, a wrong one and a wrong passphrase are answered alike.
				if (isAPIError(problem) && problem.statusCode < 500) return accountRefusal('sign_in_failed');
				throw problem;
			}
		},

		async signInVerified(email) {
			const found = await kept.findUserByEmail(email.trim().toLowerCase());
			if (found === null) return accountRefusal('provider_unknown');
			return { ok: true, cookies: await sessions.open(found.user.id) };
		},

		async signOut(headers) {
			const { headers: set } = await auth.api.signOut({ headers, returnHeaders: true });
			return readCookies(set);
		},

		async sessions(headers) {
			const here = await whole(headers);
			return here && sessions.list(here);
		},

		async endSessions({ headers, which }) {
			const here = await whole(headers);
			return here === null ? 0 : sessions.end(here, which);
		},

		async changePassphrase({ headers, old, passphrase, about }) {
			const here = await whole(headers);
			if (here === null) return accountRefusal('not_signed_in');
			const { account, name, email } = here.account;
			const browser = known.nameOf(headers, email);
			const wait = tries.begin(email, browser);
			if (wait > 0) return waitRefusal('sign_in_wait', Math.ceil(wait / 1000));
			const hash = (await kept.findAccounts(account)).find(({ providerId }) => providerId === 'credential')?.password;
			if (!hash) return accountRefusal('passphrase_wrong');
			const [before, wanted] = [old.normalize('NFC'), passphrase.normalize('NFC')];
			const right = await inTime(() => passwords.verify({ hash, password: before }));
			if (right === null) return accountRefusal('accounts_busy');
			if (!right) return accountRefusal('passphrase_wrong');
			tries.succeeded(email, browser);
			if (wanted === before) return accountRefusal('passphrase_same');
			const fault = passphraseFault({ name, email, passphrase: wanted, about });
			if (fault) return fault;
			const password = await inTime(() => passwords.hashNew(wanted));
			if (password === null) return accountRefusal('accounts_busy');
			await kept.updatePassword(account, password);
			await sessions.end(here, 'others');
			return { ok: true };
		},

		onEnded: (listener) => sessions.onEnded(listener),

		async close() {
			engine.close();
		}
	};
}

function tidy({ name, email, passphrase, about = [] }: NewAccount): NewAccount {
	// Normalised, so that the same words typed on another keyboard are the same passphrase.
	return { name: cleanText(name), email: email.trim().toLowerCase(), passphrase: passphrase.normalize('NFC'), about };
}

async function inTime<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (problem) {
		if (problem instanceof TooManyWaiting) return null;
		throw problem;
	}
}
