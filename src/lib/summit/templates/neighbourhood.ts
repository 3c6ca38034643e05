/**
 * The Neighbourhood map station as a new summit gets it: what students are asked, and the chips they may add to a mark.
 * Safe places come first, because the room hears what is good before what worries it.
 */
import type { MapSettings } from '../stations/settings.ts';
import { NEIGHBOURHOOD_PLACES } from './places.ts';

export const NEIGHBOURHOOD: MapSettings = {
	kind: 'map',
	id: 'neighbourhood',
	title: 'Neighbourhood map',
	question: 'Where around here feels good, and what would make it safer?',
	minutes: 22,
	steps: [
		{
			type: 'marks',
			id: 'good-places',
			purpose: 'positive',
			prompt: 'Where do people your age like to go?',
			older: 'Where do people your age feel welcome, and when does that change?',
			hint: 'Mark up to three places. Tell us what makes them good.',
			most: 3
		},
		{
			type: 'marks',
			id: 'good-ways',
			purpose: 'positive',
			prompt: 'Which way home feels best?',
			older: 'Which ways of getting around feel best, and at what time of day?',
			hint: 'Mark one or two places on the way. A longer way that feels safer counts.',
			most: 2
		},
		{
			type: 'marks',
			id: 'worry-places',
			purpose: 'concern',
			prompt: 'Where do people your age stay away from?',
			older: 'Where do people your age feel unsafe, or get moved on?',
			hint: 'Think about the place and what happens there. You don’t need to say who.',
			most: 3
		},
		{
			type: 'words',
			id: 'one-idea',
			purpose: 'idea',
			prompt: 'What one thing would help most?',
			older: 'What would help, without just pushing people somewhere else?',
			hint: 'Think about what adults, shops, buses or streets could change.'
		}
	],
	map: {
		picture: '/maps/neighbourhood.svg',
		width: 1600,
		height: 1200,
		tiles: null,
		ground: null,
		attribution: 'Drawn for this kit',
		school: false
	},
	places: NEIGHBOURHOOD_PLACES,
	when: [
		{ id: 'before-school', words: 'Before school', icon: 'sun' },
		{ id: 'after-school', words: 'After school', icon: 'clock' },
		{ id: 'evening', words: 'Evening', icon: 'moon' },
		{ id: 'weekend', words: 'Weekend', icon: 'weekend' }
	],
	with: [
		{ id: 'alone', words: 'On my own', icon: 'alone' },
		{ id: 'friends', words: 'With friends', icon: 'friends' },
		{ id: 'family', words: 'With family', icon: 'family' },
		{ id: 'mixed', words: 'It changes', icon: 'mixed-company' }
	],
	why: [
		{ id: 'people', words: 'How many people are around', icon: 'people' },
		{ id: 'lighting', words: 'Lights', icon: 'lighting' },
		{ id: 'traffic', words: 'Traffic', icon: 'traffic' },
		{ id: 'hidden', words: 'Hidden spots', icon: 'hidden' },
		{ id: 'groups', words: 'Big groups', icon: 'groups' },
		{ id: 'adults', words: 'How adults act', icon: 'adults' },
		{ id: 'harassment', words: 'Being shouted at or followed', icon: 'harassment' },
		{ id: 'discrimination', words: 'Being treated worse for who you are', icon: 'discrimination' },
		{ id: 'transport', words: 'Buses, trains and stops', icon: 'transport' },
		{ id: 'upkeep', words: 'Clean or run-down', icon: 'upkeep' },
		{ id: 'helper', words: 'Someone there who helps', icon: 'helper' }
	]
};
