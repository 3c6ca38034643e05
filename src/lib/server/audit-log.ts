/** The audit log as a page or a file: read from the store, newest first, as far as one viewer may know of it (S7, S12). */
import { z } from 'zod';
import { AUDIT_KINDS, auditLine } from '../summit/audit.ts';
import type { AuditKind, AuditLine } from '../summit/audit.ts';
import { DAY, startOf } from '../summit/days.ts';
import type { Person } from '../summit/people.ts';
import { csvOf } from './report/cells.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Store } from './store/port.ts';

/** Lines on one page. */
export const AUDIT_PAGE = 50;
/** Events read at a time. */
const BATCH = 1_000;

export interface AuditFilter {
	/** A person's id, or `kit`. */
	who: string | null;
	kind: AuditKind | null;
	/** `YYYY-MM-DD`, both days included, UTC. */
	from: string | null;
	to: string | null;
}

/** Out of an address; what is not a filter is none. */
export function auditFilter(query: URLSearchParams): AuditFilter {
	const day = (name: string): string | null => z.iso.date().safeParse(query.get(name)).data ?? null;
	return {
		who: query.get('who') || null,
		kind: AUDIT_KINDS.find((kind) => kind === query.get('kind')) ?? null,
		from: day('from'),
		to: day('to')
	};
}

interface Asking {
	room: Room;
	rooms: Pick<Rooms, 'foldOf'>;
	store: Pick<Store, 'acts'>;
	viewer: Pick<Person, 'id' | 'role'>;
	filter: AuditFilter;
}

/** One page, counted from 0 among the lines this viewer may see, and whether there are older ones. */
export async function auditPage(asking: Asking, page: number): Promise<{ lines: AuditLine[]; more: boolean }> {
	const lines = await gather(asking, { skip: page * AUDIT_PAGE, most: AUDIT_PAGE + 1 });
	return { lines: lines.slice(0, AUDIT_PAGE), more: lines.length > AUDIT_PAGE };
}

/** All of it, oldest last. */
export function auditLines(asking: Asking): Promise<AuditLine[]> {
	return gather(asking, { skip: 0, most: Infinity });
}

async function gather(asking: Asking, { skip, most }: { skip: number; most: number }): Promise<AuditLine[]> {
	const { room, rooms, store, viewer, filter } = asking;
	const fold = rooms.foldOf(room.id);
	const lines: AuditLine[] = [];
	let [left, before] = [skip, Number.MAX_SAFE_INTEGER];
	while (fold && lines.length < most) {
		const acts = await store.acts({ summit: room.id, before, limit: BATCH });
		const some = await room.read((summit) => acts.map((act) => auditLine(summit, fold.open(act), viewer)));
		for (const line of some) {
			if (line === null || !matches(line, filter) || lines.length >= most) continue;
			if (left > 0) left -= 1;
			else lines.push(line);
		}
		before = acts.at(-1)?.seq ?? 0;
		if (acts.length < BATCH) break;
	}
	return lines;
}

function matches(line: AuditLine, { who, kind, from, to }: AuditFilter): boolean {
	if (who !== null && line.by !== who) return false;
	if (kind !== null && line.kind !== kind) return false;
	if (from !== null && line.at < startOf(from)) return false;
	return to === null || line.at < startOf(to) + DAY;
}

const COLUMNS = ['When (UTC)', 'Who', 'Part', 'Kind', 'What', 'On what', 'Reason'];

/** As a table; what people typed is made safe for spreadsheets cell by cell. */
export function auditTable(lines: readonly AuditLine[]): string {
	const rows = lines.map(({ at, who, role, kind, what, on, reason }) => {
		return [new Date(at).toISOString(), who, role, kind, what, on, reason];
	});
	return csvOf({ columns: COLUMNS, rows });
}
