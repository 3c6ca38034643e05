/**
 * Every reason the kit may say no, with plain words for a person. Codes are stable: screens, tests and other people's
 * clients rely on them (docs/PROTOCOL.md lists them). A refusal stores nothing and changes nothing (L7).
 */
export const REFUSALS = {
	malformed: 'That message was not in a form we can read. Reload the page and try again.',
	too_large: 'That is too long to send in one go. Make it shorter and send it again.',
	unknown_command: 'This page is out of date. Reload it and try again.',
	old_protocol: 'This page is out of date. Reload it to carry on.',
	not_signed_in: 'You are not signed in any more. Sign in again to carry on.',
	not_allowed: 'Your role here does not let you do that.',
	unknown_summit: 'We cannot find that summit. Check the address.',
	unknown_topic: 'There is nothing to watch under that name.',
	too_fast: 'That is a lot at once. Wait a moment; what you wrote is still on this device.',
	server_busy: 'We could not store that just now. It is still on this device and will be tried again.',
	store_full:
		'The disk of the kit is full, so we cannot keep that just now. Nothing else was lost. Tell an adult, and try again in a while.',
	store_read_only:
		'The kit cannot write to its disk, so we cannot keep that just now. Nothing else was lost. Tell an adult, and try again in a while.',
	code_unknown:
		'That code does not open a summit just now. Check the six numbers on the big screen. If there are none, the doors are shut: ask an adult with a green badge.',
	doors_shut: 'The doors are shut just now. Ask an adult with a green badge.',
	code_busy:
		'A lot of codes are being tried just now. Wait a moment and type it again, or scan the square on the big screen.',
	not_admitted: 'An adult has to let you in first. You can talk to someone already.',
	not_ready: 'The doors stay shut until the list of things to get ready is done.',
	needs_tls: 'Beyond this machine a real summit needs HTTPS. Only rehearsals can run here.',
	confirm_closed_wifi: 'Confirm first that everybody is on a closed Wi-Fi that only this summit uses.',
	summit_closed: 'This summit is closed. Nothing more can be added to it.',
	already_so: 'Somebody has already done that. Nothing changed.',
	changed_meanwhile: 'Somebody changed this a moment ago. Look at it again, then decide.',
	unknown_item: 'That is not here any more. It may have been moved or taken back.',
	unknown_choice: 'That is not one of the choices here. Reload the page and try again.',
	station_closed: 'This station is not open just now. Look up at the big screen.',
	paused: 'Everything is paused for a moment. Look up at the big screen.',
	station_has_opened: 'Students have already been in this station, so its questions stay as they are.',
	area_too_large: 'That is more of the map than one mark can hold. Rub some out and send it again.',
	students_need_it: 'Students are told this. It can be changed, and not left empty any more.',
	limit_reached: 'You have put a lot here already. Take one away first, or write it as words.',
	card_removed: 'This card cannot add marks any more. You can still talk to someone.',
	not_agreed: 'Read the agreement and press Start first.',
	already_decided: 'Somebody has already decided on these words.',
	too_late_to_undo: 'This has already been read by a safeguarding lead, so it stays with them.',
	bad_cover: 'Mark at least one word to cover, inside the text.',
	threshold_only_raised: 'This number protects small groups. It can be raised, never lowered.',
	words_unread: 'There are still words nobody has read. Read them first, or give your reason.',
	worries_unseen: 'There is a worry nobody has seen yet. It must be opened by a safeguarding lead first.',
	needs_reason: 'Say why in a few words first.',
	list_full: 'This list holds as many words as it may, 300. Take some out first.',
	cannot_grant_self: 'You cannot give yourself a safeguarding lead’s sight. Another adult has to take that part.',
	too_many_ideas: 'Choose at most twelve ideas to put to students.',
	backing_closed: 'Choosing is closed now. Look up at the big screen.',
	plan_incomplete: 'The plan cannot be signed off yet. Something is missing.',
	plan_not_in_review: 'The plan has to be sent for review first.',
	plan_signed: 'The plan is signed off. Send it back to change it.',
	check_target:
		'This changes young people rather than a place or adults. Say why that is fair, or choose what adults change.',
	needs_support: 'Patrols and cameras need a supporting action beside them. Say which one it is.',
	owner_missing: 'Write down first who owns this action.',
	last_reader: 'Nobody would be left who may read this. Invite another safeguarding lead first.',
	open_first: 'Open it first. What it says is hidden until a safeguarding lead has opened it.',
	receivers_needed:
		'Every school needs somebody who receives allegations about its staff. They can be changed, and not left empty any more.',
	retention_only_shortened: 'Students were told when their words are erased. That can come sooner, never later.',
	hold_too_long: 'Choose a last day from today to a year from now. It can be renewed before it ends.',
	erase_too_early: 'Sign the plan off, or close the summit, before its words are erased.',
	confirm_name: 'Type the summit’s name exactly as it stands on the screen.',
	last_lead: 'This school would have no safeguarding lead left. Invite another one first.',
	needs_second_step: 'Type a code from your app first: giving somebody this part needs one from the last ten minutes.',
	link_unknown: 'This link does not work. Check that you copied all of it, or ask for a new one.',
	link_used: 'This link has been used already. Ask for a new one.',
	link_ended: 'This link has ended. Ask for a new one.',
	picture_too_large: 'That picture is too large. Use one under 20 MB and 40 million pixels.',
	picture_unreadable: 'We cannot read that picture. Use a PNG, JPEG, WebP or PDF file.',
	pdf_unreadable: 'We cannot read that PDF. Save it again, or use a picture of the page.',
	pdf_locked: 'That PDF opens only with a password. Save a copy without one and use that.',
	page_missing: 'That PDF has no such page. Choose one that it has.',
	corners_unusable: 'Put the four points on the corners of the map, one on each, with room between them.',
	package_too_large:
		'That map package is too large. Use one under 200 MB and 60,000 tiles: a smaller area or fewer levels.',
	package_unreadable:
		'We cannot read that map package. Use an MBTiles file whose tiles are PNG, JPEG or WebP pictures.',
	package_vector: 'That map package holds shapes, not pictures (vector tiles). Export it again as raster tiles.',
	maps_full:
		'This summit holds as many maps as it may. Maps that no station uses are taken away after an hour; try it again then.',
	frame_outside: 'That frame reaches beyond the map package. Draw it smaller, or further inside.',
	frame_too_small: 'That frame is too small to mark places in. Draw a larger one.',
	frame_too_large: 'That frame is too large for streets to be told apart. Draw a smaller one.',
	tiles_off: 'This kit has no online map. Whoever looks after the machine can name one in its settings.',
	tiles_away: 'The online map does not answer just now. Try again in a few minutes, or use a picture of a map.'
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
	readonly ok: false;
	readonly code: RefusalCode;
	/** Machine-readable particulars: what is missing, who decided. Never a student's words. */
	readonly detail?: unknown;
}

export function refuse(code: RefusalCode, detail?: unknown): Refusal {
	return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}
