/*
 * Where mail goes out, named where the kit is started and never in a form. Without it no email is sent, and every page of a
 * safeguarding lead says so.
 */
import { z } from 'zod';

export interface MailSettings {
	host: string;
	port: number;
	/** TLS from the first byte (`smtps:`); otherwise it is asked for once connected. */
	secure: boolean;
	/** Never without TLS: a password is sent, and not to this very machine. */
	requireTLS: boolean;
	login: { user: string; pass: string } | null;
	/** One plain address. */
	from: string;
}

const URL_WORDS =
	'MAIL_URL must be the address of a mail server, such as smtps://user:password@mail.example.org or smtp://localhost:25.';
const SCHEMES = ['smtp:', 'smtps:'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export const mailSettings = {
	MAIL_URL: z.string().refine(isMailServer, { error: URL_WORDS }).optional(),
	MAIL_FROM: z
		.email({ error: 'MAIL_FROM must be one email address, such as summit@example.org, and nothing beside it.' })
		.max(254)
		.optional()
};

export const describeMailSettings = [
	{
		name: 'MAIL_URL',
		default: 'none',
		meaning:
			'The mail server that alerts to safeguarding leads go through: smtps://user:password@host or smtp://host:port. Without it no email is sent, and screens say so.'
	},
	{ name: 'MAIL_FROM', default: 'none', meaning: 'The address that emails come from; needed with MAIL_URL.' }
] as const;

/** The settings, or null where there are none; one without the other is a fault. */
export function readMail(set: { MAIL_URL?: string | undefined; MAIL_FROM?: string | undefined }): {
	mail: MailSettings | null;
	faults: string[];
} {
	const { MAIL_URL: url, MAIL_FROM: from } = set;
	if (url === undefined && from === undefined) return { mail: null, faults: [] };
	if (url === undefined || from === undefined)
		return { mail: null, faults: ['MAIL_URL and MAIL_FROM belong together: set both, or neither.'] };
	const { protocol, hostname, port, username, password } = new URL(url);
	const secure = protocol === 'smtps:';
	const login = username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
	const requireTLS = !secure && login !== null && !LOOPBACK.includes(hostname);
	const host = hostname.replace(/^\[|\]$/g, '');
	return { mail: { host, port: Number(port) || (secure ? 465 : 587), secure, requireTLS, login, from }, faults: [] };
}

function isMailServer(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, pathname, search, username, password } = new URL(text);
	if (!SCHEMES.includes(protocol) || hostname === '' || !['', '/'].includes(pathname) || search !== '') return false;
	try {
		decodeURIComponent(username + password);
		return true;
	} catch {
		return false;
	}
}
