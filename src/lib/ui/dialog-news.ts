/**
 * What every open dialog must be able to say: a page behind a modal dialog is neither seen nor read aloud, so a refusal
 * said there reaches nobody (L7). Whoever keeps such news provides it once; dialogs take it from there.
 */
import { getContext, setContext } from 'svelte';

export interface DialogNews {
	/** The refusal that stands now. A new one is a new object, also when its words are the same. */
	readonly refusal: { readonly words: string } | null;
	/** Why nothing can be sent now. */
	readonly off: string | undefined;
	/** Called while something typed stands in an open dialog; answers what to call when it does no longer. */
	typed(): () => void;
}

export const DIALOG_NEWS = Symbol('dialog-news');

export function provideDialogNews(news: DialogNews): void {
	setContext(DIALOG_NEWS, news);
}
/** Undefined where nobody provides any. */
export function useDialogNews(): DialogNews | undefined {
	return getContext<DialogNews | undefined>(DIALOG_NEWS);
}
