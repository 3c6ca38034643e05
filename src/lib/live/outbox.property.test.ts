/**
 * Tabs of one card that write, lose their line, fall asleep, die and come back, in any order. Whatever happened, every
 * command that a tab had stored, and every one of a tab that lives, reaches the kit and is answered as the kit decided.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DoAnswer, SentCommand } from './protocol.ts';
import { many, timeout } from '../../../tests/live/how-long.ts';
import { Device, no, talk, words, yes, type Tab } from './testing-tabs.ts';

type Step =
	| { do: 'put' | 'talk' | 'line' | 'freeze' | 'thaw' | 'die' | 'rest'; tab: number }
	| { do: 'open' | 'deaf' | 'kit' }
	| { do: 'pass'; seconds: number };

const tab = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ do: fc.constantFrom('put' as const), tab }) },
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constantFrom(...(['talk', 'line', 'freeze', 'thaw', 'die', 'rest'] as const)),
			tab
		})
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constantFrom(...(['open', 'deaf', 'kit'] as const)) }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.nat(8) }) }
);

/** The kit as it is: it decides once for each id, and says the same ever after (L2). Sometimes nothing comes back. */
class Kit {
	readonly decided = new Map<string, DoAnswer>();
	mood: 'well' | 'silent' | 'busy' | 'hanging' = 'well';

	readonly answer = (command: SentCommand): DoAnswer | null | Promise<never> => {
		if (this.mood === 'busy') return no('server_busy')(command);
		const refuses = command.id.endsWith('3');
		const said = this.decided.get(command.id) ?? (refuses ? no('limit_reached') : yes)(command);
		this.decided.set(command.id, said);
		if (this.mood === 'hanging') return new Promise<never>(() => undefined);
		return this.mood === 'silent' ? null : said;
	};
	next(): void {
		const moods = ['well', 'silent', 'busy', 'hanging'] as const;
		this.mood = moods[(moods.indexOf(this.mood) + 1) % moods.length] ?? 'well';
	}
}

class Day {
	readonly device = new Device();
	readonly kit = new Kit();
	readonly open: Tab[] = [];
	readonly dead = new Set<Tab>();
	/** What each tab was given, in order. */
	readonly given = new Map<Tab, string[]>();
	count = 0;

	constructor() {
		this.device.answers = this.kit.answer;
	}
	async openTab(): Promise<void> {
		if (this.open.length >= 3) return;
		const made = this.device.tab();
		this.open.push(made);
		this.given.set(made, []);
		await made.outbox.open();
	}
	async take(one: Step): Promise<void> {
		if (one.do === 'open') return this.openTab();
		if (one.do === 'pass') return this.device.pass(one.seconds * 1_000);
		if (one.do === 'kit') this.kit.next();
		if (one.do === 'deaf') this.device.hearing = !this.device.hearing;
		if (!('tab' in one)) return;
		const who = this.open[one.tab];
		if (who) await this.#act(one.do, who);
	}
	async #act(what: Extract<Step, { tab: number }>['do'], who: Tab): Promise<void> {
		if (what === 'line') who.online = !who.online;
		else if (what === 'freeze') who.freeze();
		else if (what === 'thaw') who.thaw();
		else if (what === 'rest') who.outbox.rest();
		else if (what === 'die') {
			who.freeze();
			this.dead.add(who);
			this.open.splice(this.open.indexOf(who), 1);
		} else if (!who.frozen) {
			const id = `${what}-${(this.count += 1)}`;
			this.given.get(who)?.push(id);
			await who.put(what === 'put' ? words(id) : talk(id));
		}
	}
	/** Everybody is awake and online, and the kit is well. */
	async end(): Promise<void> {
		this.kit.mood = 'well';
		await this.openTab();
		for (const one of this.open) {
			one.thaw();
			one.online = true;
			one.outbox.wake();
		}
		await this.device.pass(60_000);
	}
}

describe('tabs of one card', () => {
	it(
		'L2, L3: nothing is lost, nothing is answered twice or otherwise, and each tab’s order is kept',
		{ timeout: timeout(60_000) },
		async () => {
			const steps = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });
			await fc.assert(
				fc.asyncProperty(steps, async (all) => {
					const day = new Day();
					await day.openTab();
					await day.openTab();
					for (const one of all) await day.take(one);
					await day.end();

					for (const one of [...day.open, ...day.dead]) {
						const given = day.given.get(one) ?? [];
						const alive = day.open.includes(one);
						// Given to a tab that was awake, and time enough to store it: it is the kit's now.
						for (const id of given) expect(day.kit.decided.has(id), `${id} reached the kit`).toBe(true);
						const decided = [...day.kit.decided.keys()].filter((id) => id.startsWith('put') && given.includes(id));
						expect(decided).toEqual(given.filter((id) => id.startsWith('put')));
						if (!alive) continue;
						expect(one.answered.map(({ id }) => id).sort()).toEqual([...given].sort());
						for (const answer of one.answered) expect(answer).toEqual(day.kit.decided.get(answer.id));
						expect(one.waiting).toEqual([]);
					}
					expect((await day.device.shelf()).waiting).toEqual([]);
				}),
				{ numRuns: many({ short: 150, long: 3_000 }) }
			);
		}
	);
});
