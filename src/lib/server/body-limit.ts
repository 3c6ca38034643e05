/*
 * How long the body of a request may be, and may take. The server underneath knows one limit for everything, so it is set to what a
 * map package needs, and this is what keeps every other address to the length of a form.
 */

/** 20 MB: the most bytes of a picture that are taken in. */
export const PICTURE_BYTES = 20_000_000;
/** 200 MB: the most bytes of a map package. */
export const PACKAGE_BYTES = 200_000_000;
/** Bytes of a form or a message. */
export const FORM_BYTES = 512 * 1024;
/** What the server underneath lets through: a package and a little, so that one too large is told so in words. */
export const UPLOAD_BYTES = PACKAGE_BYTES + 1_000_000;

/** Milliseconds that a body may take to arrive: a package over a slow Wi-Fi, a picture, and everything else. */
export const UPLOAD_TIME = 15 * 60_000;
const PICTURE_TIME = 3 * 60_000;
const FORM_TIME = 30_000;

const UPLOADS = /^\/staff\/[^/]+\/(pictures|packages)$/;

/**
 * The status to answer with, or null. 413 says too long. 411 says that a length must be given: the server then reads no
 * further than that, so nobody can send more than they said.
 */
export function bodyFault(asked: { path: string; headers: Headers }): 411 | 413 | null {
	if (UPLOADS.test(asked.path)) return null;
	if (asked.headers.has('transfer-encoding')) return 411;
	return Number(asked.headers.get('content-length') ?? 0) > FORM_BYTES ? 413 : null;
}

/** Milliseconds that the body sent to this path may take to arrive. The server underneath knows one time for everything. */
export function bodyTime(path: string): number {
	if (!UPLOADS.test(path)) return FORM_TIME;
	return path.endsWith('/packages') ? UPLOAD_TIME : PICTURE_TIME;
}
