/**
 * What is carried out of the kit as data, and never without a trace: marks, only by a safeguarding lead (M6), and the audit log (S12). What is written
 * out is made where files are made; here is who took what, and when.
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { Slug } from './stations/settings.ts';
import { Id, done } from './subject.ts';
import type { Decision } from './subject.ts';
import type { Summit } from './summit.ts';

export const ExportsCommands = [
	z.strictObject({ id: Id, type: z.literal('marks:export'), station: Slug }),
	z.strictObject({ id: Id, type: z.literal('audit:export') })
] as const;
export type ExportsCommand = z.infer<(typeof ExportsCommands)[number]>;
export type ExportsEvent = { type: 'marks:exported'; station: string } | { type: 'audit:exported' };

export function decideExports(summit: Summit, command: ExportsCommand): Decision<ExportsEvent> {
	if (command.type === 'audit:export') return done({ type: 'audit:exported' });
	const { station } = command;
	const found = summit.stations.get(station);
	return found?.settings.kind === 'map' ? done({ type: 'marks:exported', station }) : refuse('unknown_item');
}
