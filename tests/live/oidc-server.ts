/**
 * Somebody else's sign-in, on loopback: an OpenID Connect provider in which one person is signed in and always agrees. It holds
 * the kit to the protocol (exact redirect address, PKCE, its secret, each code once), and can be made to lie.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { freePort } from './free-port.ts';

export const CLIENT = { id: 'summit-kit', secret: 'only the two of us know' };

interface Asked {
	redirect: string;
	nonce: string;
	challenge: string;
}

export class OidcServer {
	readonly issuer: string;
	/** What it says of whoever is signed in there, beside what every token has. */
	claims: Record<string, unknown> = {};
	/** Changes a token just before it is signed, or signs it with a key nobody was told. */
	lie: { change?: Record<string, unknown>; strangeKey?: boolean; refuse?: boolean } = {};
	/** The only address it sends people back to. */
	redirect = '';
	/** Everything it found wrong with the kit. */
	readonly complaints: string[] = [];
	readonly #server = createServer((request, response) => void this.#answer(request, response));
	readonly #codes = new Map<string, Asked>();
	readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
	readonly #strange = generateKeyPairSync('rsa', { modulusLength: 2048 });

	readonly #port: number;

	private constructor(port: number) {
		this.#port = port;
		this.issuer = `http://127.0.0.1:${port}/tenant`;
	}

	static async start(): Promise<OidcServer> {
		const server = new OidcServer(await freePort());
		await new Promise<void>((resolve) => server.#server.listen(server.#port, '127.0.0.1', resolve));
		return server;
	}
	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', this.issuer);
		const json = (status: number, body: unknown): void => {
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		};
		switch (url.pathname) {
			case '/tenant/.well-known/openid-configuration': {
				json(200, {
					issuer: this.issuer,
					authorization_endpoint: `${this.issuer}/authorize`,
					token_endpoint: `${this.issuer}/token`,
					jwks_uri: `${this.issuer}/keys`,
					response_types_supported: ['code'],
					subject_types_supported: ['public'],
					id_token_signing_alg_values_supported: ['RS256'],
					code_challenge_methods_supported: ['S256']
				});
				return;
			}
			case '/tenant/keys': {
				json(200, {
					keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }]
				});
				return;
			}
			case '/tenant/authorize':
				response.writeHead(302, { location: this.#agree(url.searchParams) }).end();
				return;
			case '/tenant/token': {
				let text = '';
				for await (const part of request) text += String(part);
				const token = this.#token(new URLSearchParams(text));
				if (token === null) json(400, { error: 'invalid_grant' });
				else json(200, token);
				return;
			}
			default: {
				json(404, {});
				return;
			}
		}
	}

	#agree(asked: URLSearchParams): string {
		const said = (name: string): string => asked.get(name) ?? '';
		if (said('redirect_uri') !== this.redirect) this.complaints.push(`sends back to ${said('redirect_uri')}`);
		if (said('client_id') !== CLIENT.id) this.complaints.push('another client');
		if (said('code_challenge_method') !== 'S256' || said('code_challenge') === '') this.complaints.push('no PKCE');
		if (said('nonce') === '' || said('state') === '') this.complaints.push('no nonce or state');
		const back = new URL(this.redirect);
		back.searchParams.set('state', said('state'));
		if (this.lie.refuse) back.searchParams.set('error', 'access_denied');
		else {
			const code = randomBytes(16).toString('hex');
			this.#codes.set(code, {
				redirect: said('redirect_uri'),
				nonce: said('nonce'),
				challenge: said('code_challenge')
			});
			back.searchParams.set('code', code);
		}
		return back.href;
	}

	#token(asked: URLSearchParams): object | null {
		const code = asked.get('code') ?? '';
		const held = this.#codes.get(code);
		this.#codes.delete(code);
		if (asked.get('client_id') !== CLIENT.id || asked.get('client_secret') !== CLIENT.secret) return null;
		const verifier = createHash('sha256')
			.update(asked.get('code_verifier') ?? '')
			.digest('base64url');
		if (held?.challenge !== verifier || held.redirect !== asked.get('redirect_uri')) return null;
		const now = Math.floor(Date.now() / 1000);
		const own = { iss: this.issuer, aud: CLIENT.id, sub: 'somebody', iat: now, exp: now + 300, nonce: held.nonce };
		const token = { ...own, ...this.claims, ...this.lie.change };
		const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
		const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(token)}`;
		const key = (this.lie.strangeKey ? this.#strange : this.#keys).privateKey;
		const signature = sign('sha256', Buffer.from(signed), key).toString('base64url');
		return { access_token: 'nothing', token_type: 'Bearer', expires_in: 60, id_token: `${signed}.${signature}` };
	}
}
