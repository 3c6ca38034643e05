/**
 * A data folder with a summit on it that is under way: doors open, a map station open, so many cards that are in, so many
 * marks stored. What leads there once goes through the kit itself; cards and marks by the thousand are written to the log
 * as the kit writes them, and folded when it starts.
 */
import { MarkedMap } from './marks.ts';
import { createApp } from '../src/lib/server/app.ts';
import type { App } from '../src/lib/server/app.ts';
import { systemClock } from '../src/lib/server/clock.ts';
import { readConfig } from '../src/lib/server/config.ts';
import type { Room } from '../src/lib/server/room.ts';
import type { StoredPass } from '../src/lib/server/store/port.ts';
import { chance, freshToken, hashOf } from '../src/lib/server/tokens.ts';
import type { PersonRole } from '../src/lib/summit/people.ts';
import type { MapSettings, Settings } from '../src/lib/summit/stations/settings.ts';
import type { Event, LoggedEvent } from '../src/lib/summit/summit.ts';
import { HELP_UK } from '../src/lib/summit/templates/help-uk.ts';
import { NEIGHBOURHOOD } from '../src/lib/summit/templates/neighbourhood.ts';
import { standardTemplate } from '../src/lib/summit/templates/standard.ts';

export interface Held {
	id: string;
	token: string;
}
export interface Prepared {
	dataDir: string;
	summit: string;
	/** The key of the join page's address. */
	key: string;
	cards: Held[];
	facilitator: Held;
	/** A step of the map that takes many marks of one card, so that limits on one student do not hold a bench back. */
	steps: string[];
}

const SCHOOL = 'northbank';
/** Events written in one commit. */
const PAGE = 1_000;
/** As many as a step may take, and together as many as a card may leave in one station. */
const STEPS = ['first-marks', 'second-marks', 'third-marks', 'fourth-marks'];
export const PER_STEP = 20;
/** Marks stored of one author at most, and authors at least. */
const EACH = 60;
const FEWEST_AUTHORS = 200;

function settings(): Settings {
	const template = standardTemplate({ date: '2027-01-15', nextUpdate: '2027-01-29', helpPack: HELP_UK });
	const [step] = NEIGHBOURHOOD.steps;
	if (step?.type !== 'marks') throw new Error('The template has changed.');
	const steps = STEPS.map((id) => ({ ...step, id, most: PER_STEP }));
	const map: MapSettings = { ...NEIGHBOURHOOD, steps };
	const head = { school: SCHOOL, as: 'head' as const, name: 'Dr Lowe', contact: '01632 960 001' };
	const stations = template.stations.map((station) => (station.id === map.id ? map : station));
	const schools = [{ id: SCHOOL, name: 'Northbank School' }];
	return { ...template, stations, schools, allegations: [head], quietRoom: 'Library' };
}

/** Makes the folder's summit. `revealed` also shows the map to the room, which makes its released heat. */
export async function prepare({
	dataDir,
	cards,
	marks = 0,
	revealed = false
}: {
	dataDir: string;
	cards: number;
	marks?: number;
	revealed?: boolean;
}): Promise<Prepared> {
	const config = readConfig({ DATA_DIR: dataDir, SECOND_FACTOR: '0' });
	const app = await createApp({ config, clock: systemClock() });
	try {
		const { room, facilitator } = await begun(app);
		const log = new Log(app, room);
		const held = Array.from({ length: cards }, () => ({ id: chance.id(), token: freshToken() }));
		for (const card of held) await log.joined(card);
		await log.marked(marks);
		if (revealed) await log.add({ type: 'station:revealed', station: NEIGHBOURHOOD.id });
		await log.write();
		const key = room.summit.doors.key ?? '';
		return { dataDir, summit: room.id, key, cards: held, facilitator, steps: STEPS };
	} finally {
		app.engine.close();
		await app.close();
	}
}

async function begun(app: App): Promise<{ room: Room; facilitator: Held }> {
	const person = { name: 'Sam', account: null };
	const made = await app.rooms.create({ settings: settings(), rehearsal: false, person });
	const room = made.ok ? await app.rooms.get(made.summit) : null;
	if (!room) throw new Error('The summit could not be made.');
	const admit = async (role: PersonRole): Promise<Held> => {
		const admitted = await app.identity.admit({ room, role, name: 'Jo Cole', school: SCHOOL, account: null });
		if (!admitted.ok) throw new Error(admitted.code);
		return { id: admitted.person, token: admitted.token };
	};
	const lead = await admit('lead');
	const facilitator = await admit('facilitator');
	const commands = [
		{ role: 'lead', person: lead, command: { type: 'people:answer' } },
		{ role: 'facilitator', person: facilitator, command: { type: 'doors:open', seen: 0 } },
		{ role: 'facilitator', person: facilitator, command: { type: 'station:open', station: NEIGHBOURHOOD.id, seen: 0 } }
	] as const;
	for (const {
		role,
		person: { id },
		command
	} of commands) {
		const answer = await room.do({ role, id }, { ...command, id: chance.id() });
		if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
	}
	return { room, facilitator };
}

/** Appends straight to the summit's log, sealed as the kit seals. */
class Log {
	readonly #app: App;
	readonly #room: Room;
	#seq: number;
	#events: LoggedEvent[] = [];
	#passes: StoredPass[] = [];
	readonly #now = Date.now();
	#joined = 0;

	constructor(app: App, room: Room) {
		this.#app = app;
		this.#room = room;
		this.#seq = room.summit.seq;
	}
	async add(event: Event, actor = 'kit:kit'): Promise<void> {
		this.#seq += 1;
		this.#events.push({ ...event, seq: this.#seq, at: this.#now, actor });
		if (this.#events.length >= PAGE) await this.write();
	}
	async joined({ id, token }: Held): Promise<void> {
		this.#joined += 1;
		const name = { colour: 'teal', animal: 'otter', number: this.#joined } as const;
		const made = { createdAt: this.#now, endsAt: null, revokedAt: null };
		this.#passes.push({ hash: hashOf(token), holder: id, role: 'card', ...made });
		await this.add({ type: 'cards:joined', card: id, name, school: SCHOOL, band: '9-11', headcount: 1 });
		await this.add({ type: 'cards:agreed', card: id }, `card:${id}`);
	}
	async marked(marks: number): Promise<void> {
		if (marks === 0) return;
		// Cards nobody speaks for made them, so that those who speak have room for their own.
		const authors = Array.from({ length: Math.max(FEWEST_AUTHORS, Math.ceil(marks / EACH)) }, () => chance.id());
		for (const id of authors) await this.joined({ id, token: freshToken() });
		const map = new MarkedMap(0);
		for (let number = 0; number < marks; number += 1) {
			const card = authors[number % authors.length] ?? '';
			const mark = map.mark();
			await this.add({ ...mark, card, step: STEPS[number % STEPS.length] ?? '' }, `card:${card}`);
		}
	}
	async write(): Promise<void> {
		const fold = this.#app.rooms.foldOf(this.#room.id);
		if (!fold || this.#events.length === 0) return;
		const after = this.#seq - this.#events.length;
		const events = this.#events.map(fold.seal);
		await this.#app.store.append({
			...{ summit: this.#room.id, after, events, answers: [], passes: this.#passes, revokes: [] }
		});
		this.#events = [];
		this.#passes = [];
	}
}
