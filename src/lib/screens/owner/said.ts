/** What a form of the owner's page was answered: good news, or why not with what was typed. */
export interface Said {
	from: 'accept' | 'progress' | 'redate' | 'decline';
	said: string;
	words: string;
	typed: Record<string, string>;
}
