/**
 * An erasure in a process of its own, so that a test can kill it: `node erasing-process.ts DATA_DIR KILL_AT`. Every step that
 * leaves something on the disk counts; before the one with the given number the process kills itself, which is after the one
 * that came before. On an
 * empty folder it makes a summit first. It ends with the receipt.
 */
import path from 'node:path';
import { createBackups } from '../../src/lib/server/backups.ts';
import { systemClock } from '../../src/lib/server/clock.ts';
import { openKeyring } from '../../src/lib/server/keyring.ts';
import { createPurge } from '../../src/lib/server/purge.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { createRooms } from '../../src/lib/server/rooms.ts';
import { openSqlite } from '../../src/lib/server/store/sqlite.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import { HELP_UK } from '../../src/lib/summit/templates/help-uk.ts';
import { standardTemplate } from '../../src/lib/summit/templates/standard.ts';
import { receiver } from '../../src/lib/summit/testing.ts';
import { must } from './erasure-day.ts';

const [, , dataDir = '', at = '0'] = process.argv;
let [steps, armed] = [0, false];

function step(): void {
	if (!armed) return;
	steps += 1;
	if (steps === Number(at)) process.kill(process.pid, 'SIGKILL');
}
/** The same object, but for these of its methods, each of which is a step. */
function counted<T extends object>(whole: T, names: readonly (keyof T)[]): T {
	return new Proxy(whole, {
		get(target, name, self) {
			const value: unknown = Reflect.get(target, name, self);
			if (typeof value !== 'function' || !names.some((one) => one === name)) return value;
			return (...given: unknown[]): unknown => {
				step();
				return Reflect.apply(value, target, given);
			};
		}
	});
}

const clock = systemClock();
const keyring = counted(await openKeyring({ dir: path.join(dataDir, 'keys') }), ['keep', 'destroy']);
const file = path.join(dataDir, 'summit.db');
const store = counted(await openSqlite(file), ['append', 'erase', 'compact', 'settle']);
const fault = (what: string, error: unknown): void => console.error(what, error);
const rooms = await createRooms({ store, keyring, clock, chance, network: 'safe', fault, reader: () => () => [] });
const plain = createBackups({ dir: path.join(dataDir, 'backups'), days: 7, files: [file], clock, fault });
const backups = counted(plain, ['expire']);
const purge = createPurge({ store, keyring, rooms, backups, clock, chance, fault });
const [room] = await rooms.list();
const ready = room ?? (await prepare());
armed = true;
await purge.resume();
purge.start();
if (!room) await order(ready);
if (ready.summit.retention.receipts.length === 0)
	await new Promise<void>((resolve) => {
		ready.onChange(({ events }) => {
			if (events.some(({ type }) => type === 'retention:erased')) resolve();
		});
	});
await purge.close();
await rooms.close();
await store.close();
console.log(steps);

async function prepare(): Promise<Room> {
	const template = standardTemplate({ date: '2027-01-15', nextUpdate: '2027-01-29', helpPack: HELP_UK });
	const schools = [{ id: 'northbank', name: 'Northbank School' }];
	const allegations = schools.map(({ id }) => receiver(id));
	const settings = { ...template, schools, allegations, quietRoom: 'Library' };
	const made = await rooms.create({ settings, rehearsal: false, person: { name: 'Sam', account: null } });
	const fresh = made.ok ? await rooms.get(made.summit) : null;
	if (!made.ok || !fresh) throw new Error('no summit');
	const [facilitator, lead]: Actor[] = [
		{ role: 'facilitator', id: made.person },
		{ role: 'lead', id: chance.id() }
	];
	const join = { type: 'people:join', name: 'Jo Cole', role: 'lead', school: 'northbank', account: null } as const;
	await must(fresh, { role: 'kit', id: 'kit' }, { ...join, person: lead?.id ?? '' });
	if (!facilitator || !lead) throw new Error('nobody');
	await must(fresh, lead, { type: 'people:answer' });
	await must(fresh, facilitator, { type: 'doors:open', seen: 0 });
	const card = { type: 'cards:join', school: 'northbank', band: '9-11', headcount: 1 } as const;
	const joined = await must(fresh, { role: 'newcomer', id: 'newcomer' }, card);
	const student: Actor = { role: 'card', id: String(joined['card']) };
	const talk = { type: 'talk:ask', how: 'come', aboutAdult: false } as const;
	await must(fresh, student, { ...talk, words: 'zebraheld' });
	await must(fresh, student, { ...talk, words: 'zebragone' });
	const [worry = ''] = fresh.summit.worries.list.keys();
	for (const id of fresh.summit.worries.list.keys()) await must(fresh, lead, { type: 'worry:see', worry: id });
	const hold = { reason: 'complaint', note: '', until: '2027-06-01' } as const;
	await must(fresh, lead, { type: 'retention:hold', worry, ...hold });
	await must(fresh, facilitator, { type: 'summit:close' });
	await plain.make();
	return fresh;
}

async function order(fresh: Room): Promise<void> {
	const lead = [...fresh.summit.people.list.values()].find(({ role }) => role === 'lead');
	const actor: Actor = { role: 'lead', id: lead?.id ?? '' };
	const confirm = fresh.summit.setup.settings.name;
	await must(fresh, actor, { type: 'retention:erase-now', reason: 'finished', confirm });
}
