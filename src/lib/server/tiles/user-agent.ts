/* Who is asking: the kit and its version, and whoever runs this one. Tile services turn away those who do not say. */
import kit from '../../../../package.json' with { type: 'json' };

export function userAgent(contact: string): string {
	return `StudentSafetySummit/${kit.version} (${contact})`;
}
