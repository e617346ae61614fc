import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeSegments } from '../edit/layout.ts';
import type { Segment } from '../edit/segment.ts';
import { chunksOf, framesOf, frameSegments, neededOf, wholeTransitions } from './frames.ts';

const segments = fc.array(
  fc.record({ length: fc.double({ min: 0.01, max: 5, noNaN: true }), join: fc.constantFrom(0, 0.1, 0.5, 3) }),
  { minLength: 1, maxLength: 40 },
);
const rates = fc.constantFrom(
  { num: 30, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 60, den: 1 },
  { num: 24_000, den: 1001 },
);
const editOf = (lengths: { length: number; join: number }[]): Segment[] =>
  lengths.map(({ length, join }, at) => ({
    id: `s${at}`,
    kind: 'colour',
    colour: '#000',
    duration: length,
    transition: join > 0 ? { kind: 'fade', seconds: join } : null,
  }));

describe('segments on the grid of frames', () => {
  test('never drift, never leave a gap, and transitions never meet', () => {
    fc.assert(
      fc.property(segments, rates, (lengths, rate) => {
        const placed = placeSegments({ segments: editOf(lengths) });
        const framed = frameSegments(placed, rate);
        const fps = rate.num / rate.den;
        framed.forEach((one, at) => {
          const before = framed[at - 1];
          expect(one.frames).toBeGreaterThan(0);
          expect(one.into + one.out).toBeLessThanOrEqual(one.frames + 1);
          expect(one.start).toBe(before ? before.start + before.frames - one.into : 0);
          const end = placed.find(({ segment }) => segment === one.segment)?.end ?? 0;
          expect(one.start + one.frames).toBe(Math.round(end * fps));
        });
      }),
    );
  });

  test('chunks cover everything once and part no transition', () => {
    fc.assert(
      fc.property(segments, fc.integer({ min: 1, max: 10 }), (lengths, most) => {
        const framed = frameSegments(placeSegments({ segments: editOf(lengths) }), { num: 30, den: 1 });
        const end = framesOf(framed);
        const chunks = chunksOf(framed, end, () => 1, most);
        expect(chunks.map(({ from }) => from)).toEqual(
          [0, ...chunks.slice(0, -1).map(({ to }) => to)].slice(0, chunks.length),
        );
        expect(chunks.at(-1)?.to ?? 0).toBe(end);
        for (const chunk of chunks) expect(wholeTransitions(framed, chunk)).toEqual(chunk);
      }),
    );
  });

  test('a window inside a transition takes all of it', () => {
    const framed = frameSegments(
      placeSegments({
        segments: editOf([
          { length: 2, join: 0 },
          { length: 2, join: 1 },
        ]),
      }),
      { num: 10, den: 1 },
    );
    expect(framed.map(({ start, frames, into, out }) => [start, frames, into, out])).toEqual([
      [0, 20, 0, 10],
      [10, 20, 10, 0],
    ]);
    const window = wholeTransitions(framed, { from: 13, to: 14 });
    expect(window).toEqual({ from: 10, to: 20 });
    expect(framed.map((one) => neededOf(one, window))).toEqual([
      { from: 10, to: 20 },
      { from: 0, to: 10 },
    ]);
  });
});
