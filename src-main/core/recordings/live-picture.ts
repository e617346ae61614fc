import { PassThrough, type Readable } from 'node:stream';
import type { ClipEngine } from '#main/ports/clip-engine.ts';

/**
 * A light picture of a recording from a time on, made while it is read; ends when nobody reads it any more. Failures
 * end the stream: the window falls back to posters, and the proxy says what is wrong.
 */
export function livePicture(clips: ClipEngine, file: string, from: number): Readable {
  const stop = new AbortController();
  const stream = new PassThrough();
  stream.once('close', () => stop.abort());
  clips.stream({ in: file, from, into: stream }, { signal: stop.signal }).catch((error: unknown) => {
    if (!stream.destroyed) stream.destroy(error instanceof Error ? error : undefined);
  });
  return stream;
}
