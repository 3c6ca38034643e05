/**
 * The people of one summit and its whole day in the real process, with a word nobody else could have written in every field
 * a student can fill, decided every way, and a position no setting holds.
 */
import { expect } from 'vitest';
import type { CommandBody } from '../../src/lib/live/protocol.ts';
import type { CardName } from '../../src/lib/summit/card-names.ts';
import type { PersonRole } from '../../src/lib/summit/people.ts';
import type { ReleaseRow } from '../../src/lib/summit/topics/room.ts';
import type { Entry } from '../../src/lib/summit/stations/entries.ts';
import type { StationSettings, Step } from '../../src/lib/summit/stations/settings.ts';
import type { WorryRow } from '../../src/lib/summit/topics/leads.ts';
import type { QueueRow } from '../../src/lib/summit/topics/staff.ts';
import type { Audience, Part } from './audience.ts';
import { readySettings } from './kit.ts';
import type { Voice } from './kit.ts';
import { prepare } from './production.ts';
import type { Production } from './production.ts';

export const SETTINGS = readySettings();
export const CARDS = 10;
/** A pin no setting, cell or time looks like. */
const AT: [number, number] = [0.177_723_1, 0.377_791_3];
export const POSITION = /1777231|3777913/;
export const STAFF = ['facilitator', 'stationLead', 'lead', 'named', 'far'];
export const LEADS = ['lead', 'named', 'far'];

/** Marker → the audiences that may see it, and must. */
export type Planted = Map<string, readonly string[]>;
export interface Scene {
	kit: Production;
	cast: Cast;
	/** By name: those of the cast, `own` (the card that writes), `other` (a card of another school). */
	audiences: ReadonlyMap<string, Audience>;
}
export interface Cast {
	summit: string;
	key: string;
	parts: Record<'facilitator' | 'lead' | 'named' | 'far' | 'stationLead' | 'observer' | 'wall', Part>;
	cards: (Part & { name: CardName })[];
	outsider: string;
}
function entryFor(station: StationSettings, step: Step): Entry {
	if (step.type === 'marks') return { type: 'mark', at: AT, place: null, feeling: 'safe', when: [], with: [], why: [] };
	if (step.type === 'choices') return { type: 'choices', choices: [step.choices[0]?.id ?? ''] };
	if (step.type === 'ratings' && station.kind === 'platforms')
		return { type: 'rating', platform: station.platforms[9]?.id ?? '', rating: 'mixed', reasons: [] };
	if (step.type === 'sorting' && station.kind === 'friendships')
		return { type: 'sort', card: station[step.set][0]?.id ?? '', pile: 'mixed' };
	return { type: 'words' };
}

