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

test('S8: timers opened, extended, paused or resumed while everything is paused lose and gain nothing', () => {
	const stage = Stage.open(1);
	const left = (id: string) => (stage.summit.stations.get(id)?.endsAt ?? 0) - stage.now;
	const version = (id: string) => stage.summit.stations.get(id)?.version ?? 0;
	const [frozen = '', extended = '', opened = ''] = [...stage.summit.stations.keys()];
	stage.must(FACILITATOR, { type: 'station:close', station: opened, seen: version(opened) });
	const before = { frozen: left(frozen), extended: left(extended) };
	stage.must(FACILITATOR, { type: 'controls:pause' });
	stage.wait(3_600_000);
	stage.must(FACILITATOR, { type: 'station:pause', station: frozen });
	stage.must(FACILITATOR, { type: 'station:resume', station: frozen, seen: version(frozen) });
	stage.must(FACILITATOR, { type: 'station:extend', station: extended, minutes: 5 });
	stage.must(FACILITATOR, { type: 'station:open', station: opened, seen: version(opened), minutes: 10 });
	stage.wait(60_000);
	stage.must(FACILITATOR, { type: 'controls:resume', seen: 1 });
	expect(left(frozen)).toBe(before.frozen);
	expect(left(extended)).toBe(before.extended + 5 * 60_000);
	expect(left(opened)).toBe(10 * 60_000);
});
