/**
 * Which of a summit's two keys closes what an event holds in secret. It must stay as it is for every event there ever was:
 * what a log's events were sealed under is what opens them.
 */
import type { Event } from './summit.ts';

/** Under which of a summit's two keys an event's `secret` is sealed; erasing one leaves the other readable. */
export function sealedAs(event: Event): 'words' | 'worries' {
	switch (event.type) {
		case 'talk:asked':
		case 'words:passed':
		case 'worry:recorded':
		case 'lists:edited':
		case 'worry:moved':
		case 'cards:traced':
		case 'retention:held':
			return 'worries';
		case 'station:contributed':
			return event.route === 'leads' ? 'worries' : 'words';
		default:
			return 'words';
	}
}
