/**
 * The Friendships station as a new summit gets it. Every story is made up and says so by its nature: first names only,
 * no real place, no brand, and nobody in it is to blame for what was done to them. It never asks about a real friend.
 */
import type { FriendshipsSettings } from '../stations/settings.ts';

const SIGNS: FriendshipsSettings['signs'] = [
	{ id: 'listens', words: 'They listen to you' },
	{ id: 'respects-no', words: 'They stop when you say no' },
	{ id: 'includes', words: 'They make room for others to join in' },
	{ id: 'apologises', words: 'They say sorry and mean it' },
	{ id: 'keeps-safe', words: 'They get help when someone could get hurt' },
	{ id: 'other-friends', words: 'They’re fine with you having other friends' },
	{ id: 'glad', words: 'They’re glad when you do well' },
	{ id: 'private-things', words: 'They keep your private things private' },
	{ id: 'pressure', words: 'They keep pushing until you say yes' },
	{ id: 'threats', words: 'They say something bad will happen if you don’t' },
	{ id: 'isolating', words: 'They try to keep you away from other people' },
	{ id: 'tracking', words: 'They check where you are all the time' },
	{ id: 'shares-images', words: 'They pass on a private picture' },
	{ id: 'gifts', words: 'They give you things, then want something back' },
	{ id: 'humiliation', words: 'They make fun of you in front of people' },
	{ id: 'debt', words: 'They say you owe them' },
	{ id: 'dares', words: 'They dare people to do risky things' },
	{ id: 'jealousy', words: 'They get angry when you talk to someone else' },
	{ id: 'passwords', words: 'They want to know your passcode' },
	{ id: 'jokes', words: 'They say “it’s just a joke” when you’re upset' }
];

const STORIES: FriendshipsSettings['stories'] = [
	{
		id: 'amira-party',
		words:
			'Amira doesn’t want to go to a party. Her friend Beth says, “No problem, we’ll do something on Sunday.” On Sunday they bake and laugh a lot.'
	},
	{
		id: 'kofi-team',
		words:
			'Kofi gets picked for the team and Luca doesn’t. Luca feels sad for a day. Then he comes to watch, and cheers for Kofi.'
	},
	{
		id: 'zara-phone',
		words:
			'Zara’s boyfriend asks her to share where she is, all day long. When she turns it off for a lesson, he sends her twenty messages.'
	},
	{
		id: 'tom-trainers',
		words:
			'An older boy gives Tomasz new trainers. He says they’re a present. Two weeks later he says Tomasz owes him, and has to carry a bag for him.'
	},
	{
		id: 'priya-picture',
		words:
			'Priya sent a private picture to someone she trusted. Now it’s going round the year. Some people are sharing it. Her friend Jo wants to help.'
	},
	{
		id: 'sam-chat',
		words:
			'There’s a group chat for the whole class, but nobody has added Sam. People talk about it at lunch. When Sam asks, they say it’s no big deal.'
	},
	{
		id: 'dev-dare',
		words:
			'Some friends dare Dev to run across the train line. Dev says no. Everyone goes quiet. Then Ellie says, “I wouldn’t either,” and they walk to the park.'
	},
	{
		id: 'mei-joke',
		words:
			'Every day Callum does an impression of how Mei talks. Everybody laughs. Mei laughs too, but she has stopped putting her hand up in class.'
	},
	{
		id: 'idris-online',
		words:
			'Idris meets someone in a game who is kind and funny. They ask him to move to a different app, and not to tell anyone at home.'
	},
	{
		id: 'grace-friends',
		words:
			'Grace has one best friend, Niamh. If Grace sits with other people, Niamh won’t speak to her for days. Niamh says it’s because she cares.'
	},
	{
		id: 'yusuf-sorry',
		words:
			'Yusuf told a secret that wasn’t his to tell. He says sorry to Owen, tells the others he was wrong, and asks how he can put it right.'
	},
	{
		id: 'lily-waits',
		words:
			'Lily’s friend had a bad message online and is crying. Lily stays with her. She asks, “Shall we go and tell someone together?”'
	}
];

export const FRIENDSHIPS: FriendshipsSettings = {
	kind: 'friendships',
	id: 'friendships',
	title: 'Friendships',
	question: 'What does a good friendship look like, and who helps when one goes wrong?',
	minutes: 22,
	steps: [
		{
			type: 'sorting',
			id: 'sort-signs',
			purpose: 'positive',
			prompt: 'Which of these would you want in a friend?',
			older: 'Which of these would you want in a friend or a partner?',
			hint: 'Sort each card. You can say it depends.',
			set: 'signs'
		},
		{
			type: 'sorting',
			id: 'sort-stories',
			purpose: 'concern',
			prompt: 'Is this friendship OK?',
			older: 'Is this OK, and would people your age notice?',
			hint: 'The people in these stories are made up.',
			set: 'stories'
		},
		{
			type: 'choices',
			id: 'friends-can',
			purpose: 'idea',
			prompt: 'What can friends do safely?',
			hint: 'It isn’t your job to fix it. Pick up to three things that would help.',
			choices: [
				{ id: 'stay', words: 'Stay with them', icon: 'friends' },
				{ id: 'listen', words: 'Listen and believe them', icon: 'chat' },
				{ id: 'message-later', words: 'Message them later to check in', icon: 'clock' },
				{ id: 'not-join-in', words: 'Not laugh, share or join in', icon: 'shield' },
				{ id: 'walk-away', words: 'Help them walk away', icon: 'place' },
				{ id: 'tell-together', words: 'Go with them to tell an adult', icon: 'helper' },
				{ id: 'tell-anyway', words: 'Tell an adult if someone could get hurt', icon: 'adults' }
			],
			most: 3,
			words: 'Something else a friend could do'
		},
		{
			type: 'choices',
			id: 'adults-first',
			purpose: 'idea',
			prompt: 'What should adults do first?',
			older: 'What should adults do first, and what should they stop doing?',
			hint: 'Pick up to three.',
			choices: [
				{ id: 'listen', words: 'Listen before they decide', icon: 'chat' },
				{ id: 'believe', words: 'Believe them', icon: 'helper' },
				{ id: 'not-blame', words: 'Say it isn’t their fault', icon: 'shield' },
				{ id: 'ask-wants', words: 'Ask what they want to happen', icon: 'people' },
				{ id: 'stay-calm', words: 'Stay calm', icon: 'adults' },
				{ id: 'stop-it', words: 'Make it stop, quickly and quietly', icon: 'clock' },
				{ id: 'say-next', words: 'Say what happens next', icon: 'adult-reads' }
			],
			most: 3,
			words: 'Something else adults should do'
		}
	],
	signs: SIGNS,
	stories: STORIES,
	offered: { signs: 6, stories: 2 }
};
