/**
 * What the kit writes down about itself. Faults only, with the name and message of what was thrown: the store's and the
 * keyring's errors carry no rows, and nothing here is ever given a token, an address or a word anybody wrote (S1, S12).
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
			const { name, message } = error instanceof Error ? error : { name: 'unknown', message: '' };
			log.error({ error: name, message }, what);
		}
	};
}
