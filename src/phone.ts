/**
 * Where a student's page comes to life: the page the server rendered is taken over as it stands, with the same component
 * and the same values. It is the whole of what a phone starts with, so whatever this imports is paid for by every student
 * (X3); `scripts/phone-page.ts` builds it and says what the page must name.
 */
import { hydrate, type ComponentProps } from 'svelte';
import { fetchLater, showsLater } from './lib/screens/student/later.ts';
import Page from './lib/screens/student/Page.svelte';
import { lifeOf } from './lib/ui/alive.ts';

async function start(): Promise<void> {
	const { target, values } = lifeOf(document);
	if (values === null) {
		// Without a network the page comes from this device, and so do its values (decision 23).
		const { openKept } = await fetchLater();
		return openKept(Page, target);
	}
	// Where it cannot be had just now, the page is drawn anew and asks again.
	if (showsLater(target)) await fetchLater().catch(() => undefined);
	// Written by the server that rendered the page from them.
	hydrate(Page, { target, props: values as ComponentProps<typeof Page> });
}

void start();
