import { expect, it } from 'vitest';
import { readClock } from './time-field.tsx';

it('reads times of day as people type them', () => {
  expect(['9', '930', '9:30', '２０：０５', '23.59', '24:00', '9:75', 'x'].map(readClock)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '20:05',
    '23:59',
    null,
    null,
    null,
  ]);
});
