import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteRange, ifNoneMatchHits, ifRangeHolds, parseRange } from './ranges.ts';

const spec = (size: number) =>
  fc.oneof(
    fc
      .tuple(fc.nat(size * 2), fc.nat(size * 2))
      .map(([first, more]) => ({ text: `${first}-${first + more}`, has: between(first, first + more) })),
    fc.nat(size * 2).map((first) => ({ text: `${first}-`, has: between(first, Infinity) })),
    fc.nat(size * 2).map((length) => ({ text: `-${length}`, has: between(size - length, Infinity) })),
  );
const between = (first: number, last: number) => (byte: number) => byte >= first && byte <= last;
const bytesOf = (ranges: ByteRange[], size: number) =>
  Array.from({ length: size }, (_, byte) => ranges.filter((r) => byte >= r.start && byte <= r.end).length);

describe('parseRange', () => {
  it('sends exactly the bytes that were asked for, each once', () => {
    const cases = fc.integer({ min: 1, max: 60 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        specs: fc.array(spec(size), { minLength: 1, maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ size, specs }) => {
        const answer = parseRange(`bytes=${specs.map((one) => one.text).join(', ')}`, size);
        const wanted = Array.from({ length: size }, (_, byte) => (specs.some((s) => s.has(byte)) ? 1 : 0));
        if (answer.kind === 'parts') expect(bytesOf(answer.ranges, size)).toEqual(wanted);
        else {
          expect(answer.kind).toBe('unsatisfiable');
          expect(wanted.every((count) => count === 0)).toBe(true);
        }
      }),
    );
  });

  it('never answers outside the file, whatever the header', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(100), (text, size) => {
        for (const header of [text, `bytes=${text}`]) {
          const answer = parseRange(header, size);
          if (answer.kind !== 'parts') continue;
          for (const { start, end } of answer.ranges)
            expect(0 <= start && start <= end && end < size).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['bytes=0-0', 10, { kind: 'parts', ranges: [{ start: 0, end: 0 }] }],
    ['bytes=-3', 10, { kind: 'parts', ranges: [{ start: 7, end: 9 }] }],
    ['bytes=-30', 10, { kind: 'parts', ranges: [{ start: 0, end: 9 }] }],
    ['Bytes=5-', 10, { kind: 'parts', ranges: [{ start: 5, end: 9 }] }],
    ['bytes=5-99999999999999999999', 10, { kind: 'parts', ranges: [{ start: 5, end: 9 }] }],
    [
      'bytes=8-9,0-1',
      10,
      {
        kind: 'parts',
        ranges: [
          { start: 8, end: 9 },
          { start: 0, end: 1 },
        ],
      },
    ],
    ['bytes=0-2,3-4', 10, { kind: 'parts', ranges: [{ start: 0, end: 4 }] }],
    ['bytes=10-', 10, { kind: 'unsatisfiable' }],
    ['bytes=-0', 10, { kind: 'unsatisfiable' }],
    ['bytes=0-', 0, { kind: 'unsatisfiable' }],
    ['bytes=5-4', 10, { kind: 'whole' }],
    ['bytes=a-b', 10, { kind: 'whole' }],
    ['bytes=', 10, { kind: 'whole' }],
    ['items=0-1', 10, { kind: 'whole' }],
    [undefined, 10, { kind: 'whole' }],
    [`bytes=${'0-0,'.repeat(17)}`, 10, { kind: 'whole' }],
  ])('%s of %i bytes', (header, size, expected) => {
    expect(parseRange(header, size)).toEqual(expected);
  });
});

describe('preconditions', () => {
  const date = 'Sun, 22 Nov 2026 06:00:00 GMT';
  it('If-Range takes the strong tag or the exact date', () => {
    expect(ifRangeHolds(undefined, '"a"', date)).toBe(true);
    expect(ifRangeHolds('"a"', '"a"', date)).toBe(true);
    expect(ifRangeHolds('W/"a"', '"a"', date)).toBe(false);
    expect(ifRangeHolds('"b"', '"a"', date)).toBe(false);
    expect(ifRangeHolds(date, '"a"', date)).toBe(true);
    expect(ifRangeHolds('Sun, 22 Nov 2026 06:00:01 GMT', '"a"', date)).toBe(false);
  });
  it('If-None-Match takes lists, weak tags and the star', () => {
    expect(ifNoneMatchHits(undefined, '"a"')).toBe(false);
    expect(ifNoneMatchHits('"b", W/"a"', '"a"')).toBe(true);
    expect(ifNoneMatchHits('*', '"a"')).toBe(true);
    expect(ifNoneMatchHits('"b"', '"a"')).toBe(false);
  });
});
