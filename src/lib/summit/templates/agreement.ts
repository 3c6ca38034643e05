/**
 * The words a room starts with: the promises on a student's first screen, the agreement everybody accepts, the welfare
 * statement a named adult reads aloud, and the note at a template's foot.
 */
import type { Option } from '../stations/settings.ts';

export const PROMISES: Option[] = [
	{ id: 'no-name', words: 'We don’t know your name.', icon: 'no-name' },
	{ id: 'adult-reads', words: 'An adult reads it first.', icon: 'adult-reads' },
	{ id: 'places', words: 'We talk about places, not people.', icon: 'place' },
	{
		id: 'danger',
		words: 'If someone is in danger, we must get help. We may need to find you.',
		icon: 'shield'
	}
];

export const AGREEMENT: string[] = [
	'We talk about places and what happens there, not about named people.',
	'You can pass whenever you like. Nobody will ask you why.',
	'We listen when someone else is talking.',
	'We can disagree, and we do it kindly.',
	'No photos and no screenshots.',
	'Adults can’t keep it secret if someone is in danger.',
	'Take a break when you need one. You can go to the quiet room.',
	'If something goes wrong here, tell an adult with a green badge or press “Talk to someone”.'
];

export const WELFARE: string[] = [
	'We are here today for young people’s welfare and safety. We are not here to deal with behaviour.',
	'Harm is never the fault of the person who was harmed. We will not use words that blame them.',
	'When we hear a worry, we ask first what adults, places and services can change.',
	'We look for what is good as well as what is worrying, and we say both.',
	'We are not here to find out who did something, or to judge any young person.',
	'If anything makes us worried about a child, we tell the safeguarding lead now. We do not wait until the end.'
];

export const FOOTNOTE =
	'These words are a starting point. Before students see them, a safeguarding lead and a group of young people should ' +
	'read them, change what does not fit, and check every number and address in the help list. Reviewed by (name, role ' +
	'and date):';
