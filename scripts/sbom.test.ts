import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeBill, ships } from './sbom.ts';
import { nameAt, readLock, shippedPlaces } from './shipped.ts';
import { ROOT } from './sources.ts';

const versions = z.record(z.string(), z.string());
const project = z
	.object({ name: z.string(), version: z.string(), dependencies: versions, devDependencies: versions })
	.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

test('the bill of materials names all that ships, with its version, and marks what is for developers', () => {
	const bill = makeBill();
	const listed = bill.components.map(({ name, version }) => `${name}@${version}`);
	const shipping = bill.components.filter(ships).map(({ name, version }) => `${name}@${version}`);

	for (const [name, version] of Object.entries(project.dependencies)) expect(shipping).toContain(`${name}@${version}`);
	const lock = readLock();
	const all = [...shippedPlaces(lock)].map((place) => `${nameAt(place)}@${lock[place]?.version ?? ''}`);
	expect([...new Set(all)].filter((name) => !shipping.includes(name))).toEqual([]);

	const vitest = `vitest@${project.devDependencies['vitest']}`;
	expect(listed).toContain(vitest);
	expect(shipping).not.toContain(vitest);
	// npm would call it a tool; it is in every page.
	expect(shipping).toContain(`svelte@${project.devDependencies['svelte']}`);
});

test('it is about this project by its name, whatever folder it lies in', () => {
	const { component } = makeBill().metadata;
	expect([component.name, component.version]).toEqual([project.name, project.version]);
});
