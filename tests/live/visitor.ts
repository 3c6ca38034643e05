/** One browser before production's own pages: it keeps cookies, and follows nothing by itself. */
import type { Asked, Production } from './production.ts';
import { codeAt, keyOf } from './authenticator.ts';

export class Visitor {
	readonly cookies = new Map<string, string>();
	/** The app for codes on this person's phone, once it was set up. */
	key: Buffer = Buffer.alloc(0);
	readonly #kit: Production;
	#latest = 0;

	constructor(kit: Production) {
		this.#kit = kit;
	}

	get cookie(): string {
		return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}
	async ask(address: string, asked: Parameters<Production['ask']>[1] = {}): Promise<Asked> {
		const answer = await this.#kit.ask(address, { ...asked, cookie: this.cookie });
		for (const line of answer.headers.getSetCookie()) {
			const pair = line.split(';', 1)[0] ?? '';
			const at = pair.indexOf('=');
			if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
			else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		return answer;
	}
	/** Sends a form and answers where it leads. */
	async send(address: string, form: Record<string, string>): Promise<string> {
		const answer = await this.ask(address, { form });
		return answer.headers.get('location') ?? `${answer.status}: ${answer.body.slice(0, 200)}`;
	}
	/** The code the app shows now; a code is taken once, so a second one within its half minute is the next one's. */
	code(): string {
		this.#latest = Math.max(Date.now(), this.#latest + 30_000);
		return codeAt(this.key, this.#latest);
	}
	/** Sets the second step up on its page, and answers that page with its recovery codes. */
	async setUp(page = '/staff/second-step'): Promise<Asked> {
		const { body } = await this.ask(page);
		const [, letters = ''] = /class="key[^"]*">([A-Z2-7 ]+)</.exec(body) ?? [];
		this.key = keyOf(letters);
		return this.ask('/staff/second-step?/confirm', { form: { code: this.code() } });
	}
	async signIn(who: { email: string; passphrase: string }, next = '/staff'): Promise<string> {
		return this.send(`/staff/sign-in?next=${encodeURIComponent(next)}`, who);
	}
	async pass(address = '/staff/second-step?next=/staff'): Promise<string> {
		return this.send(address.replace('?', '?/pass&'), { code: this.code() });
	}
}
