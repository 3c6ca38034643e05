/** A fresh second step without leaving a page that something was typed into: `{code}` → `{ok, left}`. */
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { fromElsewhere } from '$lib/server/from-elsewhere.ts';
import { setSession } from '$lib/server/session.ts';
import { REFUSALS } from '$lib/summit/refusals.ts';
import type { RequestHandler } from './$types';

const Body = z.strictObject({ code: z.string().max(40) });

export const POST: RequestHandler = async ({ locals, request, url, cookies }) => {
	const no = (status: number, { code, words }: { code: string; words: string }) =>
		json({ ok: false, code, words }, { status });
	if (fromElsewhere({ request, url })) return no(403, { code: 'not_allowed', words: REFUSALS.not_allowed });
	const body = Body.safeParse(await request.json().catch(() => null));
	if (!body.success) return no(400, { code: 'malformed', words: REFUSALS.malformed });
	const passed = await locals.app.accounts.secondStep.pass({ headers: request.headers, code: body.data.code });
	if (!passed.ok) return no(passed.code === 'not_signed_in' ? 401 : 400, passed);
	setSession(cookies, passed.cookies);
	return json({ ok: true, left: passed.left });
};
