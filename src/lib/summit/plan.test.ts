import { describe, expect, test } from 'vitest';
import { isLate, missingFrom } from './plan.ts';
import { FACILITATOR, HOST_LEAD, STATION_LEAD, Stage, say } from './testing.ts';
import type { CommandBody } from './testing.ts';

type Add = Extract<CommandBody, { type: 'action:add' }>;
const OWNER = { name: 'Pat Reed', role: 'Site manager', organisation: 'Host school' };

function planned() {
	const stage = Stage.open(1);
	const [theme = '', other = ''] = stage.summit.ideas.themes.keys();
	const action = (change: Partial<Add> = {}): Add => ({
		...{ type: 'action:add', theme, ideas: [], what: 'Put lamps on the path', changes: 'place', fairBecause: '' },
		...{ owner: OWNER, due: '2027-01-15', told: 'There will be lamps on the path.' },
		...change
	});
	const add = (change: Partial<Add> = {}) => String(stage.must(FACILITATOR, action(change))['action']);
	const submit = () => stage.must(FACILITATOR, { type: 'plan:submit', seen: stage.summit.plan.version });
	const sign = (): CommandBody => ({ type: 'plan:sign', seen: stage.summit.plan.version });
	return { stage, theme, other, action, add, submit, sign };
}
/** A text that was approved. */
function shown(stage: Stage): string {
	stage.must(stage.card(0), say('Benches'));
	const [item = ''] = stage.summit.queue.items.keys();
	stage.must(STATION_LEAD, { type: 'words:show', item, seen: 0 });
	stage.wait(5000);
	return item;
}
const answer = (theme: string, change: object = {}) =>
	({ type: 'theme:answer', theme, seen: 0, answer: 'yes', because: '', until: null, ...change }) as const;

describe('what is missing', () => {
	test.each([
		['owner', { owner: null }],
		['due', { due: null }],
		['told', { told: '' }]
	])('P2: an action without %s cannot be signed', (lacks, change) => {
		const { stage, add, submit, sign } = planned();
		const id = add(change);
		submit();
		const missing = [{ action: id, name: 'Put lamps on the path', lacks: [lacks] }];
		expect(stage.refusal(HOST_LEAD, sign())).toMatchObject({ code: 'plan_incomplete', detail: { missing } });
		expect(stage.rows('plan').get('plan')).toMatchObject({ missing });
	});

	test('P2: an empty plan, a yes without an action, and a backed theme without an answer are missing', () => {
		const { stage, theme, other, add } = planned();
		expect(missingFrom(stage.summit)).toEqual([{ name: '', lacks: ['answer'] }]);
		stage.must(FACILITATOR, answer(theme));
		expect(missingFrom(stage.summit)).toMatchObject([{ theme, lacks: ['action'] }]);
		add();
		expect(missingFrom(stage.summit)).toEqual([]);
		const items = [shown(stage)];
		const { idea } = stage.must(FACILITATOR, { type: 'idea:merge', words: 'Benches', theme: other, items });
		stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas: [String(idea)] });
		expect(missingFrom(stage.summit)).toMatchObject([{ theme: other, lacks: ['answer'] }]);
	});

	test('P2: no and looking into it need a reason and a date, and are finished with both', () => {
		const { stage, theme, other, submit, sign } = planned();
		for (const kind of ['no', 'exploring'] as const) {
			for (const half of [
				{},
				{ because: 'No money' },
				{ until: '2027-02-01' },
				{ because: 'x', until: '2027-02-01' }
			]) {
				expect(stage.refused(FACILITATOR, answer(theme, { answer: kind, ...half }))).toBe('needs_reason');
			}
		}
		stage.must(FACILITATOR, answer(theme, { answer: 'no', because: 'No money this year', until: '2027-02-01' }));
		stage.must(
			FACILITATOR,
			answer(other, { answer: 'exploring', because: 'Asking the bus firm', until: '2027-02-01' })
		);
		submit();
		stage.must(HOST_LEAD, sign());
		expect(stage.summit.plan).toMatchObject({ status: 'signed', signed: { by: 'lead:lead-host-1', at: stage.now } });
	});
});

