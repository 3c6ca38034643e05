/**
 * What every adult's screen of one summit shares: the connection, the rows of the room, the clock, what was last said,
 * and the one way to act. Made by `Frame.svelte`, taken with `useStaff`. It decides nothing: hiding a button here never
 * keeps a rule, and every refusal is said in plain words (L7).
 */
import { getContext, setContext, untrack } from 'svelte';
import type { CommandBody, Live, LiveTopic } from '../../live/client.svelte.ts';
import type { DoAnswer, SpeakerRole } from '../../live/protocol.ts';
import { mayDo, mayWatch, receiverMayDo } from '../../summit/roles.ts';
import type { CommandType } from '../../summit/summit.ts';
import type { AlarmRow, AlarmRows } from '../../summit/topics/alarm.ts';
import type { DataRows } from '../../summit/topics/data.ts';
import type { AboutRow, ControlsRow, StationRow, SummitRows } from '../../summit/topics/room.ts';
import type { CountsRow, RunRows } from '../../summit/topics/staff.ts';
import type { Duty } from '../../summit/people.ts';
import { provideDialogNews } from '../../ui/dialog-news.ts';
import { Calls } from './calls.svelte.ts';

/** Milliseconds good news stays; a refusal stays until it is closed or the next thing is done. */
const NEWS_STAYS = 6_000;
/** Why what acts is off while nothing can be sent. */
export const NO_CONNECTION = 'No connection just now.';
const NOT_SENT =
	'The kit has not answered. When the connection is back, look first: press again only if nothing changed.';

export class Staff {
	readonly live: Live;
	readonly summit: LiveTopic<SummitRows>;
	readonly run: LiveTopic<RunRows>;
	/** What this very person is told of worries: a safeguarding lead only of those they may read (S7). */
	readonly own: LiveTopic<AlarmRows>;
	/** When words are erased and what is held of them; for facilitators and leads (S13). */
	readonly data: LiveTopic<DataRows> | null;
	/** Every part this browser can prove here; its screens are in the navigation. */
	readonly parts: readonly SpeakerRole[];
	/** What a safeguarding lead is here for; null for everybody else's part. */
	readonly duty: Duty | null;
	/** Whether this kit sends email. */
	readonly mail: boolean;
	/** How this device calls a lead: sound, notification, title. */
	readonly calls = new Calls();
	/** The server's clock (ms since 1970), moved on every half second. */
	now = $state(0);
	said = $state<{ words: string; kind: 'news' | 'refusal'; at: number } | null>(null);
	/** Single-key shortcuts, which a person may turn off. */
	keys = $state(true);
	/** The station somebody is looking at; *Freeze station* acts on it while it runs. */
	looking = $state<string | null>(null);
	/** The server asked for the word about the closed Wi-Fi (S15). */
	asksForWifi = $state(false);
	/** What was asked for when it did. */
	wifiFor: 'doors:open' | 'doors:knock' = 'doors:open';
	/** Open dialogs in which something typed has not been sent. */
	private typing = $state(0);
	/** A control that is on its way, so that a second press does not send it again. */
	sending = $state<CommandType | null>(null);

	constructor(
		live: Live,
		{ me, parts, duty, mail }: { me: string; parts: readonly SpeakerRole[]; duty: Duty | null; mail: boolean }
	) {
		this.live = live;
		this.parts = parts;
		this.duty = duty;
		this.mail = mail;
		this.summit = live.watch<SummitRows>('summit');
		this.run = live.watch<RunRows>('run');
		this.own = live.watch<AlarmRows>(`alarm:${me}`);
		const topic = { name: 'data', of: me } as const;
		const told = mayWatch({ role: live.speaking.as, id: me, duty: duty ?? undefined }, topic);
		this.data = told ? live.watch<DataRows>(`data:${me}`) : null;
	}

	get role(): SpeakerRole {
		return this.live.speaking.as;
	}
	get base(): string {
		return `/staff/${this.live.speaking.summit}`;
	}
	get online(): boolean {
		return this.live.net === 'online';
	}
	get about(): AboutRow | undefined {
		return this.summit.row('about');
	}
	get controls(): ControlsRow | undefined {
		return this.summit.row('controls');
	}
	get counts(): CountsRow | undefined {
		return this.run.row('counts');
	}
	get alarm(): AlarmRow | undefined {
		return this.own.row('alarm');
	}
	get doors(): RunRows['doors'] | undefined {
		return this.run.row('doors');
	}
	/** Something was typed into an open dialog, and would be lost with the page. */
	get unsaved(): boolean {
		return this.typing > 0;
	}
	/** As `DialogNews.typed`. */
	typed(): () => void {
		this.typing = untrack(() => this.typing) + 1;
		return () => (this.typing -= 1);
	}
	/** In the order of the day. */
	get stations(): StationRow[] {
		return this.summit.all<StationRow>('station:').map(({ row }) => row);
	}
	/** The station the *Freeze* button acts on: the one looked at while it runs, else the first that runs. */
	get freezes(): StationRow | undefined {
		const running = this.stations.filter(({ status }) => status === 'open' || status === 'paused');
		return (
			running.find(({ id }) => id === this.looking) ?? running.find(({ status }) => status === 'open') ?? running[0]
		);
	}

	may(type: CommandType): boolean {
		return mayDo(this.role, type) && (this.duty !== 'receiver' || receiverMayDo(type));
	}

	/** Moves the clock on; called by the frame. */
	tick(): void {
		this.now = this.live.now();
		if (this.said?.kind === 'news' && this.now - this.said.at > NEWS_STAYS) this.said = null;
	}
	say(words: string): void {
		this.said = { words, kind: 'news', at: this.live.now() };
	}
	refuse(words: string): void {
		this.said = { words, kind: 'refusal', at: this.live.now() };
	}

	/** Sends one command and says what came of it: `news` when done, the refusal's own words when not. */
	async act(command: CommandBody, news?: string): Promise<DoAnswer> {
		this.sending = command.type;
		const answer = await this.live.do(command);
		this.sending = null;
		if (answer.ok) {
			this.said = null;
			if (news !== undefined) this.say(news);
		} else if (answer.code === 'confirm_closed_wifi') {
			this.wifiFor = command.type === 'doors:knock' ? 'doors:knock' : 'doors:open';
			this.asksForWifi = true;
		} else {
			this.refuse(refusalWords(answer));
		}
		return answer;
	}
}

/** A refusal as a person reads it. Adults' commands are not kept on the device, so "we will try again" would be untrue. */
export function refusalWords(answer: Extract<DoAnswer, { ok: false }>): string {
	if (answer.code === 'server_busy') return NOT_SENT;
	if (answer.code === 'already_decided') {
		const by = nameIn(answer.detail);
		return by === null ? answer.words : `${by} has already decided on these words.`;
	}
	return answer.words;
}
function nameIn(detail: unknown): string | null {
	if (typeof detail !== 'object' || detail === null || !('by' in detail)) return null;
	return typeof detail.by === 'string' ? detail.by : null;
}

const KEY = Symbol('staff');

export function provideStaff(staff: Staff): Staff {
	provideDialogNews({
		get refusal() {
			return staff.said?.kind === 'refusal' ? staff.said : null;
		},
		get off() {
			return staff.online ? undefined : NO_CONNECTION;
		},
		typed: () => staff.typed()
	});
	return setContext(KEY, staff);
}
export function useStaff(): Staff {
	return getContext<Staff>(KEY);
}
