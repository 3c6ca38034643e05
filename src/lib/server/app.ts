/**
 * The composition root: from the settings to everything that runs. Nothing opens at import time.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Server as Engine } from 'engine.io';
import { createAccounts } from './accounts.ts';
import type { Accounts, SessionCookie } from './accounts.ts';
import { createProvider } from './accounts/provider.ts';
import type { Provider } from './accounts/provider.ts';
import { startAlerts } from './alerts.ts';
import { createBackups } from './backups.ts';
import type { ClockPort } from './clock.ts';
import type { Config } from './config.ts';
import { BLOCKED, createDiskWatch } from './disk-watch.ts';
import type { DiskWatch } from './disk-watch.ts';
import { createDispatch } from './dispatch.ts';
import type { Dispatch } from './dispatch.ts';
import { makeFolder } from './durable.ts';
import { addressForOthers, homeAddress } from './greeting.ts';
import { createIdentity } from './identity.ts';
import type { Identity } from './identity.ts';
import { createJoin } from './join.ts';
import type { Join } from './join.ts';
import { openKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { createLinks } from './links.ts';
import type { Links } from './links.ts';
import type { AppAtTheDoor } from './live-door.ts';
import { takeFolder } from './lock.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { createMailer } from './mail/mailer.ts';
import { createPurge } from './purge.ts';
import { createRehearsals } from './rehearsal.ts';
import type { Rehearsals } from './rehearsal.ts';
import { createRooms } from './rooms.ts';
import type { Rooms } from './rooms.ts';
import { createSockets } from './sockets.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/port.ts';
import { createAreas } from './tiles/area.ts';
import type { Areas } from './tiles/area.ts';
import { createTileFetcher } from './tiles/fetch-tile.ts';
import { sweepSets } from './tiles/keep.ts';
import { createOnline } from './tiles/online.ts';
import type { Online } from './tiles/online.ts';
import { createTileService } from './tiles/service.ts';
import { sweepIncoming } from './tiles/receive.ts';
import { chance } from './tokens.ts';
import { createReader } from './words/reader.ts';
import type { Settings } from '../summit/stations/settings.ts';

export interface App extends AppAtTheDoor {
	config: Config;
	clock: ClockPort;
	store: Store;
	keyring: Keyring;
	rooms: Rooms;
	identity: Identity;
	accounts: Accounts;
	/** The organisation's own sign-in, where one is set. */
	provider: Provider | null;
	links: Links;
	join: Join;
	dispatch: Dispatch;
	rehearsals: Rehearsals;
	online: Online;
	areas: Areas;
	disk: DiskWatch;
	engine: Engine;
	/** Ends the browser's session and cuts off every screen that is open on it; answers the cookies that clear it. */
	signOut(headers: Headers): Promise<SessionCookie[]>;
}

export interface AppParts {
	config: Config;
	clock: ClockPort;
}

/** Names a summit uses for its own things: they look like people's names and are not. */
function ownNames(settings: Settings): string[] {
	const names = [...settings.schools.map((school) => school.name), settings.name, settings.place, settings.quietRoom];
	for (const station of settings.stations) {
		if (station.kind === 'map') names.push(...station.places.map((place) => place.name));
		if (station.kind === 'platforms') names.push(...station.platforms.map((platform) => platform.name));
	}
	return names.filter((name) => name !== '');
}

/** Opens what the settings name, and answers the running app. */
export async function createApp({ config, clock }: AppParts): Promise<App> {
	await makeFolder(config.dataDir);
	const release = takeFolder(config.dataDir);
	try {
		const app = await openApp({ config, clock });
		return {
			...app,
			async close() {
				await app.close();
				release();
			}
		};
	} catch (problem) {
		release();
		throw problem;
	}
}

async function openApp({ config, clock }: AppParts): Promise<App> {
	const file = path.join(config.dataDir, 'summit.db');
	// The keyring is made before the database: one without the other means that the keys are lost, or are elsewhere.
	const expected = await stat(file).then(
		(found) => found.size > 0,
		() => false
	);
	const keyring = await openKeyring({
		dir: config.keyDir,
		expected,
		...(config.keyPassphrase === null ? {} : { passphrase: config.keyPassphrase })
	});
	const disk = createDiskWatch({ clock });
	const store = await openSqlite(file, (error) => disk.heard(error));
	disk.tryBy(() => store.check());
	try {
		return await assemble({ config, clock, keyring, store, disk });
	} catch (problem) {
		disk.close();
		// Closed as it was found: a file that is not closed leaves a journal beside it.
		await store.close();
		throw problem;
	}
}

