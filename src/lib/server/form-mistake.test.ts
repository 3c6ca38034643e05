import { expect, it } from 'vitest';
import { mistake } from './form-mistake.ts';

it('a form’s mistake may be gone back to without sending it again, by this browser alone', () => {
	const set: Record<string, string>[] = [];
	const event = { setHeaders: (headers: Record<string, string>) => void set.push(headers) };
	expect(mistake(event, 404, { typed: '000 000' })).toMatchObject({ status: 404, data: { typed: '000 000' } });
	expect(set).toEqual([{ 'cache-control': 'private, no-cache' }]);
});
