import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../domain/calendar-days.ts';
import { afterTelling, type Evergreen, longestRested, nextVariant } from './evergreen.ts';

const post = (postId: string, last: string | null, over: Partial<Evergreen> = {}): Evergreen => ({
  postId,
  versions: 2,
  last,
  lastVariant: 0,
  ...over,
});

describe('evergreen posts', () => {
  it('come by how long they rested, those never told first', () => {
    const told = post('told', '2026-01-01');
    const newer = post('newer', '2026-02-01');
    expect(longestRested([newer, told, post('never', null)], 30, '2026-06-01')?.postId).toBe('never');
    expect(longestRested([newer, told], 30, '2026-06-01')).toEqual({ postId: 'told', variant: 1 });
    expect(longestRested([newer, told], 140, '2026-06-01')?.postId).toBe('told');
    expect(longestRested([newer, told], 200, '2026-06-01')).toBeNull();
  });

  it('take their versions in turn', () => {
    expect(nextVariant(post('a', null))).toBe(0);
    expect(nextVariant(post('a', '2026-01-01', { versions: 3, lastVariant: 2 }))).toBe(0);
    expect(nextVariant(post('a', '2026-01-01', { versions: 1 }))).toBe(0);
  });

  it('are never told again before they rested', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 }),
        (coolDown, ids, gaps) => {
          let day = '2026-01-01';
          const days = gaps.map((gap) => (day = addDays(day, gap)));
          const last = new Map<string, string>();
          let state = ids.map((id) => post(id, null));
          for (const on of days) {
            const telling = longestRested(state, coolDown, on);
            if (!telling) {
              // All rest on that day.
              expect(ids.every((id) => daysBetween(last.get(id) ?? '2000-01-01', on) < coolDown)).toBe(true);
              continue;
            }
            const before = last.get(telling.postId);
            if (before) expect(daysBetween(before, on)).toBeGreaterThanOrEqual(coolDown);
            last.set(telling.postId, on);
            state = afterTelling(state, telling, on);
          }
        },
      ),
    );
  });
});
