/**
 * The line of last resort (L5): plain requests for what a socket would carry. What is watched is asked again every few
 * seconds with what is held, so that only changes travel.
 */
import type { Around } from './around.ts';
import { isGone, type Heard, type Line } from './line.ts';
import type { DoAnswer, DoRequest, SentCommand, Speaking, WatchAnswer, WatchAsk, WatchRequest } from './protocol.ts';

interface Post {
	around: Around;
	path: string;
	body: DoRequest | WatchRequest;
	stop?: AbortSignal;
	/** Told the server's clock (ms since 1970), or null where the answer does not say. */
	word?: (now: number | null) => void;
}

/** The answer as JSON, or null when none came. */
async function postJson<T>({ around, path, body, stop, word }: Post): Promise<T | null> {
	const giveUp = new AbortController();
	const leave = (): void => giveUp.abort();
	const late = setTimeout(leave, around.patience.answer);
	stop?.addEventListener('abort', leave);
	try {
		const response = await around.fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: giveUp.signal
		});
		if (!(response.headers.get('content-type') ?? '').includes('application/json')) return null;
		// The two doors answer nothing but these shapes; a filter's own page was turned away above.
		const answer = (await response.json()) as T;
		const date = Date.parse(response.headers.get('date') ?? '');
		word?.(Number.isNaN(date) ? null : date);
		return answer;
	} catch {
		return null;
	} finally {
		clearTimeout(late);
		stop?.removeEventListener('abort', leave);
	}
}

/** One command by a plain request, whatever line is up: for what is too large for a socket's message. */
export function doPlainly(around: Around, speaking: Speaking, command: SentCommand): Promise<DoAnswer | null> {
	return postJson<DoAnswer>({ around, path: '/live/do', body: { speaking, command } });
}

export function openPlain(speaking: Speaking, heard: Heard, around: Around): Line {
	const every = speaking.as === 'wall' ? around.patience.lookOfWall : around.patience.look;
	const stop = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let asking = false;

	const post = <T>(path: string, body: DoRequest | WatchRequest): Promise<T | null> =>
		postJson<T>({ around, path, body, stop: stop.signal, word: (now) => heard.word(now) });

	async function look(asks: WatchAsk[]): Promise<void> {
		if (asks.length === 0) return;
		const answer = await post<WatchAnswer>('/live/watch', { speaking, asks });
		if (stop.signal.aborted) return;
		heard.up(answer !== null);
		if (answer?.ok) heard.watched(answer);
		else if (answer && isGone(answer.code)) heard.evicted({ code: answer.code, words: answer.words });
	}

	async function round(): Promise<void> {
		clearTimeout(timer);
		if (asking) return;
		asking = true;
		await look(heard.asks());
		asking = false;
		if (!stop.signal.aborted) timer = setTimeout(() => void round(), every * (0.8 + 0.4 * Math.random()));
	}

	void round();
	return {
		do: (command) => post<DoAnswer>('/live/do', { speaking, command }),
		watch: look,
		unwatch: () => undefined,
		again: () => void round(),
		close() {
			stop.abort();
			clearTimeout(timer);
		}
	};
}
