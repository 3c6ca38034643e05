import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { WatchAsk } from '../live/protocol.ts';
import { watchReading } from './slow-reader.ts';
import type { SlowReader } from './slow-reader.ts';

/** A line as the engine has it, and what it was sent to catch up. */
function line() {
	const conn = new EventEmitter();
	const caughtUp: string[][] = [];
	const waiting: (() => void)[] = [];
	let closed = 0;
	const reader: SlowReader = watchReading({
		conn: conn as never,
		catchUp(asks: WatchAsk[]) {
			caughtUp.push(asks.map(({ topic }) => topic));
			return new Promise((resolve) => {
				waiting.push(() => {
					for (const { topic } of asks) reader.lacksNoMore(topic);
					resolve();
				});
			});
		},
		close: () => (closed += 1)
	});
	return {
		conn,
		reader,
		caughtUp,
		closed: () => closed,
		packets(count: number): void {
			for (let sent = 0; sent < count; sent += 1) conn.emit('packetCreate', { data: 'x' });
		},
		drain(): void {
			conn.emit('flush');
			conn.emit('drain');
		},
		async found(): Promise<void> {
			waiting.shift()?.();
			await new Promise((resolve) => setImmediate(resolve));
		}
	};
}
const lack = (topic: string) => ({ topic, epoch: 'e', since: 3 });

test('L4: what passes a reader by while it is being caught up is sent right after, though nothing else comes', async () => {
	const one = line();
	one.packets(8);
	expect(one.reader.isBehind()).toBe(true);
	one.reader.lacks(lack('summit'));
	one.drain();
	one.packets(8);
	one.reader.lacks(lack('wall'));
	one.drain();
	expect(one.caughtUp).toEqual([['summit']]);
	await one.found();
	expect(one.caughtUp).toEqual([['summit'], ['wall']]);
	await one.found();
	expect(one.caughtUp).toHaveLength(2);
});

test('L4: it is caught up once what waits for it has left, and not before', async () => {
	const one = line();
	one.packets(8);
	one.reader.lacks(lack('summit'));
	one.drain();
	one.packets(2);
	one.reader.lacks(lack('wall'));
	await one.found();
	expect(one.caughtUp).toEqual([['summit']]);
	one.drain();
	expect(one.caughtUp).toEqual([['summit'], ['wall']]);
});

test('whoever left is looked after no more, and leaves nothing at the line', async () => {
	const one = line();
	one.packets(8);
	one.reader.lacks(lack('summit'));
	one.drain();
	one.reader.lacks(lack('wall'));
	one.reader.end();
	await one.found();
	one.drain();
	expect(one.caughtUp).toEqual([['summit']]);
	expect(one.conn.eventNames()).toEqual([]);
});

test('L7: with more waiting than any device asks for, the line is closed', () => {
	const one = line();
	one.packets(512);
	expect(one.closed()).toBe(0);
	one.packets(1);
	expect(one.closed()).toBe(1);
});
