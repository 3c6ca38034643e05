/**
 * Painted areas on a canvas: the outline of a set of squares, and its drawing. Each feeling has a tint of at most half, a
 * pattern and an edge of its own, so that it is told apart without its colour and the map stays readable beneath (M3);
 * before a feeling is chosen an area is plain.
 */
import { SIDE } from '../summit/grid.ts';
import { AREA_EDGES, FILLS, MARK_HALO, MARK_INK, type Feeling } from './marks.ts';

/** A corner of the grid: 0 to 32, from the top left. */
type Corner = readonly [x: number, y: number];

/**
 * The edges of a set of squares as closed rings of corners, outer ones clockwise and holes the other way round; filled by
 * the even-odd rule they are the squares again. Squares that touch at a corner only stay apart.
 */
export function outlineOf(squares: Iterable<number>): Corner[][] {
	const set = new Set(squares);
	const has = (x: number, y: number): boolean => x >= 0 && x < SIDE && y >= 0 && y < SIDE && set.has(y * SIDE + x);
	const at = ([x, y]: Corner): number => y * (SIDE + 1) + x;
	/** From a corner, the corners its edges lead to, the painted side on the right. */
	const leads = new Map<number, Corner[]>();
	const edge = (from: Corner, to: Corner): void => void leads.set(at(from), [...(leads.get(at(from)) ?? []), to]);
	const starts: Corner[] = [];
	for (const square of set) {
		const [x, y] = [square % SIDE, Math.floor(square / SIDE)];
		if (!has(x, y - 1)) edge([x, y], [x + 1, y]);
		if (!has(x + 1, y)) edge([x + 1, y], [x + 1, y + 1]);
		if (!has(x, y + 1)) edge([x + 1, y + 1], [x, y + 1]);
		if (!has(x - 1, y)) edge([x, y + 1], [x, y]);
		starts.push([x, y], [x + 1, y + 1]);
	}
	const rings: Corner[][] = [];
	for (const start of starts) {
		for (let first = leads.get(at(start))?.[0]; first; first = leads.get(at(start))?.[0]) {
			const ring: Corner[] = [start];
			for (let from = start, to: Corner = first; ;) {
				take(leads, at(from), to);
				if (at(to) === at(start)) break;
				ring.push(to);
				const next = onward({ from, to, choices: leads.get(at(to)) ?? [] });
				if (!next) break;
				[from, to] = [to, next];
			}
			rings.push(ring);
		}
	}
	return rings;
}

function take(leads: Map<number, Corner[]>, from: number, [x, y]: Corner): void {
	const left = (leads.get(from) ?? []).filter((to) => to[0] !== x || to[1] !== y);
	if (left.length > 0) leads.set(from, left);
	else leads.delete(from);
}
/** Where two squares meet at a corner, the way round its own square: to the right. */
function onward({ from, to, choices }: { from: Corner; to: Corner; choices: readonly Corner[] }): Corner | undefined {
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const right = choices.find(([x, y]) => x - to[0] === -dy && y - to[1] === dx);
	return right ?? choices[0];
}

/** One tile of a feeling's pattern: its size in pixels, its tint, and the strokes on it. */
interface Tile {
	readonly size: readonly [width: number, height: number];
	readonly tint: string;
	readonly opacity: number;
	readonly strokes: string;
	readonly pen: string;
	readonly width: number;
}
const TILES: Readonly<Record<Feeling, Tile>> = {
	safe: {
		...{ size: [16, 16], tint: FILLS.safe, opacity: 0.3 },
		...{ strokes: 'M4 4v.01M12 12v.01', pen: '#056B6B', width: 4.8 }
	},
	mixed: {
		...{ size: [22, 12], tint: FILLS.mixed, opacity: 0.5 },
		...{ strokes: 'M0 6q5.5-6 11 0t11 0', pen: '#6A4200', width: 2 }
	},
	unsafe: {
		...{ size: [13, 13], tint: FILLS.unsafe, opacity: 0.22 },
		...{ strokes: 'M0 13L13 0M0 0l13 13', pen: FILLS.unsafe, width: 1.7 }
	}
};

/** Drawn once for each feeling and fineness of the screen. */
const tiles = new Map<string, HTMLCanvasElement>();
function tileOf(feeling: Feeling, ratio: number): HTMLCanvasElement {
	const key = `${feeling} ${ratio}`;
	const made = tiles.get(key);
	if (made) return made;
	const { size, tint, opacity, strokes, pen, width } = TILES[feeling];
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [Math.round(size[0] * ratio), Math.round(size[1] * ratio)];
	const ctx = canvas.getContext('2d');
	if (ctx) {
		ctx.scale(canvas.width / size[0], canvas.height / size[1]);
		ctx.globalAlpha = opacity;
		ctx.fillStyle = tint;
		ctx.fillRect(0, 0, ...size);
		ctx.globalAlpha = 1;
		ctx.strokeStyle = pen;
		ctx.lineWidth = width;
		ctx.lineCap = 'round';
		ctx.stroke(new Path2D(strokes));
	}
	tiles.set(key, canvas);
	return canvas;
}

/** Where the unit square lies on a canvas, in its CSS pixels, and how many of its own pixels one of those is. */
export interface Ground {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly ratio: number;
}
export interface Area {
	readonly outline: readonly (readonly Corner[])[];
	readonly feeling: Feeling | null;
}

/** An outline on the canvas: its corners moved onto whole pixels, so that straight edges are sharp. */
function pathOf({ outline }: Pick<Area, 'outline'>, { left, top, width, height }: Ground): Path2D {
	const path = new Path2D();
	for (const ring of outline) {
		for (const [at, [x, y]] of ring.entries()) {
			const [across, down] = [Math.round(left + (x * width) / SIDE), Math.round(top + (y * height) / SIDE)];
			if (at === 0) path.moveTo(across, down);
			else path.lineTo(across, down);
		}
		path.closePath();
	}
	return path;
}

/** Draws one area; `thin` for many on a small map. The context is in CSS pixels. */
export function drawArea(ctx: CanvasRenderingContext2D, area: Area, ground: Ground & { thin?: boolean }): void {
	const { feeling } = area;
	const path = pathOf(area, ground);
	ctx.save();
	ctx.lineJoin = 'round';
	if (feeling) {
		const pattern = ctx.createPattern(tileOf(feeling, ground.ratio), 'repeat');
		// The pattern lies on the map, not on the screen: it moves with what it marks.
		pattern?.setTransform(new DOMMatrix([1 / ground.ratio, 0, 0, 1 / ground.ratio, ground.left, ground.top]));
		ctx.fillStyle = pattern ?? FILLS[feeling];
	} else ctx.fillStyle = 'rgb(34 26 59 / 0.22)';
	ctx.fill(path, 'evenodd');
	const edge: { width: number; dash?: string } = feeling ? AREA_EDGES[feeling] : { width: 2.5 };
	const width = ground.thin ? edge.width / 2 : edge.width;
	ctx.strokeStyle = MARK_HALO;
	ctx.lineWidth = width + (ground.thin ? 1.5 : 3);
	ctx.stroke(path);
	ctx.strokeStyle = feeling ? EDGE_INKS[feeling] : MARK_INK;
	ctx.lineWidth = width;
	ctx.setLineDash((edge.dash ?? '').split(' ').filter(Boolean).map(Number));
	ctx.stroke(path);
	ctx.restore();
}

/** An edge's colour: its feeling's own, dark enough for a line where the fill's is not. */
const EDGE_INKS: Readonly<Record<Feeling, string>> = { safe: '#056B6B', mixed: '#6A4200', unsafe: FILLS.unsafe };
