/** Days of the calendar as times, without a clock: `YYYY-MM-DD` and milliseconds since 1970, both in UTC. */
export const DAY = 86_400_000;

/**
 * When a day begins. Years are counted from March, so that the day a leap year adds comes last, and in eras of 400 years,
 * which are all of one length.
 */
export function startOf(date: string): number {
	const [written = 0, month = 1, day = 1] = date.split('-').map(Number);
	const year = month <= 2 ? written - 1 : written;
	const era = Math.floor(year / 400);
	const inEra = year - era * 400;
	const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const days = inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear;
	return (era * 146_097 + days - 719_468) * DAY;
}
