/**
 * S7, L7: the table of roles, tried whole in the real process: every command, topic and address as every role, as a lead and
 * a card of another school, with a part that was taken away, with another summit's cookies, and as nobody; by the socket
 * and by plain requests. What is not allowed is refused with the right code and changes no number on any screen.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import type { CommandBody, DoAnswer, SpeakerRole, WatchAnswer } from '../../src/lib/live/protocol.ts';
import { cookieName } from '../../src/lib/server/identity.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import { PERSON_ROLES } from '../../src/lib/summit/people.ts';
import {
	ADDRESSES,
	mayDo,
	mayOpen,
	mayWatch,
	parseTopic,
	receiverMayDo,
	receiverMayOpen
} from '../../src/lib/summit/roles.ts';
import type { Address } from '../../src/lib/summit/roles.ts';
import type { CommandType } from '../../src/lib/summit/summit.ts';
import { ASKS, BODIES } from './access-asks.ts';
import type { AddressAsk } from './access-asks.ts';
import { Audience } from './audience.ts';
import type { Part } from './audience.ts';
import { Voice } from './kit.ts';
import { SETTINGS, castOf } from './planted-day.ts';
import type { Cast } from './planted-day.ts';
import { Production, prepare } from './production.ts';

const HELD: readonly SpeakerRole[] = ['card', ...PERSON_ROLES];
/** Every kind of part there is: a receiver of allegations has a lead's, and next to nothing of what leads may. */
type Seat = SpeakerRole | 'receiver';
const SEATS: readonly Seat[] = [...HELD, 'receiver'];
const roleOf = (seat: Seat): SpeakerRole => (seat === 'receiver' ? 'lead' : seat);
const does = (seat: Seat, type: CommandType): boolean =>
	mayDo(roleOf(seat), type) && (seat !== 'receiver' || receiverMayDo(type));
const opens = (seat: Seat, address: Address): boolean =>
	mayOpen(address).includes(roleOf(seat)) && (seat !== 'receiver' || receiverMayOpen(address));
// The keys of a record whose type has them all, which the type of `Object.keys` forgets.
const TYPES = Object.keys(BODIES) as CommandType[];
/** Commands one part sends: fewer than what is answered as too fast, by both doors together. */
const SHARE = 24;
const NOT_LET_IN = ['not_allowed', 'not_signed_in'];

let folder: string;
let kit: Production;
let cast: Cast;
/** Enough parts of every role to ask everything in one burst each. */
const crowd = new Map<Seat, Part[]>();
const revoked: Part[] = [];
let picture: string;
let watcher: Voice;
const voices: Voice[] = [];

/** People beyond the cast: more of every role, and one of each whose part was taken away. */
async function crowdOf(dataDir: string): Promise<void> {
	await prepare(dataDir, async (app) => {
		const room = await app.rooms.get(cast.summit);
		if (!room) throw new Error('The summit is not there');
		const must = async (as: 'lead' | 'facilitator', body: CommandBody): Promise<Record<string, unknown>> => {
			const answer = await room.do({ role: as, id: cast.parts[as].id }, { ...body, id: chance.id() });
			if (!answer.ok) throw new Error(`${body.type}: ${answer.code}`);
			return answer.answer;
		};
		const { theme } = await must('facilitator', { type: 'theme:add', name: 'Lights' });
		/** An action of its own for each owner: one action has one owner. */
		const newAction = async (): Promise<string> => {
			const owner = { name: 'Pat Reed', role: 'Head of streets', organisation: 'The council' };
			const detail = { what: 'Four lamps', changes: 'place', fairBecause: '', told: 'Four lamps' } as const;
			const made = { ...detail, ideas: [], owner, due: '2027-05-01', theme: String(theme) };
			const { action } = await must('facilitator', { type: 'action:add', ...made });
			return String(action);
		};
		const admit = async (seat: Exclude<Seat, 'card'>): Promise<Part> => {
			const as = seat === 'receiver' ? 'lead' : seat;
			const admitted = await app.identity.admit({
				...{ room, role: as, name: `Extra ${seat}`, school: as === 'lead' ? 'northbank' : null, account: null },
				...(seat === 'receiver' ? { duty: seat } : {}),
				...(seat === 'owner' ? { action: await newAction() } : {})
			});
			if (!admitted.ok) throw new Error(admitted.code);
			return { as, id: admitted.person, token: admitted.token };
		};
		const shares = Math.ceil(TYPES.length / SHARE);
		for (const as of [...PERSON_ROLES, 'receiver'] as const) {
			crowd.set(as, []);
			for (let count = 0; count < shares; count += 1) crowd.get(as)?.push(await admit(as));
			const gone = await admit(as);
			// A lead ends a lead's part, a facilitator everybody else's.
			await must(as === 'lead' ? 'lead' : 'facilitator', { type: 'people:revoke', person: gone.id });
			revoked.push(gone);
		}
		crowd.set('card', cast.cards.slice(0, shares));
	});
}

