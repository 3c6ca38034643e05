/**
 * A mistake in a plain form, answered on the form itself. Pages are not stored by browsers; but a page that answered a
 * POST and was not stored can only be gone back to by sending it again, and the browser asks strange questions first. So
 * this one may be stored, by this browser alone, and is asked for anew for anything but going back. Never for a page that
 * holds more than the form and what was typed into it.
 */
import { fail } from '@sveltejs/kit';
import type { ActionFailure } from '@sveltejs/kit';

type Answering = { setHeaders(headers: Record<string, string>): void };

export function mistake<Said>(event: Answering, status: 400 | 404 | 409, said: Said): ActionFailure<Said> {
	event.setHeaders({ 'cache-control': 'private, no-cache' });
	return fail(status, said);
}
