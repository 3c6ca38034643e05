/* The cookies a browser sends, out of a request's headers. */

export interface SentCookie {
	name: string;
	value: string;
}

export function cookiesIn(headers: Headers): SentCookie[] {
	return (headers.get('cookie') ?? '').split(';').flatMap((part) => {
		const at = part.indexOf('=');
		return at > 0 ? [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }] : [];
	});
}

export function cookieIn(headers: Headers, name: string): string | null {
	return cookiesIn(headers).find((cookie) => cookie.name === name)?.value ?? null;
}
