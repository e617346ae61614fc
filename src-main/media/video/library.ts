import type { FrameIndex } from '#shared/clip/frame-index.ts';
import type { ClipOutline } from '#shared/clip/outline.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { indexFile, outlineFromHeader, probeFile, sourceFile } from './inspect.ts';
import type { VideoTools } from './tools.ts';

export interface OpenClip {
  /** Absolute. */
  path: string;
  probe: ClipProbe;
  frames(signal?: AbortSignal): Promise<FrameIndex>;
}

/** A clip as a copying cut needs it. */
interface OutlinedClip {
  /** Absolute. */
  path: string;
  outline: ClipOutline;
  frames: FrameIndex;
}

export interface ClipLibrary {
  open(path: string, signal?: AbortSignal): Promise<OpenClip>;
  /** Without starting any process; null when the clip is open already or must be opened. */
  outline(path: string): Promise<OutlinedClip | null>;
}

const kept = 8;

/** Remembers what was found out about the last few files, as long as they do not change on disk. */
export function clipLibrary(tools: VideoTools): ClipLibrary {
  const known = new Map<string, OpenClip>();
  return {
    async open(path, signal) {
      const source = await sourceFile(path);
      const before = known.get(source.identity);
      if (before) {
        known.delete(source.identity);
        known.set(source.identity, before);
        return before;
      }
      const probe = await probeFile(tools, source.path, signal);
      let index: FrameIndex | undefined;
      const clip: OpenClip = {
        path: source.path,
        probe,
        frames: async (stop) => (index ??= await indexFile(tools, source.path, probe, stop)),
      };
      known.set(source.identity, clip);
      const oldest = known.keys().next().value;
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
      return clip;
    },
    async outline(path) {
      const source = await sourceFile(path);
      // An open clip is known better, and costs nothing any more.
      if (known.has(source.identity)) return null;
      const read = await outlineFromHeader(source.path);
      return read && { path: source.path, ...read };
    },
  };
}