/** Makes the summit and everybody in it, doors open, before the process starts. */
export async function castOf(dataDir: string): Promise<Cast> {
	return prepare(dataDir, async (app) => {
		const made = await app.rooms.create({
			settings: SETTINGS,
			rehearsal: false,
			person: { name: 'Sam', account: null }
		});
		const room = made.ok ? await app.rooms.get(made.summit) : null;
		if (!made.ok || !room) throw new Error('no summit');
		const admit = async (as: PersonRole, name: string, school: string | null = null): Promise<Part> => {
			const admitted = await app.identity.admit({ room, role: as, name, school, account: null });
			if (!admitted.ok) throw new Error(admitted.code);
			if (as === 'lead')
				await room.do(
					{ role: as, id: admitted.person },
					{ id: `answer-${admitted.person}`.slice(0, 30), type: 'people:answer' }
				);
			return { as, id: admitted.person, token: admitted.token };
		};
		const parts = {
			facilitator: await admit('facilitator', 'Alex Morgan'),
			lead: await admit('lead', 'Rae Lind', 'northbank'),
			named: await admit('lead', 'Jo Cole', 'northbank'),
			far: await admit('lead', 'Amir Hassan', 'harbour-lane'),
			stationLead: await admit('stationLead', 'Robin'),
			observer: await admit('observer', 'Kim'),
			wall: await admit('wall', 'Wall')
		};
		await room.do({ role: 'facilitator', id: made.person }, { id: 'doors-open', type: 'doors:open', seen: 0 });
		const key = room.summit.doors.key ?? '';
		const cards: Cast['cards'] = [];
		for (let count = 0; count < CARDS; count += 1) {
			const school = count === CARDS - 1 ? 'harbour-lane' : 'northbank';
			const joined = await app.join.join({ entrance: { key }, school, band: '9-11', headcount: 1 });
			if (!joined.ok) throw new Error(joined.code);
			await room.do({ role: 'card', id: joined.card }, { id: `agree-${count}-x`, type: 'cards:agree' });
			cards.push({ as: 'card', id: joined.card, token: joined.token, name: joined.name });
		}
		const elsewhere = await app.rooms.create({
			settings: SETTINGS,
			rehearsal: false,
			person: { name: 'Lee', account: null }
		});
		const theirs = elsewhere.ok ? await app.rooms.get(elsewhere.summit) : null;
		if (!theirs) throw new Error('no other summit');
		const out = await app.identity.admit({
			room: theirs,
			role: 'facilitator',
			name: 'Lee',
			school: null,
			account: null
		});
		// A stranger's cookies, under the names this summit would look for too.
		const token = out.ok ? out.token : '';
		const outsider = [theirs.id, room.id]
			.flatMap((id) => [`facilitator_${id}=${token}`, `lead_${id}=${token}`])
			.join('; ');
		return { summit: room.id, key, parts, cards, outsider };
	});
}

