import { describe, expect, test } from 'vitest';
import type { Actor } from './subject.ts';
import { KIT, FACILITATOR, FAR_LEAD, HOST_DEPUTY, HOST_LEAD, NORTH_LEAD, STATION_LEAD, Stage, say } from './testing.ts';
import { unseenWorries } from './worries.ts';

const LEADS = [HOST_LEAD, HOST_DEPUTY, NORTH_LEAD, FAR_LEAD];
const ask = (words?: string) => {
	const body = { type: 'talk:ask', how: 'come', aboutAdult: false } as const;
	return words === undefined ? body : { ...body, words };
};
/** The leads who see a worry, by its id. */
function readers(stage: Stage, worry: string): Actor[] {
	return LEADS.filter((lead) => stage.rows(`worries:${lead.id}`).has(`worry:${worry}`));
}
/** What this adult's console is told of worries. */
const alarm = (stage: Stage, { id }: Actor) => stage.rows(`alarm:${id}`).get('alarm');
/** A card of the school at this place in the list: 0 host, 1 north, 2 far. */
function asked(school: number, words?: string): { stage: Stage; worry: string; card: Actor } {
	const stage = Stage.open(3);
	const card = stage.card(school);
	return { stage, card, worry: String(stage.must(card, ask(words))['worry']) };
}

describe('talk to someone', () => {
	test('S5: goes to the leads of the host and of the student’s school, and to nobody else', () => {
		expect(readers(asked(0).stage, asked(0).worry)).toEqual([HOST_LEAD, HOST_DEPUTY]);
		const north = asked(1);
		expect(readers(north.stage, north.worry)).toEqual([HOST_LEAD, HOST_DEPUTY, NORTH_LEAD]);
	});

	test('S5: outranks every limit and state', () => {
		const stage = Stage.open(1);
		const fresh = stage.join(1, false);
		stage.must(fresh, ask());
		stage.must(FACILITATOR, { type: 'controls:pause' });
		stage.must(FACILITATOR, { type: 'doors:close' });
		stage.must(HOST_LEAD, { type: 'cards:remove', card: stage.card(0).id });
		expect(stage.must(stage.card(0), ask('please'))).toMatchObject({ nobodyReads: false });
		expect(unseenWorries(stage.summit)).toBe(2);
	});

	test('S5: the device learns sent, and read by a safeguarding lead at which time, never more', () => {
		const { stage, worry, card } = asked(1, 'about home');
		const row = () => stage.rows(`card:${card.id}`).get(`talk:${worry}`);
		expect(row()).toEqual({
			...{ id: worry, how: 'come', sentAt: stage.now, readAt: null, readBy: null, nobodyReads: false }
		});
		stage.now += 60_000;
		stage.must(NORTH_LEAD, { type: 'worry:see', worry });
		expect(row()).toMatchObject({ readAt: stage.now, readBy: 'safeguarding lead' });
		expect(JSON.stringify(row())).not.toContain('about home');
	});

	test('S5: after the summit has closed the device is told that nobody reads any more', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'summit:close' });
		const { worry, nobodyReads } = stage.must(stage.card(0), ask());
		expect(nobodyReads).toBe(true);
		expect(stage.rows(`card:${stage.card(0).id}`).get(`talk:${String(worry)}`)).toMatchObject({ nobodyReads: true });
	});
});

