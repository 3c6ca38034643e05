/** Who may carry the plan away, and the plan they carry: facilitators and safeguarding leads, as it stands on disk. */
import { dayAt } from '../clock.ts';
import type { ClockPort } from '../clock.ts';
import type { Asking, Identity } from '../identity.ts';
import type { Address } from '../../summit/roles.ts';
import type { Summit } from '../../summit/summit.ts';
import { reportOf } from './report.ts';
import type { Report } from './report.ts';

/** A request for one of the summit's files, at an address that `roles.ts` opens to planners. */
type FileAsking = Asking & { route: { id: Address } };

/** What `read` makes of the summit, for one of these; null when this browser is neither. */
export async function forPlanners<T>(
	asking: FileAsking,
	{ identity, summit, read }: { identity: Identity; summit: string; read: (summit: Summit) => T }
): Promise<T | null> {
	const who = await identity.speakAs(asking, { summit, at: asking.route.id });
	return who ? who.room.read(read) : null;
}

/** Null when this browser is neither. */
export function reportFor(
	asking: FileAsking,
	{ identity, clock, summit }: { identity: Identity; clock: ClockPort; summit: string }
): Promise<Report | null> {
	return forPlanners(asking, { identity, summit, read: (state) => reportOf(state, dayAt(clock.now())) });
}

/** A download: never kept by anything on the way, and named by the day of the summit. */
export function attachment(
	body: string | Uint8Array<ArrayBuffer>,
	{ type, name }: { type: string; name: string }
): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		}
	});
}
