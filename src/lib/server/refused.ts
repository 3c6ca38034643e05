/** An answer that says no, as it travels: the stable code for a program, plain words for a person (L7). */
import type { DoAnswer } from '../live/protocol.ts';
import { REFUSALS } from '../summit/refusals.ts';
import type { Refusal, RefusalCode } from '../summit/refusals.ts';

export function refused(id: string, { code, detail }: Refusal | { code: RefusalCode; detail?: unknown }): DoAnswer {
	const answer = { ok: false as const, id, code, words: REFUSALS[code] };
	return detail === undefined ? answer : { ...answer, detail };
}
