/** An open trace of a card, before the lead who opened it: what it wrote and asked, in order, as far as they may read it (S7, S12). */
import { cardName } from '../card-names.ts';
import type { Summit } from '../summit.ts';
import type { Trace } from '../traces.ts';
import { worryOfItem } from '../worries.ts';
import { readersOf } from '../worry-readers.ts';
import { contextOf } from './staff.ts';

export interface TraceLine {
	at: number;
	kind: 'talk' | 'passed' | 'marked' | 'words';
	title: string;
	prompt: string;
	/** Null where there are no words, or where the worry has not been opened. */
	text: string | null;
	/** What became of it: a worry's state, or a text's in the queue. */
	state: string;
}
export interface TraceRow extends Trace {
	name: string;
	school: string;
	band: string;
	headcount: number;
	joinedAt: number;
	lines: TraceLine[];
}

export function traceRow(summit: Summit, of: string, id: string): TraceRow | null {
	const [traced, trace] = [...(summit.traces.open.get(of) ?? [])].find(([, one]) => one.id === id) ?? [];
	const card = traced === undefined ? undefined : summit.cards.list.get(traced);
	if (!trace || !card) return null;
	const { school, band, headcount, joinedAt } = card;
	return {
		...trace,
		name: cardName(card.name),
		school,
		band,
		headcount,
		joinedAt,
		lines: linesOf(summit, of, card.id)
	};
}

function linesOf(summit: Summit, of: string, card: string): TraceLine[] {
	const lines: TraceLine[] = [];
	for (const worry of summit.worries.list.values()) {
		if (worry.card !== card || !readersOf(summit, worry).includes(of)) continue;
		const { kind, at, state, station, step } = worry;
		const from = station !== null && step !== null ? contextOf(summit, { station, step }) : { title: '', prompt: '' };
		const text = state === 'new' ? null : worry.text;
		lines.push({ at, kind, title: from.title, prompt: from.prompt, text, state });
	}
	for (const item of summit.queue.items.values()) {
		// What became a worry stands above, or is not this lead's to read.
		if (item.card !== card || worryOfItem(summit, item.id)) continue;
		const { title, prompt } = contextOf(summit, item);
		lines.push({ at: item.at, kind: 'words', title, prompt, text: item.text, state: item.state });
	}
	return lines.sort((a, b) => a.at - b.at);
}
