/**
 * Puts text on the clipboard. Browsers hide the clipboard's own door from pages served over plain HTTP, as on a closed
 * Wi-Fi; there the old way still works. Answers whether it is there now; if not, the text must be shown to copy by hand.
 */
export async function copyText(text: string): Promise<boolean> {
	if (window.isSecureContext) {
		try {
			await navigator.clipboard.writeText(text);
			return true;
		} catch {
			// Refused by the browser or the reader: try the old way.
		}
	}
	const before = document.activeElement;
	const box = document.createElement('textarea');
	box.value = text;
	box.readOnly = true;
	box.className = 'sr';
	document.body.append(box);
	box.select();
	const copied = document.execCommand('copy');
	box.remove();
	if (before instanceof HTMLElement) before.focus();
	return copied;
}
