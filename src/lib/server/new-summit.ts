/*
 * A new summit out of the few lines somebody types to begin: the standard template with its name, date, schools and years.
 * Everything else is decided on the set-up screen. Pure: a form in, settings or faults out.
 */
import { cleanText } from '../summit/clean-text.ts';
import { BANDS } from '../summit/stations/settings.ts';
import type { School, Settings } from '../summit/stations/settings.ts';
import { standardTemplate } from '../summit/templates/standard.ts';

/** What was typed, as it was typed, to be shown again beside what is wrong with it. */
export interface NewSummitForm {
	name: string;
	/** `YYYY-MM-DD` */
	date: string;
	host: string;
	/** One school a line. */
	others: string;
	bands: string[];
}
export type NewSummitFaults = Partial<Record<keyof NewSummitForm, string>>;

/** Days of school between a summit and the reply that students are promised. */
const REPLY_WITHIN = 10;
const MOST_OTHERS = 29;
const LONGEST = 200;

export function newSummitForm(data: FormData): NewSummitForm {
	const text = (key: string): string => {
		const value = data.get(key);
		return typeof value === 'string' ? cleanText(value) : '';
	};
	const bands = data.getAll('bands').filter((band) => typeof band === 'string');
	return { name: text('name'), date: text('date'), host: text('host'), others: text('others'), bands };
}

/** Refuses with a sentence for each field that needs one. */
export function newSummit(
	form: NewSummitForm
): { ok: true; settings: Settings } | { ok: false; faults: NewSummitFaults } {
	const faults: NewSummitFaults = {};
	const others = form.others
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const bands = BANDS.filter((band) => form.bands.includes(band));
	if (form.name === '') faults.name = 'Give the summit a name, such as “Northbank Safety Summit”.';
	if (form.name.length > LONGEST) faults.name = 'That name is too long for a wall. Keep it under 200 letters.';
	if (!isDate(form.date)) faults.date = 'Choose the day of the summit. It can be changed later.';
	if (form.host === '' || form.host.length > LONGEST) faults.host = 'Type the name of the school that hosts it.';
	if (others.some((name) => name.length > LONGEST))
		faults.others = 'One of these names is too long. Write one school a line.';
	if (others.length > MOST_OTHERS) faults.others = 'That is more schools than one summit can hold. Keep to 30 in all.';
	if (bands.length === 0) faults.bands = 'Tick at least one group of years.';
	if (Object.keys(faults).length > 0) return { ok: false, faults };
	const settings = standardTemplate({ date: form.date, nextUpdate: afterSchoolDays(form.date, REPLY_WITHIN) });
	return { ok: true, settings: { ...settings, name: form.name, schools: schoolsOf([form.host, ...others]), bands } };
}

/** Schools with short ids of their own; the first is the host. A name that is there twice counts once. */
function schoolsOf(names: string[]): School[] {
	const seen = new Map<string, School>();
	const taken = new Set<string>();
	for (const name of names) {
		const key = name.toLowerCase();
		if (seen.has(key)) continue;
		const plain = seen.size === 0 ? 'host' : slug(name) || 'school';
		let id = plain;
		for (let n = 2; taken.has(id); n += 1) id = `${plain}-${n}`;
		taken.add(id);
		seen.set(key, { id, name });
	}
	return [...seen.values()];
}

function slug(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9 -]/g, '')
		.trim()
		.replace(/[ -]+/g, '-')
		.slice(0, 40)
		.replace(/^-+|-+$/g, '');
}

function isDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(text)?.toISOString().slice(0, 10) === text;
}

function dayOf(date: string): Date | null {
	const day = new Date(`${date}T00:00:00Z`);
	return Number.isNaN(day.getTime()) ? null : day;
}

/**
 * The day that is `days` school days after `date` (both `YYYY-MM-DD`): Saturdays and Sundays do not count. Holidays
 * differ from place to place and are not known here; whoever sets the summit up can move the day.
 */
export function afterSchoolDays(date: string, days: number): string {
	const day = dayOf(date);
	if (!day) throw new RangeError(`Not a day: ${date}`);
	for (let left = days; left > 0;) {
		day.setUTCDate(day.getUTCDate() + 1);
		if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
	}
	return day.toISOString().slice(0, 10);
}
