/**
 * What the kit does by itself, nobody pressing anything: settle decisions whose five seconds are over (S2), release (S9),
 * call deputies and the lead to a worry nobody opened (S6).
 */
import { releaseDue } from './releases.ts';
import type { Summit } from './summit.ts';
import { alertsDue, nextAlertAt } from './worry-alerts.ts';
import type { AlertStage } from './worry-alerts.ts';

type Due =
	| { type: 'words:settle'; items: string[] }
	| { type: 'station:release'; station: string }
	| { type: 'worry:alert'; worry: string; stage: AlertStage };

/** What the kit itself must do at `now`: settle decisions whose five seconds are over, release what is due, call whom it is time to call. */
export function due(summit: Summit, now: number): Due[] {
	const items: string[] = [];
	for (const id of summit.queue.pending) {
		const item = summit.queue.items.get(id);
		if (item?.state === 'held' && item.settlesAt !== null && item.settlesAt <= now) items.push(id);
	}
	const todo: Due[] = items.length > 0 ? [{ type: 'words:settle', items }] : [];
	for (const station of summit.releases.changed.keys()) {
		if (releaseDue(summit, station, now)) todo.push({ type: 'station:release', station });
	}
	return [...todo, ...alertsDue(summit, now)];
}

/** How long until the kit must look again, in ms; `tick` while something may be due any moment, null while nothing waits. */
export function looksAgainIn(summit: Summit, { now, tick }: { now: number; tick: number }): number | null {
	for (const cards of summit.releases.changed.values()) if (cards.size > 0) return tick;
	for (const id of summit.queue.pending) if (summit.queue.items.get(id)?.state === 'held') return tick;
	const next = nextAlertAt(summit);
	return next === null ? null : Math.max(tick, next - now);
}
