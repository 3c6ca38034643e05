/** Whether something begun in a station is still kept by this tab; the keys are those of `steps/drafts.ts`. */
import type { DraftStore } from './steps/drafts.ts';

export function isUnfinished(
	store: DraftStore | null,
	{ summit, station }: { summit: string; station: string }
): boolean {
	if (!store) return false;
	const steps = `draft:${summit}:${station}:`;
	return Array.from({ length: store.length }, (_, at) => store.key(at)).some((key) => key?.startsWith(steps));
}
