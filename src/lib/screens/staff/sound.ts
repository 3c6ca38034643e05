/**
 * A soft two-note sound for a new worry: off until a lead turns it on, made by the browser itself, no file. Browsers only
 * let a page sound after somebody pressed something on it, so `on` must be called from that press.
 */
export interface Sound {
	/** False where this browser cannot sound, or will not. */
	on(): Promise<boolean>;
	off(): void;
	play(): void;
}

export function createSound(): Sound {
	let context: AudioContext | null = null;

	function note(after: number, frequency: number): void {
		if (!context) return;
		const start = context.currentTime + after;
		const tone = context.createOscillator();
		const gain = context.createGain();
		tone.frequency.value = frequency;
		gain.gain.setValueAtTime(0.0001, start);
		gain.gain.exponentialRampToValueAtTime(0.12, start + 0.05);
		gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.6);
		tone.connect(gain).connect(context.destination);
		tone.start(start);
		tone.stop(start + 0.7);
	}

	const sound: Sound = {
		async on() {
			try {
				context ??= new AudioContext();
				await context.resume();
			} catch {
				context = null;
			}
			if (context?.state !== 'running') return false;
			sound.play();
			return true;
		},
		off() {
			void context?.close();
			context = null;
		},
		play() {
			note(0, 523);
			note(0.25, 659);
		}
	};
	return sound;
}
