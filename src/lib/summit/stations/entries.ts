/**
 * What one contribution may hold, beside words. Each kind of station accepts some of these; all of them are a student's
 * and are sealed wherever they are stored.
 */
import { z } from 'zod';
import { LONGEST_AREA } from '../grid.ts';
import { Slug, UnitPoint } from './settings.ts';

export const FEELINGS = ['safe', 'mixed', 'unsafe'] as const;
export type Feeling = (typeof FEELINGS)[number];
const RATINGS = ['safe', 'mixed', 'unsafe', 'unused'] as const;
export type Rating = (typeof RATINGS)[number];

/**
 * Exactly one of `at` (a pin), `place` (a named place from the list) and `area` (painted cells, as `grid.ts` writes them):
 * all three are the same kind of mark (M3, M4).
 */
export const MarkEntry = z
	.strictObject({
		type: z.literal('mark'),
		at: UnitPoint.nullable(),
		place: Slug.nullable(),
		area: z.string().min(3).max(LONGEST_AREA).optional(),
		feeling: z.enum(FEELINGS),
		when: z.array(Slug).max(12),
		with: z.array(Slug).max(12),
		why: z.array(Slug).max(6)
	})
	.refine(
		({ at, place, area }) => [at, place, area].filter((one) => one !== null && one !== undefined).length === 1,
		'a pin, a named place or an area, one of the three'
	);
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
