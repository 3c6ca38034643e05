import type { App as SummitApp } from './lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			/** The one running app: its store, rooms and live engine. */
			app: SummitApp;
		}
	}
}
