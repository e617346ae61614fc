import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import type { Filmstrip, Waveform } from '../session/use-recording.ts';

/** Pictures over a whole recording, and their height in pixels of the sprite. */
const stripCount = 160;
const stripHeight = 72;
const bucketsPerSecond = 100;
const mostBuckets = 10_000;
/** Made at the same time; the player wants its share of the machine. */
const atOnce = 2;

export type Strip = Filmstrip & { image: HTMLImageElement };
export type Wave = Waveform & {
  /** Seconds that all buckets cover. */
  seconds: number;
  /** The loudest sample, 0 to 1. */
  loudest: number;
};

/** What the lanes are drawn from, asked for when it first comes into view; null while it is made, or when it cannot be. */
export interface MediaBook {
  strip(assetId: string): Strip | null;
  wave(assetId: string, seconds: number): Wave | null;
  /** A picture behind a media address. */
  picture(path: string): HTMLImageElement | null;
  subscribe(listener: () => void): () => void;
}

async function loadImage(path: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = mediaUrl(path);
  await image.decode();
  return image;
}

async function loadStrip(assetId: string): Promise<Strip> {
  const strip = await runJob('clips.filmstrip', { assetId, count: stripCount, height: stripHeight });
  return { ...strip, image: await loadImage(strip.url) };
}

async function loadWave(assetId: string, seconds: number): Promise<Wave> {
  const buckets = Math.min(mostBuckets, Math.max(200, Math.ceil(seconds * bucketsPerSecond)));
  const wave = await runJob('clips.waveform', { assetId, buckets });
  let loudest = 0;
  for (const [low, high] of wave.peaks) loudest = Math.max(loudest, -low, high);
  return { ...wave, seconds, loudest };
}

/** One for each open clip. Jobs run two at a time, in the order in which things came into view. */
export function createMediaBook(): MediaBook {
  const made = new Map<string, unknown>();
  const waiting: { key: string; make: () => Promise<unknown> }[] = [];
  const listeners = new Set<() => void>();
  let running = 0;

  function next(): void {
    if (running >= atOnce) return;
    const job = waiting.shift();
    if (!job) return;
    running += 1;
    job
      .make()
      .then(
        (value) => {
          made.set(job.key, value);
          for (const listener of listeners) listener();
        },
        // A lane without its drawing says enough; playing and probing tell what is wrong with the file.
        () => {},
      )
      .finally(() => {
        running -= 1;
        next();
      });
  }

  function ask<T>(key: string, make: () => Promise<T>): T | null {
    const there = made.get(key);
    // Written below under the same key by the same `make`.
    if (there !== undefined) return there as T | null;
    made.set(key, null);
    waiting.push({ key, make });
    queueMicrotask(next);
    return null;
  }

  return {
    strip: (assetId) => ask(`strip ${assetId}`, () => loadStrip(assetId)),
    wave: (assetId, seconds) =>
      seconds > 0 ? ask(`wave ${assetId}`, () => loadWave(assetId, seconds)) : null,
    picture: (path) => ask(`picture ${path}`, () => loadImage(path)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
