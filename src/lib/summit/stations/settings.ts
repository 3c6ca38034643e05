/**
 * What a facilitator sets up for a station: its steps (what students are asked, in order) and the lists of its kind.
 * Pure data with schemas: a template is written in these shapes, an upload of a map fills one, the set-up screen edits
 * one. Nothing in here was written by a student.
 */
import { z } from 'zod';

/** A short id used inside one summit's settings: `lighting`, `skate-park`. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/);

/** One line of text an adult wrote, shown to others. */
export const Line = z.string().trim().min(1).max(200);
export const Text = z.string().trim().min(1).max(1200);

/** A position in a map's unit square: 0..1 from the top-left corner (M2). */
export const UnitPoint = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]);

/** `icon` is a name from `src/lib/ui/icons.ts`; an unknown one draws nothing. */
export const Option = z.strictObject({ id: Slug, words: Line, icon: z.string().max(40).optional() });

export const BANDS = ['7-8', '9-11', '12-13'] as const;
/** School years, as the field writes them. */
export const Band = z.enum(BANDS);

/** Prompts may differ by age: `older` is read by Years 12–13, everybody else reads `prompt`. */
const asked = { id: Slug, prompt: Line, older: Line.optional(), hint: Line.optional() };

/** What a step is for: every station goes positive → concern → idea; `help` are the school map's help-seeking questions. */
const purpose = { purpose: z.enum(['positive', 'concern', 'idea', 'help']) };

export const MarksStep = z.strictObject({
	type: z.literal('marks'),
	...asked,
	...purpose,
	most: z.int().min(1).max(20)
});
export const RatingsStep = z.strictObject({ type: z.literal('ratings'), ...asked, ...purpose });
export const SortingStep = z.strictObject({
	type: z.literal('sorting'),
	...asked,
	...purpose,
	set: z.enum(['signs', 'stories'])
});
export const ChoicesStep = z.strictObject({
	type: z.literal('choices'),
	...asked,
	...purpose,
	choices: z.array(Option).min(2).max(20),
	/** Most that one card may tick. */
	most: z.int().min(1).max(20),
	/** When set, a box for words stands under the choices with this label. */
	words: Line.optional()
});
export const WordsStep = z.strictObject({ type: z.literal('words'), ...asked, ...purpose });

export const Step = z.discriminatedUnion('type', [MarksStep, RatingsStep, SortingStep, ChoicesStep, WordsStep]);

/** A named place on a map. `box` is a room or area (x0,y0,x1,y1); `noPins` rooms take no pins inside them (S11). */
export const Place = z.strictObject({
	id: Slug,
	name: Line,
	at: UnitPoint,
	box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
	noPins: z.boolean().optional()
});

/**
 * Tiles of a map, 256 pixels a side, handed out at `/tiles/<summit>.<set>/<z>/<x>/<y>`: a picture cut into a pyramid, or a
 * street map's own. `origin` is where the map's top left corner lies, in pixels of level `max` from the tiles' own corner
 * (noughts for a pyramid), so that both are drawn the same way (M2). There are no tiles outside `min` to `max`.
 */
const Tiles = z.strictObject({
	set: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
	origin: z.tuple([z.int().min(0), z.int().min(0)]),
	min: z.int().min(0).max(22),
	max: z.int().min(0).max(22)
});
export type Tiles = z.infer<typeof Tiles>;

/** A place on the map and where it lies on the ground: longitude and latitude in degrees (WGS 84). */
const Tie = z.strictObject({
	at: UnitPoint,
	on: z.tuple([z.number().min(-180).max(180), z.number().min(-85.06).max(85.06)])
});
export type Tie = z.infer<typeof Tie>;

/**
 * The ground of a map station (M1): a picture of all of it, for walls, consoles and paper, and where there are some,
 * tiles for devices that go closer. Sizes are pixels of the whole map at its finest.
 */
const BaseMap = z.strictObject({
	picture: z.string().regex(/^\/(maps|pictures)\/[A-Za-z0-9._-]{1,80}$/),
	width: z.int().min(64).max(60000),
	height: z.int().min(64).max(60000),
	tiles: Tiles.nullable(),
	/** Two places whose longitude and latitude are known, or null where the map is not tied to the ground (M2). */
	ground: z.tuple([Tie, Tie]).nullable(),
	attribution: Line,
	/** A school's own plan is never public (S11). */
	school: z.boolean()
});

const common = {
	id: Slug,
	title: Line,
	/** The question the wall shows. */
	question: Line,
	minutes: z.int().min(1).max(240),
	steps: z.array(Step).min(1).max(12)
};

