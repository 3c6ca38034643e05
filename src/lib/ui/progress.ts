/** The states an action, answer or draft is shown in. `late` is worked out, never stored (P5). */
export const PROGRESS = ['not-started', 'started', 'done', 'late', 'looking', 'no', 'draft'] as const;
export type Progress = (typeof PROGRESS)[number];

export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
	'not-started': 'Not started',
	started: 'Started',
	done: 'Done',
	late: 'Late',
	looking: 'Looking into it',
	no: 'No, because',
	draft: 'Draft'
};
