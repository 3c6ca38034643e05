/*
 * What a passphrase must be. Length is what counts: no rules about signs and figures, which only make people write it down.
 * It is measured against what others guess first: some fifty thousand common passwords, keyboard walks, dates and repeats
 * (zxcvbn with its list), and whatever is known about this person. The list stays on the server: on a phone it would weigh
 * more than every screen together.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { accountRefusal } from './refusals.ts';
import type { AccountRefusal } from './refusals.ts';

export const PASSPHRASE_LEAST = 12;
export const PASSPHRASE_MOST = 128;

/** Guesses, as a power of ten, that somebody who begins with the likely ones must need at least. */
const GUESSES_LEAST = 10;
/** What stands on every screen of this kit, and sayings that are long and yet the first to be tried. */
const EVERYBODYS = [
	'student safety summit',
	'safety summit',
	'safeguarding lead',
	'correct horse battery staple',
	'to be or not to be',
	'let me in please',
	'this is my passphrase'
].map(squeezed);

const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

export interface Chosen {
	name: string;
	email: string;
	passphrase: string;
	/** Names of the person's schools and summits, which others know too. */
	about?: readonly string[];
}

/** Null when it will do. Lengths are counted in characters (UTF-16 units, as the library behind counts them). */
export function passphraseFault({ name, email, passphrase, about = [] }: Chosen): AccountRefusal | null {
	if (passphrase.length < PASSPHRASE_LEAST) return accountRefusal('passphrase_short');
	if (passphrase.length > PASSPHRASE_MOST) return accountRefusal('passphrase_long');
	const known = guessable({ name, email, about });
	// What is left when everything guessable is taken out has to be worth something by itself.
	const without = (words: readonly string[]): string =>
		[...words]
			.sort((a, b) => b.length - a.length)
			.reduce((left, word) => left.replaceAll(word, ''), squeezed(passphrase));
	if (tooLittle(without(EVERYBODYS))) return accountRefusal('passphrase_common');
	if (tooLittle(without([...known, ...EVERYBODYS]))) return accountRefusal('passphrase_plain');
	const { guessesLog10 } = estimate.check(passphrase);
	if (guessesLog10 < GUESSES_LEAST) return accountRefusal('passphrase_common');
	return estimate.check(passphrase, known).guessesLog10 < GUESSES_LEAST ? accountRefusal('passphrase_plain') : null;
}

/** Names whole and in their parts, in small letters and without what stands between. */
function guessable({ name, email, about }: Required<Omit<Chosen, 'passphrase'>>): string[] {
	const [local = '', domain = ''] = email.split('@');
	const whole = [email, local, domain, name, ...about];
	const parts = whole.flatMap((one) => one.split(/[^\p{L}\p{N}]+/u));
	return [...new Set([...whole, ...parts].map(squeezed))].filter((one) => one.length >= 4);
}

function squeezed(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
/** Fewer than five letters beside the figures, which people add last and in order. */
function tooLittle(left: string): boolean {
	return left.replace(/\d/gu, '').length < 5;
}
