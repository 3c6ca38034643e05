/**
 * What an owner's answer stands for when the action is changed under it (P4): somebody else is not asked yet; another thing
 * or another day waits for an answer again; other words for students leave it as it is.
 */
import type { Action, Detail } from './plan.ts';

/** Whether a change names somebody else as the owner. */
export function ownerChanges(action: Pick<Action, 'owner'>, change: Partial<Detail>): boolean {
	return change.owner !== undefined && JSON.stringify(change.owner) !== JSON.stringify(action.owner);
}

export function changeAction(action: Action, change: Partial<Detail>): void {
	const { what, due } = action;
	if (ownerChanges(action, change)) Object.assign(action, { asked: 'not-asked', reply: null, wish: null });
	Object.assign(action, change, { version: action.version + 1 });
	if (action.due !== due) action.wish = null;
	if (action.asked !== 'not-asked' && (action.what !== what || action.due !== due)) action.asked = 'asked';
}
