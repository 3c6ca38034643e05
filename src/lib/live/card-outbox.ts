/** A card's outbox with a browser's own parts: its database, its other tabs, its timers, its sleep. */
import { openDatabase } from './database.ts';
import { commandId } from './ids.ts';
import { openStore, wipe } from './outbox-database.ts';
import { createOutbox, type Outbox, type OutboxParts } from './outbox.ts';
import { followPage } from './page-life.ts';
import { openTabs } from './tabs.ts';

type Told = Pick<OutboxParts, 'send' | 'changed' | 'handedOn'> & { summit: string; card: string };

export function openCardOutbox({ summit, card, ...told }: Told): Outbox {
	const database = openDatabase();
	const outbox = createOutbox({
		...told,
		tab: commandId(Date.now()),
		store: openStore({ summit, card }, database),
		tabs: (hear) => openTabs({ summit, card }, hear),
		wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
		draw: Math.random
	});
	const unfollow = followPage({ rests: () => outbox.rest(), wakes: () => outbox.wake() });
	void outbox.open();
	return {
		...outbox,
		close() {
			unfollow();
			outbox.close();
		}
	};
}

/** Everything any card kept on this device, for the next person (L3). Done in time, also where the browser answers nothing. */
export const wipeDevice = (): Promise<void> => wipe(commandId(Date.now()), openDatabase());
