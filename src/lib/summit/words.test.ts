import { describe, expect, test } from 'vitest';
import { contactMarks, titledNames } from './words.ts';
import type { ContactMark } from './words.ts';

const CONTACTS: [string, ContactMark[]][] = [
	['ring me on 07700 900123', ['phone']],
	['07700900123', ['phone']],
	['o7700 900 123 if you want to talk', ['phone']],
	['+44 7700 900123', ['phone']],
	['(020) 7946 0018', ['phone']],
	['07700-900-123', ['phone']],
	['7700 900123 is mine', ['phone']],
	['06 12 34 56 78', ['phone']],
	['jo.bloggs@example.com', ['email']],
	['its jo_b99@school.sch.uk ok', ['email']],
	['email jo at gmail dot com', ['email']],
	['jo @ gmail', ['email']],
	['jo(at)hotmail.co.uk', ['email']],
	['https://example.org/abc', ['link']],
	['go on www.example.net', ['link']],
	['look at roblox.com', ['link']],
	['join discord.gg/abc123', ['link']],
	['its on wa.me/44', ['link']],
	['example dot com', ['link']],
	['I am @jakey.b', ['handle']],
	['@zoe_2010', ['handle']],
	['my snap is jakeyb', ['handle']],
	['snap: jakeyb', ['handle']],
	['add me on insta', ['handle']],
	['his insta is mo.k10', ['handle']],
	['xx_mo_xx on there', ['handle']],
	['sk8r#1234', ['handle']],
	['jake2009 is me', ['handle']],
	['username: mo', ['handle']],
	['I live at SE1 6TD', ['postcode']],
	['its in m1 2ab', ['postcode']],
	['EC1A1BB', ['postcode']],
	['call 07700 900123 or jo@example.com', ['phone', 'email']]
];

const NO_CONTACT = [
	'between 2019 2020 2021 and 2022',
	'it was built in 1998 and changed in 2015',
	'the 14 and the 188 and the 343 never stop',
	'the 14 bus at 15:30',
	'3/10 for lights',
	'10/10 no notes',
	'open 08.30 to 15.45 and 16.00 to 18.30',
	'from 07.30 to 08.45 then 12.15 till 13.05',
	'on 03/11/2026 and 04/11/2026',
	'we won 3-1 then 0-0 then 4 - 2',
	'@ the park',
	'we meet @the park',
	'hang out @ school after 3pm',
	'its ok @ 4pm',
	'@school it is fine',
	'year 7 and year 8 and 9-11',
	'y7 2nd floor',
	'Y10 3rd set',
	'there were 100000 people',
	'i have £20 and 50p',
	'my snap is full of ads',
	'snap is bad for sleep',
	'discord is ok. me and my mates like it',
	'insta is full of drama',
	'i like the park.me and my mates go',
	'room 101 and block b2',
	'ps5 and gta5 and fc24',
	'year2023',
	'it is really, really dark',
	'more lights. less traffic. co-op shop is fine',
	'I look at YouTube',
	'e4 is my favourite channel',
	'9/10 people agree 100%',
	'too many cars outside at 3.15 every day',
	'a 5 minute walk, 10 if it rains',
	'',
	'...'
];

describe('contactMarks', () => {
	test.each(CONTACTS)('S4: %j holds %j', (text, marks) => {
		expect(contactMarks(text)).toEqual(marks);
	});
	test.each(NO_CONTACT)('S4: %j holds no contact detail', (text) => {
		expect(contactMarks(text)).toEqual([]);
	});
});

const TITLED: [string, string[]][] = [
	['Mr Patel shouts', ['Patel']],
	['mr patel shouts', ['patel']],
	['mr. patel shouts', ['patel']],
	['MR PATEL SHOUTS', ['PATEL']],
	['Mr.Patel', ['Patel']],
	["Mr Patel's room", ['Patel']],
	['mr patel’s room', ['patel']],
	['i told mrs o’neill', ["o'neill"]],
	['Ms Al-Hassan helped', ['Al-Hassan']],
	['Miss van der Berg', ['van der Berg']],
	['miss smith is kind', ['smith']],
	['Miss. Smith is kind', ['Smith']],
	['Mx Okafor listens', ['Okafor']],
	['Dr Nguyễn came in', ['Nguyễn']],
	['Sir Ahmed', ['Ahmed']],
	['sir ahmed grabbed him', ['ahmed']],
	['madam clarke', ['clarke']],
	['mister jones', ['jones']],
	['mis jones never listens', ['jones']],
	['mr p is always late', ['p']],
	['MrPatel', ['Patel']],
	['mrpatel', ['patel']],
	['MissKhan', ['Khan']],
	['MrSmith', ['Smith']],
	['mrsmith', ['smith', 'mith']],
	['mr and mrs khan', ['khan']],
	['Mr John Patel', ['John', 'Patel']],
	['Mr Patel and mr patel', ['patel']],
	['Coach Davies is good', ['Davies']],
	['PC Brown at the gate', ['Brown']],
	['Ｍｒ Ｐａｔｅｌ', ['Patel']],
	['Mr\u200b Patel', ['Patel']]
];

const UNTITLED = [
	'sir said no',
	'sir is always late',
	'tell miss about it',
	'miss never listens',
	'I miss my friends',
	'i miss football',
	'we miss the bus',
	"you'll miss lunch",
	'dont miss out',
	'something is missing there',
	'drive slower',
	'the drs is far',
	'my pc is slow',
	'pc games',
	'the coach park',
	'the doctor listens',
	'an officer came to school',
	'MrBeast videos',
	'mr beast',
	'yes sir',
	'hello miss',
	'msn was a thing',
	'admire the view'
];

describe('titledNames', () => {
	test.each(TITLED)('S7: %j names %j', (text, names) => {
		expect(titledNames(text)).toEqual(names);
	});
	test.each(UNTITLED)('S7: %j names nobody with a title', (text) => {
		expect(titledNames(text)).toEqual([]);
	});
});

test('X3: a long run that nearly matches is read at once', () => {
	// Such a run makes a pattern start over at every letter; without bounds these four would outlast the test.
	for (const run of ['a', '_', 'a-', '- ']) {
		expect(contactMarks(run.repeat(20_000))).toEqual([]);
		expect(titledNames(run.repeat(20_000))).toEqual([]);
	}
});
