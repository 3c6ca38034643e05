import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeAt } from '../../../../tests/live/authenticator.ts';
import type { Accounts } from '../accounts.ts';
import { handClock } from '../clock.ts';
import { ADA, GRACE, MINUTE, StaffBrowser, openAccounts } from './testing.ts';

let dataDir: string;
let accounts: Accounts;
let clock: ReturnType<typeof handClock>;

class Browser extends StaffBrowser {
	constructor() {
		super(() => ({ accounts, clock }));
	}
}

beforeEach(async () => {
	clock = handClock(1_800_000_000_000);
	dataDir = mkdtempSync(path.join(tmpdir(), 'sessions-'));
	accounts = await openAccounts({ dataDir, clock });
	await accounts.register(ADA);
});
afterEach(async () => {
	await accounts.close();
	rmSync(dataDir, { recursive: true });
});

test('S6: a list of sessions tells when and not where, and one or all others are ended at once', async () => {
	const [here, there, third] = [new Browser(), new Browser(), new Browser()];
	const ended: string[] = [];
	accounts.onEnded((ids) => ended.push(...ids));
	await here.signIn();
	const { key } = await here.setUp();
	for (const other of [there, third]) {
		await other.signIn();
		clock.advance(MINUTE);
		await other.pass(codeAt(key, clock.now()));
	}
	const waiting = new Browser();
	await waiting.signIn();
	expect(await accounts.sessions(waiting.headers)).toBeNull();
	const list = (await accounts.sessions(here.headers)) ?? [];
	expect(list.map((one) => one.here).sort()).toEqual([false, false, true]);
	for (const one of list) expect(Object.keys(one).sort()).toEqual(['begunAt', 'here', 'id', 'usedAt']);
	const [first] = (await accounts.sessions(there.headers)) ?? [];
	await accounts.register(GRACE);
	const stranger = new Browser();
	await stranger.signIn(GRACE);
	await stranger.setUp();
	const id = first?.id ?? '';
	expect(await accounts.endSessions({ headers: stranger.headers, which: { id } })).toBe(0);
	const mine = list.find((one) => !one.here)?.id ?? '';
	expect(await accounts.endSessions({ headers: here.headers, which: { id: mine } })).toBe(1);
	expect(ended).toEqual([mine]);
	expect([await there.isIn(), await third.isIn()].sort()).toEqual([false, true]);
	expect(await accounts.endSessions({ headers: here.headers, which: 'others' })).toBe(2);
	expect([await here.isIn(), await there.isIn(), await third.isIn(), await stranger.isIn()]).toEqual([
		true,
		false,
		false,
		true
	]);
});

test('a passphrase is changed by whoever knows the old one, and ends every other session', async () => {
	const [here, there] = [new Browser(), new Browser()];
	await here.signIn();
	const { key } = await here.setUp();
	await there.signIn();
	clock.advance(MINUTE);
	await there.pass(codeAt(key, clock.now()));
	const wanted = 'four quiet lamps at noon';
	const change = (given: { old?: string; passphrase?: string } = {}, headers = here.headers) =>
		accounts.changePassphrase({
			headers,
			old: ADA.passphrase,
			passphrase: wanted,
			about: ['Ravenscar Upper'],
			...given
		});
	expect(await change({ old: 'something else again' })).toMatchObject({ code: 'passphrase_wrong' });
	expect(await change({ passphrase: ADA.passphrase })).toMatchObject({ code: 'passphrase_same' });
	expect(await change({ passphrase: 'ravenscar-upper-1' })).toMatchObject({ code: 'passphrase_plain' });
	expect(await change({}, new Headers())).toMatchObject({ code: 'not_signed_in' });
	expect(await there.isIn()).toBe(true);
	expect(await change()).toEqual({ ok: true });
	expect([await here.isIn(), await there.isIn()]).toEqual([true, false]);
	expect(await accounts.signIn(ADA)).toMatchObject({ code: 'sign_in_failed' });
	expect(await accounts.signIn({ ...ADA, passphrase: wanted })).toMatchObject({ ok: true });
	for (let i = 0; i < 5; i += 1) await change({ old: 'something else again' });
	expect(await change({ old: 'something else again' })).toMatchObject({ code: 'sign_in_wait' });
});

test('L7: while the disk takes nothing, whoever is signed in stays so, and nobody else is', async () => {
	const [here, nobody] = [new Browser(), new Browser()];
	await here.signIn();
	await here.setUp();
	const disk = new Database(path.join(dataDir, 'accounts.db'));
	// Old enough for the library to make it last longer, and for its use to be noted.
	disk.prepare('update staffSession set expiresAt = ?').run(new Date(Date.now() + 3_600_000).toISOString());
	disk.exec(`create trigger full before update on staffSession begin select raise(fail, 'full'); end`);
	clock.advance(2 * MINUTE);
	expect([await here.isIn(), await nobody.isIn()]).toEqual([true, false]);
	disk.exec('drop trigger full');
	disk.close();
	expect([await here.isIn(), await nobody.isIn()]).toEqual([true, false]);
});
