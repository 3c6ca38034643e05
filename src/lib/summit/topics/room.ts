/** What everybody in the room may see: the summit itself, one card's own things, the choosing, and the wall (S2, S9). */
import { VOTES } from '../ideas.ts';
import { leadsOf, nameOf } from '../people.ts';
import { shownText } from '../queue.ts';
import type { Release } from '../releases.ts';
import type { Entry } from '../stations/entries.ts';
import type { HelpPack, Option, School, StationSettings } from '../stations/settings.ts';
import type { CardName } from '../card-names.ts';
import { takingPart } from '../cards.ts';
import type { Station } from '../stations.ts';
import type { Summit } from '../summit.ts';
import { mayName, nameOutside } from '../thin-themes.ts';
import type { Answer } from '../plan.ts';

export interface AboutRow {
	name: string;
	date: string;
	place: string;
	rehearsal: boolean;
	schools: School[];
	bands: string[];
	quietRoom: string;
	helpPack: HelpPack | null;
	agreement: string[];
	promises: Option[];
	welfare: string[];
	nextUpdate: string;
	closedWifi: boolean;
	/** Nobody reads messages any more (S5). */
	closed: boolean;
	/** When students' words and positions were erased (ms since 1970), or null (S13). */
	erasedAt: number | null;
}
export interface ControlsRow {
	paused: boolean;
	/** Since when everything is paused (ms since 1970): timers stand as they stood then. */
	pausedAt: number | null;
	blanked: boolean;
	version: number;
	/** The adult who pressed last. */
	by: string | null;
	at: number | null;
}
export interface StationRow {
	id: string;
	kind: StationSettings['kind'];
	title: string;
	question: string;
	status: Station['status'];
	endsAt: number | null;
	left: number | null;
	revealed: boolean;
	/** When it was revealed (ms since 1970): a wall shows what was pressed last. */
	revealedAt: number | null;
	version: number;
}
export interface SummitRows {
	about: AboutRow;
	controls: ControlsRow;
	'taking-part': { count: number };
	/** `station:<id>` in the order of the day. */
	[station: `station:${string}`]: StationRow;
	/** `settings:<id>`, once the station has been opened. */
	[settings: `settings:${string}`]: StationSettings;
}

export function summitKeys(summit: Summit): string[] {
	const stations = [...summit.stations.keys()];
	return [
		'about',
		'controls',
		'taking-part',
		...stations.map((id) => `station:${id}`),
		...stations.map((id) => `settings:${id}`)
	];
}

export function summitRow(summit: Summit, key: string): unknown {
	const { settings, rehearsal, closedAt } = summit.setup;
	if (key === 'about') {
		const { name, date, place, schools, bands, quietRoom, helpPack, agreement, promises, welfare, nextUpdate } =
			settings;
		const set = { name, date, place, schools, bands, quietRoom, helpPack, agreement, promises, welfare, nextUpdate };
		const erasedAt = summit.retention.receipts[0]?.at ?? null;
		const { closedWifi } = summit.doors;
		return { ...set, rehearsal, closedWifi, closed: closedAt !== null, erasedAt } satisfies AboutRow;
	}
	if (key === 'controls') {
		const { paused, pausedAt, blanked, version, by, at } = summit.controls;
		return { paused, pausedAt, blanked, version, by: nameOf(summit, by), at } satisfies ControlsRow;
	}
	if (key === 'taking-part') return { count: summit.retention.frozen?.takingPart ?? takingPart(summit.cards) };
	const [what, id = ''] = key.split(':');
	const station = summit.stations.get(id);
	if (!station) return null;
	if (what === 'settings') return station.openedAt === null ? null : station.settings;
	const { kind, title, question } = station.settings;
	const { status, endsAt, left, revealedAt, version } = station;
	const revealed = revealedAt !== null;
	return { id, kind, title, question, status, endsAt, left, revealed, revealedAt, version } satisfies StationRow;
}

