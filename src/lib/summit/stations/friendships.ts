/** Friendships: sort signs and short stories about fictional students. Sorting a card again moves it. */
import { allKnown, parentInList, pointsCommon, settleCommon, slotCommon } from './kind.ts';
import type { Kind } from './kind.ts';
import type { FriendshipsSettings } from './settings.ts';

export const friendshipsKind: Kind<FriendshipsSettings> = {
	kind: 'friendships',
	settle(settings, step, entry) {
		if (entry.type !== 'sort') return settleCommon(step, entry);
		if (step.type !== 'sorting') return 'unknown_choice';
		return allKnown([entry.card], settings[step.set]) ? entry : 'unknown_choice';
	},
	slot: (step, entry) => (entry.type === 'sort' ? `${step.id}:${entry.card}` : slotCommon(step, entry)),
	points(_settings, step, entry) {
		if (entry.type !== 'sort' || step.type !== 'sorting') return pointsCommon(step, entry);
		return [{ axis: step.set, cell: entry.card, answer: entry.pile }];
	},
	filtered: [],
	parent: (_axis, cell) => parentInList(cell),
	about(settings, entry) {
		if (entry.type !== 'sort') return null;
		return settings.signs.find((sign) => sign.id === entry.card)?.words ?? null;
	}
};
