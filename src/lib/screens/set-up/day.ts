/** Days and times as adults read them, in the reader's own time zone where a moment is meant. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** `2026-11-01` → 1 November 2026; anything else comes back as it is. */
export function day(date: string): string {
	const at = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(at) ? date : DAY.format(at);
}
/** Milliseconds since 1970 → 10:02 */
export function time(at: number): string {
	return TIME.format(at);
}
/** Milliseconds since 1970 → 1 November 2026 at 10:02 */
export function moment(at: number): string {
	return MOMENT.format(at);
}
