/** What the queue calls things: marks, reasons and decisions in plain words for a colleague who learnt this this morning. */
import type { KEEP_REASONS } from '../../summit/queue.ts';
import type { Mark } from '../../summit/subject.ts';

export type KeepReason = (typeof KEEP_REASONS)[number];

/** What the kit noticed in a text. It may be wrong, and its silence means nothing (S4). */
export const MARK_WORDS: Record<Mark, string> = {
	name: 'May name a person',
	contact: 'Contact details',
	title: 'Names an adult',
	abuse: 'Unkind words',
	disclosure: 'May tell of harm',
	language: 'Not in English'
};

/** Why words are kept back (S3); the code is what is logged. */
export const KEEP_WORDS: Record<KeepReason, { words: string; hint: string }> = {
	'names-someone': { words: 'It points at somebody', hint: 'A person could be recognised, even with words covered.' },
	unkind: { words: 'It is unkind', hint: 'It would hurt somebody in this room.' },
	'too-personal': { words: 'It is too personal', hint: 'It is about one student’s own life, and not a worry.' },
	'not-about-safety': { words: 'It is not about today', hint: 'A joke, or another subject.' },
	'same-again': { words: 'We have just shown the same', hint: 'Another text said it already.' },
	unclear: { words: 'We cannot tell what it means', hint: 'We read it twice and still cannot tell.' }
};
export const KEEP_ORDER: readonly KeepReason[] = [
	'names-someone',
	'unkind',
	'too-personal',
	'not-about-safety',
	'same-again',
	'unclear'
];

export type Way = 'show' | 'cover' | 'keep' | 'pass';

/** What was decided, as the take-back line says it. */
export const DONE_WORDS: Record<Way, string> = {
	show: 'Shown.',
	cover: 'Shown with words covered.',
	keep: 'Kept back.',
	pass: 'Passed on.'
};

/** What somebody else did with the text that was being read. */
export function goneWords(way: 'show' | 'cover' | 'keep' | null, by: string | null): string {
	if (way === null) return 'This one is not here any more: it was passed on, or taken back.';
	const who = by ?? 'Somebody else';
	switch (way) {
		case 'show':
			return `${who} has shown this one.`;
		case 'cover':
			return `${who} has shown this one with words covered.`;
		case 'keep':
			return `${who} has kept this one back.`;
	}
}
