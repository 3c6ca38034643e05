/* The few things every page with an account does with a browser: its cookies, and where it goes next. */
import type { Cookies } from '@sveltejs/kit';
import type { SessionCookie } from './accounts.ts';
import { staffParts } from './identity.ts';

/** Puts the session's cookies on the answer, or clears them. */
export function setSession(cookies: Cookies, session: SessionCookie[]): void {
	for (const { name, value, ...options } of session) cookies.set(name, value, options);
}

/** The cookies of parts taken by link, which signing out ends in this browser. */
export function leaveParts(cookies: Pick<Cookies, 'getAll' | 'delete'>): void {
	for (const name of staffParts(cookies.getAll().map((cookie) => cookie.name))) cookies.delete(name, { path: '/' });
}

/** An address of this kit to go on to, or `/staff`: never another site's, whatever was put into the link. */
export function safeNext(next: string | null, origin: string): string {
	if (next === null || !next.startsWith('/') || !URL.canParse(next, origin)) return '/staff';
	const { origin: site, pathname, search } = new URL(next, origin);
	// `/.//elsewhere` is an address of this kit whose path alone, read by a browser anew, is another site's.
	return site === origin && !pathname.startsWith('//') ? `${pathname}${search}` : '/staff';
}

/** Where somebody goes who has just proven a passphrase: to their second step, and from there to `next`. */
export function onward({ secondFactor }: { secondFactor: boolean }, next: string): string {
	return secondFactor ? secondStepAt({ next }) : next;
}

/** The page that asks for a code, and leads on to `next` after. `anew` sets the app up again, `codes` makes recovery codes. */
export function secondStepAt({ next, also }: { next: string; also?: 'anew' | 'codes' }): string {
	return `/staff/second-step?${new URLSearchParams({ ...(also ? { do: also } : {}), next }).toString()}`;
}

/** What this browser holds from now on, as its next request says it: an action may just have changed its cookies. */
export function headersNow(cookies: Pick<Cookies, 'getAll'>): Headers {
	const sent = cookies.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
	return new Headers({ cookie: sent.join('; ') });
}

/** One field of a form as text, empty when it is missing or a file. */
export function field(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
}

/** A day (`YYYY-MM-DD`) in words. */
export function dayInWords(date: string): string {
	const day = new Date(`${date}T00:00:00Z`);
	const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat('en-GB', parts).format(day);
}
