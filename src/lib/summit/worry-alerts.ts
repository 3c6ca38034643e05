/**
 * When who is called to a worry that nobody has opened (S6): its first readers at once, deputies after two minutes, and
 * after four everybody's console says *call the lead*. The times count from the worry's own, in the log, so a restart
 * neither forgets nor repeats one; that a stage was reached is itself an event.
 */
import { refuse } from './refusals.ts';
import { done } from './subject.ts';
import type { Decision } from './subject.ts';
import type { Summit } from './summit.ts';
import type { WorriesEvent, Worry } from './worries.ts';

export const ALERT_STAGES = ['deputies', 'call'] as const;
export type AlertStage = (typeof ALERT_STAGES)[number];

/** Milliseconds a worry is unopened when each stage is reached. */
export const ALERT_AFTER: Record<AlertStage, number> = { deputies: 2 * 60_000, call: 4 * 60_000 };

const reachedAt = (worry: Worry, stage: AlertStage): number | null =>
	stage === 'deputies' ? worry.deputiesAt : worry.calledAt;

/** The stages still to come, with their times (ms since 1970). Once the summit is closed nobody is promised a reader. */
function toCome(summit: Summit): { worry: string; stage: AlertStage; at: number }[] {
	if (summit.setup.closedAt !== null) return [];
	return [...summit.worries.list.values()].flatMap((worry) =>
		worry.state !== 'new'
			? []
			: ALERT_STAGES.filter((stage) => reachedAt(worry, stage) === null).map((stage) => ({
					...{ worry: worry.id, stage },
					at: worry.at + ALERT_AFTER[stage]
				}))
	);
}

export function alertsDue(summit: Summit, now: number): { type: 'worry:alert'; worry: string; stage: AlertStage }[] {
	const due = toCome(summit).filter(({ at }) => at <= now);
	return due.map(({ worry, stage }) => ({ type: 'worry:alert', worry, stage }));
}

/** When the next stage is reached (ms since 1970), or null. */
export function nextAlertAt(summit: Summit): number | null {
	const times = toCome(summit).map(({ at }) => at);
	return times.length === 0 ? null : Math.min(...times);
}

export function decideAlert(
	summit: Summit,
	{ worry: id, stage }: { worry: string; stage: AlertStage },
	now: number
): Decision<WorriesEvent> {
	const worry = summit.worries.list.get(id);
	if (!worry) return refuse('unknown_item');
	const early = now < worry.at + ALERT_AFTER[stage];
	if (worry.state !== 'new' || early || reachedAt(worry, stage) !== null) return refuse('already_so');
	return done({ type: 'worry:alerted', worry: id, stage });
}
