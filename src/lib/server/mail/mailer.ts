/**
 * Sends mail without holding anything up: what is to be sent waits in memory, is tried again for a quarter of an hour, and
 * then is given up; whoever asked is told as soon as it looks as if it will not arrive. Each mail goes to one address that
 * was parsed, and it says nothing but what it was given.
 */
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { cleanText } from '../../summit/clean-text.ts';
import { atMost } from '../at-most.ts';
import type { ClockPort } from '../clock.ts';
import type { MailSettings } from './settings.ts';

export interface Mail {
	to: string;
	subject: string;
	text: string;
	/** Called once, when it could not be sent twice in a row, or never will be. */
	failed: () => void;
}
export interface Mailer {
	/** Returns at once. The same mail to the same address goes at most once a minute: what is asked meanwhile goes together. */
	send(mail: Mail): void;
	/** What is waiting is given up. */
	close(): void;
}

/** Milliseconds between tries: greylisting asks for minutes, a restarting server for seconds. */
const AT_MOST_EVERY = 60_000;
const AGAIN_AFTER = [5_000, 60_000, 300_000, 600_000];
/** After so many failures in a row whoever asked is told. */
const TELLS_AFTER = 2;
const LONGEST_SUBJECT = 150;
const AT_ONCE = { running: 3, waiting: 1_000 };

interface MailerParts {
	settings: MailSettings;
	clock: ClockPort;
	fault: (what: string, error: unknown) => void;
}

export function createMailer({ settings, clock, fault }: MailerParts): Mailer {
	const { host, port, secure, requireTLS, login, from } = settings;
	const transport = createTransport({
		...{ host, port, secure, requireTLS },
		...(login === null ? {} : { auth: login }),
		// A server that hangs must not keep others waiting.
		...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
		...{ disableFileAccess: true, disableUrlAccess: true }
	});
	const lines = atMost(AT_ONCE);
	/** Mails on their way, and for a minute after; `again` is what was asked for since. */
	const waiting = new Map<string, { stop: () => void; again: Mail | null }>();
	let closed = false;

	async function deliver({ to, subject, text }: Mail): Promise<void> {
		const address = z.email().parse(to);
		await transport.sendMail({
			from: { name: '', address: from },
			to: { name: '', address },
			envelope: { from, to: [address] },
			subject: oneLine(subject),
			text: cleanText(text),
			// No out-of-office answers back.
			headers: { 'Auto-Submitted': 'auto-generated' }
		});
	}

	/** `failures` so far in a row. */
	function attempt(key: string, mail: Mail, failures: number): void {
		waiting.set(key, { stop: () => undefined, again: null });
		lines
			.run(() => (closed ? Promise.resolve() : deliver(mail)))
			.then(
				() => rest(key),
				(error: unknown) => lost(key, mail, { error, failures: failures + 1 })
			);
	}

	function rest(key: string): void {
		if (closed) return;
		const stop = clock.after(AT_MOST_EVERY, () => {
			const again = waiting.get(key)?.again ?? null;
			waiting.delete(key);
			if (again) attempt(key, again, 0);
		});
		// What was asked while it was on its way may be about something newer.
		waiting.set(key, { stop, again: waiting.get(key)?.again ?? null });
	}

	function lost(key: string, mail: Mail, { error, failures }: { error: unknown; failures: number }): void {
		if (closed) return;
		const wait = isFinal(error) ? undefined : AGAIN_AFTER[failures - 1];
		// What a mail server answers may name the address it was for.
		fault('An email could not be sent.', Object.assign(new Error(), { name: codeOf(error) }));
		if (failures === TELLS_AFTER || (wait === undefined && failures < TELLS_AFTER)) mail.failed();
		if (wait === undefined) waiting.delete(key);
		else waiting.set(key, { stop: clock.after(wait, () => attempt(key, mail, failures)), again: null });
	}

	return {
		send(mail) {
			const key = JSON.stringify([mail.to, mail.subject, mail.text]);
			const held = waiting.get(key);
			if (held) held.again = mail;
			else if (!closed) attempt(key, mail, 0);
		},
		close() {
			closed = true;
			for (const { stop } of waiting.values()) stop();
			waiting.clear();
			transport.close();
		}
	};
}

function oneLine(text: string): string {
	return cleanText(text).replace(/\s+/gu, ' ').slice(0, LONGEST_SUBJECT);
}

/** The server said no for good (5xx), or the address is none. */
function isFinal(error: unknown): boolean {
	if (error instanceof z.ZodError) return true;
	return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'mail';
}
