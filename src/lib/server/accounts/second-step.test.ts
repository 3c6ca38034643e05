import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeAt } from '../../../../tests/live/authenticator.ts';
import type { Accounts } from '../accounts.ts';
import { handClock } from '../clock.ts';
import { forgetSecondStep, renewPassphrase } from './at-the-machine.ts';
import { passphraseFault } from './passphrase.ts';
import { ADA, GRACE, MINUTE, StaffBrowser, openAccounts } from './testing.ts';

let dataDir: string;
let accounts: Accounts;
let clock: ReturnType<typeof handClock>;

const open = (secondFactor = true): Promise<Accounts> => openAccounts({ dataDir, clock, secondFactor });

class Browser extends StaffBrowser {
	constructor() {
		super(() => ({ accounts, clock }));
	}
}

beforeEach(async () => {
	clock = handClock(1_800_000_000_000);
	dataDir = mkdtempSync(path.join(tmpdir(), 'second-step-'));
	accounts = await open();
	await accounts.register(ADA);
});
afterEach(async () => {
	await accounts.close();
	rmSync(dataDir, { recursive: true });
});

test('S7: a passphrase alone is nobody: the first sign-in sets a second step up, and each later one passes it', async () => {
	const first = new Browser();
	expect(await first.at()).toBe('nobody');
	await first.signIn();
	expect([await first.isIn(), await first.at()]).toEqual([false, 'set-up']);
	expect(await accounts.current({ headers: first.headers, quietly: true })).toBeNull();
	expect(await accounts.fresh(first.headers)).toBe(false);
	const halfway = new Headers(first.headers);
	const { key, codes } = await first.setUp();
	expect([await first.isIn(), await first.at()]).toEqual([true, 'passed']);
	expect(codes).toHaveLength(10);
	// What the browser held before the code opens nothing after it.
	expect(await accounts.session(halfway)).toBeNull();

	const second = new Browser();
	await second.signIn();
	expect([await second.isIn(), await second.at()]).toEqual([false, 'code']);
	expect(await accounts.secondStep.confirm({ headers: second.headers, code: '123456' })).toMatchObject({
		code: 'needs_second_step'
	});
	clock.advance(MINUTE);
	expect(await second.pass(codeAt(key, clock.now()))).toMatchObject({ ok: true, left: null });
	expect([await second.isIn(), await second.at()]).toEqual([true, 'passed']);
	expect(await first.isIn()).toBe(true);
});

test('S7: halfway ends by itself after half an hour', async () => {
	const browser = new Browser();
	await browser.signIn();
	clock.advance(30 * MINUTE - 1);
	expect(await browser.at()).toBe('set-up');
	clock.advance(1);
	expect(await browser.at()).toBe('nobody');
});

