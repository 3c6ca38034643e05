import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { FACILITATOR, HOST_LEAD, Stage } from '../../summit/testing.ts';
import { OTHER_THINGS } from '../../summit/thin-themes.ts';
import { HOLDS, reportOf } from './report.ts';
import { planTable } from './table.ts';

const TODAY = '2026-12-01';
/** Words nobody else uses, so that finding one in an export is never chance. */
const SECRET = ['unread-zebra', 'kept-walrus', 'passed-yak', 'worry-ibex', 'hidden-gnu'];

/** Forty cards; approved, covered, kept, passed and unread words; a lamp theme many stand behind and a thin one. */
function aDay() {
	const stage = Stage.open(40);
	const station = 'neighbourhood';
	const write = (card: number, words: string) => {
		stage.must(stage.card(card), {
			type: 'station:contribute',
			station,
			step: 'one-idea',
			entry: { type: 'words' },
			words
		});
		const item = [...stage.summit.queue.items.values()].at(-1);
		if (!item) throw new Error('The words did not come into the queue.');
		return { item: item.id, seen: item.version };
	};
	const shown = Array.from({ length: 8 }, (_, card) => {
		const on = write(card, `more lamps please ${String(card)}`);
		stage.must(FACILITATOR, { type: 'words:show', ...on });
		return on.item;
	});
	const covered = write(8, `hidden-gnu should move the bins`);
	stage.must(FACILITATOR, { type: 'words:cover', ...covered, cover: [[0, 10]] });
	stage.must(FACILITATOR, { type: 'words:keep', ...write(9, 'kept-walrus'), reason: 'unclear' });
	stage.must(FACILITATOR, { type: 'words:pass', ...write(10, 'passed-yak') });
	write(11, 'unread-zebra');
	stage.must(stage.card(12), { type: 'talk:ask', how: 'come', aboutAdult: false, words: 'worry-ibex' });
	stage.wait(6_000);
	const [lamps = '', bins = ''] = [...stage.summit.ideas.themes.keys()];
	stage.must(FACILITATOR, { type: 'idea:merge', words: '=Light the underpass', theme: lamps, items: shown });
	stage.must(FACILITATOR, { type: 'idea:merge', words: 'Move the bins', theme: bins, items: [covered.item] });
	const [light = '', move = ''] = [...stage.summit.ideas.merged.keys()];
	stage.must(FACILITATOR, { type: 'backing:open', seen: 0, ideas: [light, move] });
	for (let card = 0; card < 23; card += 1) {
		stage.must(stage.card(card), { type: 'backing:give', ideas: card < 2 ? [light, move] : [light] });
	}
	stage.must(FACILITATOR, { type: 'backing:close', seen: 1 });
	const owner = { name: 'J. Lindqvist', role: 'Street lighting', organisation: 'Council' };
	const common = { changes: 'place', fairBecause: '', owner, told: 'New lamps.' } as const;
	stage.must(FACILITATOR, { type: 'theme:answer', theme: lamps, seen: 0, answer: 'yes', because: '', until: null });
	stage.must(FACILITATOR, {
		type: 'action:add',
		theme: lamps,
		ideas: [light],
		what: 'Four lamps',
		due: '2026-11-30',
		...common
	});
	stage.must(FACILITATOR, {
		type: 'action:add',
		theme: bins,
		ideas: [move],
		what: 'Two bins',
		due: '2026-12-30',
		...common
	});
	return {
		stage,
		lamps: stage.summit.ideas.themes.get(lamps)?.name ?? '',
		bins: stage.summit.ideas.themes.get(bins)?.name ?? ''
	};
}

describe('the plan as it leaves the kit', () => {
	it('S2, M6: holds no word a student wrote but approved ones, covered as covered, and says so', () => {
		const { stage } = aDay();
		const report = reportOf(stage.summit, TODAY);
		for (const form of [JSON.stringify(report), planTable(report)]) {
			for (const word of SECRET) expect(form).not.toContain(word);
			expect(form).toContain(HOLDS);
		}
		expect(report.approved).toHaveLength(9);
		expect(report.approved.map(({ words }) => words)).toContain('▇▇▇ should move the bins');
	});

	it('S12: no card, no person’s id and no time of a text is in it', () => {
		const { stage } = aDay();
		const text = JSON.stringify(reportOf(stage.summit, TODAY));
		for (const id of [...stage.summit.cards.list.keys(), ...stage.summit.queue.items.keys(), HOST_LEAD.id]) {
			expect(text).not.toContain(id);
		}
	});

	it('S9: counts are rounded down, and a theme too few stand behind loses name and counts, not its action', () => {
		const { stage, lamps, bins } = aDay();
		const report = reportOf(stage.summit, TODAY);
		expect(report.themes.map(({ name }) => name)).toEqual([lamps, OTHER_THINGS]);
		expect(report.themes[0]?.parts[0]?.said).toEqual([{ words: '=Light the underpass', backedBy: '20+ cards' }]);
		expect(report.themes[1]?.parts[0]?.said).toEqual([{ words: 'Move the bins', backedBy: null }]);
		expect(report.themes[1]?.parts[0]?.actions.map(({ what }) => what)).toEqual(['Two bins']);
		expect(JSON.stringify(report)).not.toContain(`"${bins}"`);
	});

	it('S9: themes too thin to be named stand together once, told apart by the adults’ wording and not by counts', () => {
		const { stage } = aDay();
		const [, , third = ''] = stage.summit.ideas.themes.keys();
		const item = [...stage.summit.queue.items.values()].find(({ state }) => state === 'shown')?.id ?? '';
		stage.must(FACILITATOR, { type: 'idea:merge', words: 'A later bus', theme: third, items: [item] });
		const no = { answer: 'no', because: 'No driver.', until: '2027-02-01' } as const;
		stage.must(FACILITATOR, { type: 'theme:answer', theme: third, seen: 0, ...no });
		const report = reportOf(stage.summit, TODAY);
		const thin = report.themes.filter(({ name }) => name === OTHER_THINGS);
		expect(thin).toHaveLength(1);
		expect(thin[0]?.parts.map(({ said, answer }) => [said, answer?.answer])).toEqual([
			[[{ words: 'Move the bins', backedBy: null }], undefined],
			[[{ words: 'A later bus', backedBy: null }], 'no']
		]);
		expect(planTable(report)).toContain('"Other things you said","A later bus","Too few to say"');
	});

	it('P1, P5: every approved text says what became of it, and late is worked out', () => {
		const { stage } = aDay();
		const report = reportOf(stage.summit, TODAY);
		const lamp = report.approved.find(({ words }) => words === 'more lamps please 3');
		expect(lamp).toMatchObject({ idea: ['=Light the underpass'], answeredBy: ['Four lamps'] });
		const acts = report.themes.flatMap(({ parts }) => parts.flatMap(({ actions }) => actions));
		expect(acts.map(({ late }) => late)).toEqual([true, false]);
	});

	it('is a table a spreadsheet reads and never calculates', () => {
		const { stage } = aDay();
		const csv = planTable(reportOf(stage.summit, TODAY));
		const { data } = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n' });
		expect(data[1]?.[1]).toBe("'=Light the underpass");
		expect(data[1]?.slice(8, 15)).toEqual([
			'J. Lindqvist',
			'Street lighting',
			'Council',
			'Not asked yet',
			'2026-11-30',
			'Not started',
			'Late'
		]);
		for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@]/u);
	});
});
