/** What a crowd's process is told, and what it answers. */
import type { Figures } from './figures.ts';
import type { Way } from './wire.ts';

export interface Beginning {
	/** The dialect's module, as an address. */
	dialect: string;
	settings: unknown;
	way: Way;
	seed: number;
}
export type Order =
	| { do: 'begin'; with: Beginning }
	/** So many more phones come in, at random within so many milliseconds. Answered once all were greeted or gave up. */
	| { do: 'arrive'; phones: number; within: number }
	/**
	 * At random phones, so many commands a second, whatever the answers do (open loop), for so many milliseconds. Of the
	 * phones `dropping` (0 to 1) lose their network meanwhile, half of them in the middle of a command.
	 */
	| { do: 'speak'; perSecond: number; during: number; dropping: number }
	/** So many phones each say the next thing as soon as the last was answered (closed loop). */
	| { do: 'hurry'; phones: number; during: number }
	/** Every phone loses its network at random within so many milliseconds, and says one thing. Answered once all were heard. */
	| { do: 'reconnect'; within: number }
	/** Answered once nothing waits on any phone, or after so many milliseconds. */
	| { do: 'settle'; patience: number }
	| { do: 'figures' }
	| { do: 'count-anew' }
	| { do: 'account' };

export interface Answers {
	begin: null;
	arrive: null;
	speak: null;
	hurry: null;
	reconnect: null;
	/** Commands that still wait. */
	settle: number;
	figures: Figures;
	'count-anew': null;
	account: unknown;
}
export type Answered = { number: number; answer: unknown } | { number: number; problem: string };
