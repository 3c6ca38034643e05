import { expect, test } from 'vitest';
import { handClock } from './clock.ts';
import { createDispatch } from './dispatch.ts';
import type { Room } from './room.ts';

/** A room that answers every question with the topics it was asked for. */
function hall(): { room: Room; asked: string[][] } {
	const asked: string[][] = [];
	const watch: Room['watch'] = (_actor, asks) => {
		asked.push(asks.map(({ topic }) => topic));
		return Promise.resolve({ ok: true, topics: [] });
	};
	// Only what the dispatcher may reach for when it is asked to watch.
	return { room: { watch } as Room, asked };
}

test('L6: a device that asks without end is slowed by itself alone, and never an adult’s console', async () => {
	const clock = handClock(0);
	const dispatch = createDispatch({ clock });
	const { room, asked } = hall();
	const asks = [{ topic: 'summit' }];
	const ask = (role: 'card' | 'wall', id: string) => dispatch.watch({ room, actor: { role, id }, asks });
	for (let i = 0; i < 60; i += 1) expect(await ask('card', 'one')).toMatchObject({ ok: true });
	expect(await ask('card', 'one')).toMatchObject({ ok: false, code: 'too_fast' });
	expect(await ask('card', 'two')).toMatchObject({ ok: true });
	for (let i = 0; i < 100; i += 1) expect(await ask('wall', 'hall')).toMatchObject({ ok: true });
	clock.advance(1_000);
	expect(await ask('card', 'one')).toMatchObject({ ok: true });
	expect(asked).toHaveLength(162);
});

test('the same topic asked for many times in one question is answered once', async () => {
	const dispatch = createDispatch({ clock: handClock(0) });
	const { room, asked } = hall();
	const asks = Array.from({ length: 40 }, (_, i) => ({ topic: i % 2 ? 'summit' : 'choose' }));
	await dispatch.watch({ room, actor: { role: 'card', id: 'one' }, asks });
	expect(asked).toEqual([['choose', 'summit']]);
});
