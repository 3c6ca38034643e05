import { expect, test } from 'vitest';
import { passphraseFault } from './passphrase.ts';

const ada = {
	name: 'Ada Lovelace',
	email: 'ada.lovelace@northbank.sch.uk',
	about: ['Northbank School', 'Harbour Lane']
};
const fault = (passphrase: string): string | null => passphraseFault({ ...ada, passphrase })?.code ?? null;

test.each([
	['elevenchars', 'passphrase_short'],
	['long words '.repeat(20), 'passphrase_long'],
	['aaaaaaaaaaaaaaaa', 'passphrase_common'],
	['Password12345!', 'passphrase_common'],
	['P4ssw0rd!P4ssw0rd!', 'passphrase_common'],
	['qwertyuiop[]', 'passphrase_common'],
	['1q2w3e4r5t6y', 'passphrase_common'],
	['manchesterunited1', 'passphrase_common'],
	['iloveyou iloveyou', 'passphrase_common'],
	['Student Safety Summit 2027', 'passphrase_common'],
	['studentsafetysummit', 'passphrase_common'],
	['CorrectHorseBatteryStaple1', 'passphrase_common'],
	['Lovelace 1815 Ada', 'passphrase_plain'],
	['ada.lovelace@northbank.sch.uk', 'passphrase_plain'],
	['NorthbankSchool1', 'passphrase_plain'],
	['Harbour-Lane-2027', 'passphrase_plain']
])('a passphrase that others would guess is refused, with a code of its own: %s', (passphrase, code) => {
	expect(fault(passphrase)).toBe(code);
});

test.each([
	'brass engine and roses',
	'seven green herons by the canal',
	'tulip gravel mango',
	'blauwe fiets in de regen',
	'три зелёных яблока на столе',
	'xK9#vQ2!mZ7p'
])('one that nobody would guess will do, in any language and without signs: %s', (passphrase) => {
	expect(fault(passphrase)).toBeNull();
});

test('the name of somebody else’s school is nothing to guess by', () => {
	const passphrase = 'Ravenscar Upper School 9';
	expect(passphraseFault({ ...ada, passphrase })).toBeNull();
	expect(passphraseFault({ ...ada, about: ['Ravenscar Upper School'], passphrase })?.code).toBe('passphrase_plain');
});
