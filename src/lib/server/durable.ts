/*
 * Names that outlive a power cut. A file's own sync does not keep the name it stands under: a rename, a deletion or a new
 * folder is on the disk only once the folder that holds it was synced too.
 */
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';

/** Makes renames, deletions and new names in it durable; Windows has no such thing and refuses to open a folder. */
export async function syncFolder(dir: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(dir, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** The folder, for this account alone, with those above it that are not there; all of them are on the disk when it resolves. */
export async function makeFolder(dir: string): Promise<void> {
	const first = await mkdir(dir, { recursive: true, mode: 0o700 });
	if (first === undefined) return;
	const top = path.dirname(path.resolve(first));
	for (let above = path.dirname(path.resolve(dir)); ; above = path.dirname(above)) {
		await syncFolder(above);
		if (above === top) return;
	}
}
