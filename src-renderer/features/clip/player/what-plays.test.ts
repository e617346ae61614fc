import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { createTimelineClock } from './timeline-clock.ts';
import { onFrame, runsOn, seekTarget, shownAt } from './what-plays.ts';

const clip = (id: string, from: number, to: number, more: object = {}): Segment => ({
  id,
  kind: 'clip',
  source: 's',
  from,
  to,
  ...more,
});

describe('shownAt', () => {
  test('changes to the next segment exactly at the cut', () => {
    const placed = placeSegments({ segments: [clip('a', 1, 3), clip('b', 5, 7)] });
    expect(shownAt(placed, 1.999).map(({ placed: one, at }) => [one.segment.id, at.toFixed(3)])).toEqual([
      ['a', '2.999'],
    ]);
    expect(shownAt(placed, 2).map(({ placed: one, at }) => [one.segment.id, at])).toEqual([['b', 5]]);
  });

  test('shows both in a transition, and how far it has come', () => {
    const transition = { kind: 'fade' as const, seconds: 1 };
    const placed = placeSegments({ segments: [clip('a', 0, 4), clip('b', 0, 4, { transition })] });
    const parts = shownAt(placed, 3.25);
    expect(parts.map((part) => [part.placed.segment.id, part.transition?.role, part.at])).toEqual([
      ['a', 'leaving', 3.25],
      ['b', 'entering', 0.25],
    ]);
    expect(parts[1]?.transition?.done).toBeCloseTo(0.25);
    expect(shownAt(placed, 4)).toHaveLength(1);
  });

  test('speed and direction decide what is seen of the source', () => {
    const placed = placeSegments({
      segments: [clip('a', 2, 6, { speed: 2 }), clip('b', 2, 6, { reversed: true })],
    });
    expect(shownAt(placed, 1)[0]?.at).toBe(4);
    expect(shownAt(placed, 3)[0]?.at).toBe(5);
  });
});

test('every time stands on a frame of the timeline, and a frame on itself', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 500, noNaN: true }),
      fc.constantFrom(24, 25, 30, 60, 30000 / 1001),
      (seconds, rate) => {
        const frame = onFrame(seconds, rate, 400);
        expect(frame).toBeLessThan(400);
        expect(onFrame(frame, rate, 400)).toBe(frame);
        expect(Math.abs(frame * rate - Math.round(frame * rate))).toBeLessThan(1e-6);
      },
    ),
  );
});

test('a seek aims at the middle of the frame that is meant, also backwards', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom(24, 30, 30000 / 1001, 50),
      (frame, fps) => {
        expect(seekTarget(frame / fps, fps, false)).toBeCloseTo((frame + 0.5) / fps, 6);
        expect(seekTarget((frame + 1) / fps, fps, true)).toBeCloseTo((frame + 0.5) / fps, 6);
      },
    ),
  );
});

test('one element plays on over a cut only where nothing was left out', () => {
  expect(runsOn(clip('a', 0, 2), clip('b', 2, 4))).toBe(true);
  expect(runsOn(clip('a', 0, 2), clip('b', 2.5, 4))).toBe(false);
  expect(runsOn(clip('a', 0, 2), clip('b', 2, 4, { speed: 2 }))).toBe(false);
  expect(runsOn(clip('a', 0, 2), clip('b', 2, 4, { transition: { kind: 'fade', seconds: 1 } }))).toBe(false);
});

test('the clock runs at its rate, stands while it is held, and never jumps by either', () => {
  let now = 0;
  const clock = createTimelineClock(() => now);
  clock.set(10);
  clock.run(2);
  now = 500;
  expect(clock.time()).toBe(11);
  clock.hold(true);
  now = 5000;
  expect(clock.time()).toBe(11);
  clock.hold(false);
  now = 5250;
  expect(clock.time()).toBe(11.5);
  clock.run(-1);
  now = 6250;
  expect(clock.time()).toBe(10.5);
});
