/*
 * The second step: a code from an app on the person's own phone, after the passphrase or a provider's sign-in. Whoever only
 * learnt a safeguarding lead's passphrase reads no worry (S7). A code counts once; wrong ones are counted for the account and
 * for each browser known to it, so that nobody with the passphrase can keep the person out (L6). Nothing remembers a
 * browser instead of asking: the laptop in the hall is everybody's.
 *
 * The key offered while an app is set up is worked out from the kit's secret and the session, so nothing is stored before a
 * code has proven that the app has it, and a page loaded again offers the same one.
 */
import { createHmac } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import type { ClockPort } from '../clock.ts';
import type { SessionCookie } from './cookies.ts';
import type { Engine, StepRecord } from './engine.ts';
import type { KnownBrowsers } from './known-browser.ts';
import { fingerprint, freshCodes } from './recovery.ts';
import { accountRefusal, waitRefusal } from './refusals.ts';
import type { AccountRefusal } from './refusals.ts';
import type { Found, Sessions } from './sessions.ts';
import { appAddress, keyInLetters, stepOf } from './totp.ts';
import { CODES, countTries } from './tries.ts';

const MODEL = 'secondStep';
const KIT = 'Student Safety Summit';
const Fingerprints = z.array(z.string());
const Sealed = z.tuple([z.string(), z.string()]);

/** What an app is set up with. */
export interface Offer {
	/** For the QR code. */
	address: string;
	/** The same key to type by hand. */
	letters: string;
}

/** Where a browser stands, for the page that leads on. */
export type Standing =
	| { at: 'nobody' }
	/** The passphrase was right and the account has no second step yet. */
	| { at: 'set-up'; here: Found; offer: Offer }
	/** A code is asked for: the first of this session, or a fresh one. */
	| { at: 'code'; here: Found }
	/** Passed within the last ten minutes. `offer` is for setting it up anew; `left` recovery codes are unused. */
	| { at: 'passed'; here: Found; offer: Offer; left: number }
	/** The kit asks for none. */
	| { at: 'not-asked'; here: Found };

export interface SecondStep {
	standing(headers: Headers): Promise<Standing>;
	/**
	 * Takes a code of the app or an unused recovery code. `left` counts the recovery codes still unused, when one was used.
	 * Refuses `code_wrong`, `code_used`, `code_wait`, `not_signed_in`.
	 */
	pass(q: {
		headers: Headers;
		code: string;
	}): Promise<{ ok: true; cookies: SessionCookie[]; left: number | null } | AccountRefusal>;
	/**
	 * Keeps the offered key once a code of it was typed, and answers recovery codes to be shown this once. Setting it up anew
	 * needs a fresh second step and ends the account's other sessions. Refuses `code_wrong`, `needs_second_step`, `not_signed_in`.
	 */
	confirm(q: {
		headers: Headers;
		code: string;
	}): Promise<{ ok: true; cookies: SessionCookie[]; codes: string[] } | AccountRefusal>;
	/** New recovery codes; the old ones open nothing more. Needs a fresh second step. */
	newCodes(headers: Headers): Promise<{ ok: true; codes: string[] } | AccountRefusal>;
	/** How many recovery codes are unused; null where no second step is set up. */
	left(account: string): Promise<number | null>;
}

interface SecondStepParts {
	engine: Engine;
	sessions: Sessions;
	known: KnownBrowsers;
	clock: ClockPort;
	secret: Uint8Array;
	/** Whether it is asked for at all. */
	asked: boolean;
}

