/**
 * S6, S7: who is called by email to what nobody has opened, when, once, and with no word of it; across restarts of the kit,
 * with time moved by hand and a real mail server.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { handClock } from '../../src/lib/server/clock.ts';
import type { HandClock } from '../../src/lib/server/clock.ts';
import { startMailServer } from '../../src/lib/server/mail/testing.ts';
import type { MailServer } from '../../src/lib/server/mail/testing.ts';
import type { Room } from '../../src/lib/server/room.ts';
import { chance } from '../../src/lib/server/tokens.ts';
import type { Duty } from '../../src/lib/summit/people.ts';
import type { Actor } from '../../src/lib/summit/subject.ts';
import { makeSummit, readySettings, startKit } from './kit.ts';
import type { CommandBody } from '../../src/lib/live/protocol.ts';
import type { Kit } from './kit.ts';

const MINUTE = 60_000;
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of cleanUp.splice(0).reverse()) await close();
});

interface Scene {
	kit: Kit;
	room: Room;
	post: MailServer;
	clock: HandClock;
	card: Actor;
	env: Record<string, string>;
	/** Opens the same folder again, as after a crash or an update. */
	restart(): Promise<void>;
}

async function must(room: Room, actor: Actor, body: CommandBody): Promise<Record<string, unknown>> {
	const answer = await room.do(actor, { ...body, id: chance.id() });
	if (!answer.ok) throw new Error(`${body.type}: ${answer.code}`);
	return answer.answer;
}

/** A lead with an account, so that there is an address to write to. */
async function addLead({ kit, room }: Pick<Scene, 'kit' | 'room'>, name: string, duty: Duty = 'lead'): Promise<Actor> {
	const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
	const made = await kit.app.accounts.register({ name, email, passphrase: 'seven calm herons wait' });
	if (!made.ok) throw new Error(made.code);
	const { account } = made.account;
	const joined = await kit.app.identity.enrol({ room, role: 'lead', name, school: 'northbank', account, duty });
	if (!joined.ok) throw new Error(joined.code);
	return { role: 'lead', id: joined.person };
}

async function scene(): Promise<Scene> {
	const post = await startMailServer();
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'summit-'));
	cleanUp.push(
		() => rm(dataDir, { recursive: true, force: true }),
		() => post.close()
	);
	const clock = handClock(1_800_000_000_000);
	const env = { MAIL_URL: post.url, MAIL_FROM: 'kit@example.org', PUBLIC_URL: 'https://summit.example.org' };
	const open = async (): Promise<Kit> => startKit({ dataDir, clock, env });
	const kit = await open();
	const settings = readySettings({ schools: [{ id: 'northbank', name: 'Northbank School' }] });
	const { room } = await makeSummit(kit, { ...settings, name: 'Harbour summit' });
	const made: Scene = {
		...{ kit, room, post, clock, env, card: { role: 'card', id: '' } },
		async restart() {
			await made.kit.close();
			made.kit = await open();
			const again = await made.kit.app.rooms.get(room.id);
			if (!again) throw new Error('The summit is not there');
			made.room = again;
		}
	};
	cleanUp.push(() => made.kit.close());
	return made;
}
/** Doors open, and one student of the school in. */
async function openTo(given: Scene, lead: Actor): Promise<void> {
	const { kit, room } = given;
	const joined = await kit.app.identity.admit({ room, role: 'facilitator', name: 'Alex', school: null, account: null });
	if (!joined.ok) throw new Error(joined.code);
	await must(room, lead, { type: 'people:answer' });
	await must(room, { role: 'facilitator', id: joined.person }, { type: 'doors:open', seen: 0 });
	const key = room.summit.doors.key ?? '';
	const card = await kit.app.join.join({ entrance: { key }, school: 'northbank', band: '9-11', headcount: 1 });
	if (!card.ok) throw new Error(card.code);
	given.card = { role: 'card', id: card.card };
}
/** Moves time on until the room has acted on it. */
async function pass({ clock, room }: Scene, ms: number): Promise<void> {
	clock.advance(ms);
	await room.read(() => undefined);
}
const to = ({ post }: Scene): string[] => post.arrived.map(({ to: [address = ''] }) => address).sort();

