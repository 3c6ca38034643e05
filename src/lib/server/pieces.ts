/*
 * How the kit and a disposable child speak: pieces, each a line of JSON and, where the line says `bytes`, as many bytes
 * after it. The child has read a stranger's file, so every number it says is held to a limit before it is believed.
 */
import type { Writable } from 'node:stream';
import { z } from 'zod';

export interface Piece {
	/** The line, parsed; its reader checks the rest of its shape. */
	line: Record<string, unknown>;
	bytes: Buffer;
}

const Line = z.looseObject({ bytes: z.int().min(0).optional() });
/** Characters of a line at most. */
const LONGEST_LINE = 20_000;

export class BadPiece extends Error {}

/** Throws BadPiece at what is not a piece, and as soon as there were more than `most` bytes in all. */
export async function* readPieces(from: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Piece> {
	let held = Buffer.alloc(0);
	let waiting: Buffer[] = [];
	let [have, want, all] = [0, 1, 0];
	for await (const part of from) {
		all += part.length;
		if (all > most) throw new BadPiece('It says more than it may.');
		waiting.push(Buffer.from(part));
		have += part.length;
		// Put together only when there may be a whole piece: a large one comes in hundreds of parts.
		if (have < want) continue;
		held = Buffer.concat([held, ...waiting]);
		waiting = [];
		for (let found = cut(held); ; found = cut(held)) {
			if ('needs' in found) {
				want = found.needs;
				break;
			}
			yield found.piece;
			held = held.subarray(found.used);
		}
		have = held.length;
	}
	if (have > 0) throw new BadPiece('It ended in the middle.');
}

/** The first piece, or how many bytes there must be before it is worth looking again. */
function cut(held: Buffer): { piece: Piece; used: number } | { needs: number } {
	const end = held.indexOf(0x0a);
	if (end > LONGEST_LINE || (end === -1 && held.length > LONGEST_LINE)) throw new BadPiece('Its line is too long.');
	if (end === -1) return { needs: held.length + 1 };
	const line = readLine(held.toString('utf8', 0, end));
	const used = end + 1 + (line.bytes ?? 0);
	return held.length < used ? { needs: used } : { piece: { line, bytes: held.subarray(end + 1, used) }, used };
}

function readLine(text: string): z.infer<typeof Line> {
	try {
		return Line.parse(JSON.parse(text));
	} catch (problem) {
		throw new BadPiece('Its line cannot be read.', { cause: problem });
	}
}

/** A piece as bytes. */
export function pieceOf(line: Record<string, unknown>, bytes?: Uint8Array): Buffer {
	const said = Buffer.from(`${JSON.stringify(bytes ? { ...line, bytes: bytes.length } : line)}\n`);
	return bytes ? Buffer.concat([said, bytes]) : said;
}

/** Resolves when it is on its way, so that whoever writes many goes no faster than they are read. */
export function writePiece(to: Writable, line: Record<string, unknown>, bytes?: Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		to.write(pieceOf(line, bytes), (problem) => (problem ? reject(problem) : resolve()));
	});
}
