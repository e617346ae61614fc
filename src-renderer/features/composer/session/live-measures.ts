import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Post } from '#shared/domain/post.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { createMeasurer, type TargetMeasure } from './measure.ts';
import type { PostSession } from './post-session.ts';

export type Measures = ReadonlyMap<string, TargetMeasure>;

/** Counts and findings of all targets, right behind the text; each number on the screen listens for itself. */
export interface LiveMeasures {
  subscribe(listener: () => void): () => void;
  all(): Measures;
  profile(format: string): FormatProfile;
  /** What only the media files can tell, by target; the words are checked here. */
  setFileFindings(findings: ReadonlyMap<string, Finding[]>): void;
}

export function createLiveMeasures(session: PostSession, pack: RulePack): LiveMeasures {
  const measure = createMeasurer();
  const listeners = new Set<() => void>();
  const merged = new WeakMap<TargetMeasure, TargetMeasure>();
  let ofFiles: ReadonlyMap<string, Finding[]> = new Map();
  let current: Measures = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | null = null;

  const withFiles = (format: string, measured: TargetMeasure): TargetMeasure => {
    const more = ofFiles.get(format) ?? [];
    if (more.length === 0) return measured;
    const known = merged.get(measured);
    if (known) return known;
    const all = { ...measured, findings: [...measured.findings, ...more] };
    merged.set(measured, all);
    return all;
  };
  const count = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const words = measure(pack, session.snapshot().post);
    const next = new Map([...words].map(([format, measured]) => [format, withFiles(format, measured)]));
    const order = [...current.keys()];
    const unchanged =
      next.size === current.size &&
      [...next].every(([format, measured], at) => order[at] === format && current.get(format) === measured);
    if (unchanged) return;
    current = next;
    for (const listener of listeners) listener();
  };
  count();
  return {
    all: () => current,
    profile: (format) => formatProfile(pack, format),
    subscribe(listener) {
      listeners.add(listener);
      // Letters appear first; the counting waits for the next free moment.
      if (stop === null) {
        const soon = (): void => {
          timer ??= setTimeout(count);
        };
        stop = session.subscribe(soon);
        soon();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    setFileFindings(findings) {
      ofFiles = findings;
      for (const measured of measure(pack, session.snapshot().post).values()) merged.delete(measured);
      count();
    },
  };
}

/** One value out of the measures; draws again only when that value is another one. */
export function useMeasured<T>(live: LiveMeasures, choose: (measures: Measures) => T): T {
  return useSyncExternalStore(live.subscribe, () => choose(live.all()));
}

/** Milliseconds between two drawings of what is larger than a number. */
const pace = 160;

/** The post with its measures for previews and lists of findings: at once when still, at an even pace while typing. */
export function usePaced(session: PostSession, live: LiveMeasures): { post: Post; measures: Measures } {
  const [shown, setShown] = useState(() => ({ post: session.snapshot().post, measures: live.all() }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (): void => {
      timer = undefined;
      const next = { post: session.snapshot().post, measures: live.all() };
      setShown((before) => (before.post === next.post && before.measures === next.measures ? before : next));
    };
    const soon = (): void => {
      timer ??= setTimeout(draw, pace);
    };
    const stops = [live.subscribe(soon), session.subscribe(soon)];
    soon();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [session, live]);
  return shown;
}
