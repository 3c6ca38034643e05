/** Icons only a map station draws: they travel with it, not with a student's first screen. */
import type { Drawing } from '../../ui/icons.ts';

const drawn = (d: string): Drawing => ({ d });

export const gridIcon = drawn('M4 4h16v16H4zM4 9.5h16M4 14.5h16M9.5 4v16M14.5 4v16');
export const squaresIcon = drawn('M4 4h7v7H4zM13 13h7v7h-7zM16.5 4v7M13 7.5h7');
export const eraserIcon = drawn('M13 5l6.5 6.5-8 8H8L3.5 15zM8.5 9.5L15 16M11.5 19.5h9');
export const redoIcon = drawn('M15.5 5l4 4-4 4M19 9h-9a5 5 0 0 0 0 10h4');
export const upIcon = drawn('M5 15l7-7 7 7');
export const downIcon = drawn('M5 9l7 7 7-7');
/** Dots as wide as the brush is. */
export const smallIcon = drawn('M10 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M11 12h2');
export const middleIcon = drawn('M7.5 12a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M9.5 13.5l4-4M11 14.5l3.5-3.5');
export const largeIcon = drawn(
	'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M5.5 15l9-9M7.5 18l10.5-10.5M11 19.5l8.5-8.5'
);
