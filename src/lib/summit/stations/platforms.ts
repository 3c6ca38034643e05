/** Online platforms: rate a few, say why. A second rating of the same platform replaces the first. */
import { allKnown, parentInList, pointsCommon, settleCommon, slotCommon } from './kind.ts';
import type { Kind } from './kind.ts';
import type { PlatformsSettings } from './settings.ts';

export const platformsKind: Kind<PlatformsSettings> = {
	kind: 'platforms',
	settle(settings, step, entry) {
		if (entry.type !== 'rating') return settleCommon(step, entry);
		if (step.type !== 'ratings') return 'unknown_choice';
		const known = allKnown([entry.platform], settings.platforms) && allKnown(entry.reasons, settings.reasons);
		return known ? entry : 'unknown_choice';
	},
	slot: (step, entry) => (entry.type === 'rating' ? `${step.id}:${entry.platform}` : slotCommon(step, entry)),
	points(_settings, step, entry) {
		if (entry.type !== 'rating') return pointsCommon(step, entry);
		const answer = entry.rating;
		return [
			{ axis: 'platform', cell: entry.platform, answer },
			...entry.reasons.map((cell) => ({ axis: 'reason', cell, answer }))
		];
	},
	filtered: [],
	parent: (_axis, cell) => parentInList(cell),
	about(settings, entry) {
		if (entry.type !== 'rating') return null;
		return settings.platforms.find((p) => p.id === entry.platform)?.name ?? null;
	}
};
