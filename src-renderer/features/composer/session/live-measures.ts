import { useEffect, useState, useSyncExternalStore } from 'react';
import { partsOfKey, type Post } from '#shared/domain/post.ts';
import { checkText } from '#shared/platforms/check-text.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import { targetProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { createMeasurer, type TargetMeasure } from './measure.ts';
import type { PostSession } from './post-session.ts';

/** By `targetKey`. */
export type Measures = ReadonlyMap<string, TargetMeasure>;

/** Counts and findings of all targets, right behind the text; each number on the screen listens for itself. */
export interface LiveMeasures {
  subscribe(listener: () => void): () => void;
  all(): Measures;
  /** The rules that hold for a target: those of its account where it has some. */
  profile(key: string): FormatProfile;
  /** Rules that were changed meanwhile. */
  setPack(pack: RulePack): void;
  /** Another way of checking words: all of them are checked anew. */
  setCheck(check: CheckWords): void;
  /** What stands against words now, also such that are not shown yet. */
  check: CheckWords;
  /** What only the media files can tell, by target; the words are checked here. */
  setFileFindings(findings: ReadonlyMap<string, readonly Finding[]>): void;
}

/** What the words of a target break. */
export type CheckWords = (measure: TargetMeasure) => readonly Finding[];

/** Milliseconds of rest after which words are checked; while writing goes on they are checked this seldom. */
const rest = 300;
const seldom = 1500;

/** Two findings that say the same of the same words. */
function sameFinding(one: Finding, other: Finding | undefined): boolean {
  if (one === other) return true;
  return (
    one.code === other?.code &&
    one.severity === other.severity &&
    one.field === other.field &&
    one.media === other.media &&
    one.at?.from === other.at?.from &&
    one.at?.to === other.at?.to &&
    one.message.en === other.message.en &&
    one.fix?.put === other.fix?.put
  );
}

function sameFindings(one: readonly Finding[], other: readonly Finding[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((finding, at) => sameFinding(finding, other[at]));
}

export function createLiveMeasures(
  session: PostSession,
  firstPack: RulePack,
  firstCheck: CheckWords = ({ profile, content, hasMedia }) => checkText(profile, content, hasMedia),
): LiveMeasures {
  let pack = firstPack;
  let check = firstCheck;
  const measure = createMeasurer();
  const listeners = new Set<() => void>();
  /** Findings of the words, by the counts that they belong to; an answer for other rules or words is none. */
  let checked = new WeakMap<TargetMeasure, readonly Finding[]>();
  let ofFiles: ReadonlyMap<string, readonly Finding[]> = new Map();
  let counted: Measures = new Map();
  let current: Measures = new Map();
  let waiting = false;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let checkedAt = 0;
  let stop: (() => void) | null = null;

  const profile = (key: string): FormatProfile => {
    const { format, accountId } = partsOfKey(key);
    return targetProfile(packFor(pack, accountId), format);
  };
  const show = (): void => {
    const next = new Map(
      [...counted].map(([key, measured]) => {
        const shown = current.get(key);
        const words = checked.get(measured);
        const all = words ? [...words, ...(ofFiles.get(key) ?? [])] : (shown?.findings ?? []);
        if (shown && shown.fields === measured.fields && sameFindings(shown.findings, all)) {
          return [key, shown] as const;
        }
        const findings = shown && sameFindings(shown.findings, all) ? shown.findings : all;
        return [key, { ...measured, findings }] as const;
      }),
    );
    const order = [...current.keys()];
    const unchanged =
      next.size === current.size &&
      [...next].every(([key, measured], at) => order[at] === key && current.get(key) === measured);
    if (unchanged) return;
    current = next;
    for (const listener of listeners) listener();
  };
  const checkAll = (): void => {
    clearTimeout(checkTimer);
    checkTimer = undefined;
    checkedAt = Date.now();
    for (const measured of counted.values()) {
      if (!checked.has(measured)) checked.set(measured, check(measured));
    }
    show();
  };
  const count = (): void => {
    waiting = false;
    counted = measure(profile, session.snapshot().post);
    show();
    if ([...counted.values()].every((each) => checked.has(each))) return;
    // Counting is for every key; checking reads much more, so it waits for a pause.
    clearTimeout(checkTimer);
    const wait = Math.max(0, Math.min(rest, checkedAt + seldom - Date.now()));
    checkTimer = setTimeout(checkAll, wait);
  };
  count();
  checkAll();
  return {
    all: () => current,
    profile,
    setPack(next) {
      if (next === pack) return;
      pack = next;
      count();
    },
    subscribe(listener) {
      listeners.add(listener);
      // At once behind the letters, so that one layout and one frame show both: another frame costs more than counting.
      if (stop === null) {
        const soon = (): void => {
          if (waiting) return;
          waiting = true;
          queueMicrotask(() => {
            if (waiting && stop !== null) count();
          });
        };
        stop = session.subscribe(soon);
        soon();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        clearTimeout(checkTimer);
        waiting = false;
      };
    },
    check: (measured) => check(measured),
    setCheck(next) {
      check = next;
      checked = new WeakMap();
      checkAll();
    },
    setFileFindings(findings) {
      ofFiles = findings;
      show();
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
