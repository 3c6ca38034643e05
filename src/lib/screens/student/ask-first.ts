/**
 * What a student's device gently asks before words leave it (S4): contact details and titled names, nothing else. It
 * only asks; "send anyway" always works, and the server reads every text again with more than a phone may know.
 */
import { contactMarks, titledNames, type ContactMark } from '../../summit/words.ts';

const CONTACT: Record<ContactMark, string> = {
	phone: 'This looks like it has a phone number in it.',
	email: 'This looks like it has an email address in it.',
	link: 'This looks like it has a link in it.',
	handle: 'This looks like it has a username in it.',
	postcode: 'This looks like it has a postcode in it.'
};

/** One line for each thing worth asking about; none means send. */
export function questionsFor(text: string): string[] {
	const names = titledNames(text).length > 0 ? ['This might name someone.'] : [];
	return [...names, ...contactMarks(text).map((mark) => CONTACT[mark])];
}
