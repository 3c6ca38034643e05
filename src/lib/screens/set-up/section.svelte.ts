/**
 * One part of the set-up while somebody edits it: what is kept, what stands on the screen, whether the two differ, and
 * saving it by itself. It must never lose typing: when somebody else changes the same part meanwhile, both stay at hand
 * until a person has chosen.
 */
import { untrack } from 'svelte';
import type { CommandBody, Live } from '../../live/client.svelte.ts';
import type { SetupRow } from '../../summit/topics/staff.ts';
import type { Settings } from '../../summit/stations/settings.ts';
import { refusalWords } from '../staff/staff.svelte.ts';
import type { Problems } from './problems.ts';
import { textOf } from './same.ts';

/** What is about to be sent, or what is wrong with it. */
export type Checked = { ok: true; body: CommandBody } | { ok: false; problems: Problems };

export interface SectionParts<Draft> {
	live: Pick<Live, 'do'>;
	/** The newest row; `seen` of a command comes from it. */
	row: () => SetupRow;
	/** The part of the settings that this section edits, as its form holds it. Always a fresh copy. */
	read: (settings: Settings) => Draft;
	check: (draft: Draft, row: SetupRow) => Checked;
	/** Told whenever this part begins or stops differing from what is kept. */
	unsaved: (dirty: boolean) => void;
}

export class Section<Draft extends object> {
	readonly #parts: SectionParts<Draft>;
	/** Bound to the form. */
	draft: Draft;
	problems: Problems = $state.raw({});
	/** What the last press of Save led to. */
	status: '' | 'saving' | 'saved' | 'problems' | 'refused' = $state('');
	/** Why the server said no. */
	why: string = $state('');
	/** Somebody else changed this part while it was being edited here. */
	conflict: boolean = $state(false);
	/** What the draft grew from. */
	#base: string = $state('');
	/** Acknowledged, though the row that shows it may not have come yet. */
	#acknowledged: string | null = $state(null);

	/** Something stands here that the summit does not have. */
	get dirty(): boolean {
		const now = textOf(this.draft);
		return now !== this.#base && now !== this.#acknowledged;
	}

	/** Create it while a component starts: it follows the row for as long as that component lives. */
	constructor(parts: SectionParts<Draft>) {
		this.#parts = parts;
		this.draft = $state(untrack(() => this.#kept()));
		this.#base = untrack(() => textOf(this.draft));
		$effect(() => {
			void parts.row().version;
			void parts.row().settings;
			untrack(() => this.follow());
		});
		$effect(() => parts.unsaved(this.dirty));
		$effect(() => () => parts.unsaved(false));
	}

	#kept(): Draft {
		return this.#parts.read(this.#parts.row().settings);
	}

	/** The row may be news: take it, unless something typed here would be lost by that. */
	follow(): void {
		if (this.status === 'saving') return;
		const kept = textOf(this.#kept());
		if (kept === this.#base) return;
		const now = textOf(this.draft);
		const ours = this.#acknowledged;
		this.#acknowledged = null;
		if (now === this.#base || now === kept || now === ours) return this.takeKept();
		// Our own save came back while somebody typed on: the typing grew from what is kept now.
		if (ours !== null) this.#base = kept;
		else this.conflict = true;
	}

	/** Shows what the summit keeps, and forgets what was typed. */
	takeKept(): void {
		this.draft = this.#kept();
		this.#base = textOf(this.draft);
		this.#acknowledged = null;
		this.conflict = false;
		this.problems = {};
		if (this.status !== 'saved') this.status = '';
	}

	/** Keeps what was typed; the next Save puts it in place of what somebody else wrote. */
	keepTyped(): void {
		this.#base = textOf(this.#kept());
		this.conflict = false;
	}

	/** Answers whether it was saved. */
	async save(): Promise<boolean> {
		if (this.status === 'saving') return false;
		const checked = this.#parts.check(this.draft, this.#parts.row());
		this.problems = checked.ok ? {} : checked.problems;
		if (!checked.ok) {
			this.status = 'problems';
			return false;
		}
		const sent = textOf(this.draft);
		this.status = 'saving';
		const answer = await this.#parts.live.do(checked.body);
		if (answer.ok) {
			this.#acknowledged = sent;
			this.status = 'saved';
		} else {
			this.status = 'refused';
			this.why =
				answer.code === 'changed_meanwhile'
					? 'Somebody changed the set-up a moment ago. What you typed is still here. Look again, then save again.'
					: refusalWords(answer);
		}
		this.follow();
		return answer.ok;
	}
}
