import type { ClipProbe, ClipVideo } from './probe.ts';

/**
 * The little that a copying cut must know of a clip; every `ClipProbe` is one. Made without any process it lists the
 * pictures and sounds alone. Times on it count from zero.
 */
export interface ClipOutline extends Pick<ClipProbe, 'container'> {
  streams: Pick<ClipProbe['streams'][number], 'index' | 'type'>[];
  video:
    | (Pick<ClipVideo, 'index' | 'codec' | 'rate' | 'fps' | 'vfr'> & Partial<Pick<ClipVideo, 'bFrames'>>)
    | null;
}
