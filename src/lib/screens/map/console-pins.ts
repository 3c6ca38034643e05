/**
 * The pins and areas of a console's map: marks → where each stands, and their drawing on one canvas (a thousand DOM
 * markers cost ten times as much). Positions are the map's unit square (M2) until `drawMarks`, which works in pixels.
 */
import { readArea } from '../../summit/grid.ts';
import type { Place } from '../../summit/stations/settings.ts';
import type { MarkRow } from '../../summit/topics/staff.ts';
import { drawArea, outlineOf } from '../../ui/areas.ts';
import type { Area } from '../../ui/areas.ts';
import { FEELINGS, FILLS, MARK_HALO, MARK_INK, PIN_BOX, PINS } from '../../ui/marks.ts';
import type { Feeling } from '../../ui/marks.ts';
import { placeNames } from './wall-names.ts';

export interface Pin {
	readonly x: number;
	readonly y: number;
	readonly feeling: Feeling;
	/** Which of the marks on the same named place it is; they stand in a spiral so that each can be seen. */
	readonly turn: number;
}

/** Turns between neighbours of a spiral: no two of them ever stand in one line. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Painted marks as areas to draw. */
export function areasOf(marks: readonly Pick<MarkRow, 'area' | 'feeling'>[]): Area[] {
	return marks.flatMap(({ area, feeling }) =>
		area === undefined ? [] : [{ outline: outlineOf(readArea(area) ?? []), feeling }]
	);
}

/** Marks as pins. A painted one is none, and one on a place the map does not know (any more) is left out. */
export function pinsOf(marks: readonly MarkRow[], places: readonly Place[]): Pin[] {
	const turns = new Map<string, number>();
	const pins: Pin[] = [];
	for (const { at, place, feeling } of marks) {
		if (at) {
			pins.push({ x: at[0], y: at[1], feeling, turn: 0 });
			continue;
		}
		const named = places.find(({ id }) => id === place);
		if (!named) continue;
		const turn = turns.get(named.id) ?? 0;
		turns.set(named.id, turn + 1);
		pins.push({ x: named.at[0], y: named.at[1], feeling, turn });
	}
	// Those nearer the reader lie over those farther away.
	return pins.sort((a, b) => a.y - b.y);
}

/** How wide a pin is drawn, in pixels: many pins are smaller ones. */
export function pinWidth(count: number): number {
	if (count <= 60) return 26;
	return count <= 300 ? 20 : 14;
}

export type Tally = Record<Feeling, number>;
export function tallyOf(marks: readonly Pick<MarkRow, 'feeling'>[]): Tally {
	const tally: Tally = { safe: 0, mixed: 0, unsafe: 0 };
	for (const { feeling } of marks) tally[feeling] += 1;
	return tally;
}

/** Counts for each named place, the most marked first: the map in words (M4). */
export function placeRows(marks: readonly MarkRow[], places: readonly Place[]): { name: string; tally: Tally }[] {
	const rows = places.map(({ id, name }) => ({ name, tally: tallyOf(marks.filter((mark) => mark.place === id)) }));
	const sum = ({ safe, mixed, unsafe }: Tally) => safe + mixed + unsafe;
	return rows.filter(({ tally }) => sum(tally) > 0).sort((a, b) => sum(b.tally) - sum(a.tally));
}

/** Pixels of a place name's letters. */
const LETTER = 11;

/** Place names as small print, none on another: ink with a white edge, readable on any map and over any pin. */
function drawNames(
	ctx: CanvasRenderingContext2D,
	q: { places: readonly Place[]; width: number; height: number }
): void {
	ctx.font = `700 ${LETTER}px system-ui, sans-serif`;
	ctx.textAlign = 'center';
	ctx.textBaseline = 'middle';
	ctx.lineJoin = 'round';
	ctx.lineWidth = 3;
	ctx.strokeStyle = MARK_HALO;
	ctx.fillStyle = MARK_INK;
	for (const { name, x, y } of placeNames({ places: q.places, points: [], cells: [], on: q, letter: LETTER })) {
		ctx.strokeText(name, x, y);
		ctx.fillText(name, x, y);
	}
}

/**
 * Draws every area, the pins over them and the names of places over those, on a canvas `width` × `height` CSS pixels
 * large, whose backing store is `ratio` times finer.
 */
export function drawMarks(
	canvas: HTMLCanvasElement,
	q: {
		areas: readonly Area[];
		pins: readonly Pin[];
		places: readonly Place[];
		width: number;
		height: number;
		ratio: number;
	}
): void {
	const { areas, pins, places, width, height, ratio } = q;
	canvas.width = Math.round(width * ratio);
	canvas.height = Math.round(height * ratio);
	const ctx = canvas.getContext('2d');
	if (!ctx) return;
	const wide = pinWidth(pins.length);
	const scale = wide / PIN_BOX.width;
	const edge = 8 * scale;
	const sprites = new Map(FEELINGS.map((feeling) => [feeling, sprite(feeling, { scale, edge, ratio })]));
	ctx.scale(ratio, ratio);
	// Edges are thinner where many lie over each other, so that each can be followed.
	const ground = { left: 0, top: 0, width, height, ratio, thin: true };
	for (const area of areas) drawArea(ctx, area, ground);
	for (const { x, y, feeling, turn } of pins) {
		const image = sprites.get(feeling);
		if (!image) continue;
		const away = wide * 0.45 * Math.sqrt(turn);
		const left = x * width + away * Math.cos(turn * GOLDEN) - PIN_BOX.tip[0] * scale - edge;
		const top = y * height + away * Math.sin(turn * GOLDEN) - PIN_BOX.tip[1] * scale - edge;
		ctx.drawImage(image, left, top, image.width / ratio, image.height / ratio);
	}
	drawNames(ctx, { places, width, height });
}

/** One pin drawn once, to be stamped as often as needed. */
function sprite(feeling: Feeling, q: { scale: number; edge: number; ratio: number }): HTMLCanvasElement {
	const { scale, edge, ratio } = q;
	const canvas = document.createElement('canvas');
	canvas.width = Math.ceil((PIN_BOX.width * scale + 2 * edge) * ratio);
	canvas.height = Math.ceil((PIN_BOX.height * scale + 2 * edge) * ratio);
	const ctx = canvas.getContext('2d');
	if (!ctx) return canvas;
	const { outline, sign, pen, penWidth, ink, halo } = PINS[feeling];
	ctx.scale(ratio, ratio);
	ctx.translate(edge, edge);
	ctx.scale(scale, scale);
	ctx.lineJoin = 'round';
	ctx.lineCap = 'round';
	const body = new Path2D(outline);
	const strokes = [
		[body, MARK_HALO, halo + 3],
		[body, MARK_INK, ink + 1],
		[new Path2D(sign), pen, penWidth]
	] as const;
	for (const [path, colour, line] of strokes) {
		ctx.strokeStyle = colour;
		ctx.lineWidth = line;
		ctx.stroke(path);
		if (colour !== MARK_INK || path !== body) continue;
		ctx.fillStyle = FILLS[feeling];
		ctx.fill(path);
	}
	return canvas;
}
