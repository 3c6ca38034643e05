/** A button whose words change under a finger: a second press right after was meant for what it said before. */

/** Milliseconds after a change before a press is meant for what the button says now. */
const SETTLES = 1_000;

/** Call while a component starts. True while `meaning`, what a press would do, changed a moment ago. */
export function settling(meaning: () => unknown): () => boolean {
	const now = $derived(meaning());
	let changedAt: number | null = null;
	$effect.pre(() => {
		void now;
		// What the button says first, nobody has pressed as anything else.
		changedAt = changedAt === null ? 0 : Date.now();
	});
	return () => Date.now() - (changedAt ?? 0) < SETTLES;
}
