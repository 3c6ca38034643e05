/**
 * `npm run forget-second-step -- ada@example.org`: for somebody who has lost their phone and their recovery codes. Stop the kit
 * first, so that no screen of theirs stays open. Make sure that it is them who asks.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { forgetSecondStep } from '../src/lib/server/accounts/forget.ts';
import { readConfig } from '../src/lib/server/config.ts';

const [email = ''] = process.argv.slice(2);
const file = path.join(readConfig(process.env).dataDir, 'accounts.db');
if (!email.includes('@')) end('Say whose: npm run forget-second-step -- ada@example.org');
if (!existsSync(file)) end(`There are no accounts in ${path.dirname(file)}. Set DATA_DIR as for the kit.`);
if (!forgetSecondStep({ file, email })) end('Nobody here has an account with that email address.');
console.log('Done. They are signed out everywhere, and set their second step up anew when they sign in.');

function end(words: string): never {
	console.error(words);
	process.exit(1);
}
