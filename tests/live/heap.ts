/** How much a process of the kit holds on to, asked of the runtime itself: what is left after everything else was thrown away. */
import type { Production } from './production.ts';

/** Lets the process be asked. */
export const ASKABLE = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** Bytes that are still reachable. `Production` must have been started with `ASKABLE`. */
export async function heldBytes(kit: Production): Promise<number> {
	const address = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(kit.said)?.[0];
	if (address === undefined) throw new Error('The process cannot be asked');
	const line = new WebSocket(address);
	await new Promise((resolve, reject) => {
		line.onopen = resolve;
		line.onerror = reject;
	});
	let asked = 0;
	const ask = (method: string): Promise<{ usedSize?: number }> =>
		new Promise((resolve) => {
			const id = (asked += 1);
			line.addEventListener('message', ({ data }: MessageEvent<string>) => {
				// What the runtime answers, by its own protocol.
				const said = JSON.parse(data) as { id?: number; result: { usedSize?: number } };
				if (said.id === id) resolve(said.result);
			});
			line.send(JSON.stringify({ id, method }));
		});
	await ask('HeapProfiler.collectGarbage');
	const { usedSize } = await ask('Runtime.getHeapUsage');
	line.close();
	return usedSize ?? Number.NaN;
}
