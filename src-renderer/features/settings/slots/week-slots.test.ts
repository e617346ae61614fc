import { describe, expect, it } from 'vitest';
import type { KitItem } from '#shared/kit/schema.ts';
import { moved, placesOn, timeOf } from './week-slots.ts';

const slot = (time: string, weekdays = [1]): KitItem<'slot'> => ({
  id: time,
  revision: 1,
  kind: 'slot',
  name: time,
  body: { accountId: null, weekdays, time, zone: null, pillar: '' },
  uses: 0,
  lastUsedAt: null,
  createdAt: '',
  updatedAt: '',
  trashedAt: null,
});

describe('slots in a week', () => {
  it('stand side by side where they overlap', () => {
    const places = placesOn([slot('12:00'), slot('09:30'), slot('09:00'), slot('09:00', [2])], 1);
    expect(places.map(({ slot: { name }, lane, lanes }) => `${name} ${lane}/${lanes}`)).toEqual([
      '09:00 0/2',
      '09:30 1/2',
      '12:00 0/1',
    ]);
  });

  it('move by quarters of an hour, within their day', () => {
    expect([timeOf(-20), timeOf(547), timeOf(1500)]).toEqual(['00:00', '09:00', '23:45']);
    expect(moved(slot('09:00', [1, 3]).body, 3, 5, '10:00')).toMatchObject({
      weekdays: [1, 5],
      time: '10:00',
    });
    expect(moved(slot('09:00', [1, 3]).body, 3, 1, '09:00').weekdays).toEqual([1]);
  });
});
