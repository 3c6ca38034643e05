/**
 * What a student has begun and not sent: kept for this tab only, so that a reload or *Talk to someone* loses no typing.
 * Every key begins `draft:<summit>:`; *Next person* removes them all, so nothing may be kept here under another name. A tab
 * that was not there for it (browsers put tabs away and bring them back with what they kept) finds another card's and drops it.
 */

/** The part of `Storage` drafts need. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One summit's station; `step` names one of its steps, and without it the key holds how far the student got. */
export interface DraftOf {
	summit: string;
	station: string;
	step?: string;
}

/** The tab's own store, or null where the browser forbids it: then a draft lives as long as its screen. */
export function tabStore(): DraftStore | null {
	try {
		return typeof sessionStorage === 'undefined' ? null : sessionStorage;
	} catch {
		return null;
	}
}

/** In place of a station: which one the student went to, so that a reload stays there. No station's id has capitals. */
export const PICKED = 'PICKED';

/** In place of a station: whose drafts these are. */
const CARD = 'CARD';

const prefixOf = (summit: string): string => `draft:${summit}:`;
function keyOf({ summit, station, step }: DraftOf): string {
	return prefixOf(summit) + (step === undefined ? station : `${station}:${step}`);
}

/** What was begun, or the empty string. */
export function readDraft(store: DraftStore | null, of: DraftOf): string {
	try {
		return store?.getItem(keyOf(of)) ?? '';
	} catch {
		return '';
	}
}

const watchers = new Set<() => void>();
/** Tells of every draft kept or forgotten on this page, until the returned function is called. */
export function watchDrafts(told: () => void): () => void {
	watchers.add(told);
	return () => void watchers.delete(told);
}
function tell(): void {
	for (const told of watchers) told();
}

/** Keeps what was begun; nothing at all is forgotten. A full or forbidden store is no fault of the writer's. */
export function writeDraft(store: DraftStore | null, of: DraftOf, text: string): void {
	try {
		if (text === '') store?.removeItem(keyOf(of));
		else store?.setItem(keyOf(of), text);
	} catch {
		// The words stay in the box on the screen.
	}
	tell();
}

/** Forgets everything begun in a summit on this device (L3: *Next person*). */
export function clearDrafts(store: DraftStore | null, summit: string): void {
	if (!store) return;
	const keys = Array.from({ length: store.length }, (_, at) => store.key(at));
	for (const key of keys) if (key?.startsWith(prefixOf(summit))) store.removeItem(key);
	tell();
}

/** Before any draft is read: what another card began in this tab is nobody's to see (L3). */
export function claimDrafts(store: DraftStore | null, { summit, card }: { summit: string; card: string }): void {
	const owner = { summit, station: CARD };
	if (readDraft(store, owner) === card) return;
	clearDrafts(store, summit);
	writeDraft(store, owner, card);
}
