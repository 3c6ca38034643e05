/** What the kit does by itself, nobody pressing anything: settle decisions whose five seconds are over (S2), release (S9). */
import { releaseDue } from './releases.ts';
import type { Summit } from './summit.ts';

type Due = { type: 'words:settle'; items: string[] } | { type: 'station:release'; station: string };

/** What the kit itself must do at `now`: settle decisions whose five seconds are over, release what is due. */
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
	return todo;
}
