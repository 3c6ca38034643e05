/**
 * Owners of actions (P4): asked first, by a link and without an account. An owner answers for one action, the one their part
 * names, whatever a message says; accepts it, declines it with a reason, asks for another date, says how far it is. What
 * they were asked about is what they answered: another owner is asked anew, and a changed action waits for its answer again.
 */
import { z } from 'zod';
import { endOwners } from './people.ts';
import type { PartEnded } from './people.ts';
import type { PlanEvent } from './plan.ts';
import { PROGRESS } from './plan.ts';
import { refuse } from './refusals.ts';
import { Id, Note, Seen, done } from './subject.ts';
import type { Context, Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

const Reason = z.string().trim().min(3).max(1000);
export const OwnersCommands = [
	z.strictObject({ id: Id, type: z.literal('owner:ask'), action: Id }),
	z.strictObject({ id: Id, type: z.literal('owner:unask'), action: Id }),
	z.strictObject({ id: Id, type: z.literal('owner:accept'), seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('owner:progress'), progress: z.enum(PROGRESS), note: Note }),
	z.strictObject({ id: Id, type: z.literal('owner:redate'), date: z.iso.date(), reason: Reason }),
	z.strictObject({ id: Id, type: z.literal('owner:decline'), reason: Reason })
] as const;
export type OwnersCommand = z.infer<(typeof OwnersCommands)[number]>;

export type OwnersEvent =
	| { type: 'owner:asked'; action: string }
	| { type: 'owner:unasked'; action: string }
	| { type: 'owner:answered'; action: string; answer: 'accepted' | 'cannot'; secret: { note: string } | null }
	| { type: 'owner:redated'; action: string; date: string; secret: { note: string } | null };

export function decideOwners(
	summit: Summit,
	command: OwnersCommand,
	{ actor }: Context
): Decision<OwnersEvent | PlanEvent | PartEnded> {
	if (command.type === 'owner:ask' || command.type === 'owner:unask') {
		const action = summit.plan.actions.get(command.action);
		if (!action) return refuse('unknown_item');
		if (command.type === 'owner:unask') {
			if (action.asked === 'not-asked') return refuse('already_so');
			return done<OwnersEvent | PartEnded>(
				{ type: 'owner:unasked', action: action.id },
				...endOwners(summit, action.id)
			);
		}
		if (action.owner === null) return refuse('owner_missing');
		// One link at a time: who held the one before is not asked any more.
		return done<OwnersEvent | PartEnded>({ type: 'owner:asked', action: action.id }, ...endOwners(summit, action.id));
	}
	const action = summit.plan.actions.get(summit.people.list.get(actor.id)?.action ?? '');
	if (!action) return refuse('unknown_item');
	switch (command.type) {
		case 'owner:accept':
			if (action.asked === 'accepted') return refuse('already_so');
			if (command.seen !== action.version) return refuse('changed_meanwhile');
			return done({ type: 'owner:answered', action: action.id, answer: 'accepted', secret: null });
		case 'owner:decline':
			return done({ type: 'owner:answered', action: action.id, answer: 'cannot', secret: { note: command.reason } });
		case 'owner:redate':
			if (command.date === action.due) return refuse('already_so');
			return done({ type: 'owner:redated', action: action.id, date: command.date, secret: { note: command.reason } });
		case 'owner:progress': {
			const { progress, note } = command;
			return done({ type: 'action:progressed', action: action.id, progress, secret: { note } });
		}
	}
}

export function evolveOwners(summit: Summit, event: Logged<OwnersEvent>): void {
	const action = summit.plan.actions.get(event.action);
	if (!action) return;
	switch (event.type) {
		case 'owner:asked':
		case 'owner:unasked':
			Object.assign(action, { asked: event.type === 'owner:asked' ? 'asked' : 'not-asked', reply: null, wish: null });
			return;
		case 'owner:answered':
			action.asked = event.answer;
			action.reply = { at: event.at, by: event.actor, note: event.secret?.note ?? '' };
			return;
		case 'owner:redated':
			action.wish = { at: event.at, date: event.date, note: event.secret?.note ?? '' };
			return;
	}
}
