/**
 * The one cleaning every text passes, coming in and going out. It takes away what a person cannot see and a screen, a
 * spreadsheet or a reader of the queue could be fooled by. It never changes a word somebody wrote.
 */

/** The newlines of every system and script. */
const NEWLINES = /\r\n?|[\u0085\u2028\u2029]/gu;
/** Controls that stand where a space belongs. */
const GAPS = /[\t\v\f]/gu;
/**
 * Every other control but the newline; the marks that force a direction on the text around them (left-to-right and
 * right-to-left marks stay: Arabic and Hebrew need them); halves of surrogate pairs; and noncharacters.
 */
const UNSEEN =
	/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/gu;

/** Any text in; the same words out, normalised (NFC) and trimmed. Cleaning twice changes nothing more. Refuses nothing (S4). */
export function cleanText(text: string): string {
	return text
		.replace(NEWLINES, '\n')
		.replace(GAPS, ' ')
		.replace(UNSEEN, (unseen) => (unseen === '\n' ? '\n' : ''))
		.normalize('NFC')
		.trim();
}
