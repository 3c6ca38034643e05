/** Setting up under real hands: a box begun for one room, a link that leads to the part it names. */
import { expect, test } from '@playwright/test';
import { readyDay } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE } from './people.ts';

test.use({ actionTimeout: 10_000 });

test('S11, S14: a box begun for one room is not finished on another; what is not ready leads to its part', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const { facilitator, summit } = await readyDay(browser, kit, complaints);
	const { page } = facilitator;
	await page.goto(`${kit.url}/staff/${summit}/set-up`);
	await page
		.locator('summary', { hasText: 'Your school' })
		.or(page.locator('summary', { hasText: /school/i }))
		.first()
		.click();
	const places = page.getByRole('region', { name: 'Named places' });
	const names = places.locator('button.pick');
	await names.filter({ hasText: 'no pins' }).first().click();
	const corners = places.getByRole('button', { name: 'Click the corners on the map' });
	await corners.click();
	await expect(corners).toHaveAttribute('aria-pressed', 'true');
	const other = names.filter({ hasNotText: 'no pins' }).first();
	await other.click();
	const map = places.getByRole('button', { name: /^Map/ });
	await map.click({ position: { x: 40, y: 40 } });
	await map.click({ position: { x: 90, y: 90 } });
	await expect(other).not.toContainText('no pins');
	await expect(places.getByRole('checkbox', { name: /Takes no pins/ })).not.toBeChecked();
	await names.filter({ hasText: 'no pins' }).first().click();
	await corners.click();
	await corners.click();
	await expect(corners).toHaveAttribute('aria-pressed', 'false');

	page.once('dialog', (dialog) => void dialog.accept());
	await page.setViewportSize(PHONE);
	await page.goto(`${kit.url}/staff/${summit}/run`);
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Somebody is named to call' })
		.getByRole('link', { name: 'Set up' })
		.click();
	await expect(page.getByRole('heading', { name: 'Safety', exact: true })).toBeInViewport();
	await kit.close();
	expect(complaints).toEqual([]);
});
