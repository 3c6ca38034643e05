/**
 * A tile service of the test's own on loopback. It draws every tile it is asked for and writes down who asked; a test may
 * make it misbehave in any way a server can.
 */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

export interface TileServer {
	/** As TILE_URL wants it. */
	template: string;
	port: number;
	asked: { path: string; headers: IncomingHttpHeaders }[];
	/** What it does instead of answering with a tile; null is to behave. */
	misbehave: RequestListener | null;
	/** Resolves at the next request, when it has been written down and before it is answered. */
	next(): Promise<void>;
	close(): Promise<void>;
}

export function tilePicture(side = 256, height = side): Promise<Buffer> {
	return sharp({ create: { width: side, height, channels: 3, background: '#c0d8a0' } })
		.png()
		.toBuffer();
}

export async function startTileServer(): Promise<TileServer> {
	const picture = await tilePicture();
	let wishes: (() => void)[] = [];
	const listener = createServer((request, response) => {
		server.asked.push({ path: request.url ?? '', headers: request.headers });
		for (const wish of wishes.splice(0)) wish();
		if (server.misbehave) server.misbehave(request, response);
		else response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'max-age=604800' }).end(picture);
	});
	await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
	const { port } = listener.address() as AddressInfo; // It listens on TCP.
	const server: TileServer = {
		template: `http://127.0.0.1:${port}/{z}/{x}/{y}.png?key=secret-key`,
		port,
		asked: [],
		misbehave: null,
		next: () => new Promise((resolve) => void wishes.push(resolve)),
		async close() {
			wishes = [];
			listener.closeAllConnections();
			await new Promise((resolve) => listener.close(resolve));
		}
	};
	return server;
}
