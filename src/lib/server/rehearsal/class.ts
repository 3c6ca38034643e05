/**
 * The simulated class: thirty devices that join through the door and speak through real sockets at a human pace. Some are
 * shy, some silly, one is worried. It knows only what a real device knows: the rows it watches.
 */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { PROTOCOL, SOCKET_PATH } from '../../live/protocol.ts';
import type { ClientToServer, CommandBody, ServerToClient, Speaking, TopicRows } from '../../live/protocol.ts';
import { SIDE, cellIndex, writeArea } from '../../summit/grid.ts';
import type { Band, StationSettings, Step } from '../../summit/stations/settings.ts';
import type { Entry, Feeling } from '../../summit/stations/entries.ts';
import type { StationRow } from '../../summit/topics/room.ts';
import type { ClockPort } from '../clock.ts';
import { cookieName } from '../identity.ts';
import type { Join } from '../join.ts';
import type { Room } from '../room.ts';
import { chance } from '../tokens.ts';
import { CONCERNS, GOOD, IDEAS, NAMING, SILLY, WORRIED } from './lines.ts';

type Character = 'ordinary' | 'shy' | 'silly' | 'worried';
type Line = Socket<ServerToClient, ClientToServer>;

interface ClassParts {
	room: Room;
	/** Where the kit listens, seen from this machine. */
	url: string;
	size: number;
	clock: ClockPort;
	join: Join;
	fault: (what: string, error: unknown) => void;
}

/** Starts the class; the function it answers sends everybody home. */
export function simulateClass({ room, url, size, clock, join, fault }: ClassParts): () => void {
	const students = new Set<{ stop: () => void }>();
	const home = new AbortController();

	async function arrive(number: number): Promise<void> {
		const key = room.summit.doors.key;
		if (home.signal.aborted || key === null) return;
		const { schools, bands } = room.summit.setup.settings;
		const [school, years] = [pick(schools), pick(bands)];
		if (school === null || years === null) return;
		const left = (): boolean => home.signal.aborted;
		const joined = await join.join({ entrance: { key }, school: school.id, band: years, headcount: 1 });
		if (!joined.ok || left()) return;
		const character: Character =
			number === 0 ? 'worried' : number % 6 === 0 ? 'silly' : number % 4 === 0 ? 'shy' : 'ordinary';
		const cookie = `${cookieName('card', room.id)}=${joined.token}`;
		const speaking: Speaking = { protocol: PROTOCOL, summit: room.id, as: 'card' };
		const socket: Line = io(url, {
			path: SOCKET_PATH,
			auth: { ...speaking },
			extraHeaders: { cookie },
			forceNew: true,
			rejectUnauthorized: false
		});
		const band = room.summit.cards.list.get(joined.card)?.band ?? '9-11';
		students.add(takePart({ socket, character, band, card: joined.card, clock }));
	}

	for (let number = 0; number < size; number += 1) {
		clock.after(200 + number * 350, () => {
			arrive(number).catch((error: unknown) => fault('A simulated student could not join.', error));
		});
	}
	return () => {
		home.abort();
		for (const student of students) student.stop();
		students.clear();
	};
}

interface StudentParts {
	socket: Line;
	character: Character;
	band: Band;
	card: string;
	clock: ClockPort;
}

function takePart({ socket, character, band, card, clock }: StudentParts): { stop: () => void } {
	const rows = new Map<string, unknown>();
	const done = new Set<string>();
	let cancel: () => void = () => undefined;

	const hear = ({ rows: changed }: TopicRows): void => {
		for (const [key, row] of Object.entries(changed)) rows.set(key, row);
	};
	function send(body: CommandBody): void {
		socket.emit('do', { ...body, id: chance.id() }, () => undefined);
	}
	socket.on('frame', ({ topics }) => topics.forEach(hear));
	socket.on('connect', () => {
		socket.emit('watch', [{ topic: 'summit' }, { topic: 'choose' }, { topic: `card:${card}` }], (answer) => {
			if (answer.ok) for (const topic of answer.topics) if ('rows' in topic) hear(topic);
		});
		if (done.has('agree')) return;
		done.add('agree');
		clock.after(500 + chance.draw(2_500), () => send({ type: 'cards:agree' }));
		cancel = clock.after(4_000 + chance.draw(6_000), act);
	});

	function act(): void {
		// A real phone shows the pause; nobody writes through it.
		const paused = (rows.get('controls') as { paused: boolean } | undefined)?.paused === true;
		const step = paused ? null : nextStep();
		if (step) answerStep(step.station, step.step);
		else if (!paused) back();
		if (character === 'worried' && !done.has('talk')) {
			done.add('talk');
			clock.after(15_000, () => send({ type: 'talk:ask', how: 'go', aboutAdult: false }));
		}
		const pace = character === 'shy' ? 12_000 : 5_000;
		cancel = clock.after(pace + chance.draw(pace), act);
	}

	/** The next thing to answer at an open station; each step a few times at most. */
	function nextStep(): { station: StationSettings; step: Step } | null {
		for (const [key, row] of rows) {
			if (!key.startsWith('station:') || row === null) continue;
			// Rows of this topic are the kit's own; `StationRow` is what it sends under this key.
			const station = row as StationRow;
			const settings = rows.get(`settings:${station.id}`) as StationSettings | null | undefined;
			if (station.status !== 'open' || !settings) continue;
			for (const step of settings.steps) {
				for (let time = 0; time < times(step, character); time += 1) {
					const name = `${settings.id} ${step.id} ${time}`;
					if (done.has(name)) continue;
					done.add(name);
					return { station: settings, step };
				}
			}
		}
		return null;
	}

	function answerStep(station: StationSettings, step: Step): void {
		// Passing is not a command and never counted (S10).
		if (chance.draw(10) < (character === 'shy' ? 6 : 2)) return;
		const entry = entryFor(station, step, band);
		if (!entry) return;
		const words = wordsFor(step, character);
		const body: CommandBody = { type: 'station:contribute', station: station.id, step: step.id, entry };
		send(words === null ? body : { ...body, words });
	}

	/** Gives backing once, when adults ask for it. */
	function back(): void {
		const choices = rows.get('choices') as { status: string; votes: number; ideas: { id: string }[] } | undefined;
		if (choices?.status !== 'open' || done.has('backing')) return;
		done.add('backing');
		const ideas = [...choices.ideas].sort(() => chance.draw(3) - 1).slice(0, choices.votes);
		send({ type: 'backing:give', ideas: ideas.map((idea) => idea.id) });
	}

	return {
		stop() {
			cancel();
			socket.disconnect();
		}
	};
}

