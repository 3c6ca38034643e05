import { describe, expect, it } from 'vitest';
import { ERASE_REASONS, HOLD_REASONS } from '../../summit/retention.ts';
import { KEEP_REASONS } from '../../summit/queue.ts';
import { TRACE_REASONS } from '../../summit/traces.ts';
import { EXCLUDE_REASONS } from '../../summit/worry-acts.ts';
import { onWords, reasonWords } from './words.ts';

const SCHOOLS = [{ id: 'host', name: 'Northbank School' }];

describe('the log in words', () => {
	it('S12: every coded reason reads as words, and one nobody knows stays as it is', () => {
		for (const reason of [...KEEP_REASONS, ...HOLD_REASONS, ...ERASE_REASONS, ...TRACE_REASONS, ...EXCLUDE_REASONS])
			expect(reasonWords({ kind: 'data', reason }, SCHOOLS)).toMatch(/^[A-Z].* /);
		expect(reasonWords({ kind: 'data', reason: 'new-code' }, SCHOOLS)).toBe('new-code');
		expect(reasonWords({ kind: 'people', reason: 'host' }, SCHOOLS)).toBe('Northbank School');
	});

	it('S12: what a line is about has no names out of the code in it', () => {
		expect(onWords({ kind: 'set-up', on: 'helpPack, quietRoom' })).toBe('signposts to help, quiet room');
		expect(onWords({ kind: 'people', on: 'Robin, stationLead' })).toBe('Robin, station lead');
		expect(onWords({ kind: 'words', on: 'never: +2, −1' })).toBe('Never mark: +2, −1');
	});

	it('S12: a name that people gave is left alone', () => {
		expect(onWords({ kind: 'set-up', on: 'Name, place and lead' })).toBe('Name, place and lead');
		expect(onWords({ kind: 'plan', on: 'never: again, lead' })).toBe('never: again, lead');
	});
});
