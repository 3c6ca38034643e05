/**
 * How children tell that something happened, is happening, or is feared, to them or to a child they know: one list a
 * subject, in the notation of `pattern.ts`, over readings of `spelling.ts` (there "mums" reads `mum`, "ur" `your`, "photos"
 * `pics`, "anybody" `noone` or `anyone`). Lists stay on the server (S4).
 */
import { HURT } from './told/hurt-at-home.ts';
import { NETS } from './told/nets.ts';
import { ONLINE } from './told/online-and-self.ts';
import { SIGNS } from './told/signs.ts';
import { THREATS } from './told/threats-and-secrets.ts';
import { TOUCHED } from './told/touched.ts';

export const TOLD: Readonly<Record<string, readonly string[]>> = {
	...HURT,
	...TOUCHED,
	...ONLINE,
	...THREATS,
	...SIGNS,
	...NETS
};
