import { render } from 'svelte/server';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import Dialog from './Dialog.svelte';
import { DIALOG_NEWS } from './dialog-news.ts';
import type { DialogNews } from './dialog-news.ts';

const piece = (words: string) => createRawSnippet(() => ({ render: () => `<b>${words}</b>` }));
function dialog(said: Omit<DialogNews, 'typed'> | undefined, props: { open?: boolean; local?: boolean } = {}): string {
	const given = { title: 'Sign off', children: piece('body'), foot: piece('Sign'), ...props };
	const news = said && { ...said, typed: () => () => undefined };
	return render(Dialog, { props: given, context: new Map(news ? [[DIALOG_NEWS, news]] : []) }).body;
}

test('L7: a refusal is said inside the dialog, where it is seen and read aloud; one from before it opened is not', () => {
	const refusal = { words: 'Somebody changed this meanwhile.' };
	expect(dialog({ refusal, off: undefined })).toMatch(/role="alert">Somebody changed this meanwhile/);
	expect(dialog({ refusal, off: undefined }, { open: true })).not.toContain('Somebody');
});

test('L7: without a connection a dialog says so and what would send is off; what sends nothing is not', () => {
	const off = 'No connection just now.';
	expect(dialog({ refusal: null, off })).toMatch(/No connection just now[^]*<fieldset disabled/);
	for (const html of [dialog({ refusal: null, off }, { local: true }), dialog(undefined)]) {
		expect(html).not.toContain('No connection');
		expect(html).not.toContain('disabled');
	}
});
