/** Against a real mail server on this machine: what arrives is what was meant, and what does not is told and tried again. */
import { afterEach, expect, test } from 'vitest';
import { handClock } from '../clock.ts';
import type { HandClock } from '../clock.ts';
import { createMailer } from './mailer.ts';
import type { Mailer } from './mailer.ts';
import { readMail } from './settings.ts';
import { startMailServer } from './testing.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

/** `answers`: what the server says to each mail in turn; null takes it. */
async function post(answers: (number | null)[] = []) {
	const server = await startMailServer(answers);
	const { mail } = readMail({ MAIL_URL: server.url, MAIL_FROM: 'kit@example.org' });
	if (mail === null) throw new Error('These settings name a server.');
	const hand = handClock(0);
	/** Told when the mailer waits for a time. */
	const waits: (() => void)[] = [];
	const clock: HandClock = {
		...hand,
		after(ms, fn) {
			const stop = hand.after(ms, fn);
			for (const tell of waits.splice(0)) tell();
			return stop;
		}
	};
	const faults: unknown[] = [];
	const failed: (() => void)[] = [];
	const mailer: Mailer = createMailer({
		...{ settings: mail, clock },
		fault: (...what) => {
			faults.push(what);
			for (const tell of failed.splice(0)) tell();
		}
	});
	open.push(async () => {
		mailer.close();
		await server.close();
	});
	const next = (list: (() => void)[]) => new Promise<void>((resolve) => list.push(resolve));
	const { arrived } = server;
	return {
		mailer,
		arrived,
		clock,
		faults,
		answered: () => server.answered(),
		failure: () => next(failed),
		waits: () => next(waits)
	};
}
const note = (to: string, given: { subject?: string; failed?: () => void } = {}) => ({
	...{ to, subject: 'Something needs you', text: 'Open it.', failed: () => undefined },
	...given
});

test('S6: a mail goes to one address, from the one that was set, in one piece', async () => {
	const { mailer, arrived, answered } = await post();
	const heard = answered();
	mailer.send(note('jo@example.org', { subject: 'Needs\r\nBcc: all@example.org\r\n\r\nyou' }));
	await heard;
	expect(arrived).toMatchObject([{ to: ['jo@example.org'] }]);
	const [head = '', body] = (arrived[0]?.raw ?? '').split('\r\n\r\n');
	expect(head.split('\r\n').filter((line) => /^bcc/iu.test(line))).toEqual([]);
	expect(head).toContain('From: kit@example.org');
	expect(head).toContain('Subject: Needs Bcc: all@example.org you');
	expect(body?.trim()).toBe('Open it.');
});

test('S6: what the server puts off is told after the second time, and arrives all the same', async () => {
	const { mailer, arrived, clock, answered, waits } = await post([451, 451]);
	let told = 0;
	const first = waits();
	mailer.send(note('jo@example.org', { failed: () => (told += 1) }));
	await first;
	expect([arrived.length, told]).toEqual([0, 0]);
	const second = waits();
	clock.advance(5_000);
	await second;
	expect([arrived.length, told]).toEqual([0, 1]);
	const heard = answered();
	clock.advance(60_000);
	await heard;
	expect([arrived.length, told]).toEqual([1, 1]);
});

test('S6: an address that is none, two, or refused for good is told at once and not tried again', async () => {
	const { mailer, arrived, clock, faults, failure } = await post([550]);
	const told: string[] = [];
	for (const to of ['not an address', 'a@example.org, b@example.org', 'gone@example.org']) {
		const lost = failure();
		mailer.send(note(to, { failed: () => told.push(to) }));
		await lost;
	}
	clock.advance(3_600_000);
	expect(told).toHaveLength(3);
	expect(arrived).toEqual([]);
	expect(JSON.stringify(faults)).not.toContain('example.org');
});

test('a flood to one address is one mail a minute, and the last of it is not lost; nobody else waits', async () => {
	const { mailer, arrived, clock, answered, waits } = await post();
	const first = waits();
	for (let n = 0; n < 50; n += 1) mailer.send(note('jo@example.org'));
	await first;
	const other = answered();
	mailer.send(note('sam@example.org'));
	await other;
	expect(arrived.map(({ to }) => to[0])).toEqual(['jo@example.org', 'sam@example.org']);
	const again = answered();
	clock.advance(60_000);
	await again;
	expect(arrived.map(({ to }) => to[0])).toEqual(['jo@example.org', 'sam@example.org', 'jo@example.org']);
});

test('settings: both or neither, one plain address, a password only over TLS beyond this machine', () => {
	expect(readMail({}).mail).toBeNull();
	expect(readMail({ MAIL_FROM: 'a@example.org' }).faults).toHaveLength(1);
	const read = (MAIL_URL: string) => readMail({ MAIL_URL, MAIL_FROM: 'a@example.org' }).mail;
	expect(read('smtps://me:p%40ss@mail.example.org')).toMatchObject({
		...{ host: 'mail.example.org', port: 465, secure: true, requireTLS: false },
		login: { user: 'me', pass: 'p@ss' }
	});
	expect(read('smtp://me:p@mail.example.org')).toMatchObject({ port: 587, requireTLS: true });
	expect(read('smtp://localhost:25')).toMatchObject({ port: 25, requireTLS: false, login: null });
});
