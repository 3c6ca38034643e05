/* What a passphrase must be. Length is what counts: no rules about signs and figures, which only make people write it down. */
import { accountRefusal } from './refusals.ts';
import type { AccountRefusal } from './refusals.ts';

export const PASSPHRASE_LEAST = 12;
export const PASSPHRASE_MOST = 128;
const EVERYBODYS = [
	'password',
	'passphrase',
	'qwerty',
	'123456',
	'letmein',
	'welcome',
	'safeguarding',
	'student safety'
];

/** Null when it will do. Lengths are counted in characters (UTF-16 units, as the library behind counts them). */
export function passphraseFault(given: { name: string; email: string; passphrase: string }): AccountRefusal | null {
	const { passphrase } = given;
	if (passphrase.length < PASSPHRASE_LEAST) return accountRefusal('passphrase_short');
	if (passphrase.length > PASSPHRASE_MOST) return accountRefusal('passphrase_long');
	if (new Set(passphrase.toLowerCase()).size < 5) return accountRefusal('passphrase_plain');
	const [local = ''] = given.email.toLowerCase().split('@');
	const names = [local, ...given.name.toLowerCase().split(/\s+/)].filter((part) => part.length >= 4);
	// What is left when everything guessable is taken out has to be worth something by itself.
	let left = passphrase.toLowerCase();
	for (const guess of [given.email.toLowerCase(), ...names, ...EVERYBODYS]) left = left.replaceAll(guess, '');
	return left.replace(/[\s\d]/gu, '').length < 5 ? accountRefusal('passphrase_plain') : null;
}
