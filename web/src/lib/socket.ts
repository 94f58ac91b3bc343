import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '@/generated/events';
import type { Refused } from '@/generated/schema';
import { Problem } from './problem';
import { accessToken, renew } from './session';

type Reply<E extends keyof ClientEvents> = ClientEvents[E]['reply'];

/** How long an event may go unanswered before its sender is told. */
const ACK_MS = 8000;

const socket: Socket = io({
  autoConnect: false,
  transports: ['websocket', 'polling'],
  reconnectionDelay: 500,
  reconnectionDelayMax: 4000,
  auth: (give) => give({ token: accessToken() }),
});

/** True while a refused handshake is being cured with a new token, so that it is tried once per refusal. */
let renewing = false;

socket.on('connect_error', async () => {
  // `active` means that socket.io itself tries again; otherwise the server has refused the handshake.
  if (socket.active || renewing) return;
  renewing = true;
  const renewed = await renew().catch(() => true);
  renewing = false;
  if (renewed) setTimeout(() => socket.connect(), 1000);
});

/** Sends an event and waits for its reply; a refusal or silence is thrown as a `Problem`. */
export async function emit<E extends keyof ClientEvents>(
  event: E,
  payload: ClientEvents[E]['payload'],
): Promise<Reply<E>> {
  if (!socket.connected) throw Problem.offline();
  let reply: Reply<E> | Refused;
  try {
    reply = await socket.timeout(ACK_MS).emitWithAck(event, payload);
  } catch {
    throw Problem.offline();
  }
  if (!reply.ok) throw new Problem({ code: reply.code, detail: reply.message, status: 400 });
  return reply;
}

/** Sends an event that the next one of its kind outdates: dropped when the line is down, its reply ignored. */
export function emitLatest<E extends keyof ClientEvents>(
  event: E,
  payload: ClientEvents[E]['payload'],
): void {
  if (socket.connected) socket.emit(event, payload, () => undefined);
}

/** Hears an event. Recovery puts an offset behind the payload, which is the client library's business alone. */
export function on<E extends keyof ServerEvents>(
  event: E,
  hear: (payload: ServerEvents[E]) => void,
): () => void {
  const listener = (payload: unknown) => hear(payload as ServerEvents[E]);
  socket.on(event as string, listener);
  return () => socket.off(event as string, listener);
}

/** What has become of the line. `recovered`: the server knows us still, and everything we missed follows by itself. */
export type LineChange = 'down' | 'new' | 'recovered';

export function onLine(change: (line: LineChange) => void): () => void {
  const up = () => change(socket.recovered ? 'recovered' : 'new');
  const down = () => change('down');
  socket.on('connect', up);
  socket.on('disconnect', down);
  return () => {
    socket.off('connect', up);
    socket.off('disconnect', down);
  };
}

export const connect = (): void => {
  socket.connect();
};

export const disconnect = (): void => {
  socket.disconnect();
};

export const isConnected = (): boolean => socket.connected;
