import { describe, expect, test } from 'vitest';
import { usableCorners } from './corners.ts';
import type { Corners } from './corners.ts';

describe('M1: four corners are usable when they go round a sheet clockwise', () => {
	const cases: [string, boolean, Corners][] = [
		[
			'the whole picture',
			true,
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 1]
			]
		],
		[
			'the same, begun elsewhere',
			true,
			[
				[1, 0],
				[1, 1],
				[0, 1],
				[0, 0]
			]
		],
		[
			'a sheet seen from one side',
			true,
			[
				[0.3, 0.1],
				[0.7, 0.1],
				[1, 0.9],
				[0, 0.9]
			]
		],
		[
			'a long strip',
			true,
			[
				[0, 0.4],
				[1, 0.4],
				[1, 0.5],
				[0, 0.5]
			]
		],
		[
			'the other way round',
			false,
			[
				[0, 0],
				[0, 1],
				[1, 1],
				[1, 0]
			]
		],
		[
			'crossed',
			false,
			[
				[0, 0],
				[1, 1],
				[1, 0],
				[0, 1]
			]
		],
		[
			'bent inwards',
			false,
			[
				[0, 0],
				[1, 0],
				[0.3, 0.3],
				[0, 1]
			]
		],
		[
			'three on one line',
			false,
			[
				[0, 0],
				[0.5, 0],
				[1, 0],
				[0.5, 1]
			]
		],
		[
			'nearly on one line',
			false,
			[
				[0, 0],
				[0.5, 0.01],
				[1, 0],
				[0.5, 1]
			]
		],
		[
			'two in one place',
			false,
			[
				[0, 0],
				[0, 0],
				[1, 1],
				[0, 1]
			]
		],
		[
			'all in one place',
			false,
			[
				[0.5, 0.5],
				[0.5, 0.5],
				[0.5, 0.5],
				[0.5, 0.5]
			]
		],
		[
			'a speck',
			false,
			[
				[0.5, 0.5],
				[0.6, 0.5],
				[0.6, 0.6],
				[0.5, 0.6]
			]
		]
	];
	test.each(cases)('%s: %s', (_, usable, corners) => {
		expect(usableCorners(corners)).toBe(usable);
	});
});
