import fc from 'fast-check';
import { expect } from 'vitest';
import { betweenFocus, betweenGain, keyAt } from '#shared/clip/edit/operations/keys.ts';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import type { EnvelopePoint, FocusKey } from '#shared/clip/edit/segment.ts';

/** New ids: `new-1`, `new-2` … */
export function counter(prefix = 'new'): () => string {
  let count = 0;
  return () => `${prefix}-${(count += 1)}`;
}

const ascending = (times: readonly number[]): boolean =>
  times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0));

/** What every operation must leave: a valid edit, ids once each, lists in order, captions on the timeline. */
export function expectSound(edit: ClipEdit): void {
  const parsed = clipEditSchema.safeParse(edit);
  expect(parsed.error?.issues ?? []).toEqual([]);
  const ids = edit.segments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(edit.sounds?.map(({ id }) => id)).size).toBe(edit.sounds?.length ?? 0);
  expect(ascending((edit.sounds ?? []).map(({ at }) => at))).toBe(true);
  expect(ascending((edit.markers ?? []).map(({ at }) => at))).toBe(true);
  for (const { picture } of edit.segments)
    expect(ascending((picture?.focus ?? []).map(({ at }) => at))).toBe(true);
  for (const { cues } of edit.captions ?? []) {
    expect(ascending(cues.map(({ from }) => from))).toBe(true);
    for (const cue of cues)
      for (const word of cue.words ?? []) {
        expect(word.from).toBeGreaterThanOrEqual(0);
        expect(word.end).toBeLessThanOrEqual(cue.text.length);
      }
  }
}

/** Equal but for the noise that sums of times carry. */
export function expectClose(one: unknown, other: unknown): void {
  const far: string[] = [];
  const compare = (left: unknown, right: unknown, path: string): void => {
    if (typeof left === 'number' && typeof right === 'number') {
      if (Math.abs(left - right) > 1e-5) far.push(`${path}: ${left} is not ${right}`);
    } else if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) {
      const [first, second] = [left as Record<string, unknown>, right as Record<string, unknown>];
      for (const key of new Set([...Object.keys(first), ...Object.keys(second)]))
        compare(first[key], second[key], `${path}.${key}`);
    } else if (left !== right) far.push(`${path}: ${JSON.stringify(left)} is not ${JSON.stringify(right)}`);
  };
  compare(one, other, '');
  expect(far).toEqual([]);
}

const samples = Array.from({ length: 97 }, (_, index) => index / 7.93);

/** An edit with the course of its keys instead of the keys: those on the line between two others change nothing. */
export function withoutSpareKeys(edit: ClipEdit): unknown {
  const look = (keys: FocusKey[] | undefined): unknown =>
    keys?.length ? samples.map((at) => ({ zoom: 1, ...keyAt(keys, at, betweenFocus) })) : keys;
  const line = (keys: EnvelopePoint[] | undefined): unknown =>
    keys?.length ? samples.map((at) => keyAt(keys, at, betweenGain)) : keys;
  return {
    ...edit,
    segments: edit.segments.map((segment) => ({
      ...segment,
      picture: segment.picture && { ...segment.picture, focus: look(segment.picture.focus) },
      sound: segment.kind === 'clip' &&
        segment.sound && { ...segment.sound, envelope: line(segment.sound.envelope) },
    })),
    sounds: edit.sounds?.map((item) => ({ ...item, envelope: line(item.envelope) })),
  };
}

/** Seconds on a timeline of a minute. */
export const time = fc.integer({ min: 0, max: 6000 }).map((hundredths) => hundredths / 100);
export const pick = fc.nat(20);
export const idOf = (edit: ClipEdit, choice: number): string =>
  edit.segments[choice % Math.max(1, edit.segments.length)]?.id ?? '';
