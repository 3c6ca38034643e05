/**
 * What surrounds a device, as far as its line to the kit touches it: its clocks, its requests, the comings and goings of
 * its network. In a browser that is the page. Many devices may also stand in one process, each with a network, a cookie and
 * a clock of its own; they run the very same code.
 */

/** What a device is told about its network and its screen. */
export interface Told {
	/** The network is said to be back. */
	back: () => void;
	/** The network is said to be gone. */
	lost: () => void;
	/** Somebody looks at the page again, or it ran on after a sleep. */
	seen: () => void;
}

/** Milliseconds a line waits for this and that. */
export interface Patience {
	/** Without a socket that answers, before plain requests take over. */
	socket: number;
	/** For a socket to open. */
	open: number;
	/** For an answer, before the line is taken for dead. */
	answer: number;
	/** For an answer when somebody just looked, or the device was said to be offline. */
	glance: number;
	/** Of silence, after which a page that wakes does not trust its line. */
	stale: number;
	/** The same for everybody who hears a beat each second, which is all but cards: no need to wait until somebody looks. */
	silence: number;
	/** Between two looks over plain requests. */
	look: number;
	/** The same on a wall, which may be silent for three seconds at most (S8). */
	lookOfWall: number;
	/** Before the socket's library is asked for again, where it could not be had. */
	library: number;
	/** Before the socket's first try again, and at most before a later one. */
	again: readonly [first: number, most: number];
}

export interface Around {
	readonly patience: Patience;
	/** Where the kit is and what else its socket needs to be told; nothing in a browser, which knows both. */
	readonly socket: { readonly uri?: string; readonly extraHeaders?: Record<string, string> };
	/** A request to the kit. */
	fetch: (path: string, init: RequestInit) => Promise<Response>;
	/** Starts telling; the function it answers ends that. */
	listen: (told: Told) => () => void;
	/** This device's own clock, ms since 1970. It may be hours wrong, and may jump. */
	date: () => number;
	/** Milliseconds that only ever go on. They may stand still while the device sleeps. */
	ticks: () => number;
	/** This page is somebody else's now, and has to begin anew. */
	reload: () => void;
}

/** A moment by both clocks of a device. */
export interface Moment {
	readonly date: number;
	readonly ticks: number;
}

export function moment(around: Around): Moment {
	return { date: around.date(), ticks: around.ticks() };
}

/** Milliseconds since then, by the clock that says more: one stands still in sleep, the other may be put back. */
export function since(around: Around, { date, ticks }: Moment): number {
	return Math.max(around.date() - date, around.ticks() - ticks);
}

export const PATIENCE: Patience = {
	socket: 8_000,
	open: 15_000,
	answer: 10_000,
	glance: 5_000,
	stale: 15_000,
	silence: 5_000,
	look: 3_000,
	lookOfWall: 1_000,
	library: 30_000,
	again: [500, 5_000]
};

export const browser: Around = {
	patience: PATIENCE,
	socket: {},
	fetch: (path, init) => fetch(path, init),
	listen({ back, lost, seen }) {
		const looked = (): void => {
			if (document.visibilityState === 'visible') seen();
		};
		// `online` matters: an open WebSocket may sit in silence for a long time after the network came back.
		addEventListener('online', back);
		addEventListener('offline', lost);
		document.addEventListener('visibilitychange', looked);
		return () => {
			removeEventListener('online', back);
			removeEventListener('offline', lost);
			document.removeEventListener('visibilitychange', looked);
		};
	},
	date: () => Date.now(),
	ticks: () => performance.now(),
	reload: () => location.reload()
};
