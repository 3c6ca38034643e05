/** A summit out of the standard template, as the kit founds one. */
import { createSummit, foundSummit } from '../src/lib/summit/founding.ts';
import type { Context } from '../src/lib/summit/subject.ts';
import { evolve } from '../src/lib/summit/evolve.ts';
import { Command } from '../src/lib/summit/summit.ts';
import type { LoggedEvent, Summit } from '../src/lib/summit/summit.ts';
import { standardTemplate } from '../src/lib/summit/templates/standard.ts';

export function founded(): Summit {
	const settings = {
		...standardTemplate({ date: '2026-11-20', nextUpdate: '2026-12-04' }),
		schools: ['host', 'north', 'far'].map((id) => ({ id, name: `${id} school` }))
	};
	const person = { id: 'facilitator-1', name: 'Farah Qureshi', account: null };
	const command = Command.parse({ id: 'found-0001', type: 'summit:create', settings, rehearsal: true, person });
	if (command.type !== 'summit:create') throw new Error('The schema changed what kind of command it is.');
	const context: Context = {
		...{ actor: { role: 'kit', id: 'kit' }, now: 0, id: () => 'made-00001', draw: () => 0, read: () => [] },
		network: 'safe'
	};
	const decision = createSummit(command, context);
	if (!decision.ok) throw new Error('A summit could not be created.');
	const events = decision.events.map((event, at): LoggedEvent => ({ ...event, seq: at + 1, at: 0, actor: 'kit:kit' }));
	const [first] = events;
	if (!first) throw new Error('Nothing was created.');
	const summit = foundSummit('summit-1', first);
	for (const event of events) evolve(summit, event);
	return summit;
}
