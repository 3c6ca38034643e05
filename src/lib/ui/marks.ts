/**
 * The three feeling marks as geometry, for everything that draws them: components, map pins, canvases, paper.
 * Shape and sign carry the meaning and colour only helps (M3), so nothing may draw one of these colours without its shape.
 * The colours are the same in both themes and on every map; they match the tokens in `app.css`.
 */
export const FEELINGS = ['safe', 'mixed', 'unsafe'] as const;
export type Feeling = (typeof FEELINGS)[number];
/** "Don't use" exists for online platforms only. */
export type Rating = Feeling | 'unused';

export const FEELING_WORDS: Readonly<Record<Rating, string>> = {
	safe: 'Safe',
	mixed: 'It depends',
	unsafe: 'Unsafe',
	unused: 'Don’t use'
};

export const MARK_INK = '#221A3B';
export const MARK_HALO = '#FFFFFF';
export const FILLS: Readonly<Record<Feeling, string>> = { safe: '#0A8F8F', mixed: '#FFC233', unsafe: '#8C0F3A' };

export type Shape = {
	/** The closed outline. */
	readonly outline: string;
	/** The sign inside it, stroked. */
	readonly sign: string;
	/** The colour and width of the sign's stroke. */
	readonly pen: string;
	readonly penWidth: number;
	/** Widths of the ink outline and of the white halo around it. */
	readonly ink: number;
	readonly halo: number;
};

/** Marks in a 48 by 48 box. */
export const GLYPHS: Readonly<Record<Feeling, Shape>> = {
	safe: {
		outline: 'M3 24a21 21 0 1 0 42 0 21 21 0 1 0-42 0z',
		sign: 'M14 25l7 7 13-15',
		pen: MARK_HALO,
		penWidth: 5,
		ink: 2.5,
		halo: 6
	},
	mixed: {
		outline: 'M24 2.5L45.5 24 24 45.5 2.5 24z',
		sign: 'M12.5 25.5c4-7 8-7 11.5-1.5s7.5 5.5 11.5-1.5',
		pen: MARK_INK,
		penWidth: 4.5,
		ink: 2.5,
		halo: 6
	},
	unsafe: {
		outline: 'M4 6.5h40L24 45z',
		sign: 'M24 13v11M24 31.5v.01',
		pen: MARK_HALO,
		penWidth: 5,
		ink: 3.5,
		halo: 7
	}
};

/** Pins in a 48 by 60 box: the same silhouettes, each ending in a point at the place, at 24,57. */
export const PINS: Readonly<Record<Feeling, Shape>> = {
	safe: {
		...GLYPHS.safe,
		outline: 'M24 57C21 47 3 40 3 23a21 21 0 0 1 42 0c0 17-18 24-21 34z',
		sign: 'M14 24l7 7 13-15',
		halo: 6.5
	},
	mixed: {
		...GLYPHS.mixed,
		outline: 'M24 3l21.5 24L24 57 2.5 27z',
		sign: 'M12.5 28.5c4-7 8-7 11.5-1.5s7.5 5.5 11.5-1.5',
		halo: 6.5
	},
	unsafe: { ...GLYPHS.unsafe, outline: 'M3 6h42L24 57z', sign: 'M24 14v13M24 35v.01', ink: 3 }
};
export const PIN_BOX = { width: 48, height: 60, tip: [24, 57] } as const;

/** A pin as SVG markup, for a map marker that takes a string. It holds nothing anybody wrote. */
export function pinMarkup(feeling: Feeling): string {
	const { outline, sign, pen, penWidth, ink, halo } = PINS[feeling];
	return (
		`<svg viewBox="0 0 ${PIN_BOX.width} ${PIN_BOX.height}" fill="none" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true" overflow="visible">` +
		`<path d="${outline}" stroke="${MARK_HALO}" stroke-width="${halo}"/>` +
		`<path d="${outline}" fill="${FILLS[feeling]}" stroke="${MARK_INK}" stroke-width="${ink}"/>` +
		`<path d="${sign}" stroke="${pen}" stroke-width="${penWidth}"/></svg>`
	);
}

/** How the edge of a painted area is drawn: width in pixels, and dashes where it has them. A white line lies under each. */
export const AREA_EDGES: Readonly<Record<Feeling, { width: number; dash?: string }>> = {
	safe: { width: 3 },
	mixed: { width: 3, dash: '8 6' },
	unsafe: { width: 5 }
};
