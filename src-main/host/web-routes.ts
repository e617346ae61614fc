import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { MediaSource, Studio } from '#main/ports/studio.ts';
import type { Access } from './access.ts';
import { bodyOf, readJson } from './body.ts';
import { mediaResponse } from './media-response.ts';
import { rendererFile, safePath } from './renderer-files.ts';
import { commonHeaders, mediaPolicy, pagePolicy } from './security-headers.ts';
import { signInPage } from './sign-in-page.ts';

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${text}\n`);
}

function html(response: ServerResponse, status: number, page: string): void {
  response.setHeader('Content-Security-Policy', pagePolicy);
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(page);
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

async function sendFile(request: IncomingMessage, response: ServerResponse, source: MediaSource) {
  const answer = await mediaResponse(source, {
    method: request.method ?? 'GET',
    range: request.headers.range,
    ifRange: request.headers['if-range'] as string | undefined,
    ifNoneMatch: request.headers['if-none-match'],
  });
  response.writeHead(answer.status, answer.headers);
  if (answer.stream) await pipeline(answer.stream, response);
  else response.end();
}

/** `name` of an upload as a bare file name; what the browser sends may hold folders of another system. */
function uploadName(url: URL): string {
  const name = (url.searchParams.get('name') ?? '').split(/[/\\]/).at(-1) ?? '';
  return name.replaceAll('\0', '').slice(-255) || 'upload';
}

async function receiveUpload(
  studio: Studio,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const controller = new AbortController();
  const drop = () => {
    if (!request.complete) controller.abort();
  };
  request.once('close', drop);
  try {
    const value = await studio.receiveUpload(uploadName(url), bodyOf(request), controller.signal);
    json(response, { ok: true, value });
  } catch (error) {
    if (response.destroyed) return;
    json(response, { ok: false, failure: toFailure(error) });
    // A browser reads the answer only when all it sends has been taken.
    request.resume();
  } finally {
    request.removeListener('close', drop);
  }
}

/** Answers one request. Order matters: whose name, which site, which visitor, which origin, then the route. */
export function createRoutes(studio: Studio, renderer: string, access: Access) {
  async function change(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!access.originIsOurs(request.headers)) return plain(response, 403, 'Other pages may not do this.');
    if (url.pathname === '/upload') return receiveUpload(studio, request, response, url);
    const name = /^\/call\/([\w.]+)$/.exec(url.pathname)?.[1];
    if (name === undefined) return plain(response, 404, 'There is nothing here.');
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return plain(response, 415, 'Send JSON.');
    }
    try {
      json(response, await studio.dispatch(name, await readJson(request)));
    } catch (error) {
      if (!(error instanceof GalleyError)) throw error;
      json(response, { ok: false, failure: toFailure(error) });
      request.resume();
    }
  }

  async function read(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname.startsWith('/media/')) {
      const path = safePath(url.pathname.slice('/media'.length));
      if (path === null) return plain(response, 404, 'There is nothing here.');
      response.setHeader('Content-Security-Policy', mediaPolicy);
      return sendFile(request, response, await studio.media(path));
    }
    const source = await rendererFile(renderer, url.pathname);
    if (!source) return plain(response, 404, 'There is nothing here.');
    response.setHeader('Content-Security-Policy', pagePolicy);
    return sendFile(request, response, source);
  }

  function exchange(response: ServerResponse, url: URL, token: string): void {
    const cookie = access.exchange(token);
    if (cookie === null) return html(response, 403, signInPage);
    response.writeHead(303, { Location: url.pathname, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' });
    response.end();
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
    if (!access.hostIsOurs(request.headers))
      return plain(response, 421, 'This is not the address of Galley.');
    if (!access.siteIsOurs(request.headers)) return plain(response, 403, 'Other pages may not read this.');
    const target = request.url ?? '';
    const url = target.startsWith('/') ? URL.parse(`http://galley${target}`) : null;
    if (url?.host !== 'galley') return plain(response, 400, 'This address cannot be understood.');
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const token = url.searchParams.get('token');
    if (request.method === 'GET' && token !== null && !access.signedIn(request.headers)) {
      return exchange(response, url, token);
    }
    if (!access.signedIn(request.headers)) {
      if (reading && /\btext\/html\b/.test(request.headers.accept ?? ''))
        return html(response, 401, signInPage);
      return plain(response, 401, 'Open Galley with the address printed in its terminal.');
    }
    if (reading && token !== null) {
      response.writeHead(303, { Location: url.pathname, 'Cache-Control': 'no-store' });
      response.end();
      return;
    }
    if (reading) return read(request, response, url);
    if (request.method === 'POST') return change(request, response, url);
    return plain(response, 405, 'This method is not used here.');
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await route(request, response);
    } catch (error) {
      // The reader went away, or the file broke off in the middle: nothing can be said any more.
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      const failure = toFailure(error);
      plain(response, failure.code === 'internal' ? 500 : 404, failure.message.en);
    }
  };
}
