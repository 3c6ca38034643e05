import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

const SET = {
	OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
	OIDC_CLIENT_ID: 'summit-kit',
	OIDC_CLIENT_SECRET: 'only the two of us know'
};

function faults(env: Record<string, string>): readonly string[] {
	try {
		readConfig(env, []);
		return [];
	} catch (error) {
		if (error instanceof ConfigError) return error.faults;
		throw error;
	}
}

test('staff pass a second step unless it was switched off, and there is no provider unless one is named', () => {
	expect(readConfig({}, [])).toMatchObject({ secondFactor: true, provider: null });
	expect(readConfig({ SECOND_FACTOR: '0' }, []).secondFactor).toBe(false);
	expect(faults({ SECOND_FACTOR: 'no' })).toEqual(['SECOND_FACTOR must be 0 or 1.']);
});

test('a provider is named by three settings together', () => {
	expect(readConfig({ ...SET, OIDC_NAME: ' Northbank Trust ' }, []).provider).toEqual({
		issuer: SET.OIDC_ISSUER,
		clientId: SET.OIDC_CLIENT_ID,
		clientSecret: SET.OIDC_CLIENT_SECRET,
		name: 'Northbank Trust'
	});
	for (const name of Object.keys(SET)) {
		const [fault = '', ...others] = faults({ ...SET, [name]: '' });
		expect(fault).toContain('belong together');
		expect(others).toEqual([]);
		expect(fault).not.toContain(SET.OIDC_CLIENT_SECRET);
	}
});

test.each([
	'http://login.example.org',
	'https://login.example.org/?a=b',
	'login.example.org',
	'https://me@example.org'
])('what is said to the provider is never said in the clear, nor to nobody in particular: %s', (issuer) => {
	expect(faults({ ...SET, OIDC_ISSUER: issuer })).toEqual([expect.stringContaining('OIDC_ISSUER')]);
});

test('Microsoft’s sign-in for whoever has an account with anybody is not taken', () => {
	for (const whose of ['common', 'organizations', 'consumers'])
		expect(faults({ ...SET, OIDC_ISSUER: `https://login.microsoftonline.com/${whose}/v2.0` })).toEqual([
			expect.stringContaining('your own Microsoft tenant')
		]);
	expect(faults({ ...SET, OIDC_ISSUER: 'https://login.microsoftonline.com/8d2c/v2.0' })).toEqual([]);
});

test('plain HTTP leads to this machine alone', () => {
	for (const issuer of ['http://127.0.0.1:8400', 'http://[::1]:8400', 'http://localhost:8400/realm'])
		expect(readConfig({ ...SET, OIDC_ISSUER: issuer }, []).provider?.issuer).toBe(issuer);
	expect(faults({ ...SET, OIDC_ISSUER: 'http://127.0.0.1.example.org' })).toHaveLength(1);
});
