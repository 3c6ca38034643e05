/**
 * `npm test`: every check there is, in order, each announced by a line. A stage that fails does not hide the ones after
 * it; the last line is the true total, and the exit code is not zero when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from './audit.ts';
import { checkBudgets } from './budget.ts';
import { ensureBuilt } from './build.ts';
import { readyBrowser } from './browser.ts';
import { ROOT } from './sources.ts';
import {
	NONE,
	ONE_FAILED,
	ONE_SKIPPED,
	playwrightTotals,
	runnerTotals,
	sum,
	totalLines,
	vitestTotals,
	type Totals
} from './totals.ts';

const REPORTS = join(ROOT, 'test-results');

/** Runs an npm script, or a package's command, and answers its exit code. */
function run(args: string[], env: Record<string, string> = {}): number {
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const options = { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } } as const;
	return spawnSync(npm, args, { ...options, shell: process.platform === 'win32' }).status ?? 1;
}

function script(name: string): Totals {
	return run(['run', '--silent', name]) === 0 ? NONE : ONE_FAILED;
}

function vitest(project: string): Totals {
	const file = join(REPORTS, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = run(['run', '--silent', `test:${project}`, '--', '--passWithNoTests', ...reporters]);
	return runnerTotals({ file, code, read: vitestTotals });
}

function playwright(): Totals {
	readyBrowser();
	const file = join(REPORTS, 'e2e.json');
	const args = ['exec', '--silent', '--', 'playwright', 'test', '--pass-with-no-tests', '--reporter=list,json'];
	const code = run(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
	return runnerTotals({ file, code, read: playwrightTotals });
}

async function build(): Promise<Totals> {
	await ensureBuilt();
	return NONE;
}

/** One check for each page. */
async function budgets(): Promise<Totals> {
	const { within, over } = await checkBudgets();
	return { passed: within, failed: over, skipped: 0 };
}

/** A registry that does not answer skips this by name; it never fails, nor holds anybody up. */
function dependencies(): Totals {
	const { answered, failed, lines } = audit();
	for (const line of lines) console.log(line);
	if (!answered) return ONE_SKIPPED;
	return failed ? ONE_FAILED : NONE;
}

const STAGES: [name: string, stage: () => Totals | Promise<Totals>][] = [
	['format', () => script('format:check')],
	['lint', () => script('lint')],
	['check', () => script('check')],
	['dependency audit', dependencies],
	['unit tests', () => vitest('unit')],
	['property tests', () => vitest('property')],
	['live tests', () => vitest('live')],
	['build', build],
	['page budgets', budgets],
	['browser tests', playwright]
];

async function attempt(stage: () => Totals | Promise<Totals>): Promise<Totals> {
	try {
		return await stage();
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		return ONE_FAILED;
	}
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const all: Totals[] = [];
const red: string[] = [];
for (const [name, stage] of STAGES) {
	console.log(`\n── ${name} ──`);
	const totals = await attempt(stage);
	all.push(totals);
	if (totals.failed > 0) red.push(`FAILED: ${name} (${totals.failed})`);
}

console.log('');
for (const line of red) console.log(line);
const total = sum(all);
for (const line of totalLines(total)) console.log(line);
process.exitCode = total.failed === 0 ? 0 : 1;