describe('the walk of a worry', () => {
	const press = (worry: string) => ({
		see: { type: 'worry:see', worry } as const,
		found: { type: 'worry:found', worry } as const,
		missing: { type: 'worry:missing', worry } as const,
		record: { type: 'worry:record', worry, system: 'School records', reference: 'R-17' } as const,
		close: { type: 'worry:close', worry } as const
	});

	test('S6: new, seen, cannot find, with child, recorded, closed; each step with its person and time', () => {
		const { stage, worry } = asked(0, 'words');
		const at = press(worry);
		const row = () => stage.rows(`worries:${HOST_LEAD.id}`).get(`worry:${worry}`);
		expect(row()).toMatchObject({ state: 'new', text: null, hasText: true });
		for (const step of [at.see, at.missing, at.found, at.record, at.close]) stage.must(HOST_DEPUTY, step);
		expect(row()).toMatchObject({
			...{ state: 'closed', text: 'words', system: 'School records', reference: 'R-17' },
			steps: ['seen', 'missing', 'with', 'recorded', 'closed'].map((state) => ({ state, by: 'Siân O’Brien' }))
		});
	});

	test('S6: no step is skipped, and a step already taken says where it stands', () => {
		const { stage, worry } = asked(0);
		const at = press(worry);
		for (const step of [at.found, at.missing, at.record, at.close]) {
			expect(stage.refusal(HOST_LEAD, step)).toMatchObject({ code: 'already_so', detail: { state: 'new' } });
		}
		stage.must(HOST_LEAD, at.see);
		expect(stage.refused(HOST_DEPUTY, at.see)).toBe('already_so');
		expect(stage.refused(HOST_DEPUTY, at.close)).toBe('already_so');
		stage.must(HOST_LEAD, at.record);
		stage.must(HOST_LEAD, { ...at.record, reference: 'R-18' });
		expect(stage.refused(HOST_LEAD, at.found)).toBe('already_so');
		stage.must(HOST_LEAD, at.close);
		for (const step of Object.values(at)) expect(stage.refused(HOST_LEAD, step)).toBe('already_so');
	});

	test('S7: to a lead it is not for, a worry answers like one that does not exist', () => {
		const { stage, worry } = asked(0);
		for (const step of Object.values(press(worry))) {
			expect(stage.refused(NORTH_LEAD, step)).toBe('unknown_item');
			expect(stage.refused(HOST_LEAD, { ...step, worry: 'nothing-1' })).toBe('unknown_item');
		}
	});

	test('S6: a console knows how many are unseen and since when, never what', () => {
		const { stage, worry } = asked(0, 'marker words');
		stage.now += 1000;
		stage.must(stage.card(1), ask());
		const said = () => alarm(stage, FACILITATOR);
		expect(said()).toMatchObject({ unseen: 2, oldestUnseen: stage.now - 1000 });
		stage.must(HOST_LEAD, { type: 'worry:see', worry });
		expect(said()).toMatchObject({ unseen: 1, oldestUnseen: stage.now });
		expect(JSON.stringify([...stage.rows('run'), said()])).not.toContain('marker');
	});
});