/** The day: every field of every station, decided every way; then worries, backing and the plan. */
export async function liveDay({ kit, cast, audiences }: Scene): Promise<{ planted: Planted; released: ReleaseRow }> {
	const planted: Planted = new Map();
	const plant = (seen: readonly string[]): string => {
		const marker = `zq${planted.size + 100}qz`;
		planted.set(marker, seen);
		return marker;
	};
	const voiceOf = (name: string): Voice => {
		const voice = audiences.get(name)?.voice;
		if (!voice) throw new Error(`nobody is called ${name}`);
		return voice;
	};
	const { facilitator, lead, named } = {
		facilitator: voiceOf('facilitator'),
		lead: voiceOf('lead'),
		named: voiceOf('named')
	};
	const writer = voiceOf('own');
	const version = (station: string) =>
		facilitator.row<{ version: number }>('summit', `station:${station}`)?.version ?? 0;
	const itemOf = (marker: string): Promise<QueueRow> =>
		facilitator.until(() =>
			(Object.values(facilitator.rows('queue')) as QueueRow[]).find(({ text }) => text.includes(marker))
		);
	for (const { id } of SETTINGS.stations)
		await facilitator.must({ type: 'station:open', station: id, seen: version(id) });

	for (const station of SETTINGS.stations)
		for (const step of station.steps) {
			const words = `more lamps there ${plant(STAFF)}`;
			await writer.must({
				type: 'station:contribute',
				station: station.id,
				step: step.id,
				entry: entryFor(station, step),
				words
			});
		}
	const [first] = SETTINGS.stations;
	const steps = first?.steps ?? [];
	const at = {
		type: 'station:contribute',
		station: first?.id ?? '',
		step: steps.at(-1)?.id ?? '',
		entry: { type: 'words' }
	} as const;
	const say = (words: string) => writer.must({ ...at, words });

	const everybody = [...STAFF, 'wall', 'observer'];
	const [shown, clear, covered, kept, passed] = [
		plant(everybody),
		plant(everybody),
		plant(STAFF),
		plant(STAFF),
		plant(STAFF)
	];
	for (const marker of [shown, kept, passed]) await say(`a lamp by the gate ${marker}`);
	await say(`a bench ${covered} and a bin ${clear}`);
	await facilitator.must({ type: 'words:show', item: (await itemOf(shown)).id, seen: 0 });
	await facilitator.must({ type: 'words:keep', item: (await itemOf(kept)).id, seen: 0, reason: 'unclear' });
	await voiceOf('stationLead').must({ type: 'words:pass', item: (await itemOf(passed)).id, seen: 0 });
	const half = await itemOf(covered);
	const from = half.text.indexOf(covered);
	await facilitator.must({ type: 'words:cover', item: half.id, seen: 0, cover: [[from, from + covered.length]] });

	// For safeguarding leads alone; a titled name goes past the lead it names (S7). Hidden until opened.
	await say(`Mr Cole shouts at people ${plant(['lead'])}`);
	await say(`my uncle hits me ${plant(['lead', 'named'])}`);
	await writer.must({
		type: 'talk:ask',
		how: 'come',
		aboutAdult: false,
		words: `please can we talk ${plant(['lead', 'named'])}`
	});
	await facilitator.must({ type: 'station:close', station: at.station, seen: version(at.station) });
	await say(`one more lamp ${plant(LEADS)}`);
	await lead.until(
		() => Object.keys(lead.rows(`worries:${lead.id}`)).filter((key) => key.startsWith('worry:')).length === 4
	);
	const worries = Object.values(lead.rows(`worries:${lead.id}`)).filter(
		(row) => row && typeof row === 'object' && 'hasText' in row
	);
	for (const { id, text } of worries as WorryRow[]) {
		expect(text).toBeNull();
		await lead.must({ type: 'worry:see', worry: id });
	}
	const [talk] = (worries as WorryRow[]).filter(({ kind }) => kind === 'talk');
	await lead.must({
		type: 'worry:record',
		worry: talk?.id ?? '',
		system: 'School records',
		reference: `R-${plant(['lead', 'named'])}`
	});
	await named.until(() => JSON.stringify(named.rows(`worries:${named.id}`)).includes('"recorded"'));

	// A release needs five changed cards and five seconds (S9).
	const platforms = SETTINGS.stations.find(({ kind }) => kind === 'platforms');
	const rate = platforms?.steps.find(({ type }) => type === 'ratings');
	if (!platforms || !rate) throw new Error('no platforms');
	for (const { id, token } of cast.cards.slice(1)) {
		const command = {
			type: 'station:contribute',
			station: platforms.id,
			step: rate.id,
			entry: entryFor(platforms, rate),
			id: `rate-${id}`.slice(0, 30)
		};
		await kit.live('do', { summit: cast.summit, as: 'card', cookie: `card_${cast.summit}=${token}`, command });
	}
	await facilitator.must({ type: 'station:reveal', station: platforms.id, seen: version(platforms.id) });
	const wall = voiceOf('wall');
	const released = await wall.until(() => wall.row<ReleaseRow>('wall', `release:${platforms.id}`));
	await wall.until(() => wall.heard.join('').includes(shown) && wall.heard.join('').includes(clear));

	const theme = await facilitator.until(() =>
		Object.keys(facilitator.rows('ideas')).find((key) => key.startsWith('theme:'))
	);
	const item =
		Object.keys(facilitator.rows('ideas'))
			.find((key) => key.startsWith('item:'))
			?.slice(5) ?? '';
	const merged: CommandBody = { type: 'idea:merge', words: 'Brighter lamps', theme: theme.slice(6), items: [item] };
	const idea = String((await facilitator.must(merged))['idea']);
	await facilitator.must({ type: 'backing:open', seen: 0, ideas: [idea] });
	await writer.must({ type: 'backing:give', ideas: [idea] });
	await facilitator.must({ type: 'backing:close', seen: 1 });
	await facilitator.must({
		type: 'theme:answer',
		theme: theme.slice(6),
		seen: 0,
		answer: 'no',
		because: 'No money yet',
		until: '2027-03-01'
	});
	return { planted, released };
}
