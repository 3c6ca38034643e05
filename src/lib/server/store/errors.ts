/*
 * What a store may throw. Codes are stable (documents and logs cite them); messages are one plain sentence for the person
 * who runs the kit and never hold a row's contents.
 */

export class StoreError extends Error {
	readonly code: string;

	constructor(code: string, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = new.target.name;
		this.code = code;
	}
}

/** What was decided rests on something that has changed, or a name is taken: look again and decide again. */
export class StoreConflict extends StoreError {
	constructor(message: string) {
		super('store-conflict', message);
	}
}

/** The summit, or an event named by its number, is not here. */
export class StoreMissing extends StoreError {
	constructor(message: string) {
		super('store-missing', message);
	}
}

/** The store will never do this, however often it is asked. */
export class StoreRefused extends StoreError {
	constructor(message: string) {
		super('store-refused', message);
	}
}

export class StoreFull extends StoreError {
	constructor(options?: ErrorOptions) {
		super('store-full', 'The disk is full: make room on it, and nothing more needs to be done.', options);
	}
}

export class StoreReadOnly extends StoreError {
	constructor(options?: ErrorOptions) {
		super(
			'store-read-only',
			'The database cannot be written: give the kit the right to write in its data folder.',
			options
		);
	}
}

/** Another program holds the database and did not let go in time; nothing was written. */
export class StoreBusy extends StoreError {
	constructor(options?: ErrorOptions) {
		super('store-busy', 'Another program is holding the database: close it, then try again.', options);
	}
}

/** The file cannot be used as it is. It was left as it was found. */
export class StoreUnusable extends StoreError {
	constructor(message: string, options?: ErrorOptions) {
		super('store-unusable', message, options);
	}
}
