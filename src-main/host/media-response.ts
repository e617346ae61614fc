import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { GalleyError } from '#shared/contract/failure.ts';
import type { MediaSource } from '#main/ports/studio.ts';
import { type ByteRange, ifNoneMatchHits, ifRangeHolds, parseRange } from './ranges.ts';

export interface MediaRequest {
  method: string;
  range?: string | undefined;
  ifRange?: string | undefined;
  ifNoneMatch?: string | undefined;
}

export interface MediaResponse {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** null: no body (HEAD, 304, 416, an empty file). Opens the file at the first read; destroying it closes the file. */
  stream: Readable | null;
}

async function* multipart(file: string, parts: { head: string; range: ByteRange }[], tail: string) {
  for (const { head, range } of parts) {
    yield Buffer.from(head);
    yield* createReadStream(file, range) as AsyncIterable<Buffer>;
  }
  yield Buffer.from(tail);
}

function multipartResponse(source: MediaSource, size: number, ranges: ByteRange[]) {
  const boundary = randomBytes(16).toString('hex');
  const parts = ranges.map((range, index) => ({
    head: `${index === 0 ? '' : '\r\n'}--${boundary}\r\nContent-Type: ${source.type}\r\nContent-Range: bytes ${range.start}-${range.end}/${size}\r\n\r\n`,
    range,
  }));
  const tail = `\r\n--${boundary}--\r\n`;
  const length = parts.reduce(
    (sum, part) => sum + part.head.length + part.range.end - part.range.start + 1,
    tail.length,
  );
  return { boundary, length, open: () => Readable.from(multipart(source.file, parts, tail)) };
}

/**
 * The answer for one file: whole, one range, several ranges (multipart/byteranges), unchanged, or 416.
 * Serves both hosts, since neither Node's server nor Electron's `protocol.handle` knows ranges.
 */
export async function mediaResponse(source: MediaSource, request: MediaRequest): Promise<MediaResponse> {
  if (source.open) {
    const headers = { 'Accept-Ranges': 'none', 'Cache-Control': 'no-store', 'Content-Type': source.type };
    return { status: 200, headers, stream: request.method === 'HEAD' ? null : source.open() };
  }
  const info = await stat(source.file).catch(() => null);
  if (!info?.isFile()) {
    throw new GalleyError('not-found', {
      en: 'This file is no longer there. Import it again, or restore it from a backup.',
      zh: '此文件已不存在。请重新导入，或从备份中恢复。',
    });
  }
  const size = info.size;
  const etag = `"${size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}-${info.ino.toString(36)}"`;
  const lastModified = info.mtime.toUTCString();
  const headers: Record<string, string> = {
    'Accept-Ranges': 'bytes',
    'Cache-Control': source.immutable ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    ETag: etag,
    'Last-Modified': lastModified,
  };
  if (ifNoneMatchHits(request.ifNoneMatch, etag)) return { status: 304, headers, stream: null };

  // A Range header means something with GET only (RFC 9110 §14.2).
  const wanted =
    request.method === 'GET' && ifRangeHolds(request.ifRange, etag, lastModified)
      ? parseRange(request.range, size)
      : ({ kind: 'whole' } as const);
  if (wanted.kind === 'unsatisfiable') {
    headers['Content-Range'] = `bytes */${size}`;
    headers['Content-Length'] = '0';
    return { status: 416, headers, stream: null };
  }
  headers['Content-Type'] = source.type;
  if (wanted.kind === 'whole') {
    headers['Content-Length'] = String(size);
    const empty = request.method === 'HEAD' || size === 0;
    return { status: 200, headers, stream: empty ? null : createReadStream(source.file) };
  }
  const [first, ...others] = wanted.ranges;
  if (others.length === 0) {
    headers['Content-Range'] = `bytes ${first.start}-${first.end}/${size}`;
    headers['Content-Length'] = String(first.end - first.start + 1);
    return { status: 206, headers, stream: createReadStream(source.file, first) };
  }
  const several = multipartResponse(source, size, wanted.ranges);
  headers['Content-Type'] = `multipart/byteranges; boundary=${several.boundary}`;
  headers['Content-Length'] = String(several.length);
  return { status: 206, headers, stream: several.open() };
}
