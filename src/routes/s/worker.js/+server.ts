/** The student's service worker (decision 23), where its scope is students' pages and nothing else. */
import { error } from '@sveltejs/kit';
import { version } from '$app/environment';
import { worker } from 'virtual:phone-worker';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => {
	// In development files change under its hands.
	if (!worker) error(404);
	const kit = JSON.stringify({ version, files: worker.files });
	return new Response(`const KIT=${kit};\n${worker.script}`, { headers: { 'content-type': 'text/javascript' } });
};
