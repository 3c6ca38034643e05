/**
 * Covering words: a text → the pieces a person can tap, and the tapped pieces → the character ranges the server hides
 * (S3). Covering never rewrites: a range only ever hides what stands there. Positions are UTF-16 units, as
 * `String.slice` counts them.
 */
export interface Piece {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}
/** A covered stretch [from, to). */
export type Range = [from: number, to: number];

/** Ranges one command may carry; beyond it the words are better kept back. */
export const MOST_RANGES = 100;
/** Past this length a run without spaces is cut where the language cuts it: not every script writes spaces. */
const LONG = 24;
/** The block that stands for covered words, always as long, so that length tells nothing. */
const BLOCK = '▇▇▇';

/** The words of a text in order; what stands between them is white space only. */
export function piecesOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	for (const run of text.matchAll(/\S+/gu)) {
		const [word] = run;
		if (word.length <= LONG) pieces.push({ from: run.index, to: run.index + word.length, text: word });
		else for (const part of cut(word)) pieces.push({ ...part, from: run.index + part.from, to: run.index + part.to });
	}
	return pieces;
}
function cut(word: string): Piece[] {
	if (!('Segmenter' in Intl)) return [{ from: 0, to: word.length, text: word }];
	const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(word);
	return [...segments].map(({ index, segment }) => ({ from: index, to: index + segment.length, text: segment }));
}

/** The ranges for the pieces with these numbers; neighbours become one, with the white space between them. */
export function rangesOf(pieces: readonly Piece[], covered: ReadonlySet<number>): Range[] {
	const ranges: Range[] = [];
	let before = false;
	pieces.forEach((piece, index) => {
		const last = ranges.at(-1);
		if (!covered.has(index)) before = false;
		else if (before && last) last[1] = piece.to;
		else {
			ranges.push([piece.from, piece.to]);
			before = true;
		}
	});
	return ranges;
}

/** The text as others would see it. */
export function preview(text: string, ranges: readonly (readonly [number, number])[]): string {
	let shown = '';
	let from = 0;
	for (const [start, end] of ranges) {
		shown += text.slice(from, start) + BLOCK;
		from = end;
	}
	return shown + text.slice(from);
}
