/**
 * Two consoles and two walls beside the crowd. A console reads the queue at a human pace and shows what it read; how long
 * until the words stand on each wall is counted from the moment it says so. Five seconds of that are the rule (S2), in which
 * an adult may take it back.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { commandId } from '../../src/lib/live/ids.ts';
import { PROTOCOL, SOCKET_PATH } from '../../src/lib/live/protocol.ts';
import type {
	ClientToServer,
	CommandBody,
	DoAnswer,
	ServerToClient,
	TopicRows,
	WatchAnswer
} from '../../src/lib/live/protocol.ts';
import type { QueueRow } from '../../src/lib/summit/topics/staff.ts';
import { chanceFrom } from '../crowd/chance.ts';
import type { Chance } from '../crowd/chance.ts';
import { Tally, Times } from '../crowd/figures.ts';
import type { Spread } from '../crowd/figures.ts';
import type { Part, Venue } from './venue.ts';

export interface StaffFigures {
	/** Decisions that were acknowledged. */
	shown: number;
	refused: Record<string, number>;
	/** From sending a decision until it was acknowledged. */
	decision: Spread;
	/** From sending it until the words were on a wall, five seconds among it; each wall counts. */
	wall: Spread;
	/** Ids of texts whose showing was acknowledged. */
	items: string[];
	/** Acknowledged, and not on every wall when the run ended. */
	notOnWall: number;
	/** Times a console or wall lost its line. */
	lost: number;
}
export interface Staff {
	/** Reads and shows, until it is told to stop. */
	work(seed: number): void;
	/** Resolves once everything that was shown stands on every wall, or after so many milliseconds. */
	stop(patience: number): Promise<void>;
	figures(): StaffFigures;
	close(): void;
}

/** Milliseconds an adult takes for one text: at least, and by chance as much again. */
const READING = 2_000;
const ANSWER = 10_000;

type Line = Socket<ServerToClient, ClientToServer>;

/** What each screen watches, as its page does. */
function watchedBy({ as, id }: Part): string[] {
	if (as === 'wall') return ['summit', 'wall', 'heat:neighbourhood'];
	const both = ['summit', 'run', `alarm:${id}`, 'queue', 'wall'];
	return as === 'facilitator' ? [...both, 'setup', `data:${id}`, 'marks:neighbourhood'] : both;
}

class Screen {
	readonly rows = new Map<string, unknown>();
	readonly #line: Line;
	lost = 0;

	constructor(url: string, summit: string, part: Part, heard: (topic: string, rows: TopicRows['rows']) => void) {
		this.#line = io(url, {
			path: SOCKET_PATH,
			auth: { protocol: PROTOCOL, summit, as: part.as },
			extraHeaders: { cookie: `${part.as}_${summit}=${part.token}` },
			forceNew: true,
			reconnectionDelay: 500,
			reconnectionDelayMax: 5_000
		});
		const hear = ({ topic, replace, rows }: TopicRows): void => {
			if (replace) for (const key of this.rows.keys()) if (key.startsWith(`${topic} `)) this.rows.delete(key);
			for (const [key, row] of Object.entries(rows)) {
				if (row === null) this.rows.delete(`${topic} ${key}`);
				else this.rows.set(`${topic} ${key}`, row);
			}
			heard(topic, rows);
		};
		const asks = watchedBy(part).map((topic) => ({ topic }));
		this.#line.on('connect', () => {
			this.#line.emit('watch', asks, (answer: WatchAnswer) => {
				if (answer.ok) for (const found of answer.topics) if ('rows' in found) hear(found);
			});
		});
		this.#line.on('disconnect', (why) => {
			if (why !== 'io client disconnect') this.lost += 1;
		});
		this.#line.on('frame', ({ topics }) => topics.forEach(hear));
	}
	do(body: CommandBody, chance: Chance): Promise<DoAnswer | null> {
		return new Promise((resolve) => {
			if (!this.#line.connected) return resolve(null);
			const command = { ...body, id: commandId(Date.now(), chance.fill) };
			this.#line.timeout(ANSWER).emit('do', command, (failed: Error | null, answer: DoAnswer) => {
				resolve(failed ? null : answer);
			});
		});
	}
	close(): void {
		this.#line.disconnect();
	}
}

export function openStaff(url: string, { summit, consoles, walls }: Venue): Staff {
	const decision = new Times();
	const wall = new Times();
	const refused: Record<string, number> = {};
	const shown: string[] = [];
	/** Texts on their way to the walls: when they were sent, and on how many walls they are still missing. */
	const onTheWay = new Map<string, { at: number; missing: number }>();
	let working = true;

	const projectors = walls.map(
		(part) =>
			new Screen(url, summit, part, (topic, rows) => {
				if (topic !== 'wall') return;
				for (const key of Object.keys(rows)) {
					const item = key.startsWith('idea:') ? onTheWay.get(key.slice(5)) : undefined;
					if (!item || rows[key] === null) continue;
					wall.record(performance.now() - item.at);
					item.missing -= 1;
					if (item.missing === 0) onTheWay.delete(key.slice(5));
				}
			})
	);
	const desks = consoles.map((part) => new Screen(url, summit, part, () => undefined));

	/** The two do not read the same text: one takes the oldest, the other the next. */
	async function read(desk: Screen, place: number, chance: Chance): Promise<void> {
		while (working) {
			await wait(READING * (1 + chance.unit()));
			const next = waitingTexts(desk)[place];
			if (!next || stopped()) continue;
			const at = performance.now();
			onTheWay.set(next.id, { at, missing: projectors.length });
			const answer = await desk.do({ type: 'words:show', item: next.id, seen: next.version }, chance);
			if (answer?.ok) {
				decision.record(performance.now() - at);
				shown.push(next.id);
			} else {
				onTheWay.delete(next.id);
				Tally.count(refused, answer ? answer.code : 'no answer');
			}
		}
	}
	/** A function, because `stop` may be called while something is awaited. */
	const stopped = (): boolean => !working;

	return {
		work(seed) {
			desks.forEach((desk, place) => void read(desk, place, chanceFrom(seed).child(place)));
		},
		async stop(patience) {
			working = false;
			const end = performance.now() + patience;
			while (onTheWay.size > 0 && performance.now() < end) await wait(100);
		},
		figures: () => ({
			shown: shown.length,
			refused,
			decision: decision.spread(),
			wall: wall.spread(),
			items: shown,
			notOnWall: onTheWay.size,
			lost: [...desks, ...projectors].reduce((total, screen) => total + screen.lost, 0)
		}),
		close() {
			working = false;
			for (const screen of [...desks, ...projectors]) screen.close();
		}
	};
}

function waitingTexts(desk: Screen): QueueRow[] {
	const texts: QueueRow[] = [];
	for (const [key, row] of desk.rows) {
		if (!key.startsWith('queue ')) continue;
		const text = row as QueueRow; // Rows of this topic are what `queueRow` makes of it.
		if (text.state === 'waiting') texts.push(text);
		if (texts.length === 2) break;
	}
	return texts;
}
