import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Studio } from '#main/ports/studio.ts';
import { type Access, createAccess } from './access.ts';
import { createEventSockets } from './event-sockets.ts';
import { createRoutes } from './web-routes.ts';

export interface WebHostOptions {
  studio: Studio;
  /** Folder of the built renderer. */
  renderer: string;
  /** 0 or absent: a free one. */
  port?: number;
}

export interface WebHost {
  readonly port: number;
  /** Address without a token, for a browser that was let in before. */
  readonly origin: string;
  /** A new address that lets one browser in, once. Earlier unused ones stop working. */
  address(): string;
  /** Ends every connection. The studio stays open: it belongs to the caller. */
  close(): Promise<void>;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Binds IPv4 and, where the machine has it, IPv6, on the same port: someone else on [::1] must not be taken for us. */
async function bind(makeServer: () => Server, port: number): Promise<Server[]> {
  for (let attempt = 0; ; attempt++) {
    const four = makeServer();
    try {
      await listen(four, '127.0.0.1', port);
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE' && errorCode(error) !== 'EACCES') throw error;
      throw new GalleyError('unavailable', {
        en: `Port ${port} is taken or not allowed. Choose another with --port, or leave it out.`,
        zh: `端口 ${port} 已被占用或不允许使用。请用 --port 另选一个，或不指定端口。`,
      });
    }
    const six = makeServer();
    try {
      await listen(six, '::1', portOf(four));
      return [four, six];
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE') return [four];
      four.close();
      if (port !== 0 || attempt >= 10) {
        throw new GalleyError('unavailable', {
          en: `Port ${port} is taken on [::1]. Choose another with --port, or leave it out.`,
          zh: `端口 ${port} 在 [::1] 上已被占用。请用 --port 另选一个，或不指定端口。`,
        });
      }
    }
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Serves the studio to a browser on this machine, and to nobody else. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const sockets = createEventSockets(options.studio.events);
  let access: Access | null = null;
  let routes: ReturnType<typeof createRoutes> | null = null;

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!access?.originIsOurs(request.headers)) refuse(socket, '403 Forbidden');
    else if (!access.signedIn(request.headers)) refuse(socket, '401 Unauthorized');
    else if (request.url !== '/events') refuse(socket, '404 Not Found');
    else sockets.upgrade(request, socket, head);
  }

  const servers = await bind(() => {
    // An upload may take as long as it takes, so only the headers are timed.
    // A resting connection stays open for as long as a browser may think so: one that is closed at the very moment
    // at which it is used again fails the call, and on a busy machine that happens.
    const server = createServer({
      ...{ requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 600_000 },
      maxHeaderSize: 32 * 1024,
    });
    server.maxConnections = 256;
    server.on('request', (request, response) => {
      if (routes) void routes(request, response);
      else response.destroy();
    });
    server.on('upgrade', upgrade);
    return server;
  }, options.port ?? 0);

  const [first] = servers;
  if (!first) throw new Error('no server was bound');
  const port = portOf(first);
  const granted = createAccess(port);
  access = granted;
  routes = createRoutes(options.studio, options.renderer, granted);
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    address: () => `${origin}/?token=${granted.mint()}`,
    async close() {
      sockets.close();
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}
