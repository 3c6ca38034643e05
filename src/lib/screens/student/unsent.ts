/** What is said of a command that was answered no, wherever its own screen has gone meanwhile (L7). */
import type { NotDone } from '../../live/client.svelte.ts';

/** Whether it is news at all, and in which words. What it said is not repeated: somebody else may look at this screen. */
export function whyNotSent({ command, words }: NotDone): string {
	switch (command) {
		case 'talk:ask':
			return `${words} Tell an adult with a green badge now.`;
		case 'backing:give':
			return `The ideas you chose: ${lowered(words)}`;
		case 'station:withdraw':
			return `It was not taken away: ${lowered(words)}`;
		default:
			return words;
	}
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
