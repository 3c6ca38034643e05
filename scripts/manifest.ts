/** What Vite writes down of a build: which file came of which source, what it imports, and its styles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const Manifest = z.record(
	z.string(),
	z.object({
		file: z.string(),
		src: z.string().optional(),
		imports: z.array(z.string()).default([]),
		css: z.array(z.string()).default([])
	})
);
export type Manifest = z.infer<typeof Manifest>;

/** Everything that comes when these entries are asked for, each file once. Unknown entries are an error, not nought. */
export function filesOf(manifest: Manifest, entries: readonly string[]): string[] {
	const seen = new Set<string>();
	const files = new Set<string>();
	const visit = (key: string): void => {
		if (seen.has(key)) return;
		seen.add(key);
		const chunk = manifest[key];
		if (!chunk) throw new Error(`The build has no ${key}`);
		files.add(chunk.file);
		for (const style of chunk.css) files.add(style);
		for (const next of chunk.imports) visit(next);
	};
	for (const entry of entries) visit(entry);
	return [...files];
}

/** The key of the one source whose path ends so. */
export function keyEnding(manifest: Manifest, end: string): string {
	const found = Object.keys(manifest).filter((key) => key.endsWith(end));
	const [key] = found;
	if (key === undefined || found.length > 1) throw new Error(`The build has ${found.length} of ${end}`);
	return key;
}

/** The manifest of what was built into `folder`. */
export function readManifest(folder: string): Manifest {
	return Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')));
}
