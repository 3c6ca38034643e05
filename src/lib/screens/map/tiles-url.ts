/** Where a map's tiles lie, before `/{z}/{x}/{y}`. They belong to one summit, and are handed out to who takes part in it. */
export function tilesUrl(set: string, summit: string): string {
	return `/tiles/${encodeURIComponent(summit)}.${set}`;
}
