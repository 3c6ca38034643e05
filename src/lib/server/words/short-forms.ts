/** Short, spoken and wrong spellings that no single slip explains, each with how it is read. */
const FORMS: Record<string, string> = {
	...{
		u: 'you',
		ur: 'your',
		urs: 'yours',
		r: 'are',
		n: 'and',
		yu: 'you',
		ya: 'you',
		da: 'the',
		dat: 'that',
		dis: 'this'
	},
	...{ wanna: 'want to', gonna: 'going to', gunna: 'going to', gona: 'going to', gna: 'going to', gotta: 'got to' },
	...{ tryna: 'trying to', finna: 'going to', hafta: 'have to', dunno: 'dont know', dno: 'dont know', lemme: 'let me' },
	...{
		cuz: 'because',
		cos: 'because',
		coz: 'because',
		bc: 'because',
		bcs: 'because',
		becos: 'because',
		cus: 'because'
	},
	...{
		bcoz: 'because',
		becoz: 'because',
		bf: 'boyfriend',
		gf: 'girlfriend',
		bff: 'best friend',
		bestie: 'best friend'
	},
	...{
		besties: 'best friends',
		bezzie: 'best friend',
		sis: 'sister',
		sisters: 'sister',
		bro: 'brother',
		bros: 'brother'
	},
	...{
		brothers: 'brother',
		bruv: 'brother',
		lil: 'little',
		mom: 'mum',
		mam: 'mum',
		mummy: 'mum',
		ma: 'mum',
		mums: 'mum'
	},
	...{ mama: 'mum', daddy: 'dad', dads: 'dad', papa: 'dad', dada: 'dad', grandpa: 'grandad', granddad: 'grandad' },
	...{ grandads: 'grandad', gramps: 'grandad', uncles: 'uncle', unckle: 'uncle', unkle: 'uncle', uncel: 'uncle' },
	...{ aunty: 'auntie', aunt: 'auntie', aunties: 'auntie', nans: 'nan', nanny: 'nan', gran: 'nan', cousins: 'cousin' },
	...{ cuzin: 'cousin', cuzzy: 'cousin', mates: 'mate', m8: 'mate', m8s: 'mate', friends: 'friend', frend: 'friend' },
	...{ freind: 'friend', frends: 'friend', fren: 'friend', boyfriends: 'boyfriend', girlfriends: 'girlfriend' },
	...{
		stepdad: 'step dad',
		stepdads: 'step dad',
		stepmum: 'step mum',
		stepmums: 'step mum',
		stepbrother: 'step brother'
	},
	...{ stepbro: 'step brother', stepsis: 'step sister', stepsister: 'step sister', stepfather: 'step dad' },
	...{
		sum1: 'someone',
		sumone: 'someone',
		some1: 'someone',
		somone: 'someone',
		somebody: 'someone',
		someones: 'someone'
	},
	...{ any1: 'anyone', anybody: 'anyone', no1: 'noone', nobody: 'noone', nobodys: 'noone', every1: 'everyone' },
	...{
		everybody: 'everyone',
		ppl: 'people',
		peeps: 'people',
		sumthing: 'something',
		smth: 'something',
		sth: 'something'
	},
	...{ smthn: 'something', somethin: 'something', sumthin: 'something', nuffin: 'nothing', nuthin: 'nothing' },
	...{
		pix: 'pics',
		pic: 'pics',
		pictures: 'pics',
		picture: 'pics',
		photo: 'pics',
		photos: 'pics',
		fotos: 'pics',
		foto: 'pics'
	},
	...{ image: 'pics', images: 'pics', selfies: 'pics', vid: 'video', vids: 'video', videos: 'video', nudez: 'nudes' },
	...{
		noods: 'nudes',
		newds: 'nudes',
		nude: 'nudes',
		nudies: 'nudes',
		msg: 'message',
		msgs: 'messages',
		msging: 'messaging'
	},
	...{ mesage: 'message', mesages: 'messages', messges: 'messages', txt: 'text', txts: 'texts', txting: 'texting' },
	...{
		dnt: 'dont',
		dosnt: 'doesnt',
		dosent: 'doesnt',
		doesn: 'doesnt',
		dint: 'didnt',
		wudnt: 'wouldnt',
		cudnt: 'couldnt'
	},
	...{
		shudnt: 'shouldnt',
		cannot: 'cant',
		carnt: 'cant',
		cnt: 'cant',
		wount: 'wont',
		hav: 'have',
		hes: 'hes',
		hees: 'hes'
	},
	...{
		havnt: 'havent',
		havn: 'havent',
		haven: 'havent',
		hasn: 'hasnt',
		wen: 'when',
		wiv: 'with',
		wid: 'with',
		wit: 'with'
	},
	...{ wot: 'what', wat: 'what', wats: 'whats', dem: 'them', dey: 'they', tho: 'though', thru: 'through', den: 'then' },
	...{
		mi: 'my',
		me: 'me',
		kil: 'kill',
		kiling: 'killing',
		kll: 'kill',
		mself: 'myself',
		meself: 'myself',
		myslef: 'myself'
	},
	...{ mysef: 'myself', myselfs: 'myself', miself: 'myself', themself: 'themselves', theirself: 'themselves' },
	...{ hisself: 'himself', urself: 'yourself', yaself: 'yourself', yourselves: 'yourself', urselves: 'yourself' },
	...{
		urslf: 'yourself',
		h8: 'hate',
		h8s: 'hates',
		h8d: 'hated',
		hert: 'hurt',
		hirt: 'hurt',
		hurted: 'hurt',
		hitted: 'hit'
	},
	...{ skool: 'school', skl: 'school', sch: 'school', nite: 'night', nites: 'nights', nyt: 'night', 2: 'to', 4: 'for' },
	...{ b4: 'before', tuch: 'touch', tuched: 'touched', tutched: 'touched', touchd: 'touched', tuches: 'touches' },
	...{ slapd: 'slapped', punchd: 'punched', kickd: 'kicked', stabd: 'stabbed', robd: 'robbed', jumpd: 'jumped' },
	...{ scard: 'scared', scred: 'scared', scaird: 'scared', nife: 'knife', knifes: 'knives', nifes: 'knives' },
	...{ suiside: 'suicide', sucide: 'suicide', suacide: 'suicide', sewerslide: 'suicide', sewercide: 'suicide' },
	...{ suisidal: 'suicidal', sucidal: 'suicidal', od: 'overdose', ods: 'overdose', odd: 'odd', kms: 'kill myself' },
	...{ kmself: 'kill myself', kys: 'kill yourself', kysl: 'kill yourself', sh: 'selfharm', selfharming: 'selfharm' },
	...{
		selfharmed: 'selfharm',
		selfharms: 'selfharm',
		selfharmer: 'selfharm',
		unalives: 'unalive',
		unaliving: 'unalive'
	},
	...{ unalived: 'unalive', grape: 'grape', graped: 'raped', hav2: 'have to', av: 'have', ave: 'have', ad: 'had' },
	...{
		gimme: 'give me',
		gotten: 'got',
		gettin: 'getting',
		goin: 'going',
		doin: 'doing',
		bein: 'being',
		havin: 'having'
	},
	...{
		askin: 'asking',
		sendin: 'sending',
		makin: 'making',
		hittin: 'hitting',
		touchin: 'touching',
		followin: 'following'
	},
	...{
		threatnd: 'threatened',
		thretened: 'threatened',
		thretning: 'threatening',
		thret: 'threat',
		beet: 'beat',
		beets: 'beats'
	},
	...{ alchol: 'alcohol', alchohol: 'alcohol', dranks: 'drinks', drunks: 'drunk', pissed: 'pissed', wasted: 'drunk' },
	...{
		im: 'im',
		iam: 'im',
		thier: 'their',
		there: 'there',
		theyr: 'theyre',
		thay: 'they',
		evry: 'every',
		alot: 'a lot'
	},
	...{
		nuff: 'enough',
		rlly: 'really',
		rly: 'really',
		propa: 'proper',
		abt: 'about',
		bout: 'about',
		bt: 'but',
		b: 'be'
	},
	...{
		anymor: 'anymore',
		nomore: 'no more',
		eatn: 'eaten',
		pregant: 'pregnant',
		preggers: 'pregnant',
		preg: 'pregnant'
	},
	...{
		phuck: 'fuck',
		fuk: 'fuck',
		fck: 'fuck',
		fk: 'fuck',
		fuq: 'fuck',
		fukin: 'fucking',
		fkn: 'fucking',
		fckin: 'fucking'
	},
	...{ fking: 'fucking', fcking: 'fucking', effing: 'fucking', eff: 'fuck', eat: 'eat', pls: 'please', plz: 'please' },
	...{
		yr: 'year',
		yrs: 'years',
		shud: 'should',
		shoud: 'should',
		wud: 'would',
		cud: 'could',
		agen: 'again',
		til: 'until'
	},
	...{ till: 'until', tmrw: 'tomorrow', tmr: 'tomorrow', tomoz: 'tomorrow', incase: 'in case', yday: 'yesterday' },
	...{ lst: 'last', nvr: 'never', neva: 'never', lyk: 'like', sed: 'said', sez: 'says', fink: 'think' }
};

/** Keys and values are in lower case without apostrophes. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(Object.entries(FORMS));
