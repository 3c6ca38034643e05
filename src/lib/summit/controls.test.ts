import { describe, expect, test } from 'vitest';
import { FACILITATOR, HOST_LEAD, STATION_LEAD, Stage } from './testing.ts';

const BOTH = [
	['controls:pause', 'controls:resume', 'paused'],
	['controls:blank', 'controls:unblank', 'blanked']
] as const;

describe.each(BOTH)('S8: %s and %s', (on, off, flag) => {
	test('S8: any adult presses, one press undoes it, and who pressed stays', () => {
		const stage = Stage.open();
		stage.must(STATION_LEAD, { type: on });
		expect(stage.summit.controls[flag]).toBe(true);
		expect(stage.rows('summit').get('controls')).toMatchObject({ [flag]: true, by: 'Lee Marsh', at: stage.now });
		stage.must(HOST_LEAD, { type: off, seen: 1 });
		expect(stage.summit.controls).toMatchObject({ [flag]: false, by: 'lead:lead-host-1' });
	});

	test('S8: pressing towards safety is never too late; pressed twice it says so', () => {
		const stage = Stage.open();
		expect(stage.refused(FACILITATOR, { type: off, seen: 0 })).toBe('already_so');
		stage.must(FACILITATOR, { type: on });
		expect(stage.refused(STATION_LEAD, { type: on })).toBe('already_so');
	});

	test('S8: whoever loosens must have seen what they loosen', () => {
		const stage = Stage.open();
		stage.must(FACILITATOR, { type: on });
		expect(stage.refused(STATION_LEAD, { type: off, seen: 0 })).toBe('changed_meanwhile');
		stage.must(STATION_LEAD, { type: off, seen: 1 });
		stage.must(FACILITATOR, { type: on });
		expect(stage.refused(STATION_LEAD, { type: off, seen: 1 })).toBe('changed_meanwhile');
		expect(stage.summit.controls[flag]).toBe(true);
	});
});

test('S8: while everything is paused no timer runs; what was left then is left afterwards', () => {
	const stage = Stage.open(1);
	const endsAt = stage.summit.stations.get('neighbourhood')?.endsAt ?? 0;
	stage.must(FACILITATOR, { type: 'controls:pause' });
	expect(stage.rows('summit').get('controls')).toMatchObject({ pausedAt: stage.now });
	stage.wait(90_000);
	stage.must(FACILITATOR, { type: 'controls:resume', seen: 1 });
	expect(stage.rows('summit').get('station:neighbourhood')).toMatchObject({ endsAt: endsAt + 90_000 });
	expect(stage.rows('summit').get('station:school')).toMatchObject({ status: 'open' });
});