describe('questions', () => {
	test('P3: an action that changes young people is questioned, and saved once somebody says why it is fair', () => {
		const { stage, action, add } = planned();
		expect(stage.refused(FACILITATOR, action({ changes: 'young-people' }))).toBe('check_target');
		const id = add({ changes: 'young-people', fairBecause: 'They asked for it' });
		const edit = { type: 'action:edit', action: id, seen: 0, change: { fairBecause: '' } } as const;
		expect(stage.refused(FACILITATOR, edit)).toBe('check_target');
	});

	test.each(['More patrols at three', 'A patrol after school', 'A camera by the gate', 'New CCTV'])(
		'P3: “%s” asks for a supporting action',
		(what) => {
			const { stage, action, add } = planned();
			expect(stage.refused(FACILITATOR, action({ what }))).toBe('needs_support');
			const id = add();
			const edit = { type: 'action:edit', action: id, seen: 0, change: { what } } as const;
			expect(stage.refused(FACILITATOR, edit)).toBe('needs_support');
			stage.must(FACILITATOR, { ...edit, change: { what, fairBecause: 'With a youth worker' } });
		}
	);
});

describe('changing it', () => {
	test('L7: what is unknown, or was looked at too long ago, says so', () => {
		const { stage, theme, other, action, add } = planned();
		const id = add();
		expect(stage.refused(FACILITATOR, action({ theme: 'nothing-1' }))).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, action({ ideas: ['nothing-1'] }))).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, answer('nothing-1'))).toBe('unknown_item');
		const edit = (seen: number, change: object, on = id) =>
			({ type: 'action:edit', action: on, seen, change }) as const;
		expect(stage.refused(FACILITATOR, edit(0, {}, 'nothing-1'))).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, edit(0, { ideas: ['nothing-1'] }))).toBe('unknown_item');
		stage.must(FACILITATOR, edit(0, { due: '2027-03-01' }));
		expect(stage.refused(HOST_LEAD, edit(0, { due: null }))).toBe('changed_meanwhile');
		expect(stage.refused(HOST_LEAD, { type: 'action:drop', action: id, seen: 0 })).toBe('changed_meanwhile');
		expect(stage.refused(HOST_LEAD, { type: 'action:drop', action: 'nothing-1', seen: 0 })).toBe('unknown_item');
		const progress = { type: 'action:progress', action: 'nothing-1', progress: 'done', note: '' } as const;
		expect(stage.refused(HOST_LEAD, progress)).toBe('unknown_item');
		stage.must(HOST_LEAD, { type: 'action:drop', action: id, seen: 1 });
		stage.must(FACILITATOR, { type: 'theme:merge', theme, into: other });
		expect(stage.refused(FACILITATOR, action({ theme }))).toBe('unknown_item');
		expect(stage.refused(FACILITATOR, answer(theme))).toBe('unknown_item');
	});

	test('L7: of two people answering one theme at once, the second is told that it changed', () => {
		const { stage, theme } = planned();
		stage.must(FACILITATOR, answer(theme, { because: 'First' }));
		expect(stage.refused(HOST_LEAD, answer(theme, { because: 'Second' }))).toBe('changed_meanwhile');
		expect(stage.rows('plan').get(`answer:${theme}`)).toMatchObject({ because: 'First', version: 1 });
		stage.must(HOST_LEAD, answer(theme, { because: 'Second', seen: 1 }));
		expect(stage.rows('plan').get(`answer:${theme}`)).toMatchObject({ because: 'Second', version: 2 });
	});

	test('P5: every progress keeps its date, author and note; late is worked out', () => {
		const { stage, add } = planned();
		const id = add();
		stage.must(FACILITATOR, { type: 'action:progress', action: id, progress: 'started', note: 'Ordered' });
		stage.now += 1000;
		stage.must(HOST_LEAD, { type: 'action:progress', action: id, progress: 'done', note: '' });
		expect(stage.rows('plan').get(`action:${id}`)).toMatchObject({
			progress: 'done',
			history: [
				{ at: stage.now - 1000, by: 'Farah Qureshi', progress: 'started', note: 'Ordered' },
				{ at: stage.now, by: 'Jo Patel', progress: 'done', note: '' }
			]
		});
		expect(isLate({ due: '2027-01-15', progress: 'started' }, '2027-01-15')).toBe(false);
		expect(isLate({ due: '2027-01-15', progress: 'started' }, '2027-01-16')).toBe(true);
		expect(isLate({ due: '2027-01-15', progress: 'done' }, '2028-01-01')).toBe(false);
		expect(isLate({ due: null, progress: 'started' }, '2028-01-01')).toBe(false);
	});

	test('P9: what was answered under a theme follows it when it is merged; an answer already there stands', () => {
		const { stage, theme, other, add } = planned();
		const [, , third = ''] = stage.summit.ideas.themes.keys();
		const id = add();
		stage.must(FACILITATOR, answer(theme, { because: 'First' }));
		stage.must(FACILITATOR, { type: 'theme:merge', theme, into: other });
		expect(stage.rows('plan').get(`answer:${other}`)).toMatchObject({ because: 'First' });
		expect(stage.rows('plan').get(`action:${id}`)).toMatchObject({ theme: other });
		expect(stage.rows('plan').has(`answer:${theme}`)).toBe(false);
		stage.must(FACILITATOR, answer(third, { because: 'Third' }));
		stage.must(FACILITATOR, { type: 'theme:merge', theme: other, into: third });
		expect(stage.rows('plan').get(`answer:${third}`)).toMatchObject({ because: 'Third' });
		expect(stage.summit.plan.actions.get(id)?.theme).toBe(third);
	});
});

