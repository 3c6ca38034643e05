/**
 * Painted areas over a Leaflet map, on one canvas as large as what is seen of it: a screen of squares costs the same
 * whatever the map's size. It is drawn anew whenever the map moves, and scaled with it while a zoom is under way.
 */
import type * as Leaflet from 'leaflet';
import { SIDE, cellMiddle } from '../../summit/grid.ts';
import { drawArea, type Area, type Ground } from '../../ui/areas.ts';
import { MARK_HALO, MARK_INK } from '../../ui/marks.ts';
import type { Leaflet as Used } from './leaflet-used.ts';
import { toFlat, type Size } from './unit-square.ts';

export interface Drawing {
	readonly areas: readonly Area[];
	/** Shows the squares' edges, where they are large enough to be told apart. */
	readonly lines: boolean;
	/** The square the keyboard stands on. */
	readonly cursor: number | null;
}

/** Pixels of a square below which its edges would be a grey veil. */
const LINES_FROM = 14;
/** The same as `--focus`: where the keyboard is looks the same everywhere. */
const CURSOR = '#FFC400';

/** Adds the layer; what it answers draws. */
export function areaLayer(leaflet: Used, { view, map }: { view: Leaflet.Map; map: Size }): (drawing: Drawing) => void {
	const pane = view.createPane('areas');
	pane.style.zIndex = '450';
	pane.style.pointerEvents = 'none';
	const canvas = leaflet.DomUtil.create('canvas', 'areas leaflet-zoom-animated', pane);
	const ctx = canvas.getContext('2d');
	let drawing: Drawing = { areas: [], lines: false, cursor: null };
	/** The map's position and zoom where the canvas begins, as last drawn. */
	let drawn = { corner: view.containerPointToLatLng([0, 0]), zoom: view.getZoom() };

	const draw = () => {
		if (!ctx) return;
		const { x: width, y: height } = view.getSize();
		const ratio = window.devicePixelRatio || 1;
		drawn = { corner: view.containerPointToLatLng([0, 0]), zoom: view.getZoom() };
		leaflet.DomUtil.setPosition(canvas, view.containerPointToLayerPoint([0, 0]));
		canvas.width = Math.round(width * ratio);
		canvas.height = Math.round(height * ratio);
		canvas.style.width = `${width}px`;
		canvas.style.height = `${height}px`;
		const from = view.latLngToContainerPoint(toFlat(map, [0, 0]));
		const to = view.latLngToContainerPoint(toFlat(map, [1, 1]));
		const ground = { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y, ratio };
		ctx.scale(ratio, ratio);
		if (drawing.lines) drawLines(ctx, ground);
		for (const area of drawing.areas) drawArea(ctx, area, ground);
		if (drawing.cursor !== null) drawCursor(ctx, drawing.cursor, ground);
	};
	view.on('move resize', draw);
	view.on('zoomanim', ({ center, zoom }) => {
		// Where this canvas will lie once the zoom is done, as Leaflet works it out for its own layers.
		const half = view.getSize().divideBy(2);
		const origin = view.project(center, zoom).subtract(half).add(leaflet.DomUtil.getPosition(view.getPanes().mapPane));
		const offset = view.project(drawn.corner, zoom).subtract(origin.round());
		leaflet.DomUtil.setTransform(canvas, offset, view.getZoomScale(zoom, drawn.zoom));
	});
	return (next) => {
		drawing = next;
		draw();
	};
}

function drawLines(ctx: CanvasRenderingContext2D, { left, top, width, height }: Ground): void {
	if (Math.min(width, height) / SIDE < LINES_FROM) return;
	ctx.beginPath();
	for (let at = 0; at <= SIDE; at += 1) {
		const [x, y] = [Math.round(left + (at * width) / SIDE), Math.round(top + (at * height) / SIDE)];
		ctx.moveTo(x, top);
		ctx.lineTo(x, top + height);
		ctx.moveTo(left, y);
		ctx.lineTo(left + width, y);
	}
	// Light beneath dark: seen on any map.
	for (const [colour, line] of [
		['rgb(255 255 255 / 0.55)', 2.5],
		['rgb(34 26 59 / 0.35)', 1]
	] as const) {
		ctx.strokeStyle = colour;
		ctx.lineWidth = line;
		ctx.stroke();
	}
}

function drawCursor(ctx: CanvasRenderingContext2D, square: number, { left, top, width, height }: Ground): void {
	const [x, y] = cellMiddle(square);
	// Never smaller than what can be seen from an arm's length.
	const [wide, high] = [Math.max(20, width / SIDE), Math.max(20, height / SIDE)];
	for (const [colour, line] of [
		[MARK_HALO, 10],
		[MARK_INK, 8],
		[CURSOR, 4]
	] as const) {
		ctx.strokeStyle = colour;
		ctx.lineWidth = line;
		ctx.strokeRect(left + x * width - wide / 2, top + y * height - high / 2, wide, high);
	}
}
