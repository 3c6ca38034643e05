/**
 * One load run, from doors to the log: phones come in within a minute, then contribute at human
 * pace with a peak in the middle, a tenth of them losing the network, while consoles read and walls show. At the end what
 * everybody was told is kept is looked for in the log.
 */
import type { Crowd } from '../crowd/crowd.ts';
import type { CardAccount } from '../crowd/dialects/kit.ts';
import type { Figures } from '../crowd/figures.ts';
import type { Sample } from '../crowd/probe.ts';
import type { Served } from '../crowd/served.ts';
import type { Flags } from './flags.ts';
import type { Progress } from './progress.ts';
import type { Staff, StaffFigures } from './staff.ts';

/** Commands a second of one phone: thirty a second of three hundred at the peak, half of that around it. */
const PEAK = 0.1;
const CALM = PEAK / 2;
/** The part of phones that lose their network once while they contribute. */
const DROPPING = 0.1;
const MINUTE = 60_000;
/** Milliseconds for the last answers after everybody has stopped. */
const PATIENCE = 60_000;
const LOOK = 1_000;

export interface Phase {
	name: 'join' | 'calm' | 'peak' | 'calm again';
	/** Milliseconds. */
	lasted: number;
	crowd: Figures;
	/** Of one core, 0 to 1 and beyond where other threads work too. */
	serverCpu: number;
	crowdCpu: number;
	delay: Sample['delay'];
}
export interface Day {
	phases: Phase[];
	staff: StaffFigures;
	cards: CardAccount[];
	/** Commands without an answer when the run ended. */
	unanswered: number;
	/** Of the server: with nobody in, with everybody in and greeted, and at the end. Garbage collected before each. */
	memory: { before: Sample; joined: Sample; after: Sample };
}
export interface DayParts {
	flags: Flags;
	crowd: Crowd;
	server: Served;
	staff: Staff;
	progress: Progress;
}

export async function runDay({ flags, crowd, server, staff, progress }: DayParts): Promise<Day> {
	const { phones, minutes, seed } = flags;
	const whole = minutes * MINUTE;
	const joining = flags.joining * MINUTE;
	const rest = whole - joining;
	const began = performance.now();
	const phases: Phase[] = [];

	async function phase(name: Phase['name'], work: () => Promise<unknown>): Promise<void> {
		await crowd.tell({ do: 'count-anew' });
		const before = await server.sample();
		const look = setInterval(() => void say(name), LOOK);
		await work().finally(() => clearInterval(look));
		const after = await server.sample();
		const counted = await crowd.tell({ do: 'figures' });
		const lasted = after.at - before.at;
		phases.push({
			...{ name, lasted, crowd: counted, delay: after.delay },
			serverCpu: (after.cpu - before.cpu) / lasted,
			crowdCpu: counted.cpu / lasted
		});
	}
	async function say(name: Phase['name']): Promise<void> {
		const counted = await crowd.tell({ do: 'figures' }).catch(() => null);
		if (counted === null) return;
		const { arrived, said, acknowledged, waiting } = counted;
		const what =
			name === 'join'
				? `joining: ${arrived} of ${phones} are in`
				: `${name}: ${said} said, ${acknowledged} acknowledged, ${waiting} waiting`;
		progress.show((performance.now() - began) / whole, what);
	}
	const speak = (perPhone: number, part: number, dropping: number) => () =>
		crowd.tell({ do: 'speak', perSecond: phones * perPhone, during: rest * part, dropping });

	progress.show(0, 'The doors are open.');
	const before = await server.sample('collected');
	await phase('join', () => crowd.tell({ do: 'arrive', phones, within: joining }));
	const joined = await server.sample('collected');
	staff.work(seed);
	await phase('calm', speak(CALM, 0.25, DROPPING / 4));
	await phase('peak', speak(PEAK, 0.5, DROPPING / 2));
	await phase('calm again', async () => {
		await speak(CALM, 0.25, DROPPING / 4)();
		await crowd.tell({ do: 'settle', patience: PATIENCE });
	});
	progress.show(1, 'Waiting for the last words to reach the walls.');
	await staff.stop(PATIENCE);
	const unanswered = await crowd.tell({ do: 'settle', patience: 0 });
	const after = await server.sample('collected');
	// The dialect is the kit's, whose account this is.
	const cards = (await crowd.tell({ do: 'account' })) as CardAccount[];
	return { phases, staff: staff.figures(), cards, unanswered, memory: { before, joined, after } };
}
