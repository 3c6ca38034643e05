/**
 * The Online platforms station as a new summit gets it. Years 7–8 are offered kinds of app only, never a brand: many of
 * them are below the age the brands ask for, and a brand's name on the list reads as an invitation.
 */
import type { Band, PlatformsSettings } from '../stations/settings.ts';

type Platform = PlatformsSettings['platforms'][number];

const YOUNGEST: Band[] = ['7-8'];
const OLDER: Band[] = ['9-11', '12-13'];
const EVERYBODY: Band[] = ['7-8', '9-11', '12-13'];

const CATEGORIES: Platform[] = [
	{ id: 'kind-messaging', name: 'Messaging apps', group: 'Messaging', bands: YOUNGEST },
	{ id: 'kind-group-chats', name: 'Big group chats', group: 'Messaging', bands: YOUNGEST },
	{ id: 'kind-video', name: 'Video apps', group: 'Video and social', bands: YOUNGEST },
	{ id: 'kind-photos', name: 'Photo and story apps', group: 'Video and social', bands: YOUNGEST },
	{ id: 'kind-games', name: 'Online games', group: 'Games', bands: YOUNGEST },
	{ id: 'kind-game-chat', name: 'Chat inside games', group: 'Games', bands: YOUNGEST },
	{ id: 'kind-voice', name: 'Voice chat and live streams', group: 'Voice and live', bands: YOUNGEST },
	{ id: 'kind-ai', name: 'AI chatbots', group: 'AI', bands: YOUNGEST }
];

const NAMED: Platform[] = [
	{ id: 'whatsapp', name: 'WhatsApp', group: 'Messaging', bands: OLDER },
	{ id: 'snapchat', name: 'Snapchat', group: 'Messaging', bands: OLDER },
	{ id: 'imessage', name: 'iMessage', group: 'Messaging', bands: OLDER },
	{ id: 'messenger', name: 'Messenger', group: 'Messaging', bands: OLDER },
	{ id: 'telegram', name: 'Telegram', group: 'Messaging', bands: OLDER },
	{ id: 'signal', name: 'Signal', group: 'Messaging', bands: OLDER },
	{ id: 'youtube', name: 'YouTube', group: 'Video and social', bands: OLDER },
	{ id: 'tiktok', name: 'TikTok', group: 'Video and social', bands: OLDER },
	{ id: 'instagram', name: 'Instagram', group: 'Video and social', bands: OLDER },
	{ id: 'facebook', name: 'Facebook', group: 'Video and social', bands: OLDER },
	{ id: 'x', name: 'X', group: 'Video and social', bands: OLDER },
	{ id: 'reddit', name: 'Reddit', group: 'Video and social', bands: OLDER },
	{ id: 'bereal', name: 'BeReal', group: 'Video and social', bands: OLDER },
	{ id: 'pinterest', name: 'Pinterest', group: 'Video and social', bands: OLDER },
	{ id: 'roblox', name: 'Roblox', group: 'Games', bands: OLDER },
	{ id: 'minecraft', name: 'Minecraft', group: 'Games', bands: OLDER },
	{ id: 'fortnite', name: 'Fortnite', group: 'Games', bands: OLDER },
	{ id: 'ea-fc', name: 'EA FC', group: 'Games', bands: OLDER },
	{ id: 'call-of-duty', name: 'Call of Duty', group: 'Games', bands: OLDER },
	{ id: 'console-chat', name: 'Console chat', group: 'Games', bands: OLDER },
	{ id: 'discord', name: 'Discord', group: 'Voice and live', bands: OLDER },
	{ id: 'twitch', name: 'Twitch', group: 'Voice and live', bands: OLDER },
	{ id: 'ai-chatbots', name: 'AI chatbots', group: 'AI', bands: OLDER },
	{ id: 'ai-companions', name: 'AI friends and companions', group: 'AI', bands: OLDER },
	{ id: 'teams', name: 'Teams', group: 'School', bands: OLDER },
	{ id: 'google-classroom', name: 'Google Classroom', group: 'School', bands: OLDER }
];

