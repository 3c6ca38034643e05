/** However a bench ends, by an error or by Ctrl-C too, no server goes on running and no folder stays. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const children = new Set<ChildProcess>();
const folders = new Set<string>();

process.once('exit', () => {
	for (const child of children) child.kill('SIGKILL');
	for (const folder of folders) remove(folder);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

export function endsWithUs(child: ChildProcess): void {
	children.add(child);
	child.once('close', () => children.delete(child));
}

function remove(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	folders.delete(folder);
}

/** A folder of this run's own, gone with `end`. */
export function tempFolder(): { folder: string; end: () => void } {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'summit-bench-'));
	folders.add(folder);
	return { folder, end: () => remove(folder) };
}
