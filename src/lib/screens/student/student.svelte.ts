/**
 * What every student screen shares: this device's card, the summit's topics, what stands in front of everything else, and
 * what the student picked. One per page, made by `Room.svelte`; screens and station faces take it with `useStudent`.
 */
import { getContext, setContext } from 'svelte';
import type { Live, LiveTopic } from '../../live/client.svelte.ts';
import type { AboutRow, CardRow, CardRows, ChooseRow, StationRow, SummitRows } from '../../summit/topics/room.ts';
import type { Pick } from './screen.ts';
import type { Begun } from './unfinished.ts';

/** What stands in front: *Talk to someone*, or handing the device on. */
export type Front = 'talk' | 'next' | null;

/** What a plain form, sent without a script, could not send: it goes back into the form (S5). */
export interface UnsentTalk {
	how: 'come' | 'go' | 'later';
	aboutAdult: boolean;
	words: string;
}

interface Opened {
	card: string;
	front: Front;
	/** Names this page in its plain forms, so that a form pressed twice is one thing asked. */
	once: string;
	unsent: UnsentTalk | null;
}

export class Student {
	readonly live: Live;
	readonly summit: LiveTopic<SummitRows>;
	readonly mine: LiveTopic<CardRows>;
	readonly choosing: LiveTopic<{ choices: ChooseRow }>;
	readonly once: string;
	readonly unsent: UnsentTalk | null;
	front = $state<Front>(null);
	picked = $state<Pick>(null);
	/** There is more than one thing to do just now. */
	others = $state(false);
	/** The station in front has closed, and something begun there is not sent yet. */
	late = $state<Begun | null>(null);
	/** What became of the last thing sent from a closed station, in words or empty: sending it leaves the station. */
	sentLate = $state.raw<(() => string) | null>(null);
	#about = $state.raw<AboutRow | undefined>();

	constructor(live: Live, { card, front, once, unsent }: Opened) {
		this.live = live;
		this.summit = live.watch<SummitRows>('summit');
		this.mine = live.watch<CardRows>(`card:${card}`);
		this.choosing = live.watch<{ choices: ChooseRow }>('choose');
		this.front = front;
		this.once = once;
		this.unsent = unsent;
		$effect.pre(() => {
			this.#about = this.summit.row('about') ?? this.#about;
		});
	}

	/** Also where rows were taken from this device: help outside school stays in reach whatever ended (S5). */
	get about(): AboutRow | undefined {
		return this.summit.row('about') ?? this.#about;
	}

	get card(): CardRow | undefined {
		return this.mine.row('card');
	}
	get stations(): StationRow[] {
		return this.summit.all<StationRow>('station:').map(({ row }) => row);
	}
}

const KEY = Symbol('student');

export function provideStudent(student: Student): Student {
	return setContext(KEY, student);
}
export function useStudent(): Student {
	return getContext<Student>(KEY);
}

/** The words of a card's name, apart from its number: "Sky Otter". */
export function cardWords({ colour, animal }: { colour: string; animal: string }): string {
	const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
	return `${capital(colour)} ${capital(animal)}`;
}