/** Kinds without a brand, which every age is offered. */
const SHARED: Platform[] = [
	{ id: 'school-accounts', name: 'School email and school chat', group: 'School', bands: EVERYBODY },
	{ id: 'random-chat', name: 'Chat with people you don’t know', group: 'Other', bands: EVERYBODY },
	{ id: 'anonymous-questions', name: 'Apps where nobody’s name shows', group: 'Other', bands: EVERYBODY },
	{ id: 'marketplaces', name: 'Buying and selling apps', group: 'Other', bands: EVERYBODY }
];

export const PLATFORMS: PlatformsSettings = {
	kind: 'platforms',
	id: 'platforms',
	title: 'Online platforms',
	question: 'Which places online feel safe, and what should change?',
	minutes: 22,
	steps: [
		{
			type: 'choices',
			id: 'kind-spaces',
			purpose: 'positive',
			prompt: 'What makes a place online feel kind?',
			older: 'What makes a place online worth being in?',
			hint: 'Pick up to three.',
			choices: [
				{ id: 'real-friends', words: 'I know the people there', icon: 'friends' },
				{ id: 'fun', words: 'It’s fun and makes me laugh', icon: 'game' },
				{ id: 'learn', words: 'I learn or make things', icon: 'video' },
				{ id: 'belong', words: 'I can be myself', icon: 'people' },
				{ id: 'in-charge', words: 'I choose who can talk to me', icon: 'shield' },
				{ id: 'rules-kept', words: 'Somebody keeps the rules', icon: 'adults' },
				{ id: 'someone-helps', words: 'I know who helps if it goes wrong', icon: 'helper' }
			],
			most: 3
		},
		{
			type: 'ratings',
			id: 'rate',
			purpose: 'concern',
			prompt: 'How safe are these for people your age?',
			older: 'How safe are these for people your age, and which ones put pressure on you?',
			hint: 'Rate the ones you know. No usernames, group names or links, please.'
		},
		{
			type: 'choices',
			id: 'block-report',
			purpose: 'concern',
			prompt: 'Is it easy to block or report someone?',
			older: 'When people your age block or report someone, does it work?',
			choices: [
				{ id: 'yes', words: 'Yes, nearly always' },
				{ id: 'some', words: 'On some apps' },
				{ id: 'hard-to-find', words: 'No, it’s hard to find' },
				{ id: 'nothing-happens', words: 'You can, but nothing happens' },
				{ id: 'worried', words: 'People worry about what happens after' },
				{ id: 'never-tried', words: 'I’ve never tried' }
			],
			most: 2
		},
		{
			type: 'words',
			id: 'one-change',
			purpose: 'idea',
			prompt: 'What one change would make being online safer?',
			older: 'What should apps, schools or families change?',
			hint: 'Think about what grown-ups and companies could do.'
		}
	],
	platforms: [...CATEGORIES, ...NAMED, ...SHARED],
	offered: 8,
	reasons: [
		{ id: 'know-people', words: 'I know the people there', icon: 'friends' },
		{ id: 'strangers', words: 'People I don’t know can message', icon: 'world' },
		{ id: 'mean', words: 'Mean comments or pile-ons', icon: 'harassment' },
		{ id: 'group-chats', words: 'Group chats', icon: 'groups' },
		{ id: 'hate', words: 'Hate about who people are', icon: 'discrimination' },
		{ id: 'upsetting', words: 'Upsetting videos or pictures', icon: 'video' },
		{ id: 'sharing', words: 'Pictures get shared on', icon: 'people' },
		{ id: 'asked-for', words: 'Being asked for things', icon: 'chat' },
		{ id: 'streaks', words: 'Likes, streaks and always being on', icon: 'clock' },
		{ id: 'money', words: 'Spending, prizes or scams', icon: 'game' },
		{ id: 'location', words: 'It shows where you are', icon: 'place' },
		{ id: 'not-real', words: 'Fake pictures or made-up answers', icon: 'ai' },
		{ id: 'settings', words: 'Good privacy settings', icon: 'shield' },
		{ id: 'reporting', words: 'Reporting works', icon: 'helper' }
	]
};
