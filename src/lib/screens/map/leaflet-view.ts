/**
 * A map opened in an element: its ground, names, pins and areas, what fingers and keys do on it, and how close one has to
 * be. It speaks the unit square to whoever opened it, and knows neither cards nor words. The library itself is handed in.
 */
import { SIDE } from '../../summit/grid.ts';
import type { Feeling } from '../../summit/stations/entries.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import { followBrush } from './brush-gestures.ts';
import { areaLayer, type Drawing } from './leaflet-areas.ts';
import { groundLayer, nameLayer, openView, pinIcon, sight } from './leaflet-parts.ts';
import type { Leaflet as Used } from './leaflet-used.ts';
import { cornersOf, toFlat, toUnit, type Point } from './unit-square.ts';

/** A stroke in the unit square; null where the finger is beside the map. */
export interface UnitStroke {
	begin(at: Point | null): void;
	go(at: Point | null): void;
	end(): void;
	drop(): void;
}

/** How many pixels the shorter side of a square has to be before one may mark: a finger has to find its place. */
export const CLOSE = { pin: 12, paint: 24 } as const;

export interface MapView {
	/** Draws the pins; the last of them is brought into sight. */
	pins(marks: readonly { at: Point; feeling: Feeling | null }[]): void;
	areas(drawing: Drawing): void;
	/** One finger paints, until it is given null. */
	brush(stroke: UnitStroke | null): void;
	/** Whether arrow keys move the map. */
	arrows(on: boolean): void;
	show(at: Point): void;
	zoom(by: 1 | -1): void;
	middle(): Point | null;
	/** Pixels of a square's shorter side. */
	square(): number;
	/** As close as `pixels` of a square's shorter side, round a place or the middle. */
	closeTo(pixels: number, at: Point | null): void;
	close(): void;
}

interface Opening {
	element: HTMLElement;
	map: MapSettings['map'];
	summit: string;
	places: MapSettings['places'];
	ontap: (at: Point) => void;
	/** One is closer or farther away. */
	onzoom: () => void;
	onresize: () => void;
	/** Whether the ground could be fetched. */
	onground: (some: boolean) => void;
}

export function openMap(leaflet: Used, q: Opening): MapView {
	const { element, map, places } = q;
	const corners = leaflet.latLngBounds(cornersOf(map));
	const view = openView(leaflet, { element, map, corners });
	const zoomFor = (pixels: number) => Math.log2((pixels * SIDE) / Math.min(map.width, map.height));
	const fit = () => view.setMinZoom(view.getBoundsZoom(corners, false));
	// A small picture may be drawn larger than it is, so that one can come close enough to paint.
	view.setMaxZoom(Math.max(1, zoomFor(CLOSE.paint * 2)));
	view.setView(corners.getCenter(), view.getBoundsZoom(corners, true), { animate: false });
	fit();
	groundLayer(leaflet, { map, summit: q.summit, corners, onload: q.onground }).addTo(view);
	const pins = leaflet.layerGroup().addTo(view);
	const names = nameLayer(leaflet, { view, map, places });
	const areas = areaLayer(leaflet, { view, map });
	/** Where presses of the buttons lead: a press while a zoom is under way counts too. */
	let wanted: number | null = null;
	view.on('zoomend', () => {
		names();
		q.onzoom();
		if (wanted === null || Math.abs(view.getZoom() - wanted) < 0.01) wanted = null;
		else view.setZoom(wanted);
	});
	view.on('click', ({ latlng }) => {
		const at = toUnit(map, [latlng.lat, latlng.lng]);
		if (at) q.ontap(at);
	});
	const resized = new ResizeObserver(() => {
		// The top left corner stays: what a finger is on does not slide away when a line below comes or goes.
		view.invalidateSize({ animate: false, pan: false });
		fit();
		names();
		q.onresize();
	});
	resized.observe(element);
	let lift: (() => void) | null = null;
	const unitAt = (x: number, y: number): Point | null => {
		const box = element.getBoundingClientRect();
		const { lat, lng } = view.containerPointToLatLng([x - box.left, y - box.top]);
		return toUnit(map, [lat, lng]);
	};
	const show = (at: Point) => void view.panInside(toFlat(map, at), sight(leaflet));

	return {
		pins(marks) {
			pins.clearLayers();
			for (const { at, feeling } of marks) {
				const icon = pinIcon(leaflet, feeling);
				leaflet.marker(toFlat(map, at), { icon, interactive: false, keyboard: false }).addTo(pins);
			}
		},
		areas,
		brush(stroke) {
			lift?.();
			lift = null;
			if (!stroke) {
				view.dragging.enable();
				return;
			}
			view.dragging.disable();
			lift = followBrush(element, {
				begin: (x, y) => stroke.begin(unitAt(x, y)),
				go: (x, y) => stroke.go(unitAt(x, y)),
				end: () => stroke.end(),
				drop: () => stroke.drop()
			});
		},
		arrows(on) {
			if (on) view.keyboard.enable();
			else view.keyboard.disable();
		},
		show,
		zoom(by) {
			const to = (wanted ?? view.getZoom()) + by;
			wanted = Math.min(view.getMaxZoom(), Math.max(view.getMinZoom(), to));
			if (Math.abs(view.getZoom() - wanted) < 0.01) wanted = null;
			else view.setZoom(wanted);
		},
		middle() {
			const { lat, lng } = view.getCenter();
			return toUnit(map, [lat, lng]);
		},
		square: () => (Math.min(map.width, map.height) / SIDE) * view.getZoomScale(view.getZoom(), 0),
		closeTo(pixels, at) {
			view.setView(at ? toFlat(map, at) : view.getCenter(), zoomFor(pixels * 1.05));
		},
		close() {
			lift?.();
			resized.disconnect();
			view.remove();
		}
	};
}
