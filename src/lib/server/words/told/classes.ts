/** The classes that `told.ts` is written with: who, what was done, to which part, with what. In the notation of `pattern.ts`. */
/** Who is told of, who did it, and what it was. A class may use those above it. */
export const CLASSES: Record<string, string> = {
	much: 'really|so|very|always|sometimes|just|actually|nearly|almost|even|still|kinda|proper|literally|like|all|only|once|also|never|keep|keeps|kept|often|usually|then|and|too|quite',
	size: 'little|big|older|younger|eldest|youngest|baby|twin|half|step|foster|best|close|good|old|own|other|ex|whole|poor',
	kin: 'mum|dad|mother|father|step dad|step mum|step brother|step sister|brother|sister|uncle|auntie|cousin|nan|grandad|grandmother|grandfather|carer|parents|family|foster \\p{L}+|boyfriend|girlfriend|ex|partner|twin|sibling|siblings|niece|nephew|guardian|husband|fella',
	rel: '<kin>|friend|mate|best friend|best mate|girl|boy|kid|kids|lad|classmate|neighbour|roommate|student|baby|babies|people|friendship group|man|mandem',
	whose: 'my|our|his|her|their|your|a|this|that|some|one|another|the|these|those|two|couple of|one of my|one of our',
	known:
		'(<whose>) (?:[\\p{L}\\p{N}]+ ){0,3}?(<rel>)(?: (?:in|from|at|off|of) (?:my|our|the|year|yr)(?: \\p{L}+)?)?(?: i know)?|someone i know|someone|girls|boys|kids|children',
	obj: 'me|us|him|her|them|myself|ourselves|<known>|people|my \\p{L}+',
	self: 'myself|himself|herself|themselves|ourselves|yourself|themself',
	who: 'i|we|im|ive|id|she|he|they|hes|shes|theyre|theyve|<known>',
	grown:
		'[my|our|his|her|their|the|a|an|some|this|that|one of the] (?:<size> )?(?:<kin>|man|men|guy|guys|bloke|blokes|adult|adults|teacher|sir|miss|coach|tutor|caretaker|driver|neighbour|stranger|strangers|worker|staff|staff member|priest|imam|pastor|manager|boss|lads|lad|boy|boys|older boy|older boys|older girl|older girls|older lads|older guy|older one|older ones|olders|elders|youngers|gang|year \\p{N}+s?|people|someone|noone|he|she|they|girls|girl|mandem|kid|kids|random|randoms|paedo|pedo|perv|pervert|creep|weirdo)',
	hurt: 'hit|hits|hitting|hurt|hurts|hurting|beat|beats|beating|beaten|slap|slaps|slapped|slapping|smack|smacks|smacked|smacking|punch|punches|punched|punching|kick|kicks|kicked|kicking|strangle|strangles|strangled|strangling|choke|chokes|choked|choking|chocked|burn|burns|burnt|burned|burning|whip|whips|whipped|whipping|throttle\\p{L}*|batter|batters|battered|battering|thump\\p{L}*|headbutt\\p{L}*|jump|jumped|jumping|jumps|mug|mugged|mugging|rob|robbed|robs|robbing|rushed|rush|attack\\p{L}*|abuse|abuses|abused|abusing|bully|bullies|bullied|bullying|assault\\p{L}*|shove|shoves|shoved|shoving|push|pushes|pushed|pushing|drag|dragged|drags|bite|bites|bit|bitten|scratch|scratches|scratched|stamp on|stamped on|stomp\\p{L}*|spit at|spat at|spit on|spat on|spits on|throw \\p{L}+ at|threw \\p{L}+ at|throws \\p{L}+ at|bang\\p{L}* out|pin|pinned|pins|squeeze|squeezes|shake|shakes|shook|torture|tortured|tortures|stab|stabbed|stabs|shank|shanked|shanks|shoot|shot|cheffed|chef|knifed|hospitalised|drown|drowned|suffocate\\p{L}*|poison\\p{L}*|belt|belts|belted|cane|caned|canes|his|hitted|clatter\\p{L}*|lamped|decked|merked|banged|bashed|bash',
	harmed:
		'hit|hurt|beat|beaten|beaten up|beat up|slapped|smacked|punched|kicked|strangled|choked|burnt|burned|battered|jumped|robbed|mugged|attacked|assaulted|spiked|abused|bullied|groomed|followed|stalked|blackmailed|threatened|touched|touched up|raped|trafficked|exploited|molested|harassed|catcalled|stabbed|shanked|shot|cheffed|poked|kidnapped|chased|pressured|forced|groped|flashed|grabbed|exposed|jacked|rushed|tortured|neglected|hospitalised|licked|catfished|sexually \\p{L}+|sextorted|cornered|spat on|spat at|pushed around|picked on|targeted|hunted|used|drugged|filmed',
	touch:
		'touch|touchs|touches|touched|touching|grab|grabs|grabbed|grabbing|grope|gropes|groped|groping|feel up|feels up|felt up|felt|feels|feeling|rub|rubs|rubbed|rubbing|rubs up|kiss|kisses|kissed|kissing|stroke|strokes|stroked|stroking|finger|fingers|fingered|cuddle|cuddles|cuddled|hug|hugs|hugged|hugging|lick|licks|licked|fondle\\p{L}*|pinch|pinches|pinched|slap|slapped|slaps|spank\\p{L}*|tickle\\p{L}*|tap|taps|tapped|squeezed|brush against|brushed against|rubbed against|lean on|leans on|massage\\p{L}*|pull up|lift up|lifted up|lifted|pinged|unhooked|undid',
	body: 'bum|bums|boobs?|tits?|breasts?|chest|bra|skirt|skirts|dress|top|leg|legs|thigh|thighs|knee|privates?|private parts?|parts|vagina|fanny|penis|willy|dick|crotch|body|waist|neck|throat|hair|hijab|shoulders?|back|arse|ass|lap|knickers|pants|trousers|clothes|face|belly|hips?|headscarf|turban|down there',
	pics: 'pics|video|nudes|snaps|clips?|screenshots?|recordings?|deepfakes?|body pics|feet pics',
	blade:
		'knife|knives|blade|blades|machete|machetes|shank|shanks|sword|gun|guns|weapon|weapons|acid|screwdriver|zombie|rambo|bat|hammer|nank|skeng|stick|strap|burner|metal|scissors|razor|samurai|ninja|ting|crowbar|bb gun|pellet gun|airsoft'
};
