/**
 * A summit with any number of marks on its map, made straight from events: pins, named places and painted areas of the
 * same two thousand cards, gathered round a few places as a real room's are. The same every time.
 */
import { founded } from './summit.ts';
import { cellIndex, writeArea } from '../src/lib/summit/grid.ts';
import { FEELINGS } from '../src/lib/summit/stations/entries.ts';
import type { MarkEntry } from '../src/lib/summit/stations/entries.ts';
import type { Context } from '../src/lib/summit/subject.ts';
import { evolve } from '../src/lib/summit/evolve.ts';
import { decide } from '../src/lib/summit/summit.ts';
import type { Event, LoggedEvent, Summit } from '../src/lib/summit/summit.ts';
import { touched } from '../src/lib/summit/touched.ts';
import { NEIGHBOURHOOD } from '../src/lib/summit/templates/neighbourhood.ts';

export const STATION = NEIGHBOURHOOD.id;
const CARDS = 2_000;
const CENTRES = [
	[8, 8],
	[18, 17],
	[24, 7],
	[12, 23],
	[25, 21]
] as const;

export class MarkedMap {
	readonly summit: Summit = founded();
	readonly cards: string[] = [];
	private now = 1_795_165_200_000;
	private made = 0;
	private chance = 7;

	constructor(marks: number) {
		const schools = this.summit.setup.settings.schools.map(({ id }) => id);
		for (let n = 0; n < CARDS; n += 1) {
			const card = `card-${n}`;
			this.cards.push(card);
			const name = { colour: 'teal', animal: 'otter', number: n } as const;
			const school = schools[n % schools.length] ?? '';
			this.happens({ type: 'cards:joined', card, name, school, band: '9-11', headcount: 1 });
		}
		this.happens({ type: 'station:opened', station: STATION, endsAt: null });
		for (let n = 0; n < marks; n += 1) this.happens(this.mark());
	}

	/** One more mark, not yet folded in. */
	mark(): Extract<Event, { type: 'station:contributed' }> {
		this.made += 1;
		const card = this.cards[this.made % this.cards.length] ?? '';
		const sent = { contribution: `mark-${this.made}`, station: STATION, card, step: 'worry-places' };
		const secret = { entry: this.entry(), words: null, marks: [] };
		return { type: 'station:contributed', ...sent, late: null, item: null, route: 'queue', secret };
	}

	/** What the kit does with an event, but for storing it: folds it in and names the rows it changed. */
	happens(event: Event): void {
		const logged: LoggedEvent = { ...event, seq: this.summit.seq + 1, at: this.now, actor: 'kit:kit' };
		evolve(this.summit, logged);
		touched(this.summit, logged);
	}

	/** The same for taking it back. */
	takeBack({ contribution, card }: { contribution: string; card: string }): void {
		this.happens({ type: 'station:withdrawn', station: STATION, contribution, card });
	}

	/** A release of what stands now; the rows it changed in the map's heat. */
	release(): string[] {
		this.now += 5_000;
		const id = 'release-01';
		const context: Context = {
			...{ actor: { role: 'kit', id: 'kit' }, now: this.now, id: () => id, draw: () => 0, read: () => [] },
			network: 'safe'
		};
		const decision = decide(this.summit, { id, type: 'station:release', station: STATION }, context);
		if (!decision.ok) throw new Error(`The release was refused: ${decision.code}`);
		const [event] = decision.events;
		if (!event) throw new Error('Nothing was released.');
		const logged: LoggedEvent = { ...event, seq: this.summit.seq + 1, at: this.now, actor: 'kit:kit' };
		evolve(this.summit, logged);
		const heat = touched(this.summit, logged).find(({ topic }) => topic === `heat:${STATION}`);
		return heat && heat.keys !== '*' ? [...heat.keys] : [];
	}

	private lot(below: number): number {
		this.chance = (Math.imul(this.chance, 1_103_515_245) + 12_345) >>> 0;
		return Math.floor((this.chance / 2 ** 32) * below);
	}
	private entry(): MarkEntry {
		const centre = CENTRES[this.lot(CENTRES.length)] ?? [0, 0];
		const [x, y] = [centre[0] + this.lot(7) - 3, centre[1] + this.lot(7) - 3];
		const when = NEIGHBOURHOOD.when.slice(0, this.lot(3)).map(({ id }) => id);
		const feeling = FEELINGS[this.lot(3)] ?? 'safe';
		const common = { type: 'mark', feeling, when, with: [], why: [] } satisfies Partial<MarkEntry>;
		switch (this.made % 3) {
			case 0: {
				const cells = [];
				for (let row = 0; row < 5; row += 1)
					for (let column = 0; column < 4; column += 1) cells.push(cellIndex(x + column, y + row));
				return { ...common, at: null, place: null, area: writeArea(cells) };
			}
			case 1:
				return { ...common, at: [(x + 0.5) / 32, (y + 0.5) / 32], place: null };
			default:
				return { ...common, at: null, place: NEIGHBOURHOOD.places[this.lot(NEIGHBOURHOOD.places.length)]?.id ?? null };
		}
	}
}
