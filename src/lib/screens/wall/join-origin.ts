/**
 * The address given to others: on a wall for students to type, in an invitation. Whoever asks is often at the kit's own
 * machine, whose `localhost` is nobody else's.
 */

export function joinOrigin(
	config: { publicUrl: string | null; loopback: boolean; origins: readonly string[] },
	here: URL
): string {
	if (config.publicUrl !== null) return config.publicUrl;
	if (config.loopback || !isOwn(here.hostname)) return here.origin;
	const others = config.origins.find((origin) => {
		const { hostname } = new URL(origin);
		return /^\d+(\.\d+){3}$/u.test(hostname) && !isOwn(hostname);
	});
	return others ?? here.origin;
}

/** Whether this name means the machine itself, to whoever uses it. */
export function isOwn(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