type Filled<T> = readonly [T, ...T[]];
function pick<T>(list: Filled<T>): T;
function pick<T>(list: readonly T[]): T | null;
function pick<T>(list: readonly T[]): T | null {
	return list.length === 0 ? null : (list[chance.draw(list.length)] ?? null);
}

function times(step: Step, character: Character): number {
	if (character === 'shy') return 1;
	if (step.purpose === 'positive') return 1;
	return step.type === 'marks' ? 2 : step.type === 'ratings' ? 5 : step.type === 'sorting' ? 4 : 1;
}

/** Most of a class knows the same few places. */
const FAVOURITES = 6;
/** Reasons that go with a feeling, by their ids in the template. */
const FITTING: Record<Feeling, readonly string[]> = {
	safe: ['people', 'lighting', 'upkeep', 'helper', 'adults', 'transport'],
	mixed: ['people', 'lighting', 'traffic', 'groups', 'transport'],
	unsafe: ['lighting', 'traffic', 'hidden', 'groups', 'harassment', 'upkeep']
};

/**
 * Feelings gather at places, as they do in life: some good, some bad, some both. Null where a station has nothing to
 * choose from: a map without named places, no platform of this band, no signs or stories.
 */
export function entryFor(station: StationSettings, step: Step, band: Band): Entry | null {
	switch (step.type) {
		case 'marks': {
			if (station.kind !== 'map') return null;
			const place = pick(chance.draw(5) < 3 ? station.places.slice(0, FAVOURITES) : station.places);
			if (place === null) return null;
			const leaning = (['safe', 'unsafe', 'mixed'] as const)[place.id.length % 3] ?? 'mixed';
			const feeling =
				step.purpose === 'positive'
					? 'safe'
					: chance.draw(4) > 0
						? leaning
						: pick(['safe', 'mixed', 'unsafe'] as const);
			const some = (list: readonly { id: string }[], most: number): string[] =>
				list
					.filter(() => chance.draw(4) === 0)
					.slice(0, most)
					.map((option) => option.id);
			const reasons = station.why.filter(({ id }) => FITTING[feeling].includes(id));
			const lists = { when: some(station.when, 2), with: some(station.with, 1), why: some(reasons, 3) };
			const mark = { type: 'mark', at: null, place: null, feeling, ...lists } as const;
			const way = chance.draw(3);
			if (place.noPins === true || way === 0) return { ...mark, place: place.id };
			if (way === 1) return { ...mark, area: areaAround(place.at) };
			const near = (value: number): number => Math.min(1, Math.max(0, value + (chance.draw(41) - 20) / 1_000));
			return { ...mark, at: [near(place.at[0]), near(place.at[1])] };
		}
		case 'ratings': {
			if (station.kind !== 'platforms') return null;
			const platform = pick(station.platforms.filter((one) => one.bands.includes(band)));
			if (platform === null) return null;
			const rating = pick(['safe', 'mixed', 'mixed', 'unsafe', 'unused'] as const);
			return { type: 'rating', platform: platform.id, rating, reasons: [] };
		}
		case 'sorting': {
			if (station.kind !== 'friendships') return null;
			const cards: readonly { id: string }[] = station[step.set];
			const card = pick(cards);
			return card && { type: 'sort', card: card.id, pile: pick(['safe', 'mixed', 'unsafe'] as const) };
		}
		case 'choices': {
			const choice = pick(step.choices);
			return choice && { type: 'choices', choices: [choice.id] };
		}
		case 'words':
			return { type: 'words' };
	}
}

/** A few squares around a place, as one stroke of a finger leaves them; they stop at the map's edge. */
function areaAround(at: readonly [number, number]): string {
	const [across, down] = [chance.draw(3) + 1, chance.draw(2) + 1];
	const square = (value: number, by: number): number => Math.min(SIDE - 1, Math.max(0, Math.floor(value * SIDE) + by));
	const cells: number[] = [];
	for (let x = -across; x <= across; x += 1) {
		for (let y = -down; y <= down; y += 1) {
			// Rounded off: nobody paints a corner.
			if (Math.abs(x) === across && Math.abs(y) === down) continue;
			cells.push(cellIndex(square(at[0], x), square(at[1], y)));
		}
	}
	return writeArea(cells);
}

function wordsFor(step: Step, character: Character): string | null {
	const wanted = step.type === 'words' || (step.type === 'marks' && chance.draw(3) === 0);
	if (!wanted) return null;
	if (character === 'worried' && chance.draw(2) === 0) return WORRIED;
	if (character === 'silly') return pick(chance.draw(4) === 0 ? NAMING : SILLY);
	return pick(step.purpose === 'positive' ? GOOD : step.purpose === 'idea' ? IDEAS : CONCERNS);
}
