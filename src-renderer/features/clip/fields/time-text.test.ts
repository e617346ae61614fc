import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt, frameClock, readTimeText, timecode, timeOf, toFrameEdge } from './time-text.ts';

const thirty = frameClock(60, 30);
const ntsc = frameClock(3600, 30000 / 1001);

describe('typed times', () => {
  it.each([
    ['3.2', 3.2],
    ['3,2', 3.2],
    ['12s', 12],
    ['250ms', 0.25],
    ['45f', 1.5],
    ['0:03:06', 186],
    ['3:06', 186],
    ['00:00:12.500', 12.5],
    ['00:00:03:15', 3.5],
    ['+1s', 11],
    ['-10f', 10 - 1 / 3],
    ['+ 0.5', 10.5],
  ])('%s', (text, seconds) => {
    expect(readTimeText(text, 10, thirty)).toBeCloseTo(seconds, 9);
  });

  it.each(['', 'soon', '1:99', '0:61:00', '00:00:03:30', '1:2:3:4:5', '--1'])('refuses “%s”', (text) => {
    expect(readTimeText(text, 10, thirty)).toBeNull();
  });

  it('reads back every timecode it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: ntsc.frames - 1 }), (frame) => {
        const read = readTimeText(timecode(ntsc, timeOf(ntsc, frame)), 0, ntsc);
        expect(read === null ? -1 : frameAt(ntsc, read)).toBe(frame);
      }),
    );
  });
});

describe('frames', () => {
  it('start where the same frame is found again, at every rate', () => {
    const rates = fc.constantFrom(15, 24, 24000 / 1001, 25, 30, 30000 / 1001, 50, 60, 59.94);
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 100_000 }), (fps, frame) => {
        const clock = frameClock(5000, fps);
        const inside = Math.min(frame, clock.frames - 1);
        expect(frameAt(clock, timeOf(clock, inside))).toBe(inside);
      }),
    );
  });

  it('never leave the clip', () => {
    expect(frameAt(thirty, 99)).toBe(1799);
    expect(toFrameEdge(thirty, 99)).toBe(60);
    expect(toFrameEdge(thirty, -1)).toBe(0);
  });
});
