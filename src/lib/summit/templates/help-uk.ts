/**
 * Signposts to help for the United Kingdom. Nobody has checked these numbers and addresses yet, so no entry
 * carries a day; screens say so until whoever sets up a summit has tried each and noted when (S5). National services only: the school's own safeguarding lead and the local youth service are
 * people and places of one summit, so they are named in its set-up, not here.
 */
import type { HelpPack } from '../stations/settings.ts';

export const HELP_UK: HelpPack = {
	id: 'uk',
	country: 'United Kingdom',
	danger: 'If someone is in danger now, tell an adult here or call 999.',
	entries: [
		{
			id: 'childline',
			name: 'Childline',
			line: 'Call 0800 1111',
			href: 'tel:08001111',
			about: 'Talk about anything, day or night. It’s free and you don’t have to give your name.',
			verifiedOn: null
		},
		{
			id: 'shout',
			name: 'Shout',
			line: 'Text SHOUT to 85258',
			href: 'sms:85258',
			about: 'Text with a trained person when things feel too much. Day or night, and free on most networks.',
			verifiedOn: null
		},
		{
			id: 'ceop',
			name: 'CEOP Safety Centre',
			line: 'Report it online',
			href: 'https://www.ceop.police.uk/Safety-Centre/',
			about: 'For when someone online asks for pictures, scares you, or wants you to keep secrets.',
			verifiedOn: null
		},
		{
			id: 'report-remove',
			name: 'Report Remove',
			line: 'Get a picture taken down',
			href: 'https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove/',
			about: 'If a nude picture or video of you is online and you’re under 18, they can help to remove it.',
			verifiedOn: null
		},
		{
			id: 'fearless',
			name: 'Fearless',
			line: 'Tell them online',
			href: 'https://crimestoppers-uk.org/fearless',
			about: 'Say what you know about a crime without giving your name. They can’t tell who you are.',
			verifiedOn: null
		},
		{
			id: 'police-101',
			name: 'Police, when it’s not an emergency',
			line: 'Call 101',
			href: 'tel:101',
			about: 'To tell the police about something when nobody is in danger right now.',
			verifiedOn: null
		},
		{
			id: 'emergency',
			name: 'Emergency',
			line: 'Call 999',
			href: 'tel:999',
			about: 'If someone is in danger now, or a crime is happening.',
			verifiedOn: null
		}
	]
};
