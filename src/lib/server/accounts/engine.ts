/*
 * Better Auth as this kit uses it: which tables, how long a session lasts, what is switched off; and the one thing it is
 * taught, a session that knows when its second step was passed. Nothing outside `accounts/` sees it.
 *
 * Its own two-factor plugin is not used: it has a code count twice within its minute, asks only after passphrases and not
 * after a provider's sign-in, and does not tell when a session last passed (docs/decisions/0017-second-step.md). Its parts
 * are: the figures, the sealing of keys, the tables and their migrations, sessions and cookies.
 */
import { betterAuth } from 'better-auth';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { z } from 'zod';
import { atMost } from '../at-most.ts';
import type { ClockPort } from '../clock.ts';
import { connectSound } from '../store/sqlite.ts';
import { PASSPHRASE_LEAST, PASSPHRASE_MOST } from './passphrase.ts';

export interface EngineParts {
	/** The database's file. */
	file: string;
	/** 32 bytes; everybody is signed out when it changes, and every second step has to be set up anew. */
	secret: Uint8Array;
	/** The kit's own address, an origin. */
	baseURL: string;
	trustedOrigins: string[];
	/** Cookies are for TLS only. */
	secure: boolean;
	clock: ClockPort;
	/** Passphrases of people signing in that are hashed at once; a test may want fewer. */
	hashes?: { running: number; waiting: number };
}

/** At most four at once altogether. */
const MOST_HASHES = { running: 3, waiting: 100 };
const MOST_NEW = { running: 1, waiting: 100 };
/** Milliseconds since 1970. */
const moment = { type: 'number', bigint: true, required: false, input: false } as const;
const text = { type: 'string', required: true, input: false, returned: false } as const;

/** What somebody's codes are made with. */
export interface StepRecord {
	id: string;
	userId: string;
	/** Sealed; see `second-step.ts`. */
	secret: string;
	setAt: number;
	/** The latest thirty seconds whose code was taken. */
	lastStep: number;
	/** JSON: the fingerprints of the recovery codes that are left. */
	recovery: string;
}

const ours = {
	id: 'staff-steps',
	schema: {
		session: { fields: { begunAt: moment, usedAt: moment, secondStepAt: moment } },
		secondStep: {
			modelName: 'staffSecondStep',
			fields: {
				userId: { ...text, unique: true, references: { model: 'user', field: 'id' } },
				secret: text,
				setAt: { ...moment, required: true },
				lastStep: { ...moment, required: true },
				recovery: text
			}
		}
	},
	endpoints: {
		/** Puts the cookie of a session on the answer. Only this kit's own code can call it. */
		takeSession: createAuthEndpoint.serverOnly(
			{ method: 'POST', body: z.object({ token: z.string() }) },
			async (context) => {
				const found = await context.context.internalAdapter.findSession(context.body.token);
				if (found !== null) await setSessionCookie(context, found);
				return context.json({ found: found !== null });
			}
		)
	}
} satisfies BetterAuthPlugin;

/** Opens the database, made and brought to the newest shape where needed. */
export async function openEngine(parts: EngineParts) {
	const database = connectSound(parts.file);
	const hashes = atMost(parts.hashes ?? MOST_HASHES);
	const fresh = atMost(MOST_NEW);
	const secret = Buffer.from(parts.secret).toString('base64');
	const passwords = {
		// Each hash takes 32 MB and a good part of a second: a flood of tries must not starve the room.
		hash: (password: string) => hashes.run(() => hashPassword(password)),
		verify: (given: { hash: string; password: string }) => hashes.run(() => verifyPassword(given)),
		// In a line of its own: whoever spent a link to choose one must not lose it to a flood at the sign-in form.
		hashNew: (password: string) => fresh.run(() => hashPassword(password))
	};
	const options = {
		database,
		secret,
		baseURL: parts.baseURL,
		trustedOrigins: parts.trustedOrigins,
		appName: 'Student Safety Summit',
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: PASSPHRASE_LEAST,
			maxPasswordLength: PASSPHRASE_MOST,
			password: { hash: passwords.hash, verify: passwords.verify }
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
		databaseHooks: {
			session: {
				create: {
					before: async (session: object) => {
						const now = parts.clock.now();
						return { data: { ...session, begunAt: now, usedAt: now } };
					}
				}
			}
		},
		// Its own limiter counts addresses, which one school shares and an attacker forges. Ours counts accounts (L6).
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'staff',
			useSecureCookies: parts.secure,
			ipAddress: { disableIpTracking: true }
		},
		logger: { disabled: true },
		telemetry: { enabled: false },
		plugins: [ours]
	};
	try {
		await (await getMigrations(options)).runMigrations();
	} catch (problem) {
		database.close();
		throw problem;
	}
	const auth = betterAuth(options);
	const { internalAdapter: kept, adapter } = await auth.$context;
	return { auth, kept, adapter, passwords, secret, close: () => void database.close() };
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;
