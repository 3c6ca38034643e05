import { describe, expect, test } from 'vitest';
import { FACILITATOR, HOST_LEAD, KIT, NORTH_LEAD, STATION_LEAD, Stage } from './testing.ts';
import type { Actor } from './subject.ts';
import type { OwnerRow } from './topics/owner.ts';
import type { ActionRow } from './topics/plan.ts';

const PAT = { name: 'Pat Reed', role: 'Site manager', organisation: 'Host school' };
const SAM = { ...PAT, name: 'Sam Bell' };

/** Two actions, the first asked of its owner, who opened the link. */
function asked() {
	const stage = Stage.open(1);
	const [theme = ''] = stage.summit.ideas.themes.keys();
	const add = (what: string) =>
		String(
			stage.must(FACILITATOR, {
				...{ type: 'action:add', theme, ideas: [], what, changes: 'place', fairBecause: '' },
				...{ owner: PAT, due: '2027-01-15', told: `Told: ${what}` }
			})['action']
		);
	const [lamps, benches] = [add('Put up lamps'), add('Paint the benches')];
	const part = { name: PAT.name, role: 'owner', school: null, account: null } as const;
	const opens = (person: string, action: string): Actor => {
		stage.must(KIT, { type: 'people:join', person, action, ...part });
		return { role: 'owner', id: person };
	};
	stage.must(FACILITATOR, { type: 'owner:ask', action: lamps });
	const owner = opens('owner-001', lamps);
	const row = () => stage.rows(`owner:${owner.id}`).get('action') as OwnerRow | undefined;
	const planned = (id = lamps) => stage.rows('plan').get(`action:${id}`) as ActionRow;
	const accept = () => ({ type: 'owner:accept', seen: row()?.version ?? -1 }) as const;
	return { stage, theme, lamps, benches, owner, opens, row, planned, accept };
}

