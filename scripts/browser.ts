/**
 * The browser the end-to-end tests drive: one that is installed already, or Playwright's own, or, as root on Debian
 * and its kin, one from the system's packages. Where none of these is to be had, one sentence says so.
 */
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const USUAL_PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	join(process.env['PROGRAMFILES'] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
	join(process.env['PROGRAMFILES(X86)'] ?? '', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
];

export const NO_BROWSER =
	'No Chromium or Chrome was found for the browser tests: install one, or set CHROMIUM_PATH to it, or run "npx playwright install chromium".';

/** The browser's path, or `null` when none is installed. `CHROMIUM_PATH` is taken at its word. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
	if (env['CHROMIUM_PATH']) return existsSync(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : null;
	const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...onPath, ...USUAL_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** The browser's path, installing it where that is possible. Throws `NO_BROWSER` otherwise. */
export function readyBrowser(): string {
	const found = findBrowser();
	if (found !== null) return found;
	if (isRoot() && existsSync('/etc/debian_version') && !process.env['CHROMIUM_PATH']) {
		console.log('Installing Chromium from the system’s packages.');
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const apt = (args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
		apt(['update']);
		apt(['install', '-y', '--no-install-recommends', 'chromium']);
	}
	const installed = findBrowser();
	if (installed === null) throw new Error(NO_BROWSER);
	return installed;
}

/** Switches for the browser: nothing of its own on the network, no GPU, and no sandbox where root forbids one. */
export function browserArguments(): string[] {
	return [
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		...(isRoot() ? ['--no-sandbox'] : [])
	];
}

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

if (process.argv[1] === import.meta.filename) {
	try {
		readyBrowser();
	} catch (problem) {
		console.error(problem instanceof Error ? problem.message : problem);
		process.exitCode = 1;
	}
}
