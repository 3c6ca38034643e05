/**
 * One well-formed message of every kind, about things that are not there, and one request of every address: what a part
 * may not do is refused before anybody looks at them, and what it may do is answered by the summit. The compiler asks for
 * a line here with every new command and address.
 */
import type { Address } from '../../src/lib/summit/roles.ts';
import type { Command, CommandType } from '../../src/lib/summit/summit.ts';
import { SETTINGS } from './planted-day.ts';

type Body<T extends CommandType> = Omit<Extract<Command, { type: T }>, 'id' | 'type'>;

const NOBODY = 'nobody-here';
const station = 'neighbourhood';
const [plain] = SETTINGS.stations.toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
if (!plain) throw new Error('The template has no station');
/** Small enough for one message over a socket. */
const settings = { ...SETTINGS, stations: [{ ...plain, steps: plain.steps.slice(0, 1) }], themes: [], actions: [] };
const detail = { ideas: [], what: 'More lights', fairBecause: '', owner: null, due: null, told: '' };

/** Those that end something for everybody come last. */
export const BODIES: { [T in CommandType]: Body<T> } = {
	'summit:create': { settings, rehearsal: false, person: { id: NOBODY, name: 'Nobody', account: null } },
	'setup:edit': { seen: 999, change: {} },
	'setup:station': { seen: 999, station: plain },
	'welfare:read': { by: 'Somebody' },
	'people:join': { person: NOBODY, name: 'Nobody', role: 'lead', school: 'northbank', account: null },
	'people:return': { person: NOBODY },
	'people:revoke': { person: NOBODY },
	'people:unreached': { person: NOBODY },
	'people:test': {},
	'people:answer': {},
	'doors:open': { seen: 999 },
	'doors:close': {},
	'doors:knock': { seen: 999 },
	'doors:admit': { most: 1 },
	'doors:renew': { seen: 999 },
	'cards:join': { school: 'northbank', band: '9-11', headcount: 1 },
	'cards:agree': {},
	'cards:remove': { card: NOBODY },
	'cards:restore': { card: NOBODY },
	'cards:trace': { worry: NOBODY, reason: 'other', requester: 'Somebody' },
	'cards:untrace': { trace: NOBODY },
	'cards:wipe': { card: NOBODY },
	'cards:unwipe': { card: NOBODY },
	'author:stop': { item: NOBODY },
	'author:restore': { item: NOBODY },
	'author:wipe': { item: NOBODY },
	'author:unwipe': { item: NOBODY },
	'controls:pause': {},
	'controls:resume': { seen: 999 },
	'controls:blank': {},
	'controls:unblank': { seen: 999 },
	'station:open': { station, seen: 999 },
	'station:pause': { station },
	'station:resume': { station, seen: 999 },
	'station:close': { station, seen: 999 },
	'station:extend': { station, minutes: 5 },
	'station:reveal': { station, seen: 999 },
	'station:hide': { station },
	'station:contribute': { station, step: 'nowhere', entry: { type: 'words' }, words: 'A bench' },
	'station:withdraw': { station, contribution: NOBODY },
	'station:release': { station },
	'words:take': { item: NOBODY },
	'words:show': { item: NOBODY, seen: 999 },
	'words:cover': { item: NOBODY, seen: 999, cover: [[0, 1]] },
	'words:keep': { item: NOBODY, seen: 999, reason: 'unclear' },
	'words:pass': { item: NOBODY, seen: 999 },
	'words:undo': { item: NOBODY },
	'words:settle': { items: [NOBODY] },
	'talk:ask': { how: 'later', aboutAdult: false },
	'worry:see': { worry: NOBODY },
	'worry:found': { worry: NOBODY },
	'worry:missing': { worry: NOBODY },
	'worry:record': { worry: NOBODY, system: 'The book', reference: '1' },
	'worry:close': { worry: NOBODY },
	'worry:exclude': { worry: NOBODY, person: NOBODY, reason: 'other' },
	'worry:include': { worry: NOBODY, person: NOBODY },
	'worry:sheet': { worry: NOBODY },
	'worry:alert': { worry: NOBODY, stage: 'call' },
	'lists:edit': { list: 'names', add: ['Bo'], remove: [] },
	'audit:export': {},
	'retention:hold': { worry: NOBODY, reason: 'complaint', note: '', until: '2027-03-01' },
	'retention:let-go': { hold: NOBODY },
	'retention:erase-now': { reason: 'mistake', confirm: 'Not its name' },
	'retention:warn': {},
	'retention:distill': {},
	'retention:stall': {},
	'retention:receipt': { backups: 0 },
	'marks:export': { station: 'nowhere' },
	'theme:add': { name: 'Lights' },
	'theme:rename': { theme: NOBODY, name: 'Lights' },
	'theme:merge': { theme: NOBODY, into: NOBODY },
	'idea:place': { items: [NOBODY], theme: null },
	'idea:merge': { words: 'Lights', theme: NOBODY, items: [NOBODY] },
	'idea:reword': { idea: NOBODY, words: 'Lights' },
	'idea:drop': { idea: NOBODY },
	'backing:open': { seen: 999, ideas: [NOBODY] },
	'backing:close': { seen: 999 },
	'backing:give': { ideas: [] },
	'theme:answer': { theme: NOBODY, seen: 999, answer: 'yes', because: '', until: null },
	'action:add': { theme: NOBODY, ...detail, changes: 'place' },
	'action:edit': { action: NOBODY, seen: 999, change: {} },
	'action:drop': { action: NOBODY, seen: 999 },
	'action:progress': { action: NOBODY, progress: 'started', note: '' },
	'owner:ask': { action: NOBODY },
	'owner:unask': { action: NOBODY },
	'owner:accept': { seen: 999 },
	'owner:progress': { progress: 'started', note: '' },
	'owner:redate': { date: '2027-05-01', reason: 'Later' },
	'owner:decline': { reason: 'Not mine' },
	'plan:submit': { seen: 999 },
	'plan:sendback': { seen: 999, note: 'Not yet' },
	'plan:sign': { seen: 999 },
	'summit:clear': {},
	'summit:close': {}
};

