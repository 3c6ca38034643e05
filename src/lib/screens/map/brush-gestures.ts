/**
 * Fingers, mouse and stylus over a map that is being painted. One pointer paints. A second one means that the map is
 * meant: what the first has hardly begun is dropped, what it has painted for a while stands, and nothing is painted until
 * every pointer is up. Leaflet's own pinch takes the two: it moves the map as well as it zooms.
 */

/** One stroke, in the pixels of the page. */
export interface Stroke {
	begin(x: number, y: number): void;
	go(x: number, y: number): void;
	end(): void;
	/** As if it had never begun. */
	drop(): void;
}

/** Pixels a stroke goes before a second finger can no longer drop it. */
const HARDLY = 14;

/** Begins to listen; what it answers ends it, and a stroke under way with it. */
export function followBrush(element: HTMLElement, stroke: Stroke): () => void {
	const pointers = new Set<number>();
	let painting: { id: number; x: number; y: number; far: boolean } | null = null;
	const over = new AbortController();
	const on = <K extends keyof HTMLElementEventMap>(type: K, heard: (event: HTMLElementEventMap[K]) => void): void =>
		element.addEventListener(type, heard, { signal: over.signal });

	// A browser that takes a stroke for a swipe swallows the tap that follows it, and sends a click after every dab.
	element.addEventListener('touchstart', (event) => event.preventDefault(), { signal: over.signal, passive: false });
	on('pointerdown', ({ pointerId: id, pointerType, button, clientX: x, clientY: y }) => {
		if (pointerType === 'mouse' && button !== 0) return;
		pointers.add(id);
		// A stroke that leaves the map and comes back is still the same one.
		element.setPointerCapture(id);
		if (pointers.size === 1) {
			painting = { id, x, y, far: false };
			stroke.begin(x, y);
		} else if (painting) {
			if (painting.far) stroke.end();
			else stroke.drop();
			painting = null;
		}
	});
	on('pointermove', ({ pointerId, clientX: x, clientY: y }) => {
		if (painting?.id !== pointerId) return;
		painting.far ||= Math.hypot(x - painting.x, y - painting.y) > HARDLY;
		stroke.go(x, y);
	});
	on('pointerup', ({ pointerId }) => {
		pointers.delete(pointerId);
		if (painting?.id !== pointerId) return;
		painting = null;
		stroke.end();
	});
	on('pointercancel', ({ pointerId }) => {
		pointers.delete(pointerId);
		if (painting?.id !== pointerId) return;
		painting = null;
		stroke.drop();
	});
	return () => {
		over.abort();
		if (painting) stroke.end();
	};
}
