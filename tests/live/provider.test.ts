/** Signing in by somebody else's word (OpenID Connect), over production's own pages, against a provider of this test's own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { CLIENT, OidcServer } from './oidc-server.ts';
import { Production, prepare } from './production.ts';
import { Visitor } from './visitor.ts';

const ADA = { name: 'Ada Hill', email: 'ada@example.org', passphrase: 'brass engine and roses' };
const VOUCHED = { email: ADA.email, email_verified: true };

let folder: string;
let kit: Production;
let provider: OidcServer;

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-provider-'));
	await prepare(folder, async (app) => app.accounts.register(ADA));
	provider = await OidcServer.start();
	kit = await Production.start(folder, {
		SECOND_FACTOR: '1',
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: CLIENT.id,
		OIDC_CLIENT_SECRET: CLIENT.secret,
		OIDC_NAME: 'Northbank Trust'
	});
	provider.redirect = `${kit.url}/staff/sign-in/callback`;
});
afterEach(() => {
	provider.claims = VOUCHED;
	provider.lie = {};
});
afterAll(async () => {
	await kit.stop();
	await provider.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Presses the button and answers the address on the kit that the provider sends this browser back to. */
async function sentBack(visitor: Visitor, next = '/staff'): Promise<string> {
	const leaving = await visitor.ask(`/staff/sign-in/provider?next=${encodeURIComponent(next)}`, { form: {} });
	expect(leaving.status).toBe(200);
	const [, address = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(leaving.body) ?? [];
	const asked = await fetch(address.replaceAll('&amp;', '&'), { redirect: 'manual' });
	const back = new URL(asked.headers.get('location') ?? '');
	return back.pathname + back.search;
}
/** Where the way through the provider leads in the end. */
async function through(visitor: Visitor, next?: string): Promise<string> {
	return (await visitor.ask(await sentBack(visitor, next))).headers.get('location') ?? '';
}
async function isIn(visitor: Visitor): Promise<boolean> {
	return (await visitor.ask('/staff')).status === 200;
}

test('S7: an account is signed in by an address its provider has verified, and its second step is asked for all the same', async () => {
	provider.claims = { ...VOUCHED, email: 'Ada@Example.org' };
	const visitor = new Visitor(kit);
	const page = await visitor.ask('/staff/sign-in');
	expect(page.body).toContain('Sign in with Northbank Trust');
	expect(page.headers.get('content-security-policy')).toContain("form-action 'self';");
	expect(await through(visitor, '/staff/account')).toBe('/staff/second-step?next=%2Fstaff%2Faccount');
	expect(await isIn(visitor)).toBe(false);
	expect([...visitor.cookies.keys()]).toEqual(['staff.session_token']);
	await visitor.setUp();
	expect(await isIn(visitor)).toBe(true);
	expect(provider.complaints).toEqual([]);
});

test.each([
	['an address nobody has an account with', { email: 'nobody@example.org' }, 'provider_unknown'],
	['an address that is not verified', { email_verified: false }, 'provider_unverified'],
	['an address nobody vouches for', { email_verified: undefined }, 'provider_unverified'],
	['a domain that was not proven', { email_verified: undefined, xms_edov: false }, 'provider_unverified'],
	['no address', { email: undefined }, 'provider_unverified']
])('it makes no account and lets nobody in by %s', async (_what, change, code) => {
	provider.claims = { ...VOUCHED, ...change };
	const visitor = new Visitor(kit);
	const where = await through(visitor);
	expect(where).toBe(`/staff/sign-in?problem=${code}&next=%2Fstaff`);
	expect(visitor.cookies.size).toBe(0);
	const said = await visitor.ask(where);
	expect(said.body).toMatch(/The other sign-in does not vouch|Nobody here has an account/);
	expect((await kit.ask('/staff/sign-in?problem=<b>made up</b>')).body).not.toContain('made up');
});

test('Microsoft’s way of vouching counts too: the domain of the address was proven', async () => {
	provider.claims = { email: ADA.email, xms_edov: true };
	expect(await through(new Visitor(kit))).toContain('/staff/second-step');
});

test.each([
	['signed with a key nobody was told', { strangeKey: true }],
	['for another client', { change: { aud: 'another' } }],
	['by another issuer', { change: { iss: 'http://127.0.0.1:1/other' } }],
	['for another browser’s question', { change: { nonce: 'another' } }],
	['that has ended', { change: { exp: 1_000_000_000 } }]
])('a token %s lets nobody in', async (_what, lie) => {
	provider.claims = VOUCHED;
	provider.lie = lie;
	const visitor = new Visitor(kit);
	expect(await through(visitor)).toMatch(/problem=provider_(refused|away)/);
	expect(await isIn(visitor)).toBe(false);
});

test('somebody who is turned away there comes back to plain words', async () => {
	provider.lie = { refuse: true };
	expect(await through(new Visitor(kit))).toContain('problem=provider_refused');
});

test('an answer is for the browser that asked, once', async () => {
	provider.claims = VOUCHED;
	const [asked, other] = [new Visitor(kit), new Visitor(kit)];
	const back = await sentBack(asked);
	// Sent to somebody else to sign them in as another, or opened again.
	expect((await other.ask(back)).headers.get('location')).toContain('provider_stale');
	const mine = await sentBack(other);
	expect((await asked.ask(mine)).headers.get('location')).toContain('provider_stale');
	const again = await sentBack(asked);
	expect((await asked.ask(again)).headers.get('location')).toContain('/staff/second-step');
	expect((await asked.ask(again)).headers.get('location')).toContain('provider_stale');
	const forged = new URL(await sentBack(asked), kit.url);
	forged.searchParams.set('state', 'made-up');
	expect((await asked.ask(forged.pathname + forged.search)).headers.get('location')).toContain('provider_stale');
});

test('it leads on within the kit alone, and is not there where no provider is set', async () => {
	provider.claims = VOUCHED;
	expect(await through(new Visitor(kit), 'https://evil.example/')).toBe('/staff/second-step?next=%2Fstaff');
	const plain = await Production.start(mkdtempSync(path.join(folder, 'plain-')));
	expect((await plain.ask('/staff/sign-in')).body).not.toContain('Sign in with');
	for (const address of ['/staff/sign-in/provider', '/staff/sign-in/callback?code=a&state=b'])
		expect((await plain.ask(address)).headers.get('location')).toMatch(/^\/staff\/sign-in/);
	await plain.stop();
});
