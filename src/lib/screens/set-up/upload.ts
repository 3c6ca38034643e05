/**
 * Sends the kit what a map is made from and tells how far it has come: a picture, a page of a PDF, a package of tiles; then
 * what an adult decided about it. The server decides whether it is any of these (M1).
 */
import type { Corners } from '../../summit/corners.ts';
import type { MapSettings } from '../../summit/stations/settings.ts';

type Refused = { ok: false; words: string };
type Answer<T> = (T & { ok: true }) | Refused;

/** A picture as it goes into a station's map. */
export type Picture = Pick<MapSettings['map'], 'picture' | 'width' | 'height' | 'tiles'> & { id: string };
/** A PDF with several pages: which one is meant has to be said. */
export type Pages = { pages: number };
/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];
/** A small picture of everything there is, to draw a frame on. */
export type Overview = { picture: string; width: number; height: number; bounds: Bounds };
export type Package = { set: string; name: string; attribution: string; tiles: number; overview: Overview };

const NO_ANSWER = 'The kit did not answer. Check the connection and try it again.';

/** Whether a file is one of map tiles. Browsers know no type for it, so its name has to tell. */
export function isPackage({ name }: Pick<File, 'name'>): boolean {
	return /\.mbtiles$/i.test(name);
}

interface Sending {
	summit: string;
	file: File;
	/** Hears 0..1 while the file travels. */
	progress: (part: number) => void;
}

export function uploadPicture({
	school,
	page,
	...sending
}: Sending & { school: boolean; page?: number }): Promise<Answer<Picture | Pages>> {
	return send(sending, `pictures?school=${school ? '1' : '0'}${page === undefined ? '' : `&page=${page}`}`);
}

export function uploadPackage(sending: Sending): Promise<Answer<Package>> {
	return send(sending, 'packages');
}

function send<T>({ summit, file, progress }: Sending, to: string): Promise<Answer<T>> {
	return new Promise((resolve) => {
		// fetch cannot tell how much of a body has been sent.
		const request = new XMLHttpRequest();
		request.open('POST', `/staff/${encodeURIComponent(summit)}/${to}`);
		request.setRequestHeader('content-type', file.type || 'application/octet-stream');
		request.upload.onprogress = (event) => {
			if (event.lengthComputable && event.total > 0) progress(event.loaded / event.total);
		};
		request.onload = () => resolve(readAnswer<T>(request.responseText));
		request.onerror = () => resolve({ ok: false, words: NO_ANSWER });
		request.onabort = () => resolve({ ok: false, words: NO_ANSWER });
		request.send(file);
	});
}

/** The sheet between four corners of a kept picture, as a new picture. */
export function straighten(q: { summit: string; id: string; corners: Corners }): Promise<Answer<Picture>> {
	return post(`/staff/${encodeURIComponent(q.summit)}/pictures/${q.id}/straighten`, { corners: q.corners });
}

/** A frame in the unit square of a package's overview, as a whole map. */
export function framePackage(q: {
	summit: string;
	set: string;
	box: [number, number, number, number];
	school: boolean;
}): Promise<Answer<{ map: MapSettings['map'] }>> {
	const school = q.school ? '1' : '0';
	return post(`/staff/${encodeURIComponent(q.summit)}/packages/${q.set}/frame?school=${school}`, { box: q.box });
}

/** A picture of a region of the online street map. */
export type Look = Overview & { zoom: number; maxZoom: number; attribution: string };
/** How the online service does; null where the kit has none. */
export type Service = { ok: boolean; since: number; words: string } | null;

export function lookAt(q: { summit: string; at: [number, number]; zoom: number }): Promise<Answer<Look>> {
	return ask(`/staff/${encodeURIComponent(q.summit)}/area?at=${q.at.join(',')}&zoom=${q.zoom}`);
}
export function makeArea(q: {
	summit: string;
	bounds: Bounds;
	school: boolean;
}): Promise<Answer<{ map: MapSettings['map'] }>> {
	return post(`/staff/${encodeURIComponent(q.summit)}/area`, { bounds: q.bounds, school: q.school });
}
export function onlineService(summit: string): Promise<Answer<{ service: Service }>> {
	return ask(`/staff/${encodeURIComponent(summit)}/tiles`);
}

function post<T>(address: string, body: object): Promise<Answer<T>> {
	return ask(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
}
async function ask<T>(address: string, request: RequestInit = {}): Promise<Answer<T>> {
	try {
		const response = await fetch(address, request);
		return readAnswer<T>(await response.text());
	} catch {
		return { ok: false, words: NO_ANSWER };
	}
}

/** The server's answer, or plain words where something else answered in its place. */
export function readAnswer<T>(text: string): Answer<T> {
	let said: unknown = null;
	try {
		said = JSON.parse(text);
	} catch {
		// Not ours: a proxy's own page.
	}
	if (typeof said !== 'object' || said === null) return { ok: false, words: NO_ANSWER };
	if ('ok' in said && said.ok === true) {
		// The kit's own doors answer exactly these shapes; docs/PROTOCOL.md lists them.
		return said as T & { ok: true };
	}
	const words = 'words' in said && typeof said.words === 'string' ? said.words : '';
	return { ok: false, words: words || NO_ANSWER };
}
