import { describe, expect, test } from 'vitest';
import { FACILITATOR, HOST_LEAD, KIT, NEWCOMER, STATION_LEAD, Stage, receiver, say } from './testing.ts';
import type { CommandBody } from './testing.ts';
import { HELP_UK } from './templates/help-uk.ts';
import { NEIGHBOURHOOD } from './templates/neighbourhood.ts';

const edit = (seen: number, change: Extract<CommandBody, { type: 'setup:edit' }>['change']): CommandBody => ({
	type: 'setup:edit',
	seen,
	change
});

describe('setting up', () => {
	test('a summit begins with its template, its themes and the facilitator who made it', () => {
		const stage = new Stage();
		expect(stage.summit.ideas.themes.size).toBe(stage.summit.setup.settings.themes.length);
		expect(stage.summit.people.list.get(FACILITATOR.id)).toMatchObject({ role: 'facilitator', school: null });
		expect([...stage.summit.stations.keys()]).toEqual(['neighbourhood', 'school', 'platforms', 'friendships']);
		const { settings } = stage.summit.setup;
		const person = { id: 'another-1', name: 'Another', account: null };
		expect(stage.refused(KIT, { type: 'summit:create', settings, rehearsal: true, person })).toBe('already_so');
	});

	test('S9: the threshold is raised, never lowered', () => {
		const stage = Stage.prepared();
		stage.must(FACILITATOR, edit(0, { threshold: 8 }));
		expect(stage.refused(FACILITATOR, edit(1, { threshold: 7 }))).toBe('threshold_only_raised');
		expect(() => stage.do(FACILITATOR, edit(1, { threshold: 4 }))).toThrow('threshold');
		stage.must(FACILITATOR, edit(1, { threshold: 8 }));
		expect(stage.summit.setup.settings.threshold).toBe(8);
	});

	test('two people set up at once: the second looks again', () => {
		const stage = Stage.prepared();
		stage.must(FACILITATOR, edit(0, { quietRoom: 'Room 2' }));
		expect(stage.refused(FACILITATOR, edit(0, { quietRoom: 'Room 3' }))).toBe('changed_meanwhile');
		expect(stage.refused(FACILITATOR, { type: 'setup:station', seen: 0, station: NEIGHBOURHOOD })).toBe(
			'changed_meanwhile'
		);
	});

	test('what students leant on stays as it is once doors have opened', () => {
		const stage = Stage.open();
		const { schools, agreement, bands } = stage.summit.setup.settings;
		for (const change of [{ schools }, { agreement }, { bands }]) {
			expect(stage.refused(FACILITATOR, edit(0, change))).toBe('station_has_opened');
		}
		stage.must(FACILITATOR, edit(0, { quietRoom: 'Room 4' }));
	});

	test('S5, S14: what the doors opened on is changed, never emptied, and nothing is once the summit is closed', () => {
		const stage = Stage.open();
		expect(stage.refused(FACILITATOR, edit(0, { quietRoom: '' }))).toBe('students_need_it');
		expect(stage.refused(FACILITATOR, edit(0, { helpPack: null }))).toBe('students_need_it');
		expect(stage.refused(FACILITATOR, edit(0, { allegations: [receiver('host')] }))).toBe('receivers_needed');
		stage.must(FACILITATOR, edit(0, { quietRoom: 'Room 4', helpPack: HELP_UK }));
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(FACILITATOR, edit(1, { quietRoom: 'Room 5' }))).toBe('summit_closed');
		const station = { type: 'setup:station', seen: 1, station: NEIGHBOURHOOD } as const;
		expect(stage.refused(FACILITATOR, station)).toBe('summit_closed');
		const early = Stage.prepared();
		early.must(FACILITATOR, edit(0, { quietRoom: '', helpPack: null }));
	});

	test('a station’s questions change until students have been in it', () => {
		const stage = Stage.prepared();
		const station = { ...NEIGHBOURHOOD, title: 'Our streets' };
		stage.must(FACILITATOR, { type: 'setup:station', seen: 0, station });
		expect(stage.rows('summit').get('station:neighbourhood')).toMatchObject({ title: 'Our streets' });
		expect(stage.refused(FACILITATOR, { type: 'setup:station', seen: 1, station: { ...station, id: 'new' } })).toBe(
			'unknown_item'
		);
		expect(
			stage.refused(FACILITATOR, { type: 'setup:station', seen: 1, station: { ...station, id: 'platforms' } })
		).toBe('unknown_item');
		stage.must(FACILITATOR, { type: 'doors:open', seen: 0 });
		stage.must(FACILITATOR, { type: 'station:open', station: 'neighbourhood', seen: 1 });
		expect(stage.refused(FACILITATOR, { type: 'setup:station', seen: 1, station })).toBe('station_has_opened');
	});

	test('an edited station does not begin its count of changes again', () => {
		const stage = Stage.prepared();
		stage.must(FACILITATOR, { type: 'station:reveal', station: 'neighbourhood', seen: 0 });
		stage.must(FACILITATOR, { type: 'setup:station', seen: 0, station: NEIGHBOURHOOD });
		expect(stage.refused(FACILITATOR, { type: 'station:reveal', station: 'neighbourhood', seen: 0 })).toBe(
			'changed_meanwhile'
		);
	});

	test('the welfare statement is read by a named adult', () => {
		const stage = Stage.prepared();
		stage.must(STATION_LEAD, { type: 'welfare:read', by: 'Mx Hall' });
		expect(stage.summit.setup.welfare).toEqual({ by: 'Mx Hall', at: stage.now });
	});
});

