/**
 * The documents say what the code does: every command, topic, refusal and setting stands in its table, with who may use
 * it and in the same words. A table that lags behind is a red test, not a surprise for whoever writes a client.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROTOCOL, SOCKET_PATH } from '../src/lib/live/protocol.ts';
import { describeConfig } from '../src/lib/server/config.ts';
import { REFUSALS } from '../src/lib/summit/refusals.ts';
import { mayDo, mayWatch, parseTopic, ROLES, TOPIC_NAMES } from '../src/lib/summit/roles.ts';
import { Command } from '../src/lib/summit/summit.ts';
import { ROOT } from './sources.ts';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Cells of every table row, by what its first cell holds in backticks. */
function tableRows(text: string): Map<string, string[]> {
	const rows = new Map<string, string[]>();
	for (const line of text.split('\n')) {
		const [, first, ...cells] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
		const name = /^`([^`]+)`/.exec(first ?? '')?.[1];
		if (name !== undefined) rows.set(name, cells);
	}
	return rows;
}

/** The part of a document under one heading of the second level. */
function under(text: string, heading: string): string {
	return text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

const protocol = read('docs/PROTOCOL.md');
const listed = (roles: readonly string[]): string => [...roles].sort().join(', ');
const said = (cell: string | undefined): string => listed((cell ?? '').split(', '));

describe('docs/PROTOCOL.md', () => {
	test('names the protocol and the path the code speaks', () => {
		expect(protocol).toContain(`protocol **${PROTOCOL}**`);
		expect(protocol).toContain(SOCKET_PATH);
	});

	const commands = tableRows(under(protocol, 'Commands'));
	test.each(Command.options.map((option) => [option.shape.type.value, Object.keys(option.shape)] as const))(
		'L7: %s is listed with who may send it and all of its fields',
		(type, fields) => {
			const row = commands.get(type);
			expect(row, `no row for ${type}`).toBeDefined();
			expect(said(row?.[0])).toBe(listed(ROLES.filter((role) => mayDo(role, type))));
			for (const field of fields.filter((name) => name !== 'id' && name !== 'type')) {
				expect(row?.[1]).toMatch(new RegExp(`\`${field}\\??\``));
			}
		}
	);

	const topics = tableRows(under(protocol, 'Topics').split('\n### ')[0] ?? '');
	test.each(TOPIC_NAMES)('S2, S7: the topic %s is listed with who may watch it', (name) => {
		const topic = parseTopic(name) ?? parseTopic(`${name}:somebody`);
		const may = ROLES.filter((role) => topic && mayWatch({ role, id: 'somebody' }, topic));
		expect(said(topics.get(name)?.[0])).toBe(listed(may));
	});

	const refusals = tableRows(under(protocol, 'Refusals'));
	test.each(Object.entries(REFUSALS))('L7: the refusal %s is listed with its words', (code, words) => {
		expect(refusals.get(code)?.[0]).toBe(words);
	});

	test('lists no command, topic or refusal that the code does not know', () => {
		const known = new Set<string>(Command.options.map((option) => option.shape.type.value));
		expect([...commands.keys()].filter((name) => !known.has(name))).toEqual([]);
		expect([...topics.keys()].filter((name) => !TOPIC_NAMES.some((topic) => topic === name))).toEqual([]);
		expect([...refusals.keys()].filter((code) => !(code in REFUSALS))).toEqual([]);
	});
});

describe('README.md', () => {
	const settings = tableRows(read('README.md'));
	test.each(describeConfig.map((setting) => [setting.name, setting] as const))(
		'%s is listed with its default and its meaning',
		(name, setting) => {
			expect(settings.get(name)?.slice(0, 2)).toEqual([setting.default, setting.meaning]);
		}
	);

	test('has the two commands, each on a line of its own', () => {
		const lines = read('README.md').split('\n');
		expect(lines).toContain('npm install && npm start');
		expect(lines).toContain('npm install && npm test');
	});
});

describe('docs/SPEC.md', () => {
	const numbers = { S: 15, L: 8, M: 6, P: 9, X: 4 };
	test('has every rule once, in order', () => {
		const rules = [...read('docs/SPEC.md').matchAll(/^### ([SLMPX]\d+)\b/gm)].map(([, rule]) => rule);
		const expected = Object.entries(numbers).flatMap(([letter, count]) =>
			Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
		);
		expect(rules).toEqual(expected);
	});

	test('names only files that are there', () => {
		const named = [...read('docs/SPEC.md').matchAll(/`((?:src|tests|scripts|bench)\/[^`\s]+)`/g)].map(
			([, file]) => file ?? ''
		);
		const missing = named.filter((file) => {
			try {
				return readFileSync(join(ROOT, file)).length === 0;
			} catch (problem) {
				return !(problem instanceof Error && 'code' in problem && problem.code === 'EISDIR');
			}
		});
		expect(missing).toEqual([]);
	});
});
