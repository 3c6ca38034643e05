/** X1: every screen in every main state, by axe's rules for WCAG 2.2 AA, on its own device and the other, light and dark. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readyDay } from './day.ts';
import { KitProcess } from './kit.ts';
import { LAPTOP, PHONE, PROJECTOR } from './people.ts';
import { tourOfClosing } from './tour-closing.ts';
import { tourOfOwner } from './tour-owner.ts';
import { tourOfPhones } from './tour-phone.ts';
import type { Look } from './tour-phone.ts';
import { tourOfRehearsal } from './tour-rehearsal.ts';
import { tourOfSafety } from './tour-safety.ts';
import { tourOfDesks, tourOfEntries, tourOfPlan } from './tour-staff.ts';
import { tourOfWalls } from './tour-wall.ts';

// A trace of a thousand looks takes longer than the looks.
test.use({ actionTimeout: 10_000, trace: 'off' });
test.describe.configure({ timeout: 900_000 });

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = { phone: [PHONE, LAPTOP], staff: [LAPTOP, PHONE], wall: [PROJECTOR] } as const;

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]['nodes'];

/** Of the targets axe found too small, those that stay so in the middle of the screen: what is half under a bar that
 * stands still is brought out by scrolling, and where a page happens to be scrolled is no fault of the target. */
async function inView(page: Page, nodes: Found): Promise<Found> {
	const small: Found = [];
	for (const node of nodes) {
		const at = node.target.map(String);
		await page
			.locator(at.at(-1) ?? '')
			.first()
			.evaluate((target) => target.scrollIntoView({ block: 'center' }));
		const { violations } = await new AxeBuilder({ page }).include(at).withRules(['target-size']).analyze();
		small.push(...violations.flatMap((violation) => violation.nodes));
	}
	return small;
}

/** Looks with axe and notes what it finds; darkness changes colours only, so only their rules
 * look again, on the device the screen is made for. */
function axeLook(found: string[]): Look {
	return (name, page, on) =>
		test.step(name, async () => {
			const before = page.viewportSize();
			for (const size of SIZES[on]) {
				await page.setViewportSize(size);
				for (const colorScheme of size === SIZES[on][0] ? (['light', 'dark'] as const) : (['light'] as const)) {
					await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
					const axe = new AxeBuilder({ page });
					const { violations } = await (
						colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'link-in-text-block'])
					).analyze();
					for (const { id, impact, help, nodes: all } of violations) {
						if (impact !== 'serious' && impact !== 'critical') continue;
						const nodes = id === 'target-size' ? await inView(page, all) : all;
						if (nodes.length === 0) continue;
						const where = nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 160)}\n  ${failureSummary}`);
						found.push(`${name}, ${size.width} wide, ${colorScheme}: ${id} (${help})\n${where.join('\n')}`);
					}
				}
			}
			if (before) await page.setViewportSize(before);
			await page.emulateMedia({ colorScheme: null });
		});
}

const DAYS = {
	'a student’s device': tourOfPhones,
	'the console, the queue and the private queue': tourOfDesks,
	'the plan': tourOfPlan,
	'what keeps people safe': tourOfSafety,
	'the owner’s page': tourOfOwner,
	'the wall and the observer’s page': tourOfWalls
};
for (const [what, tour] of Object.entries(DAYS)) {
	test(`X1: ${what}`, async ({ browser }) => {
		const kit = await KitProcess.start();
		const found: string[] = [];
		const complaints: string[] = [];
		try {
			await tour({ browser, day: await readyDay(browser, kit, complaints), look: axeLook(found) });
		} finally {
			await kit.close();
		}
		expect(found).toEqual([]);
		expect(complaints).toEqual([]);
	});
}

const KITS = {
	'the ways in, and a summit being set up': { tour: tourOfEntries, env: {} },
	'a closed summit': { tour: tourOfClosing, env: {} },
	'a rehearsal': { tour: tourOfRehearsal, env: { REHEARSE: '1' } }
};
for (const [what, { tour, env }] of Object.entries(KITS)) {
	test(`X1: ${what}`, async ({ browser }) => {
		const kit = await KitProcess.start(env);
		const found: string[] = [];
		const complaints: string[] = [];
		try {
			await tour({ browser, kit, complaints, look: axeLook(found) });
		} finally {
			await kit.close();
		}
		expect(found).toEqual([]);
		expect(complaints).toEqual([]);
	});
}
