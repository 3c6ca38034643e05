import { describe, expect, test } from 'vitest';
import { doorsUnfit } from './doors.ts';
import { FACILITATOR, HOST_LEAD, KIT, NEWCOMER, STATION_LEAD, Stage, receiver } from './testing.ts';

const missing = (stage: Stage): string[] => {
	const { code, detail } = stage.refusal(FACILITATOR, { type: 'doors:open', seen: stage.summit.doors.version });
	expect(code).toBe('not_ready');
	return (detail as { missing: { id: string }[] }).missing.map((item) => item.id); // What not_ready is documented to hold.
};

describe('readiness', () => {
	test('S14: doors stay shut until each school’s lead answered, who receives allegations is written down, a help pack is chosen and the quiet room named', () => {
		const stage = new Stage();
		expect(missing(stage)).toEqual([
			...['lead:host', 'allegations:host', 'lead:north', 'allegations:north', 'lead:far', 'allegations:far'],
			...['quiet-room', 'help-pack']
		]);
		const ready = Stage.prepared();
		ready.must(FACILITATOR, { type: 'doors:open', seen: 0 });
		expect(ready.summit.doors).toMatchObject({ open: true, everOpened: true, closedWifi: false, version: 1 });
		expect(ready.summit.doors.code).toMatch(/^\d{6}$/);
	});

	test('S14: a lead who joined but did not answer, or answered and left, keeps the doors shut', () => {
		const stage = Stage.prepared();
		const person = { person: 'lead-new-01', name: 'Kit Moss', role: 'lead', school: 'north', account: null } as const;
		stage.must(KIT, { type: 'people:join', ...person });
		stage.must(HOST_LEAD, { type: 'people:revoke', person: 'lead-north-1' });
		expect(missing(stage)).toEqual(['lead:north']);
		stage.must({ role: 'lead', id: 'lead-new-01' }, { type: 'people:answer' });
		stage.must(FACILITATOR, { type: 'doors:open', seen: 0 });
	});

	test.each([
		['quiet-room', { quietRoom: '' }],
		['allegations:far', { allegations: [receiver('host'), receiver('north')] }],
		['help-pack', { helpPack: null }]
	])('S14: without %s the doors stay shut', (id, change) => {
		expect(missing(Stage.prepared({ change }))).toEqual([id]);
	});

	test('S14: a rehearsal keeps the same list', () => {
		expect(missing(new Stage({ rehearsal: true }))).toContain('lead:host');
	});
});

describe('network', () => {
	test('S15: without TLS beyond this machine a real summit stays shut, and a rehearsal runs', () => {
		const stage = Stage.prepared();
		stage.network = 'plain';
		expect(stage.refused(FACILITATOR, { type: 'doors:open', seen: 0, closedWifi: true })).toBe('needs_tls');
		const rehearsal = Stage.prepared({ rehearsal: true });
		rehearsal.network = 'plain';
		rehearsal.must(FACILITATOR, { type: 'doors:open', seen: 0 });
		expect(rehearsal.summit.doors.closedWifi).toBe(false);
	});

	test('S15: where plain HTTP is allowed the facilitator confirms a closed Wi-Fi, and a banner stays', () => {
		const stage = Stage.prepared();
		stage.network = 'plain-allowed';
		const open = { type: 'doors:open', seen: 0 } as const;
		expect(stage.refused(FACILITATOR, open)).toBe('confirm_closed_wifi');
		expect(stage.refused(FACILITATOR, { ...open, closedWifi: false })).toBe('confirm_closed_wifi');
		stage.must(FACILITATOR, { ...open, closedWifi: true });
		expect(stage.rows('summit').get('about')).toMatchObject({ closedWifi: true });
	});
});

describe('a network that changed under open doors', () => {
	const join = { type: 'cards:join', school: 'host', band: '9-11', headcount: 1 } as const;

	test('S15: doors opened on a safe network let nobody in over plain HTTP, until they are opened for it', () => {
		const stage = Stage.open(1);
		for (const network of ['plain', 'plain-allowed'] as const) {
			stage.network = network;
			expect(doorsUnfit(stage.summit, network)).toBe(true);
			expect(stage.refused(NEWCOMER, join)).toBe('doors_shut');
		}
		stage.must(KIT, { type: 'doors:close' });
		stage.must(FACILITATOR, { type: 'doors:open', seen: stage.summit.doors.version, closedWifi: true });
		stage.must(NEWCOMER, join);
		expect(doorsUnfit(stage.summit, 'plain')).toBe(true);
		expect(doorsUnfit(stage.summit, 'safe')).toBe(false);
	});

	test('S15: a rehearsal goes on, whatever the network', () => {
		const stage = Stage.open(0, { rehearsal: true });
		stage.network = 'plain';
		stage.must(NEWCOMER, join);
	});
});

describe('doors', () => {
	test('S8: any adult shuts the doors; nobody new comes in, and whoever is inside stays', () => {
		const stage = Stage.open(1);
		stage.must(STATION_LEAD, { type: 'doors:close' });
		expect(stage.refused(STATION_LEAD, { type: 'doors:close' })).toBe('already_so');
		const join = { type: 'cards:join', school: 'host', band: '9-11', headcount: 1 } as const;
		expect(stage.refused(NEWCOMER, join)).toBe('doors_shut');
		stage.must(stage.card(0), {
			type: 'station:contribute',
			...{ station: 'neighbourhood', step: 'one-idea', entry: { type: 'words' }, words: 'Benches' }
		});
		expect(stage.rows('wall').get('doors')).toEqual({ open: false, knock: false, code: null, key: null });
	});

	test('S8: opened again they keep code and key; renewed they get both anew', () => {
		const stage = Stage.open();
		const { code, key } = stage.summit.doors;
		stage.must(FACILITATOR, { type: 'doors:close' });
		stage.must(FACILITATOR, { type: 'doors:open', seen: 2 });
		expect(stage.summit.doors).toMatchObject({ code, key });
		stage.must(FACILITATOR, { type: 'doors:renew', seen: 3 });
		expect(stage.summit.doors.code).not.toBe(code);
		expect(stage.summit.doors.key).not.toBe(key);
	});

	test('L7: two people at one door: the second press is told', () => {
		const stage = Stage.open();
		expect(stage.refused(FACILITATOR, { type: 'doors:open', seen: 1 })).toBe('already_so');
		expect(stage.refused(FACILITATOR, { type: 'doors:renew', seen: 0 })).toBe('changed_meanwhile');
		stage.must(FACILITATOR, { type: 'doors:close' });
		expect(stage.refused(FACILITATOR, { type: 'doors:renew', seen: 2 })).toBe('doors_shut');
		expect(stage.refused(FACILITATOR, { type: 'doors:open', seen: 1 })).toBe('changed_meanwhile');
	});

	test('S6: a closed summit opens no doors', () => {
		const stage = Stage.open();
		stage.must(FACILITATOR, { type: 'doors:close' });
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(FACILITATOR, { type: 'doors:open', seen: 2 })).toBe('summit_closed');
	});
});
