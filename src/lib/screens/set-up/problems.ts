/** What is wrong with a form, in words, by the place it is wrong: `steps.2.prompt` → "Write something here." */
import type { z } from 'zod';

export type Problems = Readonly<Record<string, string>>;

/** The first problem of each place. */
export function problemsIn(error: z.ZodError): Problems {
	const problems: Record<string, string> = {};
	for (const issue of error.issues) problems[issue.path.join('.')] ??= wordsFor(issue);
	return problems;
}

function wordsFor(issue: z.core.$ZodIssue): string {
	const last = issue.path.at(-1);
	switch (issue.code) {
		case 'too_small':
			if (issue.origin === 'string') return 'Write something here.';
			if (issue.origin === 'array') return `Keep at least ${issue.minimum} of these.`;
			return `Write ${issue.minimum} or more.`;
		case 'too_big':
			if (issue.origin === 'string') return `That’s too long. ${issue.maximum} letters fit here.`;
			if (issue.origin === 'array') return `That’s too many. ${issue.maximum} fit here.`;
			return `Write ${issue.maximum} or less.`;
		case 'invalid_type':
			if (issue.expected === 'number' || issue.expected === 'int') return 'Write a whole number.';
			return 'Write something here.';
		case 'invalid_format':
			if (issue.format === 'date') return 'Choose a day.';
			if (last === 'href') return 'Begin with tel:, sms: or https:// and use no spaces.';
			return 'This has signs in it that we cannot use.';
		default:
			return 'Something is not right here yet.';
	}
}

/** The problems below one place, with their paths shortened: those of `steps.2` → `prompt`. */
export function problemsAt(problems: Problems, place: string): Problems {
	const prefix = `${place}.`;
	const below = Object.entries(problems).filter(([path]) => path.startsWith(prefix));
	return Object.fromEntries(below.map(([path, words]) => [path.slice(prefix.length), words]));
}
