import { expect, test } from 'vitest';
import { BadPiece, pieceOf, readPieces } from './pieces.ts';

async function read(parts: Iterable<Uint8Array>, most = 1_000_000) {
	async function* coming() {
		yield* parts;
	}
	const pieces: { line: unknown; bytes: string }[] = [];
	for await (const { line, bytes } of readPieces(coming(), most))
		pieces.push({ line, bytes: bytes.toString('latin1') });
	return pieces;
}
const said = Buffer.concat([
	pieceOf({ a: 1 }),
	pieceOf({ b: 'ü' }, Buffer.from('x\ny\n')),
	pieceOf({ c: 3 }, new Uint8Array()),
	pieceOf({ d: 4 }, Buffer.alloc(9000, 0x7a))
]);
const whole = [
	{ line: { a: 1 }, bytes: '' },
	{ line: { b: 'ü', bytes: 4 }, bytes: 'x\ny\n' },
	{ line: { c: 3, bytes: 0 }, bytes: '' },
	{ line: { d: 4, bytes: 9000 }, bytes: 'z'.repeat(9000) }
];

test('pieces come out as they went in, however they were cut on the way', async () => {
	for (const size of [1, 2, 7, 100, 4096, said.length]) {
		const parts = Array.from({ length: Math.ceil(said.length / size) }, (_, i) =>
			said.subarray(i * size, (i + 1) * size)
		);
		expect(await read(parts)).toEqual(whole);
	}
	expect(await read([])).toEqual([]);
});

test.each([
	['ends in the middle of its bytes', said.subarray(0, said.length - 1)],
	['ends in the middle of its line', Buffer.from('{"a":1}\n{"a"')],
	['is no JSON', Buffer.from('hello\n')],
	['is a list', Buffer.from('[1]\n')],
	['has a length below nothing', Buffer.from('{"bytes":-1}\n')],
	['has a line without end', Buffer.alloc(50_000, 0x20)],
	['is longer than it may be', Buffer.concat([said, Buffer.alloc(1_000_000)])]
])('what %s is refused', async (_, bytes) => {
	await expect(read([bytes])).rejects.toThrow(BadPiece);
});
