/** The people of a browser test: each adult and phone in a context of its own, and students who are sockets only. */
import { expect } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Voice } from '../live/kit.ts';
import type { KitProcess } from './kit.ts';

export const LAPTOP = { width: 1366, height: 768 };
export const PROJECTOR = { width: 1920, height: 1080 };
export const PHONE = { width: 360, height: 740 };

export interface Screen {
	context: BrowserContext;
	page: Page;
	/** Everything this browser was sent over the live connection and as pages: what this person could ever read. */
	received: string[];
}

/** A fresh browser profile. Errors its pages do not catch fail the test at the end through `complaints`. */
export async function person(
	browser: Browser,
	{
		viewport,
		touch = false,
		serviceWorkers = 'allow',
		complaints
	}: {
		viewport: { width: number; height: number };
		touch?: boolean;
		/** Blocked, a phone is as it is over plain HTTP. */
		serviceWorkers?: 'allow' | 'block';
		complaints: string[];
	}
): Promise<Screen> {
	const context = await browser.newContext({ viewport, hasTouch: touch, isMobile: touch, serviceWorkers });
	const page = await context.newPage();
	const received: string[] = [];
	const listen = (one: Page): void => {
		one.on('pageerror', (error) => complaints.push(`${one.url()}: ${error.message}`));
		one.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))));
		one.on('response', (response) => {
			const kind = response.headers()['content-type'] ?? '';
			if (!/html|json|csv|plain/.test(kind)) return;
			response.text().then(
				(text) => received.push(text),
				// A redirect or an aborted poll has no body to read.
				() => undefined
			);
		});
	};
	listen(page);
	context.on('page', listen);
	return { context, page, received };
}

/** A student with a socket and no screen: joins through the same form a phone posts. */
export async function socketStudent(kit: KitProcess, { summit, key }: { summit: string; key: string }): Promise<Voice> {
	const response = await fetch(`${kit.url}/j/${key}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: kit.url, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ school: 'host', band: '9-11', who: 'me' })
	});
	const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`card_${summit}=`));
	const token = cookie?.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')) ?? '';
	expect(token, `joining answered ${response.status}`).not.toBe('');
	const voice = new Voice({ kit, room: summit, as: 'card', id: '', token });
	await voice.must({ type: 'cards:agree' });
	return voice;
}
