import { describe, expect, it } from 'vitest';
import { missingFrom, readCode, readJoining } from './joining.ts';

const two = { schools: [{ id: 'north' }, { id: 'south' }], bands: ['7-8', '9-11'] };
const one = { schools: [{ id: 'north' }], bands: ['7-8'] };
const fields = (text: string) => new URLSearchParams(text);

describe('joining', () => {
	it('takes what was chosen and asks for what was not', () => {
		const joining = readJoining(fields('school=south&who=me&headcount=4'), two);
		expect(joining).toEqual({ school: 'south', band: '', headcount: 1 });
		expect(missingFrom(joining)).toBe('Choose your year.');
	});

	it('does not ask where there is one school and one year band', () => {
		expect(missingFrom(readJoining(fields(''), one))).toBeNull();
	});

	it('X4: counts a table, and only a table', () => {
		expect(readJoining(fields('who=table&headcount=6'), one).headcount).toBe(6);
		expect(readJoining(fields('who=table&headcount=99'), one).headcount).toBe(1);
	});

	it('takes nothing that is not offered', () => {
		expect(readJoining(fields('school=west&band=12-13'), two)).toMatchObject({ school: '', band: '' });
	});

	it('reads six numbers with or without spaces, and says what is wrong in words', () => {
		expect(readCode(' 482 915 ')).toEqual({ code: '482915' });
		expect(readCode('482 91')).toEqual({ wrong: 'That code has one number missing.' });
		expect(readCode('48')).toEqual({ wrong: 'That code has 4 numbers missing.' });
		expect(readCode('4829155')).toEqual({ wrong: 'That code has too many numbers. It has 6.' });
		expect(readCode('otter')).toEqual({ wrong: 'The code has only numbers in it.' });
		expect(readCode('')).toEqual({ wrong: 'Type the 6 numbers first.' });
	});
});
