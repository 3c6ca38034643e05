/** Who may carry the plan away, and the plan they carry: facilitators and safeguarding leads, as it stands on disk. */
import { dayAt } from '../clock.ts';
import type { ClockPort } from '../clock.ts';
import type { Asking, Identity } from '../identity.ts';
import { reportOf } from './report.ts';
import type { Report } from './report.ts';

/** Null when this browser is neither. */
export async function reportFor(
	asking: Asking,
	{ identity, clock, summit }: { identity: Identity; clock: ClockPort; summit: string }
): Promise<Report | null> {
	const who = await identity.speakAs(asking, { summit, roles: ['facilitator', 'lead'] });
	return who ? who.room.read((state) => reportOf(state, dayAt(clock.now()))) : null;
}

/** A download: never kept by anything on the way, and named by the day of the summit. */
export function attachment(body: string, { type, name }: { type: string; name: string }): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff'
		}
	});
}
