/**
 * One person at the queue: the text being read, what they do with it, and five seconds to take that back (S2, S3). Several
 * desks work on one queue. A press never acts on a text that has only just come onto the screen: a double press, or
 * somebody else deciding in the same moment, must not decide on words nobody has read.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { Live, LiveTopic } from '../../live/client.svelte.ts';
import type { QueueRow } from '../../summit/topics/staff.ts';
import { refusalWords } from '../staff/staff.svelte.ts';
import type { Staff } from '../staff/staff.svelte.ts';
import { HOLD, mustTake, nextToRead, oldestFirst, readBy } from './choose.ts';
import type { Waiting } from './choose.ts';
import type { Range } from './cover.ts';
import { goneWords } from './words.ts';
import type { KeepReason, Way } from './words.ts';

/** Milliseconds a text must have been on the screen before a press counts as meant for it. */
const SETTLES = 600;
/** Milliseconds after the last touch for which somebody still counts as reading. */
const READS_FOR = 90_000;
/** Milliseconds the word about a text that went away stays. */
const GONE_STAYS = 4_000;
/** Milliseconds to wait for the row that a taken-back decision brings again. */
const COMES_BACK = 2_000;

type Rows = Record<string, QueueRow>;
export type Answer = 'show' | 'pass' | { cover: Range[] } | { keep: KeepReason };

export class Desk {
	readonly staff: Staff;
	readonly #live: Live;
	readonly #queue: LiveTopic<Rows>;
	readonly #late: LiveTopic<Rows> | null;
	reading = $state<string | null>(null);
	mode = $state<'choose' | 'cover' | 'keep'>('choose');
	/** What became of the text that was on the screen, while it is worth saying. */
	gone = $state<{ words: string; until: number } | null>(null);
	last = $state<{ id: string; way: Way; until: number } | null>(null);
	/** A refusal, or a word about what was taken back. */
	note = $state('');
	busy = $state<Way | 'undo' | null>(null);
	#wished: string | null = null;
	#back: { id: string; until: number } | null = null;
	#shownAt = 0;
	#touchedAt: number;
	#asked: { id: string; at: number } | null = null;
	/** Texts this desk decided on, at which version: the row follows a moment after the answer. */
	readonly #mine = new SvelteMap<string, number>();

	constructor(staff: Staff, live: Live, { reads }: { reads: boolean }) {
		this.staff = staff;
		this.#live = live;
		this.#queue = live.watch<Rows>('queue');
		this.#late = live.speaking.as === 'lead' ? live.watch<Rows>('late') : null;
		this.#touchedAt = reads ? Date.now() : 0;
	}

