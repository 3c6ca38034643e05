/**
 * The line of last resort (L5): plain requests for what a socket would carry. What is watched is asked again every few
 * seconds with what is held, so that only changes travel; one question at a time, so that no older answer comes last.
 */
import type { Around } from './around.ts';
import { isGone, type Heard, type Line } from './line.ts';
import type {
	DiskTrouble,
	DoAnswer,
	DoRequest,
	SentCommand,
	Speaking,
	WatchAnswer,
	WatchAsk,
	WatchRequest
} from './protocol.ts';
import { createWait } from './wait.ts';

/** Bytes a millisecond that even a bad network carries: a long message may take longer. */
const SLOW = 5;

interface Post {
	around: Around;
	path: string;
	body: DoRequest | WatchRequest;
	/** Milliseconds it may take. */
	within: number;
	stop: AbortSignal;
	/** Told the server's clock (ms since 1970), or null where the answer does not say. */
	word: (now: number | null) => void;
}

/** The answer as JSON, or null when none came. */
async function postJson({ around, path, body, within, stop, word }: Post): Promise<Record<string, unknown> | null> {
	const giveUp = new AbortController();
	const leave = (): void => giveUp.abort();
	const text = JSON.stringify(body);
	const late = setTimeout(leave, within + text.length / SLOW);
	stop.addEventListener('abort', leave);
	try {
		const response = await around.fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: text,
			signal: giveUp.signal
		});
		const answer: unknown = await response.json();
		if (!isAnswer(answer)) return null;
		word(typeof answer['now'] === 'number' ? answer['now'] : null);
		return answer;
	} catch {
		return null;
	} finally {
		clearTimeout(late);
		stop.removeEventListener('abort', leave);
	}
}

/** Filters and proxies answer for the kit, with pages or with JSON of their own; taken for a refusal, words would be lost. */
function isAnswer(answer: unknown): answer is Record<string, unknown> {
	if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
	return answer.ok === true ? 'id' in answer || 'topics' in answer : 'code' in answer && 'words' in answer;
}

/** One command by a plain request, whatever line is up. */
export async function doPlainly(
	around: Around,
	speaking: Speaking,
	{ command, ...how }: { command: SentCommand } & Pick<Post, 'within' | 'stop' | 'word'>
): Promise<DoAnswer | null> {
	const body = { speaking, command };
	const answer = await postJson({ around, path: '/live/do', body, ...how });
	// The kit names the command it has done; whoever answers for it does not know it.
	return answer && (answer['ok'] === false || answer['id'] === command.id) ? (answer as unknown as DoAnswer) : null;
}

export function openPlain(speaking: Speaking, heard: Heard, around: Around): Line {
	const { look, lookOfWall } = around.patience;
	const wait = createWait(around);
	const every = speaking.as === 'wall' ? lookOfWall : look;
	const word = (now: number | null): void => heard.word(now);
	let stop = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = Promise.resolve();
	let closed = false;

	async function ask(asks: WatchAsk[]): Promise<void> {
		if (closed || asks.length === 0) return;
		const body = { speaking, asks };
		const { signal } = stop;
		const asked = around.ticks();
		// Only the kit answers in this shape.
		const found = (await postJson({
			...{ around, path: '/live/watch', body, within: wait.most(), word },
			stop: signal
		})) as (WatchAnswer & { disk?: DiskTrouble }) | null;
		if (signal.aborted) return;
		if (found) wait.answered(asked);
		else wait.unanswered(asked);
		heard.up(found !== null);
		if (found?.ok) heard.disk(found.disk ?? null);
		if (found?.ok) heard.watched(found);
		else if (found && isGone(found.code)) heard.evicted({ code: found.code, words: found.words });
	}
	/** What to ask is read when its turn comes, so that it builds on what is held then. */
	const inTurn = (asks: () => WatchAsk[]): Promise<void> => (turn = turn.then(() => ask(asks())));

	function round(): void {
		clearTimeout(timer);
		void inTurn(() => heard.asks()).then(() => {
			clearTimeout(timer);
			if (!closed) timer = setTimeout(round, every * (0.8 + 0.4 * Math.random()));
		});
	}
	function leave(): void {
		stop.abort();
		stop = new AbortController();
	}

	round();
	return {
		watch: (asks) => inTurn(() => asks),
		unwatch: () => undefined,
		again() {
			leave();
			round();
		},
		close() {
			closed = true;
			leave();
			clearTimeout(timer);
		}
	};
}
