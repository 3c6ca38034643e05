/** What a map is made of in Leaflet's own terms: its view, its ground, the pins and the names. The library itself is handed in. */
import type * as Leaflet from 'leaflet';
import type { Feeling } from '../../summit/stations/entries.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';
import { PIN_BOX, pinMarkup } from '../../ui/marks.ts';
import type { Leaflet as Used } from './leaflet-used.ts';
import { fitting } from './place-names.ts';
import { tilesUrl } from './tiles-url.ts';
import { toFlat } from './unit-square.ts';

type Map = MapSettings['map'];

const PLAIN_PIN =
	`<svg viewBox="0 0 ${PIN_BOX.width} ${PIN_BOX.height}" aria-hidden="true" overflow="visible">` +
	'<path d="M24 57C21 47 3 40 3 23a21 21 0 0 1 42 0c0 17-18 24-21 34z" fill="#fff" stroke="#fff" stroke-width="6"/>' +
	'<path d="M24 57C21 47 3 40 3 23a21 21 0 0 1 42 0c0 17-18 24-21 34z" fill="#fff" stroke="#221A3B" stroke-width="3"/>' +
	'<circle cx="24" cy="23" r="8" fill="#221A3B"/></svg>';
/** Pixels. */
const PIN_HEIGHT = 50;
const pinWidth = (PIN_HEIGHT * PIN_BOX.width) / PIN_BOX.height;

/** A pin whose tip stands on its place; plain while nobody has said how it feels there. */
export function pinIcon(leaflet: Used, feeling: Feeling | null): Leaflet.DivIcon {
	return leaflet.divIcon({
		className: 'mark',
		html: feeling ? pinMarkup(feeling) : PLAIN_PIN,
		iconSize: [pinWidth, PIN_HEIGHT],
		iconAnchor: [pinWidth / 2, (PIN_HEIGHT * PIN_BOX.tip[1]) / PIN_BOX.height]
	});
}

/**
 * The flat plane, moved so that a map's tiles have their own numbers: pixel `x` of the map lies at `x + origin` of the
 * finest tiles, wherever a street map's frame was cut out.
 */
function planeOf(leaflet: Used, { tiles }: Map): Leaflet.CRS {
	const [x, y] = tiles?.origin ?? [0, 0];
	return leaflet.extend({}, leaflet.Simple, { transformation: leaflet.transformation(1, x, -1, y) });
}

/** Tiles where the map has some, else its one picture. `onload` hears whether anything could be fetched. */
export function groundLayer(
	leaflet: Used,
	q: { map: Map; summit: string; corners: Leaflet.LatLngBounds; onload: (some: boolean) => void }
): Leaflet.Layer {
	const { map, summit, corners, onload } = q;
	const { tiles } = map;
	if (!tiles) {
		const picture = leaflet.imageOverlay(map.picture, corners, { alt: '', className: 'base' });
		return picture.on('load', () => onload(true)).on('error', () => onload(false));
	}
	const { set, min, max } = tiles;
	let some = false;
	const layer = leaflet.tileLayer(`${tilesUrl(set, summit)}/{z}/{x}/{y}`, {
		className: 'base',
		bounds: corners,
		// The view's zoom is nought at the finest level, as with one picture.
		zoomOffset: max,
		minNativeZoom: min - max,
		maxNativeZoom: 0,
		minZoom: -30,
		maxZoom: 30
	});
	// A tile that is missing at the edge of what was fetched is no failure while others are there.
	layer.on('tileload', () => onload((some = true)));
	return layer.on('tileerror', () => onload(some));
}

/** A view that stays on the map, and moves in steps of nothing for whoever asked for less motion. */
export function openView(
	leaflet: Used,
	{ element, map, corners }: { element: HTMLElement; map: Map; corners: Leaflet.LatLngBounds }
): Leaflet.Map {
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	return leaflet.map(element, {
		crs: planeOf(leaflet, map),
		attributionControl: false,
		zoomControl: false,
		doubleClickZoom: false,
		boxZoom: false,
		inertia: false,
		bounceAtZoomLimits: false,
		zoomSnap: 0,
		zoomAnimation: !still,
		fadeAnimation: false,
		minZoom: -10,
		maxZoom: 1,
		maxBounds: corners.pad(0.1),
		maxBoundsViscosity: 1
	});
}

/** Draws the names that fit; the rest come as one goes closer. Answers what draws them again. */
export function nameLayer(
	leaflet: Used,
	{ view, map, places }: { view: Leaflet.Map } & Pick<MapSettings, 'map' | 'places'>
): () => void {
	const layer = leaflet.layerGroup().addTo(view);
	const all = places.map(({ at, name }) => {
		const text = document.createElement('span');
		text.textContent = name;
		const icon = leaflet.divIcon({ className: 'place-name', html: text, iconSize: [0, 0] });
		const look = { icon, interactive: false, keyboard: false, zIndexOffset: -9999 };
		return { marker: leaflet.marker(toFlat(map, at), look), width: name.length * 8.5 + 12 };
	});
	const draw = () => {
		const labels = all.map(({ marker, width }) => {
			const { x, y } = view.latLngToLayerPoint(marker.getLatLng());
			return { x, y, width, height: 22 };
		});
		const shown = fitting(labels);
		for (const [at, { marker }] of all.entries()) {
			if (shown[at]) layer.addLayer(marker);
			else layer.removeLayer(marker);
		}
	};
	draw();
	return draw;
}

/** Clear of the edges and of the buttons on the map. */
export function sight(leaflet: Used): Leaflet.PanInsideOptions {
	return { padding: leaflet.point(70, PIN_HEIGHT + 12), animate: false };
}
