import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { HELP_UK } from '../../summit/templates/help-uk.ts';
import Signposts from './Signposts.svelte';

const said = (...days: (string | null)[]): string => {
	const entries = HELP_UK.entries.slice(0, days.length).map((one, at) => ({ ...one, verifiedOn: days[at] ?? null }));
	return render(Signposts, { props: { pack: { ...HELP_UK, entries } } }).body;
};

it('S5: says once of the whole list whether its numbers were checked, and of each where they differ', () => {
	expect(said(null, null).match(/Nobody has checked/gu)).toHaveLength(1);
	expect(said(null, null)).toContain('Nobody has checked the numbers below yet.');
	expect(said('2026-10-02', '2026-10-02')).toContain('The numbers below were checked on 2 October 2026.');
	expect(said('2026-10-02', null)).toMatch(/Checked on 2 October 2026[^]*Nobody has checked this one yet/u);
});
