import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

const SET = {
	TILE_URL: 'https://tiles.example.org/{z}/{x}/{y}.png?key=secret-key',
	TILE_ATTRIBUTION: ' © OpenStreetMap\u202e contributors ',
	TILE_CONTACT: 'maps@school.example'
};

function faults(env: Record<string, string>): readonly string[] {
	try {
		readConfig(env, []);
	} catch (error) {
		if (error instanceof ConfigError) return error.faults;
		throw error;
	}
	return [];
}

test('M1: a tile service is read, with its text cleaned', () => {
	expect(readConfig(SET, []).tileService).toEqual({
		template: SET.TILE_URL,
		attribution: '© OpenStreetMap contributors',
		contact: 'maps@school.example',
		maxZoom: 18,
		allowPrivate: false
	});
	const own = { ...SET, TILE_URL: 'http://192.168.1.5:8080/{z}/{x}/{y}', TILE_ALLOW_PRIVATE: '1', TILE_MAX_ZOOM: '20' };
	expect(readConfig(own, []).tileService).toMatchObject({ maxZoom: 20, allowPrivate: true });
	expect(readConfig({ TILE_CONTACT: 'maps@school.example' }, []).tileService).toBeNull();
});

describe('M1: what does not fit is said in one sentence, and the key is not repeated', () => {
	test.each([
		['TILE_URL', 'not an address'],
		['TILE_URL', 'https://tiles.example.org/{z}/{x}.png'],
		['TILE_URL', 'https://{s}.tiles.example.org/{z}/{x}/{y}.png'],
		['TILE_URL', 'https://tiles.example.org/{z}/{x}/{y}/{y}.png'],
		['TILE_URL', 'https://{z}.example.org/{x}/{y}.png'],
		['TILE_URL', 'https://me:word@tiles.example.org/{z}/{x}/{y}.png'],
		['TILE_URL', 'ftp://tiles.example.org/{z}/{x}/{y}.png'],
		['TILE_URL', 'https://tiles.example.org/{z}/{x}/{y}.png#part'],
		['TILE_URL', 'http://tiles.example.org/{z}/{x}/{y}.png'],
		['TILE_URL', 'https://127.0.0.1/{z}/{x}/{y}.png'],
		['TILE_URL', 'https://localhost/{z}/{x}/{y}.png'],
		['TILE_URL', 'https://[::ffff:10.0.0.1]/{z}/{x}/{y}.png'],
		['TILE_URL', 'https://2130706433/{z}/{x}/{y}.png'],
		['TILE_ATTRIBUTION', '<b>OpenStreetMap</b>'],
		['TILE_ATTRIBUTION', 'x'.repeat(201)],
		['TILE_ATTRIBUTION', ''],
		['TILE_CONTACT', 'somebody'],
		['TILE_CONTACT', 'a@b.example\r\nX-More: 1'],
		['TILE_CONTACT', 'https://'],
		['TILE_CONTACT', ''],
		['TILE_MAX_ZOOM', '23'],
		['TILE_MAX_ZOOM', '1.5'],
		['TILE_ALLOW_PRIVATE', 'yes']
	])('%s=%s', (name, value) => {
		const told = faults({ ...SET, [name]: value });
		expect(told).toHaveLength(1);
		expect(told[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
		expect(told[0]).not.toContain('secret-key');
	});

	test('TILE_URL alone: both that are missing are told', () => {
		expect(faults({ TILE_URL: SET.TILE_URL })).toHaveLength(2);
	});
	test('a link-local address is nobody’s tile server, whatever is allowed', () => {
		const env = { ...SET, TILE_URL: 'http://169.254.169.254/{z}/{x}/{y}', TILE_ALLOW_PRIVATE: '1' };
		expect(faults(env)).toHaveLength(1);
	});
});
