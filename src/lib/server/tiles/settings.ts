/*
 * An online tile service is named where the kit is started, never in a form: whoever may type an address into a page could
 * make the server speak to any machine it can reach.
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { cleanText } from '../../summit/clean-text.ts';
import { bareHost, mayConnect } from './public-address.ts';

/** A tile service. `template` may hold its key, so it is never logged and never leaves the server. */
export interface TileServiceSettings {
	template: string;
	/** Whom every map with its tiles must name. */
	attribution: string;
	/** How whoever runs the service can reach whoever runs this kit. */
	contact: string;
	maxZoom: number;
	/** Addresses of this machine and of private networks are let through. */
	allowPrivate: boolean;
}

const TEMPLATE_WORDS =
	'TILE_URL must be a tile address with {z}, {x} and {y} once each, such as https://tiles.example.org/{z}/{x}/{y}.png.';

export const tileSettings = {
	TILE_URL: z.string().refine(isTemplate, { error: TEMPLATE_WORDS }).optional(),
	TILE_ATTRIBUTION: z
		.string()
		.transform((text) => cleanText(text).replaceAll('\n', ' '))
		.refine((text) => text.length > 0 && text.length <= 200 && !/[<>]/.test(text), {
			error:
				'TILE_ATTRIBUTION must be one line of plain text, at most 200 characters, such as © OpenStreetMap contributors.'
		})
		.optional(),
	TILE_CONTACT: z
		.string()
		.refine(isContact, {
			error: 'TILE_CONTACT must be an email address or a web address where you can be reached.'
		})
		.optional(),
	TILE_MAX_ZOOM: z
		.string()
		.default('18')
		.refine((text) => /^\d{1,2}$/.test(text) && Number(text) <= 22, {
			error: 'TILE_MAX_ZOOM must be a whole number from 0 to 22.'
		})
		.transform(Number),
	TILE_ALLOW_PRIVATE: z
		.enum(['0', '1'], { error: 'TILE_ALLOW_PRIVATE must be 0 or 1.' })
		.default('0')
		.transform((text) => text === '1')
};

export const describeTileSettings = [
	{
		name: 'TILE_URL',
		default: 'none',
		meaning:
			'An online tile service for maps: an https address with {z}, {x} and {y}. Only the server asks it, and keeps what it gets.'
	},
	{
		name: 'TILE_ATTRIBUTION',
		default: 'none',
		meaning: 'Whom maps with its tiles must name, such as © OpenStreetMap contributors; needed with TILE_URL.'
	},
	{
		name: 'TILE_CONTACT',
		default: 'none',
		meaning: 'Your email or web address, told to the tile service with every question; needed with TILE_URL.'
	},
	{ name: 'TILE_MAX_ZOOM', default: '18', meaning: 'The finest level that the tile service has, 0 to 22.' },
	{
		name: 'TILE_ALLOW_PRIVATE',
		default: '0',
		meaning: '1 lets TILE_URL lead to this machine or a private network, and use http: for a tile server of your own.'
	}
] as const;

/** The service, or null; `faults` has a sentence for each thing that does not fit together. */
export function readTileService(set: z.output<z.ZodObject<typeof tileSettings>>): {
	service: TileServiceSettings | null;
	faults: string[];
} {
	const { TILE_URL: template, TILE_ATTRIBUTION: attribution, TILE_CONTACT: contact } = set;
	const faults: string[] = [];
	if (template === undefined) return { service: null, faults };
	const { protocol, hostname } = new URL(template);
	const host = bareHost(hostname);
	if (!set.TILE_ALLOW_PRIVATE && protocol !== 'https:')
		faults.push('TILE_URL must begin with https:// unless TILE_ALLOW_PRIVATE is 1.');
	if (host === 'localhost' || isIP(host) !== 0)
		if (!mayConnect(host === 'localhost' ? '::1' : host, { allowPrivate: set.TILE_ALLOW_PRIVATE }))
			faults.push(
				'TILE_URL must not lead to this machine or a private network unless TILE_ALLOW_PRIVATE is 1, and never to a link-local address.'
			);
	if (attribution === undefined)
		faults.push('TILE_ATTRIBUTION must be set with TILE_URL: maps have to name whoever made their tiles.');
	if (contact === undefined)
		faults.push('TILE_CONTACT must be set with TILE_URL: tile services ask to know who is asking.');
	if (attribution === undefined || contact === undefined || faults.length > 0) return { service: null, faults };
	const { TILE_MAX_ZOOM: maxZoom, TILE_ALLOW_PRIVATE: allowPrivate } = set;
	return { service: { template, attribution, contact, maxZoom, allowPrivate }, faults };
}

function isTemplate(text: string): boolean {
	const once = ['{z}', '{x}', '{y}'].every((part) => text.split(part).length === 2);
	const rest = text.replace(/\{[zxy]\}/g, '');
	// The host is fixed: what is filled in comes after it.
	if (!once || /[{}\s#]/.test(rest) || !/^https?:\/\/[^/?{}]+\//.test(text) || !URL.canParse(text)) return false;
	const { username, password } = new URL(text);
	return username + password === '';
}

/** It travels in a header, between brackets. */
function isContact(text: string): boolean {
	if (!/^[\x21-\x7e]{5,120}$/.test(text) || /[()<>"\\]/.test(text)) return false;
	return /^[^@/]+@[^@/]+\.[^@/]+$/.test(text) || (/^https?:\/\/[^/]+/.test(text) && URL.canParse(text));
}
