/**
 * The kit as its next version might be, in a folder of its own: the same code, but every file of the phone's has another
 * name and the build another version, as after any change. The names of before are gone from it.
 */
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PROTOCOL } from '../../src/lib/live/protocol.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PHONE = path.join('build', 'client', '_app', 'immutable', 'phone');

interface AnotherBuild {
	root: string;
	remove(): Promise<void>;
}

/** `protocol`: what its server speaks, where that is another than this one's. */
export async function anotherBuild({ protocol }: { protocol?: number } = {}): Promise<AnotherBuild> {
	const root = await mkdtemp(path.join(os.tmpdir(), 'summit-build-'));
	for (const name of ['src', 'build', 'static', 'package.json'])
		await cp(path.join(ROOT, name), path.join(root, name), { recursive: true });
	await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));

	const { version } = JSON.parse(await readFile(path.join(root, 'build/client/_app/version.json'), 'utf8')) as {
		version: string;
	};
	const files = (await readdir(path.join(root, PHONE))).filter((name) => !/\.(br|gz)$/.test(name));
	const names = new Map(files.map((name) => [name, name.replace(/(\.[^.]+)$/, '-next$1')]));
	const entries = await readdir(path.join(root, 'build'), { recursive: true, withFileTypes: true });
	for (const entry of entries.filter((one) => one.isFile())) {
		const file = path.join(entry.parentPath, entry.name);
		// Packed from what is changed here.
		if (/\.(br|gz|map)$/.test(entry.name)) await rm(file);
		else if (/\.(js|css|json|html)$/.test(entry.name)) {
			let text = await readFile(file, 'utf8');
			for (const [before, after] of names) text = text.replaceAll(before, after);
			text = text.replaceAll(version, `${Number(version) + 1}`);
			if (protocol !== undefined && file.includes(path.join('build', 'server')))
				// Where the bundler wrote the number in.
				text = text.replaceAll(new RegExp(`\\bprotocol(: | !== )${PROTOCOL}\\b`, 'g'), `protocol$1${protocol}`);
			await writeFile(file, text);
		}
	}
	for (const [before, after] of names) await rename(path.join(root, PHONE, before), path.join(root, PHONE, after));
	return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