export interface AddressAsk {
	/** `ID` stands for the summit, `KEY` for its doors' key, `PICTURE` for an uploaded picture. */
	path: string;
	/** GET when left out; a POST goes with an empty JSON body and the kit's own Origin. */
	method?: 'POST' | 'DELETE';
}

/** Every way to ask at each address. */
export const ASKS: Record<Address, readonly AddressAsk[]> = {
	'/j/[key]': [],
	'/s/[summit]': [{ path: '/s/ID' }, { path: '/s/ID/__data.json' }],
	'/wall/[summit]': [{ path: '/wall/ID' }, { path: '/wall/ID/__data.json' }],
	'/observe/[summit]': [{ path: '/observe/ID' }, { path: '/observe/ID/__data.json' }],
	// A page says by itself whom it is for; to anybody else it says that the link has ended.
	'/owner/[summit]': [],
	'/pictures/[id]': [{ path: 'PICTURE' }],
	'/tiles/[set]/[z]/[x]/[y]': [{ path: 'TILE' }],
	'/staff/[summit]/run': [{ path: '/staff/ID/run' }, { path: '/staff/ID/run/__data.json' }],
	'/staff/[summit]/queue': [{ path: '/staff/ID/queue' }, { path: '/staff/ID/queue/__data.json' }],
	'/staff/[summit]/worries': [{ path: '/staff/ID/worries' }, { path: '/staff/ID/worries/__data.json' }],
	'/staff/[summit]/worries/word-lists': [
		{ path: '/staff/ID/worries/word-lists' },
		{ path: '/staff/ID/worries/word-lists/__data.json' }
	],
	'/staff/[summit]/worries/[worry]/sheet.pdf': [{ path: '/staff/ID/worries/nobody-here/sheet.pdf', method: 'POST' }],
	'/staff/[summit]/plan': [{ path: '/staff/ID/plan' }, { path: '/staff/ID/plan/__data.json' }],
	'/staff/[summit]/plan/print': [{ path: '/staff/ID/plan/print' }, { path: '/staff/ID/plan/print/__data.json' }],
	'/staff/[summit]/plan/plan.csv': [{ path: '/staff/ID/plan/plan.csv' }],
	'/staff/[summit]/plan/plan.json': [{ path: '/staff/ID/plan/plan.json' }],
	'/staff/[summit]/maps/[station]/heat': [{ path: '/staff/ID/maps/neighbourhood/heat' }],
	'/staff/[summit]/maps/[station]/marks': [{ path: '/staff/ID/maps/neighbourhood/marks', method: 'POST' }],
	'/staff/[summit]/audit': [{ path: '/staff/ID/audit' }, { path: '/staff/ID/audit/__data.json' }],
	'/staff/[summit]/audit/log.csv': [{ path: '/staff/ID/audit/log.csv', method: 'POST' }],
	'/staff/[summit]/set-up': [{ path: '/staff/ID/set-up' }, { path: '/staff/ID/set-up/__data.json' }],
	'/staff/[summit]/links': [
		{ path: '/staff/ID/links' },
		{ path: '/staff/ID/links', method: 'POST' },
		{ path: '/staff/ID/links', method: 'DELETE' }
	],
	'/staff/[summit]/owners': [
		{ path: '/staff/ID/owners', method: 'POST' },
		{ path: '/staff/ID/owners', method: 'DELETE' }
	],
	'/staff/[summit]/area': [{ path: '/staff/ID/area' }, { path: '/staff/ID/area', method: 'POST' }],
	'/staff/[summit]/packages': [{ path: '/staff/ID/packages', method: 'POST' }],
	'/staff/[summit]/packages/[set]/frame': [{ path: '/staff/ID/packages/nothing/frame', method: 'POST' }],
	'/staff/[summit]/pictures': [{ path: '/staff/ID/pictures', method: 'POST' }],
	'/staff/[summit]/pictures/[id]/straighten': [{ path: '/staff/ID/pictures/nothing/straighten', method: 'POST' }],
	'/staff/[summit]/tiles': [{ path: '/staff/ID/tiles' }]
};
