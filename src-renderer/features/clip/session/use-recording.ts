import { useCallback, useEffect, useState } from 'react';
import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import type { CallOutput } from '#shared/contract/index.ts';

export type Filmstrip = CallOutput<'clips.filmstrip'>;
export type Waveform = CallOutput<'clips.waveform'>;

/** What a lane of the timeline draws: still coming, there, or not to be had. */
export type Lane<T> = { stage: 'coming' } | { stage: 'there'; data: T } | { stage: 'none' };

/** Pictures over the whole clip, and their height in pixels of the sprite. */
const stripCount = 120;
const stripHeight = 72;
/** Buckets of the waveform per second, within what one call answers. */
const bucketsPerSecond = 100;
const mostBuckets = 10_000;

const coming: Lane<never> = { stage: 'coming' };
const none: Lane<never> = { stage: 'none' };

/** `make` null: not to be had. */
function useLane<T>(make: (() => Promise<T>) | null): Lane<T> {
  const [made, setMade] = useState<{ by: typeof make; lane: Lane<T> } | null>(null);
  useEffect(() => {
    if (make === null) return;
    let current = true;
    const show = (lane: Lane<T>): void => {
      if (current) setMade({ by: make, lane });
    };
    make().then(
      (data) => show({ stage: 'there', data }),
      () => show(none),
    );
    return () => {
      current = false;
    };
  }, [make]);
  if (make === null) return none;
  return made?.by === make ? made.lane : coming;
}

/** The filmstrip's sprite as a decoded picture; asked for once per recording and kept in the cache. */
export function useFilmstrip(
  assetId: string,
  wanted: boolean,
): Lane<Filmstrip & { image: HTMLImageElement }> {
  const make = useCallback(async () => {
    const strip = await runJob('clips.filmstrip', { assetId, count: stripCount, height: stripHeight });
    const image = new Image();
    image.src = mediaUrl(strip.url);
    await image.decode();
    return { ...strip, image };
  }, [assetId]);
  return useLane(wanted ? make : null);
}

export function useWaveform(assetId: string, wanted: boolean, duration: number): Lane<Waveform> {
  const make = useCallback(() => {
    const buckets = Math.min(mostBuckets, Math.max(200, Math.ceil(duration * bucketsPerSecond)));
    return runJob('clips.waveform', { assetId, buckets });
  }, [assetId, duration]);
  return useLane(wanted ? make : null);
}
