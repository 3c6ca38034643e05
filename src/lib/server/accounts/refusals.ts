/* Every reason an account is not made or not let in. Codes are stable; the words are for the person and say what to do. */

const ACCOUNT_REFUSALS = {
	name_missing: 'Type your name, as colleagues know you.',
	email_unreadable: 'That does not look like an email address. Check it for a missing letter or dot.',
	email_taken: 'There is an account with this email address already. Sign in with it instead.',
	passphrase_short: 'Your passphrase needs at least 12 characters. Three or four words in a row work well.',
	passphrase_long: 'That passphrase is too long. Keep it under 128 characters.',
	passphrase_plain:
		'That passphrase is too easy to guess. Choose words that have nothing to do with your name, your email or your school.',
	passphrase_common:
		'That passphrase is among the first that others would try. Choose three or four words that rarely stand together.',
	passphrase_wrong: 'That is not your passphrase. Type the one you signed in with.',
	passphrase_same: 'That is the passphrase you have already. Choose another one.',
	code_wrong: 'That code is not right. Type the six numbers your app shows now, or one of your recovery codes.',
	code_used: 'That code has been used. Wait until your app shows the next one, and type that.',
	code_wait: 'There were several wrong codes for this account. Wait a little before you try again.',
	not_signed_in: 'You are not signed in any more. Sign in again to carry on.',
	needs_second_step: 'Type a code from your app first. This cannot be done on an older one.',
	provider_away: 'The other sign-in does not answer just now. Try again in a few minutes, or use your passphrase.',
	provider_stale: 'That took too long, or began in another browser. Start again here.',
	provider_refused: 'The other sign-in did not let you through. Try again there, or use your passphrase.',
	provider_unverified:
		'The other sign-in does not vouch for your email address, so we cannot tell who you are. Use your passphrase, and tell whoever looks after this kit.',
	provider_unknown:
		'Nobody here has an account with the email address that the other sign-in gave. Somebody who runs a summit has to invite you first.',
	sign_in_failed: 'That email address and passphrase do not belong together. Check both and try again.',
	sign_in_wait: 'There were several wrong tries for this account. Wait a little before you try again.',
	accounts_busy: 'Many people are signing in just now. Try again in a moment.'
} as const;

const PROVIDER_CODES = [
	...(['provider_away', 'provider_stale', 'provider_refused'] as const),
	...(['provider_unverified', 'provider_unknown'] as const)
];

export type AccountCode = keyof typeof ACCOUNT_REFUSALS;

export interface AccountRefusal {
	readonly ok: false;
	readonly code: AccountCode;
	readonly words: string;
	/** Seconds until another try counts; only with `sign_in_wait` and `code_wait`. */
	readonly wait?: number;
}

export function accountRefusal(code: AccountCode): AccountRefusal {
	return { ok: false, code, words: ACCOUNT_REFUSALS[code] };
}

/** Why the organisation's sign-in led back here, by the code in the address; null for anything else that stands there. */
export function providerProblem(code: string | null): Pick<AccountRefusal, 'code' | 'words'> | null {
	const known = PROVIDER_CODES.find((one) => one === code);
	return known === undefined ? null : { code: known, words: ACCOUNT_REFUSALS[known] };
}

/** `seconds` until the next try; the words name them. */
export function waitRefusal(code: 'sign_in_wait' | 'code_wait', seconds: number): AccountRefusal {
	const tries = code === 'sign_in_wait' ? 'wrong tries' : 'wrong codes';
	const time =
		seconds === 1 ? '1 second' : seconds <= 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return {
		ok: false,
		code,
		words: `There were several ${tries} for this account. Try again in ${time}.`,
		wait: seconds
	};
}
