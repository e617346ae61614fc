import type { IncomingMessage } from 'node:http';
import { GalleyError } from '#shared/contract/failure.ts';

/** Bytes of one call's JSON. The largest documents (a design of many pages) stay far below. */
const largestBody = 32 * 1024 * 1024;

/**
 * The chunks of a request. Leaving the loop early keeps the connection, over which the reason still has to go;
 * a request that breaks off ends the loop with an error.
 */
export function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) };
}

/** The JSON of a request. Throws `invalid-input` when it is too long, not UTF-8 or not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bodyOf(request)) {
    length += chunk.length;
    if (length > largestBody) {
      throw new GalleyError('invalid-input', {
        en: 'This is too large for one call (32 MB). Split it into smaller parts.',
        zh: '内容超过单次调用上限（32 MB）。请拆分后重试。',
      });
    }
    chunks.push(chunk);
  }
  if (length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new GalleyError('invalid-input', {
      en: 'The call is not valid JSON. Send a JSON document in UTF-8.',
      zh: '调用内容不是有效的 JSON。请发送 UTF-8 编码的 JSON。',
    });
  }
}