describe('owners', () => {
	test('P4: asked first; what they accept, report, wish and decline stands in the plan with their name, and on no other action', () => {
		const { stage, benches, owner, row, planned, accept } = asked();
		expect(row()).toMatchObject({ asked: 'asked', what: 'Put up lamps', due: '2027-01-15', progress: 'not-started' });
		const bystander = JSON.stringify(planned(benches));
		stage.must(owner, accept());
		expect(planned()).toMatchObject({ asked: 'accepted', reply: { by: 'Pat Reed', note: '' } });
		expect(stage.refused(owner, accept())).toBe('already_so');
		stage.must(owner, { type: 'owner:progress', progress: 'started', note: 'Ordered' });
		expect(planned()).toMatchObject({ progress: 'started', history: [{ by: 'Pat Reed', note: 'Ordered' }] });
		expect(row()).toMatchObject({ progress: 'started', note: 'Ordered' });
		stage.must(owner, { type: 'owner:redate', date: '2027-03-01', reason: 'Frost' });
		expect(planned()).toMatchObject({ due: '2027-01-15', wish: { date: '2027-03-01', note: 'Frost' } });
		stage.must(owner, { type: 'owner:decline', reason: 'No money' });
		expect(planned()).toMatchObject({ asked: 'cannot', reply: { note: 'No money' } });
		expect(JSON.stringify(planned(benches))).toBe(bystander);
	});

	test('P4: an owner sees their own action alone, by a name the theme may have outside, and nothing else of the summit', () => {
		const { stage, benches, owner, opens } = asked();
		stage.must(HOST_LEAD, { type: 'owner:ask', action: benches });
		const other = opens('owner-002', benches);
		const said = JSON.stringify([...stage.rows(`owner:${owner.id}`)]);
		const theme = stage.summit.ideas.themes.get(stage.summit.plan.actions.get(benches)?.theme ?? '')?.name ?? '-';
		for (const hidden of [theme, 'benches', 'Farah', 'Patel', stage.card(0).id]) expect(said).not.toContain(hidden);
		expect(() => stage.watch(owner, `owner:${other.id}`)).toThrow();
		for (const topic of ['plan', 'summit', 'wall', 'people', 'queue'])
			expect(() => stage.watch(owner, topic)).toThrow();
		for (const body of [{ type: 'controls:pause' }, { type: 'action:drop', action: benches, seen: 0 }] as const)
			expect(stage.refused(owner, body)).toBe('not_allowed');
		expect(stage.refused(STATION_LEAD, { type: 'owner:ask', action: benches })).toBe('not_allowed');
	});

	test('P4: another owner is asked anew, and whoever was asked before sees and does nothing from then on', () => {
		const { stage, lamps, owner, row, planned, accept } = asked();
		const watch = stage.watch(owner, `owner:${owner.id}`);
		stage.must(owner, accept());
		const seen = planned().version;
		stage.must(FACILITATOR, { type: 'action:edit', action: lamps, seen, change: { owner: { ...PAT } } });
		expect(planned().asked).toBe('accepted');
		stage.must(FACILITATOR, { type: 'action:edit', action: lamps, seen: seen + 1, change: { owner: SAM } });
		expect(planned()).toMatchObject({ asked: 'not-asked', reply: null });
		expect(row()).toBeUndefined();
		expect(watch.rows.size).toBe(0);
		expect(stage.refused(owner, { type: 'owner:decline', reason: 'No money' })).toBe('not_signed_in');
	});

	test('P4: an answer stands for what was asked: another thing or day waits for it again, other words do not', () => {
		const { stage, lamps, owner, planned, accept } = asked();
		const edit = (change: object) =>
			stage.must(FACILITATOR, { type: 'action:edit', action: lamps, seen: planned().version, change });
		const before = accept();
		edit({ told: 'Lamps are coming.' });
		expect(stage.refused(owner, before)).toBe('changed_meanwhile');
		stage.must(owner, accept());
		edit({ told: 'Lamps will come.' });
		expect(planned().asked).toBe('accepted');
		stage.must(owner, { type: 'owner:redate', date: '2027-03-01', reason: 'Frost' });
		edit({ due: '2027-03-01' });
		expect(planned()).toMatchObject({ asked: 'asked', wish: null });
		expect(stage.refused(owner, { type: 'owner:redate', date: '2027-03-01', reason: 'Frost' })).toBe('already_so');
		stage.must(owner, accept());
		edit({ what: 'Put up two lamps' });
		expect(planned().asked).toBe('asked');
	});

	test('P4: one link at a time; taking it back, or dropping the action, ends the part; signed or closed, owners go on', () => {
		const { stage, lamps, benches, owner, opens, planned, accept } = asked();
		stage.must(HOST_LEAD, { type: 'owner:ask', action: lamps });
		expect(stage.refused(owner, { ...accept(), seen: 0 })).toBe('not_signed_in');
		const again = opens('owner-003', lamps);
		stage.must(FACILITATOR, { type: 'plan:submit', seen: stage.summit.plan.version });
		stage.must(NORTH_LEAD, { type: 'plan:sign', seen: stage.summit.plan.version });
		stage.must(FACILITATOR, { type: 'summit:close' });
		stage.must(again, { type: 'owner:accept', seen: planned().version });
		expect(stage.summit.plan.status).toBe('signed');
		stage.must(FACILITATOR, { type: 'owner:unask', action: lamps });
		expect(planned().asked).toBe('not-asked');
		expect(stage.refused(again, { type: 'owner:progress', progress: 'done', note: '' })).toBe('not_signed_in');
		expect(stage.refused(FACILITATOR, { type: 'owner:unask', action: lamps })).toBe('already_so');
		stage.must(HOST_LEAD, { type: 'plan:sendback', seen: stage.summit.plan.version, note: 'Once more' });
		stage.must(FACILITATOR, { type: 'owner:ask', action: benches });
		const last = opens('owner-004', benches);
		stage.must(FACILITATOR, { type: 'action:drop', action: benches, seen: 0 });
		expect(stage.refused(last, { type: 'owner:decline', reason: 'No money' })).toBe('not_signed_in');
	});

	test('P4: nobody is asked without a name, and nobody is an owner of nothing', () => {
		const { stage, theme, owner } = asked();
		const action = String(
			stage.must(FACILITATOR, {
				...{ type: 'action:add', theme, ideas: [], what: 'More bins', changes: 'place', fairBecause: '' },
				...{ owner: null, due: null, told: '' }
			})['action']
		);
		expect(stage.refused(FACILITATOR, { type: 'owner:ask', action })).toBe('owner_missing');
		expect(stage.refused(FACILITATOR, { type: 'owner:ask', action: 'nothing-01' })).toBe('unknown_item');
		const part = { person: 'owner-009', name: 'Kit', role: 'owner', school: null, account: null } as const;
		expect(stage.refused(KIT, { type: 'people:join', ...part })).toBe('unknown_choice');
		expect(stage.refused(KIT, { type: 'people:join', ...part, action })).toBe('unknown_item');
		expect(stage.refused(KIT, { type: 'people:join', ...part, role: 'observer', action })).toBe('unknown_choice');
		expect(stage.refused(KIT, { type: 'people:return', person: FACILITATOR.id })).toBe('unknown_item');
		expect(stage.must(KIT, { type: 'people:return', person: owner.id })).toEqual({ person: owner.id });
	});
});
