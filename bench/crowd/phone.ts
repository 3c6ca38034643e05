/**
 * One phone of the crowd. What it says waits in a lane and goes out one at a time, in order, as a device's outbox sends it;
 * without an answer it is said again with the same body, until it was acknowledged or refused for good. An
 * acknowledgement's time counts from when the command was due, so that waiting behind another one is never left out.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Device, Dialect, Meaning, Said } from './dialect.ts';
import { Tally } from './figures.ts';
import { PhoneAgent, webOf } from './web.ts';
import type { Meter, Web } from './web.ts';
import { openWire } from './wire.ts';
import type { Way, Wire } from './wire.ts';

interface Waiting {
	said: Said;
	/** It went out before, and whether it arrived is not known. */
	sent: boolean;
	/** By `performance.now()`. */
	due: number;
	answered: () => void;
}
interface PhoneParts {
	number: number;
	dialect: Dialect;
	way: Way;
	chance: Chance;
	tally: Tally;
	meter: Meter;
}

const NOTHING: Meaning = { is: 'again', code: 'no answer' };
/** Milliseconds before a person tries the door again. */
const DOOR_AGAIN = 1_500;
/** And at most so often. */
const TRIES = 40;

export class Phone {
	readonly #device: Device;
	readonly #parts: PhoneParts;
	readonly #agent: PhoneAgent;
	readonly #web: Web;
	readonly #lane: Waiting[] = [];
	#wire: Wire | null = null;
	#sending = false;
	#greeted = false;
	#whenGreeted: () => void = () => undefined;
	#gone = false;
	/** The next command is cut off before its answer. */
	#cutNext = false;

	constructor(parts: PhoneParts) {
		const { number, dialect, meter, chance } = parts;
		this.#parts = parts;
		this.#device = dialect.device({ number, chance });
		this.#agent = new PhoneAgent(meter, number);
		this.#web = webOf(dialect.url, this.#agent);
	}

	get arrived(): boolean {
		return this.#greeted;
	}
	get connected(): boolean {
		return this.#isUp();
	}
	get waiting(): number {
		return this.#lane.length;
	}

	/** Comes in at `due` and resolves when it was greeted and what it says first was answered; false when it never was. */
	async arrive(due: number): Promise<boolean> {
		const { dialect, way, tally, chance } = this.#parts;
		for (let tries = 0; tries < TRIES && !this.#gone; tries += 1) {
			if (tries > 0) await wait(DOOR_AGAIN * (0.5 + chance.unit()));
			try {
				const handshake = await this.#device.arrive(this.#web);
				await new Promise<void>((resolve) => {
					this.#whenGreeted = resolve;
					this.#wire = openWire({
						...{ dialect, handshake, way, agent: this.#agent, web: this.#web, draw: chance.unit },
						heard: {
							up: (is) => void this.#changed(is),
							event: (name, data) => this.#hear(name, data),
							round: () => this.#device.greet(this.#ask)
						}
					});
				});
				break;
			} catch (problem) {
				Tally.count(tally.turnedAway, problem instanceof Error ? problem.message : 'thrown');
			}
		}
		if (!this.#greeted) return false;
		tally.join.record(performance.now() - due);
		const first = this.#device.opening();
		if (first) await this.#add(first, performance.now());
		return true;
	}

	readonly #ask = async (event: string, data: unknown): Promise<unknown> =>
		(await this.#wire?.ask(event, data)) ?? null;

	#hear(name: string, data: unknown): void {
		this.#parts.tally.frames += 1;
		this.#parts.tally.rows += this.#device.hear(name, data);
	}

	/** The first greeting is waited for; after that commands do not wait for it, as on a real device. */
	async #changed(up: boolean): Promise<void> {
		if (!up || this.#gone) return;
		if (this.#greeted) {
			this.#parts.tally.reconnections += 1;
			void this.#send();
		}
		if (this.#parts.way !== 'plain' && !(await this.#device.greet(this.#ask))) return;
		this.#greeted = true;
		this.#whenGreeted();
	}

	/** Says what it would say now; false when that is nothing. `answered` is called once it is acknowledged or refused. */
	say(due: number, answered: () => void = () => undefined): boolean {
		const said = this.#greeted ? this.#device.next() : null;
		if (said === null) return false;
		void this.#add(said, due).then(answered);
		return true;
	}

	#add(said: Said, due: number): Promise<void> {
		return new Promise((answered) => {
			this.#parts.tally.said += 1;
			this.#lane.push({ said, sent: false, due, answered });
			void this.#send();
		});
	}

	#isUp(): boolean {
		return this.#wire?.isUp() ?? false;
	}

	/** One at a time, so that order is kept. */
	async #send(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		const { tally, chance } = this.#parts;
		for (let head = this.#lane[0], tries = 0; head && this.#isUp() && !this.#gone; head = this.#lane[0]) {
			if (head.sent) tally.resent += 1;
			head.sent = true;
			const asked = this.#ask(head.said.event, head.said.body);
			if (this.#cutNext) {
				this.#cutNext = false;
				// After what was written has left for the network.
				setImmediate(() => this.#wire?.drop());
			}
			const answer = await asked;
			const meaning: Meaning = answer === null ? NOTHING : this.#device.read(head.said, answer);
			if (meaning.is === 'again') {
				if (answer !== null) Tally.count(tally.deferred, meaning.code);
				// A socket that gave no answer is down; plain requests have nothing to be down.
				if (this.#isUp()) await wait(Math.min(15_000, 250 * 2 ** Math.min(tries, 6)) * (1 + chance.unit()));
				tries += 1;
				continue;
			}
			this.#lane.shift();
			tries = 0;
			if (meaning.is === 'done') {
				tally.acknowledged += 1;
				tally.acknowledgement.record(performance.now() - head.due);
			} else Tally.count(tally.refused, meaning.code);
			head.answered();
		}
		this.#sending = false;
	}

	/** Loses the network: now, or in the middle of the next command. */
	drop(when: 'now' | 'unanswered'): void {
		if (when === 'unanswered') this.#cutNext = true;
		else this.#wire?.drop();
	}
	leave(): void {
		this.#gone = true;
		this.#wire?.close();
		this.#agent.destroy();
	}
}
