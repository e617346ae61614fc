import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Protocol } from 'electron';
import { toFailure } from '#shared/contract/failure.ts';
import { mediaResponse } from '#main/host/media-response.ts';
import { rendererFile, safePath } from '#main/host/renderer-files.ts';
import { commonHeaders, mediaPolicy, pagePolicy } from '#main/host/security-headers.ts';
import type { MediaSource, Studio } from '#main/ports/studio.ts';
import { appScheme, isAppAddress } from './app-address.ts';

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...commonHeaders, 'Content-Type': 'text/plain' } });
}

async function fileResponse(request: Request, source: MediaSource, policy: string): Promise<Response> {
  const answer = await mediaResponse(source, {
    method: request.method,
    range: request.headers.get('range') ?? undefined,
    ifRange: request.headers.get('if-range') ?? undefined,
    ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
  });
  const body = answer.stream ? (Readable.toWeb(answer.stream) as ReadableStream<Uint8Array>) : null;
  const headers = { ...commonHeaders, 'Content-Security-Policy': policy, ...answer.headers };
  return new Response(body as ConstructorParameters<typeof Response>[0], { status: answer.status, headers });
}

/**
 * Serves `galley://app/`: the renderer's bundle, and below `/media/` the files of the workspace, with ranges. One
 * origin for both, so that pictures do not taint the canvas. `file:` is refused altogether.
 */
export function serveApp(protocol: Protocol, renderer: string, studio: Promise<Studio>): void {
  protocol.handle(appScheme, async (request) => {
    try {
      if (!isAppAddress(request.url)) return plain(404, 'There is nothing here.');
      if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only reading.');
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/media/')) {
        const path = safePath(pathname.slice('/media'.length));
        if (path === null) return plain(404, 'There is nothing here.');
        return await fileResponse(request, await (await studio).media(path), mediaPolicy);
      }
      const source = await rendererFile(renderer, pathname);
      return source ? await fileResponse(request, source, pagePolicy) : plain(404, 'There is nothing here.');
    } catch (error) {
      const failure = toFailure(error);
      return plain(failure.code === 'internal' ? 500 : 404, failure.message.en);
    }
  });
  protocol.handle('file', () => plain(403, 'Files are reached through the media route.'));
}
