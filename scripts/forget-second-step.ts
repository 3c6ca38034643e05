/**
 * `npm run forget-second-step -- ada@example.org`: for somebody who has lost their phone and their recovery codes. Only with
 * the kit stopped. Make sure that it is them who asks.
 */
import { forgetSecondStep } from '../src/lib/server/accounts/at-the-machine.ts';
import { onOneAccount } from './one-account.ts';

const DONE = 'Done. They are signed out everywhere, and set their second step up anew when they sign in.';

await onOneAccount('forget-second-step', (account) => (forgetSecondStep(account) ? DONE : null));
