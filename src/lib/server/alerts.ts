/**
 * Calls safeguarding leads by email where the kit has a mail server: at once, deputies after two minutes, everybody who may
 * read it after four (S6). It hears each commit once, so a restart sends nothing again; what it says is always the same
 * sentence, never a word, a card, a school or a kind (S7). Screens are called by their own topic (`alarm`).
 */
import type { Person } from '../summit/people.ts';
import type { LoggedEvent, Summit } from '../summit/summit.ts';
import { alertedOf, readersOf } from '../summit/worry-readers.ts';
import type { Worry } from '../summit/worries.ts';
import type { Accounts } from './accounts.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Chance } from './tokens.ts';

interface AlertsParts {
	rooms: Pick<Rooms, 'onOpen'>;
	accounts: Pick<Accounts, 'emailOf'>;
	mailer: Pick<Mailer, 'send'>;
	chance: Pick<Chance, 'id'>;
	/** The kit's own address, with a slash at its end. */
	home: string;
	fault: (what: string, error: unknown) => void;
}

export function startAlerts({ rooms, accounts, mailer, chance, home, fault }: AlertsParts): void {
	/** A part held without an account (a rehearsal's) has no address. */
	async function call(room: Room, person: Person, name: string): Promise<void> {
		const to = person.account === null ? null : await accounts.emailOf(person.account);
		if (to === null) return;
		mailer.send({
			to,
			subject: `Something needs you at ${name}`,
			text: `Something needs you at ${name}: open ${new URL(`/staff/${room.id}/worries`, home).href}`,
			failed() {
				const kit = { role: 'kit', id: 'kit' } as const;
				void room.do(kit, { id: chance.id(), type: 'people:unreached', person: person.id });
			}
		});
	}

	rooms.onOpen((room) => {
		room.onChange(({ events }) => {
			const { summit } = room;
			// One sentence each, however much came in one commit.
			const called = new Set(events.flatMap((event) => calledBy(summit, event)));
			for (const id of called) {
				const person = summit.people.list.get(id);
				if (person?.revokedAt !== null) continue;
				call(room, person, summit.setup.settings.name).catch((error: unknown) =>
					fault('An email could not be made.', error)
				);
			}
		});
	});
}

/** Whom an event calls, by id. Read after the whole commit: what somebody has opened by then calls nobody. */
export function calledBy(summit: Summit, event: LoggedEvent): string[] {
	const fresh = (id: string | null): Worry | null => {
		const worry = id === null ? undefined : summit.worries.list.get(id);
		return worry?.state === 'new' ? worry : null;
	};
	switch (event.type) {
		case 'people:tested':
			return event.people;
		case 'talk:asked':
		case 'words:passed': {
			const worry = fresh(event.worry);
			return worry ? alertedOf(summit, worry) : [];
		}
		case 'station:contributed': {
			const worry = event.route === 'leads' ? fresh(event.item) : null;
			return worry ? alertedOf(summit, worry) : [];
		}
		case 'worry:alerted': {
			const worry = fresh(event.worry);
			if (!worry) return [];
			if (event.stage === 'call') return readersOf(summit, worry);
			return without(alertedOf(summit, worry), alertedOf(summit, { ...worry, deputiesAt: null }));
		}
		case 'worry:excluded': {
			// Somebody else may have come to read it.
			const worry = fresh(event.worry);
			if (!worry) return [];
			const excluded = new Map([...worry.excluded].filter(([id]) => id !== event.person));
			return without(alertedOf(summit, worry), alertedOf(summit, { ...worry, excluded }));
		}
		default:
			return [];
	}
}

function without(ids: readonly string[], known: readonly string[]): string[] {
	return ids.filter((id) => !known.includes(id));
}
