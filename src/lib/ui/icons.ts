/**
 * Icons a phone may draw: what templates name in their lists (`icon: 'lighting'`) and what the student's own screens use.
 * One small table looked up by name, because the name arrives as data. Everything only adults see lives in
 * `staff/icons.ts` as single exports, so that a phone never loads it. Each icon is one stroked path in a 24 by 24 box,
 * drawn for this kit; a dot is a line of no length. Keep this table short: every line of it is on every student's phone.
 */

/** An icon that is not in the table: pass it to `Icon` in place of a name. */
export type Drawing = { readonly d: string };

const table = {
	// why it feels so
	lighting: 'M7 21V6q0-2.5 2.5-2.5H13M11.5 3.5h6l2 4h-8zM4.5 21h5M13 11l-1 2m5.5-2l1 2m-3.2-1.8v2.3',
	people:
		'M5.8 8.5a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M3 19.5c0-4 2.5-6 6-6s6 2 6 6M16 6a3 3 0 0 1 0 6m1.5 2c2.3.6 3.5 2.5 3.5 5.5',
	traffic: 'M3.5 16.5v-4l2-1 2-4.5h8l3.5 4.5 1.5 1v4zM5.5 11.5h13.5M7 16.5v2m10-2v2M7 14h.01M17 14h.01',
	hidden: 'M4 19.5c-2-3 0-6 2.5-6C6 9 9 6.5 12 6.5S18 9 17.5 13.5c2.5 0 4.5 3 2.5 6zM10 13.5h.01M14 13.5h.01',
	groups:
		'M9.5 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M3.5 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0M16.5 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7.5 19v-2.5q0-4 4.5-4t4.5 4V19M2 18.5q0-4 3.5-4M22 18.5q0-4-3.5-4',
	adults: 'M9 6a3 3 0 1 0 6 0 3 3 0 1 0-6 0M6 21v-5c0-3.5 2.5-5 6-5s6 1.5 6 5v5M12 11v5',
	harassment: 'M3.5 4.5h17v11.5h-8.5L7.5 20v-4h-4zM12 7.5v3.5M12 13.3h.01',
	discrimination:
		'M12 4v16M7 20h10M4.5 8.5L19.5 5.5M2.5 14.5l2.5-6 2.5 6q-2.5 2.5-5 0M16.5 11.5l2.5-6 2.5 6q-2.5 2.5-5 0',
	transport: 'M6 5h12q2 0 2 2v10H4V7q0-2 2-2zM4 11.5h16M7 17v2.5M17 17v2.5M8 14.2h.01M16 14.2h.01',
	upkeep: 'M5 7h14M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.5 11l.3 5.5M13.5 11l-.3 5.5',
	helper:
		'M12 9.5C10 6 6 7 6 10.2c0 3 3.5 5.3 6 7.3 2.5-2 6-4.3 6-7.3C18 7 14 6 12 9.5zM3 21h18M3 3.5h.01M21 3.5h.01M12 3.5h.01',
	// when
	clock: 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 7v5l3.5 2',
	sun: 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
	moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5 8 8 0 1 0 19.5 14.5z',
	weekend: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M9 15.5l2.2 2 4-4',
	school:
		'M3 20.5V12l5-2.5V20.5M21 20.5V12l-5-2.5v11M8 20.5V8.5l4-3 4 3v12M2 20.5h20M12 5.5v-3h3.5M12 11.5h.01M10.5 20.5v-4h3v4',
	// with whom
	alone: 'M8.5 7.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5.5 20.5c0-4.5 2.5-6.5 6.5-6.5s6.5 2 6.5 6.5',
	friends:
		'M4.5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0M13.5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0M2.5 19.5c0-4 2-5.5 5-5.5q3 0 4.5 2 1.5-2 4.5-2c3 0 5 1.5 5 5.5',
	family:
		'M4 6.5a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0M14.5 6.5a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0M10 14.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M2.5 20v-3.5q0-4 4-4 1.5 0 2.5.7M21.5 20v-3.5q0-4-4-4-1.5 0-2.5.7M8.5 21q0-2.8 3.5-2.8t3.5 2.8',
	'mixed-company':
		'M4 6.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M2.5 18.5v-3q0-3.5 4-3.5t4 3.5v3M15 6.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M17.5 12l-4 6.5h8zM12 4v.01M12 8v.01',
	// what a student presses or is told
	speak: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
	talk: 'M4 5h16v11h-9l-5 4v-4H4zM8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01',
	pin: 'M12 21c-1-4-6.5-6.5-6.5-11.5a6.5 6.5 0 0 1 13 0C18.5 14.5 13 17 12 21zM10 9.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
	paint: 'M14 4l6 6-7.5 7-5.5-5.5zM7 11.5L4 19.5 12.5 17',
	list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
	undo: 'M8.5 5L4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-4',
	plus: 'M12 5v14M5 12h14',
	minus: 'M5 12h14',
	check: 'M5 12.5l5 5L19.5 7',
	close: 'M6 6l12 12M18 6L6 18',
	next: 'M9 5l7 7-7 7',
	back: 'M15 5l-7 7 7 7',
	stop: 'M7 7h10v10H7z',
	'wifi-off': 'M3 9.5a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M12 17.5h.01M4 4l16 16',
	phone: 'M8 2.5h8q1.5 0 1.5 1.5v16q0 1.5-1.5 1.5H8q-1.5 0-1.5-1.5V4q0-1.5 1.5-1.5zM11 18.5h2',
	sent: 'M20.5 3.5L3.5 10.5l6.5 3.5 3.5 6.5zM20.5 3.5L10 14',
	alert: 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.5h.01',
	world:
		'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M3.5 12h17M12 3.5c3 2.5 3.5 6 3.5 8.5s-.5 6-3.5 8.5c-3-2.5-3.5-6-3.5-8.5s.5-6 3.5-8.5z',
	// the four promises
	'no-name': 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M5 20c0-4.5 3-6.5 7-6.5s7 2 7 6.5M4 3.5l16 17',
	'adult-reads':
		'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0',
	place: 'M3 7l6-2.5 6 2.5 6-2.5v12.5L15 19.5 9 17l-6 2.5zM9 4.5V17M15 7v12.5',
	shield: 'M12 3l7.5 3v5.5c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5L15.5 9.5',
	// kinds of place online
	chat: 'M3.5 4h12v8.5H9l-3.5 3v-3h-2zM9 16.5h5.5l4 3.5v-3.5h2V8.5h-2',
	video: 'M3.5 6h17v12h-17zM10 9.5v5l4.5-2.5z',
	game: 'M7.5 7.5h9c3 0 4.5 3.5 4.5 7.5 0 3-3 3.5-4.5 1L15 14H9l-1.5 2C6 18.5 3 18 3 15c0-4 1.5-7.5 4.5-7.5zM8 9.5v3M6.5 11h3M15.5 10h.01M17 12h.01',
	ai: 'M6 8h12v10.5H6zM12 8V4.5M12 4h.01M9.5 12v1.5M14.5 12v1.5M3.5 12v3M20.5 12v3M10 16h4'
} as const satisfies Record<string, string>;

export const ICON_NAMES: readonly string[] = Object.keys(table);

/** The stroked path for a name or a drawing; an unknown name draws nothing and breaks nothing. */
export function iconPath(icon: string | Drawing): string | undefined {
	if (typeof icon !== 'string') return icon.d;
	const known: Readonly<Record<string, string>> = table;
	return Object.hasOwn(known, icon) ? known[icon] : undefined;
}
