/** What the simulated class says. All of it made up; nothing here was said by a student. */

export const GOOD = [
	'the library because the lady at the desk knows us',
	'skate park in the day, everyone looks out for each other',
	'Our form room at lunch, you can just sit there',
	'The chip shop man always asks if we got home ok',
	'leisure centre cos there is always staff about',
	'My gran lives near there so I like it'
];
export const CONCERNS = [
	'its so dark in the underpass two lights have been out since summer',
	'The last bus goes at 5 so after practice you wait on your own',
	'older kids hang round by the shops and shout stuff at girls',
	'Its fine until the buses stop then everyone is stuck there',
	'cars go way too fast by the crossing',
	'no one is ever on duty behind the sports hall',
	'The towpath floods and you have to walk in the road',
	'Its just loud and I dont like it much'
];
export const IDEAS = [
	'fix the lights and paint it a bright colour',
	'a later bus on practice days',
	'An adult by the back gate at 3.30',
	'more benches where people can see you',
	'Open the library till 6',
	'put the crossing nearer the school gate',
	'somewhere warm to wait that isnt the shops',
	'ask us before you change stuff'
];
export const SILLY = [
	'free pizza every day',
	'make the head teacher do a dance',
	'asdfghjkl',
	'turn school into a water park',
	'you are all idiots lol'
];
export const NAMING = [
	'its always Jayden Brooks and his mates by the shops',
	'text me on 07700 900123 if you want to know'
];
/** The worried one. Marked as a disclosure, so only safeguarding leads see it. */
export const WORRIED = 'someone older keeps making me carry things for him and says he will hurt me';
