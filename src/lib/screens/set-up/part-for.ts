/** Which part of the set-up settles what is not ready yet; the part's id on that page. */
import type { ReadinessItem } from '../../summit/setup.ts';

const PARTS: Record<string, string> = {
	'quiet-room': 'safety',
	'help-pack': 'safety',
	alternative: 'safety',
	place: 'basics',
	welfare: 'words'
};

export function partFor({ id }: Pick<ReadinessItem, 'id'>): string {
	if (id.startsWith('allegations:')) return 'safety';
	return id.startsWith('lead:') ? 'people' : (PARTS[id] ?? 'basics');
}
