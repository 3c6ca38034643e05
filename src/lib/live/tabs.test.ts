import { expect, it } from 'vitest';
import { openTabs, type TabWord } from './tabs.ts';

it('L3: tabs of one card hear each other, no other card does, and one that has ended tells nothing and throws nothing', async () => {
	const heard: TabWord[] = [];
	const others: TabWord[] = [];
	let first = (): void => undefined;
	const one = new Promise<void>((resolve) => (first = resolve));
	const listens = openTabs({ summit: 'summit', card: 'card' }, (word) => {
		heard.push(word);
		first();
	});
	const another = openTabs({ summit: 'summit', card: 'another' }, (word) => others.push(word));
	const ends = openTabs({ summit: 'summit', card: 'card' }, () => undefined);
	const tells = openTabs({ summit: 'summit', card: 'card' }, () => undefined);
	ends.close();
	ends.tell({ about: 'wiped' });
	tells.tell({ about: 'shelf' });
	await one;
	expect([heard, others]).toEqual([[{ about: 'shelf' }], []]);
	for (const tab of [listens, another, tells]) tab.close();
});