describe('review and signature', () => {
	test('P2: a plan is sent, sent back with a note, sent again and signed by a lead who saw its last state', () => {
		const { stage, add, submit, sign } = planned();
		add();
		expect(stage.refused(HOST_LEAD, sign())).toBe('plan_not_in_review');
		const back = () => ({ type: 'plan:sendback', seen: stage.summit.plan.version, note: 'Who pays' }) as const;
		expect(stage.refused(HOST_LEAD, back())).toBe('plan_not_in_review');
		expect(stage.refused(FACILITATOR, { type: 'plan:submit', seen: 0 })).toBe('changed_meanwhile');
		submit();
		expect(stage.refused(FACILITATOR, { type: 'plan:submit', seen: 2 })).toBe('already_so');
		expect(stage.refused(HOST_LEAD, { ...back(), seen: 0 })).toBe('changed_meanwhile');
		stage.must(HOST_LEAD, back());
		expect(stage.rows('plan').get('plan')).toMatchObject({
			status: 'draft',
			sentBack: { note: 'Who pays', by: 'Jo Patel' }
		});
		submit();
		const looked = sign();
		add({ what: 'Mend the gate' });
		expect(stage.refused(HOST_LEAD, looked)).toBe('changed_meanwhile');
		stage.must(HOST_LEAD, sign());
	});

	test('P2: a signed plan changes only by being sent back; progress goes on', () => {
		const { stage, theme, other, action, add, submit, sign } = planned();
		const items = [shown(stage)];
		const idea = String(stage.must(FACILITATOR, { type: 'idea:merge', words: 'Benches', theme, items })['idea']);
		const id = add();
		submit();
		stage.must(HOST_LEAD, sign());
		const seen = stage.summit.plan.version;
		const changes: CommandBody[] = [
			...[action(), answer(theme), { type: 'action:edit', action: id, seen: 0, change: {} } as const],
			{ type: 'action:drop', action: id, seen: 0 },
			{ type: 'theme:rename', theme, name: 'Other words' },
			{ type: 'theme:merge', theme, into: other },
			{ type: 'idea:place', items, theme: other },
			{ type: 'idea:merge', words: 'More benches', theme, items },
			{ type: 'idea:reword', idea, words: 'Fewer benches' },
			{ type: 'idea:drop', idea },
			{ type: 'backing:open', seen: 0, ideas: [idea] },
			{ type: 'plan:submit', seen }
		];
		for (const body of changes) expect(stage.refused(FACILITATOR, body)).toBe('plan_signed');
		expect(stage.refused(HOST_LEAD, sign())).toBe('plan_signed');
		stage.must(FACILITATOR, { type: 'action:progress', action: id, progress: 'started', note: '' });
		stage.must(HOST_LEAD, { type: 'plan:sendback', seen, note: 'A new date' });
		expect(stage.summit.plan).toMatchObject({ status: 'draft', signed: null });
		stage.must(FACILITATOR, answer(theme));
		stage.must(FACILITATOR, { type: 'idea:reword', idea, words: 'Fewer benches' });
	});
});
