/**
 * What one contribution may hold, beside words. Each kind of station accepts some of these; all of them are a student's
 * and are sealed wherever they are stored.
 */
import { z } from 'zod';
import { Slug, UnitPoint } from './settings.ts';

export const FEELINGS = ['safe', 'mixed', 'unsafe'] as const;
export type Feeling = (typeof FEELINGS)[number];
const RATINGS = ['safe', 'mixed', 'unsafe', 'unused'] as const;
export type Rating = (typeof RATINGS)[number];

/** Exactly one of `at` (a pin) and `place` (a named place from the list): both are the same kind of mark (M4). */
export const MarkEntry = z
	.strictObject({
		type: z.literal('mark'),
		at: UnitPoint.nullable(),
		place: Slug.nullable(),
		feeling: z.enum(FEELINGS),
		when: z.array(Slug).max(12),
		with: z.array(Slug).max(12),
		why: z.array(Slug).max(6)
	})
	.refine((mark) => (mark.at === null) !== (mark.place === null), 'a pin or a named place, one of the two');
export const RatingEntry = z.strictObject({
	type: z.literal('rating'),
	platform: Slug,
	rating: z.enum(RATINGS),
	reasons: z.array(Slug).max(6)
});
export const SortEntry = z.strictObject({ type: z.literal('sort'), card: Slug, pile: z.enum(FEELINGS) });
const ChoicesEntry = z.strictObject({ type: z.literal('choices'), choices: z.array(Slug).max(20) });
const WordsEntry = z.strictObject({ type: z.literal('words') });

export const Entry = z.union([MarkEntry, RatingEntry, SortEntry, ChoicesEntry, WordsEntry]);
export type Entry = z.infer<typeof Entry>;
export type MarkEntry = z.infer<typeof MarkEntry>;
export type RatingEntry = z.infer<typeof RatingEntry>;
export type SortEntry = z.infer<typeof SortEntry>;
