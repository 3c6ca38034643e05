/**
 * A station's tally, kept mark by mark: taking a contribution in or out costs what that contribution touches, however
 * many others there are (M5).
 */
import type { Contribution, Station } from '../stations.ts';
import { pointKey } from './kind.ts';
import { kindOf, stepOf } from './kinds.ts';

/** Adds (+1) or takes away (−1) one contribution's points; costs what the contribution touches, never the rest. */
function count(station: Station, contribution: Contribution, change: 1 | -1): void {
	const step = stepOf(station, contribution.step);
	if (!step || !contribution.entry) return;
	const { card } = contribution;
	const points = kindOf(station.settings).points(step, contribution.entry);
	if (points.length > 0) add(station.pointed, card, change);
	for (const point of points) {
		const key = pointKey(point);
		const cards = station.tally.get(key) ?? new Map<string, number>();
		add(cards, card, change);
		if (cards.size > 0) station.tally.set(key, cards);
		else station.tally.delete(key);
	}
}

function add(counts: Map<string, number>, card: string, change: 1 | -1): void {
	const left = (counts.get(card) ?? 0) + change;
	if (left > 0) counts.set(card, left);
	else counts.delete(card);
}

/** Takes one contribution out again; one that is not there changes nothing. */
export function drop(station: Station, id: string): void {
	const contribution = station.contributions.get(id);
	if (!contribution) return;
	count(station, contribution, -1);
	station.contributions.delete(id);
	station.byCard.get(contribution.card)?.delete(id);
}

/** Takes a mark out of the count and keeps it, so that one press can bring it back (S8). */
export function setAside(station: Station, id: string, reason: string): void {
	const contribution = station.contributions.get(id);
	if (!contribution) return;
	drop(station, id);
	station.cleared.set(id, { ...contribution, reason });
}

export function bringBack(station: Station, id: string): void {
	const aside = station.cleared.get(id);
	if (!aside) return;
	station.cleared.delete(id);
	const { reason: _reason, ...contribution } = aside;
	takeIn(station, contribution);
}

/** Counts a contribution in; the same card's earlier one in the same slot of its step goes. */
export function takeIn(station: Station, contribution: Contribution): void {
	const { id, card, entry } = contribution;
	const mine = station.byCard.get(card) ?? new Set<string>();
	station.byCard.set(card, mine);
	const kind = kindOf(station.settings);
	const step = stepOf(station, contribution.step);
	const slot = step && entry ? kind.slot(step, entry) : null;
	if (step && slot !== null) {
		for (const earlier of mine) {
			const other = station.contributions.get(earlier);
			if (other?.entry && other.step === step.id && kind.slot(step, other.entry) === slot) drop(station, earlier);
		}
	}
	station.contributions.set(id, contribution);
	mine.add(id);
	count(station, contribution, 1);
}
