/**
 * The privacy seam: the only place where the state of a summit becomes rows for a screen. A topic is what one audience
 * may see of one subject. Values are computed when they are sent; there is no second copy of the state. Who may watch
 * what is in `roles.ts`; small numbers are kept in `releases.ts`; which rows an
 * event may have changed is in `touched.ts`.
 */
import type { Topic } from './roles.ts';
import type { Summit } from './summit.ts';
import { alarmRow } from './topics/alarm.ts';
import { cardsRow } from './topics/cards.ts';
import { dataKeys, dataRow } from './topics/data.ts';
import { heatKeys, heatRow, isHeat } from './topics/heat.ts';
import { worriesKeys, worriesRow } from './topics/leads.ts';
import { listsKeys, listsRow } from './topics/lists.ts';
import { ownerRow } from './topics/owner.ts';
import { ideasKeys, ideasRow, planKeys, planRow } from './topics/plan.ts';
import { cardKeys, cardRow, chooseRow, summitKeys, summitRow, wallKeys, wallRow } from './topics/room.ts';
import { marksKeys, marksRow, peopleRow, queueKeys, queueRow, runKeys, runRow, setupRow } from './topics/staff.ts';

/** Raised whenever rows change their meaning: devices holding an older epoch get the whole topic anew. */
export const TOPICS_VERSION = 3;

/** Whether there is such a topic in this summit: a filter that cannot be is none. */
export function isTopic(summit: Summit, { name, of }: Topic): boolean {
	return name !== 'heat' || isHeat(summit, of ?? '');
}

/** Every key a topic has now; `row` may still answer null for one of them. */
export function keysOf(summit: Summit, { name, of }: Topic): string[] {
	switch (name) {
		case 'summit':
			return summitKeys(summit);
		case 'card':
			return cardKeys(summit, of ?? '');
		case 'choose':
			return ['choices'];
		case 'wall':
			return wallKeys(summit);
		case 'heat':
			return heatKeys(summit, of ?? '');
		case 'run':
			return runKeys(summit);
		case 'alarm':
			return ['alarm'];
		case 'queue':
			return queueKeys(summit, false);
		case 'late':
			return queueKeys(summit, true);
		case 'worries':
			return worriesKeys(summit, of ?? '');
		case 'lists':
			return listsKeys();
		case 'marks':
			return marksKeys(summit, of ?? '');
		case 'cards':
			return [...summit.cards.list.keys()];
		case 'people':
			return [...summit.people.list.keys()];
		case 'setup':
			return ['setup'];
		case 'data':
			return dataKeys(summit, of ?? '');
		case 'ideas':
			return ideasKeys(summit);
		case 'plan':
			return planKeys(summit);
		case 'owner':
			return ['action'];
	}
}

/** One row as its audience may see it; null = gone, or never theirs. */
export function rowOf(summit: Summit, { name, of }: Topic, key: string): unknown {
	switch (name) {
		case 'summit':
			return summitRow(summit, key);
		case 'card':
			return cardRow(summit, of ?? '', key);
		case 'choose':
			return chooseRow(summit, key);
		case 'wall':
			return wallRow(summit, key);
		case 'heat':
			return heatRow(summit, of ?? '', key);
		case 'run':
			return runRow(summit, key);
		case 'alarm':
			return alarmRow(summit, of ?? '', key);
		case 'queue':
			return queueRow(summit, key, false);
		case 'late':
			return queueRow(summit, key, true);
		case 'worries':
			return worriesRow(summit, of ?? '', key);
		case 'lists':
			return listsRow(summit, key);
		case 'marks':
			return marksRow(summit, of ?? '', key);
		case 'cards':
			return cardsRow(summit, key);
		case 'people':
			return peopleRow(summit, key);
		case 'setup':
			return setupRow(summit, key);
		case 'data':
			return dataRow(summit, of ?? '', key);
		case 'ideas':
			return ideasRow(summit, key);
		case 'plan':
			return planRow(summit, key);
		case 'owner':
			return ownerRow(summit, of ?? '', key);
	}
}
