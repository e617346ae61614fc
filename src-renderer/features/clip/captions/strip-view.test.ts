import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { cuesIn, fits, moveEdge, viewOfCue, viewOfTime } from './strip-view.ts';

const cue = (id: string, from: number, to: number): Cue => ({ id, from, to, text: id });
const cues = [cue('a', 1, 2), cue('b', 3, 4), cue('c', 6, 7)];

describe('the view of the strip', () => {
  it('always shows the whole cue', () => {
    const cueTimes = fc.tuple(
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.double({ min: 0.02, max: 30, noNaN: true }),
    );
    fc.assert(
      fc.property(cueTimes, ([from, length]) => {
        const view = viewOfCue({ from, to: from + length });
        expect(view.from).toBeLessThanOrEqual(from + 1e-9);
        expect(view.to).toBeGreaterThanOrEqual(from + length - 1e-9);
        expect(view.from).toBeGreaterThanOrEqual(0);
        // A view that would not fit its own cue would be looked for without end.
        expect(fits(view, { from, to: from + length })).toBe(true);
      }),
    );
  });

  it('pages by time and knows what lies in it', () => {
    expect(viewOfTime(13)).toEqual({ from: 12, to: 18 });
    expect(cuesIn(cues, { from: 1.5, to: 3.5 }).map(({ index }) => index)).toEqual([0, 1]);
    expect(fits({ from: 0, to: 4 }, { from: 1, to: 5 })).toBe(false);
  });
});

describe('edges of a cue', () => {
  it('stop at neighbours and at the end of the clip', () => {
    expect(moveEdge(cues, 'b', 'from', 1.5, 10)[1]?.from).toBe(2);
    expect(moveEdge(cues, 'b', 'to', 8, 10)[1]?.to).toBe(6);
    expect(moveEdge(cues, 'c', 'to', 80, 10)[2]?.to).toBe(10);
    expect(moveEdge(cues, 'a', 'from', -3, 10)[0]?.from).toBe(0);
  });

  it('move alone and never cross each other', () => {
    const edges = fc.constantFrom('from' as const, 'to' as const);
    fc.assert(
      fc.property(edges, fc.double({ min: -5, max: 20, noNaN: true }), (edge, to) => {
        const moved = moveEdge(cues, 'b', edge, to, 10)[1];
        expect((moved?.to ?? 0) - (moved?.from ?? 0)).toBeGreaterThanOrEqual(0.1 - 1e-9);
        expect(edge === 'from' ? moved?.to : moved?.from).toBe(edge === 'from' ? 4 : 3);
      }),
    );
  });
});
