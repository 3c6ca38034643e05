/** When a browser puts a page to sleep, takes it away, and brings it back. Timers stand still meanwhile. */

/** `rests` may be the last a page ever does; `wakes` may come long after. Ends with the returned function. */
export function followPage({ rests, wakes }: { rests: () => void; wakes: () => void }): () => void {
	// Many devices may stand in one process that has no page (`around.ts`).
	if (typeof document === 'undefined') return () => undefined;
	const seen = (): void => {
		if (document.visibilityState === 'visible') wakes();
	};
	const events = [
		[window, 'pagehide', rests],
		[document, 'freeze', rests],
		[window, 'pageshow', wakes],
		[document, 'resume', wakes],
		[document, 'visibilitychange', seen]
	] as const;
	for (const [on, name, then] of events) on.addEventListener(name, then);
	return () => {
		for (const [on, name, then] of events) on.removeEventListener(name, then);
	};
}
