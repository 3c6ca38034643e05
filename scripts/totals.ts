/**
 * Adds up what the test runners report, truly: a file that never loaded, a runner that crashed and a stage that failed
 * each count as one failure, so that nothing red can hide behind a green number.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Totals {
	passed: number;
	failed: number;
	skipped: number;
}

export const NONE: Totals = { passed: 0, failed: 0, skipped: 0 };
export const ONE_FAILED: Totals = { passed: 0, failed: 1, skipped: 0 };
export const ONE_SKIPPED: Totals = { passed: 0, failed: 0, skipped: 1 };

const vitestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numTodoTests: z.number(),
	testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) }))
});

const playwrightReport = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
	errors: z.array(z.unknown()).default([])
});

/** What Vitest's JSON report says. A test file that failed without running a test counts as one failure. */
export function vitestTotals(report: unknown): Totals {
	const said = vitestReport.parse(report);
	const unloaded = said.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
	return {
		passed: said.numPassedTests,
		failed: said.numFailedTests + unloaded.length,
		skipped: said.numPendingTests + said.numTodoTests
	};
}

/** What Playwright's JSON report says. A test that passed only at a second try counts as failed. */
export function playwrightTotals(report: unknown): Totals {
	const { stats, errors } = playwrightReport.parse(report);
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
		skipped: stats.skipped
	};
}

/** Reads a runner's report file; a runner that ended badly without a failed test, or left no report, is one failure. */
export function runnerTotals(run: { file: string; code: number; read: (report: unknown) => Totals }): Totals {
	if (!existsSync(run.file)) return run.code === 0 ? NONE : ONE_FAILED;
	const totals = run.read(JSON.parse(readFileSync(run.file, 'utf8')));
	return run.code !== 0 && totals.failed === 0 ? sum([totals, ONE_FAILED]) : totals;
}

export function sum(all: Totals[]): Totals {
	return {
		passed: all.reduce((so, { passed }) => so + passed, 0),
		failed: all.reduce((so, { failed }) => so + failed, 0),
		skipped: all.reduce((so, { skipped }) => so + skipped, 0)
	};
}

/** How a test run ends: what was skipped where something was, and then always `N passed, N failed` as the last line. */
export function totalLines({ passed, failed, skipped }: Totals): string[] {
	const total = `${passed} passed, ${failed} failed`;
	return skipped > 0 ? [`${skipped} skipped, each said by name above`, total] : [total];
}
