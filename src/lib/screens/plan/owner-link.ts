/** The browser's side of `/staff/<summit>/owners`: the link of one action's owner. */

type Answer<Good> = ({ ok: true } & Good) | { ok: false; words: string };

async function ask<Good>(summit: string, method: 'POST' | 'DELETE', action: string): Promise<Answer<Good>> {
	try {
		const response = await fetch(`/staff/${encodeURIComponent(summit)}/owners`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action })
		});
		// Parse boundary: our own server's answer, whose shape is written beside its route.
		return (await response.json()) as Answer<Good>;
	} catch {
		return { ok: false, words: 'The kit did not answer. Check the connection and try again.' };
	}
}

export function askOwner(summit: string, action: string): Promise<Answer<{ address: string }>> {
	return ask(summit, 'POST', action);
}
export function unaskOwner(summit: string, action: string): Promise<Answer<object>> {
	return ask(summit, 'DELETE', action);
}