test('a page loaded again offers the same key, and no other session is offered it', async () => {
	const [browser, other] = [new Browser(), new Browser()];
	await browser.signIn();
	await other.signIn();
	const letters = async (one: Browser): Promise<string> => {
		const standing = await accounts.secondStep.standing(one.headers);
		return 'offer' in standing ? standing.offer.letters : '';
	};
	expect(await letters(browser)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
	expect(await letters(browser)).toBe(await letters(browser));
	expect(await letters(other)).not.toBe(await letters(browser));
});

test('a code counts once, one step early or late, and not further away', async () => {
	const browser = new Browser();
	await browser.signIn();
	const { key } = await browser.setUp();
	const again = new Browser();
	await again.signIn();
	// The code that set it up has been used too.
	expect(await again.pass(codeAt(key, clock.now()))).toMatchObject({ ok: false, code: 'code_used' });
	clock.advance(5 * MINUTE);
	const now = clock.now();
	for (const away of [-60_000, 60_000])
		expect(await again.pass(codeAt(key, now + away))).toMatchObject({ code: 'code_wrong' });
	const late = codeAt(key, now - 30_000);
	expect(await again.pass(`${late.slice(0, 3)} ${late.slice(3)}`)).toMatchObject({ ok: true });
	const third = new Browser();
	await third.signIn();
	expect(await third.pass(late)).toMatchObject({ code: 'code_used' });
	const both = await Promise.all([third.pass(codeAt(key, now)), third.pass(codeAt(key, now))]);
	expect(both.map((answer) => answer.ok || answer.code).sort()).toEqual(['code_used', true]);
	expect(await again.pass(codeAt(key, now + 30_000))).toMatchObject({ ok: true });
});

test('a recovery code opens the second step once, says how many are left, and is another account’s never', async () => {
	const browser = new Browser();
	await browser.signIn();
	const { codes } = await browser.setUp();
	const [one = '', two = ''] = codes;
	const lost = new Browser();
	await lost.signIn();
	expect(await lost.pass(one.toUpperCase().replace('-', ' '))).toMatchObject({ ok: true, left: 9 });
	expect(await lost.isIn()).toBe(true);
	const again = new Browser();
	await again.signIn();
	expect(await again.pass(one)).toMatchObject({ ok: false, code: 'code_wrong' });
	expect(await again.isIn()).toBe(false);

	await accounts.register(GRACE);
	const other = new Browser();
	await other.signIn(GRACE);
	await other.setUp();
	const hers = new Browser();
	await hers.signIn(GRACE);
	expect(await hers.pass(two)).toMatchObject({ code: 'code_wrong' });
	expect(await again.pass(two)).toMatchObject({ ok: true, left: 8 });
});

test('a fresh second step is ten minutes old at most, and passing again makes it fresh for this browser alone', async () => {
	const [browser, other] = [new Browser(), new Browser()];
	await browser.signIn();
	const { key } = await browser.setUp();
	await other.signIn();
	clock.advance(MINUTE);
	await other.pass(codeAt(key, clock.now()));
	clock.advance(10 * MINUTE);
	expect([await accounts.fresh(browser.headers), await browser.isIn(), await browser.at()]).toEqual([
		false,
		true,
		'code'
	]);
	expect(await accounts.secondStep.newCodes(browser.headers)).toMatchObject({ code: 'needs_second_step' });
	const confirm = { headers: browser.headers, code: '123456' };
	expect(await accounts.secondStep.confirm(confirm)).toMatchObject({ code: 'needs_second_step' });
	expect(await browser.pass(codeAt(key, clock.now()))).toMatchObject({ ok: true });
	expect([await accounts.fresh(browser.headers), await accounts.fresh(other.headers)]).toEqual([true, false]);
	expect(await accounts.fresh(new Headers())).toBe(false);
});

test('new recovery codes end the old ones; set up anew, the old phone and other sessions are out', async () => {
	const [browser, elsewhere] = [new Browser(), new Browser()];
	const ended: string[] = [];
	accounts.onEnded((ids) => ended.push(...ids));
	await browser.signIn();
	const { key, codes } = await browser.setUp();
	await elsewhere.signIn();
	clock.advance(MINUTE);
	await elsewhere.pass(codeAt(key, clock.now()));
	const made = await accounts.secondStep.newCodes(browser.headers);
	if (!made.ok) throw new Error(made.code);
	expect(await browser.pass(codes[0] ?? '')).toMatchObject({ code: 'code_wrong' });
	expect(await browser.pass(made.codes[0] ?? '')).toMatchObject({ left: 9 });

	clock.advance(MINUTE);
	const anew = await browser.setUp();
	expect(anew.key).not.toEqual(key);
	expect([await browser.isIn(), await elsewhere.isIn(), ended.length]).toEqual([true, false, 1]);
	await elsewhere.signIn();
	clock.advance(MINUTE);
	expect(await elsewhere.pass(codeAt(key, clock.now()))).toMatchObject({ code: 'code_wrong' });
	expect(await elsewhere.pass(codeAt(anew.key, clock.now()))).toMatchObject({ ok: true });
});

test('L6: wrong codes make strangers wait, whatever they sign in with, and not a browser that passed before', async () => {
	const mine = new Browser();
	await mine.signIn();
	const { key } = await mine.setUp();
	await accounts.register(GRACE);
	const bystander = new Browser();
	await bystander.signIn(GRACE);
	const hers = await bystander.setUp();
	clock.advance(MINUTE);

	const guesses: string[] = [];
	for (let i = 0; i < 7; i += 1) {
		// A fresh browser for each guess, with the right passphrase each time.
		const stranger = new Browser();
		await stranger.signIn();
		const answer = await stranger.pass('000000');
		guesses.push(answer.ok ? 'in' : answer.code);
	}
	expect(guesses).toEqual([...Array<string>(5).fill('code_wrong'), 'code_wait', 'code_wait']);
	const right = codeAt(key, clock.now());
	const stranger = new Browser();
	await stranger.signIn();
	expect(await stranger.pass(right)).toMatchObject({ code: 'code_wait' });

	await mine.signIn();
	expect(await mine.isIn()).toBe(false);
	expect(await mine.pass(right)).toMatchObject({ ok: true });
	await bystander.signIn(GRACE);
	expect(await bystander.pass(codeAt(hers.key, clock.now()))).toMatchObject({ ok: true });
	// Hers is a count too.
	for (let i = 0; i < 5; i += 1) await mine.pass('000000');
	expect(await mine.pass('000000')).toMatchObject({ code: 'code_wait' });
});

test('the database holds no key, no code and no recovery code that anybody could read', async () => {
	const browser = new Browser();
	await browser.signIn();
	const { key, codes } = await browser.setUp();
	for (const file of readdirSync(dataDir)) {
		const bytes = readFileSync(path.join(dataDir, file));
		for (const plain of [key.toString('base64'), key.toString('hex'), ...codes])
			expect(bytes.includes(plain)).toBe(false);
		expect(bytes.includes(key)).toBe(false);
	}
});

test('where none is asked for a passphrase will do, and asking again later lets no such session in', async () => {
	await accounts.close();
	accounts = await open(false);
	const browser = new Browser();
	await browser.signIn();
	expect([await browser.isIn(), await browser.at(), await accounts.fresh(browser.headers)]).toEqual([
		true,
		'not-asked',
		true
	]);
	await accounts.close();
	accounts = await open(true);
	expect([await browser.isIn(), await browser.at()]).toEqual([false, 'set-up']);
});

test('S7: an account signs in by a verified address only where there is one, and passes its second step too', async () => {
	expect(await accounts.signInVerified('nobody@example.org')).toMatchObject({ ok: false, code: 'provider_unknown' });
	const browser = new Browser();
	browser.keep(await accounts.signInVerified('Ada@Example.org'));
	expect([await browser.isIn(), await browser.at()]).toEqual([false, 'set-up']);
	await browser.setUp();
	expect(await accounts.session(browser.headers)).toMatchObject({ email: ADA.email });
});

test('a lost phone without codes: whoever sits at the machine takes the second step away, of that account alone', async () => {
	const [lost, bystander] = [new Browser(), new Browser()];
	await lost.signIn();
	await lost.setUp();
	await accounts.register(GRACE);
	await bystander.signIn(GRACE);
	await bystander.setUp();
	const file = path.join(dataDir, 'accounts.db');
	expect(forgetSecondStep({ file, email: 'nobody@example.org' })).toBe(false);
	expect(await lost.isIn()).toBe(true);
	expect(forgetSecondStep({ file, email: ' ADA@example.org' })).toBe(true);
	expect([await lost.isIn(), await bystander.isIn()]).toEqual([false, true]);
	await lost.signIn();
	expect(await lost.at()).toBe('set-up');
	const again = new Browser();
	await again.signIn(GRACE);
	expect(await again.at()).toBe('code');
});

test('a forgotten passphrase: whoever sits at the machine gets a new one, of that account alone, and the second step stays', async () => {
	const [lost, bystander] = [new Browser(), new Browser()];
	await lost.signIn();
	await lost.setUp();
	await accounts.register(GRACE);
	await bystander.signIn(GRACE);
	await bystander.setUp();
	const file = path.join(dataDir, 'accounts.db');
	expect(await renewPassphrase({ file, email: 'nobody@example.org' })).toBeNull();
	expect(await lost.isIn()).toBe(true);
	const passphrase = (await renewPassphrase({ file, email: ' ADA@example.org' })) ?? '';
	expect(passphrase).toMatch(/^([2-9a-z]{5}-){3}[2-9a-z]{5}$/);
	expect(passphraseFault({ ...ADA, passphrase })).toBeNull();
	expect([await lost.isIn(), await bystander.isIn()]).toEqual([false, true]);
	expect(await accounts.signIn(ADA)).toMatchObject({ ok: false, code: 'sign_in_failed' });
	await lost.signIn({ ...ADA, passphrase });
	expect([await lost.isIn(), await lost.at()]).toEqual([false, 'code']);
	const again = new Browser();
	await again.signIn(GRACE);
	expect(await again.at()).toBe('code');
});
