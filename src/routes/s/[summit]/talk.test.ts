import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { actions } from './+page.server.ts';

/** The plain form of *Talk to someone*, sent to a kit that answers `ok`; what the page was answered, and what was asked. */
async function send(fields: Record<string, string>, ok = true) {
	const asked: { id: string; type: string; words?: string }[] = [];
	const app = {
		identity: { speakAs: async () => ({ actor: { role: 'card', id: 'card-0001' }, room: { id: 'summit-1' } }) },
		dispatch: {
			do: async ({ command }: { command: (typeof asked)[number] }) => {
				asked.push(command);
				return ok ? { ok, id: command.id, answer: {} } : { ok, id: command.id, code: 'store_full', words: 'Full.' };
			}
		}
	};
	const url = new URL('http://127.0.0.1/s/summit-1?/talk');
	const request = new Request(url, { method: 'POST', body: new URLSearchParams(fields) });
	// As much of an event as the action reads.
	const event = { request, url, params: { summit: 'summit-1' }, locals: { app } } as unknown as RequestEvent<
		{ summit: string },
		'/s/[summit]'
	>;
	// A redirect is thrown.
	const answer: unknown = await Promise.resolve(actions['talk']?.(event)).catch((thrown: unknown) => thrown);
	return { answer, command: asked[0] };
}
const form = { once: 'page-1', how: 'go', adult: 'yes', words: 'it is the bus' };

test('S5: what a plain form could not send goes back to the page, with every choice', async () => {
	const { answer } = await send(form, false);
	expect(answer).toMatchObject({
		status: 503,
		data: { unsent: { how: 'go', aboutAdult: true, words: 'it is the bus' } }
	});
	expect((await send(form)).answer).toMatchObject({ status: 303, location: '/s/summit-1?show=talk' });
});

test('S5, L2: a form pressed twice is asked once, and other words are never taken for those sent before', async () => {
	const first = (await send(form)).command;
	expect((await send(form)).command?.id).toBe(first?.id);
	const others = [
		{ ...form, words: 'and the park' },
		{ ...form, how: 'come' },
		{ ...form, once: 'page-2' }
	];
	const ids = await Promise.all(others.map(async (other) => (await send(other)).command?.id));
	expect(new Set([first?.id, ...ids]).size).toBe(4);
	for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{8,40}$/);
	// A page from before this field still asks.
	const { once, ...old } = form;
	expect(once).toBe('page-1');
	expect((await send(old)).command).toMatchObject({ type: 'talk:ask', words: 'it is the bus' });
});
