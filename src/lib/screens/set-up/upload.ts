/** Sends a picture to the kit and tells how far it has come. The server decides whether it is one (M1). */

export type UploadAnswer = { ok: true; picture: string; width: number; height: number } | { ok: false; words: string };

const NO_ANSWER = 'The picture did not reach the kit. Check the connection and choose it again.';

/** `progress` hears 0..1 while the file travels. */
export function uploadPicture(q: {
	summit: string;
	file: File;
	school: boolean;
	progress: (part: number) => void;
}): Promise<UploadAnswer> {
	return new Promise((resolve) => {
		// fetch cannot tell how much of a body has been sent.
		const request = new XMLHttpRequest();
		request.open('POST', `/staff/${encodeURIComponent(q.summit)}/pictures?school=${q.school ? '1' : '0'}`);
		request.setRequestHeader('content-type', q.file.type || 'application/octet-stream');
		request.setRequestHeader('x-school', q.school ? '1' : '0');
		request.upload.onprogress = (event) => {
			if (event.lengthComputable && event.total > 0) q.progress(event.loaded / event.total);
		};
		request.onload = () => resolve(readAnswer(request.responseText));
		request.onerror = () => resolve({ ok: false, words: NO_ANSWER });
		request.onabort = () => resolve({ ok: false, words: NO_ANSWER });
		request.send(q.file);
	});
}

/** The server's answer, or plain words where something else answered in its place. */
export function readAnswer(text: string): UploadAnswer {
	let said: unknown = null;
	try {
		said = JSON.parse(text);
	} catch {
		// Not ours: a proxy's own page.
	}
	if (typeof said !== 'object' || said === null) return { ok: false, words: NO_ANSWER };
	const { ok, id, width, height, words } = { ok: false, id: '', width: 0, height: 0, words: '', ...said };
	if (!ok) return { ok: false, words: words || NO_ANSWER };
	return { ok: true, picture: `/pictures/${id}`, width, height };
}
