/**
 * Where a map's picture is fetched from. Uploaded pictures belong to one summit, and the server hands them out only to
 * somebody who takes part in it, so their address has to say which; the maps the kit brings along are the same for all.
 */
export function pictureUrl(picture: string, summit: string): string {
	return picture.startsWith('/pictures/') ? `${picture}?summit=${encodeURIComponent(summit)}` : picture;
}

/** Where a map's tiles lie, before `/{z}/{x}/{y}`. They too belong to one summit. */
export function tilesUrl(set: string, summit: string): string {
	return `/tiles/${encodeURIComponent(summit)}.${set}`;
}
