import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDuration, placeSegments } from '#shared/clip/edit/layout.ts';
import { removeRanges } from '#shared/clip/edit/operations/remove.ts';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import { pausesOnTimeline, secondsOf } from './pauses.ts';

const edit = (...segments: object[]): ClipEdit =>
  clipEditSchema.parse({
    segments: segments.map((segment, at) => ({ id: `s${at}`, kind: 'clip', source: 'a', ...segment })),
  });
const pauses = (of: ClipEdit, spans: { from: number; to: number }[], kept = 0) =>
  pausesOnTimeline(placeSegments(of), new Map([['a', spans]]), kept);

describe('pauses on the timeline', () => {
  it('are where the recording is silent, less what is kept beside words', () => {
    expect(pauses(edit({ from: 0, to: 10 }), [{ from: 2, to: 4 }], 0.2)).toEqual([{ from: 2.2, to: 3.8 }]);
  });

  it('keep nothing where a segment itself begins or ends', () => {
    const found = pauses(
      edit({ from: 1, to: 9 }),
      [
        { from: 0, to: 2 },
        { from: 8, to: 10 },
      ],
      0.2,
    );
    expect(found).toEqual([
      { from: 0, to: 0.8 },
      { from: 7.2, to: 8 },
    ]);
  });

  it('follow speed and direction', () => {
    expect(pauses(edit({ from: 0, to: 10, speed: 2 }), [{ from: 2, to: 4 }])).toEqual([{ from: 1, to: 2 }]);
    const backwards = pauses(edit({ from: 0, to: 10, reversed: true }), [{ from: 2, to: 4 }]);
    expect(backwards).toEqual([{ from: 6, to: 8 }]);
  });

  it('leave other recordings and what has no sound alone', () => {
    const mixed = edit({ from: 0, to: 2, source: 'b' }, { kind: 'colour', colour: '#000000', duration: 3 });
    expect(pauses(mixed, [{ from: 0, to: 9 }])).toEqual([]);
  });

  it('are all gone when they are removed, and nothing else is', () => {
    const second = fc.integer({ min: 0, max: 400 }).map((value) => value / 10);
    fc.assert(
      fc.property(fc.array(fc.tuple(second, second), { maxLength: 6 }), second, (pairs, cut) => {
        const spans = pairs
          .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }))
          .filter(({ from, to }) => to > from);
        const whole =
          cut > 0.5 && cut < 39.5
            ? edit({ from: 0, to: cut }, { from: cut, to: 40 })
            : edit({ from: 0, to: 40 });
        const found = pauses(whole, spans);
        let id = 0;
        const rest = removeRanges(whole, found, () => `new${(id += 1)}`);
        const merged = found.reduce<{ from: number; to: number }[]>((all, range) => {
          const last = all.at(-1);
          if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
          else all.push({ ...range });
          return all;
        }, []);
        expect(editDuration(rest)).toBeCloseTo(40 - secondsOf(merged), 3);
      }),
      { numRuns: 100 },
    );
  });
});
