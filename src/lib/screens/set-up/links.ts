/** The browser's side of `/staff/<summit>/links`: invitations. Every answer is either what was asked for or plain words. */

import type { Duty } from '../../summit/people.ts';

export type InviteRole = 'facilitator' | 'lead' | 'stationLead' | 'observer' | 'wall';

/** A link that still lets somebody in; its address is gone for good. */
export interface OpenLink {
	hash: string;
	role: InviteRole | 'owner';
	name: string | null;
	school: string | null;
	/** What a lead is asked to be. */
	duty: Duty;
	many: boolean;
	/** Parts taken by it: they end when it is taken back. */
	used: number;
	createdAt: number;
	endsAt: number;
}
export interface Wanted {
	role: InviteRole;
	name?: string;
	school?: string;
	duty?: Duty;
	/** Of a wall. */
	many?: boolean;
	/** Of helpers and observers: so many links, each for one browser. */
	count?: number;
}
type Answer<Good> = ({ ok: true } & Good) | { ok: false; code?: string; words: string };

const NO_ANSWER = 'The kit did not answer. Check the connection and try again.';

async function ask<Good>(summit: string, method: 'GET' | 'POST' | 'DELETE', body?: unknown): Promise<Answer<Good>> {
	try {
		const response = await fetch(`/staff/${encodeURIComponent(summit)}/links`, {
			method,
			...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
		});
		// Parse boundary: our own server's answer, whose shape is written beside its route.
		return (await response.json()) as Answer<Good>;
	} catch {
		return { ok: false, words: NO_ANSWER };
	}
}

export function makeLink(summit: string, wanted: Wanted): Promise<Answer<{ addresses: string[]; endsAt: number }>> {
	return ask(summit, 'POST', wanted);
}
export function openLinks(summit: string): Promise<Answer<{ links: OpenLink[] }>> {
	return ask(summit, 'GET');
}
export function takeBackLink(summit: string, hash: string): Promise<Answer<object>> {
	return ask(summit, 'DELETE', { hash });
}
