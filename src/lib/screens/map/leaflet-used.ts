/**
 * Leaflet as far as the kit uses it, taken from its own source files: its one large file cannot be taken apart and costs a
 * phone 18 KB more (X3). What is not named here does not exist: controls, popups, vector layers, projections of the globe.
 */
import type * as All from 'leaflet';
import { create, getPosition, setPosition, setTransform } from 'leaflet/src/dom/DomUtil.js';
import { extend } from 'leaflet/src/core/Util.js';
import { Simple } from 'leaflet/src/geo/crs/CRS.Simple.js';
import { toLatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
import { toPoint } from 'leaflet/src/geometry/Point.js';
import { toTransformation } from 'leaflet/src/geometry/Transformation.js';
import { imageOverlay } from 'leaflet/src/layer/ImageOverlay.js';
import { layerGroup } from 'leaflet/src/layer/LayerGroup.js';
import { divIcon } from 'leaflet/src/layer/marker/DivIcon.js';
import { marker } from 'leaflet/src/layer/marker/Marker.js';
import { tileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import { createMap } from 'leaflet/src/map/Map.js';
// Each adds itself to every map made after it.
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

export interface Leaflet {
	map: typeof All.map;
	/** The flat plane. */
	Simple: All.CRS;
	DomUtil: Pick<typeof All.DomUtil, 'create' | 'getPosition' | 'setPosition' | 'setTransform'>;
	divIcon: typeof All.divIcon;
	extend: typeof All.extend;
	imageOverlay: typeof All.imageOverlay;
	latLngBounds: typeof All.latLngBounds;
	layerGroup: typeof All.layerGroup;
	marker: typeof All.marker;
	point: typeof All.point;
	tileLayer: typeof All.tileLayer;
	transformation: typeof All.transformation;
}

export const leaflet: Leaflet = {
	map: createMap,
	Simple,
	DomUtil: { create, getPosition, setPosition, setTransform },
	divIcon,
	extend,
	imageOverlay,
	latLngBounds: toLatLngBounds,
	layerGroup,
	marker,
	point: toPoint,
	tileLayer,
	transformation: toTransformation
};
