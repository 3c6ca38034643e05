/**
 * Whether another site began this request: a browser sends the cookies along all the same, and its `Origin` tells. For
 * addresses that change or hand out something and are no form actions; those SvelteKit checks itself.
 */
export function fromElsewhere({ request, url }: { request: Pick<Request, 'headers'>; url: URL }): boolean {
	return request.headers.get('origin') !== url.origin;
}
