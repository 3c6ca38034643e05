/* What tests of accounts share: two people, and browsers that keep the cookies they are given. */
import { expect } from 'vitest';
import { codeAt, keyOf } from '../../../../tests/live/authenticator.ts';
import { createAccounts } from '../accounts.ts';
import type { Accounts, SessionCookie } from '../accounts.ts';
import type { ClockPort } from '../clock.ts';

export const ADA = { name: 'Ada Lovelace', email: 'ada@example.org', passphrase: 'brass engine and roses' };
export const GRACE = { name: 'Grace Hopper', email: 'grace@example.org', passphrase: 'nine slow barges pass by' };
export const MINUTE = 60_000;

/** Accounts as a kit of this machine's own has them; opened again on the same folder they are the same ones. */
export function openAccounts(q: { dataDir: string; clock: ClockPort; secondFactor?: boolean }): Promise<Accounts> {
	const baseURL = 'http://127.0.0.1:3000';
	const secret = new Uint8Array(32).map((_, i) => i * 7);
	return createAccounts({ secondFactor: true, ...q, secret, baseURL, trustedOrigins: [baseURL], secure: false });
}

/** One browser: keeps the cookies it is given. */
export class StaffBrowser {
	readonly cookies = new Map<string, string>();
	readonly #kit: () => { accounts: Accounts; clock: ClockPort };

	/** `kit` answers the accounts as they are open now: a test may open them anew. */
	constructor(kit: () => { accounts: Accounts; clock: ClockPort }) {
		this.#kit = kit;
	}

	get headers(): Headers {
		return new Headers({
			cookie: [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
		});
	}
	keep<T extends { ok: boolean; cookies?: SessionCookie[] }>(answer: T): T {
		for (const { name, value, maxAge } of answer.cookies ?? []) {
			if (maxAge === 0) this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		return answer;
	}
	async signIn(who = ADA): Promise<void> {
		const answer = this.keep(await this.#kit().accounts.signIn({ ...who, headers: this.headers }));
		if (!answer.ok) throw new Error(answer.code);
	}
	async pass(code: string) {
		return this.keep(await this.#kit().accounts.secondStep.pass({ headers: this.headers, code }));
	}
	/** Sets the second step up and answers the app's key and the recovery codes. */
	async setUp(): Promise<{ key: Buffer; codes: string[] }> {
		const standing = await this.#kit().accounts.secondStep.standing(this.headers);
		if (!('offer' in standing)) throw new Error(standing.at);
		const key = keyOf(standing.offer.letters);
		expect(keyOf(standing.offer.address)).toEqual(key);
		const code = codeAt(key, this.#kit().clock.now());
		const answer = this.keep(await this.#kit().accounts.secondStep.confirm({ headers: this.headers, code }));
		if (!answer.ok) throw new Error(answer.code);
		return { key, codes: answer.codes };
	}
	async at(): Promise<string> {
		return (await this.#kit().accounts.secondStep.standing(this.headers)).at;
	}
	async isIn(): Promise<boolean> {
		return (await this.#kit().accounts.session(this.headers)) !== null;
	}
}
