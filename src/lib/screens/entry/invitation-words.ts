/* What an invitation says to somebody who has never heard of a summit: what they will do, and what it asks of them. */
import type { Duty, PersonRole } from '../../summit/people.ts';

export interface InvitationWords {
	title: string;
	about: string;
	/** The button's words. */
	button: string;
}

const INVITATION_WORDS: Record<PersonRole, InvitationWords> = {
	facilitator: {
		title: 'You’re invited to run this summit',
		about:
			'You set the summit up, open and close its stations, and lead the room through the day. You read what students write before anybody else sees it, but not what goes to a safeguarding lead.',
		button: 'Run this summit'
	},
	lead: {
		title: 'You’re invited as a safeguarding lead',
		about:
			'You see anything worrying at once, hand it to your school’s own record system, and later review and sign off the plan. Keep a phone or laptop with you all day. The kit first sends you a test alert, and the doors stay shut until you’ve answered it.',
		button: 'Be a safeguarding lead here'
	},
	stationLead: {
		title: 'You’re invited to help on the day',
		about:
			'You can look after any station, and you read what students write before anybody else sees it: show it, cover words, keep it back, or pass it on to the safeguarding lead.',
		button: 'Join and help'
	},
	observer: {
		title: 'You’re invited to watch',
		about:
			'You see the same picture as the big screen: places and counts of five or more, and words an adult has approved. Nobody can be picked out in it.',
		button: 'Join and watch'
	},
	wall: {
		title: 'Make this screen the wall',
		about:
			'This browser will show the summit to the whole room: the question, the time, and what students said once an adult has approved it. Open it on the computer beside the projector.',
		button: 'Make this the wall'
	},
	owner: {
		title: 'You’re asked to own one action',
		about:
			'Young people said what worries them, and adults answered with a plan. One action of it is asked of you. On the next page you read it, and then you accept it, ask for another date, or decline and say why. Nothing is promised until you accept.',
		button: 'Read what is asked'
	}
};

const DUTY_WORDS: Partial<Record<Duty, InvitationWords>> = {
	deputy: {
		title: 'You’re invited as a deputy safeguarding lead',
		about:
			'You see what safeguarding leads see, and you’re called when nobody has opened a worry for two minutes. Keep a phone or laptop with you all day. The kit first sends you a test alert.',
		button: 'Be a deputy here'
	},
	receiver: {
		title: 'You’re invited to receive allegations about staff',
		about:
			'When a student says that it’s about an adult at your school, you’re called, and you read what they wrote. You see nothing else of the summit. Keep a phone or laptop with you all day. The kit first sends you a test alert.',
		button: 'Receive allegations here'
	}
};

/** What an invitation says, with what a lead is asked to be. */
export function invitationWords({ role, duty }: { role: PersonRole; duty: Duty }): InvitationWords {
	return (role === 'lead' ? DUTY_WORDS[duty] : undefined) ?? INVITATION_WORDS[role];
}
