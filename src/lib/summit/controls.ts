/**
 * The controls that act on every screen at once (S8): *Pause everything* and *Blank walls*. Pressing towards safety is
 * never refused for being out of date; loosening must show that the person saw the state they are loosening.
 */
import { z } from 'zod';
import { refuse } from './refusals.ts';
import { Id, Seen, done } from './subject.ts';
import type { Decision, Logged } from './subject.ts';
import type { Summit } from './summit.ts';

export interface Controls {
	paused: boolean;
	/** Since when (ms since 1970); timers stand still from then on. */
	pausedAt: number | null;
	blanked: boolean;
	version: number;
	/** Who pressed last, and when; for the other adults' consoles. */
	by: string | null;
	at: number | null;
}

export const ControlsCommands = [
	z.strictObject({ id: Id, type: z.literal('controls:pause') }),
	z.strictObject({ id: Id, type: z.literal('controls:resume'), seen: Seen }),
	z.strictObject({ id: Id, type: z.literal('controls:blank') }),
	z.strictObject({ id: Id, type: z.literal('controls:unblank'), seen: Seen })
] as const;
export type ControlsCommand = z.infer<(typeof ControlsCommands)[number]>;

export type ControlsEvent =
	| { type: 'controls:paused' }
	| { type: 'controls:resumed' }
	| { type: 'controls:blanked' }
	| { type: 'controls:unblanked' };

export function decideControls(summit: Summit, command: ControlsCommand): Decision<ControlsEvent> {
	const { controls } = summit;
	switch (command.type) {
		case 'controls:pause':
			return controls.paused ? refuse('already_so') : done({ type: 'controls:paused' });
		case 'controls:blank':
			return controls.blanked ? refuse('already_so') : done({ type: 'controls:blanked' });
		case 'controls:resume':
			if (!controls.paused) return refuse('already_so');
			if (command.seen !== controls.version) return refuse('changed_meanwhile');
			return done({ type: 'controls:resumed' });
		case 'controls:unblank':
			if (!controls.blanked) return refuse('already_so');
			if (command.seen !== controls.version) return refuse('changed_meanwhile');
			return done({ type: 'controls:unblanked' });
	}
}

export function evolveControls(controls: Controls, event: Logged<ControlsEvent>): void {
	controls.version += 1;
	controls.by = event.actor;
	controls.at = event.at;
	switch (event.type) {
		case 'controls:paused':
			controls.paused = true;
			controls.pausedAt = event.at;
			return;
		case 'controls:resumed':
			controls.paused = false;
			controls.pausedAt = null;
			return;
		case 'controls:blanked':
			controls.blanked = true;
			return;
		case 'controls:unblanked':
			controls.blanked = false;
			return;
	}
}
