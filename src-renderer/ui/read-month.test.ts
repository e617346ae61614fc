import { describe, expect, it } from 'vitest';
import { readMonth, turnMonth } from './read-month.ts';

describe('readMonth', () => {
  it.each([
    ['2026-05', '2026-05'],
    ['2026-5', '2026-05'],
    ['2026/05', '2026-05'],
    ['202605', '2026-05'],
    ['5/2026', '2026-05'],
    ['２０２６年５月', '2026-05'],
    ['2026-13', null],
    ['2026', null],
    ['', null],
    ['May', null],
  ])('reads %s', (text, month) => expect(readMonth(text)).toBe(month));
});

it('turns months over the year', () => {
  expect([turnMonth('2026-12', 1), turnMonth('2026-01', -1), turnMonth('2026-05', 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-05',
  ]);
});
