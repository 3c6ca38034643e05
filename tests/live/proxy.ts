/**
 * A bad network on loopback: a TCP proxy between one device, or many, and a kit. What it does to bytes is what Wi-Fi looks
 * like from above TCP: they come late, slowly, not for a while, or never, and connections end or only seem to live. All its
 * chance comes from one seed.
 */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { lots } from './hostile.ts';
import type { Draw } from './hostile.ts';

export interface Weather {
	/** Milliseconds a byte is on its way, in each direction. */
	delay: number;
	/** Milliseconds that chance adds at most. Order is kept, as TCP keeps it. */
	jitter: number;
	/** Bytes a second in each direction, shared by all connections. */
	rate: number;
	/** Connections of a hundred that are reset after some thousand bytes. */
	resets: number;
	/** Connections of a hundred that stand still for good after some thousand bytes, and are never closed. */
	stalls: number;
}

export const CLEAR: Weather = { delay: 0, jitter: 0, rate: Infinity, resets: 0, stalls: 0 };
/** 50 kbit/s. */
export const THIN = 6_250;

/** A connection that will not end well does so within so many bytes. */
const FATEFUL = 4_000;
/** Bytes that travel as one, so that connections share the road. */
const PIECE = 1_400;
/** Bytes under way, over which the sender is made to wait. */
const FULL = 64_000;

export class Proxy {
	readonly url: string;
	weather: Weather = CLEAR;
	/** Where bytes go to; a kit that starts again may listen elsewhere. */
	target: number;
	/** Connections taken so far. */
	taken = 0;
	readonly #server: Server;
	readonly #seed: number;
	/** All that there were: of a half-open one the kit's end lives on without the device's. */
	readonly #pairs = new Set<Pair>();
	/** Called when a black-out ends. */
	readonly #held: (() => void)[] = [];
	#dark = false;
	#shut = false;

	private constructor(server: Server, target: number, seed: number) {
		this.#server = server;
		this.#seed = seed;
		this.target = target;
		// It listens on a port, so its address is no path.
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		server.on('connection', (device) => this.#take(device));
	}

	/** `port` is the kit's, on loopback. */
	static async open(port: number, seed: number): Promise<Proxy> {
		const server = createServer({ noDelay: true });
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new Proxy(server, port, seed);
	}

	#take(device: Socket): void {
		if (this.#shut) return void device.resetAndDestroy();
		const draw = lots(this.#seed + 7_919 * this.taken++);
		const pair = new Pair(device, this, draw);
		this.#pairs.add(pair);
		// In a black-out not even a greeting arrives.
		if (this.#dark) this.#held.push(() => pair.go());
		else pair.go();
	}

	/** Resolves when bytes may move again. */
	light(): Promise<void> | null {
		return this.#dark ? new Promise((resolve) => this.#held.push(resolve)) : null;
	}

	/** From now on nothing moves, in connections there are and in new ones, and nobody is told. */
	blackOut(): void {
		this.#dark = true;
	}
	/** Nothing is in the way any more. What a black-out held goes on; what was swallowed stays so. */
	heal(): void {
		this.#dark = this.#shut = false;
		this.weather = CLEAR;
		for (const go of this.#held.splice(0)) go();
	}
	/** Half-open: connections there are live on, and from now on lose what goes in these directions. */
	swallow(...ways: readonly Way[]): void {
		for (const pair of this.#pairs) for (const way of ways) pair.deaf.add(way);
	}
	/** Every connection ends with a reset. */
	cut(): void {
		for (const pair of this.#pairs) pair.reset();
	}
	/** Every connection ends, and new ones are turned away. */
	shut(): void {
		this.#shut = true;
		this.cut();
	}
	async close(): Promise<void> {
		this.heal();
		// Whoever comes while it closes would keep it open.
		this.shut();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	readonly #free: Record<Way, number> = { up: 0, down: 0 };
	/** When a piece that sets out now has passed the road. */
	passes(way: Way, bytes: number): number {
		const now = performance.now();
		const begins = Math.max(now, this.#free[way]);
		this.#free[way] = begins + (bytes / this.weather.rate) * 1_000;
		return this.#free[way];
	}
}

type Way = 'up' | 'down';

/** One connection: the device's end, and the kit's. */
class Pair {
	/** Directions in which bytes are lost. */
	readonly deaf = new Set<Way>();
	readonly #device: Socket;
	readonly #proxy: Proxy;
	readonly #draw: Draw;
	/** What becomes of it after so many bytes. */
	readonly #fate: 'resets' | 'stalls' | null;
	#left: number;
	#kit: Socket | null = null;

	constructor(device: Socket, proxy: Proxy, draw: Draw) {
		this.#device = device;
		this.#proxy = proxy;
		this.#draw = draw;
		const lot = draw(100);
		const { resets, stalls } = proxy.weather;
		this.#fate = lot < resets ? 'resets' : lot < resets + stalls ? 'stalls' : null;
		this.#left = draw(FATEFUL);
		device.on('error', () => undefined);
	}

	go(): void {
		if (this.#device.destroyed) return;
		const kit = connect({ port: this.#proxy.target, host: '127.0.0.1', noDelay: true });
		this.#kit = kit;
		kit.on('error', () => this.reset());
		this.#carry('up', this.#device, kit);
		this.#carry('down', kit, this.#device);
	}
	reset(): void {
		this.#device.resetAndDestroy();
		this.#kit?.resetAndDestroy();
	}

	#carry(way: Way, from: Socket, to: Socket): void {
		let last: Promise<void> = Promise.resolve();
		let due = 0;
		let under = 0;
		const later = (bytes: number, act: () => void): void => {
			const { delay, jitter } = this.#proxy.weather;
			const passed = this.#proxy.passes(way, bytes);
			due = Math.max(due, passed + delay + (jitter > 0 ? this.#draw(jitter) : 0));
			const at = due;
			under += bytes;
			if (under > FULL) from.pause();
			last = last.then(async () => {
				const wait = at - performance.now();
				if (wait > 0.5) await new Promise((resolve) => setTimeout(resolve, wait));
				await this.#proxy.light();
				under -= bytes;
				if (under <= FULL) from.resume();
				act();
			});
		};
		from.on('data', (data: Buffer) => {
			for (let at = 0; at < data.length; at += PIECE) {
				const piece = data.subarray(at, at + PIECE);
				later(piece.length, () => {
					if (this.#ill(piece.length) || this.deaf.has(way)) return;
					if (!to.destroyed && to.writable) to.write(piece);
				});
			}
		});
		const end = (act: () => void): void =>
			later(0, () => {
				if (!this.deaf.has(way)) act();
			});
		from.on('end', () => end(() => to.end()));
		from.on('close', (failed) => {
			if (failed) end(() => to.resetAndDestroy());
		});
	}

	/** Counts towards this connection's fate; true once it has met it. */
	#ill(bytes: number): boolean {
		if (this.#fate === null) return false;
		this.#left -= bytes;
		if (this.#left > 0) return false;
		if (this.#fate === 'resets') this.reset();
		else for (const way of ['up', 'down'] as const) this.deaf.add(way);
		return true;
	}
}
