/**
 * A card handed on while there was no network: its cookie goes only when the kit answers, so until then this device
 * remembers that nobody may use the card any more (L3). Kept by the browser, not by the tab: the next person may well open
 * another one.
 */
import type { TalkRow } from '../../summit/topics/room.ts';

const KEY = 'handed-on';

/**
 * What to say before a card is handed on that an adult is going to look for, or null: somebody asked to talk and nobody
 * has read it yet, or asked to be come to, which is done by the card on the screen (S5).
 */
export function talkWarning(talks: readonly Pick<TalkRow, 'how' | 'readAt' | 'nobodyReads'>[]): string | null {
	const looked = talks.some(({ how, readAt, nobodyReads }) => !nobodyReads && (readAt === null || how === 'come'));
	return looked
		? 'An adult is going to look for this card. Tell an adult with a green badge before you hand it on.'
		: null;
}

/** `localStorage`, or null where the browser forbids it; then the page that is open still finishes it. */
function store(): Storage | null {
	try {
		return typeof localStorage === 'undefined' ? null : localStorage;
	} catch {
		return null;
	}
}

export function rememberHandedOn(card: string): void {
	try {
		store()?.setItem(KEY, card);
	} catch {
		// Full: the open page still finishes it.
	}
}

/** Whether this card was handed on. Another card's note is out of date and goes. */
export function wasHandedOn(card: string): boolean {
	const kept = store()?.getItem(KEY) ?? null;
	if (kept !== null && kept !== card) store()?.removeItem(KEY);
	return kept === card;
}

/** Milliseconds between two tries, and for one: a network that swallows a question never answers it, whole again or not. */
const PAUSE = 2_000;
const PATIENCE = 15_000;

/** Resolves once the kit answers at all, trying again and again, and sooner when the browser says it is online. */
export async function kitAnswers(): Promise<void> {
	for (;;) {
		const asked = fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
		const answer = await Promise.race([asked, pause(PATIENCE, asked)]);
		if (answer?.ok) return;
		await pause(PAUSE);
	}
}

/** Ends after so many milliseconds, when the browser says it is online, or when there is nothing left to wait for. */
function pause(milliseconds: number, needless?: Promise<unknown>): Promise<null> {
	return new Promise((resolve) => {
		const end = (): void => {
			clearTimeout(timer);
			window.removeEventListener('online', end);
			resolve(null);
		};
		const timer = setTimeout(end, milliseconds);
		window.addEventListener('online', end);
		void needless?.then(end);
	});
}
