/** What the adults' parts are called in front of adults. */
import type { Duty, PersonRole } from '../../summit/people.ts';
import { DUTY_WORDS } from '../../summit/worry-words.ts';

export const PARTS: Record<PersonRole, string> = {
	facilitator: 'Facilitator',
	lead: 'Safeguarding lead',
	stationLead: 'Station lead',
	observer: 'Observer',
	wall: 'Wall',
	owner: 'Owner of an action'
};

/** The part with what a lead is here for. */
export function partWords({ role, duty }: { role: PersonRole; duty: Duty }): string {
	return role === 'lead' ? DUTY_WORDS[duty] : PARTS[role];
}
