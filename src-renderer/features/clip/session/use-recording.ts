import { useEffect, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
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

function useLane<T>(key: string | null, make: () => Promise<T>): Lane<T> {
  const [lane, setLane] = useState<Lane<T>>({ stage: 'coming' });
  useEffect(() => {
    if (key === null) {
      setLane({ stage: 'none' });
      return;
    }
    let current = true;
    setLane({ stage: 'coming' });
    make().then(
      (data) => current && setLane({ stage: 'there', data }),
      () => current && setLane({ stage: 'none' }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return lane;
}

/** The filmstrip's sprite as a decoded picture; asked for once per recording and kept in the cache. */
export function useFilmstrip(
  assetId: string,
  wanted: boolean,
  addressOf: (path: string) => string,
): Lane<Filmstrip & { image: HTMLImageElement }> {
  return useLane(wanted ? assetId : null, async () => {
    const strip = await runJob('clips.filmstrip', { assetId, count: stripCount, height: stripHeight });
    const image = new Image();
    image.src = addressOf(strip.url);
    await image.decode();
    return { ...strip, image };
  });
}

export function useWaveform(assetId: string, wanted: boolean, duration: number): Lane<Waveform> {
  return useLane(wanted ? assetId : null, () => {
    const buckets = Math.min(mostBuckets, Math.max(200, Math.ceil(duration * bucketsPerSecond)));
    return runJob('clips.waveform', { assetId, buckets });
  });
}
