/** What the adults' parts are called in front of adults. */
import type { PersonRole } from '../../summit/people.ts';

export const PARTS: Record<PersonRole, string> = {
	facilitator: 'Facilitator',
	lead: 'Safeguarding lead',
	stationLead: 'Station lead',
	observer: 'Observer',
	wall: 'Wall',
	owner: 'Owner of an action'
};
