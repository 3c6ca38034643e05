/**
 * Puts text on the clipboard. Answers whether it is there now. Browsers close the clipboard to pages served over plain
 * HTTP, as on a closed Wi-Fi; then the text must be shown, so that a person can copy it by hand.
 */
export async function copyText(text: string): Promise<boolean> {
	if (!window.isSecureContext) return false;
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
