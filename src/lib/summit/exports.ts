/**
 * Marks carried out of the kit as data: only by a safeguarding lead, and never without a trace (M6, S12). What is written
 * out is made where files are made; here is who took what, and when.
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { Slug } from './stations/settings.ts';
import { Id, done } from './subject.ts';
import type { Decision } from './subject.ts';
import type { Summit } from './summit.ts';

export const ExportsCommands = [z.strictObject({ id: Id, type: z.literal('marks:export'), station: Slug })] as const;
export type ExportsCommand = z.infer<(typeof ExportsCommands)[number]>;
export type ExportsEvent = { type: 'marks:exported'; station: string };

export function decideExports(summit: Summit, { station }: ExportsCommand): Decision<ExportsEvent> {
	const found = summit.stations.get(station);
	return found?.settings.kind === 'map' ? done({ type: 'marks:exported', station }) : refuse('unknown_item');
}
