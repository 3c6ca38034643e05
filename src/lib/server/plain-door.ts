/**
 * The second door of the dispatcher: plain requests, for networks where no socket passes (L5). Only JSON is taken, which a
 * page from elsewhere cannot send without asking first; who speaks is proven by the cookie, as everywhere.
 */
import { z } from 'zod';
import { PROTOCOL } from '../live/protocol.ts';
import type { DiskTrouble } from '../live/protocol.ts';
import { REFUSALS } from '../summit/refusals.ts';
import type { RefusalCode } from '../summit/refusals.ts';
import type { Actor } from '../summit/subject.ts';
import { hearsOfDisk } from './disk-watch.ts';
import type { Identity } from './identity.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** Characters one message may have: a student's as over the socket; a station with all its lists comes only this way. */
const LARGEST = 16_384;
const LARGEST_OF_STAFF = 400_000;

export const SpeakingSchema = z.object({
	protocol: z.number(),
	summit: z.string().max(64),
	as: z.enum(['card', 'facilitator', 'lead', 'stationLead', 'observer', 'wall', 'owner']),
	me: z.string().max(64).optional()
});

interface Asked {
	request: Request;
	locals: {
		app: { identity: Identity; rooms: Rooms; clock: { now(): number }; disk: { trouble: DiskTrouble | null } };
	};
}

/** Reads `{speaking, <field>}`, proves the speaker, and answers what `handle` answers; the server's clock rides along. */
export async function plainRequest(
	{ request, locals: { app } }: Asked,
	field: 'command' | 'asks',
	handle: (q: { room: Room; actor: Actor; content: unknown }) => Promise<object>
): Promise<Response> {
	if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return answer(415, 'malformed');
	const text = await request.text();
	if (text.length > LARGEST_OF_STAFF) return answer(413, 'too_large');
	const body = z.looseObject({ speaking: SpeakingSchema }).safeParse(parse(text));
	if (!body.success) return answer(400, 'malformed');
	const { protocol, summit, as, me } = body.data.speaking;
	if (as === 'card' && text.length > LARGEST) return answer(413, 'too_large');
	if (protocol !== PROTOCOL) return answer(409, 'old_protocol');
	const room = await app.rooms.get(summit);
	if (!room) return answer(404, 'unknown_summit');
	const actor = await app.identity.who({ headers: request.headers, summit, as });
	// Another tab took another card: what this page still holds is not that card's to say.
	const theirs = field === 'command' && me !== undefined && me !== actor?.id;
	if (!actor || theirs) return answer(401, 'not_signed_in');
	const result = await handle({ room, actor, content: body.data[field] });
	const { trouble } = app.disk;
	const told = trouble !== null && hearsOfDisk(actor.role) ? { disk: trouble } : {};
	return Response.json({ ...result, ...told, now: app.clock.now() });
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function answer(status: number, code: RefusalCode): Response {
	return Response.json({ ok: false, id: '', code, words: REFUSALS[code] }, { status });
}
