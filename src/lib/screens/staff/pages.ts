/** The screens of one summit that adults use, and who each is for. The server asks again for every message. */
import type { SpeakerRole } from '../../live/protocol.ts';

export interface StaffPage {
	/** The last part of its address: `/staff/<summit>/<path>`. */
	readonly path: string;
	readonly words: string;
	/** Who may open it, and as whom a browser speaks there that can prove several parts: the first of these. */
	readonly roles: readonly SpeakerRole[];
}

const STAFF_PAGES: readonly StaffPage[] = [
	{ path: 'run', words: 'Run', roles: ['facilitator', 'stationLead', 'lead'] },
	{ path: 'queue', words: 'Queue', roles: ['facilitator', 'stationLead', 'lead'] },
	{ path: 'worries', words: 'Worries', roles: ['lead'] },
	{ path: 'plan', words: 'Plan', roles: ['facilitator', 'lead'] },
	{ path: 'set-up', words: 'Set up', roles: ['facilitator', 'lead'] },
	{ path: 'audit', words: 'Log', roles: ['lead', 'facilitator'] }
];

/** Every part that opens a staff screen at all. */
export const STAFF_ROLES: readonly SpeakerRole[] = ['facilitator', 'lead', 'stationLead'];

/** The page an address belongs to; `/plan/print` belongs to the plan. */
export function pageAt(path: string): StaffPage | undefined {
	const part = path.split('/')[3];
	return STAFF_PAGES.find((page) => page.path === part);
}

/** The pages somebody with these parts may open, in their fixed order. */
export function pagesFor(parts: readonly SpeakerRole[]): StaffPage[] {
	return STAFF_PAGES.filter((page) => page.roles.some((role) => parts.includes(role)));
}
