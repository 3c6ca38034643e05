import { expect, test } from 'vitest';
import { pageAt, pagesFor } from './pages.ts';

test('an address belongs to its page, and what lies under a page to that page', () => {
	expect(pageAt('/staff/abc/run')?.path).toBe('run');
	expect(pageAt('/staff/abc/plan/print')?.path).toBe('plan');
	expect(pageAt('/staff/abc')).toBeUndefined();
});

test('S7: a facilitator and a station lead are never led to worries', () => {
	expect(pagesFor(['facilitator'], 'lead').map((page) => page.path)).toEqual([
		'run',
		'queue',
		'plan',
		'set-up',
		'audit'
	]);
	expect(pagesFor(['stationLead'], 'lead').map((page) => page.path)).toEqual(['run', 'queue']);
	expect(pagesFor(['lead'], 'deputy').map((page) => page.path)).toContain('worries');
	expect(pagesFor(['lead'], 'receiver').map((page) => page.path)).toEqual(['worries']);
});
