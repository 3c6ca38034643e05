/**
 * What a wall or an observer's page knows: released aggregates, approved words, how many take part. It watches two topics
 * and nothing else, so a pin, a card's name or a single change cannot reach it (S2).
 */
import { getContext, setContext } from 'svelte';
import type { Live, LiveTopic } from '../../live/client.svelte.ts';
import type { StationSettings } from '../../summit/stations/settings.ts';
import type { AboutRow, ReleaseRow, StationRow, SummitRows, WallRows } from '../../summit/topics/room.ts';
import type { Said } from './answers.ts';
import { isCovered, viewOf } from './view.ts';
import type { View } from './view.ts';

export interface ShownIdea {
	id: string;
	station: string;
	text: string;
}

export class Wall {
	readonly live: Live;
	/** `screen` is drawn once and read from far; `page` scrolls on somebody's own device. */
	readonly on: 'screen' | 'page';
	private readonly summit: LiveTopic<SummitRows>;
	private readonly wall: LiveTopic<WallRows>;
	/** Milliseconds without a word from the server, looked at often so that silence is noticed (S8). */
	private silence = $state(0);

	constructor(live: Live, on: 'screen' | 'page') {
		this.live = live;
		this.on = on;
		this.summit = live.watch<SummitRows>('summit');
		this.wall = live.watch<WallRows>('wall');
		$effect(() => {
			const every = setInterval(() => (this.silence = live.silence()), 250);
			return () => clearInterval(every);
		});
	}

	get about(): AboutRow | undefined {
		return this.summit.row('about');
	}
	get takingPart(): number {
		return this.summit.row('taking-part')?.count ?? 0;
	}
	get covered(): boolean {
		const { live } = this;
		const controls = this.summit.row('controls');
		const { paused = true, blanked = true } = controls ?? {};
		const ready = this.summit.ready && this.wall.ready;
		// A word uncovers at once; silence covers at the next look.
		const silence = Math.min(this.silence, live.silence());
		return isCovered({ ready, paused, blanked, silence, net: live.net });
	}
	get doors(): WallRows['doors'] {
		return this.wall.row('doors') ?? { open: false, knock: false, code: null, key: null };
	}
	get backing(): WallRows['backing'] {
		return this.wall.row('backing') ?? { status: 'before', countedAt: null, ideas: [] };
	}
	get stations(): StationRow[] {
		return this.summit.all<StationRow>('station:').map(({ row }) => row);
	}
	get answers(): Said[] {
		const rows = this.wall.all<WallRows[`answer:${string}`]>('answer:');
		return rows.map(({ key, row }) => ({ ...row, id: key }));
	}
	get view(): View {
		const { stations, answers, backing } = this;
		return viewOf({ stations, doorsOpen: this.doors.open, backing, answers });
	}
	station(id: string): StationRow | undefined {
		return this.summit.row(`station:${id}`);
	}
	settings(id: string): StationSettings | undefined {
		return this.summit.row(`settings:${id}`);
	}
	/** The picture of a revealed station; null while it is too thin to be released (S9). */
	release(id: string): ReleaseRow | null {
		return this.wall.row(`release:${id}`) ?? null;
	}
	/** Approved words, oldest first; of one station, or of all. */
	ideas(station?: string): ShownIdea[] {
		return this.wall
			.all<WallRows[`idea:${string}`]>('idea:')
			.filter(({ row }) => station === undefined || row.station === station)
			.sort((a, b) => a.row.at - b.row.at)
			.map(({ key, row }) => ({ id: key, station: row.station, text: row.text }));
	}
}

const KEY = Symbol('wall');

export function provideWall(live: Live, on: Wall['on']): Wall {
	return setContext(KEY, new Wall(live, on));
}
export function useWall(): Wall {
	return getContext<Wall>(KEY);
}
