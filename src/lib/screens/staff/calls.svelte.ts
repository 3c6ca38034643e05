/**
 * How one device calls a safeguarding lead: a sound, a notification, the number before the page's title and on its icon.
 * None of them says anything but that something needs them. What a browser cannot do is said in words, with what to do
 * instead.
 */
import { createSound } from './sound.ts';

/** `ask`: a press may still allow it. `insecure`: the page came over plain HTTP, where browsers have none. */
export type Notices = 'on' | 'ask' | 'insecure' | 'blocked' | 'none';

const KEPT = 'call-sound';

export class Calls {
	/** Whether it would sound now. */
	sounds = $state(false);
	/** Tried, and this browser cannot. */
	silent = $state(false);
	notices = $state<Notices>('none');
	readonly #sound = createSound();

	/** In the browser only. A sound that was on before a reload comes back with the first press: browsers allow it no sooner. */
	start(): () => void {
		this.notices = noticesNow();
		if (localStorage.getItem(KEPT) !== 'on') return () => this.#sound.off();
		const resume = (): void => {
			stop();
			void this.soundOn();
		};
		const stop = (): void => {
			for (const kind of ['pointerdown', 'keydown']) window.removeEventListener(kind, resume);
		};
		for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, resume);
		return () => {
			stop();
			this.#sound.off();
		};
	}

	/** Called from a press. */
	async soundOn(): Promise<void> {
		this.sounds = await this.#sound.on();
		this.silent = !this.sounds;
		if (this.sounds) localStorage.setItem(KEPT, 'on');
	}
	soundOff(): void {
		this.#sound.off();
		this.sounds = false;
		localStorage.setItem(KEPT, 'off');
	}

	/** Called from a press. */
	async allowNotices(): Promise<void> {
		await Notification.requestPermission().catch(() => 'denied');
		this.notices = noticesNow();
	}

	/** One call. `words` say that something needs this person, and nothing of what. */
	call(words: string, onopen: () => void): void {
		if (this.sounds) this.#sound.play();
		if (this.notices !== 'on' || document.hasFocus()) return;
		try {
			const notice = new Notification(words, { tag: 'call', icon: '/favicon.svg' });
			notice.onclick = () => {
				window.focus();
				onopen();
				notice.close();
			};
		} catch {
			// Phones have them for installed apps only.
			this.notices = 'none';
		}
	}
}

function noticesNow(): Notices {
	if (!window.isSecureContext) return 'insecure';
	if (!('Notification' in window)) return 'none';
	if (Notification.permission === 'granted') return 'on';
	return Notification.permission === 'denied' ? 'blocked' : 'ask';
}
