import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { audit, judge } from './audit.ts';

const shipped = new Set(['node_modules/socket.io', 'node_modules/svelte', 'node_modules/ws']);

/** As `npm audit --json` prints it, version 2, shortened to one hole or two. */
const report = (holes: { name: string; severity: string; place: string; via?: unknown[] }[]): string =>
	JSON.stringify({
		auditReportVersion: 2,
		vulnerabilities: Object.fromEntries(
			holes.map(({ name, severity, place, via }) => [
				name,
				{
					...{ name, severity, isDirect: false, effects: [], range: '<9.9.9', fixAvailable: true, nodes: [place] },
					via: via ?? [
						{
							...{ source: 1, name, dependency: name, severity, range: '<9.9.9' },
							title: 'It can be made to wait for ever',
							url: 'https://github.com/advisories/GHSA-xxxx-xxxx-xxxx'
						}
					]
				}
			])
		),
		metadata: { vulnerabilities: { total: holes.length }, dependencies: { total: 424 } }
	});

/** What npm 11.19 printed at a mirror that has no audit service. */
const MIRROR = JSON.stringify({
	message: '405 Method Not Allowed - POST https://registry.example.org/-/npm/v1/security/advisories/bulk',
	method: 'POST',
	uri: 'https://registry.example.org/-/npm/v1/security/advisories/bulk',
	headers: { allow: ['GET,HEAD'], 'content-length': ['0'] },
	statusCode: 405,
	body: '',
	error: { summary: '', detail: '' }
});

/** And with no network at all. */
const OFFLINE = JSON.stringify({
	message: 'request to https://registry.example.org/-/npm/v1/security/advisories/bulk failed, reason: ENOTFOUND',
	error: { summary: '', detail: '' }
});

test.each(['high', 'critical'])(
	'a %s hole in what ships fails, and says what it is and where to read of it',
	(severity) => {
		const verdict = judge({ printed: report([{ name: 'ws', severity, place: 'node_modules/ws' }]), shipped });
		expect(verdict).toEqual({
			answered: true,
			failed: true,
			lines: [
				`ws: ${severity}, ships with the kit. It can be made to wait for ever https://github.com/advisories/GHSA-xxxx-xxxx-xxxx`
			]
		});
	}
);

test('a moderate hole, and a high one in a tool, are told and do not fail', () => {
	const printed = report([
		{ name: 'ws', severity: 'moderate', place: 'node_modules/ws' },
		{ name: 'vite', severity: 'high', place: 'node_modules/vite', via: ['rolldown'] }
	]);
	const { answered, failed, lines } = judge({ printed, shipped });
	expect([answered, failed, lines.length]).toEqual([true, false, 2]);
	expect(lines[1]).toBe('vite: high, only for developers. through rolldown');
});

test('a hole in what the build takes in ships, although npm counts it among the tools', () => {
	const printed = report([{ name: 'svelte', severity: 'high', place: 'node_modules/svelte' }]);
	expect(judge({ printed, shipped }).failed).toBe(true);
});

test('no holes is said in a sentence', () => {
	expect(judge({ printed: report([]), shipped })).toEqual({
		...{ answered: true, failed: false },
		lines: ['No known holes in any package.']
	});
});

test.each([
	['a mirror without the service', MIRROR, '405 Method Not Allowed - POST https://registry.example.org/'],
	['no network', OFFLINE, 'request to https://registry.example.org/'],
	['words where a report should be', '<html>login to the school Wi-Fi</html>', 'what came back is not a report'],
	['nothing printed', '', 'what came back is not a report'],
	['no answer in time', null, 'nothing came in time'],
	['a report of another shape', '{"auditReportVersion":3,"vulnerabilities":{}}', 'what came back is not a report']
])('%s skips the audit by name, and neither passes nor fails it', (_what, printed, why) => {
	const { answered, failed, lines } = judge({ printed, shipped });
	expect([answered, failed, lines.length]).toEqual([false, false, 1]);
	expect(lines[0]).toMatch(/^Skipped: the dependency audit\. The registry did not answer it: .*\.$/);
	expect(lines[0]).toContain(why);
});

describe.skipIf(process.platform === 'win32')('asking', () => {
	const folder = mkdtempSync(join(tmpdir(), 'audit-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** A command in npm's place that does this. */
	function instead(name: string, program: string): string {
		const file = join(folder, name);
		writeFileSync(file, `#!${process.execPath}\n${program}\n`);
		chmodSync(file, 0o700);
		return file;
	}

	test('an npm that never ends is ended, and the audit is skipped', () => {
		const npm = instead('waits.cjs', 'setInterval(() => undefined, 1000);');
		const { answered, failed, lines } = audit({ npm, patience: 300 });
		expect([answered, failed, lines[0]]).toEqual([
			...[false, false, 'Skipped: the dependency audit. The registry did not answer it: nothing came in time.']
		]);
	});

	test('an npm that is not there skips it too', () => {
		const verdict = audit({ npm: join(folder, 'gone') });
		expect(verdict).toMatchObject({ answered: false, failed: false });
		expect(verdict.lines[0]).toContain('npm is not there to ask it');
	});

	test('what it prints is read, although it ends badly whenever it has found something', () => {
		const found = report([{ name: 'socket.io', severity: 'critical', place: 'node_modules/socket.io' }]);
		const npm = instead('finds.cjs', `process.stdout.write(${JSON.stringify(found)}); process.exitCode = 1;`);
		expect(audit({ npm })).toMatchObject({ answered: true, failed: true });
	});
});