describe('clear to leave, and closing', () => {
	const alarm = (stage: Stage) => stage.rows(`alarm:${FACILITATOR.id}`).get('alarm');
	const ask = { type: 'talk:ask', how: 'come', aboutAdult: false } as const;

	test('S6: with nothing unread and nothing unseen a facilitator clears and closes', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'summit:clear' });
		expect(stage.refused(FACILITATOR, { type: 'summit:clear' })).toBe('already_so');
		stage.must(FACILITATOR, { type: 'summit:close' });
		expect(stage.refused(FACILITATOR, { type: 'summit:close' })).toBe('already_so');
		expect(stage.rows('summit').get('about')).toMatchObject({ closed: true });
	});

	test('S6: unread words hold the room until a lead gives a reason, which stays sealed', () => {
		const stage = Stage.open(1);
		stage.must(stage.card(0), say('More lights'));
		expect(stage.refusal(FACILITATOR, { type: 'summit:clear', reason: 'In a hurry' })).toMatchObject({
			code: 'words_unread',
			detail: { unread: 1, unseen: 0 }
		});
		expect(stage.refused(HOST_LEAD, { type: 'summit:clear' })).toBe('words_unread');
		expect(stage.refused(FACILITATOR, { type: 'summit:close' })).toBe('words_unread');
		stage.must(HOST_LEAD, { type: 'summit:clear', reason: 'The fire alarm' });
		expect(stage.summit.setup.clear).toMatchObject({ withReason: true, by: 'lead:lead-host-1' });
		expect(stage.log.at(-1)).toMatchObject({ secret: { reason: 'The fire alarm' } });
		stage.must(FACILITATOR, { type: 'summit:close' });
	});

	test('S6: an unseen worry holds the room, and no reason closes the summit over it', () => {
		const stage = Stage.open(1);
		const { worry } = stage.must(stage.card(0), ask);
		expect(stage.refused(FACILITATOR, { type: 'summit:clear' })).toBe('worries_unseen');
		stage.must(HOST_LEAD, { type: 'summit:clear', reason: 'Two leads are with them' });
		expect(stage.refused(HOST_LEAD, { type: 'summit:close' })).toBe('worries_unseen');
		stage.must(HOST_LEAD, { type: 'worry:see', worry: String(worry) });
		stage.must(HOST_LEAD, { type: 'summit:close' });
	});

	test('S6: what comes after the room was cleared holds it again', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'summit:clear' });
		stage.wait(1000);
		stage.must(stage.card(0), say('One more thing'));
		expect(alarm(stage)).toMatchObject({ cleared: false });
		expect(stage.refused(FACILITATOR, { type: 'summit:close' })).toBe('words_unread');
		expect(stage.refused(FACILITATOR, { type: 'summit:clear' })).toBe('words_unread');
		stage.must(HOST_LEAD, { type: 'summit:clear', reason: 'Read tonight' });
		expect(alarm(stage)).toMatchObject({ cleared: true });
		stage.must(FACILITATOR, { type: 'summit:close' });
	});

	test('S6: words taken back or passed on after the room was cleared hold it again', () => {
		const stage = Stage.open(1);
		stage.must(stage.card(0), say('More lamps'));
		const [item = ''] = stage.summit.queue.pending;
		stage.must(FACILITATOR, { type: 'words:show', item, seen: 0 });
		stage.must(FACILITATOR, { type: 'summit:clear' });
		stage.must(FACILITATOR, { type: 'words:undo', item });
		expect(stage.rows('run').get('counts')).toMatchObject({ unread: 1 });
		expect(alarm(stage)).toMatchObject({ cleared: false });
		stage.must(HOST_LEAD, { type: 'summit:clear', reason: 'Read tonight' });
		stage.must(FACILITATOR, { type: 'words:pass', item, seen: 2 });
		expect(alarm(stage)).toMatchObject({ unseen: 1, cleared: false });
		expect(stage.refused(FACILITATOR, { type: 'summit:close' })).toBe('worries_unseen');
	});

	test('S6: a worry that comes after the room was cleared holds it again, seen or not', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'summit:clear' });
		const { worry } = stage.must(stage.card(0), ask);
		expect(alarm(stage)).toMatchObject({ unseen: 1, cleared: false });
		expect(stage.refused(FACILITATOR, { type: 'summit:clear' })).toBe('worries_unseen');
		stage.must(HOST_LEAD, { type: 'worry:see', worry: String(worry) });
		expect(alarm(stage)).toMatchObject({ unseen: 0, cleared: false });
		stage.must(FACILITATOR, { type: 'summit:clear' });
		expect(alarm(stage)).toMatchObject({ cleared: true });
	});
});

test('S6: closing the summit closes its doors, on the wall too', () => {
	const stage = Stage.open(1);
	stage.must(HOST_LEAD, { type: 'summit:close' });
	expect(stage.rows('wall').get('doors')).toEqual({ open: false, knock: false, code: null, key: null });
	const join = { type: 'cards:join', school: 'host', band: '9-11', headcount: 1 } as const;
	expect(stage.refused(NEWCOMER, join)).toBe('summit_closed');
});
