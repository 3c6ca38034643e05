/** The number before a page's title while something needs whoever looks at it: `(2) Queue`. */
export function calledTitle(title: string, count: number): string {
	const bare = title.replace(/^\(\d+\) /u, '');
	return count > 0 ? `(${count}) ${bare}` : bare;
}

/** Keeps the number on the title, whatever the page calls itself meanwhile, and on the app's icon where there is one. */
export function keepCalling(count: number): () => void {
	const apply = (): void => {
		const title = calledTitle(document.title, count);
		if (document.title !== title) document.title = title;
	};
	apply();
	const watch = new MutationObserver(apply);
	watch.observe(document.head, { subtree: true, childList: true, characterData: true });
	const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
	if (icon) icon.href = count > 0 ? '/favicon-called.svg' : '/favicon.svg';
	if ('setAppBadge' in navigator) void navigator.setAppBadge(count).catch(() => undefined);
	return () => watch.disconnect();
}
