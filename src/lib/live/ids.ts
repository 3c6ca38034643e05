/**
 * Names for commands: UUID v7, time first, so that a log sorted by id is nearly sorted by time. Chance comes from
 * `getRandomValues`, which browsers offer over plain HTTP too; `crypto.randomUUID` is missing there.
 */

/** Fills the bytes it is given with chance; the device's own by default. */
export type Fill = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const deviceChance: Fill = (bytes) => crypto.getRandomValues(bytes);

/** A fresh id for a command (L2). `now` is milliseconds since 1970. */
export function commandId(now: number, fill: Fill = deviceChance): string {
	const bytes = fill(new Uint8Array(16));
	const view = new DataView(bytes.buffer);
	// 48 bits of time in two steps: shifting would cut it to 32.
	view.setUint16(0, Math.floor(now / 2 ** 32));
	view.setUint32(2, now % 2 ** 32);
	view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
	view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
