import { openAsBlob } from 'node:fs';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { WebAnswer, WebRequest } from '#main/ports/web-client.ts';

/** Milliseconds that a server may take to answer; uploads of clips take their time. */
const patience = { json: 30_000, file: 600_000 };

/** Bytes of an answer that are read. */
const mostBytes = 4 * 1024 * 1024;

/** Without TLS only what does not leave the house: this machine and private networks (RFC 1918, RFC 4193, mDNS). */
function isPrivate(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.local') ||
    host === '[::1]' ||
    /^\[f[cd]/.test(host) ||
    /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host)
  );
}

function checkedAddress(text: string): URL {
  const url = new URL(text);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isPrivate(url.hostname))) return url;
  throw new GalleyError('invalid-input', {
    en: 'This address is not protected. Use https, or http only for a server in your own network.',
    zh: '此地址未加密。请使用 https；http 仅可用于本地网络中的服务器。',
  });
}

async function bodyOf(request: WebRequest): Promise<{ body?: string | FormData; type?: string }> {
  if (!request.body) return {};
  if (request.body.kind === 'json')
    return { body: JSON.stringify(request.body.value), type: 'application/json' };
  const form = new FormData();
  const { path, name, type } = request.body;
  form.set('file', new File([await openAsBlob(path)], name, { type }));
  return { body: form };
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const chunk of response.body ?? []) {
    read += chunk.byteLength;
    if (read > mostBytes) {
      throw new GalleyError('unavailable', {
        en: 'The server answered with far more than expected. Check its address.',
        zh: '服务器返回的内容过大。请检查地址。',
      });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

/** See `WebClient`. */
export async function askWeb(request: WebRequest): Promise<WebAnswer> {
  const url = checkedAddress(request.url);
  const { body, type } = await bodyOf(request);
  const limit = AbortSignal.timeout(patience[request.body?.kind ?? 'json']);
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: { accept: 'application/json', ...(type ? { 'content-type': type } : {}), ...request.headers },
      ...(body === undefined ? {} : { body }),
      // A key must not follow to wherever an answer points.
      redirect: 'error',
      signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit,
    });
    const text = await readLimited(response);
    try {
      return { status: response.status, json: JSON.parse(text) };
    } catch {
      return { status: response.status, json: null };
    }
  } catch (error) {
    if (request.signal?.aborted) throw cancelled();
    if (error instanceof GalleyError) throw error;
    throw new GalleyError(
      'unavailable',
      {
        en: `${url.host} did not answer. Check the address and your connection, then try again.`,
        zh: `${url.host} 没有响应。请检查地址与网络后重试。`,
      },
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
}
