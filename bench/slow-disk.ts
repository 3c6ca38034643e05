/** A disk that takes longer: the shim of the power-cut tests, which here only makes each fsync wait. */
import { buildShim, onShim } from '../tests/shim/disk.ts';

/** Milliseconds added to each fsync. */
export const SLOWER = 5;
export const NO_SHIM = 'was skipped: the shim that slows the disk needs Linux and a C compiler';

export function canSlow(): boolean {
	return buildShim() !== null;
}

/** The environment in which files below `folder` lie on such a disk. */
export function slowDisk(folder: string): Record<string, string> {
	const shim = buildShim();
	if (shim === null) throw new Error('There is no C compiler here to slow the disk with.');
	return onShim({ shim, folder, delay: SLOWER });
}
