/**
 * What every student screen shares: this device's card, the summit's topics, and the way to *Talk to someone*. One per
 * page, made by `Room.svelte`; screens and station faces take it with `useStudent`.
 */
import { getContext, setContext } from 'svelte';
import type { CardRow, CardRows, SummitRows } from '../../summit/topics/room.ts';
import type { Live, LiveTopic } from '../../live/client.svelte.ts';

export class Student {
	readonly live: Live;
	readonly summit: LiveTopic<SummitRows>;
	readonly mine: LiveTopic<CardRows>;
	/** Whether *Talk to someone* stands in front of whatever else is there. */
	talking = $state(false);

	constructor(live: Live, card: string) {
		this.live = live;
		this.summit = live.watch<SummitRows>('summit');
		this.mine = live.watch<CardRows>(`card:${card}`);
	}

	get card(): CardRow | undefined {
		return this.mine.row('card');
	}
}

const KEY = Symbol('student');

export function provideStudent(student: Student): Student {
	return setContext(KEY, student);
}
export function useStudent(): Student {
	return getContext<Student>(KEY);
}
