/**
 * What the three tabs of the plan share: the rows planners see, what is selected, and the one way to act. It decides
 * nothing; what the summit refuses is said in its own words (L7).
 */
import { getContext, setContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { CommandBody, LiveTopic } from '../../live/client.svelte.ts';
import type { DoAnswer } from '../../live/protocol.ts';
import type {
	ActionRow,
	AnswerRow,
	ApprovedRow,
	BackingRow,
	IdeasRows,
	MergedRow,
	PlanRow,
	PlanRows,
	ThemeRow
} from '../../summit/topics/plan.ts';
import type { SetupRow } from '../../summit/topics/staff.ts';
import type { Staff } from '../staff/staff.svelte.ts';

export const TABS = ['ideas', 'backing', 'answers'] as const;
export type Tab = (typeof TABS)[number];

export class Desk {
	readonly staff: Staff;
	private readonly ideaRows: LiveTopic<IdeasRows>;
	private readonly planRows: LiveTopic<PlanRows>;
	private readonly setup: LiveTopic<{ setup: SetupRow }>;
	tab: Tab = $state('ideas');
	/** What can still be taken back: its words, and how. */
	undo: { words: string; back: () => Promise<void> } | null = $state.raw(null);
	/** The theme or action somebody asked to be taken to. */
	focus: { theme?: string; action?: string } | null = $state.raw(null);
	/** Approved texts that are ticked, and ideas ticked for students: kept while somebody looks at another tab. */
	readonly ticked = new SvelteSet<string>();
	readonly backs = new SvelteSet<string>();
	/** Something is on its way: what a button says meanwhile. */
	saving: string | undefined = $state();

	constructor(staff: Staff) {
		this.staff = staff;
		this.ideaRows = staff.live.watch<IdeasRows>('ideas');
		this.planRows = staff.live.watch<PlanRows>('plan');
		this.setup = staff.live.watch<{ setup: SetupRow }>('setup');
	}

	get ready(): boolean {
		return this.ideaRows.ready && this.planRows.ready;
	}
	get themes(): ThemeRow[] {
		return this.ideaRows.all<ThemeRow>('theme:').map(({ row }) => row);
	}
	get items(): ApprovedRow[] {
		return this.ideaRows.all<ApprovedRow>('item:').map(({ row }) => row);
	}
	get merged(): MergedRow[] {
		return this.ideaRows.all<MergedRow>('idea:').map(({ row }) => row);
	}
	get backing(): BackingRow {
		return this.ideaRows.row('backing') ?? { status: 'before', ideas: [], version: 0, chosen: 0 };
	}
	get plan(): PlanRow | undefined {
		return this.planRows.row('plan');
	}
	get answers(): AnswerRow[] {
		return this.planRows.all<AnswerRow>('answer:').map(({ row }) => row);
	}
	get actions(): ActionRow[] {
		return this.planRows.all<ActionRow>('action:').map(({ row }) => row);
	}
	/** Common answers of the template, to start an action from. */
	get library(): SetupRow['settings']['actions'] {
		return this.setup.row('setup')?.settings.actions ?? [];
	}
	get signed(): boolean {
		return this.plan?.status === 'signed';
	}
	themeName(id: string): string {
		return this.themes.find((theme) => theme.id === id)?.name ?? '';
	}

	/**
	 * Sends one command; with `undo` the news carries a way back until the next thing is done. One at a time: a second press
	 * of a double press would add the same action twice.
	 */
	async act(command: CommandBody, said?: { news: string; undo?: () => Promise<void> }): Promise<DoAnswer> {
		if (this.saving !== undefined)
			return { ok: false, id: '', code: 'too_fast', words: 'What you pressed before is still being saved.' };
		this.undo = null;
		this.saving = 'Saving';
		const answer = await this.staff.act(command, said?.undo ? undefined : said?.news);
		this.saving = undefined;
		if (answer.ok && said?.undo) this.undo = { words: said.news, back: said.undo };
		return answer;
	}

	/** Puts texts into a theme (or none), and back to where each was if that was a slip. */
	async place(ids: string[], theme: string | null): Promise<boolean> {
		const before = this.items.filter(({ id }) => ids.includes(id)).map(({ id, theme: was }) => ({ id, was }));
		const where = theme === null ? 'out of their themes' : `into “${this.themeName(theme)}”`;
		const news = `${ids.length === 1 ? '1 text' : `${ids.length} texts`} put ${where}.`;
		const answer = await this.act(
			{ type: 'idea:place', items: ids, theme },
			{ news, undo: () => this.putBack(before) }
		);
		return answer.ok;
	}
	private async putBack(before: { id: string; was: string | null }[]): Promise<void> {
		const left = [...before];
		for (let next = left[0]; next; next = left[0]) {
			const { was: theme } = next;
			const items = left.filter(({ was }) => was === theme).map(({ id }) => id);
			const answer = await this.staff.act({ type: 'idea:place', items, theme });
			if (!answer.ok) return;
			left.splice(0, left.length, ...left.filter(({ was }) => was !== theme));
		}
		this.undo = null;
		this.staff.say('Put back as they were.');
	}
}

const KEY = Symbol('plan');

export function provideDesk(staff: Staff): Desk {
	return setContext(KEY, new Desk(staff));
}
export function useDesk(): Desk {
	return getContext<Desk>(KEY);
}
