/**
 * L6: a scripted guesser tries codes, links, passphrases and second steps as fast as it can, from the one address a whole
 * school shares. It gets in nowhere and learns nothing, three hundred fresh phones join meanwhile, and a staff member at their
 * own browser signs in.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { castOf } from './planted-day.ts';
import type { Cast } from './planted-day.ts';
import { Production, prepare } from './production.ts';
import { Visitor } from './visitor.ts';

const ON = { SECOND_FACTOR: '1' };
const ADA = { name: 'Ada Hill', email: 'ada@example.org', passphrase: 'brass engine and roses' };
const PHONES = 300;
/** Requests the guesser keeps open at a time, of each sort. */
const LINES = 20;

let folder: string;
let kit: Production;
let cast: Cast;
let code: string;
/** Ada's own browser: it passed the second step once, so it is known. */
let own: Visitor;
/** One of her recovery codes: two codes of an app within a minute would be one too many. */
let recovery: string;

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-guesses-'));
	cast = await castOf(folder);
	code = await prepare(
		folder,
		async (app) => {
			const made = await app.accounts.register(ADA);
			if (!made.ok) throw new Error('no account');
			return (await app.rooms.get(cast.summit))?.summit.doors.code ?? '';
		},
		ON
	);
	kit = await Production.start(folder, ON);
	own = new Visitor(kit);
	await own.signIn(ADA);
	const { body } = await own.setUp();
	[, recovery = ''] = />([2-9a-z]{5}-[2-9a-z]{5})</.exec(body) ?? [];
	await own.ask('/staff/second-step?/done', { form: {} });
	expect((await own.ask('/staff')).status).toBe(200);
	await own.send('/staff/sign-out', {});
}, 120_000);
afterAll(async () => {
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Guesses by so many lines until it is told to stop; answers what each guess was answered. */
function guessing(guess: () => Promise<string>): { stop: () => Promise<Map<string, number>> } {
	let going = true;
	const answers = new Map<string, number>();
	const lines = Array.from({ length: LINES }, async () => {
		while (going) {
			const answer = await guess();
			answers.set(answer, (answers.get(answer) ?? 0) + 1);
		}
	});
	return {
		async stop() {
			going = false;
			await Promise.all(lines);
			return answers;
		}
	};
}

/** Six digits that are not the code. */
function wrong(): string {
	for (;;) {
		const digits = String(100_000 + (randomBytes(4).readUInt32BE() % 900_000));
		if (digits !== code) return digits;
	}
}
const token = (): string => randomBytes(32).toString('base64url');
const led = (location: string | null): string =>
	location === null ? 'stays' : `leads to ${location.split('?')[0] ?? ''}`;

test('L6: codes of the second step are not guessed by whoever has the passphrase, and the person still comes in', async () => {
	const thief = new Visitor(kit);
	await thief.signIn(ADA);
	const answers: string[] = [];
	for (let count = 0; count < 30; count += 1) {
		const digits = String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0');
		answers.push(
			led((await thief.ask('/staff/second-step?/pass', { form: { code: digits } })).headers.get('location'))
		);
	}
	expect(new Set(answers)).toEqual(new Set(['stays']));
	expect((await thief.ask('/staff')).status).toBe(303);
	const { body } = await thief.ask('/staff/second-step?/pass', { form: { code: '000000' } });
	expect(body).toMatch(/wait|too many|again in/i);
	expect((await thief.ask('/staff/account')).status).toBe(303);
	expect(await own.signIn(ADA)).toContain('/staff/second-step');
	expect(await own.pass()).toBe('/staff');
	await own.send('/staff/sign-out', {});
});

test('L6: guesses at codes, links, passphrases and second steps get nowhere, and keep nobody out', async () => {
	const codes = guessing(async () => {
		const { status, headers } = await kit.ask('/', { form: { code: wrong() } });
		return `${status} ${led(headers.get('location'))}`;
	});
	const links = guessing(async () => {
		const page = ['/staff/invite/', '/staff/set-up/', '/j/', '/rehearsal/'][randomBytes(1).readUInt8() % 4] ?? '';
		const form = {
			name: 'Me',
			email: 'me@example.org',
			passphrase: 'somebody else entirely',
			school: 'northbank',
			band: '9-11'
		};
		const { status, headers, body } = await kit.ask(`${page}${token()}`, { form });
		expect(body).not.toContain('Northbank');
		return `${page} ${status < 500} ${led(headers.get('location'))}`;
	});
	const passphrases = guessing(async () => {
		const visitor = new Visitor(kit);
		return led(await visitor.send('/staff/sign-in', { email: ADA.email, passphrase: token() }));
	});

	const joining = Array.from({ length: PHONES }, async () => {
		const { status, headers } = await kit.ask(`/j/${cast.key}`, {
			form: { school: 'northbank', band: '9-11', who: 'me' }
		});
		return `${status} ${led(headers.get('location'))}`;
	});
	const joined = await Promise.all(joining);
	// Her own browser is known: the stranger's tries are not hers.
	const back = await own.signIn(ADA);
	// The right code still lets somebody in; by now only as somebody who knocks.
	const typed = await kit.ask('/', { form: { code } });
	const [fromCodes, fromLinks, fromPassphrases] = [await codes.stop(), await links.stop(), await passphrases.stop()];

	expect(new Set(joined)).toEqual(new Set([`303 leads to /s/${cast.summit}`]));
	expect(back).toContain('/staff/second-step');
	await own.ask('/staff/second-step?/pass', { form: { from: 'recovery', code: recovery } });
	expect((await own.ask('/staff/account')).status).toBe(200);
	expect(led(typed.headers.get('location'))).toMatch(/^leads to \/j\//);

	const total = (answers: Map<string, number>): number => [...answers.values()].reduce((sum, count) => sum + count, 0);
	for (const answers of [fromCodes, fromLinks, fromPassphrases]) {
		expect(total(answers)).toBeGreaterThan(LINES);
		for (const answer of answers.keys()) expect(answer).not.toMatch(/leads to \/(j|s|staff)\b/);
	}
	// Nobody but the phones came in.
	const cookie = `lead_${cast.summit}=${cast.parts.lead.token}`;
	const { body } = await kit.live('watch', {
		summit: cast.summit,
		as: 'lead',
		cookie,
		asks: [{ topic: 'run' }, { topic: 'people' }]
	});
	const [run, people] = (JSON.parse(body) as { topics: { rows: Record<string, { joined?: number }> }[] }).topics;
	expect(run?.rows['counts']?.joined).toBe(cast.cards.length + PHONES);
	expect(Object.keys(people?.rows ?? {})).toHaveLength(8);
}, 90_000);
