import { expect, test } from 'vitest';
import { handClock } from '../clock.ts';
import { CODES, countTries, PASSPHRASES, waitAfter } from './tries.ts';

test('L6: wrong passphrases are counted for each account, and the wait grows up to a minute', () => {
	const clock = handClock(1_000_000);
	const tries = countTries(clock, PASSPHRASES);
	for (let i = 0; i < 5; i += 1) expect(tries.begin('ada@example.org')).toBe(0);
	expect(tries.begin('Ada@Example.org ')).toBe(1000);
	clock.advance(1000);
	expect(tries.begin('ada@example.org')).toBe(0);
	expect(tries.begin('ada@example.org')).toBe(2000);
	expect(tries.begin('bystander@example.org')).toBe(0);
	expect([4, 5, 6, 7, 11, 12, 2000].map((count) => waitAfter(count, 60_000))).toEqual([
		0, 1000, 2000, 4000, 60_000, 60_000, 60_000
	]);
});

test('a right passphrase, or half an hour, starts the count afresh', () => {
	const clock = handClock(0);
	const tries = countTries(clock, PASSPHRASES);
	for (let i = 0; i < 5; i += 1) tries.begin('a');
	tries.succeeded('a');
	expect(tries.begin('a')).toBe(0);
	for (let i = 0; i < 4; i += 1) tries.begin('a');
	expect(tries.begin('a')).toBe(1000);
	clock.advance(30 * 60_000);
	for (let i = 0; i < 5; i += 1) expect(tries.begin('a')).toBe(0);
});

test('however many addresses are tried, the newest counts are kept', () => {
	const tries = countTries(handClock(0), PASSPHRASES);
	for (let i = 0; i < 5; i += 1) tries.begin('lead@example.org');
	for (let i = 0; i < 9_999; i += 1) tries.begin(`${i}@example.org`);
	expect(tries.begin('lead@example.org')).toBe(1000);
	tries.begin('one-more@example.org');
	expect(tries.begin('lead@example.org')).toBe(0);
});

test('somebody with the passphrase and without the phone has about a hundred guesses a day, and does not get more by pausing', () => {
	const clock = handClock(0);
	const tries = countTries(clock, CODES);
	let guesses = 0;
	for (const day = 24 * 3_600_000; clock.now() < day;) {
		const wait = tries.begin('ada');
		if (wait === 0) guesses += 1;
		else clock.advance(wait);
	}
	expect(guesses).toBeLessThan(115);
	clock.advance(31 * 60_000);
	expect(tries.begin('ada')).toBe(0);
	expect(tries.begin('ada')).toBe(CODES.longest);
	expect(tries.begin('ada', 'her own laptop')).toBe(0);
});
