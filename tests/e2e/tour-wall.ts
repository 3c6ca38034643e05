/** Every picture of the wall and the observer's page, shown to whoever looks. */
import { expect } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { markTheMap, openDoors, showAll, students } from './day.ts';
import type { Day } from './day.ts';
import type { Look } from './tour-phone.ts';
import { PLATFORMS } from '../../src/lib/summit/templates/platforms.ts';

export async function tourOfWalls({ day, look }: { browser: Browser; day: Day; look: Look }): Promise<void> {
	const { facilitator, wall, observer } = day;
	async function see(name: string, words: string | RegExp): Promise<void> {
		await expect(wall.page.getByText(words).first()).toBeVisible({ timeout: 20_000 });
		await look(`wall ${name}`, wall.page, 'wall');
	}
	const version = (topic: string, key: string): Promise<number> => facilitator.version(topic, key);
	async function reveal(station: string): Promise<void> {
		await facilitator.must({ type: 'station:reveal', station, seen: await version('summit', `station:${station}`) });
	}

	await see('welcome', 'Northbank Student Safety Summit');
	await look('observer before', observer.page, 'staff');
	await openDoors(day);
	await see('doors', /big screen|Join|code/i);
	const class_ = await students(day, 16);
	await facilitator.open('neighbourhood');
	await see('open', /feels good/);
	await markTheMap(class_);
	await showAll(facilitator);
	await see('ideas', /later bus|lights|benches|library|gate|crossing/i);
	await reveal('neighbourhood');
	await see('heat', /of you|marked/i);
	await look('observer heat', observer.page, 'staff');
	await observer.page.getByRole('checkbox', { name: 'Safe', exact: true }).uncheck({ force: true });
	await look('observer heat of two feelings', observer.page, 'staff');
	await facilitator.must({ type: 'station:hide', station: 'neighbourhood' });
	await facilitator.close('neighbourhood');
	await facilitator.open('platforms');
	const apps = PLATFORMS.platforms.filter(({ bands }) => bands.includes('9-11')).slice(0, 6);
	for (const [at, voice] of class_.entries())
		for (const [index, { id }] of apps.entries()) {
			// Eight cards to each rating: past any threshold with its secret extra (S9), so that every bar stands.
			const rating = (at + index) % 2 === 0 ? 'safe' : 'unsafe';
			await voice.must({
				...{ type: 'station:contribute', station: 'platforms', step: 'rate' },
				entry: { type: 'rating', platform: id, rating, reasons: [] }
			});
		}
	await reveal('platforms');
	await see('bars', apps[0]?.name ?? '');
	await look('observer bars', observer.page, 'staff');
	await facilitator.must({ type: 'station:hide', station: 'platforms' });
	for (const station of ['friendships', 'school']) await facilitator.open(station);
	await see('three stations', /friendship/i);
	for (const station of ['platforms', 'friendships', 'school']) await facilitator.close(station);

	const items = await facilitator.rows<{ id: string }>('ideas', 'item:');
	const themes = await facilitator.rows<{ id: string }>('ideas', 'theme:');
	const ideas: string[] = [];
	for (const [at, words] of ['Lights in the underpass', 'A later bus', 'Places to sit'].entries()) {
		const [item, theme] = [items[at]?.id ?? '', themes[at]?.id ?? ''];
		ideas.push(String((await facilitator.must({ type: 'idea:merge', words, theme, items: [item] }))['idea']));
	}
	await facilitator.must({ type: 'backing:open', seen: await version('ideas', 'backing'), ideas });
	await see('backing', 'A later bus');
	for (const [at, voice] of class_.entries())
		await voice.must({ type: 'backing:give', ideas: ideas.slice(0, 1 + (at % 3)) });
	await facilitator.must({ type: 'backing:close', seen: await version('ideas', 'backing') });
	await see('backed', 'A later bus');
	const answers = [
		{ answer: 'yes', because: '', until: null },
		{ answer: 'exploring', because: 'The bus company has to agree.', until: '2027-03-01' },
		{ answer: 'no', because: 'There is no money for it this year.', until: '2027-09-01' }
	] as const;
	for (const [at, said] of answers.entries())
		await facilitator.must({ type: 'theme:answer', theme: themes[at]?.id ?? '', seen: 0, ...said });
	await see('answers', /no money/);
	await facilitator.must({ type: 'controls:blank' });
	await expect(wall.page.getByText(/no money/)).toHaveCount(0);
	await look('wall covered', wall.page, 'wall');
	for (const voice of class_) voice.close();
}
