import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccounts } from './accounts.ts';
import type { Accounts, SessionCookie } from './accounts.ts';
import { handClock } from './clock.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', passphrase: 'brass engine and roses' };
let dataDir: string;
let accounts: Accounts;
const clock = handClock(0);

function open({ secure = false, secondFactor = false } = {}): Promise<Accounts> {
	const baseURL = secure ? 'https://summit.example.org' : 'http://127.0.0.1:3000';
	const secret = new Uint8Array(32).map((_, i) => i * 7);
	return createAccounts({ dataDir, secret, baseURL, trustedOrigins: [baseURL], secure, secondFactor, clock });
}

function sending(cookies: SessionCookie[]): Headers {
	return new Headers({ cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') });
}

async function signedIn(): Promise<SessionCookie[]> {
	const answer = await accounts.signIn(ada);
	if (!answer.ok) throw new Error(answer.code);
	return answer.cookies;
}

beforeEach(async () => {
	dataDir = mkdtempSync(path.join(tmpdir(), 'accounts-'));
	accounts = await open();
});
afterEach(async () => {
	await accounts.close();
	rmSync(dataDir, { recursive: true });
});

test('an account is made, signs in, is known by its cookie, and signs out for good', async () => {
	expect(await accounts.any()).toBe(false);
	const made = await accounts.register({ ...ada, email: ' Ada@Example.org ' });
	expect(made).toMatchObject({ ok: true, account: { name: 'Ada Lovelace', email: 'ada@example.org' } });
	expect(await accounts.any()).toBe(true);

	const cookies = await signedIn();
	expect(cookies.map(({ name }) => name)).toEqual(['staff.session_token', 'staff.known']);
	expect(cookies[0]).toMatchObject({ maxAge: 43_200, secure: false, httpOnly: true, sameSite: 'lax', path: '/' });
	expect(await accounts.session(sending(cookies))).toEqual(made.ok && made.account);
	expect(await accounts.session(new Headers())).toBeNull();

	const cleared = await accounts.signOut(sending(cookies));
	expect(cleared.find(({ name }) => name === cookies[0]?.name)).toMatchObject({ value: '', maxAge: 0 });
	expect(await accounts.session(sending(cookies))).toBeNull();
});

test('a cookie somebody made up or changed opens nothing', async () => {
	await accounts.register(ada);
	const [cookie] = await signedIn();
	if (!cookie) throw new Error('no cookie');
	const [token = '', sign = ''] = cookie.value.split('.');
	expect(await accounts.session(sending([{ ...cookie, value: token }]))).toBeNull();
	expect(await accounts.session(sending([{ ...cookie, value: `${token}x.${sign}` }]))).toBeNull();
});

test('over TLS the cookie is Secure', async () => {
	await accounts.close();
	accounts = await open({ secure: true });
	await accounts.register(ada);
	expect((await signedIn())[0]).toMatchObject({ name: '__Secure-staff.session_token', secure: true });
});

test('a second start finds the accounts of the first', async () => {
	await accounts.register(ada);
	const cookies = await signedIn();
	await accounts.close();
	accounts = await open();
	expect(await accounts.session(sending(cookies))).toMatchObject({ email: 'ada@example.org' });
});

test.each([
	[{ name: ' \u202e ' }, 'name_missing'],
	[{ email: 'ada at example' }, 'email_unreadable'],
	[{ passphrase: 'elevenchars' }, 'passphrase_short'],
	[{ passphrase: 'long words '.repeat(20) }, 'passphrase_long'],
	[{ passphrase: 'aaaaaaaaaaaaaaaa' }, 'passphrase_common'],
	[{ passphrase: 'Lovelace 123456' }, 'passphrase_plain'],
	[{ passphrase: 'ada@example.org1' }, 'passphrase_plain'],
	[{ passphrase: 'Password12345' }, 'passphrase_common']
])('an account is refused, with a stable code: %j', async (change, code) => {
	const answer = await accounts.register({ ...ada, ...change });
	expect(answer).toMatchObject({ ok: false, code });
	expect(await accounts.check({ ...ada, ...change })).toMatchObject({ code });
	expect(await accounts.any()).toBe(false);
});

test('an email address has one account, in whatever letters', async () => {
	await accounts.register(ada);
	expect(await accounts.register({ ...ada, email: 'ADA@example.org' })).toMatchObject({ code: 'email_taken' });
});

test('a wrong passphrase, an unknown address and no address at all are answered alike', async () => {
	await accounts.register(ada);
	for (const email of [ada.email, 'nobody@example.org', 'nonsense'])
		expect(await accounts.signIn({ email, passphrase: 'wrong words entirely' })).toMatchObject({
			ok: false,
			code: 'sign_in_failed'
		});
});

test('L6: after five wrong tries the account waits, the right passphrase too, and a bystander does not', async () => {
	await accounts.register(ada);
	await accounts.register({ ...ada, name: 'Grace Hopper', email: 'grace@example.org' });
	const wrong = { email: ada.email, passphrase: 'wrong words entirely' };
	const answers = await Promise.all(Array.from({ length: 8 }, () => accounts.signIn(wrong)));
	expect(answers.map((answer) => !answer.ok && answer.code).sort()).toEqual([
		...Array<string>(5).fill('sign_in_failed'),
		...Array<string>(3).fill('sign_in_wait')
	]);
	expect(await accounts.signIn(ada)).toMatchObject({ ok: false, code: 'sign_in_wait', wait: 1 });
	expect(await accounts.signIn({ ...ada, email: 'grace@example.org' })).toMatchObject({ ok: true });
	clock.advance(1000);
	expect(await accounts.signIn(ada)).toMatchObject({ ok: true });
	expect(await accounts.signIn(wrong)).toMatchObject({ code: 'sign_in_failed' });
});

test('L6: a stranger’s wrong tries keep nobody out of a browser that signed in before', async () => {
	await accounts.register(ada);
	await accounts.register({ ...ada, name: 'Grace Hopper', email: 'grace@example.org' });
	const mine = sending(await signedIn());
	const wrong = { email: ada.email, passphrase: 'wrong words entirely' };
	for (let i = 0; i < 5; i += 1) await accounts.signIn(wrong);
	expect(await accounts.signIn(ada)).toMatchObject({ code: 'sign_in_wait' });
	expect(await accounts.signIn({ ...ada, headers: mine })).toMatchObject({ ok: true });
	// It opens the way to its own account's count alone, and that count is a count too.
	const grace = { ...wrong, email: 'grace@example.org' };
	for (let i = 0; i < 5; i += 1) await accounts.signIn({ ...grace, headers: mine });
	expect(await accounts.signIn({ ...grace, headers: mine })).toMatchObject({ code: 'sign_in_wait' });
	const madeUp = new Headers({ cookie: `staff.known=${'0'.repeat(32)}.${'A'.repeat(43)}` });
	expect(await accounts.signIn({ ...ada, headers: madeUp })).toMatchObject({ code: 'sign_in_wait' });
	for (let i = 0; i < 5; i += 1) await accounts.signIn({ ...wrong, headers: mine });
	expect(await accounts.signIn({ ...ada, headers: mine })).toMatchObject({ code: 'sign_in_wait' });
});

test('the database keeps no passphrase, no network address and no browser, in tables of our own names', async () => {
	await accounts.register(ada);
	await signedIn();
	const database = new Database(path.join(dataDir, 'accounts.db'), { readonly: true });
	const tables = database.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all();
	expect(tables).toEqual(['staffAccount', 'staffSecondStep', 'staffSession', 'staffUser', 'staffVerification']);
	expect(database.prepare('select ipAddress, userAgent from staffSession').get()).toEqual({
		ipAddress: '',
		userAgent: ''
	});
	database.close();
	for (const file of readdirSync(dataDir))
		expect(readFileSync(path.join(dataDir, file)).includes(ada.passphrase)).toBe(false);
});
