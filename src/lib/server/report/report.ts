/**
 * The plan as it leaves the kit: printed, as a table, as data. It is made of released counts (S9), adults' own words and
 * words an adult approved, covered where they were covered (S2), and nothing else: no unapproved text, no worry, no card,
 * no position. A theme fewer than `threshold` different cards stand behind loses its name and its counts (S9), not its
 * answer. Every form says what it holds (M6).
 */
import { isLate } from '../../summit/plan.ts';
import type { Action, Answer } from '../../summit/plan.ts';
import { shownText } from '../../summit/queue.ts';
import type { Summit } from '../../summit/summit.ts';
import { OTHER_THINGS, mayName, nameOutside } from '../../summit/thin-themes.ts';
import { nameOf } from '../../summit/people.ts';

export const HOLDS =
	'Holds: the plan in adults’ words, counts rounded down to fives and given only for five cards or more, and students’ words only where an adult approved them for the wall, covered where they were covered. Does not hold: words nobody approved, worries, cards, or single marks.';

export interface ReportAction {
	what: string;
	changes: Action['changes'];
	fairBecause: string;
	owner: Action['owner'];
	due: string | null;
	told: string;
	asked: Action['asked'];
	progress: Action['progress'];
	late: boolean;
	/** The merged ideas it answers (P1). */
	answers: string[];
}
/** What was said, answered and done under one theme. */
export interface ReportPart {
	/** What students said, in an adult's wording; "20+ cards" or null for too few to say. */
	said: { words: string; backedBy: string | null }[];
	answer: { answer: Answer['answer']; because: string; until: string | null } | null;
	actions: ReportAction[];
}
export interface ReportTheme {
	name: string;
	/** One; several only under “other things you said”, which every theme too thin to be named shares (S9). */
	parts: ReportPart[];
}
export interface Report {
	kind: 'student-safety-summit plan';
	version: 1;
	holds: string;
	/** `YYYY-MM-DD`; what late was worked out against (P5). */
	asOf: string;
	summit: { name: string; date: string; place: string; schools: string[]; nextUpdate: string; rehearsal: boolean };
	/** The day students' words were erased: from then on no approved words are in it (S13). */
	erasedOn: string | null;
	plan: { status: 'draft' | 'review' | 'signed'; signedBy: string | null };
	themes: ReportTheme[];
	/** Approved words as everybody saw them, and what became of each (P1). */
	approved: { words: string; theme: string | null; idea: string[]; answeredBy: string[] }[];
}

/** `today` is `YYYY-MM-DD`. */
export function reportOf(summit: Summit, today: string): Report {
	const { setup, ideas, plan, queue } = summit;
	const { name, date, place, schools, nextUpdate } = setup.settings;
	const erasedAt = summit.retention.receipts[0]?.at;
	const nameFor = (theme: string) => nameOutside(summit, theme);
	const wordsOf = (ids: readonly string[]) => ids.flatMap((id) => ideas.merged.get(id)?.words ?? []);

	const partsOf = (theme: string, counts: boolean): ReportPart[] => {
		const answer = plan.answers.get(theme) ?? null;
		const actions = [...plan.actions.values()].filter((action) => action.theme === theme);
		const merged = [...ideas.merged.values()].filter((idea) => idea.theme === theme);
		if (!answer && actions.length === 0 && merged.length === 0) return [];
		const said = merged.map(({ id, words }) => {
			const cards = counts ? (ideas.backing.results?.get(id) ?? null) : null;
			return { words, backedBy: cards === null ? null : `${cards}+ cards` };
		});
		return [
			{
				said,
				answer: answer && { answer: answer.answer, because: answer.because, until: answer.until },
				actions: actions.map((action) => reportAction(action, { today, answers: wordsOf(action.ideas) }))
			}
		];
	};
	const standing = [...ideas.themes.values()].filter((theme) => theme.mergedInto === null);
	const named = standing
		.filter(({ id }) => mayName(summit, id))
		.map(({ id, name }) => ({ name, parts: partsOf(id, true) }));
	// What is too thin to be named comes last and together: apart, each would be told from the others.
	const thin = standing.filter(({ id }) => !mayName(summit, id)).flatMap(({ id }) => partsOf(id, false));
	const themes: ReportTheme[] = [...named, { name: OTHER_THINGS, parts: thin }].filter(({ parts }) => parts.length > 0);
	const approved = [...queue.items.values()].flatMap((item) => {
		const words = shownText(item);
		if (words === null) return [];
		const theme = ideas.placed.get(item.id);
		const made = [...ideas.merged.values()].filter(({ items }) => items.includes(item.id));
		const acts = [...plan.actions.values()].filter((action) => made.some(({ id }) => action.ideas.includes(id)));
		return [
			{
				words,
				theme: theme === undefined ? null : nameFor(theme),
				idea: made.map((idea) => idea.words),
				answeredBy: acts.map(({ what }) => what)
			}
		];
	});
	return {
		kind: 'student-safety-summit plan',
		version: 1,
		holds: HOLDS,
		asOf: today,
		summit: {
			name,
			date,
			place,
			schools: schools.map((school) => school.name),
			nextUpdate,
			rehearsal: setup.rehearsal
		},
		erasedOn: erasedAt === undefined ? null : new Date(erasedAt).toISOString().slice(0, 10),
		plan: { status: plan.status, signedBy: nameOf(summit, plan.signed?.by ?? null) },
		themes,
		// By their words, so that the order tells nothing about who wrote when (S12).
		approved: approved.sort((a, b) => (a.words < b.words ? -1 : 1))
	};
}

function reportAction(action: Action, { today, answers }: { today: string; answers: string[] }): ReportAction {
	const { what, changes, fairBecause, owner, due, told, asked, progress } = action;
	return { what, changes, fairBecause, owner, due, told, asked, progress, late: isLate(action, today), answers };
}
