/**
 * A floor: the shortest server that keeps what the kit's acknowledgement promises. Whatever has come in this turn of the
 * loop is committed together, on disk before anybody is answered; the same id is stored once. With EACH=1 every
 * message is a commit of its own. `node reference.ts FILE`, with PORT set.
 */
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';

const db = new Database(process.argv[2]);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table if not exists log (id text primary key, body text not null)');
const insert = db.prepare('insert or ignore into log (id, body) values (?, ?)');

type Waiting = { command: { id: string }; answer: (answer: object) => void };
const waiting: Waiting[] = [];
const most = process.env['EACH'] === '1' ? 1 : Infinity;

const commit = db.transaction((batch: Waiting[]) => {
	for (const { command } of batch) insert.run(command.id, JSON.stringify(command));
});
function drain(): void {
	const batch = waiting.splice(0, Math.min(most, waiting.length));
	commit(batch);
	for (const { command, answer } of batch)
		answer({ ok: true, id: command.id, answer: { contribution: command.id, late: false } });
	if (waiting.length > 0) setImmediate(drain);
}

const server = createServer();
const io = new Server(server, { path: '/live/socket', serveClient: false, perMessageDeflate: false });
io.of('/').on('connection', (phone) => {
	phone.on('do', (command: { id: string }, answer: (answer: object) => void) => {
		waiting.push({ command, answer });
		if (waiting.length === 1) setImmediate(drain);
	});
});

server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('Ready'));
process.on('SIGTERM', () => process.exit(0));
