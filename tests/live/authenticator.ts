/** Somebody's phone with an app for codes, written from RFC 6238 and apart from the kit's own code: it must agree with that. */
import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The key out of letters as shown, or out of the whole `otpauth:` address of a QR code. */
export function keyOf(shown: string): Buffer {
	const letters = shown.startsWith('otpauth:') ? (new URL(shown).searchParams.get('secret') ?? '') : shown;
	const bits = Array.from(letters.replace(/\s/g, ''), (one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join(
		''
	);
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** What the app shows at `now` (milliseconds). */
export function codeAt(key: Buffer, now: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
	const mac = createHmac('sha1', key).update(counter).digest();
	const at = (mac.at(-1) ?? 0) & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
