/**
 * One dispatcher behind two doors, the socket and plain requests (L5): parse, ask who this is, ask the room. Every message
 * that can be answered is (L7); limits are per card and person, never per address (L6), and never for *Talk to someone* (S5).
 */
import { z } from 'zod';
import type { DoAnswer, WatchAnswer } from '../live/protocol.ts';
import { REFUSALS } from '../summit/refusals.ts';
import type { Actor } from '../summit/subject.ts';
import { Command } from '../summit/summit.ts';
import { cleanDeep } from './clean-message.ts';
import type { ClockPort } from './clock.ts';
import { refused } from './refused.ts';
import type { Room } from './room.ts';

/** Commands one card or person may send in a burst, and per second after that. */
const BURST = 60;
const PER_SECOND = 6;
/** Buckets kept at most; the oldest go first, which only ever forgives. */
const BUCKETS = 20_000;

const Asks = z
	.array(
		z.strictObject({
			topic: z.string().max(80),
			epoch: z.string().max(80).optional(),
			since: z.int().min(0).optional()
		})
	)
	.min(1)
	.max(40);
const Known = z.looseObject({ id: z.string().max(64), type: z.string().max(64) });
const TYPES: ReadonlySet<string> = new Set(Command.options.map((option) => option.shape.type.value));

export interface Dispatch {
	do(q: { room: Room; actor: Actor; command: unknown }): Promise<DoAnswer>;
	watch(q: { room: Room; actor: Actor; asks: unknown }): Promise<WatchAnswer>;
}

export function createDispatch({ clock }: { clock: ClockPort }): Dispatch {
	const buckets = new Map<string, { left: number; at: number }>();

	/** False when whoever this is has spent their burst. */
	function within(who: string): boolean {
		const now = clock.now();
		const bucket = buckets.get(who) ?? { left: BURST, at: now };
		bucket.left = Math.min(BURST, bucket.left + ((now - bucket.at) / 1000) * PER_SECOND);
		bucket.at = now;
		buckets.delete(who);
		buckets.set(who, bucket);
		if (buckets.size > BUCKETS) {
			const oldest = buckets.keys().next();
			if (!oldest.done) buckets.delete(oldest.value);
		}
		if (bucket.left < 1) return false;
		bucket.left -= 1;
		return true;
	}

	return {
		async do({ room, actor, command }) {
			const known = Known.safeParse(command);
			const id = known.success ? known.data.id : '';
			if (!known.success) return refused(id, { code: 'malformed' });
			if (!TYPES.has(known.data.type)) return refused(id, { code: 'unknown_command' });
			if (known.data.type !== 'talk:ask' && !within(actor.id)) return refused(id, { code: 'too_fast' });
			const parsed = Command.safeParse(cleanDeep(command));
			if (!parsed.success) {
				const where = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 5);
				return refused(id, { code: 'malformed', detail: { where } });
			}
			return room.do(actor, parsed.data);
		},
		async watch({ room, actor, asks }) {
			const parsed = Asks.safeParse(asks);
			if (!parsed.success) return { ok: false, code: 'malformed', words: REFUSALS.malformed };
			// A question costs a device little and the kit much: one device asking without end must not slow the room.
			if (actor.role === 'card' && !within(`watch ${actor.id}`))
				return { ok: false, code: 'too_fast', words: REFUSALS.too_fast };
			const once = new Map(parsed.data.map((ask) => [ask.topic, ask]));
			return room.watch(actor, [...once.values()]);
		}
	};
}
