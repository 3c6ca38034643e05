/**
 * First names heard in British schools, so that a name typed in lower case is still seen. A list can only ever hold a
 * few of them; `names.ts` also looks at capitals and at words like "called".
 */
const NAMES =
	'aaliyah aaron abbie abdul abdullah abigail adam adeel adrian ahmad ahmed aidan aisha akeem alesha alex alexander ' +
	'alfie ali alice alicia alisha aliyah amelia amina amir amira amy ana andrei andrew andy anna annabel anthony archie ' +
	'arjun arthur arun asha ashley ava ayaan ayesha bartek beatrice becky ben benjamin beth bethany bilal billy bobby ' +
	'bradley brandon callum cameron carter caitlin catherine charlie charlotte chelsea chinedu chloe chris christopher ' +
	'ciara claire connor corey courtney craig damian daniel danny darius darren dave david deepak demi destiny devon dylan ' +
	'ebony edward elena eleanor ella ellie elliot elsie emilia emily emma emmanuel erin esme ethan eva evie ewan ezra fatima ' +
	'fatimah finley finn florence francesca freddie freya gabriel gareth gemma george georgia georgina hamza hana hannah ' +
	'haris harley harriet harry harvey hassan hayley heather helen henry hollie holly hussain ibrahim idris imogen imran ' +
	'ines isaac isabel isabella isabelle isla ismail ivan jacob jada jake jakub jamal james jamie jan jasmin jasmine jayden ' +
	'jenna jenny jess jessica jodie joe joel john jonathan jordan joseph josh joshua jude julia kacper kaden kai karen kate ' +
	'katie kayleigh keira kelly kevin khadija kian kieran kimberley kofi kwame kyle lara laura lauren layla leah leanne lee ' +
	'leila leo leon leona lewis lexi liam libby lina logan louie louis louise luca lucas lucy luis luke lydia maddison ' +
	'maisie malachi malik marcus maria mariam martha martin mary maryam mason mateusz matilda matt matthew maya megan mehmet ' +
	'mia michael michelle mikey millie mo mohamed mohammad mohammed molly morgan moses muhammad musa mustafa nadia naomi natalia ' +
	'natalie natasha nathan nathaniel niamh nicholas nicole nikita noah nour oliver olivia ollie omar oscar osman owen oyin ' +
	'patrick patrycja paul pedro peter phoebe poppy priya rachel rahul rebecca reece reuben rhys riley rohan ronan rory ryan ' +
	'sadia saif samantha samir samuel sara sarah scarlett sean sebastian shanice shannon shaun shreya sienna simon simran sofia ' +
	'sophia sophie stacey stephen steven stuart sumaya suzanne tahir tanya tariq tasha tayla taylor temi teresa theo thomas ' +
	'tia tiffany tobi toby tom tommy tomasz tony travis tyler tyrone umar usman valentina vanessa victoria vikram vincent ' +
	'wiktoria yasmin yasmine youssef yusuf zac zach zachary zahra zain zainab zak zara zayn zoe zofia zuzanna';

/** Lower case. Names that are also everyday words (Will, Mark, Grace, Max) are left to their capital letter. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES.split(' '));
