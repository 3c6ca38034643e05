/**
 * `npm run keys -- rotate`: closes the keyring by a key made anew, out of the same passphrase where it has one. `npm run keys
 * -- passphrase` closes it by a passphrase read from the input, `npm run keys -- file` by a key file. The keys of summits
 * stay as they are, so nothing sealed has to be sealed again; what closed the keyring before opens nothing any more.
 */
import { createInterface } from 'node:readline/promises';
import { readConfig } from '../src/lib/server/config.ts';
import { openKeyring } from '../src/lib/server/keyring.ts';
import { takeFolder } from '../src/lib/server/lock.ts';

const USES = 'Say what to do: npm run keys -- rotate, npm run keys -- passphrase, or npm run keys -- file.';
const SHORTEST = 12;

async function main(how: string | undefined): Promise<string> {
	if (how !== 'rotate' && how !== 'passphrase' && how !== 'file') throw new Error(USES);
	const { dataDir, keyDir, keyPassphrase } = readConfig(process.env);
	const release = takeFolder(dataDir);
	try {
		// `expected`: with no keyring here there is nothing to close anew, and none is made.
		const now = keyPassphrase === null ? {} : { passphrase: keyPassphrase };
		const keyring = await openKeyring({ dir: keyDir, expected: true, ...now });
		if (how === 'passphrase') {
			await keyring.rewrap({ passphrase: await typed() });
			return 'Done. Start the kit with KEY_PASSPHRASE set to the new passphrase from now on.';
		}
		await keyring.rewrap({ passphrase: how === 'file' ? null : keyPassphrase });
		return how === 'file'
			? 'Done. Start the kit without KEY_PASSPHRASE from now on.'
			: 'Done. Delete your copies of the keys made before, and make new ones.';
	} finally {
		release();
	}
}

/** Read from the input and never from an argument: arguments stand in the list of processes for everybody. */
async function typed(): Promise<string> {
	const asking = createInterface({ input: process.stdin });
	if (process.stdin.isTTY) process.stdout.write('New passphrase, then Enter: ');
	for await (const line of asking) {
		asking.close();
		if (line.trim().length < SHORTEST) throw new Error(`A passphrase has at least ${String(SHORTEST)} characters.`);
		return line.trim();
	}
	throw new Error('No passphrase was given.');
}

try {
	console.log(await main(process.argv[2]));
} catch (problem) {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
}
