/**
 * What a hostile device sends, by lot: the same lot, the same message. Nothing here is small print of the protocol; it is
 * what breaks servers: wrong types, deep nests, prototype names, half characters, other people's ids.
 */
import { chance } from '../../src/lib/server/tokens.ts';

export type Draw = (below: number) => number;

/** Whole numbers below `below`, the same in every run. */
export function lots(seed: number): Draw {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

const own = (text: string): unknown => JSON.parse(text) as unknown;
const nested = (levels: number): unknown => own('['.repeat(levels) + ']'.repeat(levels));
/** Small enough that no message is larger than a socket takes: what is too large closes it, and is apart. */
export const NESTED = nested(1_500);
const DEEP = own(`${'{"a":'.repeat(400)}1${'}'.repeat(400)}`);
const ABYSS = nested(2_500);

/** Ids of others a device should never know, and uses all the same. */
export interface Known {
	card: string;
	person: string;
	item: string;
	worry: string;
	contribution: string;
	step: string;
}

/** One message for `do`, as a client could send it. */
export function forged(draw: Draw, known: Known): unknown {
	const ids = [
		chance.id(),
		'x'.repeat(9),
		'',
		'\ud800abcdefgh',
		'a'.repeat(64),
		'__proto__',
		7,
		null,
		{ toString: null }
	];
	const id = ids[draw(ids.length)];
	const seen = [0, 1, -1, 0.5, 1e308, Number.NaN, '0', null, { valueOf: 1 }][draw(9)];
	const { card, person, item, worry, contribution, step } = known;
	const station = ['neighbourhood', 'nowhere', '__proto__', 'constructor', '', NESTED][draw(6)];
	const entry = [
		{ type: 'words' },
		{ type: 'mark', at: [Number.NaN, 2], place: null, feeling: 'safe', when: [], with: [], why: [] },
		{ type: 'choices', choices: ['toString', '__proto__'] },
		DEEP,
		null
	][draw(5)];
	const words = ['lone \udc00 half', 'x'.repeat(4001), NESTED, 5, '\u0000\u202e'][draw(5)];
	const all: unknown[] = [
		...[null, Number.NaN, true, '', 'do', [], [[]], ABYSS, DEEP, {}, Buffer.from([1, 2, 3])],
		own(`{"__proto__":{"role":"lead"},"id":"abcdefgh","type":"worry:see","worry":"${worry}"}`),
		own('{"id":"abcdefgh","type":"__proto__"}'),
		own('{"constructor":{"prototype":{"role":"lead"}},"id":"abcdefgh","type":"plan:sign","seen":0}'),
		{ id, type: ['toString', 'hasOwnProperty', '', 5, NESTED, 'kit', 'station:contribute'][draw(7)], seen },
		{ id, type: 'station:contribute', station, step, entry, words },
		{ id, type: 'station:contribute', station: 'neighbourhood', step, entry, words, card },
		{ id, type: 'station:withdraw', station: 'neighbourhood', contribution },
		{ id, type: 'station:withdraw', station: 'school', contribution: ABYSS },
		{ id, type: 'station:release', station: 'neighbourhood' },
		{ id, type: 'station:pause', station: 'neighbourhood', seen },
		{ id, type: 'controls:pause', actor: { role: 'facilitator', id: person } },
		{ id, type: 'cards:remove', card },
		{ id, type: 'cards:join', school: 'northbank', band: '9-11', headcount: 12 },
		{ id, type: 'people:join', person: 'somebody-new', name: 'Me', role: 'lead', school: 'northbank', account: null },
		{ id, type: 'people:revoke', person },
		{ id, type: 'words:show', item, seen },
		{ id, type: 'words:settle', items: [item] },
		{ id, type: 'worry:see', worry },
		{ id, type: 'summit:close' },
		{ id, type: 'doors:close', as: 'facilitator' },
		{ id, type: 'setup:edit', seen, change: { threshold: 1, __proto__: { quietRoom: 'x' } } },
		{ id, type: 'backing:give', ideas: [item, item] },
		{ id, type: 'plan:sign', seen }
	];
	return all[draw(all.length)];
}

/** One plain request, whole: what it asks for and what it carries. `cookie` proves a card. */
export function request(draw: Draw, q: { summit: string; cookie: string; message: unknown }): [string, RequestInit] {
	const address =
		['/live/do', '/live/watch', `/s/${q.summit}?/talk`, `/s/${q.summit}`, '/', '/live/do/'][draw(6)] ?? '/';
	const speaking = [{ protocol: 1, summit: q.summit, as: 'card' }, { protocol: '1' }, null, NESTED, '__proto__'][
		draw(5)
	];
	const body = [
		JSON.stringify({ speaking, command: q.message, asks: q.message }),
		'{"speaking":{"protocol":1,"summit":"',
		'\u0000'.repeat(50),
		`{"speaking":${'['.repeat(5_000)}`,
		new Uint8Array([0xff, 0xfe, 0xc0, 0x80]),
		'how=come&words=%ff%fe&__proto__=1&how=go',
		'x'.repeat(20_000),
		''
	][draw(8)];
	const type = ['application/json', 'application/json; charset=x', 'text/plain', 'application/x-www-form-urlencoded'][
		draw(4)
	];
	const method = ['POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'GET', 'HEAD', 'OPTIONS'][draw(9)] ?? 'POST';
	const carries = method !== 'GET' && method !== 'HEAD';
	const origin = ['', 'null', 'https://elsewhere.example'][draw(3)] ?? '';
	const headers = { cookie: q.cookie, 'content-type': type ?? '', ...(origin === '' ? {} : { origin }) };
	return [address, { method, headers, redirect: 'manual', ...(carries ? { body: body ?? '' } : {}) }];
}

/** Straight onto a socket's line, below the library. */
export function garbage(draw: Draw): string | Uint8Array<ArrayBuffer> {
	const lines = [
		...['', '9', '4', '42', '42[', '42["do"', '42["do",{}]', '42999999999999999999["do",{}]', '40{"token":', '43[1]'],
		...[
			'45-["do",{"_placeholder":true,"num":9}]',
			'451-["do",{"_placeholder":true,"num":0}]',
			'41',
			'44"x"',
			'2probe',
			'5'
		],
		...[
			'42["connection"]',
			'42["disconnect"]',
			'42["error",1]',
			'420[]',
			'42["__proto__",{}]',
			`42["do",${'['.repeat(900)}`
		]
	];
	const at = draw(lines.length + 2);
	return lines[at] ?? new Uint8Array(draw(64) + 1).fill(draw(256));
}
