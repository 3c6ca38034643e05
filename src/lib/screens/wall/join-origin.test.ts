import { describe, expect, it } from 'vitest';
import { joinOrigin } from './join-origin.ts';

const origins = ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://192.168.1.20:3000'];
const config = { publicUrl: null, loopback: false, origins };

describe('the address a wall asks students to type', () => {
	it('is the public one where there is one', () => {
		const url = new URL('http://localhost:3000/wall/x');
		expect(joinOrigin({ ...config, publicUrl: 'https://summit.example' }, url)).toBe('https://summit.example');
	});

	it('is never the machine’s own name for itself when others can reach it by another', () => {
		expect(joinOrigin(config, new URL('http://localhost:3000/wall/x'))).toBe('http://192.168.1.20:3000');
		expect(joinOrigin(config, new URL('http://127.0.0.1:3000/wall/x'))).toBe('http://192.168.1.20:3000');
	});

	it('is the one the wall was opened at otherwise', () => {
		expect(joinOrigin(config, new URL('http://192.168.1.20:3000/wall/x'))).toBe('http://192.168.1.20:3000');
		const alone = { ...config, loopback: true, origins: ['http://localhost:3000'] };
		expect(joinOrigin(alone, new URL('http://localhost:3000/wall/x'))).toBe('http://localhost:3000');
	});
});