export interface CardRow {
	id: string;
	name: CardName;
	school: string;
	band: string;
	headcount: number;
	agreed: boolean;
	/** False while it knocks: an adult has to let it in. */
	admitted: boolean;
	removed: boolean;
	/** Who reads *Talk to someone* of this card. */
	leads: string[];
}
export interface MineRow {
	station: string;
	/** This card's marks and choices, so that a reload shows them; never its words (L3). */
	marks: { id: string; step: string; entry: Entry }[];
	/** Its marks that an adult took off the map (S8). */
	cleared: string[];
}
export interface TalkRow {
	id: string;
	how: 'come' | 'go' | 'later' | null;
	sentAt: number;
	/** When a lead opened it; null = nobody has read it yet. */
	readAt: number | null;
	/** The reader's part, never their name alone. */
	readBy: string | null;
	nobodyReads: boolean;
}
export interface CardRows {
	card: CardRow;
	backing: { ideas: readonly string[] };
	[mine: `mine:${string}`]: MineRow;
	[talk: `talk:${string}`]: TalkRow;
}

export function cardKeys(summit: Summit, card: string): string[] {
	const keys = ['card', 'backing', ...[...summit.stations.keys()].map((id) => `mine:${id}`)];
	for (const worry of summit.worries.list.values()) {
		if (worry.card === card && worry.kind === 'talk') keys.push(`talk:${worry.id}`);
	}
	return keys;
}

export function cardRow(summit: Summit, of: string, key: string): unknown {
	const card = summit.cards.list.get(of);
	if (!card) return null;
	if (key === 'card') {
		const { id, name, school, band, headcount } = card;
		const host = summit.setup.settings.schools[0]?.id;
		const leads = leadsOf(summit).filter((lead) => lead.school === host || lead.school === school);
		const [agreed, admitted, removed] = [card.agreedAt !== null, card.admittedAt !== null, card.removedAt !== null];
		const row = { id, name, school, band, headcount, agreed, admitted, removed };
		return { ...row, leads: leads.map((lead) => lead.name) } satisfies CardRow;
	}
	if (key === 'backing') return { ideas: summit.ideas.backing.picks.get(of) ?? [] };
	const [what, id = ''] = key.split(':');
	if (what === 'mine') {
		const station = summit.stations.get(id);
		const mine = station?.byCard.get(of);
		if (!station) return null;
		const cleared = [...station.cleared.values()].filter((one) => one.card === of).map((one) => one.id);
		if (cleared.length === 0 && (!mine || mine.size === 0)) return null;
		const marks: MineRow['marks'] = [];
		for (const contribution of mine ?? []) {
			const found = station.contributions.get(contribution);
			if (found?.entry) marks.push({ id: found.id, step: found.step, entry: found.entry });
		}
		return { station: id, marks, cleared } satisfies MineRow;
	}
	const worry = summit.worries.list.get(id);
	if (what !== 'talk' || !worry || worry.card !== of || worry.kind !== 'talk') return null;
	const seen = worry.steps.find((step) => step.state === 'seen');
	const nobodyReads = summit.setup.closedAt !== null && !seen;
	const reader = seen ? summit.people.list.get(seen.by.slice(seen.by.indexOf(':') + 1)) : undefined;
	const readBy = seen
		? reader?.duty === 'receiver'
			? 'person chosen for worries about staff'
			: 'safeguarding lead'
		: null;
	return { id, how: worry.how, sentAt: worry.at, readAt: seen?.at ?? null, readBy, nobodyReads } satisfies TalkRow;
}

export interface ChooseRow {
	status: 'before' | 'open' | 'closed';
	votes: number;
	/** In the order adults chose; a device shuffles them for its card. */
	ideas: { id: string; words: string }[];
}
export function chooseRow(summit: Summit, key: string): ChooseRow | null {
	if (key !== 'choices') return null;
	const { status, ideas } = summit.ideas.backing;
	const words = ideas.map((id) => ({ id, words: summit.ideas.merged.get(id)?.words ?? '' }));
	return { status, votes: VOTES, ideas: status === 'before' ? [] : words };
}