test('S6, S7: leads at once, deputies at two minutes, all again at four; across restarts, each once, with no word of it', async () => {
	const day = await scene();
	const lead = await addLead(day, 'Jo Cole');
	await addLead(day, 'Dee Long', 'deputy');
	await addLead(day, 'Sam Patel');
	await addLead(day, 'Una Hart', 'receiver');
	await openTo(day, lead);
	await must(day.room, day.card, { type: 'talk:ask', how: 'come', aboutAdult: false, words: 'Mr Patel zq1qz' });
	// Una receives what names an adult; Sam is the one it names.
	await day.post.until(2);
	expect(to(day)).toEqual(['jo.cole@example.org', 'una.hart@example.org']);

	await pass(day, MINUTE);
	await day.restart();
	await pass(day, MINUTE);
	await day.post.until(3);
	expect(to(day).filter((address) => address.startsWith('dee'))).toHaveLength(1);

	await day.restart();
	await pass(day, 2 * MINUTE);
	await day.post.until(6);
	await day.restart();
	await pass(day, 10 * MINUTE);
	// Something that would come after anything sent twice: the mail of a later worry.
	await must(day.room, day.card, { type: 'talk:ask', how: 'come', aboutAdult: false });
	await day.post.until(8);
	expect(to(day)).toEqual([
		...['dee.long@example.org', 'dee.long@example.org'],
		...['jo.cole@example.org', 'jo.cole@example.org', 'jo.cole@example.org'],
		...['sam.patel@example.org'],
		...['una.hart@example.org', 'una.hart@example.org']
	]);
	const [card] = [...day.room.summit.cards.list.values()];
	for (const { raw, to: all } of day.post.arrived) {
		expect(all).toHaveLength(1);
		expect(raw).toContain('Subject: Something needs you at Harbour summit');
		expect(raw.replaceAll('=\r\n', '')).toContain(`open https://summit.example.org/staff/${day.room.id}/worries`);
		expect(raw).not.toMatch(/zq1qz|Patel,|Northbank|worry:|passed|talk/iu);
		expect(raw).not.toContain(card?.name.animal ?? 'no card');
	}
});

test('S6: an email that cannot be sent stands on that lead’s page, and holds nothing up', async () => {
	const day = await scene();
	const lead = await addLead(day, 'Jo Cole');
	await openTo(day, lead);
	await day.post.close();
	const news = { told: false };
	day.room.onChange(({ events }) => {
		news.told ||= events.some(({ type }) => type === 'people:unreached');
	});
	const asked = await must(day.room, day.card, { type: 'talk:ask', how: 'come', aboutAdult: false });
	expect(asked).toMatchObject({ nobodyReads: false });
	// The mailer's next try waits for the clock; how long the network takes to say no is not the test's to know.
	while (!news.told) {
		day.clock.advance(1_000);
		await new Promise((resolve) => setImmediate(resolve));
	}
	const page = day.room.rows(`worries:${lead.id}`, ['alert']).rows['alert'];
	expect(page).toMatchObject({ unreachedAt: expect.any(Number) as number });
	// Already closed; the clean-up closes it again.
	cleanUp.splice(1, 1);
});

test('S14: the test alert goes to every lead the same way, deputies and receivers too', async () => {
	const day = await scene();
	const lead = await addLead(day, 'Jo Cole');
	await addLead(day, 'Dee Long', 'deputy');
	await openTo(day, lead);
	await must(day.room, lead, { type: 'people:test' });
	await day.post.until(2);
	expect(to(day)).toEqual(['dee.long@example.org', 'jo.cole@example.org']);
});
