import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Events } from '#main/ports/events.ts';

/** Windows of one user: far more than that is a page gone wild. */
const mostSockets = 64;
/** Bytes waiting for one window; beyond that it is dropped, and re-reads everything when it comes back. */
const mostBuffered = 16 * 1024 * 1024;
/** Milliseconds between two signs of life. */
const heartbeat = 30_000;

export interface EventSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Sends every event of the studio to every window as `{name, payload}`. Windows send nothing. */
export function createEventSockets(events: Events): EventSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const alive = new WeakSet<object>();
  const stop = events.subscribe((name, payload) => {
    if (server.clients.size === 0) return;
    const line = JSON.stringify({ name, payload });
    for (const socket of server.clients) {
      if (socket.bufferedAmount > mostBuffered) socket.terminate();
      else socket.send(line, () => {});
    }
  });
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, heartbeat);
  timer.unref();

  return {
    upgrade(request, raw, head) {
      if (server.clients.size >= mostSockets) {
        raw.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, raw, head, (socket) => {
        alive.add(socket);
        socket.on('pong', () => alive.add(socket));
        // A broken frame closes the socket by itself; unheard, the error would end the process.
        socket.on('error', () => {});
        socket.on('message', () => socket.close(1003));
      });
    },
    close() {
      stop();
      clearInterval(timer);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