/** A release without its grid and its filters, which are `heat:<station>`. */
export type ReleaseRow = Pick<Release, 'number' | 'at' | 'cards' | 'points'>;

export interface WallRows {
	/** `knock`: newcomers wait until an adult lets them in. */
	doors: { open: boolean; knock: boolean; code: string | null; key: string | null };
	backing: {
		status: ChooseRow['status'];
		/** When it was closed and counted (ms since 1970). */
		countedAt: number | null;
		ideas: { id: string; words: string; cards: number | null }[];
	};
	/** `release:<station>`: what was released beside the grid, only while it is revealed. */
	[release: `release:${string}`]: ReleaseRow;
	/** `idea:<item>`: approved words, covered where an adult covered them. */
	[idea: `idea:${string}`]: { station: string; text: string; at: number };
	/** `answer:<theme>`: what the adults said to it; a theme too few cards stand behind has no name of its own (S9). */
	[answer: `answer:${string}`]: {
		theme: string;
		answer: Answer['answer'];
		because: string;
		until: string | null;
		actions: string[];
		/** When the adults said it, last (ms since 1970). */
		at: number;
		/** Too few cards stand behind its theme for it to be named. */
		thin: boolean;
		/** Of a thin theme: its ideas in the adults’ wording, which tell its answer from the others. */
		ideas: string[];
	};
}
export function wallKeys(summit: Summit): string[] {
	const keys = ['doors', 'backing', ...[...summit.stations.keys()].map((id) => `release:${id}`)];
	for (const item of summit.queue.items.values()) if (item.state === 'shown') keys.push(`idea:${item.id}`);
	for (const theme of summit.plan.answers.keys()) keys.push(`answer:${theme}`);
	return keys;
}
export function wallRow(summit: Summit, key: string): unknown {
	if (key === 'doors') {
		const { open, knock, code, key: door } = summit.doors;
		return open ? { open, knock, code, key: door } : { open, knock: false, code: null, key: null };
	}
	if (key === 'backing') {
		const { status, countedAt, ideas, results } = summit.ideas.backing;
		const list = ideas.map((id) => ({
			id,
			words: summit.ideas.merged.get(id)?.words ?? '',
			cards: results?.get(id) ?? null
		}));
		return { status, countedAt, ideas: list } satisfies WallRows['backing'];
	}
	const at = key.indexOf(':');
	const id = key.slice(at + 1);
	switch (key.slice(0, at)) {
		case 'release':
			return summit.stations.get(id)?.revealedAt ? releaseRow(summit.releases.byStation.get(id)) : null;
		case 'idea': {
			const item = summit.queue.items.get(id);
			const text = item ? shownText(item) : null;
			return item && text !== null ? { station: item.station, text, at: item.settlesAt ?? item.at } : null;
		}
		case 'answer': {
			const answer = summit.plan.answers.get(id);
			const theme = summit.ideas.themes.get(id);
			if (!answer || !theme) return null;
			const actions = [...summit.plan.actions.values()].filter((a) => a.theme === id && a.told).map((a) => a.told);
			const thin = !mayName(summit, id);
			const merged = thin ? [...summit.ideas.merged.values()].filter((idea) => idea.theme === id) : [];
			return {
				theme: nameOutside(summit, id),
				answer: answer.answer,
				because: answer.because,
				until: answer.until,
				actions,
				at: answer.at,
				thin,
				ideas: merged.map(({ words }) => words)
			};
		}
		default:
			return null;
	}
}

function releaseRow(release: Release | undefined): ReleaseRow | null {
	if (!release) return null;
	const { number, at, cards, points } = release;
	return { number, at, cards, points: points.filter(({ axis }) => axis !== 'grid') };
}
