/** The question of a step, as this age reads it: Years 12–13 have words of their own where a station sets them. */
export function promptFor(step: { prompt: string; older?: string | undefined }, band: string): string {
	return band === '12-13' ? (step.older ?? step.prompt) : step.prompt;
}
