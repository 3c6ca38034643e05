/** Leaflet's own source files, as far as `screens/map/leaflet-used.ts` takes them: the types of its one large file, by other names. */
declare module 'leaflet/src/map/Map.js' {
	export { map as createMap } from 'leaflet';
}
declare module 'leaflet/src/map/handler/*';
declare module 'leaflet/src/dom/DomUtil.js' {
	import type { DomUtil } from 'leaflet';

	export const create: typeof DomUtil.create;
	export const getPosition: typeof DomUtil.getPosition;
	export const setPosition: typeof DomUtil.setPosition;
	export const setTransform: typeof DomUtil.setTransform;
}
declare module 'leaflet/src/core/Util.js' {
	export { extend } from 'leaflet';
}
declare module 'leaflet/src/geo/crs/CRS.Simple.js' {
	import type { CRS } from 'leaflet';

	export const Simple: CRS;
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
	export { latLngBounds as toLatLngBounds } from 'leaflet';
}
declare module 'leaflet/src/geometry/Point.js' {
	export { point as toPoint } from 'leaflet';
}
declare module 'leaflet/src/geometry/Transformation.js' {
	export { transformation as toTransformation } from 'leaflet';
}
declare module 'leaflet/src/layer/ImageOverlay.js' {
	export { imageOverlay } from 'leaflet';
}
declare module 'leaflet/src/layer/LayerGroup.js' {
	export { layerGroup } from 'leaflet';
}
declare module 'leaflet/src/layer/marker/DivIcon.js' {
	export { divIcon } from 'leaflet';
}
declare module 'leaflet/src/layer/marker/Marker.js' {
	export { marker } from 'leaflet';
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
	export { tileLayer } from 'leaflet';
}
