/**
 * A floor: Socket.IO and nothing else, with the kit's own options. `do` is answered at once; `say` is passed on to everybody
 * in one room, as one broadcast. `node socket-io.ts`, with PORT set.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, {
	path: '/live/socket',
	serveClient: false,
	perMessageDeflate: false,
	httpCompression: false,
	pingInterval: 10_000,
	pingTimeout: 10_000
});

io.of('/').on('connection', (phone) => {
	void phone.join('everybody');
	phone.on('do', (command: { id: string }, answer: (answer: object) => void) => {
		answer({ ok: true, id: command.id, answer: { contribution: command.id, late: false } });
	});
	phone.on('say', (frame: unknown, answer: (answer: object) => void) => {
		io.to('everybody').emit('frame', frame);
		answer({ ok: true });
	});
});

server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('Ready'));
process.on('SIGTERM', () => process.exit(0));
