/** A real mail server on this machine, for tests: what it was given, and what it says to each mail in turn. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
	to: string[];
	/** The whole mail as it was sent, headers and all. */
	raw: string;
}
export interface MailServer {
	/** For MAIL_URL. */
	url: string;
	arrived: Arrived[];
	/** Resolves with the next mail, taken or not. */
	answered(): Promise<void>;
	/** Resolves once so many have been taken. */
	until(count: number): Promise<void>;
	close(): Promise<void>;
}

/** `answers`: what it says to each mail in turn, an SMTP code, or null to take it; then it takes all. */
export async function startMailServer(answers: (number | null)[] = []): Promise<MailServer> {
	const arrived: Arrived[] = [];
	const waiting: (() => void)[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onData(stream, session, done) {
			void text(stream).then((raw) => {
				const code = answers.shift() ?? null;
				if (code === null) arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
				done(code === null ? null : Object.assign(new Error('no'), { responseCode: code }));
				for (const tell of waiting.splice(0)) tell();
			});
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const address = server.server.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	const answered = () => new Promise<void>((resolve) => waiting.push(resolve));
	return {
		url: `smtp://127.0.0.1:${port}`,
		arrived,
		answered,
		async until(count) {
			while (arrived.length < count) await answered();
		},
		close: () => new Promise<void>((resolve) => server.close(() => resolve()))
	};
}
