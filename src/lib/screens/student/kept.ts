/**
 * What a phone keeps of its screen for a reload without a network: what the summit tells every card, the lists of stations
 * that run, and that this card is inside. What it sent is not among it, nor that it asked to talk (L3).
 */
import type { KeptScreen } from '../../live/kept-screen.ts';
import { PROTOCOL } from '../../live/protocol.ts';
import type { StationRow } from '../../summit/topics/room.ts';

type Rows = readonly { key: string; row: unknown }[];

export function rowsToKeep(q: { card: string; summit: Rows; mine: Rows; choose: Rows }) {
	const running = new Set(
		q.summit.flatMap(({ key, row }) => {
			// The rows of that topic under that name.
			const { id, status } = row as StationRow;
			return key.startsWith('station:') && (status === 'open' || status === 'paused') ? [`settings:${id}`] : [];
		})
	);
	const summit = q.summit.filter(({ key }) => !key.startsWith('settings:') || running.has(key));
	const mine = q.mine.filter(({ key }) => key === 'card');
	return { summit: byKey(summit), [`card:${q.card}`]: byKey(mine), choose: byKey(q.choose) };
}

/**
 * What this build's page opens with. Rows of another protocol may have any shape, so they are left until the kit tells them
 * anew; whose page it is stays, and with it what waits and *Talk to someone* (S5).
 */
export function openedFrom({ speaking, card, rows }: KeptScreen): Pick<KeptScreen, 'speaking' | 'card' | 'rows'> {
	const same = speaking.protocol === PROTOCOL;
	return { speaking: { ...speaking, protocol: PROTOCOL }, card, rows: same ? rows : {} };
}

const byKey = (rows: Rows): Record<string, unknown> => Object.fromEntries(rows.map(({ key, row }) => [key, row]));
