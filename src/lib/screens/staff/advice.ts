/** What is good to know before students come and no summit can know of itself: where this page is, and which day it is. */
import type { ReadinessItem } from '../../summit/setup.ts';

/** `onlyHere`: students would be given an address that only this machine answers to. Days are `YYYY-MM-DD`. */
export function adviceFor(q: {
	onlyHere: boolean;
	date: string;
	today: string;
	on: 'set-up' | 'run' | 'rehearsal';
}): ReadinessItem[] {
	const item = (id: string, words: string): ReadinessItem => ({ id, words, done: false, required: false });
	const passed = q.date < q.today;
	return [
		...(q.onlyHere ? [item('address', 'Only this machine can open this address. Phones need another one')] : []),
		// While it is being set up a day to come is as it should be; a rehearsal is held on any day.
		...((passed && q.on !== 'rehearsal') || (q.on === 'run' && q.date !== q.today)
			? [item('date', `The day ${passed ? 'was' : 'is'} ${dayWords(q.date)}, not today`)]
			: [])
	];
}

function dayWords(date: string): string {
	const at = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(at)) return date;
	return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** The day it is for whoever looks, `YYYY-MM-DD`. */
export function todayAt(now: number): string {
	const at = new Date(now);
	const two = (figure: number) => String(figure).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
