/**
 * What every subject of the summit is made of: who acts, what deciding may lean on, and what it answers. Time, chance
 * and the reading of words come in as arguments, so that the same log always folds to the same summit.
 */
import { z } from 'zod';
import type { Refusal } from './refusals.ts';
import type { Role } from './roles.ts';

/** Who is asking, as the server knows it; never taken from a message. */
export interface Actor {
	readonly role: Role;
	/** The card's or person's id; `kit` for the kit itself, `newcomer` for a device at the door. */
	readonly id: string;
}

/** What a text seems to hold (S4). No mark means nothing: a person reads everything. */
export const MARKS = ['name', 'contact', 'title', 'abuse', 'disclosure', 'language'] as const;
export type Mark = (typeof MARKS)[number];

export interface Context {
	readonly actor: Actor;
	/** Milliseconds since 1970, the server's clock. */
	readonly now: number;
	/** A fresh unguessable id (22 characters of base64url). */
	readonly id: () => string;
	/** A whole number 0 ≤ n < below, from a secure source. */
	readonly draw: (below: number) => number;
	readonly read: (text: string) => readonly Mark[];
	/** How devices reach this kit (S15): `safe` = this machine only or TLS. */
	readonly network: 'safe' | 'plain' | 'plain-allowed';
}

export interface Done<E> {
	readonly ok: true;
	readonly events: readonly E[];
	/** What the one who asked is told beside "done". Never a student's words. */
	readonly answer?: Readonly<Record<string, unknown>>;
}
export type Decision<E> = Done<E> | Refusal;

export function done<E>(...events: E[]): Done<E> {
	return { ok: true, events };
}
export function doneWith<E>(answer: Readonly<Record<string, unknown>>, ...events: E[]): Done<E> {
	return { ok: true, events, answer };
}

/** An event once it is in the log. `at` is milliseconds since 1970; `seq` counts from 1 without gaps. */
export type Logged<E> = E & { readonly seq: number; readonly at: number; readonly actor: string };

/** Ids the kit makes (base64url) or a device makes (UUID). */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
/** The version of a row the person was looking at when they pressed. */
export const Seen = z.int().min(0);
/** A student's words. Long on purpose: the device asks for less, the server refuses none of it (S4). */
export const StudentWords = z.string().max(4000);
/** A short note an adult writes; sealed and erased like words (S12). */
export const Note = z.string().trim().max(1000);