beforeAll(async () => {
	await ensureBuilt();
	folder = mkdtempSync(path.join(tmpdir(), 'summit-access-'));
	cast = await castOf(folder);
	await crowdOf(folder);
	kit = await Production.start(folder);
	const { facilitator } = cast.parts;
	const drawn = sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#abc' } });
	const uploaded = await fetch(`${kit.url}/staff/${cast.summit}/pictures?school=1`, {
		method: 'POST',
		headers: { cookie: cookieOf(facilitator), origin: kit.url, 'content-type': 'image/png' },
		body: new Uint8Array(await drawn.png().toBuffer())
	});
	const made = (await uploaded.json()) as { ok: boolean; picture: string };
	if (!made.ok) throw new Error(`The picture was not taken: ${JSON.stringify(made)}`);
	picture = made.picture;
	watcher = voiceOf(cast.parts.lead);
}, 120_000);
afterAll(async () => {
	for (const voice of voices) voice.close();
	await kit.stop();
	rmSync(folder, { recursive: true, force: true });
});

function cookieOf({ as, token }: Part): string {
	return `${cookieName(as, cast.summit)}=${token}`;
}
function voiceOf(part: Part): Voice {
	const voice = new Voice({ kit, room: cast.summit, ...part });
	voices.push(voice);
	return voice;
}
/** The number of the last event in the log: whatever left a trace raised it. */
async function head(): Promise<number> {
	const answer = await watcher.watch('summit');
	const [found] = answer.ok ? answer.topics : [];
	if (!found || !('seq' in found)) throw new Error('The log was not told');
	return found.seq;
}
const codeOf = (answer: DoAnswer): string => (answer.ok ? 'ok' : answer.code);
async function plainly(part: Part, type: CommandType): Promise<string> {
	const command = { id: chance.id(), type, ...BODIES[type] };
	const asked = await kit.live('do', { summit: cast.summit, as: part.as, cookie: cookieOf(part), command });
	return codeOf(JSON.parse(asked.body) as DoAnswer);
}

describe('commands', () => {
	test.each(SEATS)(
		'S7, L7: what a %s may not do is refused as not allowed by both doors, and leaves no trace',
		async (as) => {
			const before = await head();
			const heard = watcher.heard.length;
			for (const [share, part] of (crowd.get(as) ?? []).entries()) {
				const types = TYPES.slice(share * SHARE, (share + 1) * SHARE).filter((type) => !does(as, type));
				const voice = voiceOf(part);
				for (const type of types) {
					// The body fits its type: `BODIES` says so, and a union of all of them cannot.
					expect(codeOf(await voice.do({ type, ...BODIES[type] } as never)), type).toBe('not_allowed');
					expect(await plainly(part, type), type).toBe('not_allowed');
				}
			}
			expect(await head()).toBe(before);
			// Nothing but the watcher's own question was said to anybody.
			expect(watcher.heard.length).toBe(heard + 1);
		}
	);

	test('S7: whoever proves no part is told so for every command, whatever they claim to be', async () => {
		const before = await head();
		const cookies = [undefined, cast.outsider, ...revoked.map(cookieOf), 'lead_x=1; card=__proto__'];
		for (const cookie of cookies) {
			for (const as of HELD) {
				for (const type of TYPES) {
					const command = { id: chance.id(), type, ...BODIES[type] };
					const asked = { summit: cast.summit, as, command, ...(cookie === undefined ? {} : { cookie }) };
					const { status, body } = await kit.live('do', asked);
					expect(`${status} ${codeOf(JSON.parse(body) as DoAnswer)}`, `${as} ${type}`).toBe('401 not_signed_in');
					if (cookie !== undefined) break;
				}
			}
		}
		expect(await head()).toBe(before);
	}, 60_000);

	test('S7: a part that was taken away, another summit’s and none at all get no socket', async () => {
		for (const part of [...revoked, { as: 'lead', id: 'x', token: 'nothing' } as const]) {
			const voice = new Voice({ kit, room: cast.summit, ...part });
			const code = await new Promise((resolve) => {
				voice.socket.on('connect_error', (error) => resolve('data' in error ? error.data : error.message));
			});
			expect(code).toMatchObject({ code: 'not_signed_in' });
			voice.close();
		}
	});
});

