/**
 * What the kit writes down about itself. Faults only: what was thrown by its name, its own message and where, and nothing
 * that it may have been reading at the time. Nothing here is ever given a token, an address or a word anybody wrote (S1, S12).
 */
import pino from 'pino';
import type { LogLevel } from './config.ts';

export interface Log {
	fault: (what: string, error: unknown) => void;
}

export function createLog(level: LogLevel): Log {
	// No host name and no process id: a log may be mailed to somebody.
	const log = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
	return {
		fault(what, error) {
			log.error(shownOf(error), what);
		}
	};
}

/** Parsers quote what they could not read, and that may be somebody's words: their messages are left out. */
function quotes(error: Error): boolean {
	return error instanceof SyntaxError || 'issues' in error;
}

function shownOf(error: unknown): { error: string; message: string } {
	if (!(error instanceof Error)) return { error: 'unknown', message: '' };
	return { error: error.name, message: quotes(error) ? '' : error.message };
}

/** What ended the process, for whoever looks after the machine: its name, its message, and where in the code it was thrown. */
export function traceOf(error: unknown): string {
	const { error: name, message } = shownOf(error);
	const stack = error instanceof Error ? (error.stack ?? '') : '';
	const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
	return [message === '' ? name : `${name}: ${message}`, ...frames].join('\n');
}
