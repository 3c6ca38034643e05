/**
 * The adults of one summit: who they are here, for which school, and whether a safeguarding lead has answered a test
 * alert. Accounts and links are the server's; this is only what the summit must remember (S7, S12, S14).
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { Slug } from './stations/settings.ts';
import { Id, done, doneWith } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export const PERSON_ROLES = ['facilitator', 'lead', 'stationLead', 'observer', 'wall', 'owner'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
/** Those who are in the room; an owner comes afterwards, by a link, and sees one action. */
export const ROOM_ROLES = ['facilitator', 'lead', 'stationLead', 'observer', 'wall'] as const;

/**
 * What a safeguarding lead is here for. A `deputy` reads what leads read and is alerted when nobody opened it in two
 * minutes (S6); a `receiver` (head, chair of governors, local authority) reads allegations about staff of their school
 * and nothing else (S7).
 */
export const DUTIES = ['lead', 'deputy', 'receiver'] as const;
export type Duty = (typeof DUTIES)[number];

export interface Person {
	id: string;
	name: string;
	role: PersonRole;
	/** The school a lead answers for; null for everybody else. */
	school: string | null;
	/** `lead` for everybody who is not a safeguarding lead. */
	duty: Duty;
	/** Ties a person to a sign-in, so that nobody takes a second part here. Null for links without an account. */
	account: string | null;
	/** The person whose invitation they came by; null for the first facilitator and where it was not written down. */
	invitedBy: string | null;
	/** The action an owner answers for; null for everybody else. */
	action: string | null;
	/** The hash of the link they came by: taking that back ends their part. Null without one, and where it was not written down. */
	link: string | null;
	joinedAt: number;
	revokedAt: number | null;
	/** The actor who ended their part. */
	revokedBy: string | null;
	/** Test alert (S14). */
	askedAt: number | null;
	answeredAt: number | null;
	/** When an email to them could last not be sent. */
	unreachedAt: number | null;
}
export interface People {
	list: Map<string, Person>;
}

const Name = z.string().trim().min(1).max(120);
export const PeopleCommands = [
	z.strictObject({
		id: Id,
		type: z.literal('people:join'),
		person: Id,
		name: Name,
		role: z.enum(PERSON_ROLES),
		school: Slug.nullable(),
		account: z.string().max(80).nullable(),
		duty: z.enum(DUTIES).optional(),
		invitedBy: Id.optional(),
		action: Id.optional(),
		link: z
			.string()
			.regex(/^[a-f0-9]{64}$/)
			.optional()
	}),
	z.strictObject({ id: Id, type: z.literal('people:return'), person: Id }),
	z.strictObject({ id: Id, type: z.literal('people:revoke'), person: Id }),
	z.strictObject({ id: Id, type: z.literal('people:test') }),
	z.strictObject({ id: Id, type: z.literal('people:answer') }),
	z.strictObject({ id: Id, type: z.literal('people:unreached'), person: Id })
] as const;
export type PeopleCommand = z.infer<(typeof PeopleCommands)[number]>;

export type PeopleEvent =
	| {
			type: 'people:joined';
			person: string;
			name: string;
			role: PersonRole;
			school: string | null;
			account: string | null;
			/** Left out for `lead`, and in logs from before there were others. */
			duty?: Duty;
			/** Not in logs from before it was written down. */
			invitedBy?: string;
			link?: string;
			/** Of an owner. */
			action?: string;
	  }
	/** An owner opened their link again, perhaps elsewhere. It changes nothing but what the server lets in. */
	| { type: 'people:returned'; person: string }
	| { type: 'people:revoked'; person: string }
	| { type: 'people:tested'; people: string[] }
	| { type: 'people:answered'; person: string }
	/** An email to them could not be sent; said on their own page (S6). */
	| { type: 'people:unreached'; person: string };

