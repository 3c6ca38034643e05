/**
 * Words that may be a child telling an adult that something happened, is happening, or is feared, to them or to a child
 * they know. Text that matches skips station leads and facilitators and goes to safeguarding leads (S7).
 *
 * The list stays on the server (S4). It prefers a false alarm to a miss, and it will still miss: people tell in words no
 * list has. No match means nothing, and a person reads everything.
 */
import { readings } from './spelling.ts';

const CHILD =
	'(?:me|us|him|her|them|myself|someone|somebody|kids?|children|girls?|boys?|(?:my|a|our|his|her|their|this) (?:\\p{L}+ )?(?:sister|brother|cousin|friend|mate|best friend|bestie|mum|nan|girlfriend|boyfriend|girl|boy|kid)s?)';
const GROWN =
	'(?:dad|mum|step ?dad|step ?mum|step ?brother|father|mother|uncle|unckle|unkle|aunt|auntie|aunty|granddad|grandad|nan|brother|sister|cousin|carer|foster \\p{L}+|boyfriend|girlfriend|ex|teacher|coach|tutor|neighbour|man|men|guy|bloke|adult|older (?:boy|lad|kid|one)s?|older|they|he|she)';
const HURT =
	'(?:hits?|hitting|hitted|hurts?|hurting|hurted|beats?|beating|beaten|beat up|slaps?|slapping|slap+\\p{L}*|smack(?:s|ed|ing)?|punch\\p{L}*|kick(?:s|ed|ing)?|strangl(?:e|es|ed|ing)|chok(?:e|es|ed|ing)|chock(?:ed|ing)|burn(?:s|t|ed|ing)?|whip(?:s|ped|ping)?|throttl(?:e|es|ed|ing)|batter(?:s|ed|ing)?|bang(?:s|ed|ing)? out|jump(?:ed|ing)|rob(?:s|bed|bing)?|mug(?:s|ged|ging)?|shak(?:e|es|ing)|shook|thump(?:s|ed|ing)?|headbutt(?:s|ed)?|push(?:es|ed|ing)|spit on|spat on|attack(?:s|ed|ing)?|abus(?:e|es|ed|ing)|bull(?:y|ies|ied|ying)|assault(?:s|ed|ing)?)';
const TOUCH =
	'(?:touch\\p{L}*|tuch\\p{L}*|tutch\\p{L}*|grab(?:s|bed|bing)?|grop(?:e|es|ed|ing)|feel(?:s|ing)?|felt|rub(?:s|bed|bing)?|kiss(?:es|ed|ing)?|strok(?:e|es|ed|ing)|finger(?:s|ed|ing)|pinn(?:ed|ing)|corner(?:s|ed|ing))';
const PICTURES = '(?:pics?|pictures?|picturs?|pitures?|photos?|fotos?|images?|vids?|videos?|selfies?|nudes?|nudez)';
const BLADE = '(?:knife|knifes|knives|nife|blades?|machetes?|shanks?|swords?|guns?|weapons?|acid|screwdriver|zombie)';

