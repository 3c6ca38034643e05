/**
 * A kit's folder with a real summit in it, as it is when doors have just opened: three schools whose leads answered, all
 * four stations open and revealed, two consoles and two walls that hold their parts.
 */
import type { CommandBody, SpeakerRole } from '../../src/lib/live/protocol.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import type { Room } from '../../src/lib/server/room.ts';
import type { PersonRole } from '../../src/lib/summit/people.ts';
import type { Band, Settings } from '../../src/lib/summit/stations/settings.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import { HELP_UK } from '../../src/lib/summit/templates/help-uk.ts';
import { standardTemplate } from '../../src/lib/summit/templates/standard.ts';

export interface Part {
	as: SpeakerRole;
	id: string;
	token: string;
}
export interface Venue {
	summit: string;
	/** Of the door's address. */
	key: string;
	schools: [string, ...string[]];
	bands: [Band, ...Band[]];
	consoles: Part[];
	walls: Part[];
}

const SCHOOLS = ['Northbank School', 'Harbour Lane School', 'Hill Top School'];
const DAY = 24 * 3_600_000;
/** Longer than any run, so that no station's timer runs out. */
const MINUTES = 240;

function daySettings(): Settings {
	const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
	const template = standardTemplate({ date: day(0), nextUpdate: day(14), helpPack: HELP_UK });
	const schools = SCHOOLS.map((name, at) => ({ id: `school-${at + 1}`, name }));
	const heads = schools.map(({ id }) => ({
		...{ school: id, as: 'head' as const, name: 'Dr Lowe', contact: '01632 960 001' }
	}));
	return { ...template, schools, allegations: heads, quietRoom: 'Library, back door' };
}

/** Makes it in an empty folder, and closes the kit again. */
export async function prepareVenue(dataDir: string): Promise<Venue> {
	const config = readConfig({ DATA_DIR: dataDir, SECOND_FACTOR: '0', LOG_LEVEL: 'silent' });
	const app = await createApp({ config, clock: systemClock() });
	try {
		return await openDoors(app);
	} finally {
		app.engine.close();
		await app.close();
	}
}

async function openDoors(app: App): Promise<Venue> {
	const settings = daySettings();
	const made = await app.rooms.create({ settings, rehearsal: false, person: { name: 'Sam Okoro', account: null } });
	const room = made.ok ? await app.rooms.get(made.summit) : null;
	if (!made.ok || !room) throw new Error('The summit could not be made.');
	let count = 0;
	const must = async (actor: Actor, body: CommandBody): Promise<void> => {
		const answer = await room.do(actor, { ...body, id: `setting-up-${count++}` });
		if (!answer.ok) throw new Error(`${body.type}: ${answer.code}`);
	};
	const facilitator: Actor = { role: 'facilitator', id: made.person };
	for (const { id } of settings.schools) {
		const lead = await admit(app, room, 'lead', id);
		await must({ role: 'lead', id: lead.id }, { type: 'people:answer' });
	}
	await must(facilitator, { type: 'doors:open', seen: 0 });
	for (const { id } of settings.stations) {
		const version = (): number => room.summit.stations.get(id)?.version ?? 0;
		await must(facilitator, { type: 'station:open', station: id, seen: version(), minutes: MINUTES });
		await must(facilitator, { type: 'station:reveal', station: id, seen: version() });
	}
	const [school, ...further] = settings.schools.map(({ id }) => id);
	const [band, ...older] = settings.bands;
	const { key } = room.summit.doors;
	if (school === undefined || band === undefined || key === null) throw new Error('The doors did not open.');
	return {
		summit: room.id,
		key,
		schools: [school, ...further],
		bands: [band, ...older],
		consoles: [await admit(app, room, 'facilitator'), await admit(app, room, 'stationLead')],
		walls: [await admit(app, room, 'wall'), await admit(app, room, 'wall')]
	};
}

async function admit(app: App, room: Room, role: PersonRole, school: string | null = null): Promise<Part> {
	const admitted = await app.identity.admit({ room, role, name: `A ${role}`, school, account: null });
	if (!admitted.ok) throw new Error(admitted.code);
	return { as: role, id: admitted.person, token: admitted.token };
}
