/*
 * How staff prove who they are, as set where the kit is started. A provider of accounts (OpenID Connect) is named here and
 * never in a form: whoever may type its address into a page could name one of their own.
 */
import { z } from 'zod';
import { cleanText } from '../../summit/clean-text.ts';

/** The organisation's own sign-in. `clientSecret` never leaves the server and is never logged. */
export interface ProviderSettings {
	/** As the provider calls itself; its own description lies below it, at `.well-known/openid-configuration`. */
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** What people call it, for the button: “Microsoft”, “Northbank Trust”. */
	name: string;
}

export const signInSettings = {
	SECOND_FACTOR: z
		.enum(['0', '1'], { error: 'SECOND_FACTOR must be 0 or 1.' })
		.default('1')
		.transform((text) => text === '1'),
	OIDC_ISSUER: z
		.string()
		.refine(isIssuer, {
			error:
				'OIDC_ISSUER must be the https:// address by which the provider calls itself, without a question mark; http:// only on this machine.'
		})
		.optional(),
	OIDC_CLIENT_ID: z.string().max(300, { error: 'OIDC_CLIENT_ID must have at most 300 characters.' }).optional(),
	OIDC_CLIENT_SECRET: z
		.string()
		.max(1000, { error: 'OIDC_CLIENT_SECRET must have at most 1000 characters.' })
		.optional(),
	OIDC_NAME: z
		.string()
		.transform((text) => cleanText(text).replaceAll('\n', ' '))
		.refine((text) => text.length > 0 && text.length <= 40, {
			error: 'OIDC_NAME must be one line of plain text, at most 40 characters, such as Microsoft.'
		})
		.default('your organisation')
};

export const describeSignInSettings = [
	{
		name: 'SECOND_FACTOR',
		default: '1',
		meaning: '0 lets staff sign in with a passphrase alone, without a code from an app on their phone.'
	},
	{
		name: 'OIDC_ISSUER',
		default: 'none',
		meaning: 'Your organisation’s own sign-in (OpenID Connect), by the https address it calls itself.'
	},
	{ name: 'OIDC_CLIENT_ID', default: 'none', meaning: 'What that sign-in calls this kit; needed with OIDC_ISSUER.' },
	{
		name: 'OIDC_CLIENT_SECRET',
		default: 'none',
		meaning: 'What this kit proves itself to it with; needed with OIDC_ISSUER.'
	},
	{ name: 'OIDC_NAME', default: 'your organisation', meaning: 'What people call it, for the button that leads there.' }
] as const;

/** The provider, or null; `faults` has a sentence for each thing that does not fit together. */
export function readProvider(set: z.output<z.ZodObject<typeof signInSettings>>): {
	provider: ProviderSettings | null;
	faults: string[];
} {
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = set;
	if (issuer === undefined && clientId === undefined && clientSecret === undefined)
		return { provider: null, faults: [] };
	if (issuer === undefined || clientId === undefined || clientSecret === undefined)
		return {
			provider: null,
			faults: ['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.']
		};
	// These let in whoever has an account with anybody at all.
	if (/^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/i.test(issuer))
		return {
			provider: null,
			faults: ['OIDC_ISSUER must name your own Microsoft tenant: https://login.microsoftonline.com/<tenant id>/v2.0.']
		};
	return { provider: { issuer, clientId, clientSecret, name }, faults: [] };
}

function isIssuer(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, username, password, search, hash } = new URL(text);
	if (username + password + search + hash !== '' || /[\s?#]/.test(text)) return false;
	return protocol === 'https:' || onThisMachine(text);
}

/** Nobody else hears what is said to this machine over plain HTTP. */
export function onThisMachine(address: string): boolean {
	const { protocol, hostname } = new URL(address);
	return protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
