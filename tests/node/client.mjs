// The official Socket.IO client, driven line by line: one JSON command in, one JSON answer or event out.
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const sockets = new Map();
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const commands = {
  open: ({ name, url, options }) =>
    new Promise((resolve) => {
      const socket = io(url, { forceNew: true, ...options });
      sockets.set(name, socket);
      socket.onAny((event, payload) => say({ socket: name, event, payload }));
      socket.on('connect', () => say({ socket: name, event: '#connect', payload: { recovered: socket.recovered } }));
      socket.on('disconnect', (reason) => say({ socket: name, event: '#disconnect', payload: { reason } }));
      socket.once('connect', () => resolve({ ok: true }));
      socket.once('connect_error', (error) => resolve({ ok: false, message: error.message, data: error.data }));
    }),
  ask: ({ name, event, payload }) => sockets.get(name).timeout(10_000).emitWithAck(event, payload),
  tell: ({ name, event, payload }) => void sockets.get(name).emit(event, payload),
  cut: ({ name }) => void sockets.get(name).io.engine.close(),
  transport: ({ name }) => sockets.get(name).io.engine.transport.name,
  close: ({ name }) => void sockets.get(name).close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, command, ...args } = JSON.parse(line);
  Promise.resolve(commands[command](args)).then(
    (answer) => say({ id, answer: answer ?? null }),
    (error) => say({ id, error: String(error) }),
  );
}
process.exit(0);