export function createSecondStep({ engine, sessions, known, clock, secret, asked }: SecondStepParts): SecondStep {
	const { adapter } = engine;
	const tries = countTries(clock, CODES);

	const recordOf = (account: string): Promise<StepRecord | null> =>
		adapter.findOne<StepRecord>({ model: MODEL, where: [{ field: 'userId', value: account }] });

	/** The key this session is offered: another one in each session, and once one was kept. */
	function offeredKey(here: Found, record: StepRecord | null): Uint8Array {
		const about = ['second step', here.id, here.account.account, record?.setAt ?? null];
		return createHmac('sha256', secret).update(JSON.stringify(about)).digest().subarray(0, 20);
	}
	function offer(here: Found, record: StepRecord | null): Offer {
		const key = offeredKey(here, record);
		return { address: appAddress({ key, kit: KIT, email: here.account.email }), letters: keyInLetters(key) };
	}

	/** Sealed with its account, so that rows cannot be swapped. */
	const seal = (account: string, key: Uint8Array): Promise<string> =>
		symmetricEncrypt({ key: engine.secret, data: JSON.stringify([account, Buffer.from(key).toString('base64')]) });
	async function unseal(record: StepRecord): Promise<Uint8Array> {
		const opened = await symmetricDecrypt({ key: engine.secret, data: record.secret });
		const [account, key] = Sealed.parse(JSON.parse(opened));
		if (account !== record.userId) throw new Error('A second step stands under another account.');
		return Buffer.from(key, 'base64');
	}

	const codesLeft = (record: StepRecord): string[] => Fingerprints.parse(JSON.parse(record.recovery));
	function makeCodes(account: string): { codes: string[]; recovery: string } {
		const codes = freshCodes();
		return { codes, recovery: JSON.stringify(codes.map((code) => fingerprint({ secret, account, code }))) };
	}

	/** A code of the app: each thirty seconds count once, and none before the latest that did. */
	async function byApp(record: StepRecord, code: string): Promise<AccountRefusal | null> {
		const step = await stepOf({ key: await unseal(record), code, now: clock.now() });
		if (step === null) return accountRefusal('code_wrong');
		const where = [
			{ field: 'id', value: record.id },
			{ field: 'lastStep', operator: 'lt' as const, value: step }
		];
		const taken = await adapter.incrementOne<StepRecord>({
			model: MODEL,
			where,
			increment: {},
			set: { lastStep: step }
		});
		return taken === null ? accountRefusal('code_used') : null;
	}

	/** The number of codes left after this one, or null when it is none of them. */
	async function byRecovery(record: StepRecord, code: string): Promise<number | null> {
		const before = codesLeft(record);
		const used = fingerprint({ secret, account: record.userId, code });
		const left = before.filter((one) => one !== used);
		if (left.length === before.length) return null;
		const where = [
			{ field: 'id', value: record.id },
			{ field: 'recovery', value: record.recovery }
		];
		const set = { recovery: JSON.stringify(left) };
		return (await adapter.incrementOne<StepRecord>({ model: MODEL, where, increment: {}, set })) ? left.length : null;
	}

	async function findHere(headers: Headers): Promise<Found | null> {
		return sessions.find({ headers, quietly: false });
	}

	return {
		async standing(headers) {
			const here = await findHere(headers);
			if (here === null) return { at: 'nobody' };
			if (!asked) return { at: 'not-asked', here };
			const record = await recordOf(here.account.account);
			if (record === null) return { at: 'set-up', here, offer: offer(here, record) };
			if (!here.fresh) return { at: 'code', here };
			return { at: 'passed', here, offer: offer(here, record), left: codesLeft(record).length };
		},

		async pass({ headers, code }) {
			const here = await findHere(headers);
			const record = here && asked ? await recordOf(here.account.account) : null;
			if (here === null || record === null) return accountRefusal('not_signed_in');
			const { account, email } = here.account;
			const browser = known.nameOf(headers, email);
			const wait = tries.begin(account, browser);
			if (wait > 0) return waitRefusal('code_wait', Math.ceil(wait / 1000));
			const typed = code.normalize('NFKC').replace(/[\s-]/g, '');
			let left: number | null = null;
			if (/^\d{6}$/.test(typed)) {
				const refused = await byApp(record, typed);
				if (refused) return refused;
			} else {
				left = await byRecovery(record, typed);
				if (left === null) return accountRefusal('code_wrong');
			}
			tries.succeeded(account, browser);
			// One that is known keeps its name, and with it its count. Nobody becomes known by a passphrase alone.
			const cookies = [...(await sessions.passed(here)), ...(browser === null ? [known.cookie(email)] : [])];
			return { ok: true, cookies, left };
		},

		async confirm({ headers, code }) {
			const here = await findHere(headers);
			if (here === null || !asked) return accountRefusal('not_signed_in');
			const { account, email } = here.account;
			const before = await recordOf(account);
			if (before !== null && !here.fresh) return accountRefusal('needs_second_step');
			const key = offeredKey(here, before);
			const lastStep = await stepOf({ key, code: code.normalize('NFKC').replace(/[\s-]/g, ''), now: clock.now() });
			if (lastStep === null) return accountRefusal('code_wrong');
			const { codes, recovery } = makeCodes(account);
			const kept = { secret: await seal(account, key), setAt: clock.now(), lastStep, recovery };
			if (before === null) {
				try {
					await adapter.create({ model: MODEL, data: { userId: account, ...kept } });
				} catch (problem) {
					// An account has one; somebody else with its passphrase was faster.
					if ((await recordOf(account)) === null) throw problem;
					return accountRefusal('needs_second_step');
				}
			} else {
				const where = [
					{ field: 'id', value: before.id },
					{ field: 'setAt', value: before.setAt }
				];
				// Set up anew in another tab meanwhile: that one stands.
				if (!(await adapter.incrementOne<StepRecord>({ model: MODEL, where, increment: {}, set: kept })))
					return accountRefusal('needs_second_step');
				await sessions.end(here, 'others');
			}
			const browser = known.nameOf(headers, email);
			const cookies = [...(await sessions.passed(here)), ...(browser === null ? [known.cookie(email)] : [])];
			return { ok: true, cookies, codes };
		},

		async newCodes(headers) {
			const here = await findHere(headers);
			const record = here && asked ? await recordOf(here.account.account) : null;
			if (here === null || record === null) return accountRefusal('not_signed_in');
			if (!here.fresh) return accountRefusal('needs_second_step');
			const { codes, recovery } = makeCodes(here.account.account);
			await adapter.update({ model: MODEL, where: [{ field: 'id', value: record.id }], update: { recovery } });
			return { ok: true, codes };
		},

		async left(account) {
			const record = asked ? await recordOf(account) : null;
			return record && codesLeft(record).length;
		}
	};
}
