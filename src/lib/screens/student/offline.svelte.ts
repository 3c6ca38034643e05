/**
 * A student's page without a network, where the browser takes the page for safe: what is kept while it is online, and how
 * the page opens from it. `src/phone-worker.ts` serves the files; this says what stands on them. Over plain HTTP there is
 * none of it, and everything else works (decision 23).
 */
import { mount, type Component } from 'svelte';
import type { Live } from '../../live/client.svelte.ts';
import { openDatabase } from '../../live/database.ts';
import { readScreen, screenWriter, type KeptScreen } from '../../live/kept-screen.ts';
import { kitAnswers, wasHandedOn } from './handing-on.ts';
import { openedFrom, rowsToKeep } from './kept.ts';
import type { Front, UnsentTalk } from './student.svelte.ts';

/** Milliseconds the rows may still change before they are kept. */
const SETTLED = 1_000;
/** Milliseconds, and by chance twice as many, before a page that nothing is kept of is asked for again. */
const AGAIN = 2_000;
export const WORKER = '/s/worker.js';

/** Keeps this page's screen as it changes, until it is not this card's any more. */
export function keepScreen(live: Live, card: string): void {
	const { summit } = live.speaking;
	const write = screenWriter(summit, openDatabase());
	$effect.root(() => {
		$effect(() => {
			if (live.handedOn || wasHandedOn(card)) return;
			const [all, mine, choose] = ['summit', `card:${card}`, 'choose'].map((topic) => live.topic(topic).all(''));
			const rows = rowsToKeep({ card, summit: all ?? [], mine: mine ?? [], choose: choose ?? [] });
			const ended = live.evicted?.code;
			const kept: KeptScreen = { speaking: live.speaking, card, title: document.title, rows };
			// A page that is only out of date opens again from what was kept before.
			if (ended === 'old_protocol') return;
			const later = setTimeout(() => {
				if (!wasHandedOn(card)) void write(ended ? null : kept);
			}, SETTLED);
			return () => clearTimeout(later);
		});
	});
	// A browser that refuses it is one more without.
	void navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' }).catch(() => undefined);
}

interface PageProps extends Record<string, unknown> {
	speaking: KeptScreen['speaking'];
	card: string;
	rows: KeptScreen['rows'];
	front: Front;
	once: string;
	unsent: UnsentTalk | null;
}

/** Opens the page from what is kept; where nothing is, `target` says so and the page is asked for again. */
export async function openKept(Page: Component<PageProps>, target: HTMLElement): Promise<void> {
	const [, , summit = ''] = location.pathname.split('/');
	const kept = await readScreen(summit, openDatabase());
	if (!kept) {
		// A kit that answers and gives no page has too much to do: not without end, and not all phones at once.
		await new Promise((resolve) => setTimeout(resolve, AGAIN * (1 + Math.random())));
		await kitAnswers();
		location.reload();
		return;
	}
	const front = (['talk', 'next'] as const).find((one) => location.search === `?show=${one}`) ?? null;
	document.title = kept.title;
	target.replaceChildren();
	mount(Page, { target, props: { ...openedFrom(kept), front, once: '', unsent: null } });
}
