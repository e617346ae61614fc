import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameClock } from '../fields/time-text.ts';
import { dragEdge, moveIn, moveOut, withLength } from './range.ts';

const clock = frameClock(10, 25);
const whole = { from: 0, to: 10 };

describe('in and out points', () => {
  it('land on frame edges', () => {
    expect(moveIn(whole, 1.51, clock).from).toBeCloseTo(1.52, 9);
    expect(moveOut(whole, 8.99, clock).to).toBeCloseTo(9, 9);
  });

  it('open the range when they pass each other', () => {
    expect(moveIn({ from: 1, to: 2 }, 5, clock)).toEqual({ from: 5, to: 10 });
    expect(moveOut({ from: 5, to: 8 }, 2, clock)).toEqual({ from: 0, to: 2 });
  });

  it('always keep at least a frame inside the clip, however they are moved', () => {
    const time = fc.double({ min: -5, max: 20, noNaN: true });
    const move = fc.tuple(fc.constantFrom('in', 'out', 'drag-in', 'drag-out', 'length'), time);
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let range = whole;
        for (const [kind, at] of moves) {
          if (kind === 'in') range = moveIn(range, at, clock);
          else if (kind === 'out') range = moveOut(range, at, clock);
          else if (kind === 'length') range = withLength(range, at, clock);
          else range = dragEdge(range, kind === 'drag-in' ? 'in' : 'out', at, clock);
          expect(range.from).toBeGreaterThanOrEqual(0);
          expect(range.to).toBeLessThanOrEqual(10);
          expect(range.to - range.from).toBeGreaterThan(0.039);
        }
      }),
    );
  });
});
