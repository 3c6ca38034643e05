/**
 * Icons only adults' screens use, each its own export so that a bundle holds what it names:
 * `import { passOn } from '$lib/ui/staff/icons.ts'` and `<Icon name={passOn} />`. Never import this from a phone's screen.
 */
import type { Drawing } from '../icons.ts';

/** Show: the first of the four answers to a student's words. */
export const eye: Drawing = {
	d: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0'
};
export const cover: Drawing = { d: 'M4 6h16M4 18h9M17 18h3M4.5 10h15v4h-15zM5.5 11.3h13M5.5 12.7h13' };
export const keep: Drawing = { d: 'M4 8h16v11H4zM6 4.5h12M9.5 12.5h5' };
export const passOn: Drawing = {
	d: 'M12 3l7.5 3v5.5c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5V6zM8.5 12h7m-2.8-2.8L15.5 12l-2.8 2.8'
};
export const door: Drawing = { d: 'M6 20.5V4h10v16.5M3.5 20.5h17M13 12h.01' };
export const lock: Drawing = { d: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3M12 14.5v2' };
export const blankWall: Drawing = { d: 'M3 5h18v11.5H3zM9 20h6M4 4l16 16' };
export const wall: Drawing = { d: 'M3 5h18v11.5H3zM9 20h6M12 16.5V20' };
export const pause: Drawing = { d: 'M9 5v14M15 5v14' };
export const play: Drawing = { d: 'M7.5 5v14l11-7z' };
export const print: Drawing = { d: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z' };
export const download: Drawing = { d: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15' };
export const upload: Drawing = { d: 'M12 15.5v-11M7.5 8.5L12 4l4.5 4.5M4.5 20h15' };
export const qr: Drawing = {
	d: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM7 7h.01M17 7h.01M7 17h.01M14 14h2v2M20 14v3h-3v3M14 20h.01M20 20h.01'
};
export const copy: Drawing = { d: 'M9 9h11v11H9zM15 9V4H4v11h5' };
export const note: Drawing = { d: 'M5 3.5h14V15l-5.5 5.5H5zM19 15h-5.5v5.5M8.5 8h7M8.5 12h4' };
export const trash: Drawing = { d: 'M5 7h14M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13' };
export const edit: Drawing = { d: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5' };
export const merge: Drawing = { d: 'M6 4v3.5c0 3 6 3.5 6 7V20M18 4v3.5c0 3-6 3.5-6 7M8.5 17l3.5 3.5 3.5-3.5' };
export const person: Drawing = {
	d: 'M8.5 7.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5.5 20.5c0-4.5 2.5-6.5 6.5-6.5s6.5 2 6.5 6.5'
};
export const calendar: Drawing = {
	d: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M8 14h.01M12 14h.01M16 14h.01M8 17h.01'
};
export const flag: Drawing = { d: 'M6 21V4h11l-2.5 4L17 12H6' };
export const mail: Drawing = { d: 'M3.5 5.5h17v13h-17zM3.5 6.5L12 13l8.5-6.5' };
export const link: Drawing = {
	d: 'M10 14a4 4 0 0 0 6 .4l3-3A4 4 0 0 0 13.3 5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5'
};
export const search: Drawing = { d: 'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.2 15.2L20.5 20.5' };
export const settings: Drawing = {
	d: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0'
};
export const upArrow: Drawing = { d: 'M12 19V5M6 11l6-6 6 6' };
export const downArrow: Drawing = { d: 'M12 5v14M6 13l6 6 6-6' };
