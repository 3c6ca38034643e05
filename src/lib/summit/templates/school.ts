/**
 * The School map station as a new summit gets it: the plan, then the help-seeking questions.
 *
 * The plan is marked `school: true`, so nothing made from it may ever be public (S11). The help-seeking questions ask
 * what somebody *would* do; none of them asks whether something has happened.
 */
import type { MapSettings, Step } from '../stations/settings.ts';
import { SCHOOL_PLACES } from './places.ts';

const HELP_STEPS: Step[] = [
	{
		type: 'choices',
		id: 'would-do',
		purpose: 'help',
		prompt: 'If something bad happened to you, what would you do?',
		hint: 'There are no wrong answers. Pick up to three.',
		choices: [
			{ id: 'tell-friend', words: 'Tell a friend' },
			{ id: 'tell-home', words: 'Tell someone at home' },
			{ id: 'tell-school', words: 'Tell an adult at school' },
			{ id: 'tell-other', words: 'Tell an adult somewhere else' },
			{ id: 'helpline', words: 'Call or message a helpline' },
			{ id: 'leave', words: 'Get away and stay away from it' },
			{ id: 'sort-it', words: 'Try to sort it out myself' },
			{ id: 'keep-it', words: 'Keep it to myself' },
			{ id: 'not-sure', words: 'I don’t know' }
		],
		most: 3
	},
	{
		type: 'choices',
		id: 'who-to',
		purpose: 'help',
		prompt: 'Who would you go to?',
		hint: 'Pick anyone you would really talk to. “Nobody yet” is a fine answer.',
		choices: [
			{ id: 'friend', words: 'A friend', icon: 'friends' },
			{ id: 'family', words: 'Someone in my family', icon: 'family' },
			{ id: 'form-tutor', words: 'My form tutor' },
			{ id: 'pastoral', words: 'Head of year or pastoral staff' },
			{ id: 'safeguarding-lead', words: 'The safeguarding lead' },
			{ id: 'nurse', words: 'The school nurse' },
			{ id: 'youth-worker', words: 'A youth worker' },
			{ id: 'coach', words: 'A coach' },
			{ id: 'faith-leader', words: 'A faith leader' },
			{ id: 'police-officer', words: 'A police officer' },
			{ id: 'helpline', words: 'A helpline' },
			{ id: 'nobody-yet', words: 'Nobody yet' }
		],
		most: 12
	},
	{
		type: 'choices',
		id: 'what-stops',
		purpose: 'help',
		prompt: 'What stops people telling a teacher?',
		hint: 'Think about people your age, not just you.',
		choices: [
			{ id: 'not-believed', words: 'They might not be believed' },
			{ id: 'blamed', words: 'They might get the blame' },
			{ id: 'losing-control', words: 'They can’t choose what happens next' },
			{ id: 'social-cost', words: 'Other students might turn on them' },
			{ id: 'ignored', words: 'Adults don’t listen' },
			{ id: 'seen-as-normal', words: 'People say it’s normal' },
			{ id: 'friend-in-trouble', words: 'A friend might get in trouble' },
			{ id: 'parents-told', words: 'Their parents might be told' },
			{ id: 'nothing-happened', words: 'Nothing happened last time' },
			{ id: 'language', words: 'It’s hard to say in English' },
			{ id: 'discrimination', words: 'They get treated worse for who they are', icon: 'discrimination' },
			{ id: 'not-sure-who', words: 'They don’t know who to tell' },
			{ id: 'no-private-time', words: 'There’s no private time or place' }
		],
		most: 13
	},
	{
		type: 'choices',
		id: 'what-changes',
		purpose: 'help',
		prompt: 'What needs to change so that telling someone is easier?',
		older: 'What would make telling an adult worth it?',
		choices: [
			{ id: 'private-way', words: 'A private way to tell' },
			{ id: 'pick-adult', words: 'Choosing which adult I talk to' },
			{ id: 'told-next', words: 'Being told what will happen next' },
			{ id: 'have-say', words: 'Having a say in what happens' },
			{ id: 'hear-back', words: 'Hearing back afterwards' },
			{ id: 'same-for-all', words: 'Adults treating everyone the same' },
			{ id: 'time-to-talk', words: 'More time with adults we know' },
			{ id: 'friend-along', words: 'Bringing a friend along' }
		],
		most: 3,
		words: 'Something else that would help'
	}
];

export const SCHOOL: MapSettings = {
	kind: 'map',
	id: 'school',
	title: 'School map',
	question: 'Where at school can you relax, and where should adults do more?',
	minutes: 22,
	steps: [
		{
			type: 'marks',
			id: 'relax',
			purpose: 'positive',
			prompt: 'Where at school can you relax?',
			older: 'Where at school do people your age feel at ease, and why there?',
			hint: 'Mark up to three places.',
			most: 3
		},
		{
			type: 'marks',
			id: 'notice-more',
			purpose: 'concern',
			prompt: 'Where should an adult notice more?',
			older: 'Where does bad behaviour get ignored, or treated differently each time?',
			hint: 'For toilets and changing rooms, pick the room from the list.',
			most: 3
		},
		{
			type: 'words',
			id: 'one-idea',
			purpose: 'idea',
			prompt: 'What one change would make school feel safer?',
			older: 'What would make adults act the same way every time?',
			hint: 'It could be a place, a rule, a time of day or what adults do.'
		},
		...HELP_STEPS
	],
	map: {
		picture: '/maps/school.svg',
		width: 1600,
		height: 1200,
		tiles: null,
		ground: null,
		attribution: 'Drawn for this kit',
		school: true
	},
	places: SCHOOL_PLACES,
	when: [
		{ id: 'arrival', words: 'Getting to school', icon: 'sun' },
		{ id: 'lesson-change', words: 'Between lessons', icon: 'clock' },
		{ id: 'break', words: 'Break', icon: 'chat' },
		{ id: 'lunch', words: 'Lunch', icon: 'people' },
		{ id: 'after-school', words: 'After school', icon: 'school' }
	],
	with: [
		{ id: 'alone', words: 'On my own', icon: 'alone' },
		{ id: 'friends', words: 'With friends', icon: 'friends' },
		{ id: 'mixed', words: 'It changes', icon: 'mixed-company' }
	],
	why: [
		{ id: 'people', words: 'Crowded or empty', icon: 'people' },
		{ id: 'hidden', words: 'Hidden spots', icon: 'hidden' },
		{ id: 'groups', words: 'Big groups', icon: 'groups' },
		{ id: 'adults', words: 'How adults act', icon: 'adults' },
		{ id: 'helper', words: 'Someone there who helps', icon: 'helper' },
		{ id: 'harassment', words: 'Name-calling, pushing or touching', icon: 'harassment' },
		{ id: 'discrimination', words: 'Being treated worse for who you are', icon: 'discrimination' },
		{ id: 'traffic', words: 'Cars and buses', icon: 'traffic' },
		{ id: 'lighting', words: 'Lights', icon: 'lighting' },
		{ id: 'upkeep', words: 'Clean or run-down', icon: 'upkeep' },
		{ id: 'place', words: 'Somewhere to sit or be', icon: 'place' }
	]
};
