/**
 * Where a student's page comes to life: the page the server rendered is taken over as it stands, with the same component
 * and the same values. It is the whole of what a phone starts with, so whatever this imports is paid for by every student
 * (X3); `scripts/phone-page.ts` builds it and says what the page must name.
 */
import { hydrate, type ComponentProps } from 'svelte';
import Page from './lib/screens/student/Page.svelte';
import { lifeOf } from './lib/ui/alive.ts';

const { target, values } = lifeOf(document);
// Without a network the page comes from this device, and so do its values (decision 23).
if (values === null)
	void import('./lib/screens/student/offline.svelte.ts').then(({ openKept }) => openKept(Page, target));
// Written by the server that rendered the page from them.
else hydrate(Page, { target, props: values as ComponentProps<typeof Page> });
