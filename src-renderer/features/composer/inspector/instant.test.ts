import { expect, it } from 'vitest';
import { instantOf } from './instant.ts';

const iso = (local: string, zone: string): string => new Date(instantOf({ local, zone })).toISOString();

it('reads a wall time in its zone', () => {
  expect(iso('2026-11-22T09:30', 'Asia/Shanghai')).toBe('2026-11-22T01:30:00.000Z');
  expect(iso('2026-07-01T12:00', 'America/New_York')).toBe('2026-07-01T16:00:00.000Z');
  expect(iso('2026-01-01T12:00', 'Asia/Kathmandu')).toBe('2026-01-01T06:15:00.000Z');
});

it('moves a skipped time on by the skipped hour and takes the first of a repeated one', () => {
  expect(iso('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
});

it('is right on both sides of a change', () => {
  expect(iso('2026-03-29T01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z');
  expect(iso('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
  expect(iso('2026-10-25T03:00', 'Europe/Berlin')).toBe('2026-10-25T02:00:00.000Z');
});
