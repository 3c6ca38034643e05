/**
 * L3, L4, L5: what stands between a class and the world in a school. Sockets turned away at each of their steps, a portal
 * that answers for the kit, clocks that are wrong, and a browser another card took over. Behind all of them everything is
 * said once and every screen equals a fresh one.
 */
import { expect, test } from 'vitest';
import { isCovered } from '../../src/lib/screens/wall/view.ts';
import { ClassRoom, idea } from './class-room.ts';
import { OPEN } from './filter.ts';
import type { Rules } from './filter.ts';
import { many, timeout } from './how-long.ts';
import { until } from './peer.ts';
import type { Peer } from './peer.ts';

const HERE = timeout(60_000);
const CARDS = many({ short: 3, long: 20 });
const HOUR = 3_600_000;

async function behindFilter(rules: Partial<Rules>): Promise<{ room: ClassRoom; cards: Peer[]; wall: Peer }> {
	const room = await ClassRoom.open(21);
	room.filter.rules = { ...OPEN, ...rules };
	const stand = { behind: 'filter' } as const;
	const cards = await Promise.all(Array.from({ length: CARDS }, () => room.card(stand)));
	return { room, cards, wall: await room.adult('wall', stand) };
}
const say = (cards: readonly Peer[]): void => cards.forEach((card) => void card.do(idea()));
const answered = async (peers: readonly Peer[]): Promise<void> => {
	for (const { said } of peers) await until(() => said.every(({ answer }) => answer !== null));
};

const RULES: Record<string, Partial<Rules>> = {
	'a filter that turns the upgrade away': { upgrade: 'forbid' },
	'a filter that closes the upgrade': { upgrade: 'close' },
	'a filter that never answers the upgrade': { upgrade: 'ignore' },
	'a filter that grants the upgrade and carries nothing': { upgrade: 'deafen' },
	'only plain requests pass': { polling: 'forbid', upgrade: 'forbid' },
	'only plain requests pass, and sockets get no answer at all': { polling: 'ignore', upgrade: 'ignore' }
};

test.each(Object.entries(RULES))('L5, L3, L4: %s', { timeout: HERE }, async (_name, rules) => {
	const { room, cards, wall } = await behindFilter(rules);
	say(cards);
	await room.bystand();
	await answered(cards);
	// The wall follows what is said and done while the filter stays.
	await room.facilitator.must({ type: 'controls:pause' });
	await until(() => (wall.rows('summit')['controls'] as { paused?: boolean } | undefined)?.paused === true);
	await room.facilitator.must({ type: 'controls:resume', seen: 1 });
	expect(room.filter.turned + room.filter.upgraded).toBeGreaterThan(0);
	await room.end();
});

test.each(['page', 'json'] as const)(
	'L3, L7: a portal that answers everything with its own %s is never taken for the kit',
	{ timeout: HERE },
	async (portal) => {
		const { room, cards } = await behindFilter({});
		for (const peer of room.peers) await until(() => peer.live.net === 'online');
		room.filter.rules = { ...OPEN, portal };
		room.filter.cut();
		const before = room.filter.turned;
		say(cards);
		for (const { live } of cards) await until(() => live.net === 'offline');
		await until(() => room.filter.turned > before + 3 * CARDS);
		expect(cards.every(({ live, said }) => live.waiting === 1 && said.every(({ answer }) => answer === null))).toBe(
			true
		);
		await room.bystand();
		await room.end();
		expect(cards.flatMap(({ live }) => live.refused)).toEqual([]);
	}
);

test(
	'S8: a wall whose clock is wrong and jumps knows the time of the kit, and covers itself when it hears nothing',
	{ timeout: HERE },
	async () => {
		const room = await ClassRoom.open(22);
		const wall = await room.adult('wall');
		wall.skew = -5 * HOUR;
		await until(() => wall.live.hello !== null);
		const wrong = (): number => Math.abs(wall.live.now() - Date.now());
		const covered = (): boolean => {
			const { net } = wall.live;
			return isCovered({ ready: true, paused: false, blanked: false, silence: wall.live.silence(), net });
		};
		// Between this process and itself nothing is under way for long; an hour is what is told apart.
		expect(wrong()).toBeLessThan(HOUR);
		wall.skew = 7 * HOUR;
		expect(wrong()).toBeLessThan(HOUR);
		// Put forward it is covered until the next beat, which is the safe side.
		await until(() => !covered());
		room.of(wall).swallow('up', 'down');
		room.of(wall).blackOut();
		wall.skew = -2 * HOUR;
		await until(covered);
		expect(wrong()).toBeLessThan(HOUR);
		room.of(wall).heal();
		await until(() => !covered());
		await room.end();
	}
);

test(
	'L3: what waits on a card is not said by another one that took over the browser meanwhile',
	{ timeout: HERE },
	async () => {
		const room = await ClassRoom.open(23);
		const first = await room.card();
		const next = await room.card();
		await until(() => first.live.net === 'online');
		room.of(first).shut();
		await until(() => first.live.net === 'offline');
		void first.do(idea('what the first card wrote'));
		first.becomes(next.part);
		room.of(first).heal();
		await until(() => first.reloads > 0 || first.live.net === 'evicted');
		// It said nothing, and says nothing any more: the page is to begin anew.
		room.peers.splice(room.peers.indexOf(first), 1);
		first.close();
		await next.do(idea());
		await room.end();
	}
);