	get ready(): boolean {
		return this.#queue.ready;
	}
	get me(): string {
		return this.#live.me;
	}
	/** Everything undecided or within its five seconds, oldest first. */
	get rows(): Waiting[] {
		const rows = (topic: LiveTopic<Rows> | null, late: boolean) =>
			(topic?.all<QueueRow>('') ?? []).map(({ row }) => ({ ...row, late }));
		return oldestFirst([...rows(this.#queue, false), ...rows(this.#late, true)]);
	}
	get waiting(): Waiting[] {
		return this.rows.filter((row) => row.state === 'waiting' && !this.#isMine(row));
	}
	get current(): Waiting | undefined {
		return this.waiting.find((row) => row.id === this.reading);
	}
	readBy(row: Waiting): string | null {
		return readBy(row, { me: this.me, now: this.staff.now });
	}

	/** Somebody is at this desk. */
	touch(): void {
		this.#touchedAt = Date.now();
		this.#take();
	}
	/** Reads this text next, even if somebody else is at it. */
	wish(id: string): void {
		this.#wished = id;
		this.gone = null;
		this.#put(id);
	}
	/** Leaves the word about the text that went away. */
	onward(): void {
		this.gone = null;
		this.follow();
	}
	choose(mode: 'choose' | 'cover' | 'keep'): void {
		if (mode !== 'choose' && !this.#settled()) return;
		this.mode = mode;
		this.note = '';
		this.#shownAt = Date.now();
	}

	/** Keeps the screen in step with the rows and the clock; called whenever either changes. */
	follow(): void {
		const now = this.staff.now;
		if (this.busy !== null) return;
		if (this.last && this.last.until < now) this.last = null;
		if (this.#back) {
			const back = this.waiting.some((row) => row.id === this.#back?.id);
			if (!back && this.#back.until > now) return;
			if (back) this.#wished = this.#back.id;
			this.#back = null;
		}
		if (this.gone && this.gone.until > now) return;
		this.gone = null;
		const { current } = this;
		if (current && (this.readBy(current) === null || this.#wished === current.id)) return this.#take();
		if (this.reading !== null && Date.now() - this.#touchedAt < READS_FOR && this.#went(current)) return;
		const next = nextToRead(this.waiting, { wished: this.#wished, me: this.me, now });
		this.#put(next?.id ?? null);
	}

	async decide(answer: Answer): Promise<void> {
		const row = this.current;
		if (!row || this.busy !== null || !this.#settled()) return;
		const on = { item: row.id, seen: row.version };
		const way: Way = typeof answer === 'string' ? answer : 'cover' in answer ? 'cover' : 'keep';
		this.busy = way;
		this.note = '';
		this.#mine.set(row.id, row.version);
		const said = await this.#live.do(
			typeof answer === 'string'
				? { type: answer === 'show' ? 'words:show' : 'words:pass', ...on }
				: 'cover' in answer
					? { type: 'words:cover', ...on, cover: answer.cover }
					: { type: 'words:keep', ...on, reason: answer.keep }
		);
		this.busy = null;
		if (said.ok) {
			this.last = { id: row.id, way, until: this.#live.now() + HOLD };
			this.reading = null;
		} else {
			this.#mine.delete(row.id);
			this.note = refusalWords(said);
		}
		this.follow();
	}

	/** Takes back the last decision, or that on `id`, anybody's. */
	async undo(id = this.last?.id): Promise<void> {
		if (id === undefined || this.busy !== null) return;
		this.busy = 'undo';
		const said = await this.#live.do({ type: 'words:undo', item: id });
		this.busy = null;
		if (said.ok) {
			if (this.last?.id === id) this.last = null;
			this.#mine.delete(id);
			this.#back = { id, until: this.#live.now() + COMES_BACK };
			this.gone = null;
			this.note = 'Taken back. Read it again.';
		} else {
			this.note = refusalWords(said);
		}
		this.follow();
	}

	#settled(): boolean {
		return Date.now() - this.#shownAt >= SETTLES;
	}
	#isMine(row: Waiting): boolean {
		const version = this.#mine.get(row.id);
		return version !== undefined && row.version <= version;
	}
	/** Whether the text on the screen went away by another's hand, which is worth a word. */
	#went(current: Waiting | undefined): boolean {
		const id = this.reading;
		this.reading = null;
		this.#wished = null;
		if (id === null || this.#mine.has(id)) return false;
		const row = this.rows.find((one) => one.id === id);
		const by = current ? this.readBy(current) : null;
		const words = by === null ? goneWords(row?.way ?? null, row?.decidedBy ?? null) : `${by} is reading that one.`;
		this.gone = { words, until: this.staff.now + GONE_STAYS };
		return true;
	}
	#put(id: string | null): void {
		if (id === this.reading) return;
		this.reading = id;
		this.mode = 'choose';
		this.#shownAt = Date.now();
		this.#take();
	}
	/** Tells the other desks that this text is being read, while somebody is here to read it. */
	#take(): void {
		const row = this.current;
		if (!row || !this.staff.online || Date.now() - this.#touchedAt > READS_FOR) return;
		if (!mustTake(row, { me: this.me, now: this.#live.now() })) return;
		if (this.#asked?.id === row.id && Date.now() - this.#asked.at < 5_000) return;
		this.#asked = { id: row.id, at: Date.now() };
		// Refused only when somebody else was quicker; their row says so.
		void this.#live.do({ type: 'words:take', item: row.id });
	}
}