export function decidePeople(summit: Summit, command: PeopleCommand, context: Context): Decision<PeopleEvent> {
	const list = summit.people.list;
	switch (command.type) {
		case 'people:join': {
			const { person, name, role, school, account, duty, invitedBy, link, action } = command;
			if (list.has(person)) return refuse('already_so');
			if (role === 'lead' && !summit.setup.settings.schools.some((s) => s.id === school))
				return refuse('unknown_choice');
			if ((role === 'owner') !== (action !== undefined)) return refuse('unknown_choice');
			if (action !== undefined && !summit.plan.actions.get(action)?.owner) return refuse('unknown_item');
			const same = [...list.values()].filter((p) => account !== null && p.account === account && p.revokedAt === null);
			// S7: one adult is never both the one who grants a lead's sight and the one who has it.
			if (same.some((p) => p.role !== role)) return refuse('cannot_grant_self');
			const by = {
				...(role === 'lead' && duty !== undefined && duty !== 'lead' ? { duty } : {}),
				...(invitedBy === undefined ? {} : { invitedBy }),
				...(link === undefined ? {} : { link })
			};
			const of = action === undefined ? {} : { action };
			return doneWith({ person }, { type: 'people:joined', person, name, role, school, account, ...by, ...of });
		}
		case 'people:return': {
			const person = list.get(command.person);
			if (person?.role !== 'owner' || person.revokedAt !== null) return refuse('unknown_item');
			return doneWith({ person: person.id }, { type: 'people:returned', person: person.id });
		}
		case 'people:revoke': {
			const person = list.get(command.person);
			if (!person || person.revokedAt !== null) return refuse('unknown_item');
			if (person.role === 'lead') {
				// S7: no lead can end the part of who receives allegations about staff, and so come to read them alone.
				const by = person.duty === 'receiver' ? 'facilitator' : 'lead';
				if (context.actor.role !== by) return refuse('not_allowed');
				if (person.duty === 'lead' && firstLeadsOf(summit, person.school).length < 2) return refuse('last_lead');
			}
			if (person.role === 'facilitator') {
				// By another one, so that the last always stays. Every lead is told (`topics/leads.ts`).
				if (context.actor.role !== 'facilitator' || context.actor.id === person.id) return refuse('not_allowed');
			}
			return done({ type: 'people:revoked', person: command.person });
		}
		case 'people:test': {
			const leads = [...list.values()].filter((p) => p.role === 'lead' && p.revokedAt === null);
			if (leads.length === 0) return refuse('unknown_item');
			return done({ type: 'people:tested', people: leads.map((p) => p.id) });
		}
		case 'people:answer': {
			const person = list.get(context.actor.id);
			if (!person || person.askedAt === null || person.revokedAt !== null) return refuse('unknown_item');
			return done({ type: 'people:answered', person: person.id });
		}
		case 'people:unreached':
			if (!list.has(command.person)) return refuse('unknown_item');
			return done({ type: 'people:unreached', person: command.person });
	}
}

/** Everybody with a safeguarding lead's part, whatever their duty, receivers of allegations among them. */
export function leadPartsOf(summit: Summit): Person[] {
	return [...summit.people.list.values()].filter((p) => p.role === 'lead' && p.revokedAt === null);
}

/** Leads who are alerted at once: neither deputies nor receivers. */
export function firstLeadsOf(summit: Summit, school?: string | null): Person[] {
	return leadsOf(summit, school).filter(({ duty }) => duty === 'lead');
}

/** Safeguarding leads and deputies still in their part; of one school, or of all when `school` is undefined. */
export function leadsOf(summit: Summit, school?: string | null): Person[] {
	return leadPartsOf(summit).filter((p) => p.duty !== 'receiver' && (school === undefined || p.school === school));
}

export type PartEnded = Extract<PeopleEvent, { type: 'people:revoked' }>;
/** Ends what the link of an action's owner gave (P4): said together with what made it end. */
export function endOwners(summit: Summit, action: string): PartEnded[] {
	const held = [...summit.people.list.values()].filter((p) => p.action === action && p.revokedAt === null);
	return held.map(({ id }) => ({ type: 'people:revoked', person: id }));
}

/** The name a person shows to others; an actor in the log is `role:id`. */
export function nameOf(summit: Summit, actor: string | null): string | null {
	if (actor === null) return null;
	const id = actor.slice(actor.indexOf(':') + 1);
	return summit.people.list.get(id)?.name ?? null;
}

export function evolvePeople(people: People, event: Logged<PeopleEvent>): void {
	switch (event.type) {
		case 'people:joined':
			people.list.set(event.person, {
				id: event.person,
				name: event.name,
				role: event.role,
				school: event.school,
				duty: event.duty ?? 'lead',
				account: event.account,
				invitedBy: event.invitedBy ?? null,
				action: event.action ?? null,
				link: event.link ?? null,
				joinedAt: event.at,
				revokedAt: null,
				revokedBy: null,
				askedAt: event.role === 'lead' ? event.at : null,
				answeredAt: null,
				unreachedAt: null
			});
			return;
		case 'people:returned':
			return;
		case 'people:revoked': {
			const person = people.list.get(event.person);
			if (person) Object.assign(person, { revokedAt: event.at, revokedBy: event.actor });
			return;
		}
		case 'people:tested':
			for (const id of event.people) {
				const person = people.list.get(id);
				if (person) person.askedAt = event.at;
			}
			return;
		case 'people:answered': {
			const person = people.list.get(event.person);
			if (person) person.answeredAt = event.at;
			return;
		}
		case 'people:unreached': {
			const person = people.list.get(event.person);
			if (person) person.unreachedAt = event.at;
			return;
		}
	}
}
