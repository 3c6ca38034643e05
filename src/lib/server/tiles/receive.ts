/*
 * A package on its way in: written to a file of its own under the kit's data, as it comes, and gone when it has been read.
 * The folder belongs to this account alone, and what a crash left in it is taken away at the next start.
 */
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { atMost } from '../at-most.ts';
import { PACKAGE_BYTES } from '../body-limit.ts';
import { StoreFull } from '../store/errors.ts';

const FOLDER = 'incoming';

/** More would only fill the disk: nobody sets up three maps at the same moment. */
const gate = atMost({ running: 2, waiting: 0 });

/** What was received: a path, good until `use` has ended; or null when the body was longer than a package may be. */
export function receive<T>(
	q: { dataDir: string; id: string; body: ReadableStream<Uint8Array> | null; most?: number },
	use: (file: string | null) => Promise<T>
): Promise<T> {
	const folder = path.join(q.dataDir, FOLDER, q.id);
	return gate.run(async () => {
		try {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const file = path.join(folder, 'package.mbtiles');
			return await use((await writeDown({ ...q, file })) ? file : null);
		} catch (problem) {
			if (problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')
				throw new StoreFull({ cause: problem });
			throw problem;
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});
}

async function writeDown(q: {
	body: ReadableStream<Uint8Array> | null;
	file: string;
	most?: number;
}): Promise<boolean> {
	const handle = await open(q.file, 'wx', 0o600);
	try {
		let size = 0;
		for await (const part of q.body ?? []) {
			size += part.length;
			// Leaving the loop cancels the stream.
			if (size > (q.most ?? PACKAGE_BYTES)) return false;
			await handle.writeFile(part);
		}
		return true;
	} finally {
		await handle.close();
	}
}

/** Called at start: whatever is there was cut short. */
export async function sweepIncoming(dataDir: string): Promise<void> {
	await rm(path.join(dataDir, FOLDER), { recursive: true, force: true });
}
