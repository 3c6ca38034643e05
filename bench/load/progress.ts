/** How far a run is: a bar that is drawn over on a terminal, plain lines now and then anywhere else. */
const WIDTH = 24;
/** Milliseconds between two plain lines. */
const EVERY = 10_000;

export interface Progress {
	/** `part`: 0 to 1. */
	show(part: number, words: string): void;
	/** Takes the bar away. */
	end(): void;
}

export function createProgress(out: NodeJS.WriteStream = process.stderr): Progress {
	let said = -Infinity;
	return {
		show(part, words) {
			const done = Math.round(Math.min(1, Math.max(0, part)) * WIDTH);
			const percent = String(Math.min(100, Math.floor(part * 100))).padStart(3);
			if (out.isTTY) {
				const bar = `[${'#'.repeat(done)}${'-'.repeat(WIDTH - done)}] ${percent} %  ${words}`;
				out.write(`\r${bar.slice(0, Math.max(20, out.columns - 1))}\x1b[K`);
			} else if (performance.now() - said > EVERY) {
				said = performance.now();
				out.write(`${percent} %  ${words}\n`);
			}
		},
		end() {
			if (out.isTTY) out.write('\r\x1b[K');
		}
	};
}
