import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, clockChangeAt, createZoneClock, scheduleAt, shiftDays } from './calendar-zone.ts';
import { dueInstant } from './due.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
];
const anyMinute = fc
  .integer({ min: 0, max: 3 * 365 * 24 * 60 })
  .map((count) => addMinutes('2025-01-01T00:00', count));

describe('createZoneClock', () => {
  it.each(zones)('shows the wall time of every instant in %s as Intl does', (zone) => {
    const clock = createZoneClock(zone);
    fc.assert(
      fc.property(anyMinute, (wall) => {
        const instant = `${wall}:00.000Z`;
        const there = new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
        expect(clock.wall(instant)).toBe(there.slice(0, 16));
      }),
    );
  });

  it('knows the days on which clocks change', () => {
    const berlin = createZoneClock('Europe/Berlin');
    expect(berlin.changeOn('2026-03-29')).toEqual({ kind: 'gap', from: 120, minutes: 60 });
    expect(berlin.changeOn('2026-10-25')).toEqual({ kind: 'overlap', from: 120, minutes: 60 });
    expect(berlin.changeOn('2026-10-24')).toBeNull();
    expect(createZoneClock('Asia/Shanghai').changeOn('2026-03-29')).toBeNull();
    expect(createZoneClock('Australia/Lord_Howe').changeOn('2026-04-05')).toEqual({
      kind: 'overlap',
      from: 90,
      minutes: 30,
    });
  });
});

describe('moving', () => {
  it('keeps the wall time over a clock change', () => {
    const before = { local: '2026-03-28T09:00', zone: 'Europe/Berlin' };
    const after = shiftDays(before, 1);
    expect(after.local).toBe('2026-03-29T09:00');
    expect(dueInstant(before)).toBe('2026-03-28T08:00:00.000Z');
    expect(dueInstant(after)).toBe('2026-03-29T07:00:00.000Z');
  });

  it('puts a post of any zone where it was dropped, skipped hours aside', () => {
    fc.assert(
      fc.property(anyMinute, fc.constantFrom(...zones), fc.constantFrom(...zones), (wall, zone, own) => {
        fc.pre(clockChangeAt({ local: wall, zone }) === null);
        const placed = scheduleAt(wall, zone, own);
        expect(placed.zone).toBe(own);
        // The repeated hour of the post's own zone can only mean its first time.
        fc.pre(clockChangeAt(placed) === null);
        expect(createZoneClock(zone).wall(dueInstant(placed))).toBe(wall);
      }),
    );
  });

  it('explains skipped and repeated times', () => {
    const zone = 'Europe/Berlin';
    expect(clockChangeAt({ local: '2026-03-29T02:30', zone })).toEqual({
      kind: 'gap',
      shown: '2026-03-29T03:30',
    });
    expect(clockChangeAt({ local: '2026-10-25T02:30', zone })).toEqual({ kind: 'overlap' });
    expect(clockChangeAt({ local: '2026-10-25T03:30', zone })).toBeNull();
  });
});