export const MapSettings = z.strictObject({
	kind: z.literal('map'),
	...common,
	map: BaseMap,
	places: z.array(Place).max(60),
	when: z.array(Option).max(12),
	with: z.array(Option).max(12),
	/** Reasons; a mark carries at most six (M3). */
	why: z.array(Option).max(24)
});
export const Platform = z.strictObject({ id: Slug, name: Line, group: Line, bands: z.array(Band).min(1) });
export const PlatformsSettings = z.strictObject({
	kind: z.literal('platforms'),
	...common,
	platforms: z.array(Platform).min(1).max(60),
	/** How many platforms one card is offered at a time. */
	offered: z.int().min(1).max(20),
	reasons: z.array(Option).max(24)
});
export const FriendshipsSettings = z.strictObject({
	kind: z.literal('friendships'),
	...common,
	signs: z.array(Option).max(40),
	/** Short stories about fictional students. */
	stories: z.array(z.strictObject({ id: Slug, words: Text })).max(20),
	/** How many signs and stories one card is offered at a time. */
	offered: z.strictObject({ signs: z.int().min(1).max(20), stories: z.int().min(1).max(6) })
});

export const StationSettings = z.discriminatedUnion('kind', [MapSettings, PlatformsSettings, FriendshipsSettings]);
export type StationSettings = z.infer<typeof StationSettings>;
export type MapSettings = z.infer<typeof MapSettings>;
export type PlatformsSettings = z.infer<typeof PlatformsSettings>;
export type FriendshipsSettings = z.infer<typeof FriendshipsSettings>;
export type Step = z.infer<typeof Step>;
export type Option = z.infer<typeof Option>;
export type Place = z.infer<typeof Place>;
export type Band = z.infer<typeof Band>;

export const School = z.strictObject({ id: Slug, name: Line });
export type School = z.infer<typeof School>;

/** Who may receive allegations about a school's staff (S7). */
export const RECEIVERS = ['head', 'chair', 'authority'] as const;
const Receiver = z.strictObject({
	school: Slug,
	as: z.enum(RECEIVERS),
	name: Line,
	/** A telephone number or an email address, for adults' eyes. */
	contact: Line
});
export type Receiver = z.infer<typeof Receiver>;
/** At most three a school: more than that is nobody's task. */
const MOST_RECEIVERS = 3;

const HelpEntry = z.strictObject({
	id: Slug,
	name: Line,
	/** What the button says: a number or short instruction. */
	line: Line,
	/** `tel:`, `sms:` or `https:` address; opened only by the student's own press. */
	href: z.string().regex(/^(tel:|sms:|https:\/\/)[^\s"'<>]{1,200}$/),
	about: Line,
	/** The day a person called or opened it; null until somebody has. Never filled in by the kit (S5). */
	verifiedOn: z.iso.date().nullable()
});
export const HelpPack = z.strictObject({
	id: Slug,
	country: Line,
	/** Whom to call when somebody is in danger now. */
	danger: Line,
	entries: z.array(HelpEntry).min(1).max(20)
});
export type HelpPack = z.infer<typeof HelpPack>;

/** S13: days until words and positions are erased. Can only be shortened. */
export const RetentionSettings = z.strictObject({
	afterSignOff: z.int().min(1).max(30),
	afterEvent: z.int().min(1).max(90)
});

/** The whole of what a template brings and the set-up screen edits. */
export const Settings = z.strictObject({
	name: Line,
	/** The day of the summit, `YYYY-MM-DD`. */
	date: z.iso.date(),
	place: z.string().trim().max(200),
	/** The first school is the host. */
	schools: z.array(School).min(1).max(30),
	bands: z.array(Band).min(1),
	stations: z.array(StationSettings).min(1).max(12),
	themes: z.array(Option).max(40),
	actions: z.array(z.strictObject({ id: Slug, what: Line, owner: Line })).max(60),
	agreement: z.array(Line).min(1).max(16),
	/** Read aloud by a named adult before anything opens. */
	welfare: z.array(Text).min(1).max(16),
	/** Promises on the student's Hello screen: four, each with an icon. */
	promises: z.array(Option).length(4),
	helpPack: HelpPack.nullable(),
	/** Where a student can go and be found by an adult. Empty until decided (S14). */
	quietRoom: z.string().trim().max(200),
	/** S9: cards behind anything released. Can only be raised. */
	threshold: z.int().min(5).max(50),
	/** Host contact if no safeguarding lead can be reached. Empty until decided. */
	alternative: z.string().trim().max(200),
	/** Who reads texts that are not in English (X2); not in settings from before it was asked. */
	otherReader: z.string().trim().max(200).optional(),
	/** Who receives allegations about staff, for each school in the order they are asked. Not in settings from before. */
	allegations: z
		.array(Receiver)
		.max(90)
		.refine((list) => list.every(({ school }) => list.filter((one) => one.school === school).length <= MOST_RECEIVERS))
		.optional(),
	/** When students will hear next, `YYYY-MM-DD`. */
	nextUpdate: z.iso.date(),
	/** Not in summits made before it could be set: `retentionOf` knows what holds there. */
	retention: RetentionSettings.optional(),
	/** Signed "reviewed by" line asked for by the template's foot. */
	footnote: Text
});
export type Settings = z.infer<typeof Settings>;

/** Those who receive allegations about staff of one school, first to be asked first. Settings of old logs have none. */
export function receiversAt({ allegations = [] }: Pick<Settings, 'allegations'>, school: string): Receiver[] {
	return allegations.filter((one) => one.school === school);
}
