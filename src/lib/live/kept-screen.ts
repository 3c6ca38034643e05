/**
 * What a student's page shows without a network: the last rows of its card, beside the outbox and wiped with it (L3). It
 * holds nothing that the card said and nothing of anybody else's; what may be in it is decided where it is made.
 */
import { request, type Database } from './database.ts';
import type { Speaking } from './protocol.ts';

export interface KeptScreen {
	speaking: Speaking;
	card: string;
	title: string;
	/** By topic. */
	rows: Record<string, Record<string, unknown>>;
}

/** The one of this summit, or null: nobody has a card here, or the browser keeps nothing. */
export async function readScreen(summit: string, database: Database): Promise<KeptScreen | null> {
	const kept = database.read(['screens'], (at) => {
		// Only `writer` writes these, always of this shape.
		return request(at.objectStore('screens').get(summit)) as Promise<KeptScreen | undefined>;
	});
	return (await kept.catch(() => undefined)) ?? null;
}

/** Writes one summit's; null takes it away. After the device was handed on it writes nothing more, asleep or not. */
export function screenWriter(summit: string, database: Database): (screen: KeptScreen | null) => Promise<void> {
	let mark: unknown;
	let begun = false;
	return (screen) =>
		database
			.write(['notes', 'screens'], async (at) => {
				const wiped = (await request(at.objectStore('notes').get('wiped'))) as unknown;
				if (begun && wiped !== mark) return;
				[begun, mark] = [true, wiped];
				const screens = at.objectStore('screens');
				if (screen) screens.put(screen, summit);
				else screens.delete(summit);
			})
			// Then there is none without a network; with one, all is as it was.
			.catch(() => undefined);
}