/** Every topic about whoever asks, about another, and those that are about nobody. */
function topicsFor(id: string): string[] {
	const subjects = { cards: [cast.cards[0]?.id ?? '', cast.cards[9]?.id ?? ''], people: [cast.parts.lead.id, id] };
	return Audience.topics({ ...subjects, stations: ['neighbourhood', 'school'], key: '', pictures: [] });
}
const given = (answer: WatchAnswer): string[] =>
	(answer.ok ? answer.topics : []).map((found) => `${found.topic} ${'rows' in found ? 'rows' : found.refused}`);

test.each(SEATS)(
	'S2, S7: a %s is given the topics that the table gives it, by both doors, and no other',
	async (as) => {
		const others = as === 'lead' ? [cast.parts.far, cast.parts.named] : as === 'card' ? cast.cards.slice(8) : [];
		for (const part of [...(crowd.get(as) ?? []).slice(0, 1), ...others]) {
			// Which filters there are is a matter of the station, not of who asks.
			const topics = topicsFor(part.id).filter((topic) => !topic.includes('/when:'));
			const voice = voiceOf(part);
			for (let from = 0; from < topics.length; from += 40) {
				const asks = topics.slice(from, from + 40).map((topic) => ({ topic }));
				const expected = asks.map(({ topic }) => {
					const parsed = parseTopic(topic);
					if (!parsed) return `${topic} unknown_topic`;
					return `${topic} ${mayWatch({ role: part.as, id: part.id, ...(as === 'receiver' ? { duty: as } : {}) }, parsed) ? 'rows' : 'not_allowed'}`;
				});
				expect(given(await voice.watch(...asks))).toEqual(expected);
				const { body } = await kit.live('watch', { summit: cast.summit, as: part.as, cookie: cookieOf(part), asks });
				expect(given(JSON.parse(body) as WatchAnswer)).toEqual(expected);
			}
		}
	}
);

function pathOf({ path: pattern }: AddressAsk): string {
	return pattern
		.replace('PICTURE', picture)
		.replace('TILE', `/tiles/${picture.split('/').at(-1) ?? ''}/0/0/0`)
		.replace('ID', cast.summit);
}
/** Whether an address let this browser in: its answer is about what was asked, not about who asks. */
async function letIn(ask: AddressAsk, cookie: string | undefined): Promise<boolean> {
	const json = ask.method === undefined ? {} : { json: {}, method: ask.method };
	const { status, headers, body } = await kit.ask(pathOf(ask), {
		...json,
		...(cookie === undefined ? {} : { cookie })
	});
	expect(status, ask.path).toBeLessThan(500);
	const away = headers.get('location') ?? /"location":"([^"]+)"/.exec(body)?.[1] ?? null;
	const turned = [401, 403].includes(status) || (status === 404 && /PICTURE|TILE/.test(ask.path)) || away !== null;
	// A page's data travels as 200 whatever it says.
	const refused = turned || /^\{"type":"error"/.test(body) || /"type":"error","error":\{"message"/.test(body);
	if (refused) expect(body, ask.path).not.toContain(SETTINGS.schools[0]?.name);
	return !refused;
}

describe('addresses', () => {
	test.each(SEATS)('S7: a %s opens the addresses that the table opens, and no other', async (as) => {
		const [part] = crowd.get(as) ?? [];
		if (!part) throw new Error('nobody of this role');
		for (const address of ADDRESSES) {
			for (const ask of ASKS[address])
				expect(await letIn(ask, cookieOf(part)), `${ask.method ?? 'GET'} ${ask.path}`).toBe(opens(as, address));
		}
	});

	test('S7: a part that was taken away, another summit’s and none at all open nothing', async () => {
		const before = await head();
		for (const cookie of [undefined, cast.outsider, ...revoked.map(cookieOf)]) {
			for (const address of ADDRESSES)
				for (const ask of ASKS[address]) expect(await letIn(ask, cookie), ask.path).toBe(false);
		}
		expect(await head()).toBe(before);
	});
});

test('S7: what a role may do is answered by the summit itself, so that the table is not closed by mistake', async () => {
	for (const as of SEATS) {
		for (const [share, part] of (crowd.get(as) ?? []).entries()) {
			const types = TYPES.slice(share * SHARE, (share + 1) * SHARE).filter((type) => does(as, type));
			const voice = voiceOf(part);
			for (const type of types) {
				const code = codeOf(await voice.do({ type, ...BODIES[type] } as never));
				expect([...NOT_LET_IN, 'malformed', 'unknown_command', 'too_fast'], `${as} ${type}`).not.toContain(code);
			}
		}
	}
});
