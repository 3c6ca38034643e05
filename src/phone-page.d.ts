/** Made by `scripts/phone-page.ts`: the built files of the student's page. */
declare module 'virtual:phone-page' {
	import type { PhoneFiles } from '../scripts/phone-page.ts';

	export const files: PhoneFiles;
}
