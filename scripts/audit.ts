/**
 * `npm run audit:deps`: are there known holes in what ships? High and critical ones fail, the others are told.
 *
 * Only a registry knows the answer. One that does not give it (a hall without internet, a mirror without that service, a
 * time limit) is a reason to say so by name, never to fail or to wait: a red test that means “no network” teaches people
 * to look away from red.
 */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { readLock, shippedPlaces } from './shipped.ts';
import { ROOT } from './sources.ts';

/** Milliseconds that npm and the registry are given, all told. */
const PATIENCE = 30_000;
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;
const FAILING: ReadonlySet<string> = new Set(['high', 'critical']);

const reportShape = z.object({
	auditReportVersion: z.literal(2),
	vulnerabilities: z.record(
		z.string(),
		z.object({
			name: z.string(),
			severity: z.enum(SEVERITIES),
			via: z.array(z.union([z.string(), z.looseObject({ title: z.string(), url: z.string() })])),
			nodes: z.array(z.string())
		})
	)
});
const refusalShape = z.object({
	message: z.string().optional(),
	error: z.object({ summary: z.string().optional() }).optional()
});

/** What came of it: `failed` is true where a high or critical hole ships. Lines are for a person. */
export interface Verdict {
	answered: boolean;
	failed: boolean;
	lines: string[];
}

/**
 * Reads what `npm audit --json` printed; null is what it left when it ran out of time. `shipped` are places in the lock
 * file: a hole in a tool that only developers run is told and fails nothing.
 */
export function judge({ printed, shipped }: { printed: string | null; shipped: ReadonlySet<string> }): Verdict {
	if (printed === null) return noAnswer('nothing came in time');
	const said = parse(printed);
	const report = reportShape.safeParse(said);
	if (!report.success) return noAnswer(whyNot(said));
	const holes = Object.values(report.data.vulnerabilities).map((hole) => ({
		...hole,
		ships: hole.nodes.some((place) => shipped.has(place))
	}));
	const failed = holes.some(({ ships, severity }) => ships && FAILING.has(severity));
	const lines = holes.map(({ name, severity, ships, via }) => {
		const why = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : `${cause.title} ${cause.url}`));
		return `${name}: ${severity}, ${ships ? 'ships with the kit' : 'only for developers'}. ${why.join('; ')}`;
	});
	if (lines.length === 0) lines.push('No known holes in any package.');
	return { answered: true, failed, lines };
}

function noAnswer(why: string): Verdict {
	const lines = [`Skipped: the dependency audit. The registry did not answer it: ${why}.`];
	return { answered: false, failed: false, lines };
}

/** The registry's or npm's own first line about why there is no report. */
function whyNot(said: unknown): string {
	const refusal = refusalShape.safeParse(said);
	const told = refusal.success ? refusal.data.error?.summary || refusal.data.message : undefined;
	const [line = ''] = (told ?? '').split('\n');
	return line.trim().replace(/\.$/, '') || 'what came back is not a report';
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Asks the registry. Never takes much longer than `patience` milliseconds, and never throws for want of an answer. `npm` is
 * the command; tests bring their own.
 */
export function audit({ patience = PATIENCE, npm = NPM }: { patience?: number; npm?: string } = {}): Verdict {
	const args = ['audit', '--json', '--fetch-retries=0', `--fetch-timeout=${patience / 2}`];
	const asked = spawnSync(npm, args, {
		...{ cwd: ROOT, shell: process.platform === 'win32', encoding: 'utf8' as const },
		...{ timeout: patience, killSignal: 'SIGKILL' as const, maxBuffer: 64 * 1024 * 1024 },
		stdio: ['ignore', 'pipe', 'ignore'],
		env: { ...process.env, npm_config_omit: '' }
	});
	const { error, signal } = asked;
	if (error && 'code' in error && error.code === 'ENOENT') return noAnswer('npm is not there to ask it');
	const overran = error !== undefined || signal !== null;
	return judge({ printed: overran ? null : asked.stdout, shipped: shippedPlaces(readLock()) });
}

if (process.argv[1] === import.meta.filename) {
	const { lines, failed } = audit();
	for (const line of lines) console.log(line);
	process.exitCode = failed ? 1 : 0;
}
