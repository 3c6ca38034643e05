/**
 * Single keys on adults' screens. A key never acts while somebody types, while a dialog is open, while it is held down,
 * or together with Control, Alt or Meta. Space belongs to whatever button has the focus, and never leaves a part of the
 * page that keeps it (`data-keeps-space`): whoever covers words must not close a station when their text goes away.
 * A button that was clicked keeps no focus where Space means *Next*: it would undo what the click did.
 */
export interface Pressed {
	readonly key: string;
	readonly repeat: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
	readonly defaultPrevented: boolean;
	readonly target: unknown;
}

const FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog';
const KEEPS = 'dialog, form, [data-keeps-space]';
const PRESSABLE = 'a, button, summary, input, [data-keeps-space]';

/** The key to act on (`P`, `1`, ` `, `Escape`), or null when it is none of ours. */
export function keyOf(event: Pressed): string | null {
	if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return null;
	if (stands(event.target, FIELDS)) return null;
	if (event.key === ' ' && stands(event.target, PRESSABLE)) return null;
	return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}

/**
 * After a click by mouse or finger on a button, the focus goes back to the page, so that Space is *Next* again. A press
 * by key (which counts no clicks) leaves the focus where it is.
 */
export function leaveSpaceToNext({ detail, target }: { readonly detail: number; readonly target: unknown }): void {
	if (detail === 0 || stands(target, KEEPS)) return;
	const pressed = isOnPage(target) ? target.closest('a, button, summary') : null;
	if (canBlur(pressed)) pressed.blur();
}

function stands(target: unknown, inside: string): boolean {
	return isOnPage(target) && Boolean(target.closest(inside));
}
function canBlur(element: unknown): element is { blur(): void } {
	return typeof element === 'object' && element !== null && 'blur' in element && typeof element.blur === 'function';
}
function isOnPage(target: unknown): target is { closest(selectors: string): unknown } {
	return typeof target === 'object' && target !== null && 'closest' in target && typeof target.closest === 'function';
}
