import { expect, it } from 'vitest';
import { PROTOCOL } from '../../live/protocol.ts';
import { openedFrom, rowsToKeep } from './kept.ts';

it('L3: a phone keeps what every card is told and that this one is inside, and nothing that it said', () => {
	const kept = rowsToKeep({
		card: 'c',
		summit: [
			{ key: 'about', row: { name: 'Northbank' } },
			{ key: 'station:a', row: { id: 'a', status: 'open' } },
			{ key: 'station:b', row: { id: 'b', status: 'closed' } },
			{ key: 'settings:a', row: { steps: [] } },
			{ key: 'settings:b', row: { steps: [] } }
		],
		mine: [
			{ key: 'card', row: { agreed: true } },
			{ key: 'mine:a', row: { marks: ['what I marked'] } },
			{ key: 'talk:1', row: { how: 'come' } },
			{ key: 'backing', row: { ideas: ['mine'] } }
		],
		choose: [{ key: 'choices', row: { ideas: [] } }]
	});
	expect(Object.keys(kept['summit'])).toEqual(['about', 'station:a', 'station:b', 'settings:a']);
	expect(kept['card:c']).toEqual({ card: { agreed: true } });
	expect(kept['choose']).toEqual({ choices: { ideas: [] } });
});

it('L3, S5: a page of a newer kit opens for the same card, and draws no rows of another protocol', () => {
	const speaking = { protocol: PROTOCOL, summit: 's', as: 'card' as const };
	const kept = { speaking, card: 'c', title: 'Northbank', rows: { summit: { about: {} } } };
	expect(openedFrom(kept)).toEqual({ speaking, card: 'c', rows: kept.rows });
	const older = { ...kept, speaking: { ...speaking, protocol: PROTOCOL - 1 } };
	expect(openedFrom(older)).toEqual({ speaking, card: 'c', rows: {} });
});
