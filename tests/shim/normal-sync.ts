/**
 * Preloaded into a kit (`node --import`) that a test expects to fail: its databases sync only at checkpoints, as WAL does
 * where nobody asks for more. Nothing in `src/` can be told to do so.
 */
import Database from 'better-sqlite3';

const ask: Database.Database['pragma'] = Reflect.get(Database.prototype, 'pragma');
Database.prototype.pragma = function (this: Database.Database, source, options) {
	return ask.call(this, source === 'synchronous = FULL' ? 'synchronous = NORMAL' : source, options);
};
