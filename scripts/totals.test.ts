import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playwrightTotals, runnerTotals, sum, totalLines, vitestTotals } from './totals.ts';

const vitest = {
	numPassedTests: 3,
	numFailedTests: 1,
	numPendingTests: 1,
	numTodoTests: 1,
	testResults: [
		{ status: 'failed', assertionResults: [{}] },
		{ status: 'passed', assertionResults: [{}, {}, {}] }
	]
};
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [] };

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'totals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the total is over both runners', () => {
	const both = sum([vitestTotals(vitest), playwrightTotals(playwright)]);
	expect(totalLines(both)).toEqual(['4 skipped, each said by name above', '7 passed, 2 failed']);
	expect(totalLines({ passed: 9, failed: 0, skipped: 0 })).toEqual(['9 passed, 0 failed']);
});

test('a test file that never loaded is a failure', () => {
	const unloaded = { ...vitest, testResults: [...vitest.testResults, { status: 'failed', assertionResults: [] }] };
	expect(vitestTotals(unloaded).failed).toBe(2);
});

test('a test that passed only at a second try is a failure', () => {
	expect(playwrightTotals({ stats: { ...playwright.stats, unexpected: 0, flaky: 1 } }).failed).toBe(1);
});

test('a runner that crashed is a failure, with a report or without one', () => {
	const file = join(folder, 'report.json');
	expect(runnerTotals({ file, code: 1, read: vitestTotals })).toEqual({ passed: 0, failed: 1, skipped: 0 });
	writeFileSync(file, JSON.stringify({ ...vitest, numFailedTests: 0, testResults: [] }));
	expect(runnerTotals({ file, code: 1, read: vitestTotals })).toEqual({ passed: 3, failed: 1, skipped: 2 });
	expect(runnerTotals({ file, code: 0, read: vitestTotals })).toEqual({ passed: 3, failed: 0, skipped: 2 });
});
