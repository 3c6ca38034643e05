/** The screens of one summit that adults use. Who each is for is in `roles.ts`; the server asks it again for every message. */
import type { SpeakerRole } from '../../live/protocol.ts';
import { mayOpen, receiverMayOpen } from '../../summit/roles.ts';
import type { Address } from '../../summit/roles.ts';
import type { Duty } from '../../summit/people.ts';

export interface StaffPage {
	/** The last part of its address: `/staff/<summit>/<path>`. */
	readonly path: string;
	readonly words: string;
	readonly address: Address;
}

const STAFF_PAGES: readonly StaffPage[] = [
	{ path: 'run', words: 'Run', address: '/staff/[summit]/run' },
	{ path: 'queue', words: 'Queue', address: '/staff/[summit]/queue' },
	{ path: 'worries', words: 'Worries', address: '/staff/[summit]/worries' },
	{ path: 'plan', words: 'Plan', address: '/staff/[summit]/plan' },
	{ path: 'set-up', words: 'Set up', address: '/staff/[summit]/set-up' },
	{ path: 'audit', words: 'Log', address: '/staff/[summit]/audit' }
];

/** Every part that opens a staff screen at all. */
export const STAFF_ROLES: readonly SpeakerRole[] = ['facilitator', 'lead', 'stationLead'];

/** The page an address belongs to; `/plan/print` belongs to the plan. */
export function pageAt(path: string): StaffPage | undefined {
	const part = path.split('/')[3];
	return STAFF_PAGES.find((page) => page.path === part);
}

/** The pages somebody with these parts may open, in their fixed order. A receiver of allegations opens worries alone (S7). */
export function pagesFor(parts: readonly SpeakerRole[], duty: Duty | null): StaffPage[] {
	return STAFF_PAGES.filter(
		({ address }) =>
			mayOpen(address).some((role) => parts.includes(role)) && (duty !== 'receiver' || receiverMayOpen(address))
	);
}
