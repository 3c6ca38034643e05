/**
 * Rehearsals: a whole summit made up for practice, with a simulated class that speaks through real sockets. It is marked
 * as a rehearsal everywhere, no real student's words belong in it, and it is thrown away whole.
 */
import { HELP_UK } from '../summit/templates/help-uk.ts';
import { standardTemplate } from '../summit/templates/standard.ts';
import type { Actor } from '../summit/subject.ts';
import type { CommandBody } from '../live/protocol.ts';
import { dayAt } from './clock.ts';
import type { ClockPort } from './clock.ts';
import type { Config } from './config.ts';
import { homeAddress } from './greeting.ts';
import type { Identity } from './identity.ts';
import type { Join } from './join.ts';
import { simulateAdult } from './rehearsal/adult.ts';
import { calmClock } from './rehearsal/calm-clock.ts';
import { simulateClass } from './rehearsal/class.ts';
import type { Links } from './links.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { chance } from './tokens.ts';

/** Students in the simulated class. */
const CLASS = 30;
/** Hours the page of links works. */
const LASTS = 36;

export interface Rehearsals {
	/** Makes one, fills it with a class, and answers the path of its one page of links. */
	start(q?: { account: string; name: string }): Promise<string>;
	/** Ends the class and throws everything of the rehearsal away. */
	discard(summit: string): Promise<void>;
	/** Throws away rehearsals whose page of links has ended: called at start. */
	clearOld(): Promise<void>;
	close(): Promise<void>;
}

interface RehearsalParts {
	config: Config;
	clock: ClockPort;
	rooms: Rooms;
	identity: Identity;
	join: Join;
	links: Links;
	fault: (what: string, error: unknown) => void;
}

export function createRehearsals({ config, clock, rooms, identity, join, links, fault }: RehearsalParts): Rehearsals {
	const running = new Map<string, () => void>();

	async function must(room: Room, actor: Actor, body: CommandBody): Promise<void> {
		const answer = await room.do(actor, { ...body, id: chance.id() });
		if (!answer.ok) throw new Error(`The rehearsal could not ${body.type}: ${answer.code}`);
	}

	/** Everything a facilitator does before the first station, so that a newcomer starts in the middle of it. */
	async function prepare(room: Room, person: string): Promise<void> {
		const facilitator: Actor = { role: 'facilitator', id: person };
		for (const school of room.summit.setup.settings.schools) {
			const name = school.id === 'northbank' ? 'Ms Cole' : 'Mr Hassan';
			const lead = await identity.admit({ room, role: 'lead', name, school: school.id, account: null });
			if (!lead.ok) throw new Error(`The rehearsal has no lead: ${lead.code}`);
			await must(room, { role: 'lead', id: lead.person }, { type: 'people:answer' });
		}
		await must(room, facilitator, { type: 'welfare:read', by: 'Ms Cole' });
		await must(room, facilitator, { type: 'doors:open', seen: 0 });
		const first = room.summit.setup.settings.stations[0];
		if (first) {
			await must(room, facilitator, { type: 'station:open', station: first.id, seen: 0 });
			await must(room, facilitator, { type: 'station:reveal', station: first.id, seen: 1 });
		}
	}

	return {
		async start(by) {
			const date = dayAt(clock.now());
			const nextUpdate = dayAt(clock.now() + 14 * 86_400_000);
			const settings = {
				...standardTemplate({ date, nextUpdate, helpPack: HELP_UK }),
				name: 'Rehearsal summit',
				place: 'Northbank School, main hall',
				schools: [
					{ id: 'northbank', name: 'Northbank School' },
					{ id: 'harbour-lane', name: 'Harbour Lane School' }
				],
				allegations: [
					{ school: 'northbank', as: 'head' as const, name: 'Dr Lowe', contact: '01632 960 001' },
					{ school: 'harbour-lane', as: 'head' as const, name: 'Mrs Adeyemi', contact: '01632 960 002' }
				],
				quietRoom: 'Library, back door',
				alternative: 'The duty desk of children’s services'
			};
			const person = { name: by?.name ?? 'Sam (facilitator)', account: by?.account ?? null };
			const made = await rooms.create({ settings, rehearsal: true, person });
			if (!made.ok) throw new Error(`The rehearsal could not be made: ${made.code}`);
			const room = await rooms.get(made.summit);
			if (!room) throw new Error('The rehearsal is not there');
			await prepare(room, made.person);
			const adult = await identity.admit({
				room,
				role: 'stationLead',
				name: 'Robin (simulated)',
				school: null,
				account: null
			});
			if (!adult.ok) throw new Error(`The rehearsal has no station lead: ${adult.code}`);
			const url = homeAddress({ ...config, publicUrl: null });
			const calm = calmClock({ clock, fault });
			const stopAdult = simulateAdult({ room, person: adult.person, clock: calm, fault });
			const stopClass = simulateClass({ room, url, size: CLASS, clock: calm, join, fault });
			running.set(made.summit, () => {
				stopAdult();
				stopClass();
			});
			const detail = { rehearsal: true, many: true };
			const token = await links.make({ summit: made.summit, role: 'facilitator', detail, hours: LASTS });
			return `/rehearsal/${token}`;
		},
		async discard(summit) {
			running.get(summit)?.();
			running.delete(summit);
			await rooms.discard(summit);
		},
		async clearOld() {
			for (const room of await rooms.list()) {
				if (room.rehearsal && clock.now() - room.createdAt > LASTS * 3_600_000) await rooms.discard(room.id);
			}
		},
		async close() {
			for (const stop of running.values()) stop();
			running.clear();
		}
	};
}
