/** The browser's side of `POST /staff/second-step/again`: a fresh second step without leaving the page. */

const NO_ANSWER = 'The kit did not answer. Check the connection and try again.';

export async function passAgain(code: string): Promise<{ ok: true } | { ok: false; words: string }> {
	try {
		const response = await fetch('/staff/second-step/again', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ code })
		});
		// Parse boundary: our own server's answer, whose shape is written beside its route.
		return (await response.json()) as { ok: true } | { ok: false; words: string };
	} catch {
		return { ok: false, words: NO_ANSWER };
	}
}