type Opened = AppParts & Pick<App, 'keyring' | 'store' | 'disk'>;

/** Nothing is asked of the service before somebody looks at a map. */
function openOnline({ config, clock, store, fault }: AppParts & Pick<App, 'store'> & Log): Online {
	const settings = config.tileService;
	if (settings === null) return createOnline({ store, clock, service: null, fault });
	const fetcher = createTileFetcher({ service: settings, clock });
	return createOnline({ store, clock, service: { settings, asked: createTileService({ clock, fetcher }) }, fault });
}

/** Everything over the two that are open. Whatever it opened itself is closed again when it throws. */
async function assemble({ config, clock, keyring, store, disk }: Opened): Promise<App> {
	const { fault } = createLog(config.logLevel);
	const rooms = await createRooms({
		store,
		keyring,
		clock,
		chance,
		network: config.network,
		blocked: () => (disk.trouble === null ? null : BLOCKED[disk.trouble]),
		fault,
		reader: ({ settings, lists }) => createReader({ known: ownNames(settings), lists })
	});
	const home = new URL(homeAddress(config)).origin;
	const accounts = await createAccounts({
		dataDir: config.dataDir,
		secret: keyring.secret('accounts'),
		baseURL: home,
		trustedOrigins: config.origins,
		secure: config.secure,
		secondFactor: config.secondFactor,
		clock
	});
	const provider =
		config.provider &&
		createProvider({
			...{ settings: config.provider, home, secure: config.secure, secret: keyring.secret('accounts'), clock, fault }
		});
	const mailer = config.mail === null ? null : createMailer({ settings: config.mail, clock, fault });
	if (mailer) startAlerts({ rooms, accounts, mailer, chance, home: addressForOthers(config), fault });
	const links = createLinks({ store, clock });
	const identity = createIdentity({ store, rooms, accounts, clock });
	const dispatch = createDispatch({ clock });
	const join = createJoin({ rooms, clock });
	const sockets = createSockets({ config, clock, rooms, identity, dispatch, disk, fault });
	// What was ended from another browser shows nothing more, at once.
	accounts.onEnded((ids) => sockets.signedOut(ids));
	const rehearsals = createRehearsals({ config, clock, rooms, identity, join, links, fault });
	const online = openOnline({ config, clock, store, fault });
	const areas = createAreas({ store, clock, online });
	const files = ['summit.db', 'accounts.db'].map((name) => path.join(config.dataDir, name));
	const backups = createBackups({ dir: config.backupDir, days: config.backupDays, files, clock, fault });
	const purge = createPurge({ store, keyring, rooms, backups, clock, chance, fault });
	try {
		await sweepIncoming(config.dataDir);
		await sweepSets(store);
		await rehearsals.clearOld();
		await rooms.list();
		// What an erasure had begun is ended before anybody is served.
		await purge.resume();
		purge.start();
		backups.start();
	} catch (problem) {
		mailer?.close();
		await purge.close();
		await backups.close();
		online.close();
		sockets.close();
		await accounts.close();
		throw problem;
	}
	return {
		...{ config, clock, store, keyring, rooms, identity, accounts, provider, links, join, dispatch, rehearsals },
		...{ online, areas, disk },
		engine: sockets.engine,
		async signOut(headers) {
			const ended = await identity.sessions(headers);
			// A part's token proves nothing any more either, whoever kept a copy of the cookie.
			await store.revokePasses({ hashes: ended, at: clock.now() });
			const cookies = await accounts.signOut(headers);
			sockets.signedOut(ended);
			return cookies;
		},
		async setupLink() {
			if (await accounts.any()) return null;
			// A new start gives a new link, and only the newest works.
			for (const link of await links.list(null)) if (link.role === 'setup') await links.revoke(link.hash);
			const token = await links.make({ summit: null, role: 'setup', detail: {}, hours: 24 });
			return links.path({ role: 'setup', token });
		},
		rehearse: () => rehearsals.start(),
		async close() {
			disk.close();
			mailer?.close();
			online.close();
			await rehearsals.close();
			await purge.close();
			await backups.close();
			sockets.close();
			await rooms.close();
			await accounts.close();
			await store.close();
		}
	};
}
