import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../live/client.svelte.ts';
import type { DoAnswer } from '../../live/protocol.ts';
import { standardTemplate } from '../../summit/templates/standard.ts';
import type { SetupRow } from '../../summit/topics/staff.ts';
import { Section } from './section.svelte.ts';

const ok: DoAnswer = { ok: true, id: 'x', answer: {} };

function rowWith(place: string, version: number): SetupRow {
	const settings = { ...standardTemplate({ date: '2026-11-20', nextUpdate: '2026-12-04' }), place };
	const doors = { open: false, knock: false, everOpened: false, code: null, key: null, version: 0, closedWifi: false };
	return { settings, version, rehearsal: false, welfare: null, doors, readiness: [], opened: [], closed: false };
}

/** A section over the place, a row that can change under it, and the server's next answer. */
function open(start: string) {
	let row = rowWith(start, 1);
	const sent: CommandBody[] = [];
	let answer: () => Promise<DoAnswer> = () => Promise.resolve(ok);
	const section = new Section<{ place: string }>({
		live: {
			do: (body) => {
				sent.push(body);
				return answer();
			}
		},
		row: () => row,
		read: ({ place }) => ({ place }),
		check: ({ place }, { version }) =>
			place === ''
				? { ok: false, problems: { place: 'Write something here.' } }
				: { ok: true, body: { type: 'setup:edit', seen: version, change: { place: place.trim() } } },
		unsaved: () => undefined
	});
	return {
		section,
		sent,
		answers: (next: () => Promise<DoAnswer>) => (answer = next),
		/** A new row came. In a component an effect notices; there are none in this test. */
		becomes: (place: string, version: number) => {
			row = rowWith(place, version);
			section.follow();
		}
	};
}

describe('a section of the set-up', () => {
	test('follows the summit while nobody types', () => {
		const { section, becomes } = open('Hall');
		becomes('Library', 2);
		expect(section.draft.place).toBe('Library');
		expect(section.dirty).toBe(false);
	});

	test('is unsaved from the first letter until the server has it', async () => {
		const it = open('Hall');
		it.section.draft.place = 'Hall B ';
		expect(it.section.dirty).toBe(true);
		expect(await it.section.save()).toBe(true);
		expect(it.section.dirty).toBe(false);
		expect(it.sent).toEqual([{ type: 'setup:edit', seen: 1, change: { place: 'Hall B' } }]);
		it.becomes('Hall B', 2);
		expect(it.section.draft.place).toBe('Hall B');
		expect(it.section.conflict).toBe(false);
	});

	test('keeps what was typed when another part changes, and saves with the newest version', async () => {
		const it = open('Hall');
		it.section.draft.place = 'Gym';
		it.becomes('Hall', 7);
		expect(it.section.draft.place).toBe('Gym');
		expect(it.section.conflict).toBe(false);
		await it.section.save();
		expect(it.sent).toEqual([{ type: 'setup:edit', seen: 7, change: { place: 'Gym' } }]);
	});

	test('asks when somebody else changed the same words', () => {
		const it = open('Hall');
		it.section.draft.place = 'Gym';
		it.becomes('Library', 2);
		expect(it.section.conflict).toBe(true);
		expect(it.section.draft.place).toBe('Gym');
		it.section.keepTyped();
		expect(it.section.conflict).toBe(false);
		expect(it.section.draft.place).toBe('Gym');
		expect(it.section.dirty).toBe(true);
		it.becomes('Canteen', 3);
		it.section.takeKept();
		expect(it.section.draft.place).toBe('Canteen');
		expect(it.section.dirty).toBe(false);
	});

	test('L7: a refusal is told in words and nothing typed is lost', async () => {
		const it = open('Hall');
		it.section.draft.place = 'Gym';
		it.answers(() => Promise.resolve({ ok: false, id: 'x', code: 'changed_meanwhile', words: 'w' }));
		expect(await it.section.save()).toBe(false);
		expect(it.section.status).toBe('refused');
		expect(it.section.why).toContain('What you typed is still here');
		it.becomes('Library', 2);
		expect(it.section.draft.place).toBe('Gym');
		expect(it.section.conflict).toBe(true);
	});

	test('somebody else’s words that come while ours are under way are not mistaken for ours', async () => {
		const it = open('Hall');
		let answered: (answer: DoAnswer) => void = () => undefined;
		it.answers(() => new Promise((resolve) => (answered = resolve)));
		it.section.draft.place = 'Gym';
		const saving = it.section.save();
		it.becomes('Library', 2);
		answered({ ok: false, id: 'x', code: 'changed_meanwhile', words: 'w' });
		expect(await saving).toBe(false);
		expect(it.section.draft.place).toBe('Gym');
		expect(it.section.conflict).toBe(true);
	});

	test('typing on while the save is under way stays typed', async () => {
		const it = open('Hall');
		let answered: (answer: DoAnswer) => void = () => undefined;
		it.answers(() => new Promise((resolve) => (answered = resolve)));
		it.section.draft.place = 'Gym';
		const saving = it.section.save();
		it.section.draft.place = 'Gym and hall';
		it.becomes('Gym', 2);
		answered(ok);
		await saving;
		expect(it.section.draft.place).toBe('Gym and hall');
		expect(it.section.dirty).toBe(true);
		expect(it.section.conflict).toBe(false);
	});

	test('a form with a problem is not sent', async () => {
		const it = open('Hall');
		it.section.draft.place = '';
		expect(await it.section.save()).toBe(false);
		expect(it.sent).toEqual([]);
		expect(it.section.problems).toEqual({ place: 'Write something here.' });
	});
});
