/**
 * Between the log and the state: an event with its secret sealed for the store, and a summit folded out of stored events.
 * Only here do sealed words become readable, and only into memory. Events whose keys were destroyed fold with no secret.
 */
import { evolve } from '../summit/evolve.ts';
import { foundSummit } from '../summit/founding.ts';
import { sealedAs } from '../summit/sealed-as.ts';
import type { LoggedEvent, Summit } from '../summit/summit.ts';
import type { Keyring } from './keyring.ts';
import type { NewEvent, Store, StoredEvent, SummitRecord } from './store/port.ts';

/** Raised when the shape of an event changes; older ones are upcast when read. */
const EVENT_VERSION = 1;
/** Events read at a time. */
const PAGE = 2_000;

export interface Fold {
	seal: (event: LoggedEvent) => NewEvent;
	/** One stored event as it happened; without its sealed part it has no secret. */
	open: (stored: StoredEvent) => LoggedEvent;
	/** The sealed words of one stored event under a key of their own, for a text that outlives an erasure (S13). */
	sealHeld: (stored: StoredEvent) => Uint8Array | null;
	/** The whole log folded; throws when it does not begin with `summit:created`. */
	read: () => Promise<Summit>;
}

interface FoldParts {
	record: SummitRecord;
	store: Store;
	keyring: Keyring;
}

export function createFold({ record, store, keyring }: FoldParts): Fold {
	function open(stored: StoredEvent): LoggedEvent {
		const { seq, at, actor, sealed } = stored;
		// Both were written by `seal` below, from an event that `decide` made.
		const body = JSON.parse(stored.body) as LoggedEvent;
		const event = { ...body, seq, at, actor, type: stored.type } as LoggedEvent;
		if (sealed === null) return event;
		const text = keyring.open({ summit: record.id, event: seq, field: sealedAs(event), sealed });
		const secret: unknown = text === null ? null : JSON.parse(text);
		return { ...event, secret } as LoggedEvent;
	}

	return {
		open,
		sealHeld(stored) {
			const event = open(stored);
			const secret = 'secret' in event ? event.secret : null;
			if (secret === null) return null;
			const place = { summit: record.id, event: stored.seq, field: sealedAs(event) };
			return keyring.sealHeld({ ...place, text: JSON.stringify(secret) });
		},
		seal(event) {
			const { seq, at, actor, type, ...rest } = event;
			const secret = 'secret' in rest ? rest.secret : null;
			const body = JSON.stringify({ ...rest, secret: undefined });
			const field = sealedAs(event);
			const place = { summit: record.id, event: seq, field };
			const sealed = secret === null ? null : keyring.seal({ ...place, text: JSON.stringify(secret) });
			return { at, actor, type, v: EVENT_VERSION, body, sealed };
		},
		async read() {
			let summit: Summit | null = null;
			for (;;) {
				const page = await store.read({ summit: record.id, after: summit?.seq ?? 0, limit: PAGE });
				for (const stored of page) {
					const event = open(stored);
					summit ??= foundSummit(record.id, event);
					evolve(summit, event);
				}
				if (page.length < PAGE) break;
			}
			if (!summit) throw new Error('The log of a summit is empty');
			return summit;
		}
	};
}