/** What is told, one pattern a subject. All text is lower case without apostrophes; see `spelling.ts`. */
const TOLD: Record<string, string[]> = {
	'being hurt': [
		'\\b(?:pull(?:s|ed|ing)?|bit|bites|biting|lick(?:s|ed)?|drag(?:s|ged)?|twist(?:s|ed)?) (?:me|us|my|her|his|him)\\b|\\bmarks? on (?:my|her|his|their)\\b|\\bcall(?:s|ed|ing)? (?:me|us|her|him|my \\p{L}+)\\b.{0,12}\\bnames?\\b|\\b(?:wont|will not|didnt|doesnt|never|would not|wouldnt) stop\\b|\\b(?:i|she|he|we|they) (?:said|says|told \\p{L}+) (?:no|stop|to stop)\\b|\\b(?:took|takes|stole|steals|nicked|robbed|taxed) (?:my|our|his|her|me|him)\\b',
		`\\b${HURT} (?:on |up )?${CHILD}\\b`,
		`\\b${GROWN} (?:\\p{L}+ ){0,3}${HURT}\\b`,
		`\\b(?:get|gets|got|getting|been|being|im|am|was|is|be) (?:\\p{L}+ ){0,2}(?:hit|hurt|beaten|beat|slap+\\p{L}*|smacked|punched|kicked|strangled|choked|burnt|burned|battered|jumped|robbed|mugged|attacked|assaulted|spiked|slap+\\p{L}*|abused|bullied|groomed|followed|stalked|blackmailed|threatened|touched|raped|trafficked|exploited)\\b`,
		'\\b(?:bruises?|black eye|bleeding|broke my)\\b',
		'\\babus(?:e|es|ed|ing|ive|er)\\b|\\bviolent\\b|\\bdomestic\\b'
	],
	'home is not safe': [
		'\\b(?:unsafe|uncomfortable|scared|afraid|weird|frightened|nervous|worried)\\b.{0,20}\\bmy (?:\\p{L}+ )?(?:dad|mum|uncle|auntie?|brother|sister|cousin|boyfriend|girlfriend|ex|carer|parents|family)\\b|\\b(?:dad|uncle|cousin|brother|boyfriend|ex|stepdad|sir|miss|teacher|coach)\\b.{0,25}\\b(?:uncomfortable|creepy|weird|unsafe|scares?|scary|frightens?)\\b|\\b(?:parents|mum|dad|boyfriend|girlfriend|carer|uncle)\\b.{0,20}\\b(?:fight|fights|fighting|shouts?|shouting|screams?|screaming|throws?|throwing|smash\\p{L}*|angry|violent|rows|argu\\p{L}*|cries|crying|send (?:me|us|her|him) away)\\b|\\blook(?:ing)? after my (?:mum|dad|brothers?|sisters?|parents)\\b|\\b(?:havent|hasnt|not|didnt) (?:eaten|eat|had food)\\b|\\bcant leave\\b',
		'\\b(?:doesnt|dont|didnt|never|not|hasnt) (?:come|came|been|coming) (?:back )?home\\b',
		'\\b(?:scared|afraid|frightened|frightend|scard|terrified|dont want|do not want|dont like|hate|not safe|unsafe|dont feel safe|cant|worried)\\b.{0,25}\\b(?:go(?:ing)? home|(?:at|be|being) (?:my )?home|my (?:own )?house)\\b',
		'\\b(?:scared|afraid|frightened|terrified|scard) of (?:my |his |her |the |our )?(?:\\p{L}+ )?(?:dad|mum|step|father|mother|uncle|brother|sister|cousin|boyfriend|ex|carer|teacher|coach|tutor|him|her|them)\\b',
		'\\b(?:home|house)\\b.{0,20}\\b(?:isnt|is not|not|never|doesnt feel) (?:\\p{L}+ )?safe\\b',
		'\\b(?:lock(?:s|ed)?|kick(?:s|ed)?|chuck(?:s|ed)?|throw[ns]?|threw) (?:me|us|him|her|my \\p{L}+) (?:out|in)\\b|\\blocked (?:in|out)\\b',
		'\\b(?:no|not enough|without|nothing) (?:food|dinner|heating|bed|to eat)\\b|\\bdont (?:get|have) (?:\\p{L}+ )?(?:food|fed|dinner)\\b|\\b(?:always|so|really) hungry\\b|\\bdont get fed\\b|\\bdoesnt feed\\b|\\bleft (?:me |us )?(?:on my own|alone|home alone)\\b.{0,20}\\b(?:days?|nights?|weekend)\\b',
		'\\b(?:ran|run|running|runs) away\\b|\\bnowhere to (?:sleep|live|go)\\b|\\bsle(?:ep|pt|eping) (?:rough|outside|in the park|on the street)\\b|\\bsofa ?surf\\p{L}*\\b|\\bhomeless\\b',
		'\\b(?:dad|mum|step dad|parents|he|she|they)\\b.{0,25}\\b(?:drunk|drinks too|high all|on drugs|takes drugs|does drugs)\\b',
		'\\b(?:forced?|forcing|made|make|making|makes) (?:me|her|him|my \\p{L}+) (?:to )?(?:get )?marr\\p{L}+\\b|\\barranged marriage\\b|\\bforced marriage\\b|\\bfgm\\b|\\bbeing (?:sent|taken) (?:away|abroad|back)\\b'
	],
	'being touched': [
		'\\b(?:watch|stare|perv)(?:es|s|ed|ing)? (?:at |on )?(?:me|girls|her|kids|boys)\\b|\\blook(?:s|ed|ing)? (?:down|up) (?:my|our|her|girls|your)\\b|\\bhug(?:s|ged|ging)\\b|\\b(?:in|into) (?:my|her|his) drink\\b|\\bwoke up\\b.{0,30}\\b(?:know|remember|where|clothes)\\b|\\b(?:took|takes|take|taking) (?:it|my \\p{L}+|her \\p{L}+|them) off\\b|\\b(?:im|i am|shes|she is) 1[0-7]\\b.{0,15}\\b(?:hes|he is|shes|theyre)\\b|\\bperiods? (?:is )?late\\b|\\bchanging rooms?\\b.{0,25}\\b(?:watch|film|record|looks?|comes in|teacher|man)\\p{L}*\\b|\\b(?:watch|film|record)\\p{L}*\\b.{0,25}\\bchanging\\b',
		'\\bhands? (?:on|up|down|all over|in|under) (?:me|my|her|his|people|girls|your)\\b|\\b(?:bum|bums|boobs?|breasts?|genitals?|penis|willy|vagina|crotch)\\b|\\b(?:com(?:es?|ing)|came|gets?|got) (?:in|into) (?:my|her|his) (?:bed)?(?:room|bed)\\b|\\bin ?appropriate\\p{L}*\\b|\\b(?:did|does|doing|do) (?:\\p{L}+ ){0,3}to (?:me|her|him|us|my \\p{L}+)\\b',
		`\\b${TOUCH} (?:up |on )?(?:me|us|him|her|my|girls?|people|kids?|someone|you)\\b(?! (?:safe|feel|better|happy))`,
		'\\brap(?:e|ed|es|ing|ist)\\b|\\bmolest\\p{L}*\\b|\\bsexual(?:ly)?\\b|\\bsex\\b|\\bharras+\\p{L}* me\\b|\\bhar+as+(?:es|ed|ing)? (?:me|us|her|him|girls)\\b|\\bup ?skirt\\p{L}*\\b|\\bflash(?:ed|es|ing) (?:me|us|at|his|himself)\\b|\\bpervert\\p{L}*\\b|\\bprivate parts?\\b|\\bcreep(?:s|y|ing)? (?:on|at|man|teacher|guy|old)\\b|\\bhand up my\\b',
		'\\b(?:teacher|coach|tutor|sir|miss|mr|mrs|ms)\\b.{0,40}\\b(?:texts?|messages?|messaged|messaging|dms?|snaps?|snapchats?|touch\\p{L}*|flirt\\p{L}*|stares at|lift home|his car|her car|alone with)\\b'
	],
	'being made to': [
		'\\b(?:tell|tells|telling|told|ask|asks|asking|asked|want|wants|wanted|begs|begging|make|makes|making|made|gets|getting|force\\p{L}*) (?:me|us|her|him|them|kids|girls|people|my \\p{L}+) (?:to )?(?:not )?(?:send|meet|carry|hold|sell|keep|come to|touch|take|lie|steal|tell|fight|get in|strip|show|deliver|drop|watch|kiss|drink|smoke|do (?:stuff|things|it|that))\\b',
		'\\bforc(?:e|es|ed|ing) (?:him|her|them)self on\\b|\\bspik(?:ed|ing)\\b|\\bnot allowed (?:to eat|food|home|out|to leave|to see)\\b',
		`\\b(?:makes?|made|making|forc(?:e|es|ed|ing)|pressur(?:e|es|ed|ing)|trick(?:s|ed)?) (?:me|him|her|them|my \\p{L}+|girls|kids|people)\\b(?! (?:to )?(?:feel|felt|laugh|smile|happy|happier|sad|safe|safer|nervous|anxious|worried|scared|jump|tired|bored|angry|uncomfortable|calm|calmer|confident|proud|think|want|late|go the long|annoyed|mad|unsafe|stressed|sick of|relaxed?|welcome|a better|stronger|better)\\b)`,
		'\\b(?:wont|will not) (?:let|leave) (?:me|us|her|him)\\b(?: (?:alone|leave|go|out|see|talk))?',
		'\\bcontrol(?:s|led|ling)? (?:me|her|him|what)\\b|\\btrack(?:s|ed|ing) (?:me|her|him|my)\\b|\\bstalk(?:s|ed|ing|er)\\b|\\b(?:goes|going|go|went) through (?:my|her|his) (?:phone|messages)\\b'
	],
	'pictures and strangers online': [
		'\\b(?:sent|send) (?:him|her|them|it|one|some|more)\\b|\\bpost(?:s|ed|ing)? (?:it|them|one)\\b|\\bwants more\\b|\\boffer(?:s|ed|ing)? (?:me|us|her|him|girls|kids) (?:a )?(?:ride|lift|money|job|work)\\b|\\b(?:men|man|guys?|blokes?|strangers?)\\b.{0,25}\\b(?:stop|stops|talk|talks|shout|shouts|beep\\p{L}*|whistl\\p{L}*|approach\\p{L}*|come up|comes up|follow\\p{L}*)\\b',
		`\\b(?:wants?|wanting|wanted|asks?|asking|asked|send|sends|sent|sending|share|shares|shared|sharing|post|posts|posted|leak|leaks|leaked|show|shows|showed|showing|spread|got|has|have|took|takes|begging|keeps)\\b.{0,30}\\b${PICTURES}\\b(?:.{0,20}\\b(?:me|my|her|him|us|naked|body|private|without|undressed|nude|dodgy|rude)\\b|$|[.,?;])`,
		'\\bnud(?:e|es|ez)\\b|\\bnaked\\b|\\bdick ?pics?\\b|\\bsext\\p{L}*\\b|\\bblack ?mail\\p{L}*\\b|\\bgroom(?:ed|ing|er|s)?\\b|\\bexpose[sd]? (?:me|her|him)\\b|\\bcatfish\\p{L}*\\b',
		'\\b(?:meet|met|meeting|meet up|talking|talk|speaking|messaging|chatting|messages)\\b.{0,30}\\b(?:someone|somebody|man|guy|men|person|boy|stranger|boyfriend|friend)\\b.{0,25}\\bonline\\b|\\bmet (?:\\p{L}+ ){0,2}online\\b',
		'\\b(?:older|old|grown|adult|random|strange) (?:man|men|guy|guys|bloke|boyfriend|boy|lads?|people|person)\\b.{0,60}\\b(?:message|messages|messaged|messaging|follow\\p{L}*|gift|gifts|buys?|bought|gives?|gave|car|meet|meets|pick(?:s|ed)?|wait(?:s|ed|ing)?|ask(?:s|ed|ing)?|offer\\p{L}*|touch\\p{L}*|talk\\p{L}* to|money|vapes?|stares?|my (?:friend|sister))\\b'
	],
	'wanting to die or self-harm': [
		'\\b(?:no|dont see (?:the|a|any)|what is the|whats the) point\\b(?! (?:in |of )?(?:report|tell|ask|complain|go|hav|the|it)\\p{L}*)|\\bif i (?:was|were|am) (?:gone|dead|not here)\\b|\\b(?:notice|care|miss me) if i\\b|\\bto my (?:arms?|legs?|wrists?)\\b',
		'\\bhate (?:my life|my ?self|being alive)\\b|\\bdont matter\\b|\\bworthless\\b|\\bbetter off without (?:me|him|her)\\b|\\bno ?(?:one|body) (?:would |will )?(?:care|cares|miss|misses)\\b',
		'\\bkil+(?:ing|ed|s)? (?:my|him|her|them|our|your) ?sel(?:f|fs|ves)\\b|\\bkms\\b|\\bkill me\\b|\\bend (?:it all|my life|everything|it)\\b|\\bending (?:it|my life)\\b|\\bhang(?:ing|ed)? (?:my|him|her) ?self\\b',
		'\\bsu(?:i|a|ui)?[cs]+[iea]+d(?:e|al)?\\p{L}*\\b|\\bunaliv\\p{L}*\\b|\\bsewer ?slid\\p{L}*\\b|\\boverdos\\p{L}*\\b|\\btook (?:all |some |too many |loads of )?(?:pills|tablets)\\b',
		'\\b(?:want|wants|wanted|wish|going|rather|better off|hope|ready|trying|tried)\\b.{0,20}\\b(?:die|dead|disappear|wasnt here|wasnt alive|never born|wasnt born|not exist)\\b|\\b(?:dont|do not|doesnt) want to (?:be (?:here|alive|around) ?(?:anymore|any more)?|be alive|live|wake up|exist)\\b|\\bno (?:point|reason) (?:in |to )?(?:living|live|life|being here|going on)\\b|\\bcant (?:go on|do this anymore|take it|cope)\\b',
		'\\bself ?-?harm\\p{L}*\\b|\\bsh\\b|\\b(?:cut|cuts|cutting|burn|burns|burning|hurt|hurts|hurting|scratch\\p{L}*|harm|harms|harming|hit|hits|hitting|starv(?:e|es|ing)) (?:my|him|her|them|your|our) ?sel(?:f|ves)\\b|\\bcut(?:s|ting)? (?:my|her|his|their) (?:arms?|wrists?|legs?|thighs?)\\b|\\bmake(?:s)? (?:my|her|him) ?self (?:sick|throw up)\\b|\\bnot eating\\b|\\bstopped eating\\b|\\bstarving\\b'
	],
	'threats and weapons': [
		`\\b(?:pull(?:s|ed|ing)?|threat\\p{L}*|thret\\p{L}*|show(?:s|ed|ing)?|held|holds?|put|puts|point(?:s|ed|ing)?|carr(?:y|ies|ied|ying)|bring(?:s|ing)?|brings|brought|got|has|have|had|with|hid(?:es|e|den)?|hiding|keeps?|need|chas(?:ed|ing|es))\\b.{0,25}\\b${BLADE}\\b`,
		'\\b(?:stab|shank|shoot|cheff|chef|wet|poke)(?:s|t|bed|bing|ed|ing)? (?:me|us|him|her|my|someone|somebody|a (?:boy|kid|girl))\\b|\\b(?:get|got|getting|be|been|gets) (?:stabbed|shanked|shot|poked|cheffed)\\b|\\bstabbings?\\b|\\bstabbed\\b',
		'\\b(?:threat|thret)(?:s|en|ens|ened|ened|ening|ning)?\\b|\\b(?:going|gona|gna|said|says|will|ll)\\b.{0,20}\\b(?:kill|hurt|get|stab|jump|batter|beat|rape|find) (?:me|us|him|her|my \\p{L}+|them)\\b|\\bknows? where (?:i|we) live\\b|\\bafter me\\b'
	],
	'being used by others': [
		'\\bgangs?\\b|\\bolders\\b|\\b(?:want|wants|told|asked|got|had|made) (?:me|him|her|us) to (?:trap|shot|go)\\b|\\b(?:come|comes|came|coming) to (?:our|my|her|his) (?:house|flat|door|home)\\b|\\bburn (?:my|our|the|her|his)\\b',
		'\\b(?:get|gets|got|getting|pull(?:s|ed|ing)?|drag+(?:s|ed|ing)?|take|took|takes) (?:me|us|her|him|girls|kids|my \\p{L}+) (?:in|into|inside|to his|to their)\\b',
		'\\b(?:sell|sells|selling|sold|deal|deals|dealing|carry|carries|carrying|carried|deliver|delivers|delivering|hold|holding|hide|hiding|drop|dropping|run|running|move|moving|shot|shotting)\\b.{0,25}\\b(?:drugs?|weed|coke|crack|packages?|parcels?|bags? for|pack|packs|bits|food for|stuff for|money for|vapes for|ket)\\b',
		'\\bcounty ?lines?\\b|\\bcunch\\b|\\bgoing country\\b|\\bout there cunch\\b|\\btrap ?house\\b|\\btrapping\\b|\\bcuckoo\\p{L}*\\b|\\bplugging\\b',
		'\\bow(?:e|es|ed|ing) (?:him|her|them|the|some|a lot|loads|money|people|someone|an)\\b|\\b(?:drug )?debts?\\b',
		'\\b(?:in|into|inside|to) (?:his|her|their|a (?:mans|strangers|random|blokes)) (?:car|van|flat)\\b|\\b(?:follow|folow)(?:s|ed|ing)? (?:me|us|her|him|my|girls|people|kids)\\b|\\b(?:buy|give|buys|gives|bought|gave|giving|buying|offers|offered|offering) (?:me|us|her|him|kids|girls|my \\p{L}+|people) (?:\\p{L}+ )?(?:money|weed|vapes?|alcohol|drinks?|drugs?|gifts?|presents?|trainers|phones?|cigarettes|fags|clothes|stuff|things|lifts?)\\b'
	],
	'asking for help or sworn to secrecy': [
		'\\bhelp me\\b|\\b(?:i|we|she|he) needs? (?:some )?help\\b|\\bplease help\\b|\\bsave me\\b|\\bim not (?:ok|okay|safe)\\b|\\bi am not (?:ok|okay|safe)\\b|\\bi dont feel safe (?:anywhere|ever|with)\\b|\\bsomething (?:bad )?happened to\\b|\\bi (?:was|am|got) pregnant\\b|\\bpregnant\\b',
		'\\b(?:dont|do not|not to|never|cant|cannot) (?:tell|say anything to) (?:any ?(?:one|body)|no ?(?:one|body)|my (?:mum|dad|parents)|you|the police|school)\\b|\\b(?:our|a|keep (?:it|this) (?:a )?) ?secret\\b|\\bkeep (?:it|this) (?:a )?secret\\b|\\b(?:never|not) told any ?(?:one|body)\\b'
	]
};

const PATTERNS = Object.values(TOLD).map((told) => new RegExp(told.join('|'), 'u'));

export function holdsDisclosure(text: string): boolean {
	return readings(text).some((said) => PATTERNS.some((pattern) => pattern.test(said)));
}
