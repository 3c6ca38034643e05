/* The library's `Set-Cookie` headers as plain values, because SvelteKit sets cookies through its own door. */

export interface SessionCookie {
	name: string;
	/** Not encoded. */
	value: string;
	/** Seconds; 0 clears it. */
	maxAge: number;
	secure: boolean;
	httpOnly: true;
	sameSite: 'lax';
	path: '/';
}

/** Only name, value, age and Secure are taken from the headers; the rest is this kit's rule for every cookie. */
export function readCookies(headers: Headers): SessionCookie[] {
	return headers.getSetCookie().map((line) => {
		const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
		const at = pair.indexOf('=');
		const settings = new Map(
			attributes.map((attribute) => {
				const [key = '', value = ''] = attribute.split('=');
				return [key.toLowerCase(), value];
			})
		);
		return {
			name: pair.slice(0, at),
			value: decodeURIComponent(pair.slice(at + 1)),
			maxAge: Number(settings.get('max-age') ?? 0),
			secure: settings.has('secure'),
			httpOnly: true,
			sameSite: 'lax',
			path: '/'
		};
	});
}
