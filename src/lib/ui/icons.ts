/**
 * Icons of a student's first screens; those that stations show are in `icons-told.ts`, and everything only adults see in
 * `staff/icons.ts` as single exports, so that a phone never loads it. Each icon is one stroked path in a 24 by 24 box, drawn
 * for this kit; a dot is a line of no length. They are looked up by name, because a name arrives as data. Keep this table
 * short: every line of it is on every student's phone before anything else (X3).
 */

/** An icon that is not in the table: pass it to `Icon` in place of a name. */
export type Drawing = { readonly d: string };

export const FIRST = {
	// what a student presses or is told
	speak: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
	talk: 'M4 5h16v11h-9l-5 4v-4H4zM8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01',
	check: 'M5 12.5l5 5L19.5 7',
	close: 'M6 6l12 12M18 6L6 18',
	next: 'M9 5l7 7-7 7',
	back: 'M15 5l-7 7 7 7',
	stop: 'M7 7h10v10H7z',
	'wifi-off': 'M3 9.5a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M12 17.5h.01M4 4l16 16',
	phone: 'M8 2.5h8q1.5 0 1.5 1.5v16q0 1.5-1.5 1.5H8q-1.5 0-1.5-1.5V4q0-1.5 1.5-1.5zM11 18.5h2',
	sent: 'M20.5 3.5L3.5 10.5l6.5 3.5 3.5 6.5zM20.5 3.5L10 14',
	alert: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.5h.01',
	// the four promises
	'no-name': 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M5 20c0-4.5 3-6.5 7-6.5s7 2 7 6.5M4 3.5l16 17',
	'adult-reads':
		'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0',
	place: 'M3 7l6-2.5 6 2.5 6-2.5v12.5L15 19.5 9 17l-6 2.5zM9 4.5V17M15 7v12.5',
	shield: 'M12 3l7.5 3v5.5c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5L15.5 9.5'
} as const satisfies Record<string, string>;

const known = new Map<string, string>(Object.entries(FIRST));

/** Makes more names known from here on. */
export function addIcons(more: Readonly<Record<string, string>>): void {
	for (const [name, path] of Object.entries(more)) known.set(name, path);
}

/** The stroked path for a name or a drawing; an unknown name draws nothing and breaks nothing. */
export function iconPath(icon: string | Drawing): string | undefined {
	return typeof icon === 'string' ? known.get(icon) : icon.d;
}
