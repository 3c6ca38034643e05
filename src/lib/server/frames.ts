/**
 * From a room's changes to what goes out: per topic one frame for all its watchers, as often as its audience needs, sent
 * in slices so that a frame to thousands never holds the loop. The summit's controls and stations travel at once (S8).
 */
import type { Frame } from '../live/protocol.ts';
import { parseTopic } from '../summit/roles.ts';
import type { TopicName } from '../summit/roles.ts';
import type { ClockPort } from './clock.ts';
import type { Change, Room } from './room.ts';

/** Sub-rooms a topic's sockets are spread over; one per turn of the loop. */
export const SLICES = 16;
/** Milliseconds a change may wait, by topic. Everything not named is a console's. */
const CONSOLE = 100;
const PACE: Partial<Record<TopicName, number>> = { summit: 1_000, choose: 1_000, wall: 250, card: 250 };

export function frameRoom(summit: string, topic: string, slice: number): string {
	return `${summit}/${topic}#${slice}`;
}

interface FramesParts {
	room: Room;
	clock: ClockPort;
	/** Sends to one sub-room; false when nobody is in it. Whoever is in it has every row of the topic as of `since`. */
	send: (to: string, frame: Frame, since: number) => boolean;
	/** Called between slices. */
	nextTurn: (fn: () => void) => void;
}

/** Starts sending; the function it answers stops it. */
export function sendFrames({ room, clock, send, nextTurn }: FramesParts): () => void {
	const pending = new Map<string, { keys: Set<string>; since: number }>();
	const stops = new Map<string, () => void>();
	let stopped = false;

	/** Called from a listener or inside `read`, where the state holds only what is on disk. */
	function flush(topic: string): void {
		stops.get(topic)?.();
		stops.delete(topic);
		const waiting = pending.get(topic);
		pending.delete(topic);
		if (!waiting) return;
		const frame: Frame = { topics: [room.rows(topic, waiting.keys)] };
		slice({ topic, frame, since: waiting.since }, 0);
	}
	function slice(news: { topic: string; frame: Frame; since: number }, from: number): void {
		for (let at = from; at < SLICES; at += 1) {
			if (!send(frameRoom(room.id, news.topic, at), news.frame, news.since)) continue;
			if (at + 1 < SLICES) nextTurn(() => slice(news, at + 1));
			return;
		}
	}

	function later(topic: string): void {
		if (stopped || stops.has(topic)) return;
		const name = parseTopic(topic)?.name;
		const pace = (name && PACE[name]) ?? CONSOLE;
		// When the log cannot be read just now the rows wait for the next look.
		const look = (): void => {
			stops.delete(topic);
			void room.read(() => flush(topic)).catch(() => later(topic));
		};
		stops.set(topic, clock.after(pace, look));
	}

	function changed({ events, rows }: Change): void {
		const since = (events[0]?.seq ?? 1) - 1;
		for (const [topic, keys] of rows) {
			const waiting = pending.get(topic) ?? { keys: new Set<string>(), since };
			for (const key of keys) waiting.keys.add(key);
			pending.set(topic, waiting);
			const atOnce = parseTopic(topic)?.name === 'summit' && [...keys].some((key) => key !== 'taking-part');
			if (atOnce) flush(topic);
			else later(topic);
		}
	}

	const stop = room.onChange(changed);
	return () => {
		stopped = true;
		stop();
		for (const cancel of stops.values()) cancel();
		stops.clear();
		pending.clear();
	};
}
