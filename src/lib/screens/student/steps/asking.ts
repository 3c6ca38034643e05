/** What a step's screen is given: the step, where it stands, and how to send. */
import type { Step } from '../../../summit/stations/settings.ts';
import type { MineRow } from '../../../summit/topics/room.ts';
import type { DraftOf } from './drafts.ts';
import type { Sending } from './sending.svelte.ts';
import type { Walk } from './walk.svelte.ts';

export interface Asking<S extends Step = Step> {
	readonly step: S;
	/** The station's title. */
	readonly title: string;
	/** The step's question as this age reads it. */
	readonly question: string;
	readonly walk: Walk;
	readonly sending: Sending;
	readonly mine: MineRow | undefined;
	/** This step and the one before it: news of them is shown above the buttons. */
	readonly recent: readonly string[];
	/** Where what is begun in this step is kept. */
	readonly draft: DraftOf;
	/** What the order of things offered hangs on; the same after a reload. */
	readonly seed: string;
	readonly band: string;
}