describe('words that skip the queue', () => {
	const marked = (school: number, words: string) => {
		const stage = Stage.open(3);
		stage.must(stage.card(school), say(words));
		const [worry = ''] = stage.summit.worries.list.keys();
		return { stage, worry };
	};

	test.each(['He hurts me every day', 'Mr Smith shouts', 'tell miss jones'])('S7: “%s” goes to leads only', (words) => {
		const { stage, worry } = marked(1, words);
		expect(readers(stage, worry)).toEqual([HOST_LEAD, HOST_DEPUTY, NORTH_LEAD]);
		for (const topic of ['queue', 'late', 'marks:neighbourhood', 'wall', 'ideas', 'run', 'plan']) {
			expect(JSON.stringify([...stage.rows(topic)])).not.toContain(words);
		}
		for (const actor of [FACILITATOR, STATION_LEAD, HOST_LEAD]) {
			expect(stage.refused(actor, { type: 'words:show', item: worry, seen: 0 })).toBe('unknown_item');
		}
	});

	test('S7: they go there too when they come late, and count as a worry, not as unread words', () => {
		const stage = Stage.open(1);
		stage.must(FACILITATOR, { type: 'controls:pause' });
		stage.must(stage.card(0), say('Mrs Hall hurts me'));
		expect(stage.rows('late').size).toBe(0);
		expect(stage.rows('run').get('counts')).toMatchObject({ unread: 0 });
		expect(alarm(stage, FACILITATOR)).toMatchObject({ unseen: 1 });
		const [row] = [...stage.rows(`worries:${HOST_LEAD.id}`).values()].filter((r) =>
			JSON.stringify(r).includes('marked')
		);
		expect(row).toMatchObject({ kind: 'marked', aboutAdult: true, marks: ['title', 'disclosure'] });
	});

	const NAMED: [string, Actor[]][] = [
		['Mr Patel never listens', [HOST_DEPUTY, NORTH_LEAD]],
		['mr patels room is scary', [HOST_DEPUTY, NORTH_LEAD]],
		['miss jo is mean', [HOST_DEPUTY, NORTH_LEAD]],
		['Mrs O’Brien shouts', [HOST_LEAD, NORTH_LEAD]],
		["mrs o'brien shouts", [HOST_LEAD, NORTH_LEAD]],
		['Miss Sian shouts', [HOST_LEAD, NORTH_LEAD]],
		['Mr Okafor and Mrs Smith', [HOST_LEAD, HOST_DEPUTY]],
		['Dr Patel-Okafor is unfair', [HOST_DEPUTY]],
		['Mr Patel, Mr Okafor and Mrs O’Brien all laughed', [FAR_LEAD]]
	];
	test.each(NAMED)('S7: a lead named in “%s” does not see it', (words, expected) => {
		const { stage, worry } = marked(1, words);
		expect(readers(stage, worry)).toEqual(expected);
		for (const lead of LEADS.filter((l) => !expected.includes(l))) {
			expect(stage.refused(lead, { type: 'worry:see', worry })).toBe('unknown_item');
		}
	});

	test('S7: a name of several words excludes its lead, and the small words in it nobody else', () => {
		const { stage, worry } = marked(2, 'Ms van der Berg shouts');
		expect(readers(stage, worry)).toEqual([HOST_LEAD, HOST_DEPUTY]);
		const other = marked(2, 'Mr van Dijk shouts');
		expect(readers(other.stage, other.worry)).toEqual([HOST_LEAD, HOST_DEPUTY, FAR_LEAD]);
	});

	test('S7: in words somebody asks to talk about the same holds, and no facilitator sees any', () => {
		const { stage, worry } = asked(0, 'It is Mr Patel and Mrs O’Brien');
		expect(readers(stage, worry)).toEqual([NORTH_LEAD, FAR_LEAD]);
		stage.must(NORTH_LEAD, { type: 'worry:see', worry });
		for (const topic of ['queue', 'run', 'ideas', 'plan', 'people', 'setup', 'marks:neighbourhood']) {
			expect(JSON.stringify([...stage.rows(topic)])).not.toContain('It is Mr Patel');
		}
	});
});

test('S7: a worry that names every lead is a count on the console until another lead is invited, who may then read it', () => {
	const stage = Stage.open(1);
	const words = 'Mr Patel, Ms O’Brien, Mr Okafor and Ms Berg all laughed at me';
	stage.must(stage.card(0), { type: 'talk:ask', how: 'come', aboutAdult: true, words });
	expect(alarm(stage, FACILITATOR)).toMatchObject({ unseen: 1, unreadable: 1 });
	for (const lead of LEADS) expect(alarm(stage, lead)).toMatchObject({ unseen: 0, unreadable: 0 });
	const person = 'lead-new-1';
	stage.must(KIT, { type: 'people:join', person, name: 'Kit Rowe', role: 'lead', school: 'far', account: null });
	expect(alarm(stage, FACILITATOR)).toMatchObject({ unseen: 1, unreadable: 0 });
	expect(alarm(stage, { role: 'lead', id: person })).toMatchObject({ unseen: 1 });
	const keys = [...stage.rows(`worries:${person}`).keys()].filter((key) => key.startsWith('worry:'));
	expect(keys).toHaveLength(1);
});
