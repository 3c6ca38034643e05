/**
 * `npm run new-passphrase -- ada@example.org`: for somebody who has forgotten their passphrase. It makes one and prints it,
 * this once. Only with the kit stopped. Make sure that it is them who asks.
 */
import { renewPassphrase } from '../src/lib/server/accounts/at-the-machine.ts';
import { onOneAccount } from './one-account.ts';

await onOneAccount('new-passphrase', async (account) => {
	const passphrase = await renewPassphrase(account);
	return (
		passphrase &&
		`Their passphrase is now ${passphrase}\nThey are signed out everywhere. Their second step stays. Tell them to choose their own under My account.`
	);
});
