/*
 * Sessions: whose browser this is, whether it may do anything yet, and ending it elsewhere. A session is *whole* once its
 * second step was passed. Until then it proves nothing but that somebody knows a passphrase: it opens the page that asks for
 * the code, and no part, page, socket or file (S7). This is the one place where that is told apart.
 */
import type { ClockPort } from '../clock.ts';
import type { SessionCookie } from './cookies.ts';
import { readCookies } from './cookies.ts';
import type { Engine } from './engine.ts';

/** Milliseconds from the passphrase to the code: time to find the phone, and to set an app up the first time. */
const HALFWAY = 30 * 60_000;
/** Milliseconds between two notes that a session is in use. */
const NOTED = 60_000;
/** Milliseconds a second step counts as fresh, for giving roles to others. */
export const FRESH = 10 * 60_000;

export interface Account {
	account: string;
	name: string;
	email: string;
}

export interface Found {
	account: Account;
	id: string;
	/** What its cookie holds. Never leaves this folder. */
	token: string;
	/** When it ends by itself (milliseconds since 1970, as all of these). */
	endsAt: number;
	secondStepAt: number | null;
	whole: boolean;
	/** Whole, and its second step passed within the last ten minutes. */
	fresh: boolean;
}

/** One line of the list on the account's own page. No address, no browser: neither is kept. */
export interface OpenSession {
	id: string;
	begunAt: number;
	usedAt: number;
	/** The browser that asks. */
	here: boolean;
}

export interface Sessions {
	/** Whose browser this is, whole or halfway; null for nobody. `quietly` asks without making the session last longer. */
	find(q: { headers: Headers; quietly: boolean }): Promise<Found | null>;
	/** Everything this account is signed in with, used last first. */
	list(here: Found): Promise<OpenSession[]>;
	/** Ends one by its id, or all of the account but `here`; whoever listens is told. Answers how many there were. */
	end(here: Found, which: { id: string } | 'others'): Promise<number>;
	/** A new session of an account, with its cookies. Halfway where a second step is asked for. */
	open(account: string): Promise<SessionCookie[]>;
	/** The second step was passed now. From halfway to whole the cookie changes, so that what was halfway never opens more. */
	passed(here: Found): Promise<SessionCookie[]>;
	/** Hears the ids of sessions that were ended. */
	onEnded(listener: (ids: readonly string[]) => void): void;
}

interface SessionsParts {
	engine: Engine;
	clock: ClockPort;
	/** Whether a second step is asked for at all. */
	secondFactor: boolean;
}

export function createSessions({ engine, clock, secondFactor }: SessionsParts): Sessions {
	const { auth, kept } = engine;
	const listeners: ((ids: readonly string[]) => void)[] = [];

	/** Columns that the library's own types do not know. */
	const times = (row: object): { begunAt: number; usedAt: number; secondStepAt: number | null } => {
		const read = (name: string): number | null => {
			const value: unknown = Reflect.get(row, name);
			return value === null || value === undefined ? null : Number(value);
		};
		return { begunAt: read('begunAt') ?? 0, usedAt: read('usedAt') ?? 0, secondStepAt: read('secondStepAt') };
	};

	async function cookiesFor(token: string): Promise<SessionCookie[]> {
		const { headers } = await auth.api.takeSession({ body: { token }, returnHeaders: true });
		return readCookies(headers);
	}

	return {
		async find({ headers, quietly }) {
			const read = (disableRefresh: boolean) => auth.api.getSession({ headers, query: { disableRefresh } });
			// A full disk cannot make it last longer, and is no reason to shut out who could do something about it (L7).
			const found = quietly ? await read(true) : await read(false).catch(() => read(true));
			if (found === null) return null;
			const { id, token, expiresAt } = found.session;
			const { begunAt, usedAt, secondStepAt } = times(found.session);
			const now = clock.now();
			const whole = !secondFactor || secondStepAt !== null;
			if (!whole && now - begunAt >= HALFWAY) return null;
			if (!quietly && now - usedAt >= NOTED) await kept.updateSession(token, { usedAt: now }).catch(() => null);
			const { name, email } = found.user;
			const fresh = whole && (!secondFactor || now - (secondStepAt ?? 0) < FRESH);
			const account = { account: found.user.id, name, email };
			return { account, id, token, endsAt: expiresAt.getTime(), secondStepAt, whole, fresh };
		},

		async list(here) {
			const rows = await kept.listSessions(here.account.account);
			const open = rows.map((row) => ({ ...times(row), id: row.id }));
			return open
				.filter(({ secondStepAt }) => !secondFactor || secondStepAt !== null)
				.map(({ id, begunAt, usedAt }) => ({ id, begunAt, usedAt, here: id === here.id }))
				.sort((a, b) => b.usedAt - a.usedAt);
		},

		async end(here, which) {
			const rows = await kept.listSessions(here.account.account);
			const over = rows.filter(({ id }) => (which === 'others' ? id !== here.id : id === which.id));
			if (over.length === 0) return 0;
			await kept.deleteSessions(over.map(({ token }) => token));
			for (const tell of listeners) tell(over.map(({ id }) => id));
			return over.length;
		},

		async open(account) {
			const { token } = await kept.createSession(account);
			return cookiesFor(token);
		},

		async passed(here) {
			const now = clock.now();
			const token = here.whole
				? here.token
				: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
			await kept.updateSession(here.token, { token, secondStepAt: now, usedAt: now });
			return here.whole ? [] : cookiesFor(token);
		},

		onEnded: (listener) => void listeners.push(listener)
	};
}
