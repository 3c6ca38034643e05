import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

/** Any code unit at all, so that halves of pairs, controls and noncharacters turn up often. */
const anyUnits = fc
	.array(
		fc.oneof(
			fc.integer({ min: 0, max: 0xffff }),
			fc.integer({ min: 0, max: 0xa0 }),
			fc.integer({ min: 0x2000, max: 0x206f }),
			fc.integer({ min: 0xd800, max: 0xdfff }),
			fc.integer({ min: 0x300, max: 0x320 }),
			fc.integer({ min: 0xfdd0, max: 0xfdef })
		),
		{ maxLength: 60 }
	)
	.map((units) => String.fromCharCode(...units));

/** Said a second way, point by point, so that the pattern is not checked against itself. */
function unseen(point: number): boolean {
	if (point === 0x0a) return false;
	if (point < 0x20 || (point >= 0x7f && point <= 0x9f)) return true;
	if (point >= 0x202a && point <= 0x202e) return true;
	if (point >= 0x2066 && point <= 0x2069) return true;
	if (point >= 0xd800 && point <= 0xdfff) return true;
	if (point >= 0xfdd0 && point <= 0xfdef) return true;
	return (point & 0xfffe) === 0xfffe;
}

describe('cleanText', () => {
	test('nothing unseen is left, whatever came in', () => {
		fc.assert(
			fc.property(anyUnits, (text) => {
				const clean = cleanText(text);
				expect(Array.from(clean).filter((letter) => unseen(letter.codePointAt(0) ?? 0))).toEqual([]);
				expect(clean).toBe(clean.normalize('NFC'));
				expect(clean).toBe(clean.trim());
			})
		);
	});

	test('cleaning twice changes nothing more', () => {
		fc.assert(
			fc.property(anyUnits, (text) => {
				expect(cleanText(cleanText(text))).toBe(cleanText(text));
			})
		);
	});

	test('ordinary words in any script stay as they were written', () => {
		for (const text of [
			'More lights by the park',
			'مكان آمن\nبعد المدرسة',
			'más luz 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
			'می‌خواهم',
			'a\n\nb',
			'👩‍🏫 helps'
		])
			expect(cleanText(text)).toBe(text);
	});

	test.each([
		['a\u0000b', 'ab'],
		['one\r\ntwo\rthree', 'one\ntwo\nthree'],
		['one\ttwo', 'one two'],
		['abc\u202Edef\u202C', 'abcdef'],
		['x\uD800y\uDC00z', 'xyz'],
		['cafe\u0301', 'café'],
		['  park \uFFFF\n', 'park'],
		['a\u{1FFFE}b', 'ab'],
		['\u0007', '']
	])('%j becomes %j', (given, expected) => {
		expect(cleanText(given)).toBe(expected);
	});
});
