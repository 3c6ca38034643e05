/**
 * What ideas may be grouped under. Adult presence is three themes on purpose: students who ask for more staff have not
 * asked for more police. `other` stands last.
 */
import type { Option } from '../stations/settings.ts';

export const THEMES: Option[] = [
	{ id: 'lighting', words: 'Lighting', icon: 'lighting' },
	{ id: 'sightlines', words: 'Hidden corners and layout', icon: 'hidden' },
	{ id: 'upkeep', words: 'Cleaning and repairs', icon: 'upkeep' },
	{ id: 'places-to-be', words: 'Places to be', icon: 'place' },
	{ id: 'activities', words: 'Things to do', icon: 'game' },
	{ id: 'seating', words: 'Seats and shelter', icon: 'place' },
	{ id: 'toilets', words: 'Toilets and changing rooms', icon: 'school' },
	{ id: 'crossings', words: 'Routes and crossings', icon: 'traffic' },
	{ id: 'transport', words: 'Buses, trains and drivers', icon: 'transport' },
	{ id: 'staff-presence', words: 'School staff being around', icon: 'adults' },
	{ id: 'youth-workers', words: 'Youth workers being around', icon: 'helper' },
	{ id: 'police-presence', words: 'Police being around', icon: 'shield' },
	{ id: 'cctv', words: 'Cameras', icon: 'video' },
	{ id: 'shops', words: 'Shops and venues', icon: 'people' },
	{ id: 'staff-training', words: 'Training for adults', icon: 'adults' },
	{ id: 'consistency', words: 'Adults acting the same way every time', icon: 'adults' },
	{ id: 'policy', words: 'School rules', icon: 'school' },
	{ id: 'reporting-route', words: 'How to tell someone', icon: 'chat' },
	{ id: 'feedback', words: 'Hearing back after telling', icon: 'adult-reads' },
	{ id: 'trusted-adult', words: 'Time with an adult you trust', icon: 'helper' },
	{ id: 'peer-support', words: 'Students supporting each other', icon: 'friends' },
	{ id: 'curriculum', words: 'What lessons cover', icon: 'school' },
	{ id: 'discrimination', words: 'Fair treatment for everyone', icon: 'discrimination' },
	{ id: 'online-settings', words: 'Privacy and safety settings', icon: 'shield' },
	{ id: 'moderation', words: 'How apps deal with harm', icon: 'world' },
	{ id: 'phones', words: 'Phones at school', icon: 'chat' },
	{ id: 'parents', words: 'Information for parents and carers', icon: 'family' },
	{ id: 'support-services', words: 'Support services', icon: 'helper' },
	{ id: 'youth-voice', words: 'Young people having a say', icon: 'people' },
	{ id: 'other', words: 'Something else' }
];
