/** S5, S6: a screen that reads worries is open only as long as what it proved itself with. Bystanders are not disturbed. */
import { afterEach, expect, test } from 'vitest';
import { handClock } from '../../src/lib/server/clock.ts';
import { chance, hashOf } from '../../src/lib/server/tokens.ts';
import { Voice, joinAs, makeSummit, startKit } from './kit.ts';
import type { Kit } from './kit.ts';

let kit: Kit | null = null;
const voices: Voice[] = [];

afterEach(async () => {
	for (const voice of voices.splice(0)) voice.close();
	await kit?.close();
});

const PASSPHRASE = 'seven green herons by the canal';

/** Signs in once more: another browser of the same account. */
async function signIn({ app }: Kit, email: string): Promise<string> {
	const signed = await app.accounts.signIn({ email, passphrase: PASSPHRASE });
	if (!signed.ok) throw new Error(signed.code);
	return signed.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

test('S6: signing out cuts off every open screen of that browser, by account and by link, and no other', async () => {
	kit = await startKit();
	const { app, url } = kit;
	const { room } = await makeSummit(kit);
	const email = 'jo@example.org';
	const made = await app.accounts.register({ name: 'Jo Cole', email, passphrase: PASSPHRASE });
	if (!made.ok) throw new Error(made.code);
	const { account } = made.account;
	const lead = await app.identity.enrol({ room, role: 'lead', name: 'Jo Cole', school: 'northbank', account });
	const helper = await app.identity.admit({ room, role: 'stationLead', name: 'Jo', school: null, account: null });
	if (!lead.ok || !helper.ok) throw new Error('not admitted');
	const browser = `${await signIn(kit, email)}; stationLead_${room.id}=${helper.token}`;
	const elsewhere = await signIn(kit, email);
	const open = (as: 'lead' | 'stationLead', id: string, cookie: string): Voice => {
		const voice = new Voice({ kit: { url }, room: room.id, as, id, cookie });
		voices.push(voice);
		return voice;
	};
	const first = open('lead', lead.person, browser);
	const second = open('lead', lead.person, browser);
	const byLink = open('stationLead', helper.person, browser);
	const bystander = open('lead', lead.person, elsewhere);
	const another = await joinAs(kit, room, 'lead', { school: 'harbour-lane' });
	voices.push(another);
	for (const voice of [first, second, bystander, another])
		expect(await voice.watch(`worries:${voice.id}`)).toMatchObject({ ok: true });
	expect(await byLink.watch('queue')).toMatchObject({ ok: true });

	await app.signOut(new Headers({ cookie: browser }));
	for (const voice of [first, second, byLink]) {
		await voice.until(() => voice.evicted);
		expect(voice.evicted).toBe('not_signed_in');
	}
	for (const voice of [bystander, another]) {
		expect(await voice.watch(`worries:${voice.id}`)).toMatchObject({ ok: true });
		expect(voice.evicted).toBeNull();
	}
});

test('S6: a screen is cut off when what it proved itself with has ended by itself', async () => {
	const clock = handClock(Date.parse('2027-01-15T08:00:00Z'));
	kit = await startKit({ clock });
	const { room } = await makeSummit(kit);
	const token = 'a-part-that-ends-in-a-minute';
	const body = { type: 'people:join', person: chance.id(), name: 'Jo', role: 'lead', school: 'northbank' } as const;
	const pass = {
		hash: hashOf(token),
		holder: body.person,
		role: 'lead',
		createdAt: clock.now(),
		revokedAt: null
	} as const;
	const kitItself = { role: 'kit', id: 'kit' } as const;
	const joined = await room.do(kitItself, { ...body, id: chance.id(), account: null }, () => ({
		...pass,
		endsAt: clock.now() + 60_000
	}));
	expect(joined).toMatchObject({ ok: true });
	const ending = new Voice({ kit, room: room.id, as: 'lead', id: body.person, token });
	const bystander = await joinAs(kit, room, 'lead', { school: 'harbour-lane' });
	voices.push(ending, bystander);
	for (const voice of [ending, bystander]) expect(await voice.watch(`worries:${voice.id}`)).toMatchObject({ ok: true });
	clock.advance(60_000);
	await ending.until(() => ending.evicted);
	expect(ending.evicted).toBe('not_signed_in');
	expect(await bystander.watch(`worries:${bystander.id}`)).toMatchObject({ ok: true });
	expect(bystander.evicted).toBeNull();
});
