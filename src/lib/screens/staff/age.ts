/** How long something has waited, in words, and what a worry's age asks of the room (S6). Takes milliseconds. */
import { ALERT_AFTER } from '../../summit/worry-alerts.ts';

/** `50 s`, `1 min 50 s`, `12 min`, `1 h 5 min`; a clock a little behind never shows less than nothing. */
export function ageWords(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 10) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	if (minutes < 60) return `${minutes} min`;
	return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What the age of the oldest unseen worry asks for. Never says anything about what it holds. */
export function worryCall(oldest: number | null, now: number): 'none' | 'waiting' | 'deputy' | 'call' {
	if (oldest === null) return 'none';
	const age = now - oldest;
	if (age >= ALERT_AFTER.call) return 'call';
	return age >= ALERT_AFTER.deputies ? 'deputy' : 'waiting';
}

/** The time of day, as the room's clock shows it: `10:14`. */
export function clockWords(at: number): string {
	return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
