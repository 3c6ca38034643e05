/* What the drawing child is asked to do: the first piece it reads. What follows is one file, or tiles. */
import type { Corners } from './child/warp.ts';
import type { Box } from './child/sheet.ts';

export type Job =
	/** One file, a picture. */
	| { do: 'picture' }
	/** One file, a PDF. `page` counts from 1; null where nobody has chosen one. */
	| { do: 'page'; page: number | null }
	/** A kept picture: tiles that fill `box`, or where it has none, one file. */
	| { do: 'straighten'; corners: Corners; box: Box | null }
	/** Tiles; `box` of them becomes one picture, each side halved so many times. */
	| { do: 'frame'; box: Box; halvings: number };

/** Bytes the child may be handed: a file of 20 MB, or the tiles a picture is put together from, which it holds one by one. */
export const MOST_IN = 300_000_000;
