/** L3, L7: the disk of the kit runs full during the day: what a student and those who run the room see, until it has room again. */
import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { buildShim, onShim } from '../shim/disk.ts';
import { openDoors, readyDay } from './day.ts';
import { KitProcess } from './kit.ts';
import { PHONE, person } from './people.ts';
import { tick } from './tour-phone.ts';

const shim = buildShim();
test.skip(shim === null, 'needs Linux and a C compiler');

test('L3, L7: a full disk is said on the console, words stay on the phone, and both mend by themselves', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const kit = await KitProcess.start();
	const complaints: string[] = [];
	const day = await readyDay(browser, kit, complaints);
	const { facilitator, lead, summit } = day;
	await openDoors(day);
	const switches = `${kit.dataDir}.switch`;
	await kit.end('SIGTERM');
	await kit.open(onShim({ shim: shim ?? '', folder: kit.dataDir, switches }));

	const { page: phone } = await person(browser, { viewport: PHONE, touch: true, complaints });
	await phone.goto(`${kit.url}/j/${await day.key()}`);
	await tick(phone, 'Northbank School');
	await tick(phone, 'Years 9 to 11');
	await phone.getByRole('button', { name: 'Get my card' }).tap();
	await phone.getByRole('button', { name: 'I agree. Start' }).tap();
	await facilitator.open('neighbourhood');
	for (let step = 1; step <= 3; step += 1) await phone.getByRole('button', { name: 'Pass', exact: true }).tap();
	await facilitator.page.goto(`${kit.url}/staff/${summit}/run`);
	await lead.page.goto(`${kit.url}/staff/${summit}/worries`);

	writeFileSync(`${switches}.full`, '');
	await phone.getByRole('textbox').pressSequentially('a later bus on practice days');
	await phone.getByRole('button', { name: 'Send', exact: true }).tap();
	await expect(phone.getByText('1 answer is on this phone. We can’t take it in just now.')).toBeVisible();
	for (const { page } of [facilitator, lead])
		await expect(page.getByText('The disk of the kit is full.')).toBeVisible();
	await phone.getByRole('link', { name: 'Talk to someone' }).tap();
	await tick(phone, 'Come to me, quietly');
	await phone.getByRole('button', { name: 'Ask to talk' }).tap();
	await expect(phone.getByRole('heading', { name: 'Not sent yet' })).toBeVisible();

	rmSync(`${switches}.full`);
	await expect(phone.getByRole('heading', { name: 'Sent. Nobody has read it yet.' })).toBeVisible();
	for (const { page } of [facilitator, lead])
		await expect(page.getByText('The disk of the kit is full.')).toHaveCount(0);
	await expect.poll(() => facilitator.rows('queue', '')).toHaveLength(1);
	await kit.close();
	expect(complaints).toEqual([]);
});
