import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, formatTimecode, parseTime } from './time.ts';

test.each([
  ['12.5', 12.5],
  ['0', 0],
  ['3:06', 186],
  ['0:03:06', 186],
  ['00:00:12.500', 12.5],
  ['1:00:00', 3600],
  [' 90 ', 90],
])('%s is %d seconds', (text, seconds) => {
  expect(parseTime(text)).toBeCloseTo(seconds, 9);
});

test.each(['', '-1', '1:60', '1:75:00', '1e3', 'NaN', 'abc', '1:2:3:4', '1.', '0x10', '12,5'])(
  '“%s” is refused',
  (text) => {
    expect(() => parseTime(text)).toThrow(/not a time/);
  },
);

test('what is written can be read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 360_000_000 }), (milliseconds) => {
      expect(parseTime(formatTime(milliseconds / 1000))).toBeCloseTo(milliseconds / 1000, 6);
    }),
  );
});

test('timecode counts frames', () => {
  expect(formatTimecode(0, 30)).toBe('00:00:00:00');
  expect(formatTimecode(1.5, 30)).toBe('00:00:01:15');
  expect(formatTimecode(3661, 25)).toBe('01:01:01:00');
  expect(formatTimecode(1001 / 30_000, 30_000 / 1001)).toBe('00:00:00:01');
});
