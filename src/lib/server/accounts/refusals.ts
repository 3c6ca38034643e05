/* Every reason an account is not made or not let in. Codes are stable; the words are for the person and say what to do. */

const ACCOUNT_REFUSALS = {
	name_missing: 'Type your name, as colleagues know you.',
	email_unreadable: 'That does not look like an email address. Check it for a missing letter or dot.',
	email_taken: 'There is an account with this email address already. Sign in with it instead.',
	passphrase_short: 'Your passphrase needs at least 12 characters. Three or four words in a row work well.',
	passphrase_long: 'That passphrase is too long. Keep it under 128 characters.',
	passphrase_plain:
		'That passphrase is too easy to guess. Choose words that have nothing to do with your name or email.',
	sign_in_failed: 'That email address and passphrase do not belong together. Check both and try again.',
	sign_in_wait: 'There were several wrong tries for this account. Wait a little before you try again.',
	accounts_busy: 'Many people are signing in just now. Try again in a moment.'
} as const;

export type AccountCode = keyof typeof ACCOUNT_REFUSALS;

export interface AccountRefusal {
	readonly ok: false;
	readonly code: AccountCode;
	readonly words: string;
	/** Seconds until another try counts; only with `sign_in_wait`. */
	readonly wait?: number;
}

export function accountRefusal(code: AccountCode): AccountRefusal {
	return { ok: false, code, words: ACCOUNT_REFUSALS[code] };
}

/** `seconds` until the next try; the words name them. */
export function waitRefusal(seconds: number): AccountRefusal {
	const words =
		seconds === 1
			? 'There were several wrong tries for this account. Try again in 1 second.'
			: `There were several wrong tries for this account. Try again in ${seconds} seconds.`;
	return { ok: false, code: 'sign_in_wait', words, wait: seconds };
}
