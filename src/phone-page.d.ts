/** Made by `scripts/phone-page.ts`: the built files of the student's page. */
declare module 'virtual:phone-page' {
	import type { PhoneFiles } from '../scripts/phone-page.ts';

	export const files: PhoneFiles;
}

/** Made by `scripts/phone-worker.ts`: the service worker’s script and the files it keeps; null in development. */
declare module 'virtual:phone-worker' {
	export const worker: { script: string; files: readonly string[] } | null;
}
