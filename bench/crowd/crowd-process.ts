/** The crowd's own process: thousands of phones in one event loop, told over IPC what to do (`crowd.ts`). */
import { setTimeout as wait } from 'node:timers/promises';
import { chanceFrom } from './chance.ts';
import type { Chance } from './chance.ts';
import type { Dialect, DialectModule } from './dialect.ts';
import { Tally } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Answered, Beginning, Order } from './orders.ts';
import { Phone } from './phone.ts';
import { Meter } from './web.ts';
import type { Bytes } from './web.ts';

/** Milliseconds after the last phone set out until nobody waits for those that are still at the door. */
const GIVE_UP = 60_000;

class Crowd {
	readonly #with: Beginning;
	readonly #dialect: Dialect;
	readonly #chance: Chance;
	readonly #tally = new Tally();
	readonly #meter = new Meter();
	readonly #phones: Phone[] = [];
	#before: { bytes: Bytes; cpu: number } = { bytes: { up: 0, down: 0 }, cpu: 0 };

	constructor(given: Beginning, dialect: Dialect) {
		this.#with = given;
		this.#dialect = dialect;
		this.#chance = chanceFrom(given.seed);
	}

	async arrive(phones: number, within: number): Promise<void> {
		const from = performance.now();
		const dues = Array.from({ length: phones }, () => from + this.#chance.unit() * within).sort((a, b) => a - b);
		const coming: Promise<boolean>[] = [];
		for (const due of dues) {
			await this.#until(due);
			const number = this.#phones.length;
			const { way } = this.#with;
			const own = { number, way, chance: this.#chance.child(number) };
			const phone = new Phone({ ...own, dialect: this.#dialect, tally: this.#tally, meter: this.#meter });
			this.#phones.push(phone);
			coming.push(phone.arrive(due));
		}
		const late = new AbortController();
		await Promise.race([Promise.all(coming), wait(GIVE_UP, null, { signal: late.signal }).catch(() => null)]);
		late.abort();
	}

	async speak({ perSecond, during, dropping }: { perSecond: number; during: number; dropping: number }): Promise<void> {
		const end = performance.now() + during;
		await Promise.all([
			this.#often(perSecond, end, (phone, due) => {
				this.#tally.late.record(performance.now() - due);
				phone.say(due);
			}),
			this.#often((this.#phones.length * dropping) / (during / 1_000), end, (phone) =>
				phone.drop(this.#chance.draw(2) === 0 ? 'now' : 'unanswered')
			)
		]);
	}

	/** At random moments, so many a second, each for a phone by chance. */
	async #often(perSecond: number, end: number, act: (phone: Phone, due: number) => void): Promise<void> {
		if (perSecond <= 0) return;
		for (let due = performance.now(); ;) {
			due += this.#chance.gap(perSecond);
			if (due >= end) break;
			await this.#until(due);
			const phone = this.#phones[this.#chance.draw(this.#phones.length)];
			if (phone) act(phone, due);
		}
		await this.#until(end);
	}

	async hurry(phones: number, during: number): Promise<void> {
		const end = performance.now() + during;
		await Promise.all(
			this.#phones.slice(0, phones).map(async (phone) => {
				while (performance.now() < end) {
					const said = await new Promise<boolean>((resolve) => {
						if (!phone.say(performance.now(), () => resolve(true))) resolve(false);
					});
					if (!said) await wait(50);
				}
			})
		);
	}

	async reconnect(within: number): Promise<void> {
		const from = performance.now();
		await Promise.all(
			this.#phones.map(async (phone) => {
				const due = from + this.#chance.unit() * within;
				await this.#until(due);
				phone.drop('now');
				await new Promise<void>((resolve) => {
					if (!phone.say(due, resolve)) resolve();
				});
			})
		);
	}

	async settle(patience: number): Promise<number> {
		const end = performance.now() + patience;
		const waiting = (): number => this.#phones.reduce((total, phone) => total + phone.waiting, 0);
		while (waiting() > 0 && performance.now() < end) await wait(50);
		return waiting();
	}

	figures(): Figures {
		const { said, acknowledged, refused, deferred, resent, reconnections, turnedAway, frames, rows } = this.#tally;
		const { up, down } = this.#meter.read();
		const count = (is: (phone: Phone) => boolean): number => this.#phones.filter(is).length;
		return {
			phones: this.#phones.length,
			arrived: count((phone) => phone.arrived),
			connected: count((phone) => phone.connected),
			...{ said, acknowledged, refused, deferred, resent, reconnections, turnedAway, frames, rows },
			waiting: this.#phones.reduce((total, phone) => total + phone.waiting, 0),
			bytes: { up: up - this.#before.bytes.up, down: down - this.#before.bytes.down },
			join: this.#tally.join.spread(),
			acknowledgement: this.#tally.acknowledgement.spread(),
			late: this.#tally.late.spread(),
			cpu: cpu() - this.#before.cpu
		};
	}
	countAnew(): void {
		this.#tally.reset();
		this.#before = { bytes: this.#meter.read(), cpu: cpu() };
	}
	account(): unknown {
		return this.#dialect.account();
	}
	leave(): void {
		for (const phone of this.#phones) phone.leave();
	}

	/** Resolves at once when it is past: a timer would cost each of thousands a turn of the loop. */
	async #until(time: number): Promise<void> {
		const left = time - performance.now();
		if (left > 0) await wait(left);
	}
}

function cpu(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

let crowd: Crowd | null = null;

async function obey(order: Order): Promise<unknown> {
	if (order.do === 'begin') {
		// Named by whoever starts the crowd; a dialect's module has this one export.
		const { createDialect } = (await import(order.with.dialect)) as DialectModule<unknown>;
		crowd = new Crowd(order.with, createDialect(order.with.settings));
		return null;
	}
	if (crowd === null) throw new Error('The crowd has not begun.');
	switch (order.do) {
		case 'arrive':
			await crowd.arrive(order.phones, order.within);
			return null;
		case 'speak':
			await crowd.speak(order);
			return null;
		case 'hurry':
			await crowd.hurry(order.phones, order.during);
			return null;
		case 'reconnect':
			await crowd.reconnect(order.within);
			return null;
		case 'settle':
			return crowd.settle(order.patience);
		case 'figures':
			return crowd.figures();
		case 'count-anew':
			crowd.countAnew();
			return null;
		case 'account':
			return crowd.account();
	}
}

process.on('message', ({ number, order }: { number: number; order: Order }) => {
	const tell = (answered: Answered): void => void process.send?.(answered);
	obey(order).then(
		(answer) => tell({ number, answer }),
		(problem: unknown) => tell({ number, problem: problem instanceof Error ? problem.message : String(problem) })
	);
});
// Whoever started it is gone: the phones go too.
process.once('disconnect', () => {
	crowd?.leave();
	process.exit(0);
});
// An interrupt of the terminal reaches every process of it; only the parent decides when it is over.
process.on('SIGINT', () => undefined);
